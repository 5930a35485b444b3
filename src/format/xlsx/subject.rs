//! What the workbook is about: one unit at one point in time, and what its parts are called.

use crate::text::Words;
use crate::view::Record;
use crate::view::record::{
    NameRecord, PlateauRecord, PracticeRecord, StandingWord, Status, UnitRecord, WaveRecord,
};

use super::look::Cell;

/// One unit at one point in time.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    pub record: &'a Record,
    pub wave: &'a WaveRecord,
    pub unit: &'a UnitRecord,
}

impl<'a> Subject<'a> {
    /// The first top unit at the latest point in time; none if nothing is recorded.
    pub fn of(record: &'a Record) -> Option<Self> {
        let wave = latest(&record.waves)?;
        let is_part = |unit: &UnitRecord| {
            let parent = unit.parent.as_ref();
            parent.is_some_and(|parent| wave.units.iter().any(|other| other.id == *parent))
        };
        let mut units = wave.units.iter();
        let unit = units
            .find(|unit| !is_part(unit))
            .or_else(|| wave.units.first())?;
        Some(Self { record, wave, unit })
    }

    /// The plateau to reach next, if there is one left.
    pub fn next(&self) -> Option<&'a PlateauRecord> {
        self.unit.plateaus.get(self.unit.plateau_reached)
    }

    /// What a plateau is called.
    pub fn plateau(&self, id: usize) -> &'a str {
        let index = self.unit.plateaus.iter().position(|p| p.id == id);
        let name = index.and_then(|index| self.record.model.names.plateaus.get(index));
        name.map_or("", String::as_str)
    }

    /// What a discipline is called.
    pub fn discipline(&self, id: &'a str) -> &'a str {
        named(&self.record.model.names.disciplines, id)
    }

    /// What a practice is called.
    pub fn practice(&self, id: &'a str) -> &'a str {
        named(&self.record.model.names.practices, id)
    }

    /// A level with its name.
    pub fn level(&self, level: usize) -> String {
        match self.record.model.names.levels.get(level - 1) {
            Some(name) => format!("{level} {name}"),
            None => level.to_string(),
        }
    }
}

fn named<'a>(names: &'a [NameRecord], id: &'a str) -> &'a str {
    let known = names.iter().find(|name| name.id == id);
    known.map_or(id, |name| name.name.as_str())
}

/// By date where every wave has one, else the last in order.
fn latest(waves: &[WaveRecord]) -> Option<&WaveRecord> {
    match waves.iter().all(|wave| wave.date.is_some()) {
        // Dates are written so that their order as text is their order in time.
        true => waves.iter().max_by_key(|wave| wave.date.as_ref()),
        false => waves.last(),
    }
}

/// How a practice stands at its gate; what blocks is to be looked at first.
pub fn standing(practice: &PracticeRecord, words: &Words) -> Cell {
    match (practice.standing, practice.status) {
        (StandingWord::Met, _) => Cell::text(words.get("standing.met")),
        (StandingWord::Below, _) => Cell::Accent(words.get("xlsx.standing.below").to_owned()),
        (StandingWord::NotCommon, _) => {
            Cell::Accent(words.get("xlsx.standing.not_common").to_owned())
        }
        (_, Status::Hidden) => Cell::Hidden,
        (_, Status::Tailored) => Cell::text(words.get("standing.tailored")),
        (_, Status::NotRelevant) => {
            Cell::text(words.get("xlsx.column.not_relevant").to_lowercase())
        }
        (_, Status::ThinCoverage) => Cell::text(words.get("standing.thin")),
        (_, Status::Unanswered) => Cell::text(words.get("standing.unanswered")),
        (_, Status::Scored) => Cell::text(words.get("verdict.undecided")),
    }
}
