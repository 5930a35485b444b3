//! A form as a workbook: a sheet to fill in, with what is not to be changed locked, and a sheet
//! that says how.

mod choices;
mod guide;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, ProtectionOptions, Workbook,
    XlsxError,
};

use crate::chart::color::{self, Color};
use crate::text::Words;
use crate::view::form::{Entry, Field, FieldKind, Form, List, Row};
use crate::view::{Line, Span};

use super::look::Look;
use super::page::{Outcome, Page, last_column};
use super::{legal, room};
use choices::Lists;
use guide::explain;

/// The least lines that a row has, so that there is room to write on paper too.
const LEAST_LINES: usize = 2;
/// The height of the heads, in points.
const HEAD: f64 = 34.0;
/// The characters that an indent and a cell's own edges take.
const INDENT: f64 = 2.0;
/// The characters across that one page takes so that they can still be read.
const PAGE: u16 = 240;
/// A day as a spreadsheet in any language shows it.
const DAY: &str = "yyyy-mm-dd";

/// A form as a workbook.
///
/// # Panics
/// Never: see the reason below.
pub fn render(form: &Form) -> Vec<u8> {
    // It is written to memory, and what could break a sheet's limits is cut on its way in.
    workbook(form)
        .and_then(|mut workbook| workbook.save_to_buffer())
        .expect("a workbook within Excel's limits")
}

fn workbook(form: &Form) -> Result<Workbook, XlsxError> {
    let words = Words::of(&form.language);
    let look = Look::new(words, form.accent);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(form)?);
    let page = |name: &str| {
        let name = legal::sheet_name(name, words.get("xlsx.sheet.summary"));
        Page::new(&name, words, &look, form.levels)
    };
    let lists = Lists::of(form, words.get("questionnaire.lists").to_owned());
    let mut pages = vec![page(&form.name)?];
    write(&mut pages[0], form, &lists)?;
    if let Some(guide) = &form.guide {
        let mut page = page(&guide.name)?;
        explain(&mut page, &form.title, guide)?;
        pages.push(page);
    }
    if !lists.is_empty() {
        let mut page = page(lists.sheet())?;
        lists.write(&mut page)?;
        pages.push(page);
    }
    for mut page in pages {
        page.running(&form.title, "");
        workbook.push_worksheet(page.sheet);
    }
    Ok(workbook)
}

fn properties(form: &Form) -> Result<DocProperties, XlsxError> {
    let day = form.date.map(|date| date.to_string());
    let day = day.unwrap_or_else(|| "2000-01-01".to_owned());
    let title = legal::header(&form.title).replace("&&", "&");
    Ok(DocProperties::new()
        .set_title(title)
        .set_creation_datetime(&ExcelDateTime::parse_from_str(&day)?))
}

/// Writes the sheet to fill in.
fn write(page: &mut Page, form: &Form, lists: &Lists) -> Outcome {
    for (column, field) in (0..).zip(&form.fields) {
        page.sheet
            .set_column_width(column, f64::from(field.width))?;
        page.text(0, column, &field.heading, &head(page.look, field.kind))?;
    }
    page.sheet.set_row_height(0, HEAD)?;
    for (row, content) in (1..).zip(&form.rows) {
        for (column, (field, entry)) in (0..).zip(form.fields.iter().zip(&content.entries)) {
            let kind = content.kind(field);
            self::entry(page, (row, column), kind, entry, form.accent)?;
        }
        let lines = lines_of(content, &form.fields).max(LEAST_LINES);
        page.sheet.set_row_height(row, room::height(lines))?;
    }
    let last = u32::try_from(form.rows.len()).unwrap_or(u32::MAX);
    for (column, field) in (0..).zip(&form.fields).filter(|_| last > 0) {
        if is_level(field.kind) {
            page.colour_levels((1, column), (last, column))?;
        }
        match field.kind {
            FieldKind::Choice(_) => lists.choose(page, form, column)?,
            FieldKind::Day => {
                let rule = choices::day_rule(page)?;
                page.sheet
                    .add_data_validation(1, column, last, column, &rule)?;
            }
            _ => {}
        }
    }
    let names = form.fields.iter().take_while(|f| f.kind == FieldKind::Name);
    page.sheet
        .set_freeze_panes(1, last_column(names.count() + 1))?;
    page.sheet.set_repeat_rows(0, 0)?;
    page.sheet.set_print_fit_to_pages(pages_across(form), 0);
    page.sheet.set_landscape();
    page.sheet.protect_with_options(&ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::default()
    });
    Ok(())
}

