//! The questions people are asked, in no format.

use jiff::civil::Date;

use crate::assessment::Color;

/// The questions people are asked, in no format.
#[derive(Debug, Clone, PartialEq)]
pub struct Questionnaire {
    /// Its language, such as `da`.
    pub language: String,
    /// The assessment's title, else the model's.
    pub title: String,
    /// Who asks.
    pub organisation: Option<String>,
    /// Its date.
    pub date: Option<Date>,
    /// The accent.
    pub accent: Color,
    /// The model's id and version.
    pub model: String,
    /// Paragraphs.
    pub introduction: Vec<String>,
    /// Declared units in tree order.
    pub units: Vec<Choice>,
    /// Declared roles.
    pub roles: Vec<Choice>,
    /// A fixed role.
    pub role: Option<Choice>,
    /// The wave.
    pub wave: Option<Choice>,
    /// Level names, lowest first.
    pub levels: Vec<String>,
    /// The practices asked, in model order.
    pub items: Vec<Item>,
    /// The intake's header words.
    pub heads: Heads,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How deep in the tree.
    pub depth: usize,
}

/// A practice that is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub practice: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub summary: String,
    /// What is asked.
    pub question: String,
    /// The discipline's name.
    pub discipline: String,
    /// What one sees at each level, lowest first.
    pub anchors: Vec<String>,
}

/// Header words that the intake knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heads {
    /// Who answered.
    pub respondent: String,
    /// The unit.
    pub unit: String,
    /// The role.
    pub role: String,
    /// The wave.
    pub wave: String,
    /// The practice.
    pub practice: String,
    /// The level.
    pub level: String,
    /// A remark.
    pub comment: String,
}
