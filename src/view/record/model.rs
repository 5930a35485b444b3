//! What the record says about the model.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Model, Text};

/// A model's identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ModelRecord {
    /// Its permanent id.
    pub id: String,
    /// Its semantic version.
    pub version: String,
    /// How many levels its scale has.
    pub levels: usize,
    /// The name of the overlay that was laid over it.
    pub overlay: Option<String>,
    /// What it calls its parts.
    pub names: NamesRecord,
}

/// What a model calls its parts, in the report's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NamesRecord {
    /// The model.
    pub title: String,
    /// The levels, lowest first.
    pub levels: Vec<String>,
    /// The plateaus, lowest first.
    pub plateaus: Vec<String>,
    /// The disciplines, in model order.
    pub disciplines: Vec<NameRecord>,
    /// The practices, in model order.
    pub practices: Vec<NameRecord>,
}

/// An id and what people call it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NameRecord {
    /// The permanent id.
    pub id: String,
    /// The name.
    pub name: String,
}

impl ModelRecord {
    /// A model's identity, with its words in a language.
    pub(super) fn new(model: &Model, language: &str) -> Self {
        let words = |text: &Text| text.get(language).to_owned();
        let name = |id: &str, text: &Text| NameRecord {
            id: id.to_owned(),
            name: words(text),
        };
        let levels = model.scale.levels();
        let disciplines = model.disciplines.iter();
        let practices = model.practices.iter();
        Self {
            id: model.id.clone(),
            version: model.version.clone(),
            levels: model.scale.len(),
            overlay: model.overlay.clone(),
            names: NamesRecord {
                title: words(&model.title),
                levels: levels
                    .map(|level| words(&model.scale.text(level).name))
                    .collect(),
                plateaus: model.plateaus.iter().map(|p| words(&p.name)).collect(),
                disciplines: disciplines.map(|d| name(&d.id, &d.name)).collect(),
                practices: practices.map(|p| name(&p.id, &p.name)).collect(),
            },
        }
    }
}
