//! What the record says of answers carried over from an older version of the model.

use schemars::JsonSchema;
use serde::Serialize;

use super::ComparableWord;
use super::change::comparable;
use super::names::Names;
use crate::assessment::{Carried, Fate, Mapping};

/// How a wave's answers were carried over from an older version of the model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MappingRecord {
    /// The mapping file's name.
    pub name: String,
    /// The older version.
    pub from: String,
    /// Answers that are merged, but differ or of which one is missing: counted as blank.
    pub unmerged: u64,
    /// What became of every practice of the older version.
    pub carried: Vec<CarriedRecord>,
}

/// What became of one practice of the older version, or of several together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CarriedRecord {
    /// How it is carried over.
    pub fate: FateWord,
    /// Ids of the older version.
    pub old: Vec<String>,
    /// Ids of the version in use.
    pub new: Vec<String>,
    /// How far the answers may be compared.
    pub comparable: ComparableWord,
    /// Why.
    pub reason: Option<String>,
}

/// How a practice is carried over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FateWord {
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

/// A mapping under permanent names.
pub(super) fn mapping(names: &Names<'_>, mapping: &Mapping, unmerged: u64) -> MappingRecord {
    MappingRecord {
        name: mapping.name.clone(),
        from: mapping.from.clone(),
        unmerged,
        carried: mapping
            .carried
            .iter()
            .map(|it| carried(names, it))
            .collect(),
    }
}

fn carried(names: &Names<'_>, carried: &Carried) -> CarriedRecord {
    CarriedRecord {
        fate: match carried.fate {
            Fate::Kept => FateWord::Kept,
            Fate::Renamed => FateWord::Renamed,
            Fate::Split => FateWord::Split,
            Fate::Merged => FateWord::Merged,
            Fate::Dropped => FateWord::Dropped,
        },
        old: carried.old.clone(),
        new: names.practices(&carried.new),
        comparable: comparable(carried.comparable),
        reason: carried.reason.clone(),
    }
}
