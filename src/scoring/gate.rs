//! How practices stand at their gates, and what that makes of a plateau.

use crate::model::{Gate, Level, Plateau};

use super::common::Part;
use super::{Commonness, Score, Standing, Undecided, Verdict, statistics};

/// Where a practice stands in a unit, before its parts are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Position {
    /// It does not count.
    Outside,
    /// It cannot be said.
    Undecided(Undecided),
    /// A settled or moderated level.
    Settled(Level),
    /// The answers' level; `grouped` where groups and not people weigh the same.
    Answered {
        /// The low median.
        level: Level,
        /// Whether counting people cannot tell how far away the gate is.
        grouped: bool,
    },
}

impl Position {
    /// The level that is claimed, if one is.
    pub(super) fn level(self) -> Option<Level> {
        match self {
            Self::Settled(level) | Self::Answered { level, .. } => Some(level),
            Self::Outside | Self::Undecided(_) => None,
        }
    }
}

/// How a unit stands when looked at as a part of a larger one; `counts` are its answers where
/// they are shown.
pub(super) fn part(position: Position, counts: Option<&[u64]>, gate: &Gate) -> Part {
    let answered = counts.is_some_and(|counts| statistics::n(counts) > 0);
    match position {
        Position::Settled(level) if level < gate.level => Part::Short,
        Position::Settled(_) => Part::Reaches,
        Position::Answered { level, .. } if level < gate.level => {
            match counts.map(|counts| distance(counts, gate.level)) {
                Some(0 | 1) => Part::ShortByOne,
                _ => Part::Short,
            }
        }
        Position::Answered { .. } => Part::Reaches,
        Position::Outside | Position::Undecided(_) if answered => Part::Unclear,
        Position::Outside | Position::Undecided(_) => Part::Unseen,
    }
}

/// Whether a unit's parts must share the gate's level for it to pass.
pub(super) fn asks_for_common(position: Position, gate: &Gate) -> bool {
    gate.across_units && matches!(position, Position::Answered { level, .. } if level >= gate.level)
}

/// How a practice stands at its gate; `counts` are the answers behind an answered level.
pub(super) fn standing(
    position: Position,
    counts: Option<&[u64]>,
    gate: &Gate,
    commonness: &Commonness,
) -> Standing {
    let level = match position {
        Position::Outside => return Standing::Outside,
        Position::Undecided(why) => return Standing::Undecided(why),
        Position::Settled(level) | Position::Answered { level, .. } => level,
    };
    let counted = match position {
        Position::Answered { grouped: false, .. } => counts,
        _ => None,
    };
    if level < gate.level {
        let distance = counted.map(|counts| distance(counts, gate.level));
        return Standing::Below { distance };
    }
    if matches!(commonness, Commonness::NotCommon(_)) {
        return Standing::NotCommon;
    }
    let margin = counted.map(|counts| margin(counts, gate.level));
    Standing::Met { margin }
}

/// ⌊n/2⌋ + 1 − s: how many would have to rate it at the level instead of below to pass.
pub(super) fn distance(counts: &[u64], level: Level) -> u64 {
    let needed = statistics::n(counts) / 2 + 1;
    needed.saturating_sub(statistics::at_or_above(counts, level.index()))
}

/// s − ⌊n/2⌋: how many would have to drop below the level before it fails.
fn margin(counts: &[u64], level: Level) -> u64 {
    let half = statistics::n(counts) / 2;
    statistics::at_or_above(counts, level.index()).saturating_sub(half)
}

/// The practices of a plateau that meet its gate, miss it, and of which it cannot be said.
#[derive(Debug, Default)]
pub(super) struct Judged {
    pub(super) met: Vec<usize>,
    pub(super) missed: Vec<usize>,
    pub(super) undecided: Vec<usize>,
}

impl Judged {
    /// Sorts a plateau's practices by how they stand.
    pub(super) fn new(plateau: &Plateau, scores: &[Score]) -> Self {
        let mut judged = Self::default();
        for &practice in &plateau.practices {
            match scores[practice].standing {
                Standing::Met { .. } => judged.met.push(practice),
                Standing::Below { .. } | Standing::NotCommon => judged.missed.push(practice),
                Standing::Undecided(_) => judged.undecided.push(practice),
                Standing::Outside => {}
            }
        }
        judged
    }

    /// The gate's verdict; a plateau with nothing left is undecided, never met by default.
    pub(super) fn verdict(&self) -> Verdict {
        if !self.missed.is_empty() {
            Verdict::Missed
        } else if self.undecided.is_empty() && !self.met.is_empty() {
            Verdict::Met
        } else {
            Verdict::Undecided
        }
    }
}
