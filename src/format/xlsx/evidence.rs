//! The sheet of evidence: what settled readings and moderated levels rest on.

use crate::view::record::{AnswerWord, PracticeRecord};

use super::look::{Cell, Kind};
use super::page::{Column, Outcome, Page, Table};
use super::subject::Subject;

/// Whether there is anything to write.
pub fn is_needed(subject: &Subject) -> bool {
    let units = subject.record.waves.iter().flat_map(|wave| &wave.units);
    let mut practices = units.flat_map(|unit| &unit.practices);
    practices.any(|practice| practice.settled.is_some() || practice.moderated.is_some())
}

/// Writes the sheet.
pub fn write(page: &mut Page, subject: &Subject) -> Outcome {
    let table = Table {
        columns: columns(page),
        rows: rows(page, subject),
    };
    page.whole(&table, 4)
}

fn columns(page: &Page) -> Vec<Column> {
    let words = page.words;
    vec![
        Column::new(words.get("xlsx.column.wave"), 14.0, Kind::Words),
        Column::new(words.get("column.unit"), 20.0, Kind::Words),
        Column::new(words.get("xlsx.column.id"), 8.0, Kind::Name),
        Column::new(words.get("column.practice"), 28.0, Kind::Words),
        Column::new(words.get("xlsx.column.kind"), 17.0, Kind::Words),
        Column::new(words.get("xlsx.column.reading"), 13.0, Kind::Level),
        Column::new(words.get("xlsx.column.answers_level"), 10.0, Kind::Level),
        Column::new(words.get("column.reason"), 40.0, Kind::Words),
        Column::new(words.get("column.evidence"), 40.0, Kind::Words),
        Column::new(words.get("xlsx.column.evidence_date"), 12.0, Kind::Words),
        Column::new(words.get("xlsx.column.source"), 24.0, Kind::Words),
        Column::new(words.get("column.comment"), 40.0, Kind::Words),
        Column::new(words.get("xlsx.column.by"), 16.0, Kind::Words),
    ]
}

fn rows(page: &Page, subject: &Subject) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for wave in &subject.record.waves {
        for unit in &wave.units {
            for practice in &unit.practices {
                let about = || {
                    vec![
                        Cell::text(wave.name.as_str()),
                        Cell::text(unit.name.as_str()),
                        Cell::text(practice.id.as_str()),
                        Cell::text(subject.practice(&practice.id)),
                    ]
                };
                let said = [settled(page, practice), moderated(page, practice)];
                for words in said.into_iter().flatten() {
                    let mut row = about();
                    row.extend(words);
                    rows.push(row);
                }
            }
        }
    }
    rows
}

fn settled(page: &Page, practice: &PracticeRecord) -> Option<Vec<Cell>> {
    let settled = practice.settled.as_ref()?;
    let reading = match settled.answer {
        None => Cell::Absent,
        Some(AnswerWord::Rated) => Cell::level(settled.level),
        Some(AnswerWord::DontKnow) => {
            Cell::text(page.words.get("xlsx.column.dont_know").to_lowercase())
        }
        Some(AnswerWord::NotRelevant) => {
            Cell::text(page.words.get("xlsx.column.not_relevant").to_lowercase())
        }
    };
    Some(vec![
        Cell::text(page.words.get("xlsx.column.settled")),
        reading,
        Cell::Absent,
        Cell::Absent,
        Cell::words(settled.evidence.as_deref()),
        Cell::words(settled.evidence_date.as_deref()),
        Cell::words(settled.source.as_deref()),
        Cell::words(settled.comment.as_deref()),
        Cell::words(settled.by.as_deref()),
    ])
}

fn moderated(page: &Page, practice: &PracticeRecord) -> Option<Vec<Cell>> {
    let moderated = practice.moderated.as_ref()?;
    let answers = match practice.hidden {
        true => Cell::Hidden,
        false => Cell::level(practice.median),
    };
    Some(vec![
        Cell::text(page.words.get("column.moderated")),
        Cell::level(Some(moderated.level)),
        answers,
        Cell::text(moderated.reason.as_str()),
        Cell::words(moderated.evidence.as_deref()),
        Cell::words(moderated.evidence_date.as_deref()),
        Cell::words(moderated.source.as_deref()),
        Cell::Absent,
        Cell::words(moderated.by.as_deref()),
    ])
}
