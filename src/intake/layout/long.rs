//! A row an answer.

use crate::diagnostic::{Diagnostic, code};
use crate::intake::header::Word;
use crate::intake::reading::{Reading, Row};
use crate::intake::responses::Layout;

use super::sheet::{evidence, moderate};
use super::{Reader, is_row_a_practice};

static WORDS: &[Word] = &[
    Word::Respondent,
    Word::Unit,
    Word::Role,
    Word::Wave,
    Word::Practice,
    Word::Level,
    Word::Comment,
    Word::Evidence,
    Word::EvidenceDate,
    Word::Source,
    Word::Moderated,
    Word::Reason,
    Word::By,
];

pub(super) const LONG: Reader = Reader {
    layout: Layout::LONG,
    tool: None,
    words: WORDS,
    once: WORDS,
    recognises: |columns| is_row_a_practice(columns) && columns.word(Word::Respondent).is_some(),
    row,
};

fn row(reading: &mut Reading<'_, '_>, row: Row<'_>) {
    let practice = reading.practice(row, &[Word::Level, Word::Moderated]);
    let evidence = evidence(reading, row);
    moderate(reading, row, evidence);
    let answer = practice.and_then(|practice| {
        let answer = reading.answer_in(row, Word::Level, practice)?;
        Some((practice, answer))
    });
    if answer.is_none() && reading.filled(row, Word::Comment).is_none() {
        return;
    }
    if reading.filled(row, Word::Respondent).is_none() {
        if answer.is_some() {
            let problem = Diagnostic::error(&code::A016, "the answer has no respondent")
                .help("give each respondent an id of any kind; it is never printed")
                .help("where nobody was asked, leave the column out");
            reading.fault(row, Word::Respondent, problem);
        }
        return;
    }
    let person = reading.answers(row, answer.as_slice());
    if let (Some(practice), Some(column)) = (practice, reading.columns.word(Word::Comment)) {
        reading.comments(row, person, [(practice, &[column][..])]);
    }
}
