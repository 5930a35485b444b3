//! What the record says about one unit at one point in time.

use schemars::JsonSchema;
use serde::Serialize;

use super::{ChangeRecord, ComparisonRecord, FindingRecord};

/// A unit's scores; its sub-units' answers are included.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct UnitRecord {
    /// Its id; `all` for the unit that was made up to hold answers that name none.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The unit it is a part of.
    pub parent: Option<String>,
    /// People who answered anything.
    pub respondents: u64,
    /// People who were invited, where that is known.
    pub invited: Option<u64>,
    /// Σ points of the scored practices.
    pub points: Option<f64>,
    /// Levels × practices of the model.
    pub points_max: u64,
    /// Levels × practices scored.
    pub points_max_adjusted: u64,
    /// How many practices are scored.
    pub practices_scored: usize,
    /// Points as a share of the way from the lowest possible total to the highest.
    pub rescaled: Option<f64>,
    /// Points ÷ practices scored.
    pub mean: Option<f64>,
    /// The highest plateau whose gate and all lower gates are met; 0 if none.
    pub plateau_reached: usize,
    /// Whether a later plateau's mean is above an earlier one's.
    pub profile_inverted: bool,
    /// How many practices are hidden to protect people.
    pub hidden_practices: usize,
    /// The plateaus, lowest first.
    pub plateaus: Vec<PlateauRecord>,
    /// The disciplines, in model order.
    pub disciplines: Vec<DisciplineRecord>,
    /// The practices, in model order.
    pub practices: Vec<PracticeRecord>,
    /// The respondents' groups, in the assessment's order; people without a role last.
    pub roles: Vec<RoleRecord>,
    /// What deserves saying, weightiest first.
    pub findings: Vec<FindingRecord>,
    /// Its parts and its roles side by side.
    pub comparison: ComparisonRecord,
    /// What has changed since the wave before; `null` where there is none to compare.
    pub change: Option<ChangeRecord>,
}

impl UnitRecord {
    /// Leaves out what people wrote beside their answers.
    pub(super) fn forget_comments(&mut self) {
        for practice in &mut self.practices {
            practice.comments = None;
        }
    }
}

/// A plateau's score.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PlateauRecord {
    /// Its number, from 1.
    pub id: usize,
    /// The mean of its scored practices' points.
    pub mean: Option<f64>,
    /// How many of its practices are scored and stand behind the mean.
    pub practices: usize,
    /// The condition for having reached it.
    pub gate: GateRecord,
}

/// A gate's verdict and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GateRecord {
    /// The level that every practice must have.
    pub level: u8,
    /// Whether it is met.
    pub verdict: VerdictWord,
    /// How many practices meet it.
    pub met: usize,
    /// How many practices miss it.
    pub missed: usize,
    /// Of how many practices it cannot be said.
    pub undecided: usize,
    /// The practices that miss it.
    pub blockers: Vec<BlockerRecord>,
}

/// A gate's verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VerdictWord {
    /// Every practice that counts is at the gate's level or higher.
    Met,
    /// At least one practice misses it.
    Missed,
    /// None misses it, but of some it cannot be said, or none counts.
    Undecided,
}

/// A practice that misses a gate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BlockerRecord {
    /// Its id.
    pub practice: String,
    /// Why it misses.
    pub reason: BlockerReason,
    /// Where it is.
    pub level: Option<u8>,
    /// How many would have to rate it at the gate's level instead of below for it to pass;
    /// `null` where that cannot be said.
    pub distance: Option<u64>,
    /// The parts of the unit that fall short, where the practice is not common.
    pub units: Vec<String>,
}

/// Why a practice misses a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BlockerReason {
    /// It is below the gate's level.
    Below,
    /// It is high enough on the whole, but not in every part of the unit.
    NotCommon,
}

/// A discipline's score.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DisciplineRecord {
    /// Its id.
    pub id: String,
    /// The mean of its scored practices' points.
    pub mean: Option<f64>,
    /// Σ of its scored practices' points.
    pub points: Option<f64>,
    /// Levels × its practices.
    pub points_max: u64,
    /// How many of its practices are scored.
    pub practices: usize,
}

