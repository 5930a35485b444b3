//! A form as a table: its heads and its rows, which are read back as they are.

use crate::view::Line;
use crate::view::form::{Entry, Form};

use super::{Dialect, cell, table};

/// A form as CSV, in the dialect of its language.
pub fn render(form: &Form) -> Vec<u8> {
    let dialect = Dialect::of(&form.language);
    let heads = form.fields.iter().map(|field| cell(&field.heading));
    let mut rows: Vec<Vec<String>> = vec![heads.collect()];
    let entries = form.rows.iter().map(|row| row.entries.iter());
    rows.extend(entries.map(|entries| entries.map(entry).collect()));
    table(&rows, dialect.delimiter, !dialect.mark.is_empty())
}

fn entry(entry: &Entry) -> String {
    match entry {
        Entry::Empty => String::new(),
        Entry::Words(words) | Entry::Accent(words) | Entry::Muted(words) => cell(words),
        Entry::Lines(lines) => cell(&plain(lines)),
        Entry::Number(number) => number.to_string(),
        Entry::Day(day) => day.to_string(),
    }
}

/// Lines of words without their emphasis.
fn plain(lines: &[Line]) -> String {
    let line = |line: &Line| -> String { line.iter().map(|span| span.text.as_str()).collect() };
    let lines: Vec<String> = lines.iter().map(line).collect();
    lines.join("\n")
}
