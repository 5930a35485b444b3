//! The TOML of a model folder and of an overlay, field for field; the schemas come from here.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diagnostic::code::{M004, M005, M006, M007, M008};

use super::toml::{At, Entries, Form, Numbered};
use super::{Basis, Confidence, Influence};

/// What a file of a model or an overlay is faulted with for its form.
pub const FORM: Form = Form {
    syntax: &M004,
    unknown: &M005,
    missing: &M006,
    unfit: &M007,
    schema: None,
};

/// As [`FORM`], for a file that says the number of its layout.
pub const NUMBERED: Form = Form {
    schema: Some(Numbered {
        number: 1,
        unknown: &M008,
    }),
    ..FORM
};

/// `model.toml`: identity, terms, scale, plateaus and their gates.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// The number of the file format: 1.
    #[expect(dead_code, reason = "it is judged before the rest of the file is read")]
    pub schema: At<u64>,
    /// The model's permanent identity.
    pub id: At<String>,
    /// Three numbers, such as 1.0.0: a new first number can change a score, a new second
    /// number adds optional text, a new third number mends wording.
    pub version: At<String>,
    /// The language of every text in the model's files, translations aside, such as `da`.
    pub language: At<String>,
    /// What the model is called.
    pub title: At<String>,
    /// What a respondent is asked to do with every question.
    pub instruction: At<String>,
    /// Organisational layers that a unit must have for the scale to tell common from local.
    pub minimum_layers: At<u64>,
    /// The discipline files beside this one without `.toml`, in the order of the model.
    pub disciplines: Vec<At<String>>,
    /// Ids that were used once and are never used again.
    #[serde(default)]
    pub retired: Vec<At<String>>,
    /// Where the model comes from and on what terms it may be used.
    pub provenance: Provenance,
    /// The organisational layers whose influence on a practice the model rates.
    #[serde(default)]
    pub layers: Vec<Layer>,
    /// The ordered levels, lowest first.
    pub levels: Vec<Level>,
    /// The implementation stages, lowest first.
    pub plateaus: Vec<Plateau>,
}

/// Where a model comes from and on what terms it may be used.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// The licence of the model's own words.
    pub licence: At<String>,
    /// What is attested and what is reconstructed, in a sentence or two.
    pub status: At<String>,
    /// The works the model rests on, one reference each.
    pub sources: Vec<At<String>>,
}

/// An organisational layer, such as a team.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Layer {
    /// Identity, such as `team`.
    pub id: At<String>,
    /// What it is called.
    pub name: At<String>,
}

/// A step on the scale.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Its number: 1 for the lowest, then one up.
    pub id: At<u64>,
    /// Its name.
    pub name: At<String>,
    /// A shorter label for questionnaires.
    pub label: At<String>,
    /// What is true of a practice at this level.
    pub definition: At<String>,
    /// What the source states and what was reconstructed.
    pub basis: WordsBasis,
}

/// What of a level or a plateau the source states.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WordsBasis {
    /// The basis of the name.
    pub name: Basis,
    /// The basis of the definition.
    pub definition: Basis,
}

/// An implementation stage.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plateau {
    /// Its number: 1 for the first, then one up.
    pub id: At<u64>,
    /// What it is called.
    pub name: At<String>,
    /// What is true of a unit that has reached it.
    pub definition: At<String>,
    /// What the source states and what was reconstructed.
    pub basis: WordsBasis,
    /// The condition for having reached it.
    pub gate: Gate,
}

/// The condition that every one of a plateau's practices is at a level or higher.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// The number of the level that every practice must have.
    pub level: At<u64>,
    /// Whether that level means the same way across the whole unit.
    pub across_units: bool,
    /// Whether the source states the gate.
    pub basis: Basis,
}

/// A discipline file: a discipline and its practices, each complete in one place.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Discipline {
    /// The discipline's permanent identity.
    pub id: At<String>,
    /// What it is called.
    pub name: At<String>,
    /// Its practices, in the order of the model.
    pub practices: Vec<Practice>,
}

/// The smallest thing rated.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// Permanent identity.
    pub id: At<String>,
    /// What it is called.
    pub name: At<String>,
    /// What it is, in a sentence or two.
    pub summary: At<String>,
    /// What a respondent is asked.
    pub question: At<String>,
    /// What one sees at each level, lowest level first.
    pub anchors: At<Vec<At<String>>>,
    /// Ids of practices that this one builds on or works with.
    #[serde(default)]
    pub links: Vec<At<String>>,
    /// What each layer can do about it, by the layer's id.
    #[serde(default)]
    pub influence: Entries<Influence>,
    /// What the source states and what was reconstructed.
    pub basis: PracticeBasis,
    /// Which plateau it belongs to, and why.
    pub placement: Placement,
}

