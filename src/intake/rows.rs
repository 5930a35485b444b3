//! Text → rows, numbered as a spreadsheet shows them.

use std::io::{self, Read};

use csv::ByteRecord;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder, Terminator};

use super::encoding::{Encoding, count_lf};
use super::text::{Parts, Text};

/// Marks the end of the text, so that an open quotation can be told from the last row.
const END: &[u8] = b"\n\x01end of text\x01";

/// How much text is at hand at a time: enough for few reads, and little enough for a cache.
const ROOM: usize = 256 * 1024;

/// A file's rows, one at a time.
pub(super) struct Rows<'a> {
    text: Text<'a>,
    reader: Reader,
    /// The text at hand is what lies from `at` to `end`.
    room: Vec<u8>,
    /// How much there is room for.
    full: usize,
    at: usize,
    end: usize,
    /// Whether all text is at hand, its end marked.
    is_whole: bool,
    row: u64,
    cells: Vec<u8>,
    ends: Vec<usize>,
}

/// Why there are no more rows.
#[derive(Debug)]
pub(super) enum Broken {
    /// The bytes cannot be had.
    Unreadable(io::Error),
    /// A quotation that begins in this row is never closed.
    OpenQuote(u64),
}

impl<'a> Rows<'a> {
    /// The rows of a text whose lines end in LF or CRLF.
    pub(super) fn new(text: Text<'a>, delimiter: u8) -> Self {
        Self::with_room(text, delimiter, ROOM)
    }

    /// As [`Rows::new`], with so many bytes of the text at hand at a time.
    pub(super) fn with_room(text: Text<'a>, delimiter: u8, room: usize) -> Self {
        let reader = ReaderBuilder::new()
            .delimiter(delimiter)
            // A carriage return then belongs to a row's last cell, where it is but white
            // space, and each line feed outside quotations is one row.
            .terminator(Terminator::Any(b'\n'))
            .build();
        Self {
            text,
            reader,
            room: vec![0; room.max(END.len())],
            full: room.max(END.len()),
            at: 0,
            end: 0,
            is_whole: false,
            row: 0,
            cells: vec![0; 1024],
            ends: vec![0; 64],
        }
    }

    /// Takes the row just read for none: the next one is row 1.
    pub(super) fn restart(&mut self) {
        self.row = 0;
    }

    /// Reads the next row that is not an empty line, and returns its number.
    pub(super) fn next(&mut self, record: &mut ByteRecord) -> Result<Option<u64>, Broken> {
        record.clear();
        let (mut written, mut ended, mut lines) = (0, 0, 0);
        let mut is_begun = false;
        loop {
            if self.at == self.end && !self.is_whole {
                self.fetch().map_err(Broken::Unreadable)?;
            }
            if !is_begun && self.room[self.at..self.end].starts_with(b"\n") {
                self.at += 1;
                self.row += 1;
                continue;
            }
            is_begun = true;
            let input = &self.room[self.at..self.end];
            let (cells, ends) = (&mut self.cells[written..], &mut self.ends[ended..]);
            let (result, read, wrote, closed) = self.reader.read_record(input, cells, ends);
            lines += count_lf(&input[..read]);
            self.at += read;
            written += wrote;
            ended += closed;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.cells.resize(self.cells.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(None),
            }
        }
        let is_large = self.cells.len() > ROOM;
        if is_large {
            *record = ByteRecord::with_capacity(written, ended);
        }
        let mut start = 0;
        for &end in &self.ends[..ended] {
            record.push_field(&self.cells[start..end]);
            start = end;
        }
        if is_large {
            // A huge row is not to be held twice.
            self.cells = vec![0; 1024];
        }
        if self.is_whole && self.at == self.end {
            // The mark was read: as a row of its own, or in a quotation that swallowed it.
            return match record.len() == 1 && record[0] == END[1..] {
                true => Ok(None),
                false => Err(Broken::OpenQuote(self.row + 1)),
            };
        }
        let inside = match lines {
            // The row itself ended a line.
            0 | 1 => 0,
            _ => count_lf(record.as_slice()),
        };
        self.row += lines.saturating_sub(inside);
        Ok(Some(self.row))
    }

    /// The text behind the last row, to be read otherwise, and that row's number.
    pub(super) fn take_text(&mut self) -> (Parts<'a>, u64) {
        let mark = if self.is_whole { END.len() } else { 0 };
        let mut at_hand = self.room[self.at..self.at.max(self.end - mark)].to_vec();
        let mut parts = std::mem::replace(&mut self.text, Text::at_hand(&[])).into_parts();
        at_hand.append(&mut parts.at_hand);
        parts.at_hand = at_hand;
        (parts, self.row)
    }

    /// The encoding of the text so far, where it may turn out to be another than its beginning
    /// said.
    pub(super) fn encoding(&self) -> Option<Encoding> {
        self.text.encoding()
    }

    /// Goes on with text behind the row with this number.
    pub(super) fn resume(&mut self, text: Parts<'a>, row: u64) {
        self.text = Text::from(text);
        (self.at, self.end, self.is_whole, self.row) = (0, 0, false, row);
        self.reader.reset();
    }

    /// Fills the room behind what is still of use in it.
    fn fetch(&mut self) -> io::Result<()> {
        self.room.copy_within(self.at..self.end, 0);
        self.end -= self.at;
        self.at = 0;
        self.room.resize(self.full, 0);
        while self.end < self.room.len() {
            match self.text.read(&mut self.room[self.end..]) {
                Ok(0) => {
                    self.room.truncate(self.end);
                    self.room.extend(END);
                    self.end = self.room.len();
                    self.is_whole = true;
                    return Ok(());
                }
                Ok(read) => self.end += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                // What is at hand is read first; the error comes again.
                Err(_) if self.end > 0 => return Ok(()),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn numbers(text: &str, room: usize) -> Vec<(u64, String)> {
        let mut rows = Rows::with_room(Text::at_hand(text.as_bytes()), b';', room);
        let mut record = ByteRecord::new();
        let mut all = Vec::new();
        while let Some(row) = rows.next(&mut record).unwrap() {
            let first = String::from_utf8_lossy(&record[0]).trim().to_owned();
            all.push((row, first));
        }
        all
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_does() {
        let text = "h\n\n\"two\nlines\";x\r\n\r\n;;\r\r\nlast";
        let expected = [(1, "h"), (3, "two\nlines"), (4, ""), (5, ""), (6, "last")];
        let expected: Vec<_> = expected.map(|(n, t)| (n, t.to_owned())).to_vec();
        for room in [0, 20, 21, 25, 40, ROOM] {
            assert_eq!(numbers(text, room), expected, "{room}");
        }
    }

    #[test]
    fn an_open_quotation_is_placed_where_it_begins() {
        let mut rows = Rows::new(Text::at_hand(b"a;b\n1;\"2\n3;4\n"), b';');
        let mut record = ByteRecord::new();
        assert_eq!(rows.next(&mut record).unwrap(), Some(1));
        assert!(matches!(rows.next(&mut record), Err(Broken::OpenQuote(2))));
    }

    #[test]
    fn what_marks_the_end_may_stand_in_the_text() {
        let text = format!("a\n{}\nb", std::str::from_utf8(&END[1..]).unwrap());
        assert_eq!(numbers(&text, ROOM).len(), 3);
    }
}
