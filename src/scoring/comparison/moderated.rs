//! Moderated levels beside the answers that they do not replace.

use crate::model::Level;
use crate::scoring::{Fraction, Profile};

/// A moderated practice whose answers may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModerationGap {
    /// The practice.
    pub practice: usize,
    /// The level of the answers.
    pub answers: Level,
    /// The mean of the answers.
    pub mean: Fraction,
    /// How many rated it.
    pub n: u64,
    /// What was settled on.
    pub moderated: Level,
}

impl ModerationGap {
    /// How many levels lie between the answers and what was settled on.
    pub fn levels(&self) -> u8 {
        self.moderated.number().abs_diff(self.answers.number())
    }
}

/// A unit's moderated practices whose answers may be shown, in model order.
pub fn moderation_gaps(profile: &Profile) -> Vec<ModerationGap> {
    let gaps = profile.scores.iter().filter_map(|score| {
        let figures = score.figures.as_option()?;
        Some(ModerationGap {
            practice: score.practice,
            answers: figures.median?,
            mean: figures.mean.clone()?,
            n: figures.n,
            moderated: score.moderated.as_ref()?.level,
        })
    });
    gaps.collect()
}
