//! Claims with their evidence, ranked. No words: those are made in `view`.

mod blocker;
mod disputed;
mod far_from_target;
mod fragile_gate;
mod gate_lost;
mod gate_won;
mod hidden_groups;
mod inverted_profile;
mod learn_from;
mod moderation_gap;
mod moved;
mod no_evidence;
mod not_common;
mod old_evidence;
mod perception_gap;
mod perhaps_not_common;
pub mod plan;
mod single_layer;
mod straight_lining;
mod strength;
mod thin_coverage;
mod unanswered;

use jiff::civil::Date;

use crate::assessment::Assessment;
use crate::model::{Level, Model};
use crate::scoring::{
    Fraction, GateChange, ModerationGap, Moved, PerceptionGap, Profile, Score, StraightLined,
    Verdict, WaveCard,
};

/// Every kind of finding, most important first.
pub static FINDINGS: &[&Kind] = &[
    &blocker::KIND,
    &not_common::KIND,
    &unanswered::KIND,
    &thin_coverage::KIND,
    &fragile_gate::KIND,
    &inverted_profile::KIND,
    &disputed::KIND,
    &perception_gap::KIND,
    &moderation_gap::KIND,
    &far_from_target::KIND,
    &no_evidence::KIND,
    &old_evidence::KIND,
    &perhaps_not_common::KIND,
    &gate_lost::KIND,
    &gate_won::KIND,
    &moved::KIND,
    &strength::KIND,
    &learn_from::KIND,
    &straight_lining::KIND,
    &hidden_groups::KIND,
    &single_layer::KIND,
];

/// A kind of finding.
#[derive(Debug)]
pub struct Kind {
    /// Permanent name, such as `blocker`.
    pub id: &'static str,
    /// How much it weighs beside other kinds.
    pub rank: Rank,
    find: fn(&Context) -> Vec<Finding>,
}

/// How much a finding weighs; kinds of one rank follow [`FINDINGS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// It stands between the unit and the lowest plateau that is not met.
    Gate,
    /// It makes one doubt a figure, or wish for a higher one.
    Doubt,
    /// It has changed since the wave before.
    Change,
    /// It stands between the unit and a plateau after that; lower plateaus first.
    LaterGate,
    /// It is good to know.
    Background,
}

