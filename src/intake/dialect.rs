//! What parts a text's cells: the delimiter, or a `sep=` line.

use std::fmt;

use csv::ByteRecord;

use super::fold::is_blank;
use super::rows::{Broken, Rows};
use super::text::Text;

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
    let mut rows = Rows::new(Text::at_hand(head), delimiter);
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
