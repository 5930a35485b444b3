//! Header words: what a column is, told from what stands above it.

mod fault;
mod word;

use std::collections::BTreeMap;
use std::sync::Arc;

use csv::ByteRecord;

use crate::diagnostic::Location;

use super::codebook::Labels;
use super::fold::{fold, tidy};
use super::grid::Grid;
use super::layout::{Head, Heading, Own};
use super::personal::{is_personal, is_time};
use super::placed::give_way;
use super::practices::{By, Named, Practices};

pub use word::Word;

use word::WORDS;

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// What a header word says.
    Word(Word),
    /// Answers to a practice.
    Answer(usize, By),
    /// Remarks on a practice.
    Remark(usize),
    /// One of the choices of the question whose first column this is.
    Choice(usize),
    /// Two practices are named, and it cannot be known which is meant.
    Unclear(usize, usize),
    /// What a survey tool records of people.
    Personal,
    /// What a survey tool notes for itself.
    Tools,
    /// By its cells a survey tool tells who has answered.
    Standing,
    /// `[columns]` says that it is not to be read.
    LeftAlone,
    /// Nothing is above it.
    Empty,
    /// Something else.
    Unknown,
}

impl Meaning {
    /// Whether people choose what stands in its cells.
    pub(super) fn is_choice(self) -> bool {
        use Word::{Role, Unit, Wave};
        matches!(self, Self::Answer(..) | Self::Word(Unit | Role | Wave))
    }
}

/// A column's header as written, white space folded, and what it means.
pub(super) struct Column {
    pub header: String,
    pub meaning: Meaning,
    /// What the codes in its cells stand for, where they do.
    pub labels: Labels,
}

/// A file's columns.
pub(super) struct Columns {
    pub list: Vec<Column>,
    /// The first column of each word.
    words: [Option<usize>; WORDS.len()],
    /// Columns with answers and their practices.
    pub answers: Vec<(usize, usize)>,
    /// Columns with remarks.
    pub remarks: Vec<usize>,
    /// Practices with the columns of remarks on them.
    pub comments: Vec<(usize, Vec<usize>)>,
    /// Whether respondents' ids are a survey tool's row numbers.
    pub own_numbers: bool,
    /// What stands in the columns that `assessment.toml` names for it.
    pub named: Vec<Word>,
    /// Whether codes in any of them stand for something, or choices have columns of their own.
    pub are_labelled: bool,
}

impl Columns {
    /// What each column of a header row means.
    pub(super) fn of(header: &ByteRecord, practices: &Practices<'_>) -> Self {
        Self::headed(&Head::plain(header), practices)
    }

    /// What each column so headed means.
    pub(super) fn headed(head: &Head, practices: &Practices<'_>) -> Self {
        let mut list: Vec<Column> = head
            .headings
            .iter()
            .map(|heading| Column {
                header: heading.shown.clone(),
                meaning: meaning_of(heading, practices),
                labels: Arc::clone(&heading.labels),
            })
            .collect();
        let named = give_way(&mut list, head, practices);
        let are_spread = tell_choices(&mut list, head);
        let is_id = |heading: &Heading| matches!(heading.own, Some(Own::Id));
        let own_numbers = match head.headings.iter().position(is_id) {
            _ if named.contains(&Word::Respondent) => false,
            Some(id) => take_id(&mut list, id),
            None => list.iter().any(|c| is_time(&fold(&c.header))) && take_row_numbers(&mut list),
        };
        let mut answers: Vec<(usize, usize)> = Vec::new();
        let mut words = [None; WORDS.len()];
        let mut remarks = Vec::new();
        let mut comments: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, column) in list.iter().enumerate() {
            if let Meaning::Word(word) = column.meaning {
                words[word as usize].get_or_insert(index);
            }
            if matches!(
                column.meaning,
                Meaning::Remark(_) | Meaning::Word(Word::Comment)
            ) {
                remarks.push(index);
            }
            if let Meaning::Remark(practice) = column.meaning {
                comments.entry(practice).or_default().push(index);
            }
            if let Meaning::Answer(practice, _) = column.meaning
                && answers.iter().all(|&(_, known)| known != practice)
            {
                answers.push((index, practice));
            }
        }
        let are_labelled = are_spread || list.iter().any(|column| !column.labels.is_empty());
        Self {
            are_labelled,
            list,
            words,
            answers,
            remarks,
            comments: comments.into_iter().collect(),
            own_numbers,
            named,
        }
    }

    /// The first column that a header word stands above.
    pub(super) fn word(&self, word: Word) -> Option<usize> {
        self.words[word as usize]
    }

    /// How many columns mean something.
    pub(super) fn understood(&self) -> usize {
        let known = |column: &&Column| !matches!(column.meaning, Meaning::Unknown | Meaning::Empty);
        self.list.iter().filter(known).count()
    }

    /// How many different things columns mean: a row that names one practice by its id, its
    /// name and its question means one thing.
    pub(super) fn different(&self) -> usize {
        self.answers.len() + self.words.iter().flatten().count()
    }

    /// The place of a column in a file, for a problem.
    pub(super) fn place(&self, grid: &Grid, row: u64, index: usize) -> Location {
        let header = self.list.get(index).map_or("", |c| c.header.as_str());
        grid.cell(Some(row), Some((index, header.to_owned())))
    }
}

