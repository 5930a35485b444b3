//! CSV for machines and spreadsheets: the record, a number a row.
//!
//! | column | holds |
//! | --- | --- |
//! | wave, unit, role | ids; empty where a row is about no wave, unit or role in particular |
//! | kind | `model`, `privacy`, `scoring`, `input`, `unit`, `plateau`, `blocker`, `discipline`, `practice`, `role`, `role_practice`, `spread`, `perception_gap`, `discipline_gap`, `agreement`, `group_agreement`, `step`, `way`, `action`, `what_if` |
//! | id | the id of what the row is about |
//! | measure | the record's key |
//! | value | a number, or one of the record's words; 1 and 0 stand for yes and no |
//!
//! A worksheet to fill in, such as a plan, comes as its own columns and rows instead.
//!
//! What is unknown has no row. Findings and reasons are words, and stay in the JSON. Lines end
//! in LF: spreadsheets read it, and a line's last value has no stray character elsewhere.
//! Danish files, which are opened in spreadsheets with a decimal comma, begin with a byte
//! order mark, without which these take them for another encoding.

pub mod form;

use std::borrow::Cow;
use std::io::{self, Write};

use crate::diagnostic::inert;
use crate::intake::guarded;
use crate::view::record::UnitRecords;
use crate::view::{Entry, Record, View, Worksheet};

use super::document::{Document, Piece};
use super::measure::{self, Row, Value};

/// How a language's spreadsheets write tables.
struct Dialect {
    mark: &'static str,
    delimiter: u8,
    decimal: char,
}

impl Dialect {
    fn of(language: &str) -> Self {
        match language {
            "da" => Self {
                mark: "\u{feff}",
                delimiter: b';',
                decimal: ',',
            },
            _ => Self {
                mark: "",
                delimiter: b',',
                decimal: '.',
            },
        }
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Whole(number) => number.to_string(),
            // Shortest digits that give the same number back, never an exponent.
            Value::Number(number) => number.to_string().replace('.', &self.decimal.to_string()),
            Value::Text(text) => cell(text),
        }
    }
}

/// How a language's files are written: what stands between two cells, and whether a byte order
/// mark stands before them.
pub fn dialect(language: &str) -> (u8, bool) {
    let dialect = Dialect::of(language);
    (dialect.delimiter, !dialect.mark.is_empty())
}

/// A table whose cells stand in the file as they are.
pub fn table(rows: &[Vec<String>], delimiter: u8, mark: bool) -> Vec<u8> {
    let mark = if mark { "\u{feff}" } else { "" };
    let mut bytes = mark.as_bytes().to_vec();
    // Nothing goes wrong in writing to memory.
    let _ = write_rows(rows, delimiter, &mut bytes);
    bytes
}

/// Writes a report as CSV.
///
/// # Errors
/// Those of the writer.
pub fn write(view: &View, writer: &mut dyn Write) -> io::Result<()> {
    let dialect = Dialect::of(&view.language);
    writer.write_all(dialect.mark.as_bytes())?;
    match (&view.worksheet, &view.record) {
        (Some(sheet), _) => write_rows(&blank_sheet(sheet), dialect.delimiter, writer),
        (None, Some(record)) => write_numbers(record, &dialect, writer),
        (None, None) => write_rows(&sentences(&Document::of(view)), dialect.delimiter, writer),
    }
}

fn write_numbers(
    record: &Record<UnitRecords<'_>>,
    dialect: &Dialect,
    writer: &mut dyn Write,
) -> io::Result<()> {
    let mut rows = rows_to(writer, dialect.delimiter);
    let header = ["wave", "unit", "role", "kind", "id", "measure", "value"];
    let mut outcome = rows.write_record(header);
    measure::each(record, &mut |row: &Row| {
        if outcome.is_ok() {
            outcome = rows.write_record([
                &*cell(&row.wave),
                &*cell(&row.unit),
                &*cell(&row.role),
                row.kind,
                &*cell(&row.id),
                &*cell(&row.measure),
                &*dialect.value(&row.value),
            ]);
        }
    });
    outcome.map_err(writing)?;
    rows.flush()
}

/// A worksheet to fill in, as its columns and rows.
fn blank_sheet(sheet: &Worksheet) -> Vec<Vec<String>> {
    let entry = |entry: &Entry| match entry {
        Entry::Empty => String::new(),
        Entry::Text(text) => cell(text),
        Entry::Number(number) => number.to_string(),
    };
    let heads = sheet.fields.iter().map(|field| cell(&field.heading));
    let rows = sheet.rows.iter().map(|row| row.iter().map(entry).collect());
    std::iter::once(heads.collect()).chain(rows).collect()
}

/// Words about a part of the model, a cell a row.
fn sentences(document: &Document) -> Vec<Vec<String>> {
    let header = ["section", "block", "row", "column", "text"];
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    for section in &document.sections {
        let mut add = |block: &str, row: usize, column: &str, text: &str| {
            let row = match row {
                0 => String::new(),
                row => row.to_string(),
            };
            rows.push(vec![
                section.id.to_owned(),
                block.to_owned(),
                row,
                cell(column),
                cell(text),
            ]);
        };
        add("heading", 0, "", &section.heading);
        say(&section.blocks, &mut add);
    }
    rows
}

/// Adds each cell of the blocks: block, row (0 where it has none), column, text.
fn say(blocks: &[Piece], add: &mut impl FnMut(&str, usize, &str, &str)) {
    for block in blocks {
        match block {
            Piece::Paragraph(text) => add("paragraph", 0, "", text),
            Piece::Note(text) => add("note", 0, "", text),
            Piece::Command(text) => add("command", 0, "", text),
            Piece::List(points) => {
                for (i, point) in points.iter().enumerate() {
                    add("list", i + 1, "", point);
                }
            }
            Piece::Table { columns, rows, .. } => {
                for (i, row) in rows.iter().enumerate() {
                    for (column, text) in columns.iter().zip(row) {
                        add("table", i + 1, column, text);
                    }
                }
            }
            Piece::Figure { alt, .. } => add("figure", 0, "", alt),
            Piece::Card { heading, blocks } => {
                add("card", 0, "", heading);
                say(blocks, add);
            }
        }
    }
}

fn write_rows(rows: &[Vec<String>], delimiter: u8, writer: &mut dyn Write) -> io::Result<()> {
    let mut writer = rows_to(writer, delimiter);
    for row in rows {
        writer.write_record(row).map_err(writing)?;
    }
    writer.flush()
}

/// The writer's own error: rows of any length may be written.
fn writing(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn rows_to(writer: &mut dyn Write, delimiter: u8) -> csv::Writer<&mut dyn Write> {
    csv::WriterBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_writer(writer)
}

/// Text that a spreadsheet shows and does not run.
fn cell(text: &str) -> String {
    match guarded(text) {
        Cow::Borrowed(text) => inert(text),
        Cow::Owned(_) => format!("'{}", inert(text)),
    }
}