/// How many pages a form's columns take so that they can still be read.
fn pages_across(form: &Form) -> u16 {
    let width: u16 = form.fields.iter().map(|field| field.width).sum();
    width.div_ceil(PAGE).max(1)
}

/// Whether a column takes or shows the numbers of levels.
fn is_level(kind: FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::Level | FieldKind::Choice(List::Levels | List::Marks)
    )
}

/// How a head is set: what is to be filled in stands out.
fn head(look: &Look, kind: FieldKind) -> Format {
    let head = match is_centred(kind) {
        true => look.head_centre.clone(),
        false => look.head_words.clone(),
    };
    match kind.is_open() {
        true => head
            .set_background_color(color::BAR)
            .set_font_color(color::PAPER),
        false => head,
    }
}

fn is_centred(kind: FieldKind) -> bool {
    is_level(kind) || kind == FieldKind::Figure
}

/// How a cell is set: white and open where it is to be filled in, else washed and locked.
fn body(look: &Look, kind: FieldKind) -> Format {
    let body = look
        .body
        .clone()
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_border_color(color::FAINT);
    let body = match kind {
        FieldKind::Day => body.set_num_format(DAY),
        _ => body,
    };
    let body = match is_centred(kind) {
        true => body.set_align(FormatAlign::Center),
        false => body.set_align(FormatAlign::Left).set_indent(1),
    };
    match kind.is_open() {
        true => body.set_unlocked(),
        false => body.set_background_color(color::WASH),
    }
}

fn entry(
    page: &mut Page,
    (row, column): (u32, u16),
    kind: FieldKind,
    entry: &Entry,
    accent: Color,
) -> Outcome {
    let format = body(page.look, kind);
    let is_first = column == 0;
    match entry {
        Entry::Empty => {
            page.sheet.write_blank(row, column, &format)?;
        }
        Entry::Words(words) if is_first => page.text(row, column, words, &format.set_bold())?,
        Entry::Words(words) => page.text(row, column, words, &format)?,
        Entry::Accent(words) => {
            let format = format.set_bold().set_font_color(accent);
            page.text(row, column, words, &format)?;
        }
        Entry::Muted(words) => {
            let format = format.set_italic().set_font_color(color::MUTED);
            page.text(row, column, words, &format)?;
        }
        Entry::Lines(lines) => {
            let line = joined(lines);
            let text: String = line.iter().map(|span| span.text.as_str()).collect();
            page.text(row, column, &text, &format)?;
            page.rich((row, column), &line, "", &format)?;
        }
        Entry::Number(number) => {
            #[allow(clippy::cast_precision_loss)] // counts are far below 2⁵³
            let number = *number as f64;
            page.sheet
                .write_number_with_format(row, column, number, &format)?;
        }
        Entry::Day(day) => {
            let day = ExcelDateTime::parse_from_str(&day.to_string())?;
            page.sheet
                .write_datetime_with_format(row, column, &day, &format)?;
        }
    }
    Ok(())
}

fn lines_of(row: &Row, fields: &[Field]) -> usize {
    let texts = row
        .entries
        .iter()
        .zip(fields)
        .map(|(entry, field)| match entry {
            Entry::Words(words) => room::lines(words, f64::from(field.width) - INDENT),
            Entry::Lines(lines) => {
                let line = joined(lines);
                let text: String = line.iter().map(|span| span.text.as_str()).collect();
                room::lines(&text, f64::from(field.width) - INDENT)
            }
            _ => 1,
        });
    texts.max().unwrap_or(1)
}

/// Lines as one, with their ends in it.
fn joined(lines: &[Line]) -> Line {
    let ends = || Span::plain("\n");
    let mut joined = Line::new();
    for (index, line) in lines.iter().enumerate() {
        joined.extend((index > 0).then(ends));
        joined.extend(line.iter().cloned());
    }
    joined
}
