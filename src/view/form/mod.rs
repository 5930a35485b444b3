//! Forms: sheets for people to fill in, in no format. What is filled in is read back as answers,
//! so that the heads are words of the intake and a test reads every form back.

mod guide;
mod moderation;
mod questionnaire;
mod sheet;
mod spoken;
mod wide;

use jiff::civil::Date;

use super::Table;
use crate::assessment::Color;

pub use moderation::moderation;
pub use questionnaire::{Asked, Choice, Heads, Item, Questionnaire, questionnaire};
pub use sheet::sheet;
pub use spoken::{Reply, Spoken};
pub use wide::wide;

/// A sheet to fill in.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Its language, such as `da`.
    pub language: String,
    /// What it is about, on one line.
    pub title: String,
    /// Its date; never the clock's.
    pub date: Option<Date>,
    /// The one colour beside the greys and the levels' own.
    pub accent: Color,
    /// What it is called in a word.
    pub name: String,
    /// How many levels the scale has.
    pub levels: usize,
    /// The columns.
    pub fields: Vec<Field>,
    /// The rows; each has an entry a field.
    pub rows: Vec<Row>,
    /// How to fill it in.
    pub guide: Guide,
}

/// A column of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// What stands above it: a word that the intake knows.
    pub heading: String,
    /// How many characters it wants.
    pub width: u16,
    /// What it takes.
    pub kind: FieldKind,
}

/// What a column takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Nothing: it names the row.
    Name,
    /// Nothing: it is there to be read.
    Fact,
    /// Nothing: it is there to be read, and short.
    Figure,
    /// Nothing: it is there to be read, and is a level.
    Level,
    /// A level.
    Choice,
    /// Words.
    Words,
    /// A day.
    Day,
}

impl FieldKind {
    /// Whether it is to be filled in.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Choice | Self::Words | Self::Day)
    }
}

/// A row of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What is in it already.
    pub entries: Vec<Entry>,
    /// What helps to choose a level.
    pub help: String,
}

/// What is in a cell already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// Nothing.
    Empty,
    /// Words; may be people's own.
    Words(String),
    /// Words to look at first.
    Accent(String),
    /// Words in place of what is not there or may not be shown.
    Muted(String),
    /// A count or a level.
    Number(u64),
    /// A day.
    Day(Date),
}

impl Entry {
    /// Words, if there are any.
    fn words(words: Option<&str>) -> Self {
        words.map_or(Self::Empty, |words| Self::Words(words.to_owned()))
    }
}

/// How to fill in a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Guide {
    /// What it is called in a word.
    pub name: String,
    /// What to do, a sentence or two a line.
    pub lines: Vec<String>,
    /// What one sees at each level of each practice.
    pub anchors: Table,
}
