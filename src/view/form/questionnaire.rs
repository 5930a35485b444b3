//! What people are asked.

use jiff::civil::Date;

use crate::assessment::Color;

/// The questions that people are asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Questionnaire {
    /// Its language, such as `da`.
    pub language: String,
    /// The assessment's title, else the model's.
    pub title: String,
    /// In whose name people are asked.
    pub organisation: Option<String>,
    /// Its date; never the clock's.
    pub date: Option<Date>,
    /// The one colour beside the greys and the levels' own.
    pub accent: Color,
    /// The model's id and version, such as `driftsledelse-2024 1.0.0`.
    pub model: String,
    /// What to know before answering, a paragraph each: how long it takes, how to choose a level,
    /// who sees what. Whether anything is sent is the format's to say.
    pub introduction: Vec<String>,
    /// The unit that is asked, if it is one in particular: fixed where `units` is empty, else the
    /// one that all of them are parts of.
    pub unit: Option<Choice>,
    /// The units to choose from, each before its sub-units; empty where there is nothing to choose.
    pub units: Vec<Choice>,
    /// The roles to choose from; empty where there is nothing to choose.
    pub roles: Vec<Choice>,
    /// The role, where it is fixed and not asked.
    pub role: Option<Choice>,
    /// The point in time, where waves are declared; it is not asked.
    pub wave: Option<Choice>,
    /// The levels' names, lowest first.
    pub levels: Vec<String>,
    /// What those answer who cannot judge.
    pub dont_know: String,
    /// What those answer to whom a practice does not apply.
    pub not_relevant: String,
    /// What is asked, in model order.
    pub items: Vec<Item>,
    /// The words above the columns of answers.
    pub heads: Heads,
}

/// Something to choose, or that is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its id, which is read back.
    pub id: String,
    /// What it is called, which is read back too.
    pub name: String,
    /// How far it lies below the first.
    pub depth: usize,
}

/// A practice as it is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The practice's id, such as `PLA-4`.
    pub practice: String,
    /// What it is called.
    pub name: String,
    /// What it is, in a sentence or two.
    pub summary: String,
    /// What a respondent is asked.
    pub question: String,
    /// The name of its discipline.
    pub discipline: String,
    /// What one sees at each level, lowest first.
    pub anchors: Vec<String>,
}

/// Header words by which the intake reads answers back, in the questionnaire's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heads {
    /// Above who answered.
    pub respondent: String,
    /// Above the units.
    pub unit: String,
    /// Above the roles.
    pub role: String,
    /// Above the points in time.
    pub wave: String,
    /// Above the practices, where each row is about one.
    pub practice: String,
    /// Above the answers, where each row is about a practice.
    pub level: String,
    /// Above remarks; behind a practice's id, above remarks on it.
    pub comment: String,
}
