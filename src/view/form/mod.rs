//! Forms: sheets for people to fill in, in no format. What is filled in is read back as answers,
//! so that the heads are words of the intake and a test reads every form back.

mod guide;
mod moderation;
mod person;
mod questionnaire;
mod sheet;
mod spoken;
mod wide;

use jiff::civil::Date;

use super::{Line, Table};
use crate::assessment::Color;

pub use moderation::moderation;
pub use person::person;
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
    /// The units to choose from, each before its sub-units.
    pub units: Vec<Choice>,
    /// The roles to choose from.
    pub roles: Vec<Choice>,
    /// Everything that may be answered, in words: the levels, lowest first, then don't know and
    /// not relevant.
    pub answers: Vec<String>,
    /// How to fill it in; none where its rows say everything.
    pub guide: Option<Guide>,
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
    /// What helps to fill it in, where that is the same in every row; may be empty.
    pub help: String,
}

impl Field {
    /// A column that needs no help.
    fn new(heading: impl Into<String>, width: u16, kind: FieldKind) -> Self {
        Self {
            heading: heading.into(),
            width,
            kind,
            help: String::new(),
        }
    }
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
    /// One of a list.
    Choice(List),
    /// Words.
    Words,
    /// A day.
    Day,
}

/// A list to choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// The levels' numbers.
    Levels,
    /// The levels' numbers, don't know and not relevant: for narrow columns.
    Marks,
    /// [`Form::answers`].
    Answers,
    /// [`Form::units`].
    Units,
    /// [`Form::roles`].
    Roles,
    /// None: there is nothing to choose, and nothing to fill in.
    Nothing,
}

impl FieldKind {
    /// Whether it is to be filled in.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Choice(_) | Self::Words | Self::Day)
    }
}

/// A row of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What is in it already.
    pub entries: Vec<Entry>,
    /// What helps to choose; may be empty.
    pub help: String,
    /// What its cells of choice take, where that is not what their columns say; then nothing else
    /// in the row is to be filled in.
    pub list: Option<List>,
}

impl Row {
    /// What a column takes in this row.
    pub fn kind(&self, field: &Field) -> FieldKind {
        match (field.kind, self.list) {
            (FieldKind::Choice(_), Some(list)) if list != List::Nothing => FieldKind::Choice(list),
            (kind, Some(_)) if kind.is_open() => FieldKind::Fact,
            (kind, _) => kind,
        }
    }
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
    /// Lines of words, each with its emphasis.
    Lines(Vec<Line>),
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