/// Tells the choices of a question, where each has a column, from questions of their own: all of
/// them mean what the first one means. Whether there are any.
fn tell_choices(list: &mut [Column], head: &Head) -> bool {
    let mut are_there = false;
    for (index, heading) in head.headings.iter().enumerate() {
        let Some(first) = heading.choice_of.filter(|&first| first < index) else {
            continue;
        };
        let is_same = match (list[first].meaning, list[index].meaning) {
            (Meaning::Answer(one, _), Meaning::Answer(other, _)) => one == other,
            (Meaning::Word(one), Meaning::Word(other)) => one == other,
            _ => false,
        };
        if is_same {
            list[index].meaning = Meaning::Choice(first);
            are_there = true;
        }
    }
    are_there
}

/// Takes a survey tool's own ids for the respondents', unless another column names them.
fn take_id(list: &mut [Column], id: usize) -> bool {
    let named = |column: &Column| column.meaning == Meaning::Word(Word::Respondent);
    let is_free = list[id].meaning == Meaning::Tools && !list.iter().any(named);
    if is_free {
        list[id].meaning = Meaning::Word(Word::Respondent);
    }
    is_free
}

/// An `Id` beside a survey tool's times is the tool's own row number: it counts per file, and
/// gives way to a column of real ids.
fn take_row_numbers(list: &mut [Column]) -> bool {
    let is_id = |column: &Column| column.meaning == Meaning::Word(Word::Respondent);
    let is_number = |column: &Column| is_id(column) && fold(&column.header) == "id";
    let others = list.iter().any(|c| is_id(c) && !is_number(c));
    let mut taken = false;
    for column in list.iter_mut().filter(|column| is_number(column)) {
        taken = true;
        if others {
            column.meaning = Meaning::Personal;
        }
    }
    taken && !others
}

/// What a column means, by everything that stands above it.
fn meaning_of(heading: &Heading, practices: &Practices<'_>) -> Meaning {
    let shown = fold(&heading.shown);
    if practices.is_left_alone(&shown) {
        return Meaning::LeftAlone;
    }
    let mut called = heading.parts.iter().chain([&heading.shown]);
    let is_named = called.any(|words| {
        let words = fold(words);
        practices.mapped(&words).is_some() || practices.head_of(&words).is_some()
    });
    match heading.own {
        Some(_) if is_named => {}
        Some(Own::Personal) => return Meaning::Personal,
        Some(Own::Tools | Own::Id) => return Meaning::Tools,
        Some(Own::Standing(_)) => return Meaning::Standing,
        None => {}
    }
    let whole = meaning(&shown, practices);
    let parts = heading
        .parts
        .iter()
        .map(|part| meaning(&fold(part), practices));
    parts.fold(whole, closer)
}

/// What two readings of one header say together.
fn closer(one: Meaning, other: Meaning) -> Meaning {
    match (one, other) {
        (Meaning::Unclear(..), _) | (_, Meaning::Empty | Meaning::Unknown) => one,
        (_, Meaning::Unclear(..)) | (Meaning::Empty | Meaning::Unknown, _) => other,
        (
            Meaning::Answer(a, _) | Meaning::Remark(a),
            Meaning::Answer(b, _) | Meaning::Remark(b),
        ) if a != b => Meaning::Unclear(a, b),
        (Meaning::Remark(_) | Meaning::Answer(..), Meaning::Answer(..)) => one,
        (_, Meaning::Remark(_) | Meaning::Answer(..)) => other,
        _ => one,
    }
}

fn meaning(folded: &str, practices: &Practices<'_>) -> Meaning {
    if folded.is_empty() {
        return Meaning::Empty;
    }
    if let Some(word) = practices.head_of(folded) {
        return Meaning::Word(word);
    }
    if let Some(practice) = practices.mapped(folded) {
        return Meaning::Answer(practice, By::Mapping);
    }
    if let Some(word) = Word::of(folded) {
        return Meaning::Word(word);
    }
    let asked = about(folded).map(|named| practices.heads(named));
    if let Some(Named::One(practice, _) | Named::Beside(practice, _)) = asked {
        return Meaning::Remark(practice);
    }
    match practices.heads(folded) {
        Named::One(practice, by) => Meaning::Answer(practice, by),
        Named::Beside(practice, _) if asks_for_words(folded) => Meaning::Remark(practice),
        Named::Beside(practice, by) => Meaning::Answer(practice, by),
        Named::Several(..) if asks_for_words(folded) => Meaning::Unknown,
        Named::Several(one, other) => Meaning::Unclear(one, other),
        Named::None if is_personal(folded) => Meaning::Personal,
        Named::None => Meaning::Unknown,
    }
}

/// What a header such as `pro-1 kommentar` is about.
fn about(folded: &str) -> Option<&str> {
    let words = ["comment", "kommentar"];
    let rest = words.iter().find_map(|word| folded.strip_suffix(word))?;
    Some(rest.trim_end_matches([' ', '-', '_', ':', ',', '(', '[']))
}

/// The beginnings of words by which a header asks for words and not for a level.
static ASKS_FOR_WORDS: &[&str] = &[
    "kommentar",
    "comment",
    "uddyb",
    "begrund",
    "hvorfor",
    "why",
    "explain",
    "feedback",
];

/// Whether a header asks for words.
fn asks_for_words(folded: &str) -> bool {
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    words.any(|word| ASKS_FOR_WORDS.iter().any(|asks| word.starts_with(asks)))
}

/// The beginning of a text that a person wrote, to be shown; nothing of what may be an address.
pub(super) fn excerpt(text: &str) -> String {
    const SHOWN: usize = 40;
    let text = tidy(text);
    if text.contains('@') {
        "…".to_owned()
    } else if text.chars().count() > SHOWN {
        text.chars().take(SHOWN).chain(['…']).collect()
    } else {
        text
    }
}
