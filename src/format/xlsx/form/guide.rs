//! The sheet that says how to fill in the other.

use rust_xlsxwriter::FormatAlign;

use crate::format::xlsx::page::{Outcome, Page, last_column};
use crate::format::xlsx::room;
use crate::view::form::{FieldKind, Guide};

use super::{INDENT, body};

/// The width of a level's column among the anchors, in characters.
const ANCHOR: f64 = 34.0;
/// The width of the practices' column among the anchors, in characters.
const PRACTICE: f64 = 26.0;

/// Writes the sheet that says how to fill in the other.
pub fn explain(page: &mut Page, title: &str, guide: &Guide) -> Outcome {
    let look = page.look;
    let anchors = &guide.anchors;
    let last = last_column(anchors.columns.len());
    page.sheet.set_column_width(0, PRACTICE)?;
    for column in 1..=last {
        page.sheet.set_column_width(column, ANCHOR)?;
    }
    page.sheet.set_row_height(0, 30)?;
    page.text(0, 0, title, &look.title)?;
    let width = PRACTICE + ANCHOR * f64::from(last);
    let mut row = 1;
    for line in &guide.lines {
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
