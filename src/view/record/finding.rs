//! A finding with ids in place of indices.

mod part;

use schemars::JsonSchema;
use serde::Serialize;

use crate::finding::Finding;
use crate::scoring::Fraction;

use super::names::Names;
use super::{ComparableWord, GateChangeRecord, ReadingRecord, VoiceRecord, change};

pub use part::{
    DatedPracticeRecord, FragilePracticeRecord, PlateauMeanRecord, StraightLinedRecord,
};

/// A claim with its evidence. Practices, plateaus and units are ids.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FindingRecord {
    /// A practice below its plateau's gate.
    Blocker {
        /// The practice.
        practice: String,
        /// Its plateau.
        plateau: usize,
        /// Where it is.
        level: u8,
        /// Where the gate is.
        gate: u8,
        /// How many would have to rate it at the gate's level instead of below.
        distance: Option<u64>,
    },
    /// A practice that is high enough on the whole, but not in every part of the unit.
    NotCommon {
        /// The practice.
        practice: String,
        /// Its plateau.
        plateau: usize,
        /// Where it is on the whole.
        level: u8,
        /// The parts that fall short.
        units: Vec<String>,
    },
    /// As `not_common`, but each part falls short by one answer only: no blocker.
    PerhapsNotCommon {
        /// The practice.
        practice: String,
        /// Its plateau.
        plateau: usize,
        /// The parts that fall short.
        units: Vec<String>,
    },
    /// A gate that is met, but would not be if one or two people had answered lower.
    FragileGate {
        /// The plateau.
        plateau: usize,
        /// The practices it hangs on, thinnest first.
        practices: Vec<FragilePracticeRecord>,
    },
    /// A later plateau with a higher mean than an earlier one.
    InvertedProfile {
        /// The earlier plateau.
        earlier: PlateauMeanRecord,
        /// The later plateau.
        later: PlateauMeanRecord,
    },
    /// Too few of those asked rated a practice for a level to be claimed.
    ThinCoverage {
        /// The practice.
        practice: String,
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
        practices: Vec<String>,
    },
    /// At least one level below the level aimed at.
    FarFromTarget {
        /// The practice.
        practice: String,
        /// The level aimed at.
        target: u8,
        /// Where it is.
        points: f64,
        /// Target − points.
        gap: f64,
    },
    /// People who rated a practice see it very differently.
    Disputed {
        /// The practice.
        practice: String,
        /// How many rated it at each level, lowest first.
        counts: Vec<u64>,
        /// van der Eijk's A.
        a: f64,
        /// Mean absolute deviation from the median, in levels.
        ad: f64,
    },
    /// Two roles see a practice at least a level apart.
    PerceptionGap {
        /// The practice.
        practice: String,
        /// The role with the highest mean.
        high: VoiceRecord,
        /// The role with the lowest mean.
        low: VoiceRecord,
        /// The difference of the two means.
        gap: f64,
    },
    /// A practice was moderated to another level than that of the answers.
    ModerationGap {
        /// The practice.
        practice: String,
        /// The level of the answers.
        answers: u8,
        /// How many rated it.
        n: u64,
        /// What was settled on.
        moderated: u8,
    },
    /// Settled or moderated levels at the gate's level or higher, without evidence.
    NoEvidence {
        /// The practices, model order.
        practices: Vec<String>,
    },
    /// Settled or moderated levels that rest on evidence older than the assessment allows.
    OldEvidence {
        /// The practices, oldest evidence first.
        practices: Vec<DatedPracticeRecord>,
        /// How many months old evidence may be.
        max_age_months: u16,
    },
    /// A gate that is met and was not in the wave before.
    GateWon {
        /// The wave before.
        since: String,
        /// The gate, and what makes the difference.
        #[serde(flatten)]
        gate: GateChangeRecord,
    },
    /// A gate that was met in the wave before and no longer is.
    GateLost {
        /// The wave before.
        since: String,
        /// The gate, and what makes the difference.
        #[serde(flatten)]
        gate: GateChangeRecord,
    },
    /// A practice that clearly stands elsewhere than in the wave before.
    Moved {
        /// The practice.
        practice: String,
        /// The wave before.
        since: String,
        /// How far the two waves' answers answer the same question.
        comparable: ComparableWord,
        /// Where it was.
        before: ReadingRecord,
        /// Where it is.
        now: ReadingRecord,
        /// Points now − points before.
        difference: f64,
        /// The chance that a random answer of now is higher than one of before, ties half.
        superiority: Option<f64>,
    },
    /// A practice above the level that its gate asks for.
    Strength {
        /// The practice.
        practice: String,
        /// Where it is.
        level: u8,
        /// Its points.
        points: f64,
    },
    /// A practice below its gate that a part of the unit has in place.
    LearnFrom {
        /// The practice.
        practice: String,
        /// Where the unit is as a whole.
        own: u8,
        /// Where the best of its parts are.
        level: u8,
        /// How many rated it there; `null` where a level is settled or moderated.
        n: Option<u64>,
        /// The best of its parts.
        units: Vec<String>,
    },
    /// People of the whole assessment who rated all practices alike.
    StraightLining(StraightLinedRecord),
    /// Groups that are too small to be shown.
    HiddenGroups {
        /// Practices that are hidden for the unit itself, model order.
        practices: Vec<String>,
        /// Parts of the unit of which at least one practice is hidden.
        units: Vec<String>,
        /// The fewest people shown as a group.
        minimum_group: u64,
    },
    /// The unit has no parts whose answers could be compared.
    SingleLayer,
}

