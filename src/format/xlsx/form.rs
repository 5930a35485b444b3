//! A form as a workbook: a sheet to fill in, with what is not to be changed locked, and a sheet
//! that says how.

use rust_xlsxwriter::{
    DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, ProtectionOptions, Workbook, XlsxError,
};

use crate::chart::color::{self, Color};
use crate::text::Words;
use crate::view::form::{Entry, Field, FieldKind, Form, Row};

use super::look::Look;
use super::page::{Outcome, Page, last_column};
use super::{legal, room};

/// The least lines that a row has, so that there is room to write on paper too.
const LEAST_LINES: usize = 2;
/// The height of the heads, in points.
const HEAD: f64 = 34.0;
/// The most characters of a cell's help; Excel takes 255.
const HELP: usize = 255;
/// The most characters of its title.
const TITLE: usize = 30;
/// The width of a level's column among the anchors, in characters.
const ANCHOR: f64 = 34.0;
/// The width of the practices' column among the anchors, in characters.
const PRACTICE: f64 = 26.0;
/// The characters that an indent and a cell's own edges take.
const INDENT: f64 = 2.0;
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
    let mut sheet = page(&form.name)?;
    write(&mut sheet, form)?;
    let mut guide = page(&form.guide.name)?;
    explain(&mut guide, form)?;
    for mut page in [sheet, guide] {
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
fn write(page: &mut Page, form: &Form) -> Outcome {
    for (column, field) in (0..).zip(&form.fields) {
        page.sheet
            .set_column_width(column, f64::from(field.width))?;
        page.text(0, column, &field.heading, &head(page.look, field.kind))?;
    }
    page.sheet.set_row_height(0, HEAD)?;
    for (row, content) in (1..).zip(&form.rows) {
        for (column, (field, entry)) in (0..).zip(form.fields.iter().zip(&content.entries)) {
            self::entry(page, (row, column), field, entry, form.accent)?;
        }
        let lines = lines_of(content, &form.fields).max(LEAST_LINES);
        page.sheet.set_row_height(row, room::height(lines))?;
    }
    let last = u32::try_from(form.rows.len()).unwrap_or(u32::MAX);
    for (column, field) in (0..).zip(&form.fields) {
        if matches!(field.kind, FieldKind::Level | FieldKind::Choice) && last > 0 {
            page.colour_levels((1, column), (last, column))?;
        }
        match field.kind {
            FieldKind::Choice => choices(page, form, column)?,
            FieldKind::Day if last > 0 => {
                let rule = day_rule(page)?;
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
    page.sheet.set_print_fit_to_pages(1, 0);
    page.sheet.set_landscape();
    page.sheet.protect_with_options(&ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::default()
    });
    Ok(())
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
    matches!(
        kind,
        FieldKind::Figure | FieldKind::Level | FieldKind::Choice
    )
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
    field: &Field,
    entry: &Entry,
    accent: Color,
) -> Outcome {
    let format = body(page.look, field.kind);
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

/// The levels to choose from, with each row's own help.
fn choices(page: &mut Page, form: &Form, column: u16) -> Outcome {
    let numbers: Vec<String> = (1..=form.levels).map(|level| level.to_string()).collect();
    for (row, content) in (1..).zip(&form.rows) {
        let title = content.entries.first().map_or("", |entry| match entry {
            Entry::Words(id) => id,
            _ => "",
        });
        let rule = DataValidation::new()
            .allow_list_strings(&numbers)?
            .set_input_title(cut(title, TITLE))?
            .set_input_message(cut(&content.help, HELP))?
            .set_error_title(page.words.get("form.input.choose"))?
            .set_error_message(page.words.get("form.input.choose_long"))?;
        page.sheet
            .add_data_validation(row, column, row, column, &rule)?;
    }
    Ok(())
}

/// A day of our time, so that a slip of the year is caught.
fn day_rule(page: &Page) -> Result<DataValidation, XlsxError> {
    let days = DataValidationRule::Between(
        ExcelDateTime::from_ymd(1950, 1, 1)?,
        ExcelDateTime::from_ymd(2200, 1, 1)?,
    );
    DataValidation::new()
        .allow_date(days)
        .set_error_title(page.words.get("form.input.day"))?
        .set_error_message(page.words.get("form.input.day_long"))
}

/// The beginning of a text, of so many characters at most.
fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

fn lines_of(row: &Row, fields: &[Field]) -> usize {
    let texts = row
        .entries
        .iter()
        .zip(fields)
        .map(|(entry, field)| match entry {
            Entry::Words(words) => room::lines(words, f64::from(field.width) - INDENT),
            _ => 1,
        });
    texts.max().unwrap_or(1)
}

/// Writes the sheet that says how to fill in the other.
fn explain(page: &mut Page, form: &Form) -> Outcome {
    let look = page.look;
    let anchors = &form.guide.anchors;
    let last = last_column(anchors.columns.len());
    page.sheet.set_column_width(0, PRACTICE)?;
    for column in 1..=last {
        page.sheet.set_column_width(column, ANCHOR)?;
    }
    page.sheet.set_row_height(0, 30)?;
    page.text(0, 0, &form.title, &look.title)?;
    let width = PRACTICE + ANCHOR * f64::from(last);
    let mut row = 1;
    for line in &form.guide.lines {
        page.wide(row, (0, last), line, &look.body)?;
        let lines = room::lines(line, width);
        page.sheet.set_row_height(row, room::height(lines))?;
        row += 1;
    }
    row += 1;
    page.text(row, 0, &anchors.caption, &look.heading)?;
    page.sheet.set_row_height(row, 24)?;
    row += 1;
    for (column, about) in (0..).zip(&anchors.columns) {
        page.text(row, column, &about.heading, &look.head_words)?;
    }
    page.sheet.set_repeat_rows(row, row)?;
    let body = body(look, FieldKind::Words)
        .set_locked()
        .set_align(FormatAlign::Top);
    for cells in &anchors.rows {
        row += 1;
        let mut lines = 1;
        for (column, line) in (0..).zip(cells) {
            let text: String = line.iter().map(|span| span.text.as_str()).collect();
            let format = match column {
                0 => body.clone().set_bold(),
                _ => body.clone(),
            };
            let width = if column == 0 { PRACTICE } else { ANCHOR };
            lines = lines.max(room::lines(&text, width - INDENT));
            page.text(row, column, &text, &format)?;
        }
        page.sheet.set_row_height(row, room::height(lines))?;
    }
    page.sheet.set_screen_gridlines(false);
    page.sheet.set_print_fit_to_pages(1, 0);
    page.sheet.set_landscape();
    Ok(())
}
