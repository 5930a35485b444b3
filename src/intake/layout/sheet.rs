//! A row a practice and no respondent: one assessor's or a workshop's reading.

use crate::diagnostic::{Diagnostic, code};
use crate::intake::header::Word;
use crate::intake::reading::{Reading, Row};
use crate::intake::responses::{Evidence, Layout, Moderated, Settled};

use super::{Reader, is_row_a_practice};

static WORDS: &[Word] = &[
    Word::Unit,
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

pub(super) const SHEET: Reader = Reader {
    layout: Layout::SHEET,
    tool: None,
    words: WORDS,
    once: WORDS,
    recognises: |columns| is_row_a_practice(columns) && columns.word(Word::Respondent).is_none(),
    row,
};

fn row(reading: &mut Reading<'_, '_>, row: Row<'_>) {
    let evidence = evidence(reading, row);
    settle(reading, row, evidence.as_ref());
    moderate(reading, row, evidence);
}

/// The cells that say something of a practice.
static SAYING: &[Word] = &[
    Word::Level,
    Word::Comment,
    Word::Evidence,
    Word::EvidenceDate,
    Word::Source,
    Word::Moderated,
    Word::Reason,
];

fn settle(reading: &mut Reading<'_, '_>, row: Row<'_>, evidence: Option<&Evidence>) {
    let Some(practice) = reading.practice(row, SAYING) else {
        return;
    };
    let answer = reading.answer_in(row, Word::Level, practice);
    let is_moderated = reading.filled(row, Word::Moderated).is_some();
    let comment = reading.remark(row, Word::Comment);
    let reason = reading.remark(row, Word::Reason);
    // Beside a moderated level alone, evidence and who stands behind it are that level's.
    let is_own = answer.is_some() || !is_moderated;
    let settled = Settled {
        answer,
        // A reason where nothing is moderated is the reason of the reading.
        comment: comment.or(reason.filter(|_| !is_moderated)),
        evidence: evidence.filter(|_| is_own).cloned(),
        by: None,
    };
    if settled == Settled::default() {
        return;
    }
    let by = reading.remark(row, Word::By).filter(|_| is_own);
    let settled = Settled { by, ..settled };
    if let Some(place) = reading.place(row) {
        reading.settle(row, place, practice, &settled);
    }
}

/// Takes the moderated level of a row, if it has one and its practice is known.
pub(super) fn moderate(reading: &mut Reading<'_, '_>, row: Row<'_>, evidence: Option<Evidence>) {
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
        evidence,
    };
    reading.moderate(row, place, practice, &moderated);
}

/// What the level of a row rests on, if anything is said of it.
pub(super) fn evidence(reading: &mut Reading<'_, '_>, row: Row<'_>) -> Option<Evidence> {
    let evidence = Evidence {
        text: reading.remark(row, Word::Evidence),
        date: reading.day(row, Word::EvidenceDate),
        source: reading.remark(row, Word::Source),
    };
    (evidence != Evidence::default()).then_some(evidence)
}
