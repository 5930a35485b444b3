//! How the voices on a practice split in two.

use crate::model::{Level, Scale};

use super::agreement::deviations;

/// People who put a practice at neighbouring levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Camp {
    /// How many they are.
    pub people: u64,
    /// The lowest level that any of them chose.
    pub lowest: Level,
    /// The highest level that any of them chose.
    pub highest: Level,
}

/// The low and the high voices, nobody left out; `None` where all chose the same level.
///
/// The levels are cut in two where the answers lie closest to the medians of their own side;
/// of several such cuts the lowest is taken.
pub fn camps(scale: &Scale, counts: &[u64]) -> Option<[Camp; 2]> {
    let cost = |cut: usize| {
        let (low, high) = counts.split_at(cut);
        Some(deviations(low)? + deviations(high)?)
    };
    let cuts = (1..counts.len()).filter_map(|cut| Some((cost(cut)?, cut)));
    let (_, cut) = cuts.min()?;
    let camp = |from: usize, side: &[u64]| {
        let filled = |&at: &usize| side[at] > 0;
        Some(Camp {
            people: side.iter().sum(),
            lowest: scale.at(from + (0..side.len()).find(filled)?),
            highest: scale.at(from + (0..side.len()).rev().find(filled)?),
        })
    };
    let (low, high) = counts.split_at(cut);
    Some([camp(0, low)?, camp(cut, high)?])
}
