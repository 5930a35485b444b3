//! `assessment.toml`, field for field. What the words mean is [`super::check`]'s business.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use toml::value::Datetime;

use crate::diagnostic::code::{S003, S004, S005, S006};
use crate::model::toml::{At, Entries, Form, Numbered};

/// The number of this layout of the file; another number is another layout.
const SCHEMA: u64 = 1;

/// What the file is faulted with for its form.
pub const FORM: Form = Form {
    syntax: &S003,
    unknown: &S005,
    missing: &S006,
    unfit: &S006,
    schema: Some(Numbered {
        number: SCHEMA,
        unknown: &S004,
    }),
};

/// An assessment: what is assessed, who is asked, when, and under which rules.
#[derive(Debug, Clone, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
#[schemars(title = "assessment.toml")]
pub struct File {
    /// The number of this file's layout: 1.
    #[expect(
        dead_code,
        reason = "it is checked before the rest of the file is read"
    )]
    #[schemars(extend("const" = SCHEMA))]
    pub schema: At<i64>,
    /// What the assessment is called; stands on its reports. The first unit's name if left out.
    pub title: Option<At<String>>,
    /// The language of its reports, such as `da`.
    pub language: Option<At<String>>,
    /// The date on its reports, such as 2026-10-01 (without quotes).
    pub date: Option<At<Day>>,
    /// The model to assess by: the id of a model that comes with the program, or the path of a
    /// model folder, relative to this file. Whatever holds a slash is a path. The built-in model if left out.
    pub model: Option<At<String>>,
    /// The parts of the organisation. Without any, whatever units the answers name are taken.
    #[serde(default)]
    pub units: Vec<UnitEntry>,
    /// The points in time at which people were asked, each with its answers.
    #[serde(default)]
    pub waves: Vec<WaveEntry>,
    /// The respondents' groups: id = name. Without any, whatever roles the answers name are taken.
    #[serde(default)]
    pub roles: Entries<At<String>>,
    /// What each role is asked, where it is not everything: role id = plateaus, disciplines or
    /// practices, such as `["1", "PLA", "KUN-2"]`. `plateau form --split` writes only these.
    #[serde(default)]
    pub questionnaire: Entries<At<Vec<At<String>>>>,
    /// What the assessment leaves out of the model.
    #[serde(default)]
    pub tailoring: Tailoring,
    /// The level aimed at: `default` for every practice, or by practice id.
    #[serde(default)]
    pub targets: Entries<At<i64>>,
    /// How people's answers are protected.
    #[serde(default)]
    pub privacy: PrivacyEntry,
    /// How numbers are made.
    #[serde(default)]
    pub scoring: ScoringEntry,
    /// What is asked of the evidence that settled and moderated levels rest on.
    #[serde(default)]
    pub evidence: EvidenceEntry,
    /// Column headers of the answers files that stand for a practice: header = practice id. "" instead
    /// of an id leaves a column alone.
    #[serde(default)]
    pub columns: Entries<At<String>>,
    /// What else stands for an answer in the answers files: wording = a level's number,
    /// "dont-know" or "not-relevant".
    #[serde(default)]
    pub answers: Entries<At<MeantEntry>>,
    /// Which columns of the answers files say whom an answer is from.
    #[serde(default)]
    pub intake: IntakeEntry,
    /// How its reports look, and what stands in them.
    #[serde(default)]
    pub report: ReportEntry,
}

/// A part of the organisation.
#[derive(Debug, Clone, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with a unit's id and name")]
pub struct UnitEntry {
    /// Identity, as answers files may name it.
    pub id: At<String>,
    /// What it is called; its id if left out.
    pub name: Option<At<String>>,
    /// The id of the unit that it is a part of.
    pub parent: Option<At<String>>,
    /// How many people were invited to answer, its sub-units' included; for the response rate.
    #[schemars(extend("minimum" = 0))]
    pub invited: Option<At<i64>>,
}

/// A point in time.
#[derive(Debug, Clone, serde::Deserialize, JsonSchema)]
#[serde(
    deny_unknown_fields,
    expecting = "a table with a wave's id and answers"
)]
pub struct WaveEntry {
    /// Identity, as answers files may name it.
    pub id: At<String>,
    /// What it is called; its id if left out.
    pub name: Option<At<String>>,
    /// When it was, such as 2026-10-01 (without quotes).
    pub date: Option<At<Day>>,
    /// Its answers files, relative to this file; a folder stands for all answers files in it.
    #[serde(default)]
    #[schemars(extend("minItems" = 1))]
    pub answers: Vec<At<String>>,
    /// The version of the model that people answered, such as `1.0.0`; the one in use if left out.
    pub model: Option<At<String>>,
    /// The file that says how answers to that version are carried over, relative to this file.
    pub mapping: Option<At<String>>,
}

