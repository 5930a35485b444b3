//! The sheet of comments: what people wrote, a row a comment.

use super::look::{Cell, Kind};
use super::page::{Column, Outcome, Page, Table};
use super::subject::Subject;

/// Whether there is anything to write.
pub fn is_needed(subject: &Subject) -> bool {
    let comments = subject.unit.practices.iter().flat_map(|p| &p.comments);
    comments.flatten().next().is_some()
}

/// Writes the sheet.
pub fn write(page: &mut Page, subject: &Subject) -> Outcome {
    let words = page.words;
    let table = Table {
        columns: vec![
            Column::new(words.get("xlsx.column.id"), 8.0, Kind::Name),
            Column::new(words.get("column.practice"), 34.0, Kind::Words),
            Column::new(words.get("column.discipline"), 16.0, Kind::Words),
            Column::new(words.get("column.comment"), 100.0, Kind::Words),
        ],
        rows: rows(subject),
    };
    page.whole(&table, 1)
}

fn rows(subject: &Subject) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for practice in &subject.unit.practices {
        let written = match &practice.comments {
            None => vec![Cell::Hidden],
            Some(comments) => comments.iter().map(Cell::text).collect(),
        };
        for comment in written {
            rows.push(vec![
                Cell::text(practice.id.as_str()),
                Cell::text(subject.practice(&practice.id)),
                Cell::text(subject.discipline(&practice.discipline)),
                comment,
            ]);
        }
    }
    rows
}
