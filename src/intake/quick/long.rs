//! A row an answer: most rows are of the same person as the one before.

use crate::intake::people::{BLANK, Code};
use crate::intake::reading::Reading;

use super::Run;
use super::cell::{Answers, Known, Raw};
use super::columns::{Kind, answer};
use super::who::{Names, Who};

/// How rows of answers are read quickly.
pub(crate) struct Long {
    kinds: Vec<Kind>,
    /// How many columns lead up to the answer, if they hold all that says whose it is.
    leading: usize,
    delimiter: u8,
    names: Names,
    answers: Answers,
    practices: Practices,
    /// The leading cells of the row before, and whose it is.
    same: Vec<u8>,
    person: usize,
}

/// Practices' slots by the cells that name them.
struct Practices {
    known: Known<usize>,
    /// Each cell that names one with its delimiter, its slot, and which came next.
    list: Vec<(Vec<u8>, usize, usize)>,
    last: usize,
}

/// What one row says.
struct Row<'t> {
    who: Who<'t>,
    person: Option<usize>,
    /// Its leading cells, if they are not those of the row before.
    leading: &'t [u8],
    slot: Option<usize>,
    answer: Code,
    is_remarked: bool,
}

impl Long {
    pub(super) fn new(kinds: Vec<Kind>, delimiter: u8) -> Self {
        let is_of_answer =
            |kind: &Kind| matches!(kind, Kind::Practice | Kind::Level | Kind::Remark);
        let is_of_person = |kind: &Kind| {
            matches!(
                kind,
                Kind::Respondent | Kind::Unit | Kind::Role | Kind::Wave
            )
        };
        let leading = kinds.iter().position(is_of_answer).unwrap_or_default();
        let is_all = !kinds[leading..].iter().any(is_of_person);
        Self {
            leading: if is_all { leading } else { 0 },
            kinds,
            delimiter,
            names: Names::new(delimiter),
            answers: Answers::new(),
            practices: Practices {
                known: Known::default(),
                list: Vec::new(),
                last: 0,
            },
            same: Vec::new(),
            person: 0,
        }
    }

    pub(super) fn run(&mut self, reading: &mut Reading<'_, '_>, row: u64, text: &[u8]) -> Run {
        let mut run = Run::default();
        let Some(place) = reading.known_place() else {
            return run;
        };
        // The row between this run and the last may have given the person another role.
        self.same.clear();
        let mut rest = text;
        while let Some(behind) = self.row(reading, Who::at(place), row + run.rows + 1, rest) {
            rest = behind;
            run.rows += 1;
        }
        run.bytes = text.len() - rest.len();
        run
    }

    #[inline]
    fn row<'t>(
        &mut self,
        reading: &mut Reading<'_, '_>,
        who: Who<'t>,
        number: u64,
        text: &'t [u8],
    ) -> Option<&'t [u8]> {
        let mut row = Row {
            who,
            person: None,
            leading: &[],
            slot: None,
            answer: BLANK,
            is_remarked: false,
        };
        let (mut rest, mut from) = (text, 0);
        if !self.same.is_empty()
            && let Some(behind) = text.strip_prefix(self.same.as_slice())
        {
            (rest, from) = (behind, self.leading);
            row.person = Some(self.person);
        }
        for column in from..self.kinds.len() {
            rest = self.cell(reading, &mut row, column, rest)?;
            if column + 1 == self.leading {
                row.leading = &text[..text.len() - rest.len()];
            }
        }
        let slot = row.slot?;
        if row.answer == BLANK {
            return (!row.is_remarked).then_some(rest);
        }
        let person = match row.person {
            Some(person) => person,
            None => {
                let person = row.who.person(reading, number)?;
                self.same.clear();
                self.same.extend_from_slice(row.leading);
                self.person = person;
                person
            }
        };
        let people = &mut reading.gathered.people;
        if people.answer(person, slot, row.answer, reading.index) {
            reading.happened.again.at(number);
        }
        Some(rest)
    }

    #[inline]
    fn cell<'t>(
        &mut self,
        reading: &mut Reading<'_, '_>,
        row: &mut Row<'t>,
        column: usize,
        text: &'t [u8],
    ) -> Option<&'t [u8]> {
        let is_last = column + 1 == self.kinds.len();
        let end = if is_last { b'\n' } else { self.delimiter };
        match self.kinds[column] {
            Kind::Practice => {
                let (slot, rest) = self.practices.at(reading, text, self.delimiter, end)?;
                row.slot = Some(slot);
                Some(rest)
            }
            Kind::Level => {
                let (answer, rest) = self.answers.at(reading, text, self.delimiter, end)?;
                row.answer = answer;
                Some(rest)
            }
            Kind::Remark => {
                if let [byte, rest @ ..] = text
                    && *byte == end
                {
                    return Some(rest);
                }
                let raw = Raw::at(text, self.delimiter, end)?;
                row.is_remarked = !raw.is_blank();
                (!row.is_remarked || !reading.gathered.people.keeps_comments()).then_some(raw.rest)
            }
            kind => self.names.take(kind, &mut row.who, reading, text, end),
        }
    }
}

impl Practices {
    /// The slot of the practice named at the beginning of a text: mostly the one that came
    /// after the last before.
    #[inline]
    fn at<'t>(
        &mut self,
        reading: &Reading<'_, '_>,
        text: &'t [u8],
        delimiter: u8,
        end: u8,
    ) -> Option<(usize, &'t [u8])> {
        if let Some((_, _, next)) = self.list.get(self.last) {
            let next = *next;
            let (cell, slot, _) = &self.list[next];
            if let Some(rest) = text.strip_prefix(cell.as_slice()) {
                self.last = next;
                return Some((*slot, rest));
            }
        }
        let raw = Raw::at(text, delimiter, end)?;
        let found = match self.known.get(raw.whole) {
            Some(&found) => found,
            None => self.learn(reading, raw, end)?,
        };
        if let Some((_, _, next)) = self.list.get_mut(self.last) {
            *next = found;
        }
        self.last = found;
        Some((self.list[found].1, raw.rest))
    }

    fn learn(&mut self, reading: &Reading<'_, '_>, raw: Raw<'_>, end: u8) -> Option<usize> {
        let practice = *reading.seen.get(raw.inside())?;
        let Kind::Answer(slot) = answer(reading.practices, practice)? else {
            return None;
        };
        let found = self.list.len();
        let cell = [raw.whole, &[end]].concat();
        self.list.push((cell, slot, found));
        self.known.insert(raw.whole.into(), found);
        Some(found)
    }
}
