//! A mapping file, field for field.

use schemars::JsonSchema;

use super::Comparable;
use crate::diagnostic::code::{S003, S004, S005, S006};
use crate::model::toml::{At, Entries, Form, Numbered};

/// The number of this layout of the file; another number is another layout.
const SCHEMA: u64 = 1;

/// What the file is faulted with for its form.
pub(super) const FORM: Form = Form {
    syntax: &S003,
    unknown: &S005,
    missing: &S006,
    unfit: &S006,
    schema: Some(Numbered {
        number: SCHEMA,
        unknown: &S004,
    }),
};

/// How answers to an older version of a model are carried over to a newer one. Every practice of
/// the older version is named once.
#[derive(Debug, Clone, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
#[schemars(title = "mapping")]
pub(super) struct File {
    /// The number of this file's layout: 1.
    #[expect(
        dead_code,
        reason = "it is checked before the rest of the file is read"
    )]
    #[schemars(extend("const" = SCHEMA))]
    pub schema: At<i64>,
    /// The id of the model.
    pub model: At<String>,
    /// The older version, such as `1.0.0`.
    pub from: At<String>,
    /// The newer version, such as `2.0.0`.
    pub to: At<String>,
    /// Practices that have the same id in both versions: id = how far they may be compared.
    #[serde(default)]
    pub kept: Entries<At<Comparable>>,
    /// Practices that have another id in the newer version.
    #[serde(default)]
    pub renamed: Vec<Renamed>,
    /// Practices that have become several.
    #[serde(default)]
    pub split: Vec<Split>,
    /// Practices that have become one. Who answered all of them alike has answered the new one so;
    /// everybody else has left it blank.
    #[serde(default)]
    pub merged: Vec<Merged>,
    /// Practices whose answers are left out.
    #[serde(default)]
    pub dropped: Vec<Dropped>,
    /// Column headers of the answers files that stand for a practice of the older version:
    /// header = its id.
    #[serde(default)]
    pub columns: Entries<At<String>>,
}

/// A practice that has another id in the newer version.
#[derive(Debug, Clone, serde::Deserialize, JsonSchema)]
#[serde(
    deny_unknown_fields,
    expecting = "a table with old, new and comparable"
)]
pub(super) struct Renamed {
    /// Its id in the older version.
    pub old: At<String>,
    /// Its id in the newer version.
    pub new: At<String>,
    /// How far the answers may be compared.
    pub comparable: Comparable,
    /// Why, for the report.
    pub reason: Option<At<String>>,
}

/// A practice that has become several; each takes over its answers.
#[derive(Debug, Clone, serde::Deserialize, JsonSchema)]
#[serde(
    deny_unknown_fields,
    expecting = "a table with old, new and comparable"
)]
pub(super) struct Split {
    /// Its id in the older version.
    pub old: At<String>,
    /// The ids in the newer version.
    #[schemars(extend("minItems" = 2))]
    pub new: Vec<At<String>>,
    /// How far the answers may be compared.
    pub comparable: Comparable,
    /// Why, for the report.
    pub reason: Option<At<String>>,
}

/// Practices that have become one.
#[derive(Debug, Clone, serde::Deserialize, JsonSchema)]
#[serde(
    deny_unknown_fields,
    expecting = "a table with old, new and comparable"
)]
pub(super) struct Merged {
    /// The ids in the older version.
    #[schemars(extend("minItems" = 2))]
    pub old: Vec<At<String>>,
    /// The id in the newer version.
    pub new: At<String>,
    /// How far the answers may be compared.
    pub comparable: Comparable,
    /// Why, for the report.
    pub reason: Option<At<String>>,
}

/// A practice whose answers are left out.
#[derive(Debug, Clone, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with old")]
pub(super) struct Dropped {
    /// Its id in the older version.
    pub old: At<String>,
    /// Why, for the report.
    pub reason: Option<At<String>>,
}

/// The JSON Schema of the file, for editors.
pub fn mapping_schema() -> String {
    let schema = schemars::schema_for!(File);
    // A schema is made of strings, numbers and lists only, which always can be written.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}
