//! A row an answer: most rows are of the same person as the one before.

use crate::intake::people::BLANK;
use crate::intake::practices::Practices;

use super::cell::{Known, Raw};
use super::columns::Kind;
use super::hand::{Common, id};
use super::whose::Who;

/// How rows of answers are read quickly.
pub(super) struct Long {
    /// How many columns lead up to the answer, if they hold all that says whose it is.
    leading: usize,
    named: Named,
    /// The leading cells of the row before.
    same: Vec<u8>,
}

impl Long {
    pub(super) fn new(kinds: &[Kind]) -> Self {
        let is_of_answer =
            |kind: &Kind| matches!(kind, Kind::Practice | Kind::Level | Kind::Remark);
        let leading = kinds.iter().position(is_of_answer).unwrap_or_default();
        let is_all = !kinds[leading..].iter().any(|kind| kind.is_of_person());
        Self {
            leading: if is_all { leading } else { 0 },
            named: Named::default(),
            same: Vec::new(),
        }
    }

    /// Lets the next row say anew whose it is.
    pub(super) fn part(&mut self) {
        self.same.clear();
    }

    /// Reads the row at the beginning of a text and returns what lies behind it; nothing if the
    /// row has to be looked at.
    #[inline]
    pub(super) fn row<'t>(
        &mut self,
        common: &mut Common<'_, '_>,
        text: &'t [u8],
    ) -> Option<&'t [u8]> {
        let (mut rest, mut from) = (text, 0);
        let mut who = None;
        match text.strip_prefix(self.same.as_slice()) {
            Some(behind) if !self.same.is_empty() => (rest, from) = (behind, self.leading),
            _ => who = Some(Who::default()),
        }
        let delimiter = common.delimiter;
        let (mut practice, mut answer, mut is_remarked) = (None, BLANK, false);
        let mut leading: &[u8] = &[];
        let last = common.kinds.len().checked_sub(1)?;
        for column in from..=last {
            let end = if column == last { b'\n' } else { delimiter };
            rest = match common.kinds[column] {
                Kind::Practice => {
                    let (found, behind) = self.named.at(common.practices, rest, delimiter, end)?;
                    practice = Some(found);
                    behind
                }
                Kind::Level => {
                    let meant = practice.map(|(_, meant)| meant);
                    let (found, behind) = common.answers.at(rest, meant, delimiter, end)?;
                    answer = found;
                    behind
                }
                Kind::Remark if rest.first() == Some(&end) => &rest[1..],
                Kind::Remark => {
                    let raw = Raw::passed(rest, delimiter, end)?;
                    is_remarked |= !raw.is_blank();
                    raw.rest
                }
                Kind::Skip => Raw::passed(rest, delimiter, end)?.rest,
                kind => {
                    let raw = Raw::at(rest, delimiter, end)?;
                    if let Some(who) = &mut who {
                        who.note(kind, raw);
                    }
                    raw.rest
                }
            };
            if column + 1 == self.leading {
                leading = &text[..text.len() - rest.len()];
            }
        }
        let (slot, _) = practice?;
        if answer == BLANK && !is_remarked {
            return Some(rest);
        }
        if is_remarked && common.keeps_comments {
            return None;
        }
        if let Some(who) = who {
            let id = id(who.respondent?)?;
            let whose = common.whose.number(&who)?;
            common.said.begin(whose, Some(&id));
            self.same.clear();
            self.same.extend_from_slice(leading);
        }
        if answer != BLANK {
            common.said.answer(slot, answer);
        }
        Some(rest)
    }
}

/// A practice by its slot, and as cells of the row are read for it.
type Practice = (usize, usize);

/// Practices by the cells that name them.
#[derive(Default)]
struct Named {
    known: Known<usize>,
    list: Vec<Name>,
    last: usize,
}

/// A cell that names a practice.
struct Name {
    /// With what ends it.
    cell: Box<[u8]>,
    /// The same as a number, where it is short, and which bits of a text to hold against it.
    number: u64,
    mask: u64,
    practice: Practice,
    /// Which came next.
    next: usize,
}

impl Name {
    /// What lies behind the cell, if a text begins with it.
    #[inline]
    fn stripped<'t>(&self, text: &'t [u8]) -> Option<&'t [u8]> {
        match text.first_chunk() {
            Some(bytes) if self.mask != 0 => {
                let is_same = u64::from_le_bytes(*bytes) & self.mask == self.number;
                is_same.then(|| &text[self.cell.len()..])
            }
            _ => text.strip_prefix(&*self.cell),
        }
    }
}

impl Named {
    /// The practice named at the beginning of a text: mostly the one that came after the last
    /// before.
    #[inline]
    fn at<'t>(
        &mut self,
        practices: &Practices<'_>,
        text: &'t [u8],
        delimiter: u8,
        end: u8,
    ) -> Option<(Practice, &'t [u8])> {
        if let Some(last) = self.list.get(self.last) {
            let next = last.next;
            let name = &self.list[next];
            if let Some(rest) = name.stripped(text) {
                self.last = next;
                return Some((name.practice, rest));
            }
        }
        let raw = Raw::at(text, delimiter, end)?;
        let found = match self.known.get(raw.whole) {
            Some(&found) => found,
            None => self.learn(practices, raw, end)?,
        };
        if let Some(last) = self.list.get_mut(self.last) {
            last.next = found;
        }
        self.last = found;
        Some((self.list[found].practice, raw.rest))
    }

    fn learn(&mut self, practices: &Practices<'_>, raw: Raw<'_>, end: u8) -> Option<usize> {
        let practice = practices.in_cell(raw.inside())?;
        let (meant, [slot]) = (practices.meant(practice)?, practices.slots(practice)) else {
            return None;
        };
        let found = self.list.len();
        let cell: Box<[u8]> = [raw.whole, &[end]].concat().into();
        let mut bytes = [0; 8];
        let (mut number, mut mask) = (0, 0);
        if let Some(start) = bytes.get_mut(..cell.len()) {
            start.copy_from_slice(&cell);
            number = u64::from_le_bytes(bytes);
            mask = u64::MAX >> (u64::BITS as usize - 8 * cell.len());
        }
        self.list.push(Name {
            cell,
            number,
            mask,
            practice: (*slot, meant),
            next: found,
        });
        self.known.insert(raw.whole.into(), found);
        Some(found)
    }
}
