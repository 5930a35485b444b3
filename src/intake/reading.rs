//! A file while its rows are read: cells by header word, and problems with their places.

mod known;
mod odd;
mod placing;

use std::borrow::Cow;
use std::collections::HashMap;

use csv::ByteRecord;

use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};
use crate::model::Level;

use super::cell::{Cell, Cells, Not};
use super::fold::{fold, is_blank, text, tidy};
use super::gathered::Gathered;
use super::grid::Grid;
use super::happened::Happenings;
use super::header::{Columns, Word, excerpt};
use super::layout::{Decode, Whose};
use super::people::{Person, Place};
use super::practices::Practices;
use super::responses::{Answer, Moderated, Settled};

/// One row, the header being row 1.
#[derive(Clone, Copy)]
pub(super) struct Row<'r> {
    pub number: u64,
    pub cells: &'r ByteRecord,
}

impl<'r> Row<'r> {
    /// A cell that is not blank; what a short row lacks is blank.
    pub(super) fn filled(self, column: usize) -> Option<&'r [u8]> {
        self.cells.get(column).filter(|cell| !is_blank(cell))
    }
}

/// A file while its rows are read.
pub(super) struct Reading<'a, 'm> {
    pub practices: &'a Practices<'m>,
    pub cells: &'a mut Cells<'m>,
    pub columns: &'a Columns,
    pub gathered: &'a mut Gathered<'m>,
    pub problems: &'a mut Diagnostics,
    /// What is read, for places of problems.
    pub grid: &'a Grid,
    /// The file's place in the list of files.
    pub index: usize,
    /// The declared waves that list it.
    pub waves: &'a [usize],
    pub lenient: bool,
    pub decode: Option<Decode>,
    /// Cells counted as blank, by column.
    pub rejected: Vec<u64>,
    pub happened: Happenings,
    /// How many comments were kept.
    pub comments: u64,
    /// Practices by the very cells that named them.
    pub seen: HashMap<Box<[u8]>, usize>,
    pub scratch: Vec<(usize, Answer)>,
    /// Whose answers these are, where the file is one respondent's.
    pub whose: Whose,
}

