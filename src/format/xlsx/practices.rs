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
        Column::new(words.id, 8.0, Kind::Name),
        Column::new(words.practice, 34.0, Kind::Words),
        Column::new(words.discipline, 14.0, Kind::Words),
        Column::new(words.plateau, 9.0, Kind::Ordinal),
        Column::new(words.level, 8.0, Kind::Level),
        Column::new(words.points, 7.5, Kind::Mean),
        Column::new(words.mean, 11.5, Kind::Mean),
        Column::new(words.sd, 10.0, Kind::Mean),
        Column::new(words.n, 6.5, Kind::Count),
    ];
    let upright = |heading: &str| Column::new(heading, 6.0, Kind::Upright);
    columns.extend((1..=page.levels).map(|level| upright(&subject.level(level))));
    columns.extend([words.dont_know, words.not_relevant, words.blank].map(upright));
    columns.extend([
        Column::new(words.coverage, 9.5, Kind::Share),
        Column::new(words.a, 6.5, Kind::Fine),
        Column::new(words.ad, 6.5, Kind::Fine),
        Column::new(words.target, 6.5, Kind::Ordinal),
        Column::new(words.gap, 8.5, Kind::Mean),
        Column::new(words.standing, 18.0, Kind::Words),
        Column::new(words.answers_level, 10.0, Kind::Level),
        Column::new(words.settled, 10.5, Kind::Level),
        Column::new(words.moderated, 11.0, Kind::Level),
        Column::new(words.reason, 45.0, Kind::Words),
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
