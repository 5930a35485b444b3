//! Units and waves side by side: their figures, and their practices' levels.

use crate::view::record::{PracticeRecord, UnitRecord, WaveRecord};

use super::look::{Cell, Kind};
use super::page::{Column, Outcome, Page, Table};
use super::subject::Subject;

/// Whether there is anything to compare.
pub fn is_needed(subject: &Subject) -> bool {
    every(subject).nth(1).is_some()
}

fn every<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (&'a WaveRecord, &'a UnitRecord)> {
    let waves = subject.record.waves.iter();
    waves.flat_map(|wave| wave.units.iter().map(move |unit| (wave, unit)))
}

/// Writes the sheet of figures.
pub fn figures(page: &mut Page, subject: &Subject) -> Outcome {
    let words = page.words;
    let mut columns = heads(page);
    columns.extend([
        Column::new(words.get("xlsx.column.parent"), 20.0, Kind::Words),
        Column::new(words.get("xlsx.figure.respondents"), 9.0, Kind::Count),
        Column::new(words.get("xlsx.column.invited"), 10.5, Kind::Count),
        Column::new(words.get("column.plateau_reached"), 9.5, Kind::Ordinal),
        Column::new(words.get("column.points"), 8.5, Kind::Mean),
        Column::new(words.get("xlsx.column.maximum"), 8.0, Kind::Count),
        Column::new(words.get("xlsx.figure.adjusted"), 10.5, Kind::Count),
        Column::new(words.get("xlsx.figure.scored"), 11.0, Kind::Count),
        Column::new(words.get("xlsx.figure.hidden_practices"), 11.0, Kind::Count),
        Column::new(words.get("xlsx.figure.rescaled"), 13.0, Kind::Share),
        Column::new(words.get("xlsx.column.mean"), 11.0, Kind::Mean),
    ]);
    let plateaus = subject.unit.plateaus.iter();
    columns.extend(plateaus.map(|plateau| {
        let name = subject.plateau(plateau.id);
        Column::new(format!("{} {name}", plateau.id), 18.0, Kind::Mean)
    }));
    let disciplines = subject.unit.disciplines.iter();
    columns.extend(disciplines.map(|d| Column::new(subject.discipline(&d.id), 14.0, Kind::Mean)));
    let rows = every(subject).map(|(wave, unit)| figures_row(wave, unit));
    let table = Table {
        columns,
        rows: rows.collect(),
    };
    page.whole(&table, 2)
}

fn heads(page: &Page) -> Vec<Column> {
    vec![
        Column::new(page.words.get("xlsx.column.wave"), 16.0, Kind::Words),
        Column::new(page.words.get("column.unit"), 26.0, Kind::Name),
    ]
}

fn figures_row(wave: &WaveRecord, unit: &UnitRecord) -> Vec<Cell> {
    let parent = wave
        .units
        .iter()
        .find(|other| Some(&other.id) == unit.parent.as_ref());
    let mut row = vec![
        Cell::text(wave.name.as_str()),
        Cell::text(unit.name.as_str()),
        Cell::words(parent.map(|parent| parent.name.as_str())),
        Cell::count(unit.respondents),
        Cell::counted(unit.invited),
        Cell::count(unit.plateau_reached),
        Cell::number(unit.points),
        Cell::count(unit.points_max),
        Cell::count(unit.points_max_adjusted),
        Cell::count(unit.practices_scored),
        Cell::count(unit.hidden_practices),
        Cell::number(unit.rescaled),
        Cell::number(unit.mean),
    ];
    row.extend(unit.plateaus.iter().map(|p| Cell::number(p.mean)));
    row.extend(unit.disciplines.iter().map(|d| Cell::number(d.mean)));
    row
}

/// Writes the sheet of levels: a row a unit and wave, a narrow column a practice.
pub fn levels(page: &mut Page, subject: &Subject) -> Outcome {
    let mut columns = heads(page);
    let practices = subject.unit.practices.iter();
    columns.extend(practices.map(|practice| {
        let name = subject.practice(&practice.id);
        Column::new(format!("{} {name}", practice.id), 6.0, Kind::UprightLevel)
    }));
    let rows = every(subject).map(|(wave, unit)| {
        let names = [wave.name.as_str(), unit.name.as_str()].map(Cell::text);
        names
            .into_iter()
            .chain(unit.practices.iter().map(level))
            .collect()
    });
    let table = Table {
        rows: rows.collect(),
        columns,
    };
    page.whole(&table, 2)
}

fn level(practice: &PracticeRecord) -> Cell {
    match practice.level {
        None if practice.hidden => Cell::Hidden,
        level => Cell::level(level),
    }
}