impl Reading<'_, '_> {
    /// A cell by its header word, if it is not blank.
    pub(super) fn filled<'r>(&self, row: Row<'r>, word: Word) -> Option<&'r [u8]> {
        row.filled(self.columns.word(word)?)
    }

    /// A cell's words by its header word, if it is not blank.
    pub(super) fn remark(&self, row: Row<'_>, word: Word) -> Option<String> {
        self.filled(row, word).map(|cell| tidy(&text(cell)))
    }

    /// Reports a problem in the column of a header word.
    pub(super) fn fault(&mut self, row: Row<'_>, word: Word, problem: Diagnostic) {
        let location = match self.columns.word(word) {
            Some(column) => self.columns.place(self.grid, row.number, column),
            None => self.grid.cell(Some(row.number), None),
        };
        self.problems.push(problem.at(location));
    }

    /// A practice as people know it.
    pub(super) fn title(&self, practice: usize) -> String {
        self.practices.title(practice)
    }

    /// The practice that a row is about; `needed_by` are the words whose cells need one.
    pub(super) fn practice(&mut self, row: Row<'_>, needed_by: &[Word]) -> Option<usize> {
        let Some(cell) = self.filled(row, Word::Practice) else {
            if needed_by
                .iter()
                .any(|&word| self.filled(row, word).is_some())
            {
                let problem = Diagnostic::error(&code::A017, "the row names no practice")
                    .help("write a practice's id, name or question");
                self.fault(row, Word::Practice, problem);
            }
            return None;
        };
        if let Some(&practice) = self.seen.get(cell) {
            return Some(practice);
        }
        let words = text(cell);
        let folded = fold(&words);
        let practice = self.practices.find(&folded);
        if let Some(practice) = practice {
            self.seen.insert(cell.into(), practice);
        }
        if practice.is_none() {
            let shown = excerpt(&words);
            let hint = self.practices.way_out(&folded);
            let message = format!("`{shown}` is no practice of the model");
            let problem = Diagnostic::error(&code::A005, message)
                .help(hint.unwrap_or_else(|| "write a practice's id, name or question".to_owned()));
            self.fault_in_cell(row, Word::Practice, problem, shown);
        }
        practice
    }

    /// The practice that a row is about, its problems having been reported.
    pub(super) fn known_practice(&self, row: Row<'_>) -> Option<usize> {
        let cell = self.filled(row, Word::Practice)?;
        self.practices.find(&fold(&text(cell)))
    }

    fn fault_in_cell(&mut self, row: Row<'_>, word: Word, problem: Diagnostic, shown: String) {
        if let Some(column) = self.columns.word(word) {
            let place = self.columns.place(self.grid, row.number, column);
            self.problems.push(problem.at(with_text(place, shown)));
        }
    }

    /// The answer in a column to a practice, if there is one.
    pub(super) fn answer(
        &mut self,
        row: Row<'_>,
        column: usize,
        practice: usize,
    ) -> Option<Answer> {
        let cell = row.cells.get(column)?;
        let meant = self.practices.meant(practice)?;
        match self.cells.read(meant, cell) {
            Cell::Blank => None,
            Cell::Is(answer) => Some(answer),
            Cell::No(not) => self.decoded(row, meant, cell).or_else(|| {
                self.reject(row, column, practice, not);
                None
            }),
        }
    }

    /// The answer in the column of a header word, if there is one.
    pub(super) fn answer_in(
        &mut self,
        row: Row<'_>,
        word: Word,
        practice: usize,
    ) -> Option<Answer> {
        self.answer(row, self.columns.word(word)?, practice)
    }

    /// The moderated level of a row. Whoever moderates settles on a level.
    pub(super) fn moderated_level(&mut self, row: Row<'_>, practice: usize) -> Option<Level> {
        let column = self.columns.word(Word::Moderated)?;
        match self.answer(row, column, practice)? {
            Answer::Rated(level) => Some(level),
            Answer::DontKnow | Answer::NotRelevant => {
                self.reject(row, column, practice, Not::NoLevel);
                None
            }
        }
    }

    fn reject(&mut self, row: Row<'_>, column: usize, practice: usize, not: Not) {
        if self.lenient {
            self.rejected[column] += 1;
            return;
        }
        let cell = text(&row.cells[column]);
        let shown = excerpt(&cell);
        let what = match not {
            Not::NoLevel => "is not a level of",
            _ => "is not an answer to",
        };
        let message = format!("`{shown}` {what} {}", self.title(practice));
        let mut problem = Diagnostic::error(&code::A004, message);
        problem.hints = self.cells.hints(not, &cell, self.is_foreign());
        if self.practices.find(&fold(&cell)) == Some(practice) {
            let hint = "the cell says what the column is about: take a second header row out";
            problem.hints.insert(0, hint.to_owned());
        }
        let place = self.columns.place(self.grid, row.number, column);
        self.problems.push(problem.at(with_text(place, shown)));
    }

    /// Takes the answers of the person in a row, and says who it is.
    pub(super) fn answers(&mut self, row: Row<'_>, answers: &[(usize, Answer)]) -> Option<Person> {
        let place = self.place(row);
        let role = self.role(row, Word::Role)?;
        let place = place?;
        let id = self.filled(row, Word::Respondent).map(name);
        let person = self.person(row.number, place, role, id.as_deref());
        self.say(row, person, answers);
        Some(person)
    }

    /// Takes answers of a person.
    pub(super) fn say(&mut self, row: Row<'_>, person: Person, answers: &[(usize, Answer)]) {
        let people = &mut self.gathered.people;
        for &(practice, answer) in answers {
            let answer = people.code(answer);
            for &slot in self.practices.slots(practice) {
                if people.answer(person, slot, answer, self.index) {
                    self.happened.again.at(row.number);
                }
            }
        }
    }

    /// The person whom a row is of.
    pub(super) fn person(
        &mut self,
        row: u64,
        place: Place,
        role: Option<usize>,
        id: Option<&[u8]>,
    ) -> Person {
        let people = &mut self.gathered.people;
        let person = match id {
            None => people.anonymous(place),
            Some(id) => {
                let file = self.columns.own_numbers.then_some(self.index);
                people.respondent(place, file, id)
            }
        };
        people.appear(person, self.index);
        if people.role(person, role) {
            self.happened.two_roles.at(row);
        }
        person
    }

    /// Takes a settled reading.
    pub(super) fn settle(&mut self, row: Row<'_>, place: Place, practice: usize, it: &Settled) {
        for &slot in self.practices.slots(practice) {
            self.settle_slot(row, place, slot, it.clone());
        }
    }

    fn settle_slot(&mut self, row: Row<'_>, place: Place, practice: usize, it: Settled) {
        let here = (self.index, row.number);
        let known = &mut self.gathered.settled;
        let Some((earlier, origin)) = known.remove(&(place, practice)) else {
            known.insert((place, practice), (it, here));
            return;
        };
        if it.repeats(&earlier) {
            self.happened.settled_again.at(row.number);
        }
        let settles = it.answer.is_some();
        let origin = if settles { here } else { origin };
        known.insert((place, practice), (it.after(earlier), origin));
    }

    /// Takes a moderated level.
    pub(super) fn moderate(&mut self, row: Row<'_>, place: Place, practice: usize, it: &Moderated) {
        for &slot in self.practices.slots(practice) {
            let known = &mut self.gathered.moderated;
            if known.insert((place, slot), it.clone()).is_some() {
                self.happened.settled_again.at(row.number);
            }
        }
    }

    /// An empty list that keeps its room from row to row.
    pub(super) fn take_scratch(&mut self) -> Vec<(usize, Answer)> {
        let mut scratch = std::mem::take(&mut self.scratch);
        scratch.clear();
        scratch
    }

    /// Gives the list back.
    pub(super) fn put_back_scratch(&mut self, scratch: Vec<(usize, Answer)>) {
        self.scratch = scratch;
    }
}

/// A respondent's id: most are plain and taken as they stand.
pub(super) fn name(cell: &[u8]) -> Cow<'_, [u8]> {
    match plain_id(cell) {
        Some(plain) => plain.into(),
        None => tidy(&text(cell)).into_bytes().into(),
    }
}

/// A cell as the respondent's id that it is, if nothing about it is to be tidied.
fn plain_id(cell: &[u8]) -> Option<&[u8]> {
    // An apostrophe in front may be there for spreadsheets only.
    let is_plain = cell.first().is_some_and(|&first| first != b'\'');
    (is_plain && cell.iter().all(u8::is_ascii_graphic)).then_some(cell)
}

fn with_text(mut place: Location, shown: String) -> Location {
    if let Location::Cell { text, .. } = &mut place {
        *text = Some(shown);
    }
    place
}
