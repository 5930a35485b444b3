//! Groups side by side under permanent names.

use schemars::JsonSchema;
use serde::Serialize;

use crate::scoring::{
    DisciplineGap, Fraction, GroupAgreement, ModelAgreement, PartScore, PerceptionGap, Reach,
    RoleComparison, Spread, Voice,
};

use super::names::Names;

/// A unit's groups side by side.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ComparisonRecord {
    /// The parts right below the unit, on each practice that counts for it; `null` where the
    /// unit has no parts.
    pub units: Option<Vec<SpreadRecord>>,
    /// The roles; `null` where nobody has one.
    pub roles: Option<RoleComparisonRecord>,
}

/// Where a unit's parts stand on a practice.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SpreadRecord {
    /// The practice.
    pub practice: String,
    /// How many parts have a level that may be shown.
    pub shown: usize,
    /// How many parts are hidden to protect people.
    pub hidden: usize,
    /// How many parts have no level.
    pub without_level: usize,
    /// The lowest part.
    pub lowest: Option<PartRecord>,
    /// The middle part; of two, the lower.
    pub middle: Option<PartRecord>,
    /// The highest part.
    pub highest: Option<PartRecord>,
    /// How far the gate's level reaches.
    pub reach: ReachWord,
    /// The parts that have the gate's level, where the unit does not have it everywhere.
    pub local: Vec<String>,
    /// The best of the parts, where it is clearly better than the unit as a whole.
    pub learn_from: Vec<String>,
}

/// Where a part stands on a practice.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PartRecord {
    /// The part.
    pub unit: String,
    /// Its level.
    pub level: u8,
    /// Its points.
    pub points: f64,
    /// How many rated it; `null` where the level is settled or moderated.
    pub n: Option<u64>,
}

/// How far the gate's level reaches in a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReachWord {
    /// The whole unit has it, and no part that may be shown falls short.
    Common,
    /// As `common`, but a part falls short by one answer.
    PerhapsCommon,
    /// Some parts have it, but the unit as a whole does not, or not all of it.
    Local,
    /// No part that may be shown has it.
    Nowhere,
    /// No part may be shown.
    Unseen,
}

/// A unit's roles side by side.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RoleComparisonRecord {
    /// The practices of which a role may not be shown.
    pub hidden: Vec<String>,
    /// The two roles that are furthest apart on each practice of which two may be shown.
    pub practices: Vec<PerceptionGapRecord>,
    /// The disciplines, over the practices that every role is shown for.
    pub disciplines: Vec<DisciplineGapRecord>,
}

/// The two roles that are furthest apart on a practice.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PerceptionGapRecord {
    /// The practice.
    pub practice: String,
    /// The role with the highest mean.
    pub high: VoiceRecord,
    /// The role with the lowest mean.
    pub low: VoiceRecord,
    /// The difference of the two means.
    pub gap: f64,
}

/// What one role says of a practice.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct VoiceRecord {
    /// The role; `null` for people without one.
    pub role: Option<String>,
    /// How many of the role rated it.
    pub n: u64,
    /// Their mean.
    pub mean: f64,
}

/// A discipline as the roles see it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DisciplineGapRecord {
    /// The discipline.
    pub discipline: String,
    /// How many practices are compared.
    pub practices: usize,
    /// Each role's mean of them.
    pub means: Vec<RoleMeanRecord>,
    /// The highest of the means − the lowest.
    pub gap: f64,
}

/// A role's mean of several practices.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RoleMeanRecord {
    /// The role; `null` for people without one.
    pub role: Option<String>,
    /// The mean.
    pub mean: f64,
}

/// Statistics over the whole model, from shown practices and groups only.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ModelAgreementRecord {
    /// One entry a wave and unit recorded.
    pub units: Vec<UnitAgreementRecord>,
}

