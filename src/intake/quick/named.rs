//! Practices by the cells that name them.

use crate::intake::encoding::Soundness;
use crate::intake::practices::Practices;

use super::cell::{Known, Raw};
use super::ended::Ended;

/// Practices by the cells that name them.
pub(super) struct Named {
    known: Known<usize>,
    list: Vec<Name>,
    last: usize,
    /// Places in `list` of short cells, each where its number leads to; one more, 0 for none.
    short: Box<[u16; SHORT]>,
}

/// A practice by its slot, and by the index of its words.
pub(super) type Practice = (u16, usize);

/// So many places there are for short cells.
const SHORT: usize = 1 << SHORT_BITS;
const SHORT_BITS: u32 = 9;

/// A cell that names a practice.
struct Name {
    cell: Ended,
    practice: Practice,
    /// Which came next.
    next: usize,
}

/// Where a short cell's number leads to.
#[inline]
fn place(number: u64) -> usize {
    (number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - SHORT_BITS)) as usize
}

impl Named {
    pub(super) fn new() -> Self {
        Self {
            known: Known::default(),
            list: Vec::new(),
            last: 0,
            short: Box::new([0; SHORT]),
        }
    }

    /// The practice named at the beginning of a text: mostly the one that came after the last
    /// before.
    #[inline]
    pub(super) fn at<'t>(
        &mut self,
        practices: &Practices<'_>,
        sound: &mut Soundness,
        text: &'t [u8],
        (delimiter, end): (u8, u8),
    ) -> Option<(Practice, &'t [u8])> {
        match self.next(text, end) {
            Some(found) => Some(found),
            None => self.another(practices, sound, text, (delimiter, end)),
        }
    }

    /// The practice named at the beginning of a text, if it is the one that came after the last
    /// before.
    #[inline]
    pub(super) fn next<'t>(&mut self, text: &'t [u8], end: u8) -> Option<(Practice, &'t [u8])> {
        let next = self.list.get(self.last)?.next;
        let name = &self.list[next];
        let rest = name.cell.stripped(text, end)?;
        self.last = next;
        Some((name.practice, rest))
    }

    fn another<'t>(
        &mut self,
        practices: &Practices<'_>,
        sound: &mut Soundness,
        text: &'t [u8],
        (delimiter, end): (u8, u8),
    ) -> Option<(Practice, &'t [u8])> {
        if let Some(bytes) = text.first_chunk::<8>()
            && let Some(length) = bytes.iter().position(|byte| *byte == end)
            && let number = u64::from_le_bytes(*bytes) & (u64::MAX >> (56 - 8 * length))
            && let Some(found) = usize::from(self.short[place(number)]).checked_sub(1)
            && let Some(rest) = self.list[found].cell.stripped(text, end)
        {
            self.follow(found);
            return Some((self.list[found].practice, rest));
        }
        let raw = Raw::at(text, delimiter, end)?;
        let found = match self.known.get(raw.whole) {
            Some(&found) => found,
            None if !sound.look(raw.whole) => return None,
            None => self.learn(practices, raw, end)?,
        };
        self.follow(found);
        Some((self.list[found].practice, raw.rest))
    }

    /// Notes that one came after the last.
    fn follow(&mut self, found: usize) {
        if let Some(last) = self.list.get_mut(self.last) {
            last.next = found;
        }
        self.last = found;
    }

    fn learn(&mut self, practices: &Practices<'_>, raw: Raw<'_>, end: u8) -> Option<usize> {
        let practice = practices.in_cell(raw.inside())?;
        let (meant, [slot]) = (practices.meant(practice)?, practices.slots(practice)) else {
            return None;
        };
        let slot = u16::try_from(*slot).ok()?;
        let found = self.list.len();
        let cell = Ended::new(raw, end);
        if let (Some(short), Ok(number)) = (cell.number(), u16::try_from(found + 1)) {
            self.short[place(short)] = number;
        }
        self.list.push(Name {
            cell,
            practice: (slot, meant),
            next: found,
        });
        self.known.insert(raw.whole.into(), found);
        Some(found)
    }
}
