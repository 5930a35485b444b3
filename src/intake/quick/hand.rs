//! One of those who read: a piece's rows, one after the other.

use std::borrow::Cow;

use csv::ByteRecord;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder, Terminator};

use crate::intake::cell::Cells;
use crate::intake::encoding::{Encoding, Glance, Soundness, count_lf};
use crate::intake::guard::is_summary;
use crate::intake::people::People;
use crate::intake::practices::Practices;
use crate::intake::reading::name;
use crate::intake::text::decoded;

use super::cell::{Answers, Raw};
use super::columns::Kind;
use super::long::Long;
use super::said::Said;
use super::whose::{Who, Whose, are_side_by_side};
use super::wide::Wide;

/// What reads a piece, with all that it has learnt of cells.
pub(super) struct Hand<'a, 'm> {
    form: Form,
    pub common: Common<'a, 'm>,
    /// The piece as it stands in the file, but for a line's end where it has none, and what it is
    /// by itself.
    pub raw: Vec<u8>,
    pub glance: Glance,
    /// How much of it stands in the file.
    length: usize,
    /// Whether it is the text's end.
    is_last: bool,
    /// The piece as text, where that is another.
    text: Option<Vec<u8>>,
    reader: Reader,
    cells: Vec<u8>,
    ends: Vec<usize>,
}

/// What a row of either form is read with and into.
pub(super) struct Common<'a, 'm> {
    pub kinds: &'a [Kind],
    /// See [`are_side_by_side`].
    pub are_side_by_side: bool,
    pub delimiter: u8,
    pub keeps_comments: bool,
    pub practices: &'a Practices<'m>,
    pub answers: Answers<'m>,
    pub whose: Whose,
    pub said: Said,
    pub sound: Soundness,
}

enum Form {
    Long(Long),
    Wide(Wide),
}

impl<'a, 'm> Hand<'a, 'm> {
    pub(super) fn new(
        kinds: &'a [Kind],
        delimiter: u8,
        practices: &'a Practices<'m>,
        cells: Cells<'m>,
        people: &People,
    ) -> Self {
        let is_long = kinds.contains(&Kind::Practice);
        Self {
            form: match is_long {
                true => Form::Long(Long::new(kinds)),
                false => Form::Wide(Wide::default()),
            },
            common: Common {
                kinds,
                are_side_by_side: are_side_by_side(kinds),
                delimiter,
                keeps_comments: people.keeps_comments(),
                practices,
                answers: Answers::new(cells, people.levels()),
                whose: Whose::default(),
                said: Said::new(people.slots(), people.hasher.clone()),
                sound: Soundness::default(),
            },
            raw: Vec::new(),
            glance: Glance::default(),
            length: 0,
            is_last: false,
            text: None,
            reader: ReaderBuilder::new()
                .delimiter(delimiter)
                .terminator(Terminator::Any(b'\n'))
                .build(),
            cells: vec![0; 1024],
            ends: vec![0; 64],
        }
    }

    /// Takes a new piece, which lies in `raw`.
    pub(super) fn begin(&mut self, is_last: bool) {
        (self.length, self.is_last) = (self.raw.len(), is_last);
        self.text = None;
    }

    /// The piece as it stands in the file.
    pub(super) fn as_found(&self) -> &[u8] {
        &self.raw[..self.length]
    }

    /// Leaves out what lies behind so many bytes.
    pub(super) fn truncate(&mut self, length: usize) {
        self.raw.truncate(length);
        (self.length, self.is_last) = (length, false);
    }

    /// Makes text of the piece, which is in this encoding, or is text already.
    pub(super) fn decode(&mut self, encoding: Option<Encoding>) {
        self.text = match encoding {
            Some(Encoding::Windows1252) => Some(decoded(&self.raw)),
            _ => None,
        };
        let text = self.text.as_mut().unwrap_or(&mut self.raw);
        if self.is_last && !text.is_empty() && !text.ends_with(b"\n") {
            text.push(b'\n');
        }
    }

    /// The piece as text.
    pub(super) fn text(&self) -> &[u8] {
        self.text.as_deref().unwrap_or(&self.raw)
    }

    /// Looks at the piece's bytes, where that was not done when its rows were read in this
    /// encoding; `is_read` is whether all of them were.
    pub(super) fn glance(&mut self, encoding: Encoding, is_read: bool) {
        let sound = &self.common.sound;
        self.glance = match encoding == Encoding::Utf8 && is_read && !sound.is_suspect {
            true => Glance::sound(self.length, sound.lines, !sound.is_beyond_ascii),
            false => Glance::of(self.as_found()),
        };
    }

