//! Whose a row is: known by the cells that said so before.

use crate::intake::people::Place;
use crate::intake::reading::{Reading, plain_id};

use super::cell::{Known, Raw};
use super::columns::Kind;

/// Units, roles and waves by the cells that name them.
pub(super) struct Names {
    units: Known<Option<usize>>,
    roles: Known<Option<usize>>,
    waves: Known<Option<usize>>,
    delimiter: u8,
}

/// The cells of a row that say whose it is.
#[derive(Clone, Copy)]
pub(super) struct Who<'t> {
    /// `None` where there is no such column.
    pub respondent: Option<Raw<'t>>,
    pub place: Place,
    pub role: Option<usize>,
}

impl Names {
    pub(super) fn new(delimiter: u8) -> Self {
        Self {
            units: Known::default(),
            roles: Known::default(),
            waves: Known::default(),
            delimiter,
        }
    }

    /// Takes the cell at the beginning of a text for what its column says; returns what lies
    /// behind the cell, or nothing if it is not known.
    #[inline]
    pub(super) fn take<'t>(
        &mut self,
        kind: Kind,
        who: &mut Who<'t>,
        reading: &mut Reading<'_, '_>,
        text: &'t [u8],
        end: u8,
    ) -> Option<&'t [u8]> {
        let raw = Raw::at(text, self.delimiter, end)?;
        match kind {
            Kind::Respondent => who.respondent = Some(raw),
            Kind::Unit => who.place.unit = known(&mut self.units, raw, |c| reading.known_unit(c))?,
            Kind::Role => who.role = known(&mut self.roles, raw, |c| reading.known_role(c))?,
            Kind::Wave => who.place.wave = known(&mut self.waves, raw, |c| reading.known_wave(c))?,
            _ => {}
        }
        Some(raw.rest)
    }
}

#[inline]
fn known(
    names: &mut Known<Option<usize>>,
    raw: Raw<'_>,
    find: impl FnOnce(Option<&[u8]>) -> Option<Option<usize>>,
) -> Option<Option<usize>> {
    if let Some(&name) = names.get(raw.whole) {
        return Some(name);
    }
    let name = find((!raw.is_blank()).then_some(raw.inside()))?;
    names.insert(raw.whole.into(), name);
    Some(name)
}

impl<'t> Who<'t> {
    /// Nothing is known yet; `place` holds where there is no column of it.
    pub(super) fn at(place: Place) -> Self {
        Self {
            respondent: None,
            place,
            role: None,
        }
    }

    /// The person; `None` if their id is not plain, or blank.
    #[inline]
    pub(super) fn person(self, reading: &mut Reading<'_, '_>, row: u64) -> Option<usize> {
        let id = match self.respondent {
            None => None,
            Some(raw) => Some(plain_id(raw.inside())?),
        };
        Some(reading.person(row, self.place, self.role, id))
    }
}
