//! A row an answer: most rows are of the same person as the one before.

use crate::intake::people::BLANK;

use super::columns::Kind;
use super::hand::Common;
use super::named::Named;
use super::whose::Who;

/// How rows of answers are read quickly.
pub(super) struct Long {
    /// How many columns lead up to the answer, if they hold all that says whose it is.
    leading: usize,
    named: Named,
    /// Whether behind them come but the practice, the level and, if anything, a remark.
    is_plain: bool,
}

impl Long {
    pub(super) fn new(kinds: &[Kind]) -> Self {
        let is_of_answer =
            |kind: &Kind| matches!(kind, Kind::Practice | Kind::Level | Kind::Remark);
        let leading = kinds.iter().position(is_of_answer).unwrap_or_default();
        let is_all = !kinds[leading..].iter().any(|kind| kind.is_of_person());
        Self {
            leading: if is_all { leading } else { 0 },
            is_plain: matches!(
                kinds[leading..],
                [Kind::Practice, Kind::Level] | [Kind::Practice, Kind::Level, Kind::Remark]
            ),
            named: Named::new(),
        }
    }

    /// Reads the plainest rows at the beginning of a text, all of the person in the row before,
    /// whose leading cells are given; returns what lies behind them.
    #[inline]
    pub(super) fn plain_rows<'t>(
        &mut self,
        common: &mut Common<'_, '_>,
        same: &[u8],
        text: &'t [u8],
    ) -> &'t [u8] {
        if !self.is_plain || same.is_empty() {
            return text;
        }
        let has_remark = common.kinds.len() > self.leading + 2;
        let end = if has_remark { common.delimiter } else { b'\n' };
        let (mut behind, first) = (text, common.said.rows);
        while begins_with(behind, same)
            && let Some(((slot, meant), rest)) =
                self.named.next(&behind[same.len()..], common.delimiter)
            && let Some((answer, rest)) = common.answers.at(
                &mut common.sound,
                rest,
                Some(meant),
                (common.delimiter, end),
            )
            && let Some(rest) = match has_remark {
                true => rest.strip_prefix(b"\n"),
                false => Some(rest),
            }
        {
            if answer != BLANK {
                common.said.answer(slot, answer);
            }
            common.said.rows += 1;
            behind = rest;
        }
        common.quick(common.said.rows - first);
        behind
    }

    /// Reads the row at the beginning of a text and returns what lies behind it; nothing if the
    /// row has to be looked at. `same` are the leading cells of the row before.
    #[inline]
    pub(super) fn row<'t>(
        &mut self,
        common: &mut Common<'_, '_>,
        same: &mut &'t [u8],
        text: &'t [u8],
    ) -> Option<&'t [u8]> {
        let (mut rest, mut from) = (text, 0);
        let is_of_another = same.is_empty() || !begins_with(text, same);
        if !is_of_another {
            (rest, from) = (&text[same.len()..], self.leading);
        }
        let mut who = Who::default();
        let delimiter = common.delimiter;
        let (mut practice, mut answer) = (None, BLANK);
        let mut leading: &[u8] = &[];
        let last = common.kinds.len().checked_sub(1)?;
        for column in from..=last {
            let end = if column == last { b'\n' } else { delimiter };
            rest = match common.kinds[column] {
                Kind::Practice => {
                    let (found, behind) = self.named.at(
                        common.practices,
                        &mut common.sound,
                        rest,
                        (delimiter, end),
                    )?;
                    practice = Some(found);
                    behind
                }
                Kind::Level => {
                    let meant = practice.map(|(_, meant)| meant);
                    let (found, behind) =
                        common
                            .answers
                            .at(&mut common.sound, rest, meant, (delimiter, end))?;
                    answer = found;
                    behind
                }
                kind => common.beside(kind, &mut who, rest, end)?,
            };
            if column + 1 == self.leading {
                leading = &text[..text.len() - rest.len()];
            }
        }
        let (slot, _) = practice?;
        if answer == BLANK && !who.is_remarked {
            return (!who.may_be_nobody()).then_some(rest);
        }
        if who.is_remarked && common.keeps_comments {
            return None;
        }
        if is_of_another {
            let id = common.id(who.respondent?)?;
            // Last, as what is new in it is learnt.
            let whose = common.whose(text, &who)?;
            common.said.begin(whose, Some(&id));
            *same = leading;
        }
        if answer != BLANK {
            common.said.answer(slot, answer);
        }
        Some(rest)
    }
}

/// Whether a text begins with another, which is mostly so.
#[inline]
fn begins_with(text: &[u8], other: &[u8]) -> bool {
    const STEP: usize = 16;
    let Some(text) = text.get(..other.len()) else {
        return false;
    };
    // The last step may look at some of the bytes once more.
    let (Some(text_end), Some(other_end)) = (text.last_chunk::<STEP>(), other.last_chunk::<STEP>())
    else {
        return text == other;
    };
    let (text, other) = (text.as_chunks::<STEP>().0, other.as_chunks::<STEP>().0);
    text_end == other_end && text.iter().zip(other).all(|(one, other)| one == other)
}