    /// Reads the piece's rows; where the row begins that does not end in it, if one does not.
    pub(super) fn read(&mut self) -> Option<usize> {
        let text = self.text.take();
        let raw = std::mem::take(&mut self.raw);
        let unfinished = self.read_rows(text.as_deref().unwrap_or(&raw));
        (self.text, self.raw) = (text, raw);
        self.common.said.sort();
        unfinished
    }

    fn read_rows(&mut self, text: &[u8]) -> Option<usize> {
        self.common.said.clear();
        self.common.sound.begin();
        let (mut rest, mut same) = (text, &text[..0]);
        while !rest.is_empty() {
            let behind = match &mut self.form {
                Form::Long(long) => long.row(&mut self.common, &mut same, rest),
                Form::Wide(wide) => wide.row(&mut self.common, rest),
            };
            if let Some(behind) = behind {
                self.common.said.rows += 1;
                self.common.quick(1);
                rest = match &mut self.form {
                    Form::Long(long) => long.plain_rows(&mut self.common, same, behind),
                    Form::Wide(_) => behind,
                };
                continue;
            }
            // The next row says anew whose it is.
            same = &text[..0];
            let Some(read) = self.look_at(rest) else {
                return Some(text.len() - rest.len());
            };
            rest = &rest[read..];
        }
        None
    }

    /// Takes the row at the beginning of a text apart, for its layout's reader to look at; returns
    /// how much text that is, if the row ends in it.
    fn look_at(&mut self, text: &[u8]) -> Option<usize> {
        let (mut read, mut written, mut ended) = (0, 0, 0);
        self.reader.reset();
        loop {
            let (cells, ends) = (&mut self.cells[written..], &mut self.ends[ended..]);
            let (result, took, wrote, closed) = self.reader.read_record(&text[read..], cells, ends);
            read += took;
            written += wrote;
            ended += closed;
            match result {
                ReadRecordResult::OutputFull => self.cells.resize(self.cells.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::InputEmpty | ReadRecordResult::End => {
                    let is_blank = text.iter().all(|&byte| byte == b'\n');
                    self.common.said.rows += if is_blank { read as u32 } else { 0 };
                    self.common.sound.lines += read as u64;
                    return is_blank.then_some(read);
                }
            }
        }
        let mut record = ByteRecord::with_capacity(written, ended);
        let mut start = 0;
        for &end in &self.ends[..ended] {
            record.push_field(&self.cells[start..end]);
            start = end;
        }
        self.common.sound.look(&text[..read]);
        let lines = count_lf(&text[..read]);
        let inside = count_lf(record.as_slice());
        self.common
            .said
            .look_at(record, lines.saturating_sub(inside) as u32);
        Some(read)
    }
}

impl Common<'_, '_> {
    /// Notes that so many rows were read quickly.
    pub(super) fn quick(&mut self, rows: u32) {
        self.said.quick += rows;
        self.sound.lines += u64::from(rows);
    }

    /// A respondent's id, as a row's reader takes it; none if the cell is blank, or if nobody may
    /// be called so.
    #[inline]
    pub(super) fn id<'t>(&mut self, cell: Raw<'t>) -> Option<Cow<'t, [u8]>> {
        if cell.is_blank() || is_summary(cell.inside(), true) {
            return None;
        }
        let id = name(cell.inside());
        if let Cow::Owned(_) = id {
            self.sound.look(cell.whole);
        }
        Some(id)
    }

    /// The number of where the row at the beginning of a text belongs; see [`Whose::number`].
    #[inline]
    pub(super) fn whose(&mut self, text: &[u8], who: &Who<'_>) -> Option<u32> {
        let text = match self.are_side_by_side {
            true => who.text(text),
            false => None,
        };
        self.whose.number(text, who, &mut self.sound)
    }

    /// Takes the cell of a column beside the answers, for who it may tell; returns what lies behind
    /// it.
    #[inline]
    pub(super) fn beside<'t>(
        &mut self,
        kind: Kind,
        who: &mut Who<'t>,
        text: &'t [u8],
        end: u8,
    ) -> Option<&'t [u8]> {
        let raw = match kind {
            Kind::Remark | Kind::Skip => self.pass(text, end)?,
            _ => Raw::at(text, self.delimiter, end)?,
        };
        match kind {
            Kind::Remark => who.is_remarked |= !raw.is_blank(),
            Kind::Skip => {}
            _ => who.note(kind, raw),
        }
        Some(raw.rest)
    }

    /// A cell that is not read, but may be remarked.
    #[inline]
    fn pass<'t>(&mut self, text: &'t [u8], end: u8) -> Option<Raw<'t>> {
        if let [byte, rest @ ..] = text
            && *byte == end
        {
            return Some(Raw { whole: &[], rest });
        }
        let raw = Raw::passed(text, self.delimiter, end)?;
        self.sound.look(raw.whole);
        // With such a word a row may begin that is nobody's.
        (!is_summary(raw.inside(), true)).then_some(raw)
    }
}
