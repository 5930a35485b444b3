//! The record: every number of an assessment under permanent names, in no format.
//!
//! Whatever is named carries its id, never an index. Numbers are unrounded. What is unknown
//! is `null`: every entry of a list has the same keys. A hidden practice has `"hidden": true`
//! and `null` in place of every figure that people's answers make; what is not personal,
//! such as a moderated level, stays.

mod build;
mod change;
mod comparison;
mod finding;
mod mapping;
mod model;
mod names;
mod plan;
mod profile;
mod unit;
mod units;

use crate::intake::layouts;
use schemars::JsonSchema;
use serde::Serialize;

pub use build::{Scope, record};
pub use change::{
    CauseWord, ChangeRecord, ComparableWord, GateChangeRecord, GroupChangeRecord, PanelRecord,
    PanelWord, PointsFromWord, PracticeChangeRecord, ReadingRecord, TurnRecord, UnlikeWord,
};
pub use comparison::{
    ComparisonRecord, DisciplineGapRecord, GroupAgreementRecord, ModelAgreementRecord, PartRecord,
    PerceptionGapRecord, ReachWord, RoleComparisonRecord, RoleMeanRecord, SpreadRecord,
    UnitAgreementRecord, VoiceRecord,
};
pub use finding::{DatedPracticeRecord, FindingRecord, FragilePracticeRecord, PlateauMeanRecord};
pub use mapping::{CarriedRecord, FateWord, MappingRecord};
pub use model::{ModelRecord, NameRecord, NamesRecord};
pub(super) use plan::with_plan;
pub use plan::{
    ActWord, ActionRecord, AssumptionRecord, FollowedRecord, OutcomeWord, PlanRecord, RaiseRecord,
    ReasonWord, StatusWord, StepRecord, WayRecord,
};
pub use profile::{
    AgreementRecord, AnswerWord, BlockerReason, BlockerRecord, DisciplineRecord, EvidenceRecord,
    GateRecord, ModeratedRecord, PlateauRecord, PracticeRecord, RolePracticeRecord, RoleRecord,
    SettledRecord, StandingWord, Status, UnitRecord, VerdictWord,
};
pub use units::UnitRecords;

/// Every number of an assessment; its units stand in lists, or in what makes them.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "Record", description = "Every number of an assessment.")]
pub struct Record<U = Vec<UnitRecord>> {
    /// The version of this form; a new one renames or removes something.
    #[schemars(range(min = 1, max = 1))]
    pub schema: u32,
    /// What computed the numbers.
    pub tool: ToolRecord,
    /// The model that was assessed against.
    pub model: ModelRecord,
    /// The undertaking.
    pub assessment: AssessmentRecord,
    /// The files that were read, in the order given.
    pub inputs: Vec<InputRecord>,
    /// The rules in force that protect people.
    pub privacy: PrivacyRecord,
    /// The rules in force for making numbers.
    pub scoring: ScoringRecord,
    /// The points in time, in the assessment's order.
    pub waves: Vec<WaveRecord<U>>,
    /// Statistics over the whole model; absent unless asked for.
    pub agreement: Option<ModelAgreementRecord>,
    /// What to do next in the unit and wave that are reported on.
    pub plan: Option<PlanRecord>,
    /// Levels that are only assumed: where there are any, no number here is a result.
    pub what_if: Vec<AssumptionRecord>,
}

/// What computed the numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ToolRecord {
    /// The program's name.
    pub name: String,
    /// The program's version.
    pub version: String,
}

/// An undertaking's identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AssessmentRecord {
    /// What it is called; `null` for an answers file alone.
    pub title: Option<String>,
    /// The report's language.
    pub language: String,
    /// The report's date, as `YYYY-MM-DD`.
    pub date: Option<String>,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct InputRecord {
    /// Its name without folders.
    pub name: String,
    /// The SHA-256 of its bytes, in hexadecimal; `null` for a file of more than 64 MiB, unless
    /// `report` reads it.
    pub sha256: Option<String>,
    /// How it was understood: `sheet` (a row a practice), `long` (a row an answer), `wide` (a row a
    /// respondent), or the survey tool that wrote it.
    #[schemars(extend("enum" = layouts().map(|layout| layout.name).collect::<Vec<_>>()))]
    pub layout: String,
    /// Rows that hold anything, without the header.
    pub rows: u64,
    /// Those of them that are no respondents' and were not counted.
    pub not_counted: Vec<NotCountedRecord>,
    /// Cells that were no answer and were counted as blank.
    pub rejected: u64,
    /// The rejected cells by column.
    pub rejected_columns: Vec<RejectedRecord>,
}

/// Rejected cells of one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RejectedRecord {
    /// The column's header.
    pub column: String,
    /// How many of its cells were rejected.
    pub cells: u64,
}

/// Rows of a file that are no respondents'.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NotCountedRecord {
    /// Why they were not counted, such as `unfinished` or `summary_row`.
    pub reason: String,
    /// How many there are.
    pub rows: u64,
}

/// The rules in force that protect people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PrivacyRecord {
    /// The fewest people shown as a group.
    pub minimum_group: u64,
    /// The fewest people whose comments are shown.
    pub minimum_comments: u64,
    /// Whether the fewest may be fewer than is safe.
    pub allow_small_groups: bool,
}

/// The rules in force for making numbers.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ScoringRecord {
    /// The least share of those asked who must have rated a practice for a level to be claimed.
    pub minimum_coverage: f64,
    /// What weighs the same in a unit with sub-units.
    pub weighting: WeightingWord,
}

/// What weighs the same in a unit with sub-units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WeightingWord {
    /// Each respondent.
    Respondent,
    /// Each shown sub-unit, and the rest.
    Unit,
}

/// A point in time.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "WaveRecord")]
pub struct WaveRecord<U = Vec<UnitRecord>> {
    /// Its id; `1` for the one wave of answers that name none.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// When it was, as `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The units, in the assessment's order.
    pub units: U,
    /// The version of the model that people answered.
    pub model_version: String,
    /// How the answers were carried over from that version; `null` where they were not.
    pub mapping: Option<MappingRecord>,
}
