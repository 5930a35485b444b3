//! The sheet for machines: the rows of the CSV format.

use rust_xlsxwriter::XlsxError;

use crate::format::measure::{self, Row, Value};
use crate::text::Words;
use crate::view::Record;

use super::look::{Cell, Kind, Look};
use super::page::{Column, Outcome, Page, Table, last_column};

/// The rows of a sheet, without its heads.
const ROWS: u32 = 1_048_575;

/// Whoever prints the whole workbook gets a page of this, not hundreds.
const PRINTED: u32 = 40;

/// The sheets: more than one only where the rows of one do not suffice.
pub fn pages<'a>(
    record: &Record,
    words: &'static Words,
    look: &'a Look,
) -> Result<Vec<Page<'a>>, XlsxError> {
    let mut sheets = Sheets {
        words,
        look,
        levels: record.model.levels,
        pages: Vec::new(),
        rows: ROWS,
    };
    let mut outcome = Ok(());
    measure::each(record, &mut |row| {
        if outcome.is_ok() {
            outcome = sheets.add(row);
        }
    });
    outcome?;
    sheets.finish()?;
    Ok(sheets.pages)
}

/// The sheets so far. Rows are written when they come: a table of them all would take as much
/// memory again.
struct Sheets<'a> {
    words: &'static Words,
    look: &'a Look,
    levels: usize,
    pages: Vec<Page<'a>>,
    /// How many rows the last of the pages has, without its heads.
    rows: u32,
}

impl Sheets<'_> {
    fn add(&mut self, row: &Row) -> Outcome {
        if self.rows >= ROWS {
            self.begin()?;
        }
        self.rows += 1;
        let Some(page) = self.pages.last_mut() else {
            return Ok(());
        };
        for (column, cell) in (0..).zip(cells(row)) {
            page.cell(self.rows, column, &cell, Kind::Plain)?;
        }
        Ok(())
    }

    fn begin(&mut self) -> Outcome {
        self.finish()?;
        let name = match self.pages.len() {
            0 => self.words.get("xlsx.sheet.data").to_owned(),
            before => format!("{} {}", self.words.get("xlsx.sheet.data"), before + 1),
        };
        let mut page = Page::new(&name, self.words, self.look, self.levels)?;
        let heads = heads();
        page.whole(&heads, 0)?;
        let last = last_column(heads.columns.len());
        page.sheet.set_print_area(0, 0, PRINTED, last)?;
        self.pages.push(page);
        self.rows = 0;
        Ok(())
    }

    /// Lets the filters of the last page know how many rows there are.
    fn finish(&mut self) -> Outcome {
        if let Some(page) = self.pages.last_mut() {
            let last = last_column(heads().columns.len());
            page.sheet.autofilter(0, 0, self.rows, last)?;
        }
        Ok(())
    }
}

fn heads() -> Table {
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
        rows: Vec::new(),
    }
}

fn cells(row: &Row) -> [Cell; 7] {
    let text = |text: &str| match text.is_empty() {
        true => Cell::Absent,
        false => Cell::text(text),
    };
    [
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
