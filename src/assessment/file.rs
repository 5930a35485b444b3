//! `assessment.toml`, field for field. What the words mean is [`super::check`]'s business.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, Range};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use toml::Spanned;
use toml::value::Datetime;

/// The number of this layout of the file; another number is another layout.
pub const SCHEMA: i64 = 1;

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
    pub schema: Placed<i64>,
    /// What the assessment is called; stands on its reports. The first unit's name if left out.
    pub title: Option<Placed<String>>,
    /// The language of its reports, such as `da`.
    pub language: Option<Placed<String>>,
    /// The date on its reports, such as 2026-10-01 (without quotes).
    pub date: Option<Placed<Day>>,
    /// The model to assess by: the id of a model that comes with the program, or the path of a
    /// model folder, relative to this file. Whatever holds a slash is a path. The built-in model if left out.
    pub model: Option<Placed<String>>,
    /// The parts of the organisation. Without any, whatever units the answers name are taken.
    #[serde(default)]
    pub units: Vec<UnitEntry>,
    /// The points in time at which people were asked, each with its answers.
    #[serde(default)]
    pub waves: Vec<WaveEntry>,
    /// The respondents' groups: id = name. Without any, whatever roles the answers name are taken.
    #[serde(default)]
    pub roles: Entries<String>,
    /// What the assessment leaves out of the model.
    #[serde(default)]
    pub tailoring: Tailoring,
    /// The level aimed at: `default` for every practice, or by practice id.
    #[serde(default)]
    pub targets: Entries<i64>,
    /// How people's answers are protected.
    #[serde(default)]
    pub privacy: PrivacyEntry,
    /// How numbers are made.
    #[serde(default)]
    pub scoring: ScoringEntry,
    /// Column headers of the answers files that stand for a practice: header = practice id.
    #[serde(default)]
    pub columns: Entries<String>,
}

/// A part of the organisation.
#[derive(Debug, Clone, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with a unit's id and name")]
pub struct UnitEntry {
    /// Identity, as answers files may name it.
    pub id: Placed<String>,
    /// What it is called; its id if left out.
    pub name: Option<Placed<String>>,
    /// The id of the unit that it is a part of.
    pub parent: Option<Placed<String>>,
    /// How many people were invited to answer, its sub-units' included; for the response rate.
    #[schemars(extend("minimum" = 0))]
    pub invited: Option<Placed<i64>>,
}

/// A point in time.
#[derive(Debug, Clone, serde::Deserialize, JsonSchema)]
#[serde(
    deny_unknown_fields,
    expecting = "a table with a wave's id and answers"
)]
pub struct WaveEntry {
    /// Identity, as answers files may name it.
    pub id: Placed<String>,
    /// What it is called; its id if left out.
    pub name: Option<Placed<String>>,
    /// When it was, such as 2026-10-01 (without quotes).
    pub date: Option<Placed<Day>>,
    /// Its answers files, relative to this file.
    #[serde(default)]
    #[schemars(extend("minItems" = 1))]
    pub answers: Vec<Placed<String>>,
}

/// What the assessment leaves out of the model.
#[derive(Debug, Clone, Default, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Tailoring {
    /// Practices that do not apply here: id = the reason.
    #[serde(default)]
    pub not_relevant: Entries<String>,
}

/// How people's answers are protected.
#[derive(Debug, Clone, Default, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct PrivacyEntry {
    /// The fewest people whose ratings of a practice are shown as a group; 5 if left out.
    #[schemars(extend("minimum" = 1))]
    pub minimum_group: Option<Placed<i64>>,
    /// The fewest people who rated a practice for its comments to be shown; 10 if left out, or
    /// `minimum_group` where that is more.
    #[schemars(extend("minimum" = 1))]
    pub minimum_comments: Option<Placed<i64>>,
    /// Whether `minimum_group` may be below 3; every report says so.
    #[serde(default)]
    pub allow_small_groups: bool,
}

/// How numbers are made.
#[derive(Debug, Clone, Default, serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct ScoringEntry {
    /// The least share of those asked who must have rated a practice for a level to be claimed:
    /// above 0 and at most 1; 0.5 if left out.
    #[schemars(extend("exclusiveMinimum" = 0, "maximum" = 1))]
    pub minimum_coverage: Option<Placed<f64>>,
    /// What weighs the same in a unit with sub-units: each `respondent` (if left out) or each `unit`.
    #[schemars(extend("enum" = ["respondent", "unit"]))]
    pub weighting: Option<Placed<String>>,
}

/// A value and the bytes of the file that it was read from.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct Placed<T>(Spanned<T>);

impl<T> Placed<T> {
    /// The bytes that it was read from.
    pub fn range(&self) -> Range<usize> {
        self.0.span()
    }
}

impl<T> Deref for Placed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.get_ref()
    }
}

impl<T: JsonSchema> JsonSchema for Placed<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }

    fn inline_schema() -> bool {
        T::inline_schema()
    }
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

/// A table whose keys are people's words, in the order in which they stand in the file.
#[derive(Debug, Clone)]
pub struct Entries<V>(Vec<(Placed<String>, Placed<V>)>);

impl<V> Default for Entries<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> Deref for Entries<V> {
    type Target = [(Placed<String>, Placed<V>)];

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Entries<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder<V>(PhantomData<V>);

        impl<'de, V: Deserialize<'de>> Visitor<'de> for InOrder<V> {
            type Value = Entries<V>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries: Vec<(Placed<String>, Placed<V>)> = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                // The TOML reader sorts keys by name; their place in the file is the order meant.
                entries.sort_by_key(|(key, _)| key.range().start);
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(InOrder(PhantomData))
    }
}

impl<V: JsonSchema> JsonSchema for Entries<V> {
    fn schema_name() -> Cow<'static, str> {
        format!("Entries_of_{}", V::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        <std::collections::BTreeMap<String, V>>::json_schema(generator)
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
