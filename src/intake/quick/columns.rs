//! What to do with each column of a row that is read quickly.

use std::collections::BTreeSet;

use crate::intake::header::{Columns, Word};
use crate::intake::practices::Practices;
use crate::intake::responses::EachRow;

/// What to do with a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing.
    Skip,
    Respondent,
    Unit,
    Role,
    Wave,
    /// The practice that the row is about.
    Practice,
    /// The answer to it.
    Level,
    /// Whether it holds anything counts, unless comments are kept.
    Remark,
    /// The answer that goes to a slot, and the practice whose words may stand in its cells.
    Answer {
        slot: usize,
        meant: usize,
    },
}

impl Kind {
    /// Whether its cells say whose a row is.
    pub(super) fn is_of_person(&self) -> bool {
        matches!(
            self,
            Self::Respondent | Self::Unit | Self::Role | Self::Wave
        )
    }
}

/// What to do with all columns; `None` if a column is only for the layout's reader.
pub(super) fn kinds(
    each: EachRow,
    columns: &Columns,
    practices: &Practices<'_>,
) -> Option<Vec<Kind>> {
    let is = |word, column| columns.word(word) == Some(column);
    let of = |column: usize| {
        let who = [
            (Word::Respondent, Kind::Respondent),
            (Word::Unit, Kind::Unit),
            (Word::Role, Kind::Role),
            (Word::Wave, Kind::Wave),
        ];
        if let Some((_, kind)) = who.into_iter().find(|(word, _)| is(*word, column)) {
            return Some(kind);
        }
        match each {
            EachRow::Answer if is(Word::Practice, column) => Some(Kind::Practice),
            EachRow::Answer if is(Word::Level, column) => Some(Kind::Level),
            EachRow::Answer if is(Word::Comment, column) => Some(Kind::Remark),
            EachRow::Answer => {
                let own = [
                    Word::Moderated,
                    Word::Evidence,
                    Word::EvidenceDate,
                    Word::Source,
                ];
                let is_own = own.into_iter().any(|word| is(word, column));
                (!is_own).then_some(Kind::Skip)
            }
            _ if columns.remarks.contains(&column) => Some(Kind::Remark),
            _ => {
                let mut answers = columns.answers.iter();
                match answers.find(|(at, _)| *at == column) {
                    None => Some(Kind::Skip),
                    Some((_, practice)) => answer(practices, *practice),
                }
            }
        }
    };
    let kinds: Vec<Kind> = (0..columns.list.len()).map(of).collect::<Option<_>>()?;
    let is_answer = |kind: &&Kind| matches!(kind, Kind::Answer { .. });
    let slots: BTreeSet<usize> = kinds
        .iter()
        .filter_map(|kind| match kind {
            Kind::Answer { slot, .. } => Some(*slot),
            _ => None,
        })
        .collect();
    // Where two columns go to one slot, the order in which they are taken matters.
    let is_each_once = slots.len() == kinds.iter().filter(is_answer).count();
    is_each_once.then_some(kinds)
}

/// A column of answers to a practice; `None` if they go to several slots.
fn answer(practices: &Practices<'_>, practice: usize) -> Option<Kind> {
    match (practices.meant(practice), practices.slots(practice)) {
        (None, _) => Some(Kind::Skip),
        (Some(meant), [slot]) => Some(Kind::Answer { slot: *slot, meant }),
        (Some(_), _) => None,
    }
}
