//! Who is known by which id: a row of people, found by a hash table of their numbers.

use std::hash::{BuildHasher, Hasher};
use std::hint::black_box;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

/// Hashes ids, alike in every index of one run.
#[derive(Clone, Default)]
pub(in crate::intake) struct IdHasher(RandomState);

impl IdHasher {
    /// The hash of an id.
    #[inline]
    pub(in crate::intake) fn of(&self, id: &[u8]) -> u64 {
        let mut hasher = self.0.build_hasher();
        hasher.write(id);
        hasher.finish()
    }
}

/// So many ids are brought near at once.
pub(in crate::intake) const AT_ONCE: usize = 32;

/// The hash of an id within a group, by its own.
#[inline]
fn within(group: u32, hash: u64) -> u64 {
    // An odd number whose bits are spread, so that groups lie far apart.
    let spread = u64::from(group).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (hash ^ spread).wrapping_mul(0xd6e8_feb8_6659_fd93)
}

/// Entries of a group and an id each with something more, numbered in the order in which they
/// came.
pub(super) struct Index<T> {
    hasher: IdHasher,
    known: HashTable<u32>,
    entries: Vec<Entry<T>>,
    /// Ids that are too long to stand in their entries.
    long: Vec<u8>,
}

// So aligned, no entry lies in two lines of a cache.
#[repr(align(32))]
struct Entry<T> {
    group: u32,
    id: Id,
    more: T,
}

impl<T> Entry<T> {
    fn hash(&self, hasher: &IdHasher, long: &[u8]) -> u64 {
        within(self.group, hasher.of(self.id.of(long)))
    }
}

/// So long an id stands in its entry. Most are shorter.
const SHORT: usize = 15;

/// An id: its length and bytes, or what stands for long, and where it lies.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Id([u8; SHORT + 1]);

/// So many entries are found at least before a hash table is doubled.
const FEWEST: usize = 64;

/// In place of the length of an id that lies elsewhere.
const ELSEWHERE: u8 = u8::MAX;

impl Id {
    const NONE: Self = Self([0; SHORT + 1]);

    /// An id that is short enough to stand here.
    #[inline]
    fn short(id: &[u8]) -> Option<Self> {
        let mut bytes = [0; SHORT + 1];
        bytes[1..].get_mut(..id.len())?.copy_from_slice(id);
        bytes[0] = id.len() as u8;
        Some(Self(bytes))
    }

    /// An id that lies from `start` on, so many bytes long.
    fn elsewhere(start: usize, length: usize) -> Self {
        let mut bytes = [0; SHORT + 1];
        bytes[0] = ELSEWHERE;
        bytes[1..9].copy_from_slice(&(start as u64).to_le_bytes());
        bytes[9..13].copy_from_slice(&(length as u32).to_le_bytes());
        Self(bytes)
    }

    fn of<'i>(&'i self, long: &'i [u8]) -> &'i [u8] {
        let [length, bytes @ ..] = &self.0;
        if *length != ELSEWHERE {
            return &bytes[..usize::from(*length)];
        }
        let number = |bytes: &[u8]| {
            bytes
                .iter()
                .rev()
                .fold(0, |sum, &byte| sum << 8 | usize::from(byte))
        };
        let start = number(&bytes[..8]);
        &long[start..start + number(&bytes[8..12])]
    }
}

