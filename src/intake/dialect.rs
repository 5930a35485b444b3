//! Text → rows: the delimiter, a `sep=` line, and row numbers as a spreadsheet shows them.

use std::fmt;
use std::io::{self, Read};

use csv::ByteRecord;

use super::encoding::count_lf;
use super::fold::is_blank;

/// How a file's cells are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// The character between cells.
    pub delimiter: u8,
    /// How it was found.
    pub found: Found,
}

/// How a delimiter was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// The first line says so.
    SepLine,
    /// With it so many headers are understood, more than with any other.
    Understood(usize),
    /// No header is understood with any; with it there are the most columns.
    MostColumns(usize),
    /// There is but one column.
    OneColumn,
}

impl Dialect {
    /// The delimiter in words.
    pub fn name(&self) -> String {
        match self.delimiter {
            b',' => "comma".to_owned(),
            b';' => "semicolon".to_owned(),
            b'\t' => "tab".to_owned(),
            other => format!("`{}`", char::from(other)),
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SepLine => f.write_str("the first line says so"),
            Self::Understood(1) => f.write_str("one header is understood with it"),
            Self::Understood(columns) => write!(f, "{columns} headers are understood with it"),
            Self::MostColumns(columns) => write!(f, "{columns} columns, the most of any"),
            Self::OneColumn => f.write_str("there is but one column"),
        }
    }
}

/// The delimiters that are tried, of equally good ones the first.
const DELIMITERS: [u8; 3] = *b",;\t";

/// The delimiter with which a file's header is best understood.
///
/// `head` is the beginning of its text; `understood` counts the headers that mean something.
pub(super) fn choose(head: &[u8], understood: impl Fn(&ByteRecord) -> usize) -> Dialect {
    if let Some(delimiter) = sep_line(head) {
        return Dialect {
            delimiter,
            found: Found::SepLine,
        };
    }
    let mut best = (0, 0, DELIMITERS[0]);
    for delimiter in DELIMITERS {
        let Some(header) = first_row(head, delimiter) else {
            // With it there are but blank cells, so nothing is lost by taking it.
            return Dialect {
                delimiter,
                found: Found::OneColumn,
            };
        };
        let (known, columns) = (understood(&header), header.len());
        if (known, columns) > (best.0, best.1) {
            best = (known, columns, delimiter);
        }
    }
    let (known, columns, delimiter) = best;
    let found = match (known, columns) {
        (_, 0 | 1) => Found::OneColumn,
        (0, _) => Found::MostColumns(columns),
        _ => Found::Understood(known),
    };
    Dialect { delimiter, found }
}

/// The delimiter that a first line such as `sep=;` names.
fn sep_line(head: &[u8]) -> Option<u8> {
    let line = head.split(|&byte| byte == b'\n').next()?.trim_ascii_end();
    let line = line
        .strip_prefix(b"\"")
        .and_then(|rest| rest.strip_suffix(b"\""))
        .unwrap_or(line);
    let named = match line {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', named] => *named,
        // A tab at the line's end was trimmed.
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'='] if head.get(4) == Some(&b'\t') => b'\t',
        _ => return None,
    };
    let usable = named == b'\t' || (named.is_ascii_punctuation() && named != b'"');
    usable.then_some(named)
}

fn first_row(head: &[u8], delimiter: u8) -> Option<ByteRecord> {
    let mut rows = Rows::new(Box::new(head), delimiter);
    let mut record = ByteRecord::new();
    loop {
        match rows.next(&mut record) {
            Ok(Some(_)) if record.iter().all(is_blank) => {}
            // A header longer than the head is good enough to judge by.
            Ok(Some(_)) | Err(Broken::OpenQuote(_)) => return Some(record),
            Ok(None) | Err(Broken::Unreadable(_)) => return None,
        }
    }
}

/// Marks the end of the text, so that an open quotation can be told from the last row.
const END: &[u8] = b"\n\x01end of text\x01";

/// A file's rows, one at a time.
pub(super) struct Rows<'a> {
    reader: csv::Reader<Box<dyn Read + 'a>>,
    row: u64,
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
    pub(super) fn new(text: Box<dyn Read + 'a>, delimiter: u8) -> Self {
        let text: Box<dyn Read + 'a> = Box::new(text.chain(END));
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            // A carriage return then belongs to a row's last cell, where it is but white
            // space, and each line feed outside quotations is one row.
            .terminator(csv::Terminator::Any(b'\n'))
            .from_reader(text);
        Self { reader, row: 0 }
    }

    /// Takes the row just read for none: the next one is row 1.
    pub(super) fn restart(&mut self) {
        self.row = 0;
    }

    /// Reads the next row that is not an empty line, and returns its number.
    pub(super) fn next(&mut self, record: &mut ByteRecord) -> Result<Option<u64>, Broken> {
        let before = self.reader.position().line();
        match self.reader.read_byte_record(record) {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(error) => return Err(Broken::Unreadable(unreadable(error))),
        }
        let lines = self.reader.position().line() - before;
        let last = record.iter().next_back().unwrap_or_default();
        if record.len() == 1 && last == &END[1..] {
            return Ok(None);
        }
        if last.ends_with(END) {
            return Err(Broken::OpenQuote(self.row + 1));
        }
        let inside = match lines {
            // The row itself ended a line.
            0 | 1 => 0,
            _ => count_lf(record.as_slice()),
        };
        self.row += lines.saturating_sub(inside);
        Ok(Some(self.row))
    }
}

fn unreadable(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        // Rows of any length and any bytes are taken, so there is no other kind.
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Whether the row is the `sep=` line that [`choose`] went by.
pub(super) fn is_sep_line(record: &ByteRecord, delimiter: u8) -> bool {
    let mut joined = Vec::new();
    for (index, cell) in record.iter().enumerate() {
        if index > 0 {
            joined.push(delimiter);
        }
        joined.extend(cell);
    }
    sep_line(&joined) == Some(delimiter)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<(u64, String)> {
        let mut rows = Rows::new(Box::new(text.as_bytes()), b';');
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
        assert_eq!(numbers(text), expected);
    }

    #[test]
    fn an_open_quotation_is_placed_where_it_begins() {
        let mut rows = Rows::new(Box::new(&b"a;b\n1;\"2\n3;4\n"[..]), b';');
        let mut record = ByteRecord::new();
        assert_eq!(rows.next(&mut record).unwrap(), Some(1));
        assert!(matches!(rows.next(&mut record), Err(Broken::OpenQuote(2))));
    }

    #[test]
    fn the_delimiter_is_the_one_with_which_headers_are_understood() {
        let known = |header: &ByteRecord| header.iter().filter(|h| *h == b"P-1").count();
        let dialect = choose(b"a, b, c;P-1\n", known);
        assert_eq!(dialect.delimiter, b';');
        assert_eq!(dialect.found, Found::Understood(1));
        assert_eq!(choose(b"\"sep=|\"\r\na;b\n", known).delimiter, b'|');
        assert_eq!(choose(b"sep=\t\na;b\n", known).delimiter, b'\t');
        assert_eq!(choose(b"a;b,c;d", known).found, Found::MostColumns(3));
    }
}
