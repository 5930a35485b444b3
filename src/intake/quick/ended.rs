//! Cells with what ends them, held against the beginning of a text in one step.

use super::cell::Raw;

/// So long a cell is held against a text in one step.
const SHORT: usize = size_of::<u128>();

/// A cell with what ends it: the delimiter, or a line feed.
pub(super) struct Ended {
    bytes: Box<[u8]>,
    end: u8,
    /// The same as a number, where it is short, and which bits of a text to hold against it.
    number: u128,
    mask: u128,
}

impl Ended {
    pub(super) fn new(cell: Raw<'_>, end: u8) -> Self {
        let bytes = [cell.whole, &[end]].concat();
        let mut first = [0; SHORT];
        let (mut number, mut mask) = (0, 0);
        if let Some(start) = first.get_mut(..bytes.len()) {
            start.copy_from_slice(&bytes);
            number = u128::from_le_bytes(first);
            mask = u128::MAX >> (8 * (SHORT - bytes.len()));
        }
        Self {
            bytes: bytes.into(),
            end,
            number,
            mask,
        }
    }

    /// What lies behind the cell, if a text begins with it and `end` ends it.
    #[inline]
    pub(super) fn stripped<'t>(&self, text: &'t [u8], end: u8) -> Option<&'t [u8]> {
        let is_here = match text.first_chunk() {
            Some(first) if self.mask != 0 => u128::from_le_bytes(*first) & self.mask == self.number,
            _ => text.starts_with(&self.bytes),
        };
        (is_here && self.end == end).then(|| &text[self.bytes.len()..])
    }

    /// Its bytes as a number, where they are at most eight.
    pub(super) fn number(&self) -> Option<u64> {
        (self.bytes.len() <= size_of::<u64>())
            .then(|| u64::try_from(self.number).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_begins_with_a_cell_however_long_both_are() {
        for length in 0..40 {
            let cell = "abcdefghij".repeat(4)[..length].to_owned();
            let raw = Raw {
                whole: cell.as_bytes(),
                rest: b"",
            };
            let ended = Ended::new(raw, b';');
            for rest in ["", "x", "\n", ";;;;;;;;;;;;;;;;;;;;"] {
                let text = format!("{cell};{rest}");
                assert_eq!(ended.stripped(text.as_bytes(), b';'), Some(rest.as_bytes()));
                assert_eq!(ended.stripped(text.as_bytes(), b'\n'), None);
                let other = format!("{cell}{rest}\n{rest}");
                assert_eq!(
                    ended.stripped(other.as_bytes(), b';').is_some(),
                    rest.starts_with(';')
                );
            }
        }
    }
}
