//! Single cells as they are written, and what those seen before were found to mean.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use memchr::{memchr, memchr2};

use crate::intake::fold::is_blank;
use crate::intake::people::{BLANK, Code};
use crate::intake::reading::Reading;

/// A cell as it is written, and what lies behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Raw<'t> {
    /// With its quotation marks.
    pub whole: &'t [u8],
    /// The text behind the cell's end.
    pub rest: &'t [u8],
}

impl<'t> Raw<'t> {
    /// The cell at the beginning of a text, if it ends in `end`, which is the delimiter or a
    /// line feed. There is none if that is not at hand, or if what the cell holds is not what
    /// is written, but for quotation marks around it.
    #[inline]
    pub(super) fn at(text: &'t [u8], delimiter: u8, end: u8) -> Option<Self> {
        let length = match text.first()? {
            b'"' => {
                let closed = memchr(b'"', &text[1..])? + 2;
                // What is left of CRLF is white space at the end of a row's last cell.
                let is_crlf = end == b'\n' && text.get(closed) == Some(&b'\r');
                closed + usize::from(is_crlf)
            }
            _ => memchr2(delimiter, b'\n', text)?,
        };
        (*text.get(length)? == end).then(|| Self {
            whole: &text[..length],
            rest: &text[length + 1..],
        })
    }

    /// What it holds.
    pub(super) fn inside(self) -> &'t [u8] {
        match self.whole {
            [b'"', inside @ .., b'"'] | [b'"', inside @ .., b'"', b'\r'] => inside,
            whole => whole,
        }
    }

    /// Whether it holds nothing that can be seen.
    #[inline]
    pub(super) fn is_blank(self) -> bool {
        self.whole.is_empty() || is_blank(self.inside())
    }
}

/// Cells as they are written, and what stands for what they mean.
pub(super) type Known<T> = HashMap<Box<[u8]>, T, RandomState>;

/// Answers by the cells that give them.
pub(super) struct Answers {
    /// By a digit that is all of a cell; `None` where it has not been seen.
    digits: [Option<Code>; 10],
    known: Known<Code>,
}

impl Answers {
    pub(super) fn new() -> Self {
        Self {
            digits: [None; 10],
            known: Known::default(),
        }
    }

    /// The answer at the beginning of a text, and what lies behind its cell; `None` if it is
    /// not known what the cell means.
    #[inline]
    pub(super) fn at<'t>(
        &mut self,
        reading: &Reading<'_, '_>,
        text: &'t [u8],
        delimiter: u8,
        end: u8,
    ) -> Option<(Code, &'t [u8])> {
        match text {
            [digit @ b'0'..=b'9', byte, rest @ ..] if *byte == end => {
                if let Some(code) = self.digits[usize::from(digit - b'0')] {
                    return Some((code, rest));
                }
            }
            [byte, rest @ ..] if *byte == end => return Some((BLANK, rest)),
            _ => {}
        }
        let raw = Raw::at(text, delimiter, end)?;
        if let Some(&code) = self.known.get(raw.whole) {
            return Some((code, raw.rest));
        }
        let code = reading.known_answer(raw.inside())?;
        match raw.whole {
            [digit @ b'0'..=b'9'] => self.digits[usize::from(digit - b'0')] = Some(code),
            whole => {
                self.known.insert(whole.into(), code);
            }
        }
        Some((code, raw.rest))
    }
}
