//! What people answered, as counts: everything the numbers need is a tally.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::Level;

use super::recurring::Recurring;
use super::tally::{Respondents, Tallies};

/// An answer to a practice. A blank is not an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Put at a level.
    Rated(Level),
    /// Not able to judge.
    DontKnow,
    /// Does not apply to the unit.
    NotRelevant,
}

/// All answers, checked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Responses {
    /// What was read, in the order given.
    pub inputs: Vec<Input>,
    /// One entry for each of the assessment's waves, in its order.
    pub waves: Vec<WaveResponses>,
    /// How many people answered in several waves.
    pub recurring: Recurring,
}

/// How a file's rows and columns are to be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Its stable name: a value of `--layout`, and what JSON says.
    pub name: &'static str,
    /// What the survey tool that writes it is called; none where it is the program's own.
    pub tool: Option<&'static str>,
    /// What each of its rows is about.
    pub row: EachRow,
}

/// What a row of a layout is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EachRow {
    /// A practice, and no respondent: a settled reading or moderated levels.
    Practice,
    /// A practice, answered by the one respondent whose file it is.
    Question,
    /// An answer of a respondent to a practice.
    Answer,
    /// A respondent: a column a practice.
    Respondent,
}

impl Layout {
    /// A row a practice, no respondent.
    pub const SHEET: Self = Self::own("sheet", EachRow::Practice);
    /// A row an answer.
    pub const LONG: Self = Self::own("long", EachRow::Answer);
    /// A row a respondent, a column a practice.
    pub const WIDE: Self = Self::own("wide", EachRow::Respondent);
    /// A row a practice, and the file is one respondent's.
    pub const PERSON: Self = Self::own("person", EachRow::Question);

    const fn own(name: &'static str, row: EachRow) -> Self {
        Self {
            name,
            tool: None,
            row,
        }
    }

    /// That of a survey tool.
    pub(super) const fn of_tool(name: &'static str, tool: &'static str) -> Self {
        Self {
            name,
            tool: Some(tool),
            row: EachRow::Respondent,
        }
    }
}

/// Why a row is no respondent's and was not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotCounted {
    /// Whoever made the questionnaire tried it out.
    Preview,
    /// A test answer.
    Test,
    /// It was begun and not sent.
    Unfinished,
    /// The survey turned the respondent away.
    ScreenedOut,
    /// The form did not write it: it sums up the rows above, or was written by hand.
    SummaryRow,
}

impl std::fmt::Display for NotCounted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Preview => "preview",
            Self::Test => "test",
            Self::Unfinished => "unfinished",
            Self::ScreenedOut => "screened out",
            Self::SummaryRow => "summary row",
        })
    }
}

/// One file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Its name as declared or given, without folders; `-` for standard input.
    pub name: String,
    /// The SHA-256 of its bytes, in hexadecimal; absent where it is larger than
    /// [`super::Options::hash_up_to`].
    pub sha256: Option<String>,
    /// How it was understood.
    pub layout: Layout,
    /// Rows that hold anything, without the header.
    pub rows: u64,
    /// How many of them are no respondents', and why.
    pub not_counted: Vec<(NotCounted, u64)>,
    /// Cells that were no answer and were counted as blank (`--lenient`), by column header.
    pub rejected: Vec<(String, u64)>,
}

/// The answers of one wave.
#[derive(Debug, Clone, PartialEq)]
pub struct WaveResponses {
    /// How often each answer was given: unit × role × practice, each unit's own answers only.
    pub tallies: Tallies,
    /// How many people answered anything: unit × role, each unit's own only.
    pub respondents: Respondents,
    /// Settled readings, and what was noted where none is settled yet, by unit and practice.
    pub settled: BTreeMap<(usize, usize), Settled>,
    /// Moderated levels by unit and practice.
    pub moderated: BTreeMap<(usize, usize), Moderated>,
    /// Answers that a mapping merges, but that differ or of which one is missing: counted as
    /// blank.
    pub unmerged: u64,
    /// How many people gave one and the same level to all the practices they rated, which were
    /// [`STRAIGHT_LINED_FROM`] or more.
    pub straight_lined: u64,
    /// What people wrote, by unit and practice, each unit's own only and by text; only of people
    /// who are counted as asked. `None` where it was not kept.
    pub comments: Option<BTreeMap<(usize, usize), Vec<String>>>,
}

impl WaveResponses {
    /// Nobody answered yet.
    pub(super) fn none(tallies: Tallies, respondents: Respondents, keeps_comments: bool) -> Self {
        Self {
            tallies,
            respondents,
            settled: BTreeMap::new(),
            moderated: BTreeMap::new(),
            unmerged: 0,
            straight_lined: 0,
            comments: keeps_comments.then(BTreeMap::new),
        }
    }

    /// Adds what other people of the wave said.
    pub(super) fn add(&mut self, more: Self) {
        self.tallies.add_all(&more.tallies);
        self.respondents.add_all(&more.respondents);
        self.unmerged += more.unmerged;
        self.straight_lined += more.straight_lined;
        for (place, comments) in more.comments.into_iter().flatten() {
            let all = self.comments.get_or_insert_default();
            all.entry(place).or_default().extend(comments);
        }
    }
}

/// Of how many practices rated alike on it is worth a word: fewer may well stand alike.
pub const STRAIGHT_LINED_FROM: usize = 10;

/// A reading that one assessor or a workshop settled on, where no respondents were asked.
///
/// At least one of its parts is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settled {
    /// The reading; absent where something was noted, but nothing settled yet.
    pub answer: Option<Answer>,
    /// What was remarked.
    pub comment: Option<String>,
    /// What it rests on.
    pub evidence: Option<Evidence>,
    /// Who settled it, if said.
    pub by: Option<String>,
}

/// What a settled or moderated level rests on. At least one of its parts is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    /// What was seen or read.
    pub text: Option<String>,
    /// The day it is from.
    pub date: Option<Date>,
    /// Where it can be found.
    pub source: Option<String>,
}

impl Evidence {
    /// Evidence of which only this is known.
    pub fn noted(text: &str) -> Self {
        Self {
            text: Some(text.to_owned()),
            ..Self::default()
        }
    }

    /// Whether it says what it is or where: a day alone shows nothing.
    pub fn is_shown(&self) -> bool {
        self.text.is_some() || self.source.is_some()
    }
}

impl Settled {
    /// Whether it says anew what an earlier row for the same practice says.
    pub(super) fn repeats(&self, earlier: &Self) -> bool {
        (self.answer.is_some() && earlier.answer.is_some())
            || (self.comment.is_some() && earlier.comment.is_some())
            || (self.evidence.is_some() && earlier.evidence.is_some())
    }

    /// The later of two rows for one practice: it stands alone where both settle something,
    /// and otherwise what only the earlier says is kept.
    pub(super) fn after(self, earlier: Self) -> Self {
        if self.answer.is_some() && earlier.answer.is_some() {
            return self;
        }
        Self {
            answer: self.answer.or(earlier.answer),
            comment: self.comment.or(earlier.comment),
            evidence: self.evidence.or(earlier.evidence),
            by: self.by.or(earlier.by),
        }
    }
}

/// A level that a facilitator or assessor settled on beside people's answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moderated {
    /// The level.
    pub level: Level,
    /// Why.
    pub reason: String,
    /// Who settled it, if said.
    pub by: Option<String>,
    /// What it rests on.
    pub evidence: Option<Evidence>,
}
