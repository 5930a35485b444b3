//! What is assessed and by what rules, as data: nothing here knows any particular model.

mod check;
mod embedded;
mod export;
mod file;
mod folder;
mod load;
mod overlay;
mod parsed;
mod scale;
mod schema;
mod text;
pub(crate) mod toml;

use schemars::JsonSchema;
use serde::Deserialize;

pub use export::export;
pub use load::{load, shipped};
pub use overlay::overlay;
pub use scale::{Level, LevelText, Scale};
pub use schema::schemas;
pub use text::{Text, folded};

/// A maturity model, immutable and consistent once loaded.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// Permanent identity, such as `driftsledelse-2024`.
    pub id: String,
    /// Semantic version; a new major version can change a score.
    pub version: String,
    /// The languages it speaks, base language first, such as `["da", "en"]`.
    pub languages: Vec<String>,
    /// What the model is called.
    pub title: Text,
    /// What a respondent is asked to do with every question.
    pub instruction: Text,
    /// Where it comes from and on what terms it may be used.
    pub provenance: Provenance,
    /// Organisational layers that a unit must have for the scale to tell common from local.
    pub minimum_layers: usize,
    /// The organisational layers whose influence on a practice the model rates.
    pub layers: Vec<Layer>,
    /// The ordered levels.
    pub scale: Scale,
    /// The groups of practices, in model order.
    pub disciplines: Vec<Discipline>,
    /// All practices, in model order: by discipline, then as listed there. A practice's
    /// index in this list is its identity everywhere else in the program.
    pub practices: Vec<Practice>,
    /// The implementation stages, lowest first.
    pub plateaus: Vec<Plateau>,
    /// Ids that were used once and are never used again.
    pub retired: Vec<String>,
    /// The name of the overlay that was laid over the model, if any.
    pub overlay: Option<String>,
}

/// Whether something is stated by the model's source or was filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The source says so.
    Attested,
    /// The source does not say; it was reconstructed.
    Reconstructed,
}

/// How sure the model's makers are of a reconstruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Could well be otherwise.
    Low,
    /// Reasoned.
    Medium,
    /// All but stated.
    High,
}

/// Where a model comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The licence of the model's own words.
    pub licence: String,
    /// What is attested and what is reconstructed, in a sentence or two.
    pub status: Text,
    /// The works it rests on, one reference each.
    pub sources: Vec<String>,
}

/// An organisational layer, such as a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// Identity, such as `team`.
    pub id: String,
    /// What it is called.
    pub name: Text,
}

/// How much a layer can do about a practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Influence {
    /// Little.
    Limited,
    /// Some.
    Partial,
    /// Decides it.
    Direct,
}

/// A group of practices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discipline {
    /// Identity, such as `PLA`.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// Its practices as indices into [`Model::practices`], in order.
    pub practices: Vec<usize>,
}

/// The smallest thing rated.
#[derive(Debug, Clone, PartialEq)]
pub struct Practice {
    /// Permanent identity, such as `PLA-4`.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// What it is, in a sentence or two.
    pub summary: Text,
    /// What a respondent is asked.
    pub question: Text,
    /// Its discipline, an index into [`Model::disciplines`].
    pub discipline: usize,
    /// Which plateau it belongs to, and why.
    pub placement: Placement,
    /// What one sees at each level, lowest level first; as many as the scale has levels.
    pub anchors: Vec<Text>,
    /// The basis of the anchors.
    pub anchors_basis: Basis,
    /// Practices that this one builds on or works with, as indices into [`Model::practices`].
    pub links: Vec<usize>,
    /// The basis of the links.
    pub links_basis: Basis,
    /// What each layer can do about it, in the order of [`Model::layers`].
    pub influence: Vec<Influence>,
    /// The basis of the influence.
    pub influence_basis: Basis,
}

/// A practice's place among the plateaus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// An index into [`Model::plateaus`].
    pub plateau: usize,
    /// Whether the source states it.
    pub basis: Basis,
    /// How sure it is, where reconstructed.
    pub confidence: Confidence,
    /// Why it is placed there.
    pub rationale: Text,
}

/// An implementation stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plateau {
    /// Its number, from 1; what `--require` names.
    pub id: usize,
    /// What it is called.
    pub name: Text,
    /// What is true of a unit that has reached it.
    pub definition: Text,
    /// Whether the source gives the name.
    pub name_basis: Basis,
    /// Whether the source gives the definition's meaning.
    pub definition_basis: Basis,
    /// Its practices as indices into [`Model::practices`], in model order; never empty.
    pub practices: Vec<usize>,
    /// The condition for having reached it.
    pub gate: Gate,
}

/// The condition that every one of a plateau's practices is at a level or higher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gate {
    /// The level that every practice must have.
    pub level: Level,
    /// Whether that level means *the same way across the whole unit*.
    pub across_units: bool,
    /// Whether the source states it.
    pub basis: Basis,
}

impl Model {
    /// The base language.
    pub fn base_language(&self) -> &str {
        &self.languages[0]
    }

    /// The index of the practice with this id, in any case.
    pub fn practice(&self, id: &str) -> Option<usize> {
        self.practices
            .iter()
            .position(|practice| practice.id.eq_ignore_ascii_case(id))
    }

    /// The index of the practice with this id or, in any language, this name; case does not count.
    pub fn practice_named(&self, word: &str) -> Option<usize> {
        let word = word.to_lowercase();
        self.practice(&word).or_else(|| {
            self.practices
                .iter()
                .position(|practice| practice.name.all().any(|name| name.to_lowercase() == word))
        })
    }

    /// The practices of a part of the model: a plateau by its number, a discipline by its id or,
    /// in any language, its name, or one practice by its id; case and white space do not count.
    pub fn part(&self, word: &str) -> Option<Vec<usize>> {
        let word = folded(word);
        let is_meant = |text: &str| folded(text) == word;
        let mut plateaus = self.plateaus.iter();
        if let Some(plateau) = plateaus.find(|plateau| plateau.id.to_string() == word) {
            return Some(plateau.practices.clone());
        }
        let mut disciplines = self.disciplines.iter();
        let named = disciplines.find(|d| is_meant(&d.id) || d.name.all().any(is_meant));
        named
            .map(|discipline| discipline.practices.clone())
            .or_else(|| Some(vec![self.practice(&word)?]))
    }

    /// The words by which [`Model::part`] knows plateaus and disciplines, in order.
    pub fn parts(&self) -> Vec<String> {
        let plateaus = self.plateaus.iter().map(|plateau| plateau.id.to_string());
        let disciplines = self.disciplines.iter();
        plateaus
            .chain(disciplines.map(|discipline| discipline.id.clone()))
            .collect()
    }

    /// The plateau that a practice belongs to.
    pub fn plateau_of(&self, practice: usize) -> &Plateau {
        &self.plateaus[self.practices[practice].placement.plateau]
    }

    /// The practices that one builds on: those that it names without being named by them. Two
    /// that name each other work together, and neither comes first.
    pub fn builds_on(&self, practice: usize) -> impl Iterator<Item = usize> {
        let links = self.practices[practice].links.iter().copied();
        links.filter(move |&other| !self.practices[other].links.contains(&practice))
    }

    /// The practices that build on one or work with it, in model order.
    pub fn supported_by(&self, practice: usize) -> impl Iterator<Item = usize> {
        let all = self.practices.iter().enumerate();
        all.filter(move |(_, other)| other.links.contains(&practice))
            .map(|(index, _)| index)
    }

    /// The gate that a practice must pass.
    pub fn gate_of(&self, practice: usize) -> &Gate {
        &self.plateau_of(practice).gate
    }
}
