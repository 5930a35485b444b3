//! A row a respondent, a column a practice.

use crate::intake::header::Word;
use crate::intake::reading::{Reading, Row};
use crate::intake::responses::Layout;

use super::Reader;

pub(super) const WIDE: Reader = Reader {
    layout: Layout::WIDE,
    tool: None,
    words: &[
        Word::Respondent,
        Word::Unit,
        Word::Role,
        Word::Wave,
        Word::Comment,
    ],
    once: &[Word::Respondent, Word::Unit, Word::Role, Word::Wave],
    recognises: |columns| !columns.answers.is_empty(),
    row,
};

fn row(reading: &mut Reading<'_, '_>, row: Row<'_>) {
    let columns = reading.columns;
    let mut answers = reading.take_scratch();
    for &(column, practice) in &columns.answers {
        if let Some(answer) = reading.answer(row, column, practice) {
            answers.push((practice, answer));
        }
    }
    let remarked = || {
        columns
            .remarks
            .iter()
            .any(|&column| row.filled(column).is_some())
    };
    if !answers.is_empty() || remarked() {
        let person = reading.answers(row, &answers);
        let remarks = columns.comments.iter();
        reading.comments(
            row,
            person,
            remarks.map(|(practice, at)| (*practice, &at[..])),
        );
    }
    reading.put_back_scratch(answers);
}