/// What of a practice the source states.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PracticeBasis {
    /// The basis of the anchors.
    pub anchors: Basis,
    /// The basis of the links.
    pub links: Basis,
    /// The basis of the influence.
    pub influence: Basis,
}

/// A practice's place among the plateaus.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Placement {
    /// The plateau's number.
    pub plateau: At<u64>,
    /// Whether the source states it.
    pub basis: Basis,
    /// How sure it is.
    pub confidence: Confidence,
    /// Why the practice is placed there.
    pub rationale: At<String>,
}

/// `text/LANGUAGE.toml`: the model's words in another language, by id. It holds no numbers,
/// so a translation cannot change a score.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// What the model is called.
    #[schemars(required)]
    pub title: Option<At<String>>,
    /// What a respondent is asked to do with every question.
    #[schemars(required)]
    pub instruction: Option<At<String>>,
    /// What is attested and what is reconstructed.
    #[schemars(required)]
    pub status: Option<At<String>>,
    /// The layers' names.
    #[serde(default)]
    pub layers: Entries<At<String>>,
    /// The levels' words.
    #[serde(default)]
    pub levels: Entries<LevelWords>,
    /// The plateaus' words.
    #[serde(default)]
    pub plateaus: Entries<PlateauWords>,
    /// The disciplines' names.
    #[serde(default)]
    pub disciplines: Entries<At<String>>,
    /// The practices' words.
    #[serde(default)]
    pub practices: Entries<PracticeWords>,
}

/// A level's words in another language.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelWords {
    /// Its name.
    #[schemars(required)]
    pub name: Option<At<String>>,
    /// A shorter label for questionnaires.
    #[schemars(required)]
    pub label: Option<At<String>>,
    /// What is true of a practice at this level.
    #[schemars(required)]
    pub definition: Option<At<String>>,
}

/// A plateau's words in another language.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlateauWords {
    /// What it is called.
    #[schemars(required)]
    pub name: Option<At<String>>,
    /// What is true of a unit that has reached it.
    #[schemars(required)]
    pub definition: Option<At<String>>,
}

/// A practice's words in another language.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PracticeWords {
    /// What it is called.
    #[schemars(required)]
    pub name: Option<At<String>>,
    /// What it is, in a sentence or two.
    #[schemars(required)]
    pub summary: Option<At<String>>,
    /// What a respondent is asked.
    #[schemars(required)]
    pub question: Option<At<String>>,
    /// Why the practice is placed on its plateau.
    #[schemars(required)]
    pub rationale: Option<At<String>>,
    /// What one sees at each level, lowest level first.
    #[schemars(required)]
    pub anchors: Option<At<Vec<At<String>>>>,
}

/// An overlay: level names, anchors and plateau placement that replace a model's own.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Overlay {
    /// The number of the file format: 1.
    #[expect(dead_code, reason = "it is judged before the rest of the file is read")]
    pub schema: At<u64>,
    /// The id of the model that it is for.
    pub model: At<String>,
    /// What it is called; reports say that it was used, and it stands for the reason of a
    /// placement that gives none.
    pub title: At<String>,
    /// Whether what it says is stated by the model's source.
    #[serde(default = "attested")]
    pub basis: Basis,
    /// New words for levels, by the level's number.
    #[serde(default)]
    pub levels: Entries<LevelChange>,
    /// New anchors and placements, by the practice's id.
    #[serde(default)]
    pub practices: Entries<PracticeChange>,
}

fn attested() -> Basis {
    Basis::Attested
}

/// Words by language.
pub type Words = Entries<At<String>>;

/// New words for a level.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelChange {
    /// Its name by language.
    #[serde(default)]
    pub name: Words,
    /// Its label by language.
    #[serde(default)]
    pub label: Words,
    /// Its definition by language.
    #[serde(default)]
    pub definition: Words,
    /// The basis of these words, if it is not the overlay's.
    pub basis: Option<Basis>,
}

/// New anchors or a new placement for a practice.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PracticeChange {
    /// The number of the plateau that it belongs to.
    pub plateau: Option<At<u64>>,
    /// How sure that is; high if left out.
    pub confidence: Option<Confidence>,
    /// Why it is placed there, by language.
    #[serde(default)]
    pub rationale: Words,
    /// What one sees at each level, lowest level first, by language.
    #[serde(default)]
    pub anchors: Entries<At<Vec<At<String>>>>,
    /// The basis of this, if it is not the overlay's.
    pub basis: Option<Basis>,
}