impl<T> Index<T> {
    pub(super) fn new(hasher: IdHasher) -> Self {
        Self {
            hasher,
            known: HashTable::new(),
            entries: Vec::new(),
            long: Vec::new(),
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
        self.entries[entry].id.of(&self.long)
    }

    /// What more there is of an entry.
    #[inline]
    pub(super) fn more(&self, entry: usize) -> &T {
        &self.entries[entry].more
    }

    /// What more there is of an entry, to change.
    #[inline]
    pub(super) fn more_mut(&mut self, entry: usize) -> &mut T {
        &mut self.entries[entry].more
    }

    /// The entries that ids of groups, whose hashes are given, most likely have. They are brought
    /// near: memory is waited for once for all of them instead of once for each; `touch` does the
    /// same for what belongs to them.
    #[inline]
    pub(super) fn near(&self, ids: &[(u64, u32)], touch: impl Fn(usize) -> u8) -> [usize; AT_ONCE] {
        let mut entries = [0; AT_ONCE];
        for (entry, (hash, group)) in entries.iter_mut().zip(ids) {
            let found = self.known.find(within(*group, *hash), |_| true);
            *entry = found.map_or(0, |&found| found as usize);
        }
        let touched = entries.iter().take(ids.len()).fold(0, |all, &entry| {
            let id = self.entries.get(entry).map_or(0, |entry| entry.id.0[0]);
            all ^ id ^ touch(entry)
        });
        black_box(touched);
        entries
    }

    /// Adds an entry that is not to be found again.
    pub(super) fn add(&mut self, group: u32, more: T) -> usize {
        self.enter(group, Id::NONE, more)
    }

    fn enter(&mut self, group: u32, id: Id, more: T) -> usize {
        self.entries.push(Entry { group, id, more });
        self.entries.len() - 1
    }

    /// The entry of a group and an id, whose hash is given, and whether it is new, with this
    /// more; `likely` is what [`Index::near`] said, if it was asked.
    #[inline]
    pub(super) fn find_or_add(
        &mut self,
        (hash, group): (u64, u32),
        id: &[u8],
        likely: usize,
        more: T,
    ) -> (usize, bool) {
        let hash = within(group, hash);
        let short = Id::short(id);
        let is_same = |entry: &Entry<T>| {
            let is_same = match &short {
                Some(short) => entry.id == *short,
                None => entry.id.of(&self.long) == id,
            };
            is_same && entry.group == group
        };
        if self.entries.get(likely).is_some_and(is_same) {
            return (likely, false);
        }
        let found = self
            .known
            .find(hash, |&entry| is_same(&self.entries[entry as usize]));
        if let Some(&entry) = found {
            return (entry as usize, false);
        }
        let id = short.unwrap_or_else(|| {
            self.long.extend_from_slice(id);
            Id::elsewhere(self.long.len() - id.len(), id.len())
        });
        if self.known.len() == self.known.capacity() {
            self.make_room();
        }
        let entry = self.enter(group, id, more);
        let (entries, long, hasher) = (&self.entries, &self.long, &self.hasher);
        let hash_of = |&entry: &u32| entries[entry as usize].hash(hasher, long);
        self.known.insert_unique(hash, entry as u32, hash_of);
        (entry, true)
    }

    /// Doubles the hash table. Made anew from the entries in their order, as this goes through
    /// memory from end to end, where the table leads from one place to any other.
    fn make_room(&mut self) {
        let mut known = HashTable::with_capacity(2 * self.known.capacity().max(FEWEST));
        let (entries, long, hasher) = (&self.entries, &self.long, &self.hasher);
        let hash_of = |&entry: &u32| entries[entry as usize].hash(hasher, long);
        for (number, entry) in (0..).zip(entries) {
            if entry.id != Id::NONE {
                known.insert_unique(hash_of(&number), number, hash_of);
            }
        }
        self.known = known;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_known_within_its_group_only() {
        let hasher = IdHasher::default();
        let mut index = Index::new(hasher.clone());
        index.add(0, ()); // someone without an id is nobody with one
        let mut find = |group: u32, id: &str| {
            let found = index.find_or_add((hasher.of(id.as_bytes()), group), id.as_bytes(), 0, ());
            assert_eq!(index.id(found.0), id.as_bytes());
            assert_eq!(index.group(found.0), group);
            found
        };
        for is_new in [true, false] {
            for number in 0..1_000_u32 {
                let id = "7".repeat(number as usize % 40) + &number.to_string();
                assert_eq!(find(1, &id), (number as usize + 1, is_new));
            }
        }
        assert_eq!(find(2, "0"), (1_001, true));
        assert_eq!(index.add(3, ()), 1_002);
        assert_eq!(index.id(1_002), b"");
    }
}
