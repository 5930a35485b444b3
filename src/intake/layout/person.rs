//! A row a practice, and the file is one respondent's: the one who filled it in. Rows above the
//! practices may say in which unit, role and wave.
//!
//! Nobody gives the respondent an id: two files are two people, and one file is never more than
//! one, whoever sends it in.

use csv::ByteRecord;

use crate::diagnostic::{Diagnostic, code};
use crate::intake::fold::{fold, text};
use crate::intake::header::Word;
use crate::intake::people::{Person, Place};
use crate::intake::reading::{Reading, Row};
use crate::intake::responses::Layout;

use super::Reader;

static WORDS: &[Word] = &[Word::Practice, Word::Own, Word::Comment];

pub(super) const PERSON: Reader = Reader {
    layout: Layout::PERSON,
    tool: None,
    words: WORDS,
    once: WORDS,
    recognises: |columns| {
        columns.word(Word::Practice).is_some() && columns.word(Word::Own).is_some()
    },
    row,
};

/// Whose answers a file holds, as far as its rows have said.
#[derive(Default)]
pub(in crate::intake) struct Whose {
    /// The rows that say in which unit, role and wave.
    told: Vec<(Word, u64, ByteRecord)>,
    /// The respondent, once anything has been answered; none if it cannot be told where.
    person: Option<Option<Person>>,
    /// Whether the file is known to stand alone.
    is_begun: bool,
}

fn row(reading: &mut Reading<'_, '_>, row: Row<'_>) {
    if !std::mem::replace(&mut reading.whose.is_begun, true) {
        reading.gathered.people.stand_alone(reading.index);
    }
    let named = reading.filled(row, Word::Practice);
    match named.and_then(|cell| Word::of(&fold(&text(cell)))) {
        Some(word @ (Word::Unit | Word::Role | Word::Wave)) => tell(reading, row, word),
        _ => answer(reading, row),
    }
}

/// Notes a row that says where the respondent belongs.
fn tell(reading: &mut Reading<'_, '_>, row: Row<'_>, word: Word) {
    if reading.filled(row, Word::Own).is_none() {
        return;
    }
    let is_late = reading.whose.person.is_some();
    let is_told = reading.whose.told.iter().any(|(told, ..)| *told == word);
    if is_late || is_told {
        let message = match is_told {
            true => format!("the file names the {word} twice"),
            false => format!("the file names the {word} below the answers"),
        };
        let problem = Diagnostic::error(&code::A060, message).help(format!(
            "name the {word} once, in a row above the practices"
        ));
        reading.fault(row, Word::Practice, problem);
        return;
    }
    let told = (word, row.number, row.cells.clone());
    reading.whose.told.push(told);
}

fn answer(reading: &mut Reading<'_, '_>, row: Row<'_>) {
    let Some(practice) = reading.practice(row, &[Word::Own, Word::Comment]) else {
        return;
    };
    for &slot in reading.practices.slots(practice) {
        reading.gathered.people.ask(slot, reading.index);
    }
    let answer = reading.answer_in(row, Word::Own, practice);
    let remarked = reading.filled(row, Word::Comment).is_some();
    if answer.is_none() && !remarked {
        return;
    }
    let Some(person) = person(reading, row) else {
        return;
    };
    let answer = answer.map(|answer| (practice, answer));
    reading.say(row, person, answer.as_slice());
    if let Some(column) = reading.columns.word(Word::Comment) {
        reading.comments(row, Some(person), [(practice, &[column][..])]);
    }
}

/// The respondent whose file it is; `row` is one with an answer.
fn person(reading: &mut Reading<'_, '_>, row: Row<'_>) -> Option<Person> {
    if let Some(known) = reading.whose.person {
        return known;
    }
    let told = std::mem::take(&mut reading.whose.told);
    // What no row says is asked of one without that column, and so is what is known without.
    let said = |word: Word| match told.iter().find(|(told, ..)| *told == word) {
        Some((_, number, cells)) => {
            let number = *number;
            (Row { number, cells }, Word::Own)
        }
        None => (row, word),
    };
    let (at_wave, at_unit, at_role) = (said(Word::Wave), said(Word::Unit), said(Word::Role));
    let wave = reading.wave(at_wave.0, at_wave.1);
    let unit = reading.unit(at_unit.0, at_unit.1);
    let role = reading.role(at_role.0, at_role.1);
    let person = match (wave, unit, role) {
        (Some(wave), Some(unit), Some(role)) => {
            let people = &mut reading.gathered.people;
            let person = people.anonymous(Place { wave, unit });
            people.appear(person, reading.index);
            people.role(person, role);
            Some(person)
        }
        _ => None, // said where
    };
    reading.whose.person = Some(person);
    person
}
