//! Who answered in several waves, as numbers only.

use std::collections::{BTreeMap, HashMap};

use super::people::People;

/// How many people answered in several waves, as far as their ids tell. Someone who has moved
/// to another unit counts as another person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recurring {
    /// By wave, how many have an id that may mean the same person in another wave.
    known: Vec<u64>,
    /// By two waves, the lower index first, how many of those answered in both.
    same: BTreeMap<(usize, usize), u64>,
}

impl Recurring {
    /// How many people of a wave have an id that may mean the same person in another wave.
    pub fn known(&self, wave: usize) -> u64 {
        self.known.get(wave).copied().unwrap_or(0)
    }

    /// How many of them answered in both of two waves.
    pub fn same(&self, one: usize, other: usize) -> u64 {
        let pair = (one.min(other), one.max(other));
        self.same.get(&pair).copied().unwrap_or(0)
    }

    /// Counts them; `place` tells where a wave lies among `waves` finished ones.
    pub(super) fn count(
        people: &People,
        waves: usize,
        place: impl Fn(Option<usize>) -> usize,
    ) -> Self {
        let mut ids: Vec<Vec<&[u8]>> = vec![Vec::new(); waves];
        let mut seen_in: HashMap<(Option<usize>, &[u8]), Vec<usize>> = HashMap::new();
        for (at, id) in people.lasting_ids() {
            let wave = place(at.wave);
            ids[wave].push(id);
            seen_in.entry((at.unit, id)).or_default().push(wave);
        }
        let counting: Vec<bool> = ids.iter().map(|ids| merely_count(ids)).collect();
        let mut recurring = Self {
            known: vec![0; waves],
            same: BTreeMap::new(),
        };
        // The order in which people come does not matter for sums.
        for mut waves in seen_in.into_values() {
            waves.retain(|&wave| !counting[wave]);
            waves.sort_unstable();
            for (at, &wave) in waves.iter().enumerate() {
                recurring.known[wave] += 1;
                for &other in &waves[at + 1..] {
                    *recurring.same.entry((wave, other)).or_default() += 1;
                }
            }
        }
        recurring
    }

    /// Made up for a test or a worked example: who is known in each wave, and who is the same.
    pub fn new(known: Vec<u64>, same: BTreeMap<(usize, usize), u64>) -> Self {
        Self { known, same }
    }
}

/// Whether ids are whole numbers that merely count the rows: none is more than twice as high
/// as there are ids. Then the same number in another wave means nothing.
fn merely_count(ids: &[&[u8]]) -> bool {
    let most = 2 * ids.len() as u64;
    !ids.is_empty()
        && ids.iter().all(|id| {
            let id = std::str::from_utf8(id).ok();
            let number = id.and_then(|id| id.parse::<u64>().ok());
            number.is_some_and(|number| number <= most)
        })
}