/// What findings are made from.
struct Context<'a> {
    model: &'a Model,
    assessment: &'a Assessment,
    wave: &'a WaveCard,
    profile: &'a Profile,
    unit: usize,
}

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
    /// Practices that nobody rated and without which a gate cannot be judged.
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
    /// Two roles see a practice at least a level apart.
    PerceptionGap(PerceptionGap),
    /// A practice was moderated to another level than that of the answers.
    ModerationGap(ModerationGap),
    /// Settled or moderated levels at the gate's level or higher, without evidence.
    NoEvidence {
        /// The practices, model order.
        practices: Vec<usize>,
    },
    /// Settled or moderated levels that rest on evidence older than the assessment allows.
    OldEvidence {
        /// The practices with the days their evidence is from, oldest first.
        practices: Vec<(usize, Date)>,
        /// How many months old evidence may be.
        max_age: u16,
    },
    /// A gate that is met and was not in the wave before.
    GateWon {
        /// The wave before, an index into the assessment's.
        since: usize,
        /// The gate, and what makes the difference.
        gate: GateChange,
    },
    /// A gate that was met in the wave before and no longer is.
    GateLost {
        /// The wave before, an index into the assessment's.
        since: usize,
        /// The gate, and what makes the difference.
        gate: GateChange,
    },
    /// A practice that clearly stands elsewhere than in the wave before.
    Moved {
        /// The practice.
        practice: usize,
        /// The wave before, an index into the assessment's.
        since: usize,
        /// Whether the two waves are only partly comparable.
        partly: bool,
        /// Where it was and is.
        moved: Moved,
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
    /// A practice below its gate that a part of the unit has in place.
    LearnFrom {
        /// The practice.
        practice: usize,
        /// Where the unit is as a whole.
        own: Level,
        /// Where the best of its parts are.
        level: Level,
        /// How many rated it there; absent where a level is settled or moderated.
        n: Option<u64>,
        /// The best of its parts, assessment order.
        units: Vec<usize>,
    },
    /// People of the whole assessment who rated all practices alike.
    StraightLining(StraightLined),
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

/// What deserves saying about a unit (an index into the assessment's units) in one wave,
/// most important first.
///
/// What stands between the unit and the lowest plateau that is not met comes first: blockers
/// (nearest first), practices that are not common, those unanswered or too thinly covered.
/// The rest follows by [`Rank`] and, within one, in the order of [`FINDINGS`].
pub fn find(model: &Model, assessment: &Assessment, wave: &WaveCard, unit: usize) -> Vec<Finding> {
    let context = Context {
        model,
        assessment,
        wave,
        profile: &wave.profiles[unit],
        unit,
    };
    let plateaus = &context.profile.plateaus;
    let next = plateaus.iter().position(|p| p.verdict != Verdict::Met);
    let mut found: Vec<Finding> = FINDINGS
        .iter()
        .flat_map(|kind| (kind.find)(&context))
        .collect();
    found.sort_by_key(|finding| match finding.gate(model) {
        Some(plateau) if Some(plateau) != next => (Rank::LaterGate, plateau),
        _ => (finding.kind().rank, 0),
    });
    found
}

impl Finding {
    /// What kind of finding it is.
    pub fn kind(&self) -> &'static Kind {
        match self {
            Self::Blocker { .. } => &blocker::KIND,
            Self::NotCommon { .. } => &not_common::KIND,
            Self::PerhapsNotCommon { .. } => &perhaps_not_common::KIND,
            Self::FragileGate { .. } => &fragile_gate::KIND,
            Self::InvertedProfile { .. } => &inverted_profile::KIND,
            Self::ThinCoverage { .. } => &thin_coverage::KIND,
            Self::Unanswered { .. } => &unanswered::KIND,
            Self::FarFromTarget { .. } => &far_from_target::KIND,
            Self::Disputed { .. } => &disputed::KIND,
            Self::GateWon { .. } => &gate_won::KIND,
            Self::GateLost { .. } => &gate_lost::KIND,
            Self::Moved { .. } => &moved::KIND,
            Self::PerceptionGap(_) => &perception_gap::KIND,
            Self::ModerationGap(_) => &moderation_gap::KIND,
            Self::NoEvidence { .. } => &no_evidence::KIND,
            Self::OldEvidence { .. } => &old_evidence::KIND,
            Self::Strength { .. } => &strength::KIND,
            Self::LearnFrom { .. } => &learn_from::KIND,
            Self::StraightLining(_) => &straight_lining::KIND,
            Self::HiddenGroups { .. } => &hidden_groups::KIND,
            Self::SingleLayer => &single_layer::KIND,
        }
    }

    /// The plateau (an index) whose gate it keeps from being met, if it does.
    pub fn gate(&self, model: &Model) -> Option<usize> {
        match *self {
            Self::Blocker { plateau, .. }
            | Self::NotCommon { plateau, .. }
            | Self::Unanswered { plateau, .. } => Some(plateau),
            Self::ThinCoverage { practice, .. } => {
                Some(model.practices[practice].placement.plateau)
            }
            _ => None,
        }
    }
}

impl<'a> Context<'a> {
    /// Every practice with its plateau and score: plateau by plateau, then in model order.
    fn by_plateau(&self) -> impl Iterator<Item = (usize, usize, &'a Score)> {
        let profile = self.profile;
        let plateaus = self.model.plateaus.iter().enumerate();
        plateaus.flat_map(move |(plateau, stage)| {
            let practices = stage.practices.iter();
            practices.map(move |&practice| (plateau, practice, &profile.scores[practice]))
        })
    }

    /// All units below the unit, assessment order.
    fn parts(&self) -> Vec<usize> {
        let units = &self.assessment.units;
        let mut parts = units[self.unit].children.clone();
        let mut next = 0;
        while let Some(&part) = parts.get(next) {
            parts.extend(&units[part].children);
            next += 1;
        }
        parts.sort_unstable();
        parts
    }
}
