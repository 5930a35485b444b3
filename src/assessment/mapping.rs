//! Mappings: how answers to an older version of the model are carried over to the one in use.
//!
//! Nothing is carried silently: a mapping names every practice of the older version, and says
//! of each how far its answers may be held against those of the version in use.

mod check;
mod file;

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::Deserialize;

pub(super) use check::{Asked, read};
pub use file::mapping_schema;

/// How answers to an older version of the model are carried over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// Its file's name as written in `assessment.toml`.
    pub name: String,
    /// Where the file is.
    pub path: PathBuf,
    /// The older version.
    pub from: String,
    /// What becomes of every practice of the older version, in the file's order.
    pub carried: Vec<Carried>,
    /// Column headers that stand for a practice of the older version, with its id.
    pub columns: Vec<(String, String)>,
}

/// What becomes of one practice of the older version, or of several together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// How it is carried over.
    pub fate: Fate,
    /// The older version's ids; one, unless merged.
    pub old: Vec<String>,
    /// Indices of practices of the model in use; one, unless split or dropped.
    pub new: Vec<usize>,
    /// How far the answers may be compared; those that are dropped may not.
    pub comparable: Comparable,
    /// Why, if the file says so.
    pub reason: Option<String>,
}

/// How a practice is carried over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It has the same id.
    Kept,
    /// It has another id.
    Renamed,
    /// It has become several.
    Split,
    /// It has become one with others.
    Merged,
    /// Its answers are left out.
    Dropped,
}

/// How far answers to two versions may be held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Comparable {
    /// They answer the same question.
    Fully,
    /// They answer nearly the same question; wherever they are compared, that is said.
    Partly,
    /// They answer another question and are never compared.
    Not,
}

impl Mapping {
    /// How far the carried answers to a practice of the model in use may be compared; `None`
    /// where nothing is carried to it.
    pub fn comparable(&self, practice: usize) -> Option<Comparable> {
        let entry = self
            .carried
            .iter()
            .find(|entry| entry.new.contains(&practice));
        entry.map(|entry| entry.comparable)
    }

    /// All ids of the older version.
    pub fn old_ids(&self) -> impl Iterator<Item = &str> {
        let ids = self.carried.iter().flat_map(|entry| &entry.old);
        ids.map(String::as_str)
    }

    /// The older version's major number.
    pub fn major(&self) -> &str {
        major(&self.from)
    }
}

/// What comes before a version's first point: another one can change a score.
pub fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or_default()
}
