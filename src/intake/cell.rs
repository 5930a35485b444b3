//! What a cell means: a table look-up, prepared once.

use std::collections::{BTreeMap, HashMap};

use crate::assessment::{Meant, Wording};
use crate::diagnostic::{Diagnostic, Diagnostics, code, nearest};
use crate::model::{Level, Model};

use super::date::day;
use super::fold::{fold, fold_into, is_blank, text};
use super::header::excerpt;
use super::responses::Answer;

/// What people write who cannot judge; last, the code in our surveys.
static DONT_KNOW: &[&str] = &["ved ikke", "don't know", "?", "dk"];
/// What people write where a practice does not apply; last, the code in our surveys.
static NOT_RELEVANT: &[&str] = &["ikke relevant", "not relevant", "n/a", "nr"];

/// What a cell was found to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    /// Nothing.
    Blank,
    /// An answer.
    Is(Answer),
    /// No answer.
    No(Not),
}

/// Why a cell is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Not {
    /// A number below the lowest level.
    TooLow,
    /// A number above the highest level.
    TooHigh,
    /// A number between two levels.
    Between,
    /// A level's number with another level's words.
    Disagrees,
    /// An answer, but no level.
    NoLevel,
    /// Anything else.
    Unknown,
}

/// Words and what they answer; `None` where they could mean two things.
type Table = HashMap<String, Option<Answer>>;

/// What cells mean under a model.
#[derive(Clone)]
pub(super) struct Cells<'m> {
    model: &'m Model,
    common: Table,
    /// Folded words that `assessment.toml` explains, and what they answer.
    explained: BTreeMap<String, Answer>,
    /// What cells with words that answer any practice were found to be.
    seen: HashMap<Box<[u8]>, Answer>,
    /// Each practice's own words for its levels, made when first needed.
    anchors: Vec<Option<Table>>,
    folded: String,
}