/// Where a practice stands.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PracticeRecord {
    /// Its id.
    pub id: String,
    /// Its discipline's id.
    pub discipline: String,
    /// Its plateau's number.
    pub plateau: usize,
    /// Whether people's answers are hidden to protect them; then `n` to `blank`, `coverage`
    /// to `median`, `share_at_gate` and `agreement` are `null`.
    pub hidden: bool,
    /// Whether it counts, and if not, why not.
    pub status: Status,
    /// How many rated it.
    pub n: Option<u64>,
    /// How many cannot judge.
    pub dont_know: Option<u64>,
    /// How many find that it does not apply.
    pub not_relevant: Option<u64>,
    /// How many were asked and left it blank.
    pub blank: Option<u64>,
    /// n ÷ (asked − not relevant); 1 for a settled level.
    pub coverage: Option<f64>,
    /// Answers at each level, lowest first.
    pub counts: Option<Vec<u64>>,
    /// The answers' mean.
    pub mean: Option<f64>,
    /// The answers' sample standard deviation.
    pub sd: Option<f64>,
    /// The answers' low median.
    pub median: Option<u8>,
    /// The settled or moderated level, else the median where coverage suffices.
    pub level: Option<u8>,
    /// A settled reading, where no respondents were asked.
    pub settled: Option<SettledRecord>,
    /// The level that was settled on beside people's answers.
    pub moderated: Option<ModeratedRecord>,
    /// The settled or moderated level, else the mean.
    pub points: Option<f64>,
    /// The share who put it at its gate's level or higher.
    pub share_at_gate: Option<f64>,
    /// How many would have to drop below the gate's level before it fails.
    pub margin: Option<u64>,
    /// How it stands at its plateau's gate.
    pub standing: StandingWord,
    /// How far those who rated it agree.
    pub agreement: Option<AgreementRecord>,
    /// The level aimed at.
    pub target: Option<u8>,
    /// Target − points.
    pub gap: Option<f64>,
    /// What people wrote about it, word for word and by text; `null` where that is hidden, or
    /// was not read.
    pub comments: Option<Vec<String>>,
    /// What the moderated or settled level rests on.
    pub evidence: Option<EvidenceRecord>,
    /// The level that is only assumed; it stands in `level` and `points` too.
    pub assumed: Option<u8>,
}

/// What a settled or moderated level rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EvidenceRecord {
    /// What was seen or read.
    pub text: Option<String>,
    /// The day it is from, as `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Where it can be found.
    pub source: Option<String>,
}

/// Whether a practice counts, and if not, why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It has a level.
    Scored,
    /// Nobody rated it.
    Unanswered,
    /// Too few of those asked rated it for a level to be claimed.
    ThinCoverage,
    /// The answers are hidden, and nothing else gives it a level.
    Hidden,
    /// All who answered say that it does not apply.
    NotRelevant,
    /// The assessment leaves it out.
    Tailored,
}

/// How a practice stands at its plateau's gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StandingWord {
    /// At the gate's level or higher.
    Met,
    /// Below the gate's level.
    Below,
    /// High enough on the whole, but not in every part of the unit.
    NotCommon,
    /// It cannot be said.
    Undecided,
    /// It neither blocks nor counts.
    Outside,
}

/// A reading that one assessor or a workshop settled on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SettledRecord {
    /// What kind of answer it is; absent where something was noted, but nothing settled yet.
    pub answer: Option<AnswerWord>,
    /// The level, where it is rated.
    pub level: Option<u8>,
    /// What it rests on.
    pub evidence: Option<String>,
    /// What was remarked.
    pub comment: Option<String>,
    /// The day that the evidence is from, as `YYYY-MM-DD`.
    pub evidence_date: Option<String>,
    /// Where the evidence can be found.
    pub source: Option<String>,
    /// Who settled it.
    pub by: Option<String>,
}

/// A kind of answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AnswerWord {
    /// Put at a level.
    Rated,
    /// Not able to judge.
    DontKnow,
    /// Does not apply.
    NotRelevant,
}

/// A level that a facilitator or assessor settled on beside people's answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ModeratedRecord {
    /// The level.
    pub level: u8,
    /// Why.
    pub reason: String,
    /// Who settled it.
    pub by: Option<String>,
    /// What it rests on.
    pub evidence: Option<String>,
    /// The day that the evidence is from, as `YYYY-MM-DD`.
    pub evidence_date: Option<String>,
    /// Where the evidence can be found.
    pub source: Option<String>,
}

/// How far those who rated a practice agree.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AgreementRecord {
    /// van der Eijk's A: −1 polarised … 1 agreement.
    pub a: f64,
    /// Mean absolute deviation from the median, in levels.
    pub ad: f64,
}

/// One role's answers within a unit.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RoleRecord {
    /// The role's id; `null` for people without a role.
    pub id: Option<String>,
    /// People of the role who answered anything; `null` where hidden.
    pub respondents: Option<u64>,
    /// The practices, in model order.
    pub practices: Vec<RolePracticeRecord>,
}

/// One role's answers to one practice.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RolePracticeRecord {
    /// The practice's id.
    pub id: String,
    /// Whether the answers are hidden to protect people; then `n` and `mean` are `null`.
    pub hidden: bool,
    /// How many rated it.
    pub n: Option<u64>,
    /// Their mean.
    pub mean: Option<f64>,
}
