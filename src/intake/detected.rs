//! What was detected in a file, for `plateau check` to print.

use crate::model::Model;

use super::dialect::Dialect;
use super::encoding::Encoding;
use super::grid::Grid;
use super::header::{Meaning, Word};
use super::layout::Chosen;
use super::practices::By;
use super::responses::{EachRow, Layout, NotCounted};
use super::variety::{Varieties, Variety};

/// What was detected in a file, as far as it could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detected {
    /// The file's name as given.
    pub name: String,
    /// What its bytes stand for.
    pub encoding: Option<Encoding>,
    /// Whether it begins with a byte order mark.
    pub byte_order_mark: bool,
    /// The delimiter and how it was found.
    pub dialect: Option<Dialect>,
    /// The sheet that is read, where there are sheets.
    pub sheet: Option<DetectedSheet>,
    /// How its rows and columns are understood.
    pub layout: Option<Layout>,
    /// Rows that hold anything, without the header.
    pub rows: u64,
    /// How many of them are no respondents', and why.
    pub not_counted: Vec<(NotCounted, u64)>,
    /// Whether its answers were read.
    pub read: bool,
    /// How many people answered in it.
    pub respondents: u64,
    /// The mapping (an index into the assessment's) by which its answers are carried over from
    /// an older version of the model.
    pub mapping: Option<usize>,
    /// How many comments people wrote in it, where comments are kept.
    pub comments: u64,
    /// Its columns in order.
    pub columns: Vec<DetectedColumn>,
    /// What stands in the columns that `assessment.toml` names for it.
    pub named: Vec<Word>,
    /// Of how many variables it tells what they and their codes mean, where it is no answers file.
    pub variables: usize,
}

/// The sheet of a workbook that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DetectedSheet {
    /// Its name.
    pub name: String,
    /// The row of its header.
    pub row: u64,
    /// The other sheets, which are left alone.
    pub others: Vec<String>,
    /// The sheets that tell what its variables and codes mean.
    pub codebooks: Vec<String>,
}

/// A column and what it was taken as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DetectedColumn {
    /// The header as written, white space folded.
    pub header: String,
    /// What it was taken as.
    pub taken: Taken,
    /// How many different things stand in it, where that was asked for and nothing else is known.
    pub variety: Option<Variety>,
}

/// What a column was taken as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// What a header word says.
    Word(Word),
    /// Respondents by a survey tool's row number, which counts per file.
    RowNumber,
    /// Answers to a practice, and by what it was known.
    Answer(usize, By),
    /// Answers to a practice of an older version, by its place in [`crate::assessment::Mapping::old_ids`].
    Carried(usize, By),
    /// Remarks on a practice.
    Remark(usize),
    /// One of the choices of a question that goes over several columns.
    Choice,
    /// Nobody can know of which of two practices.
    Unclear(usize, usize),
    /// By its cells a survey tool tells who has answered.
    Standing,
    /// Left alone, because it tells of people.
    Personal,
    /// Left alone, because the survey tool notes it for itself.
    Tools,
    /// Left alone, because this layout has no use for it.
    Unread(Word),
    /// Left alone, because `[columns]` says so.
    LeftAlone,
    /// Left alone, because nothing stands above it.
    Empty,
    /// Left alone, because nothing is known of it.
    Unknown,
}

impl Taken {
    /// What the column was taken as, in words.
    pub fn describe(self, model: &Model) -> String {
        let id = |practice: usize| model.practices[practice].id.as_str();
        match self {
            Self::Word(word) => word.to_string(),
            Self::RowNumber => "respondent (the survey tool's number, counted per file)".into(),
            Self::Answer(practice, by) => format!("practice {} (by its {by})", id(practice)),
            Self::Carried(_, by) => format!("practice of an older version (by its {by})"),
            Self::Remark(practice) => format!("comment of practice {}", id(practice)),
            Self::Choice => "a choice of the question before".into(),
            Self::Unclear(one, other) => format!("practice {} or {}: decide", id(one), id(other)),
            Self::Standing => "tells who has answered".into(),
            Self::Personal => "left alone (personal data)".into(),
            Self::Tools => "left alone (the survey tool's own)".into(),
            Self::Unread(word) if word.is_aid() => "left alone (for people to read)".into(),
            Self::Unread(word) => format!("left alone ({word} has no use in this layout)"),
            Self::LeftAlone => "left alone (as decided)".into(),
            Self::Empty => "left alone (no header)".into(),
            Self::Unknown => "left alone (unknown)".into(),
        }
    }
}

impl Detected {
    /// Nothing detected yet.
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            encoding: None,
            byte_order_mark: false,
            dialect: None,
            sheet: None,
            layout: None,
            rows: 0,
            not_counted: Vec::new(),
            read: false,
            respondents: 0,
            mapping: None,
            comments: 0,
            columns: Vec::new(),
            named: Vec::new(),
            variables: 0,
        }
    }

    /// What was read, for places of problems.
    pub(super) fn grid(&self) -> Grid {
        Grid {
            file: self.name.clone(),
            sheet: self.sheet.as_ref().map(|sheet| sheet.name.clone()),
        }
    }

    /// Notes how many different things stand in columns.
    pub(super) fn vary(&mut self, varieties: Varieties) {
        for (column, variety) in varieties.all() {
            self.columns[column].variety = Some(variety);
        }
    }

    /// Notes what the columns are taken as.
    pub(super) fn take(&mut self, chosen: &Chosen) {
        let (columns, reader) = (&chosen.columns, chosen.reader);
        self.layout = reader.map(|reader| reader.layout);
        let is_row_a_respondent = self.layout.is_some_and(|it| it.row == EachRow::Respondent);
        let taken = |meaning| match meaning {
            Meaning::Word(Word::Respondent) if columns.own_numbers => Taken::RowNumber,
            Meaning::Word(word) if reader.is_none_or(|r| r.words.contains(&word)) => {
                Taken::Word(word)
            }
            Meaning::Word(Word::Name) if is_row_a_respondent => Taken::Personal,
            Meaning::Word(word) => Taken::Unread(word),
            Meaning::Answer(practice, by) if self.mapping.is_some() => Taken::Carried(practice, by),
            Meaning::Answer(practice, by) => Taken::Answer(practice, by),
            Meaning::Remark(practice) => Taken::Remark(practice),
            Meaning::Choice(_) => Taken::Choice,
            Meaning::Unclear(one, other) => Taken::Unclear(one, other),
            Meaning::Personal => Taken::Personal,
            Meaning::Tools => Taken::Tools,
            Meaning::Standing => Taken::Standing,
            Meaning::LeftAlone => Taken::LeftAlone,
            Meaning::Empty => Taken::Empty,
            Meaning::Unknown => Taken::Unknown,
        };
        self.named.clone_from(&columns.named);
        self.columns = columns
            .list
            .iter()
            .map(|column| DetectedColumn {
                header: column.header.clone(),
                taken: taken(column.meaning),
                variety: None,
            })
            .collect();
    }
}
