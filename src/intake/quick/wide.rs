//! A row a respondent, a column a practice.

use crate::intake::people::{BLANK, Code};

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
        let mut any = BLANK;
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
                kind => common.beside(kind, &mut who, rest, end)?,
            };
        }
        if who.is_remarked && common.keeps_comments {
            return None;
        }
        let respondent = who.respondent.filter(|id| !id.is_blank());
        if any == BLANK && !who.is_remarked {
            // With an id the row holds something, though it is nobody's answer.
            return respondent.filter(|_| !who.may_be_nobody()).map(|_| rest);
        }
        let id = match respondent {
            Some(cell) => Some(common.id(cell)?),
            None => None,
        };
        // Last, as what is new in it is learnt.
        let whose = common.whose(text, &who)?;
        common.said.begin(whose, id.as_deref());
        common.said.answer_all(&self.said);
        Some(rest)
    }
}
