//! What to do next, in plateau order: a claim about where to begin, resting on the numbers.
//!
//! A plan goes plateau by plateau, and within one from what blocks its gate (nearest first)
//! by what must be found out to judge it to what makes its practices doubtful; targets come
//! last. A practice that another builds on comes before it as far as that order allows.

mod climb;
mod follow;
mod schedule;

pub use follow::{Followed, Outcome, follow};

use crate::assessment::Assessment;
use crate::intake::ActKind;
use crate::model::{Level, Model};
use crate::scoring::{Profile, Undecided, WaveCard, Way, way};

use super::Finding;

/// How much is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The most steps in an iteration, at least 1.
    pub at_once: usize,
    /// How many iterations ahead.
    pub iterations: usize,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            at_once: 5,
            iterations: 3,
        }
    }
}

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// How much was asked for.
    pub pace: Pace,
    /// Steps to be taken together, first things first. A practice has one step in each at most.
    pub iterations: Vec<Vec<Step>>,
    /// How many steps come after those.
    pub later: usize,
    /// The shortest way to the next plateau; absent if the highest is reached.
    pub way: Option<Way>,
}

/// A step with one practice. Practices, plateaus and units are indices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The practice.
    pub practice: usize,
    /// What to do.
    pub act: Act,
    /// Why now.
    pub reason: Reason,
    /// The units to begin in: those that may be shown and fall short; empty for all.
    pub units: Vec<usize>,
    /// Practices that build on this one or work with it, model order.
    pub supports: Vec<usize>,
    /// Practices that this one builds on and that come later in the plan all the same.
    pub before: Vec<usize>,
    /// Whether people see the practice so differently that it has to be talked about first.
    pub is_disputed: bool,
}

/// What to do with a practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Bring it one level up.
    Raise {
        /// Where it is then.
        from: Level,
        /// Where it is to be.
        to: Level,
    },
    /// Bring the parts that fall short up to the level of the rest.
    Spread {
        /// The gate's level.
        to: Level,
    },
    /// Find out where it stands.
    FindOut(Undecided),
    /// Agree on where it stands.
    Agree,
    /// Make sure that it does not slip.
    Secure,
}

impl Act {
    /// The level to be reached, if it is about one.
    pub fn to(&self) -> Option<Level> {
        match self {
            Self::Raise { to, .. } | Self::Spread { to } => Some(*to),
            Self::FindOut(_) | Self::Agree | Self::Secure => None,
        }
    }

    /// The level it begins at, if it is about one.
    pub fn from(&self) -> Option<Level> {
        match self {
            Self::Raise { from, .. } => Some(*from),
            _ => None,
        }
    }

    /// What kind of act it is.
    pub fn kind(&self) -> ActKind {
        match self {
            Self::Raise { .. } => ActKind::Raise,
            Self::Spread { .. } => ActKind::Spread,
            Self::FindOut(_) => ActKind::FindOut,
            Self::Agree => ActKind::Agree,
            Self::Secure => ActKind::Secure,
        }
    }
}

/// Why a step is taken when it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It blocks a plateau's gate.
    Blocks {
        /// The plateau.
        plateau: usize,
        /// How many answers it lacks, where that can be said.
        distance: Option<u64>,
    },
    /// It blocks a plateau's gate, because parts of the unit do not share its level.
    NotCommon {
        /// The plateau.
        plateau: usize,
    },
    /// Without it a plateau's gate cannot be judged.
    Unknown {
        /// The plateau.
        plateau: usize,
    },
    /// People see it very differently.
    Disputed,
    /// A part falls short by one answer.
    PerhapsNotCommon,
    /// A plateau that is met hangs on it.
    Fragile {
        /// The plateau.
        plateau: usize,
        /// How many would have to drop below the gate's level before it fails.
        margin: u64,
    },
    /// The undertaking aims higher.
    Target {
        /// The level aimed at.
        level: Level,
    },
}

/// What the plan is made from.
struct Ground<'a> {
    model: &'a Model,
    assessment: &'a Assessment,
    card: &'a WaveCard,
    profile: &'a Profile,
    findings: &'a [Finding],
}

/// What to do next in a unit (an index into the assessment's units) in one wave, where
/// `findings` are what deserves saying about it (see [`super::find`]).
pub fn plan(
    model: &Model,
    assessment: &Assessment,
    card: &WaveCard,
    unit: usize,
    findings: &[Finding],
    pace: Pace,
) -> Plan {
    let ground = Ground {
        model,
        assessment,
        card,
        profile: &card.profiles[unit],
        findings,
    };
    let stages = climb::stages(&ground);
    let mut iterations = schedule::schedule(&ground, &stages, pace.at_once.max(1));
    let rest = iterations.split_off(iterations.len().min(pace.iterations));
    Plan {
        pace,
        iterations,
        later: rest.iter().map(Vec::len).sum(),
        way: way(model, assessment, card, unit),
    }
}

impl Plan {
    /// All steps, first things first.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.iterations.iter().flatten()
    }
}
