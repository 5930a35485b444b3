//! A row a practice and no respondent: one assessor's or a workshop's reading.

use crate::diagnostic::{Diagnostic, code};
use crate::intake::header::Word;
use crate::intake::reading::{Reading, Row};
use crate::intake::responses::{Layout, Moderated, Settled};

use super::{Reader, is_row_a_practice};

static WORDS: &[Word] = &[
    Word::Unit,
    Word::Wave,
    Word::Practice,
    Word::Level,
    Word::Comment,
    Word::Evidence,
    Word::Moderated,
    Word::Reason,
    Word::By,
];

pub(super) const SHEET: Reader = Reader {
    layout: Layout::Sheet,
    words: WORDS,
    once: WORDS,
    recognises: |columns| is_row_a_practice(columns) && columns.word(Word::Respondent).is_none(),
    row,
};

fn row(reading: &mut Reading<'_, '_>, row: Row<'_>) {
    settle(reading, row);
    moderate(reading, row);
}

/// The cells that say something of a practice.
static SAYING: &[Word] = &[
    Word::Level,
    Word::Comment,
    Word::Evidence,
    Word::Moderated,
    Word::Reason,
];

fn settle(reading: &mut Reading<'_, '_>, row: Row<'_>) {
    let Some(practice) = reading.practice(row, SAYING) else {
        return;
    };
    let answer = reading.answer_in(row, Word::Level, practice);
    let is_moderated = reading.filled(row, Word::Moderated).is_some();
    let comment = reading.remark(row, Word::Comment);
    let reason = reading.remark(row, Word::Reason);
    let settled = Settled {
        answer,
        // A reason where nothing is moderated is the reason of the reading.
        comment: comment.or(reason.filter(|_| !is_moderated)),
        // Beside a moderated level alone, evidence is that level's.
        evidence: reading
            .remark(row, Word::Evidence)
            .filter(|_| answer.is_some() || !is_moderated),
    };
    if settled == Settled::default() {
        return;
    }
    if let Some(place) = reading.place(row) {
        reading.settle(row, place, practice, &settled);
    }
}

/// Takes the moderated level of a row, if it has one and its practice is known.
pub(super) fn moderate(reading: &mut Reading<'_, '_>, row: Row<'_>) {
    if reading.filled(row, Word::Moderated).is_none() {
        return;
    }
    let Some(practice) = reading.known_practice(row) else {
        return;
    };
    let level = reading.moderated_level(row, practice);
    let reason = reading.remark(row, Word::Reason);
    if reason.is_none() {
        let message = format!(
            "the moderated level of {} has no reason",
            reading.title(practice)
        );
        let hint = "write in the column `reason` why the level was settled on";
        let problem = Diagnostic::error(&code::A018, message).help(hint);
        reading.fault(row, Word::Moderated, problem);
    }
    let (Some(level), Some(reason), Some(place)) = (level, reason, reading.place(row)) else {
        return;
    };
    let moderated = Moderated {
        level,
        reason,
        by: reading.remark(row, Word::By),
        evidence: reading.remark(row, Word::Evidence),
    };
    reading.moderate(row, place, practice, &moderated);
}
