//! Claims with their evidence, ranked. No words: those are made in `view`.

use crate::model::Level;
use crate::scoring::Fraction;

/// A claim about a unit at a point in time, with what it rests on. Practices, plateaus and
/// units are indices into the model and the assessment.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// A practice below its plateau's gate.
    Blocker {
        /// The practice.
        practice: usize,
        /// Its plateau.
        plateau: usize,
        /// Where it is.
        level: Level,
        /// Where the gate is.
        gate: Level,
        /// How many would have to rate it at the gate's level instead of below, if that can be said.
        distance: Option<u64>,
    },
    /// A practice that is high enough on the whole, but not in every part of the unit.
    NotCommon {
        /// The practice.
        practice: usize,
        /// Its plateau.
        plateau: usize,
        /// Where it is on the whole.
        level: Level,
        /// The parts that fall short, assessment order.
        units: Vec<usize>,
    },
    /// As [`Finding::NotCommon`], but each part falls short by one answer only: no blocker.
    PerhapsNotCommon {
        /// The practice.
        practice: usize,
        /// Its plateau.
        plateau: usize,
        /// The parts that fall short, assessment order.
        units: Vec<usize>,
    },
    /// A gate that is met, but would not be if one or two people had answered lower.
    FragileGate {
        /// The plateau.
        plateau: usize,
        /// The practices it hangs on, with their margins; thinnest first.
        practices: Vec<(usize, u64)>,
    },
    /// A later plateau with a higher mean than an earlier one.
    InvertedProfile {
        /// The earlier plateau and its mean.
        earlier: (usize, Fraction),
        /// The later plateau and its mean.
        later: (usize, Fraction),
    },
    /// Too few of those asked rated a practice for a level to be claimed.
    ThinCoverage {
        /// The practice.
        practice: usize,
        /// How many rated it.
        n: u64,
        /// How many were asked and did not find it irrelevant.
        asked: u64,
    },
    /// Practices that nobody rated and that keep a gate undecided.
    Unanswered {
        /// The plateau.
        plateau: usize,
        /// The practices, model order.
        practices: Vec<usize>,
    },
    /// At least one level below the level aimed at.
    FarFromTarget {
        /// The practice.
        practice: usize,
        /// The level aimed at.
        target: Level,
        /// Where it is.
        points: Fraction,
        /// Target − points.
        gap: Fraction,
    },
    /// People who rated a practice see it very differently.
    Disputed {
        /// The practice.
        practice: usize,
        /// How many rated it at each level, lowest first.
        counts: Vec<u64>,
        /// van der Eijk's A.
        a: f64,
        /// Mean absolute deviation from the median, in levels.
        ad: Fraction,
    },
    /// A practice above the level that its gate asks for.
    Strength {
        /// The practice.
        practice: usize,
        /// Where it is.
        level: Level,
        /// Its points.
        points: Fraction,
    },
    /// Groups that are too small to be shown.
    HiddenGroups {
        /// Practices that are hidden for the unit itself, model order.
        practices: Vec<usize>,
        /// Parts of the unit of which at least one practice is hidden, assessment order.
        units: Vec<usize>,
        /// The fewest people shown as a group.
        minimum_group: u64,
    },
    /// The unit has no parts whose answers could be compared, so that common cannot be told from local.
    SingleLayer,
}
