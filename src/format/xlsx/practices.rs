//! The sheet of practices: a row a practice, all its figures.

use crate::view::record::{PracticeRecord, UnitRecord};

use super::look::{Cell, Kind};
use super::page::{Column, Outcome, Page, Table};
use super::subject::{Subject, standing};

/// The columns before the counts.
pub const BEFORE_COUNTS: usize = 9;
/// The column of names.
pub const NAME: u16 = 1;

/// Writes the sheet.
pub fn write(page: &mut Page, subject: &Subject) -> Outcome {
    let table = Table {
        columns: columns(page, subject),
        rows: subject
            .unit
            .practices
            .iter()
            .map(|practice| row(page, subject, practice))
            .collect(),
    };
    page.whole(&table, NAME + 1)
}

/// Whether somebody's answers to any practice may be shown.
pub fn has_counts(unit: &UnitRecord) -> bool {
    unit.practices
        .iter()
        .any(|practice| practice.n.is_some_and(|n| n > 0))
}

fn columns(page: &Page, subject: &Subject) -> Vec<Column> {
    let words = page.words;
    let mut columns = vec![
        Column::new(words.get("xlsx.column.id"), 8.0, Kind::Name),
        Column::new(words.get("column.practice"), 34.0, Kind::Words),
        Column::new(words.get("column.discipline"), 14.0, Kind::Words),
        Column::new(words.get("column.plateau"), 9.0, Kind::Ordinal),
        Column::new(words.get("column.level"), 8.0, Kind::Level),
        Column::new(words.get("column.points"), 7.5, Kind::Mean),
        Column::new(words.get("xlsx.column.mean"), 11.5, Kind::Mean),
        Column::new(words.get("xlsx.column.sd"), 10.0, Kind::Mean),
        Column::new(words.get("column.n"), 6.5, Kind::Count),
    ];
    let upright = |heading: &str| Column::new(heading, 6.0, Kind::Upright);
    columns.extend((1..=page.levels).map(|level| upright(&subject.level(level))));
    columns.extend(
        [
            words.get("xlsx.column.dont_know"),
            words.get("xlsx.column.not_relevant"),
            words.get("column.blank"),
        ]
        .map(upright),
    );
    columns.extend([
        Column::new(words.get("column.coverage"), 9.5, Kind::Share),
        Column::new(words.get("column.a"), 6.5, Kind::Fine),
        Column::new(words.get("column.ad"), 6.5, Kind::Fine),
        Column::new(words.get("column.target"), 6.5, Kind::Ordinal),
        Column::new(words.get("xlsx.column.gap"), 8.5, Kind::Mean),
        Column::new(words.get("xlsx.column.standing"), 18.0, Kind::Words),
        Column::new(words.get("xlsx.column.answers_level"), 10.0, Kind::Level),
        Column::new(words.get("xlsx.column.settled"), 10.5, Kind::Level),
        Column::new(words.get("column.moderated"), 11.0, Kind::Level),
        Column::new(words.get("column.reason"), 45.0, Kind::Words),
    ]);
    columns
}

fn row(page: &Page, subject: &Subject, practice: &PracticeRecord) -> Vec<Cell> {
    let shown = |cell: Cell| match practice.hidden {
        true => Cell::Hidden,
        false => cell,
    };
    // A hidden practice may have a level that is nobody's answer, such as a moderated one.
    let known = |cell: Cell| match cell {
        Cell::Absent => shown(Cell::Absent),
        cell => cell,
    };
    let agreement = practice.agreement.as_ref();
    let moderated = practice.moderated.as_ref();
    let settled = practice.settled.as_ref();
    let mut row = vec![
        Cell::text(practice.id.as_str()),
        Cell::text(subject.practice(&practice.id)),
        Cell::text(subject.discipline(&practice.discipline)),
        Cell::count(practice.plateau),
        known(Cell::level(practice.level)),
        known(Cell::number(practice.points)),
        shown(Cell::number(practice.mean)),
        shown(Cell::number(practice.sd)),
        shown(Cell::counted(practice.n)),
    ];
    let counts = practice.counts.as_deref().unwrap_or_default();
    row.extend((0..page.levels).map(|level| shown(Cell::counted(counts.get(level).copied()))));
    row.extend([
        shown(Cell::counted(practice.dont_know)),
        shown(Cell::counted(practice.not_relevant)),
        shown(Cell::counted(practice.blank)),
        shown(Cell::number(practice.coverage)),
        shown(Cell::number(agreement.map(|agreement| agreement.a))),
        shown(Cell::number(agreement.map(|agreement| agreement.ad))),
        Cell::level(practice.target),
        known(Cell::number(practice.gap)),
        standing(practice, page.words),
        shown(Cell::level(practice.median)),
        Cell::level(settled.and_then(|settled| settled.level)),
        Cell::level(moderated.map(|moderated| moderated.level)),
        Cell::words(moderated.map(|moderated| moderated.reason.as_str())),
    ]);
    row
}
