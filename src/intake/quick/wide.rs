//! A row a respondent, a column a practice.

use crate::intake::people::{BLANK, Code};

use super::cell::Raw;
use super::columns::Kind;
use super::hand::Common;
use super::whose::Who;

/// How rows of respondents are read quickly.
#[derive(Default)]
pub(super) struct Wide {
    /// What the row says, by slot.
    said: Vec<Code>,
}

impl Wide {
    /// Reads the row at the beginning of a text and returns what lies behind it; nothing if the
    /// row has to be looked at.
    #[inline]
    pub(super) fn row<'t>(
        &mut self,
        common: &mut Common<'_, '_>,
        text: &'t [u8],
    ) -> Option<&'t [u8]> {
        self.said.clear();
        self.said.resize(common.said.asked.len(), BLANK);
        let mut who = Who::default();
        let (mut rest, delimiter) = (text, common.delimiter);
        let (mut any, mut is_remarked) = (BLANK, false);
        let last = common.kinds.len().checked_sub(1)?;
        for (column, &kind) in common.kinds.iter().enumerate() {
            let end = if column == last { b'\n' } else { delimiter };
            rest = match kind {
                Kind::Answer { slot, meant } => {
                    let (answer, behind) = common.answers.at(
                        &mut common.sound,
                        rest,
                        Some(meant),
                        (delimiter, end),
                    )?;
                    self.said[slot] = answer;
                    any |= answer;
                    behind
                }
                Kind::Remark => {
                    let raw = common.pass(rest, end)?;
                    is_remarked |= !raw.is_blank();
                    raw.rest
                }
                Kind::Skip => common.pass(rest, end)?.rest,
                kind => {
                    let raw = Raw::at(rest, delimiter, end)?;
                    who.note(kind, raw);
                    raw.rest
                }
            };
        }
        if is_remarked && common.keeps_comments {
            return None;
        }
        let respondent = who.respondent.filter(|id| !id.is_blank());
        if any == BLANK && !is_remarked {
            // With an id the row holds something, though it is nobody's answer.
            return respondent.filter(|_| !who.may_be_nobody()).map(|_| rest);
        }
        let whose = common.whose(text, &who)?;
        match respondent {
            Some(cell) => {
                let id = common.id(cell)?;
                common.said.begin(whose, Some(&id));
            }
            None => common.said.begin(whose, None),
        }
        common.said.answer_all(&self.said);
        Some(rest)
    }
}