impl FindingRecord {
    /// A finding with the ids of what it names.
    pub(super) fn new(names: &Names<'_>, finding: &Finding) -> Self {
        match finding {
            Finding::Blocker {
                practice,
                plateau,
                level,
                gate,
                distance,
            } => Self::Blocker {
                practice: names.practice(*practice),
                plateau: names.plateau(*plateau),
                level: level.number(),
                gate: gate.number(),
                distance: *distance,
            },
            Finding::NotCommon {
                practice,
                plateau,
                level,
                units,
            } => Self::NotCommon {
                practice: names.practice(*practice),
                plateau: names.plateau(*plateau),
                level: level.number(),
                units: names.units(units),
            },
            Finding::PerhapsNotCommon {
                practice,
                plateau,
                units,
            } => Self::PerhapsNotCommon {
                practice: names.practice(*practice),
                plateau: names.plateau(*plateau),
                units: names.units(units),
            },
            Finding::FragileGate { plateau, practices } => Self::FragileGate {
                plateau: names.plateau(*plateau),
                practices: practices
                    .iter()
                    .map(|&(practice, margin)| FragilePracticeRecord {
                        practice: names.practice(practice),
                        margin,
                    })
                    .collect(),
            },
            Finding::InvertedProfile { earlier, later } => Self::InvertedProfile {
                earlier: names.plateau_mean(earlier),
                later: names.plateau_mean(later),
            },
            Finding::ThinCoverage { practice, n, asked } => Self::ThinCoverage {
                practice: names.practice(*practice),
                n: *n,
                asked: *asked,
            },
            Finding::Unanswered { plateau, practices } => Self::Unanswered {
                plateau: names.plateau(*plateau),
                practices: names.practices(practices),
            },
            Finding::FarFromTarget {
                practice,
                target,
                points,
                gap,
            } => Self::FarFromTarget {
                practice: names.practice(*practice),
                target: target.number(),
                points: points.to_f64(),
                gap: gap.to_f64(),
            },
            Finding::Disputed {
                practice,
                counts,
                a,
                ad,
            } => Self::Disputed {
                practice: names.practice(*practice),
                counts: counts.clone(),
                a: *a,
                ad: ad.to_f64(),
            },
            Finding::NoEvidence { practices } => Self::NoEvidence {
                practices: names.practices(practices),
            },
            Finding::OldEvidence { practices, max_age } => Self::OldEvidence {
                practices: practices
                    .iter()
                    .map(|&(practice, date)| DatedPracticeRecord {
                        practice: names.practice(practice),
                        date: date.to_string(),
                    })
                    .collect(),
                max_age_months: *max_age,
            },
            Finding::GateWon { since, gate } => Self::GateWon {
                since: names.wave(*since),
                gate: change::gate(names, gate),
            },
            Finding::GateLost { since, gate } => Self::GateLost {
                since: names.wave(*since),
                gate: change::gate(names, gate),
            },
            Finding::Moved {
                practice,
                since,
                partly,
                moved,
            } => Self::Moved {
                practice: names.practice(*practice),
                since: names.wave(*since),
                comparable: match partly {
                    true => ComparableWord::Partly,
                    false => ComparableWord::Fully,
                },
                before: change::reading(&moved.before),
                now: change::reading(&moved.now),
                difference: moved.difference.to_f64(),
                superiority: moved.superiority.as_ref().map(Fraction::to_f64),
            },
            Finding::Strength {
                practice,
                level,
                points,
            } => Self::Strength {
                practice: names.practice(*practice),
                level: level.number(),
                points: points.to_f64(),
            },
            Finding::PerceptionGap(gap) => Self::PerceptionGap {
                practice: names.practice(gap.practice),
                high: VoiceRecord::new(names, &gap.high),
                low: VoiceRecord::new(names, &gap.low),
                gap: gap.gap.to_f64(),
            },
            Finding::ModerationGap(gap) => Self::ModerationGap {
                practice: names.practice(gap.practice),
                answers: gap.answers.number(),
                n: gap.n,
                moderated: gap.moderated.number(),
            },
            Finding::LearnFrom {
                practice,
                own,
                level,
                n,
                units,
            } => Self::LearnFrom {
                practice: names.practice(*practice),
                own: own.number(),
                level: level.number(),
                n: *n,
                units: names.units(units),
            },
            Finding::StraightLining(straight) => {
                Self::StraightLining(StraightLinedRecord::new(*straight))
            }
            Finding::HiddenGroups {
                practices,
                units,
                minimum_group,
            } => Self::HiddenGroups {
                practices: names.practices(practices),
                units: names.units(units),
                minimum_group: *minimum_group,
            },
            Finding::SingleLayer => Self::SingleLayer,
        }
    }
}