/// What the assessment leaves out of the model.
#[derive(Debug, Clone, Default, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Tailoring {
    /// Practices that do not apply here: id = the reason.
    #[serde(default)]
    pub not_relevant: Entries<At<String>>,
}

/// How people's answers are protected.
#[derive(Debug, Clone, Default, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct PrivacyEntry {
    /// The fewest people whose ratings of a practice are shown as a group; 5 if left out.
    #[schemars(extend("minimum" = 1))]
    pub minimum_group: Option<At<i64>>,
    /// The fewest people who rated a practice for its comments to be shown; 10 if left out, or
    /// `minimum_group` where that is more.
    #[schemars(extend("minimum" = 1))]
    pub minimum_comments: Option<At<i64>>,
    /// Whether `minimum_group` may be below 3; every report says so.
    #[serde(default)]
    pub allow_small_groups: bool,
    /// Whether comments are shown, word for word; they are if left out.
    pub comments: Option<bool>,
}

/// How numbers are made.
#[derive(Debug, Clone, Default, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct ScoringEntry {
    /// The least share of those asked who must have rated a practice for a level to be claimed:
    /// above 0 and at most 1; 0.5 if left out.
    #[schemars(extend("exclusiveMinimum" = 0, "maximum" = 1))]
    pub minimum_coverage: Option<At<f64>>,
    /// What weighs the same in a unit with sub-units: each `respondent` (if left out) or each `unit`.
    #[schemars(extend("enum" = ["respondent", "unit"]))]
    pub weighting: Option<At<String>>,
}

/// What is asked of evidence.
#[derive(Debug, Clone, Default, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct EvidenceEntry {
    /// How old evidence may be at the wave's date (or else the report's) without being said to
    /// be too old, such as "12 months" or "2 years"; any age if left out.
    #[schemars(extend("pattern" = "^[1-9][0-9]* (months?|years?)$"))]
    pub max_age: Option<At<String>>,
}

/// What a wording stands for.
#[derive(Debug, Clone, serde::Deserialize, JsonSchema)]
#[serde(
    untagged,
    expecting = "an answer is a level's number, \"dont-know\" or \"not-relevant\""
)]
pub enum MeantEntry {
    /// A level, by its number.
    Level(#[schemars(extend("minimum" = 1))] i64),
    /// An answer that is no level, by its word.
    Word(#[schemars(extend("enum" = ["dont-know", "not-relevant"]))] String),
}

/// Which columns of the answers files say whom an answer is from.
#[derive(Debug, Clone, Default, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct IntakeEntry {
    /// The header of the column with units.
    pub unit: Option<At<String>>,
    /// The header of the column with roles.
    pub role: Option<At<String>>,
    /// The header of the column that tells respondents apart; what stands there is never printed.
    pub respondent: Option<At<String>>,
    /// The header of the column with waves.
    pub wave: Option<At<String>>,
    /// What units are called in the answers files: wording = a unit's id or name.
    #[serde(default)]
    pub units: Entries<At<String>>,
    /// What roles are called in the answers files: wording = a role's id or name.
    #[serde(default)]
    pub roles: Entries<At<String>>,
}

/// How reports look, and what stands in them.
#[derive(Debug, Clone, Default, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct ReportEntry {
    /// The organisation in whose name they are written; stands on the cover.
    pub organisation: Option<At<String>>,
    /// Who wrote them; stands on the cover.
    pub author: Option<At<String>>,
    /// A logo for the cover: the name of an SVG or PNG file, relative to this file.
    pub logo: Option<At<String>>,
    /// The one colour beside the greys, such as `#b43c0a`; dark enough to be read.
    #[schemars(extend("pattern" = "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"))]
    pub accent: Option<At<String>>,
    /// The sections in order, by their ids, such as `result`; all of them if left out. What tells
    /// how the numbers came about always stands at the end.
    pub sections: Option<At<Vec<At<String>>>>,
    /// A text of your own after the result; blank lines part its paragraphs.
    pub introduction: Option<At<String>>,
    /// A text of your own after the next steps; blank lines part its paragraphs.
    pub conclusion: Option<At<String>>,
}

/// A date as TOML writes it; whether it holds a time beside the day is checked later.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct Day(pub Datetime);

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "string", "format": "date" })
    }

    fn inline_schema() -> bool {
        true
    }
}

/// The JSON Schema of the file, for editors.
pub fn schema() -> String {
    let schema = schemars::schema_for!(File);
    // A schema is made of strings, numbers and lists only, which always can be written.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}
