//! Practices of an older version that have become one.
//!
//! While files are read, a person's answers to practices that are merged wait in slots behind
//! those of the model's practices. Only when the last file is read is it known whether they
//! are alike: then they are the answer to the new practice, and otherwise it is left blank.

use crate::assessment::{Fate, Mapping};

use super::people::{BLANK, Code};

/// Where answers to practices that are merged wait.
#[derive(Debug, Clone, Default)]
pub(super) struct Merging {
    /// New practices with the slots of the old ones.
    all: Vec<(usize, Vec<usize>)>,
    /// The older version's ids with their slots, of the mapping last asked for.
    slots: Vec<(String, usize)>,
}

impl Merging {
    /// No slots yet.
    pub(super) fn none() -> Self {
        Self::default()
    }

    /// Slots for what a mapping merges, from `next` on, which is moved behind them.
    pub(super) fn of(mapping: &Mapping, next: &mut usize) -> Self {
        let mut merging = Self::default();
        let merged = mapping.carried.iter();
        for entry in merged.filter(|entry| entry.fate == Fate::Merged) {
            let slots: Vec<usize> = (*next..*next + entry.old.len()).collect();
            *next += entry.old.len();
            let named = entry.old.iter().cloned().zip(slots.iter().copied());
            merging.slots.extend(named);
            merging
                .all
                .extend(entry.new.iter().map(|&new| (new, slots.clone())));
        }
        merging
    }

    /// The slot of an older version's id, if it is merged.
    pub(super) fn slot(&self, id: &str) -> Option<usize> {
        let found = self.slots.iter().find(|(known, _)| known == id);
        found.map(|(_, slot)| *slot)
    }

    /// Takes another mapping's slots in.
    pub(super) fn join(&mut self, other: Self) {
        self.all.extend(other.all);
    }

    /// Merges a person's answers; returns how many could not be, because they differ or one is
    /// missing. Slots of practices that were not asked count as unanswered.
    pub(super) fn merge(&self, answers: &mut [Code], asked: &mut [bool]) -> u64 {
        let mut unlike = 0;
        for (new, slots) in &self.all {
            if !slots.iter().any(|&slot| asked[slot]) {
                continue;
            }
            asked[*new] = true;
            let said = slots.iter().filter(|&&slot| answers[slot] != BLANK);
            let said = said.count();
            let alike = alike(slots.iter().map(|&slot| {
                let answer = answers[slot];
                (answer != BLANK).then_some(answer)
            }));
            unlike += u64::from(said > 0 && alike.is_none());
            if answers[*new] == BLANK {
                answers[*new] = alike.unwrap_or(BLANK);
            }
        }
        unlike
    }

    /// The practice that a slot's answers are merged into, or the one that the slot is of.
    pub(super) fn merged(&self, slot: usize) -> usize {
        let into = self.all.iter().find(|(_, slots)| slots.contains(&slot));
        into.map_or(slot, |(new, _)| *new)
    }

    /// New practices with the slots of the old ones.
    pub(super) fn all(&self) -> &[(usize, Vec<usize>)] {
        &self.all
    }
}

/// What all say, if all say the same.
pub(super) fn alike<T: PartialEq + Copy>(all: impl Iterator<Item = Option<T>>) -> Option<T> {
    let mut all = all;
    let first = all.next()??;
    all.all(|one| one == Some(first)).then_some(first)
}
