//! Single cells as they are written, and what those seen before were found to mean.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use memchr::{memchr, memchr2};

use crate::intake::cell::{Cell, Cells};
use crate::intake::encoding::Soundness;
use crate::intake::fold::is_blank;
use crate::intake::people::{BLANK, Code, code};

use super::ended::Ended;

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

    /// As [`Raw::at`], of a cell that is not read: quotation marks may be written twice in it.
    #[inline]
    pub(super) fn passed(text: &'t [u8], delimiter: u8, end: u8) -> Option<Self> {
        if text.first() != Some(&b'"') {
            return Self::at(text, delimiter, end);
        }
        let mut length = 1;
        loop {
            length += memchr(b'"', &text[length..])? + 1;
            match text.get(length)? {
                b'"' => length += 1,
                b'\r' if end == b'\n' && text.get(length + 1) == Some(&end) => {
                    length += 1;
                    break;
                }
                byte if *byte == end => break,
                _ => return None,
            }
        }
        Some(Self {
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
pub(super) struct Answers<'m> {
    cells: Cells<'m>,
    levels: usize,
    /// By a digit that is all of a cell; `None` where it has not been seen.
    digits: [Option<Code>; 10],
    /// By a cell's first byte, the one of `list` that began so last.
    first: [Option<usize>; 256],
    /// Cells with what ends them.
    list: Vec<(Ended, Code)>,
    /// What cells answer to any practice.
    known: Known<Meant>,
    /// What cells answer to a practice alone, in its own words.
    own: Vec<Known<Code>>,
}

/// What a cell answers, and where it stands in the list of cells with what ends them: the
/// delimiter, or a line feed.
#[derive(Clone, Copy)]
struct Meant {
    code: Code,
    listed: [Option<usize>; 2],
}

impl<'m> Answers<'m> {
    pub(super) fn new(cells: Cells<'m>, levels: usize) -> Self {
        Self {
            cells,
            levels,
            digits: [None; 10],
            first: [None; 256],
            list: Vec::new(),
            known: Known::default(),
            own: Vec::new(),
        }
    }

    /// The answer at the beginning of a text, and what lies behind its cell; `None` if the cell is
    /// no answer, or if it takes a practice to know it and that is not known yet.
    #[inline(always)]
    pub(super) fn at<'t>(
        &mut self,
        sound: &mut Soundness,
        text: &'t [u8],
        practice: Option<usize>,
        (delimiter, end): (u8, u8),
    ) -> Option<(Code, &'t [u8])> {
        match text {
            [digit @ b'0'..=b'9', byte, rest @ ..] if *byte == end => {
                if let Some(code) = self.digits[usize::from(digit - b'0')] {
                    return Some((code, rest));
                }
            }
            [byte, rest @ ..] if *byte == end => return Some((BLANK, rest)),
            [byte, ..] => {
                if let Some(at) = self.first[usize::from(*byte)]
                    && let (cell, code) = &self.list[at]
                    && let Some(rest) = cell.stripped(text, end)
                {
                    return Some((*code, rest));
                }
            }
            [] => {}
        }
        let raw = Raw::at(text, delimiter, end)?;
        Some((self.of(sound, raw, practice, end)?, raw.rest))
    }

    fn of(
        &mut self,
        sound: &mut Soundness,
        raw: Raw<'_>,
        practice: Option<usize>,
        end: u8,
    ) -> Option<Code> {
        if let Some(&meant) = self.known.get(raw.whole) {
            self.list(raw, end, meant);
            return Some(meant.code);
        }
        let own = practice.and_then(|practice| self.own.get(practice));
        if let Some(&code) = own.and_then(|own| own.get(raw.whole)) {
            return Some(code);
        }
        if !sound.look(raw.whole) {
            return None;
        }
        let read = self.cells.read(practice.unwrap_or_default(), raw.inside());
        let code = match read {
            Cell::Blank => BLANK,
            Cell::Is(answer) => code(answer, self.levels),
            Cell::No(_) => return None,
        };
        if self.cells.known(raw.inside()) != Some(read) {
            let practice = practice?;
            if self.own.len() <= practice {
                self.own.resize_with(practice + 1, Known::default);
            }
            self.own[practice].insert(raw.whole.into(), code);
        } else if let [digit @ b'0'..=b'9'] = raw.whole {
            self.digits[usize::from(digit - b'0')] = Some(code);
        } else {
            let listed = [None; 2];
            self.list(raw, end, Meant { code, listed });
        }
        Some(code)
    }

    /// Sees that a cell is found by its first byte next time.
    fn list(&mut self, raw: Raw<'_>, end: u8, mut meant: Meant) {
        let Some(&byte) = raw.whole.first() else {
            return;
        };
        let listed = &mut meant.listed[usize::from(end == b'\n')];
        let at = *listed.get_or_insert(self.list.len());
        if at == self.list.len() {
            self.list.push((Ended::new(raw, end), meant.code));
            self.known.insert(raw.whole.into(), meant);
        }
        self.first[usize::from(byte)] = Some(at);
    }
}
