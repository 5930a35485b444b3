//! A file while its rows are read: cells by header word, and problems with their places.

mod known;
mod odd;

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
use super::names::NotKnown;
use super::people::Place;
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
    /// Cells counted as blank, by column.
    pub rejected: Vec<u64>,
    pub happened: Happenings,
    /// How many comments were kept.
    pub comments: u64,
    /// Practices by the very cells that named them.
    pub seen: HashMap<Box<[u8]>, usize>,
    pub scratch: Vec<(usize, Answer)>,
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
            Cell::No(not) => {
                self.reject(row, column, practice, not);
                None
            }
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

    /// Where and when a row belongs.
    pub(super) fn place(&mut self, row: Row<'_>) -> Option<Place> {
        let wave = self.wave(row);
        let unit = self.unit(row);
        Some(Place {
            wave: wave?,
            unit: unit?,
        })
    }

    fn wave(&mut self, row: Row<'_>) -> Option<Option<usize>> {
        let cell = self.filled(row, Word::Wave);
        if let Some(wave) = self.known_wave(cell) {
            return Some(wave);
        }
        let Some(cell) = cell else {
            if !self.gathered.assessment.declared.waves {
                self.gathered.without_wave = Some((self.index, row.number));
                return Some(None);
            }
            let problem = Diagnostic::error(&code::A015, "the row names no wave")
                .help("several waves are possible: name one in a column `wave`");
            self.fault(row, Word::Wave, problem);
            return None;
        };
        match self.gathered.waves.index(cell) {
            Ok(wave) if self.is_of_another_version(wave) => {
                let message = "the wave in this row answered another version of the model";
                let problem = Diagnostic::error(&code::A037, message)
                    .help("put its answers in a file of their own, listed by that wave");
                self.fault(row, Word::Wave, problem);
                None
            }
            Ok(wave) => Some(Some(wave)),
            Err(why) => self.unknown(row, Word::Wave, why),
        }
    }

    /// Whether a row's wave is carried over in another way than the waves that list the file.
    fn is_of_another_version(&self, wave: usize) -> bool {
        let declared = &self.gathered.assessment.waves;
        let mapping = |wave: usize| declared.get(wave).and_then(|wave| wave.mapping);
        matches!(self.waves.first(), Some(&listed) if mapping(listed) != mapping(wave))
    }

    fn unit(&mut self, row: Row<'_>) -> Option<Option<usize>> {
        let cell = self.filled(row, Word::Unit);
        if let Some(unit) = self.known_unit(cell) {
            return Some(unit);
        }
        if let Some(cell) = cell {
            return match self.gathered.units.index(cell) {
                Ok(unit) => Some(Some(unit)),
                Err(why) => self.unknown(row, Word::Unit, why),
            };
        }
        let problem = Diagnostic::error(&code::A012, "the row names no unit")
            .help("there are several top units: name one in a column `unit`");
        self.fault(row, Word::Unit, problem);
        None
    }

    fn role(&mut self, row: Row<'_>) -> Option<Option<usize>> {
        match self.filled(row, Word::Role) {
            None => Some(None),
            Some(cell) => match self.gathered.roles.index(cell) {
                Ok(role) => Some(Some(role)),
                Err(why) => self.unknown(row, Word::Role, why),
            },
        }
    }

    fn unknown<T>(&mut self, row: Row<'_>, word: Word, why: NotKnown) -> Option<T> {
        let shown = self.filled(row, word).map(|cell| excerpt(&text(cell)))?;
        let (kind, names) = match word {
            Word::Unit => (&code::A011, self.gathered.unit_names()),
            Word::Role => (&code::A013, self.gathered.role_names()),
            _ => (&code::A014, self.gathered.wave_names()),
        };
        let problem = match why {
            NotKnown::Unknown => {
                let message = format!("`{shown}` is no {word} of this assessment");
                let more = match word {
                    Word::Wave => String::new(),
                    _ => format!("; `[intake.{word}s]` says what else they are called"),
                };
                Diagnostic::error(kind, message)
                    .suggest(&shown, names.iter().copied())
                    .help(format!("`assessment.toml` lists the {word}s{more}"))
            }
            NotKnown::Ambiguous => {
                let message = format!("`{shown}` is the name of more than one {word}");
                Diagnostic::error(kind, message).help("write the id, which only one has")
            }
        };
        self.fault_in_cell(row, word, problem, shown);
        None
    }

    /// Takes the answers of the person in a row, and says who it is.
    pub(super) fn answers(&mut self, row: Row<'_>, answers: &[(usize, Answer)]) -> Option<usize> {
        let place = self.place(row);
        let role = self.role(row)?;
        let place = place?;
        let id = self.filled(row, Word::Respondent).map(name);
        let id = id.as_ref().map(|id| id.as_bytes());
        let person = self.person(row.number, place, role, id);
        let people = &mut self.gathered.people;
        for &(practice, answer) in answers {
            let answer = people.code(answer);
            for &slot in self.practices.slots(practice) {
                if people.answer(person, slot, answer, self.index) {
                    self.happened.again.at(row.number);
                }
            }
        }
        Some(person)
    }

    /// The person whom a row is of.
    pub(super) fn person(
        &mut self,
        row: u64,
        place: Place,
        role: Option<usize>,
        id: Option<&[u8]>,
    ) -> usize {
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
fn name(cell: &[u8]) -> Cow<'_, str> {
    match text(cell) {
        Cow::Borrowed(plain) if plain.bytes().all(|b| b.is_ascii_graphic()) => plain.into(),
        other => tidy(&other).into(),
    }
}

fn with_text(mut place: Location, shown: String) -> Location {
    if let Location::Cell { text, .. } = &mut place {
        *text = Some(shown);
    }
    place
}
