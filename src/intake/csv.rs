//! Text with a delimiter between its cells.

use std::io::{self, Read};

use csv::ByteRecord;

use crate::diagnostic::{Diagnostic, code};

use super::Reads;
use super::ahead::Ahead;
use super::container::{
    Flaw, Intake, Opening, Rows, Stopped, Table, broken_off, cannot_read, empty,
};
use super::detected::Detected;
use super::dialect::{Dialect, Found, choose, is_sep_line};
use super::encoding::{Encoding, Examined, Fault};
use super::fold::is_blank;
use super::grid::Grid;
use super::header::Columns;
use super::rows::{self, Broken};
use super::text::{Parts, Text};

/// Whatever is nothing else is text, or is said to be none.
pub(super) static CSV: Intake = Intake {
    recognises: |_| true,
    open,
};

/// Enough of a text to judge its first rows by.
const HEAD: u64 = 64 * 1024;

fn open<'a>(opening: &'a Opening<'_>, detected: &mut Detected) -> Result<Table<'a>, Stopped> {
    let name = opening.name;
    let grid = Grid {
        file: name.to_owned(),
        sheet: None,
    };
    let examined = &opening.examined;
    let cannot = |error: io::Error| cannot_read(name, &error);
    detected.byte_order_mark = examined.mark > 0;
    check(examined, name)?;
    detected.encoding = Some(examined.encoding);
    let dialect = dialect(opening).map_err(cannot)?;
    detected.dialect = Some(dialect);
    let text = Text::of(&opening.content, examined).map_err(cannot)?;
    let mut rows = match opening.reads {
        Reads::QuicklyBy(room) => {
            rows::Rows::with_room(text.in_pieces_of(room), dialect.delimiter, room)
        }
        _ => rows::Rows::new(text, dialect.delimiter),
    };
    let mut record = ByteRecord::new();
    let found = header(&mut rows, &mut record, dialect);
    let Some(row) = found.map_err(|broken| broken_off(&grid, broken))? else {
        return Err(empty());
    };
    Ok(Table {
        sheet: None,
        way_out_of_width: format!(
            "put a cell that holds a {} in quotation marks",
            dialect.name()
        ),
        way_out_of_header: way_out_of_header(&record, dialect),
        header: record,
        row,
        rows: Ahead::new(Box::new(rows)),
        warnings: Vec::new(),
        books: opening.codebooks(),
    })
}

impl<'a> Rows<'a> for rows::Rows<'a> {
    fn next(
        &mut self,
        record: &mut ByteRecord,
        _flaws: &mut Vec<Flaw>,
    ) -> Result<Option<u64>, Broken> {
        rows::Rows::next(self, record)
    }

    fn take_text(&mut self) -> Option<(Parts<'a>, u64)> {
        Some(rows::Rows::take_text(self))
    }

    fn encoding(&self) -> Option<Encoding> {
        rows::Rows::encoding(self)
    }

    fn resume(&mut self, text: Parts<'a>, row: u64) {
        rows::Rows::resume(self, text, row);
    }
}

/// The dialect, judged by the beginning of the text.
fn dialect(opening: &Opening<'_>) -> io::Result<Dialect> {
    let mut head = Vec::new();
    let text = Text::beginning(&opening.content, &opening.examined)?;
    text.take(HEAD).read_to_end(&mut head)?;
    let understood = |header: &ByteRecord| match opening.heads {
        Some(heads) => heads(header).different,
        None => Columns::of(header, opening.practices).understood(),
    };
    Ok(choose(&head, understood))
}

/// What may be wrong with a header row of which nothing is understood.
fn way_out_of_header(header: &ByteRecord, dialect: Dialect) -> Option<String> {
    if dialect.found == Found::SepLine {
        let delimiter = dialect.name();
        return Some(format!(
            "the first line says that a {delimiter} parts the cells: correct it or take it out"
        ));
    }
    let filled = header.iter().filter(|cell| !is_blank(cell));
    (filled.count() <= 1).then(|| {
        "the header must be the first row that is not blank, with commas, semicolons or tabs \
         between its cells"
            .to_owned()
    })
}

/// Reads up to the header row and returns its number, counted behind a `sep=` line.
fn header(
    rows: &mut rows::Rows<'_>,
    record: &mut ByteRecord,
    dialect: Dialect,
) -> Result<Option<u64>, Broken> {
    let mut is_first = true;
    while let Some(row) = rows.next(record)? {
        if is_first && dialect.found == Found::SepLine && is_sep_line(record, dialect.delimiter) {
            rows.restart();
        } else if !record.iter().all(is_blank) {
            return Ok(Some(row));
        }
        is_first = false;
    }
    Ok(None)
}

fn check(examined: &Examined, name: &str) -> Result<(), Stopped> {
    match examined.fault {
        _ if examined.empty => Err(empty()),
        None => Ok(()),
        Some(fault) => Err(faulty(fault, name)),
    }
}

/// The problem that a file's bytes cannot be read as text.
pub(super) fn faulty(fault: Fault, name: &str) -> Stopped {
    let problem = match fault {
        Fault::Binary => {
            Diagnostic::error(&code::A002, format!("`{name}` is not a text file"))
                .help("answers are read from workbooks (.xlsx, .ods) and from CSV: text with commas, semicolons or tabs")
        }
        Fault::CutUtf16 => Diagnostic::error(
            &code::A008,
            format!("`{name}` is UTF-16, but ends in the middle of a character"),
        )
        .help("get the whole file once more, or save it anew as `CSV UTF-8`"),
        Fault::Utf32 => Diagnostic::error(&code::A008, format!("`{name}` is UTF-32"))
            .help("save it anew as `CSV UTF-8`"),
        Fault::Mixed(line) => {
            let message =
                format!("`{name}` is UTF-8 in places, but line {line} is Windows-1252");
            Diagnostic::error(&code::A008, message)
                .help("two files were put together: save each as `CSV UTF-8`, and read both")
        }
        Fault::BrokenUtf8(line) => {
            let message = format!("`{name}` says it is UTF-8, but line {line} is not");
            Diagnostic::error(&code::A008, message).help("save it anew as `CSV UTF-8`")
        }
    };
    Box::new(problem)
}