/// How far a unit's people agree over the whole model.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct UnitAgreementRecord {
    /// The wave.
    pub wave: String,
    /// The unit.
    pub unit: String,
    /// Krippendorff's α, ordinal; `null` where it is undefined.
    pub alpha: Option<f64>,
    /// The practices that it rests on.
    pub practices: usize,
    /// Their answers.
    pub answers: u64,
    /// How much of each practice's spread lies between groups.
    pub groups: Vec<GroupAgreementRecord>,
}

/// How much of a practice's spread lies between groups.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct GroupAgreementRecord {
    /// The practice.
    pub practice: String,
    /// The lowest groups that may be shown, a rest being one.
    pub groups: usize,
    /// How many rated it.
    pub n: u64,
    /// ICC(1); `null` where it is undefined.
    pub icc1: Option<f64>,
    /// ICC(2); `null` where it is undefined.
    pub icc2: Option<f64>,
}

impl SpreadRecord {
    pub(super) fn new(names: &Names<'_>, spread: &Spread) -> Self {
        let part = |part: Option<&PartScore>| part.map(|part| PartRecord::new(names, part));
        let local = match &spread.reach {
            Reach::Local(units) => names.units(units),
            _ => Vec::new(),
        };
        Self {
            practice: names.practice(spread.practice),
            shown: spread.shown.len(),
            hidden: spread.hidden,
            without_level: spread.without_level,
            lowest: part(spread.lowest()),
            middle: part(spread.middle()),
            highest: part(spread.highest()),
            reach: match spread.reach {
                Reach::Common => ReachWord::Common,
                Reach::PerhapsCommon => ReachWord::PerhapsCommon,
                Reach::Local(_) => ReachWord::Local,
                Reach::Nowhere => ReachWord::Nowhere,
                Reach::Unseen => ReachWord::Unseen,
            },
            local,
            learn_from: spread
                .learn_from
                .iter()
                .map(|part| names.unit(part.unit))
                .collect(),
        }
    }
}

impl PartRecord {
    fn new(names: &Names<'_>, part: &PartScore) -> Self {
        Self {
            unit: names.unit(part.unit),
            level: part.level.number(),
            points: part.points.to_f64(),
            n: part.n,
        }
    }
}

impl VoiceRecord {
    pub(super) fn new(names: &Names<'_>, voice: &Voice) -> Self {
        Self {
            role: names.role(voice.role),
            n: voice.n,
            mean: voice.mean.to_f64(),
        }
    }
}

impl RoleComparisonRecord {
    pub(super) fn new(names: &Names<'_>, compared: &RoleComparison) -> Self {
        let gap = |gap: &PerceptionGap| PerceptionGapRecord {
            practice: names.practice(gap.practice),
            high: VoiceRecord::new(names, &gap.high),
            low: VoiceRecord::new(names, &gap.low),
            gap: gap.gap.to_f64(),
        };
        let mean = |(role, mean): &(Option<usize>, Fraction)| RoleMeanRecord {
            role: names.role(*role),
            mean: mean.to_f64(),
        };
        let discipline = |gap: &DisciplineGap| DisciplineGapRecord {
            discipline: names.model.disciplines[gap.discipline].id.clone(),
            practices: gap.practices,
            means: gap.means.iter().map(mean).collect(),
            gap: gap.gap.to_f64(),
        };
        Self {
            hidden: names.practices(&compared.hidden),
            practices: compared.gaps.iter().map(gap).collect(),
            disciplines: compared.disciplines.iter().map(discipline).collect(),
        }
    }
}

impl UnitAgreementRecord {
    pub(super) fn new(
        names: &Names<'_>,
        wave: String,
        unit: usize,
        agreement: &ModelAgreement,
    ) -> Self {
        let group = |group: &GroupAgreement| GroupAgreementRecord {
            practice: names.practice(group.practice),
            groups: group.groups,
            n: group.n,
            icc1: group.icc1,
            icc2: group.icc2,
        };
        Self {
            wave,
            unit: names.unit(unit),
            alpha: agreement.alpha,
            practices: agreement.practices,
            answers: agreement.answers,
            groups: agreement.groups.iter().map(group).collect(),
        }
    }
}
