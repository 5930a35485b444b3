//! The sheet for machines: the rows of the CSV format.

use rust_xlsxwriter::XlsxError;

use crate::format::measure::{self, Row, Value};
use crate::text::Words;
use crate::view::Record;

use super::look::{Cell, Kind, Look};
use super::page::{Column, Page, Table, last_column};

/// The rows of a sheet, without its heads.
const ROWS: usize = 1_048_575;

/// Whoever prints the whole workbook gets a page of this, not hundreds.
const PRINTED: u32 = 40;

/// The sheets: more than one only where the rows of one do not suffice.
pub fn pages<'a>(
    record: &Record,
    words: &'static Words,
    look: &'a Look,
) -> Result<Vec<Page<'a>>, XlsxError> {
    let rows = measure::rows(record);
    let sheets = rows.chunks(ROWS).zip(1..);
    sheets
        .map(|(rows, number)| {
            let name = match number {
                1 => words.get("xlsx.sheet.data").to_owned(),
                number => format!("{} {number}", words.get("xlsx.sheet.data")),
            };
            let mut page = Page::new(&name, words, look, record.model.levels)?;
            let table = table(rows);
            page.whole(&table, 0)?;
            page.sheet
                .set_print_area(0, 0, PRINTED, last_column(table.columns.len()))?;
            Ok(page)
        })
        .collect()
}

fn table(rows: &[Row]) -> Table {
    let columns = [
        ("wave", 12.0),
        ("unit", 20.0),
        ("role", 14.0),
        ("kind", 14.0),
        ("id", 20.0),
        ("measure", 22.0),
        ("value", 22.0),
    ];
    Table {
        columns: columns
            .map(|(heading, width)| Column::new(heading, width, Kind::Plain))
            .into(),
        rows: rows.iter().map(cells).collect(),
    }
}

fn cells(row: &Row) -> Vec<Cell> {
    let text = |text: &str| match text.is_empty() {
        true => Cell::Absent,
        false => Cell::text(text),
    };
    vec![
        text(&row.wave),
        text(&row.unit),
        text(&row.role),
        text(row.kind),
        text(&row.id),
        text(&row.measure),
        match &row.value {
            Value::Whole(number) => Cell::count(*number),
            Value::Number(number) => Cell::Number(*number),
            Value::Text(words) => text(words),
        },
    ]
}