impl<'m> Cells<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        let mut common = Table::new();
        for level in model.scale.levels() {
            let words = model.scale.text(level);
            for word in words.name.all().chain(words.label.all()) {
                enter(&mut common, word, Answer::Rated(level));
            }
        }
        for (words, answer) in [
            (DONT_KNOW, Answer::DontKnow),
            (NOT_RELEVANT, Answer::NotRelevant),
        ] {
            for word in words {
                enter(&mut common, word, answer);
                common.insert(fold(word), Some(answer));
            }
        }
        Self {
            model,
            common,
            explained: BTreeMap::new(),
            seen: HashMap::new(),
            anchors: vec![None; model.practices.len()],
            folded: String::new(),
        }
    }

    /// Takes in what else stands for an answer, and says where that already means another one.
    pub(super) fn explain(&mut self, wordings: &[Wording], problems: &mut Diagnostics) {
        for Wording { words, meant } in wordings {
            let answer = match meant {
                Meant::Level(level) => Answer::Rated(*level),
                Meant::DontKnow => Answer::DontKnow,
                Meant::NotRelevant => Answer::NotRelevant,
            };
            let practices = 0..self.model.practices.len();
            let mut read = practices.map(|practice| self.read(practice, words.text.as_bytes()));
            if !read.any(|read| matches!(read, Cell::Is(known) if known != answer)) {
                self.explained.insert(fold(&words.text), answer);
                continue;
            }
            let message = format!("`{}` already means another answer", excerpt(&words.text));
            let problem = Diagnostic::error(&code::A052, message)
                .help("take it away: what the program reads by itself cannot mean anything else")
                .at(words.place.clone());
            problems.push(problem);
        }
    }

    /// What a cell answers to a practice.
    pub(super) fn read(&mut self, practice: usize, cell: &[u8]) -> Cell {
        if let Some(read) = self.known(cell) {
            return read;
        }
        let mut folded = std::mem::take(&mut self.folded);
        fold_into(&text(cell), &mut folded);
        let read = self.folded(practice, &folded);
        let is_of_any = self.common.contains_key(&folded)
            || self.explained.contains_key(&folded)
            || number_of(&folded).is_some();
        if let (Cell::Is(answer), true) = (read, is_of_any) {
            self.seen.insert(cell.into(), answer);
        }
        self.folded = folded;
        read
    }

    /// What a cell answers to any practice, if that can be told without taking it apart.
    pub(super) fn known(&self, cell: &[u8]) -> Option<Cell> {
        match cell.trim_ascii() {
            [] => return Some(Cell::Blank),
            [digit @ b'0'..=b'9'] => match self.number(u64::from(digit - b'0')) {
                Cell::No(_) if !self.explained.is_empty() => {}
                read => return Some(read),
            },
            _ if is_blank(cell) => return Some(Cell::Blank),
            _ => {}
        }
        self.seen.get(cell).map(|&answer| Cell::Is(answer))
    }

    fn folded(&mut self, practice: usize, folded: &str) -> Cell {
        if let Some(read) = number_of(folded) {
            let read = read.map_or_else(Cell::No, |number| self.number(number));
            return match (read, self.explained.get(folded)) {
                (Cell::No(_), Some(&answer)) => Cell::Is(answer),
                _ => read,
            };
        }
        if let Some(answer) = self.words(practice, folded) {
            return Cell::Is(answer);
        }
        let digits = folded.len()
            - folded
                .trim_start_matches(|c: char| c.is_ascii_digit())
                .len();
        let (number, rest) = folded.split_at(digits);
        let words = rest.trim_start_matches([' ', '-', ':', '.']);
        if digits == 0 || words.len() == rest.trim_start().len() {
            return Cell::No(Not::Unknown);
        }
        match (
            number.parse().map(|n| self.number(n)),
            self.words(practice, words),
        ) {
            (Ok(Cell::Is(level)), Some(answer)) if level == answer => Cell::Is(level),
            (Ok(Cell::No(not)), Some(_)) => Cell::No(not),
            (_, Some(_)) => Cell::No(Not::Disagrees),
            _ => Cell::No(Not::Unknown),
        }
    }

    fn number(&self, number: u64) -> Cell {
        match self.model.scale.level(number) {
            Some(level) => Cell::Is(Answer::Rated(level)),
            None if number == 0 => Cell::No(Not::TooLow),
            None => Cell::No(Not::TooHigh),
        }
    }

    fn words(&mut self, practice: usize, folded: &str) -> Option<Answer> {
        if let Some(&answer) = self.common.get(folded) {
            return answer;
        }
        let model = self.model;
        let anchors = self.anchors[practice].get_or_insert_with(|| {
            let mut table = Table::new();
            for (level, anchor) in model.scale.levels().zip(&model.practices[practice].anchors) {
                for words in anchor.all() {
                    enter(&mut table, words, Answer::Rated(level));
                }
            }
            table
        });
        let known = anchors.get(folded).copied().flatten();
        let known = known.or_else(|| self.explained.get(folded).copied());
        known.or_else(|| {
            let bare = bare(folded)?;
            let known = self.common.get(&bare).or_else(|| anchors.get(&bare));
            known.copied().flatten()
        })
    }

    /// Ways out for a cell that is no answer, most likely first; `foreign` says whether the file
    /// comes from another program.
    pub(super) fn hints(&self, not: Not, cell: &str, foreign: bool) -> Vec<String> {
        let scale = &self.model.scale;
        let [lowest, highest] = [1, scale.len()];
        let mut hints = Vec::new();
        match not {
            Not::TooLow => hints.push(format!(
                "{lowest} is the lowest level; leave the cell blank where there is no answer"
            )),
            Not::TooHigh => hints.push(format!("{highest} is the highest level")),
            Not::Between => hints.push("levels are whole: choose the lower or the higher".into()),
            Not::NoLevel => {
                return vec![format!(
                    "who moderates settles on a level from {lowest} to {highest}"
                )];
            }
            Not::Disagrees => hints.push("the number and the words name different levels".into()),
            Not::Unknown => {
                let language = self.model.base_language();
                let known = scale.levels().flat_map(|level: Level| {
                    let words = scale.text(level);
                    let base = [words.name.get(language), words.label.get(language)];
                    base.into_iter()
                        .chain(words.name.all())
                        .chain(words.label.all())
                });
                let known = known.chain(self.explained.keys().map(String::as_str));
                let known = known.chain(DONT_KNOW.iter().copied());
                let near = nearest(&fold(cell), known.chain(NOT_RELEVANT.iter().copied()));
                hints.extend(near.map(|near| format!("did you mean `{near}`?")));
                let made = "the cell is a date: spreadsheet programs make one of `3-4` or `1/2`";
                hints.extend(day(cell).map(|_| made.to_owned()));
            }
        }
        hints.push(format!(
            "answer with a level from {lowest} to {highest}, a level's name, `{}` or `{}`",
            DONT_KNOW[0], NOT_RELEVANT[0]
        ));
        if foreign {
            let own = "`[answers]` in `assessment.toml` says what other words and codes stand for";
            hints.push(own.to_owned());
        }
        hints
    }
}

/// Enters words as they are and without their marks.
fn enter(table: &mut Table, words: &str, answer: Answer) {
    let folded = fold(words);
    let bare = bare(&folded).filter(|bare| *bare != folded);
    for words in std::iter::once(folded).chain(bare) {
        table
            .entry(words)
            .and_modify(|known| *known = known.filter(|&other| other == answer))
            .or_insert(Some(answer));
    }
}

/// Folded words without punctuation, which survey tools and people change; `None` where no word
/// is left.
fn bare(folded: &str) -> Option<String> {
    let mut bare = String::with_capacity(folded.len());
    for letter in folded.chars() {
        if letter.is_alphanumeric() {
            bare.push(letter);
        } else if letter != '\'' && !bare.is_empty() && !bare.ends_with(' ') {
            bare.push(' ');
        }
    }
    bare.truncate(bare.trim_end().len());
    bare.contains(char::is_alphabetic).then_some(bare)
}

/// The level number that folded text is, if it is a number at all.
fn number_of(folded: &str) -> Option<Result<u64, Not>> {
    let (negative, digits) = match folded.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, folded),
    };
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    Some(match whole.parse() {
        Ok(number) if fraction.bytes().all(|byte| byte == b'0') && !negative => Ok(number),
        Ok(_) if !negative => Err(Not::Between),
        _ if negative => Err(Not::TooLow),
        _ => Err(Not::TooHigh),
    })
}
