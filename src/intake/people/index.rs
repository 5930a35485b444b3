//! Who is known by which id: ids in one piece of memory, found by an open hash table.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::RandomState;

/// Entries of a group and an id each, numbered in the order in which they came.
pub(super) struct Index {
    hasher: RandomState,
    /// Entry plus one and the upper half of its hash; 0 where there is none. A power of two.
    slots: Vec<u64>,
    entries: Vec<Entry>,
    ids: Vec<u8>,
    known: usize,
}

struct Entry {
    group: u32,
    /// Where its id ends; it begins where the one before ends.
    end: u64,
}

impl Index {
    pub(super) fn new() -> Self {
        Self {
            hasher: RandomState::default(),
            slots: vec![0; 64],
            entries: Vec::new(),
            ids: Vec::new(),
            known: 0,
        }
    }

    /// How many entries there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The group of an entry.
    pub(super) fn group(&self, entry: usize) -> u32 {
        self.entries[entry].group
    }

    /// The id of an entry; empty where it has none.
    pub(super) fn id(&self, entry: usize) -> &[u8] {
        let start = match entry.checked_sub(1) {
            Some(before) => self.entries[before].end,
            None => 0,
        };
        &self.ids[start as usize..self.entries[entry].end as usize]
    }

    /// Adds an entry that is not to be found again.
    pub(super) fn add(&mut self, group: u32) -> usize {
        let end = self.ids.len() as u64;
        self.entries.push(Entry { group, end });
        self.entries.len() - 1
    }

    /// The entry of a group and an id, and whether it is new.
    pub(super) fn find_or_add(&mut self, group: u32, id: &[u8]) -> (usize, bool) {
        let hash = self.hash(group, id);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                break;
            }
            let entry = (slot & LOW) as usize - 1;
            if slot & !LOW == hash & !LOW && self.group(entry) == group && self.id(entry) == id {
                return (entry, false);
            }
            at = (at + 1) & mask;
        }
        self.ids.extend_from_slice(id);
        let entry = self.add(group);
        self.slots[at] = hash & !LOW | (entry as u64 + 1);
        self.known += 1;
        if self.known * 4 > self.slots.len() * 3 {
            self.grow();
        }
        (entry, true)
    }

    fn hash(&self, group: u32, id: &[u8]) -> u64 {
        let mut hasher = self.hasher.build_hasher();
        hasher.write_u32(group);
        hasher.write(id);
        hasher.finish()
    }

    /// Doubles the table. Where an entry goes is told by its whole hash, so it is made anew.
    fn grow(&mut self) {
        let mut slots = vec![0; self.slots.len() * 2];
        let mask = slots.len() - 1;
        for &slot in self.slots.iter().filter(|slot| **slot != 0) {
            let entry = (slot & LOW) as usize - 1;
            let mut at = self.hash(self.group(entry), self.id(entry)) as usize & mask;
            while slots[at] != 0 {
                at = (at + 1) & mask;
            }
            slots[at] = slot;
        }
        self.slots = slots;
    }
}

/// The part of a slot that numbers an entry.
const LOW: u64 = u32::MAX as u64;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_known_within_its_group_only() {
        let mut index = Index::new();
        for number in 0..1_000_u32 {
            let id = number.to_string();
            let expected = 2 * number as usize;
            assert_eq!(index.find_or_add(1, id.as_bytes()), (expected, true));
            assert_eq!(index.add(3), expected + 1);
        }
        for number in 0..1_000_u32 {
            let id = number.to_string();
            let entry = 2 * number as usize;
            assert_eq!(index.find_or_add(1, id.as_bytes()), (entry, false));
            assert_eq!(index.id(entry), id.as_bytes());
            assert_eq!(index.id(entry + 1), b"");
            assert_eq!(index.group(entry + 1), 3);
        }
        assert_eq!(index.find_or_add(2, b"7"), (2_000, true));
        assert_eq!(index.len(), 2_001);
    }
}
