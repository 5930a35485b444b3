//! A worksheet to fill in: a sheet whose rows are read back, and the report's words behind it.

use rust_xlsxwriter::{DataValidation, DataValidationRule, ExcelDateTime, Format, XlsxError};

use crate::chart::color;
use crate::text::Words;
use crate::view::{Entry, Field, Fill, Section, View, Worksheet};

use super::legal;
use super::look::{Cell, Kind, Look};
use super::page::{Column, Outcome, Page, Table};
use super::prose::{self, Blocks};

/// How many more rows may be filled in below the worksheet's own.
const SPARE: u32 = 100;
/// The first columns stay in sight: they say what a row is about.
const FROZEN: u16 = 3;
/// The earliest day that a date cell takes.
const EARLIEST: (u16, u8, u8) = (2000, 1, 1);
/// The latest day that a date cell takes.
const LATEST: (u16, u8, u8) = (2199, 12, 30);

/// The worksheet, and what the report says.
pub fn sheets<'a>(
    view: &View,
    worksheet: &Worksheet,
    words: &'static Words,
    look: &'a Look,
) -> Result<Vec<Page<'a>>, XlsxError> {
    // Unlike the name of the sheet of words, whatever is left of the worksheet's.
    let name = legal::sheet_name(&worksheet.name, words.get("xlsx.sheet.steps"));
    let mut filled = Page::new(&name, words, look, 0)?;
    filled.whole(&table(worksheet), FROZEN)?;
    prepare(&mut filled, worksheet)?;
    let mut told = Page::new(words.get("xlsx.sheet.summary"), words, look, 0)?;
    let title = (view.title.as_str(), view.subtitle.as_slice());
    // The table to fill in on paper is the first sheet already.
    let sections = view.sections.iter().filter(|section| !is_form(section));
    prose::sheet(&mut told, title, sections, Blocks::NoCommands)?;
    Ok(vec![filled, told])
}

fn is_form(section: &Section) -> bool {
    section.id == "form"
}

fn table(worksheet: &Worksheet) -> Table {
    let fields = worksheet.fields.iter().enumerate();
    let columns: Vec<Column> = fields
        .map(|(place, field)| {
            let is_number = |row: &Vec<Entry>| matches!(row.get(place), Some(Entry::Number(_)));
            let kind = match worksheet.rows.iter().any(is_number) {
                true => Kind::Ordinal,
                false => Kind::Words,
            };
            Column::new(field.heading.as_str(), width(field), kind)
        })
        .collect();
    let cell = |entry: &Entry| match entry {
        Entry::Empty => Cell::Absent,
        Entry::Text(text) => Cell::text(text.as_str()),
        Entry::Number(number) => Cell::count(*number),
    };
    let row = |row: &Vec<Entry>| row.iter().map(cell).collect();
    Table {
        columns,
        rows: worksheet.rows.iter().map(row).collect(),
    }
}

fn width(field: &Field) -> f64 {
    match field.fill {
        Fill::Short => 11.0,
        Fill::Long => 30.0,
        Fill::Words => 16.0,
        Fill::Date | Fill::Choice(_) => 12.0,
    }
}

/// Makes the empty cells ready: coloured as places to write in, dates as dates, choices as lists.
fn prepare(page: &mut Page, worksheet: &Worksheet) -> Outcome {
    let rows = u32::try_from(worksheet.rows.len()).unwrap_or(u32::MAX);
    for (column, field) in (0..).zip(&worksheet.fields) {
        let open = page.look.of(Kind::Words).clone();
        let open = open.set_background_color(color::WASH);
        let open: Format = match &field.fill {
            Fill::Short | Fill::Long => continue,
            Fill::Date => open.set_num_format("yyyy-mm-dd"),
            Fill::Words | Fill::Choice(_) => open,
        };
        for row in 1..=rows {
            page.sheet.write_blank(row, column, &open)?;
        }
        page.sheet
            .set_column_format(column, &date_or_words(field))?;
        if let Some(rule) = rule(field)? {
            let last = rows.saturating_add(SPARE);
            page.sheet
                .add_data_validation(1, column, last, column, &rule)?;
        }
    }
    Ok(())
}

fn date_or_words(field: &Field) -> Format {
    match field.fill {
        Fill::Date => Format::new().set_num_format("yyyy-mm-dd"),
        _ => Format::new(),
    }
}

fn rule(field: &Field) -> Result<Option<DataValidation>, XlsxError> {
    Ok(match &field.fill {
        Fill::Short | Fill::Long | Fill::Words => None,
        Fill::Choice(choices) => Some(DataValidation::new().allow_list_strings(choices)?),
        Fill::Date => {
            let day = |(year, month, day)| ExcelDateTime::from_ymd(year, month, day);
            let days = DataValidationRule::Between(day(EARLIEST)?, day(LATEST)?);
            Some(DataValidation::new().allow_date(days))
        }
    })
}
