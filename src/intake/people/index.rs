//! Who is known by which id: ids in one piece of memory, found by a hash table of their numbers.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::RandomState;
use hashbrown::HashTable;

/// Hashes ids, alike in every index of one run.
#[derive(Clone, Default)]
pub(in crate::intake) struct IdHasher(RandomState);

impl IdHasher {
    /// The hash of an id.
    pub(in crate::intake) fn of(&self, id: &[u8]) -> u64 {
        let mut hasher = self.0.build_hasher();
        hasher.write(id);
        hasher.finish()
    }
}

/// The hash of an id within a group, by its own.
fn within(group: u32, hash: u64) -> u64 {
    // An odd number whose bits are spread, so that groups lie far apart.
    let spread = u64::from(group).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (hash ^ spread).wrapping_mul(0xd6e8_feb8_6659_fd93)
}

/// Entries of a group and an id each, numbered in the order in which they came.
pub(super) struct Index {
    hasher: IdHasher,
    known: HashTable<u32>,
    groups: Vec<u32>,
    /// Where each entry's id ends; it begins where the one before ends.
    ends: Vec<u64>,
    ids: Vec<u8>,
}

impl Index {
    pub(super) fn new(hasher: IdHasher) -> Self {
        Self {
            hasher,
            known: HashTable::new(),
            groups: Vec::new(),
            ends: Vec::new(),
            ids: Vec::new(),
        }
    }

    /// The group of an entry.
    pub(super) fn group(&self, entry: usize) -> u32 {
        self.groups[entry]
    }

    /// The id of an entry; empty where it has none.
    pub(super) fn id(&self, entry: usize) -> &[u8] {
        id(&self.ids, &self.ends, entry)
    }

    /// Adds an entry that is not to be found again.
    pub(super) fn add(&mut self, group: u32) -> usize {
        self.groups.push(group);
        self.ends.push(self.ids.len() as u64);
        self.groups.len() - 1
    }

    /// The entry of a group and an id, whose hash is given, and whether it is new.
    pub(super) fn find_or_add(&mut self, hash: u64, group: u32, id: &[u8]) -> (usize, bool) {
        let hash = within(group, hash);
        let is_same = |&entry: &u32| self.group(entry as usize) == group && self.id(entry as usize) == id;
        if let Some(&entry) = self.known.find(hash, is_same) {
            return (entry as usize, false);
        }
        self.ids.extend_from_slice(id);
        let entry = self.add(group);
        let (groups, ends, ids, hasher) = (&self.groups, &self.ends, &self.ids, &self.hasher);
        self.known.insert_unique(hash, entry as u32, |&entry| {
            let entry = entry as usize;
            within(groups[entry], hasher.of(self::id(ids, ends, entry)))
        });
        (entry, true)
    }
}

fn id<'i>(ids: &'i [u8], ends: &[u64], entry: usize) -> &'i [u8] {
    let start = entry.checked_sub(1).map_or(0, |before| ends[before]);
    &ids[start as usize..ends[entry] as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_known_within_its_group_only() {
        let hasher = IdHasher::default();
        let mut index = Index::new(hasher.clone());
        let mut find = |group: u32, id: &str| {
            let found = index.find_or_add(hasher.of(id.as_bytes()), group, id.as_bytes());
            assert_eq!(index.id(found.0), id.as_bytes());
            assert_eq!(index.group(found.0), group);
            found
        };
        for number in 0..1_000_u32 {
            assert_eq!(find(1, &number.to_string()), (number as usize, true));
        }
        for number in 0..1_000_u32 {
            assert_eq!(find(1, &number.to_string()), (number as usize, false));
        }
        assert_eq!(find(2, "7"), (1_000, true));
        assert_eq!(index.add(3), 1_001);
        assert_eq!(index.id(1_001), b"");
    }
}
