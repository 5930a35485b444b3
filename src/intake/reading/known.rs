//! What cells say that need not be taken apart: they are blank, or were read before.

use crate::intake::cell::Cell;
use crate::intake::people::{BLANK, Code, Place};

use super::Reading;

impl Reading<'_, '_> {
    /// The wave of a row, by its cell if that is not blank; `None` if the row itself has to be
    /// looked at.
    pub(in crate::intake) fn known_wave(&mut self, cell: Option<&[u8]>) -> Option<Option<usize>> {
        if let Some(cell) = cell {
            let wave = self.gathered.waves.seen(cell)?;
            return (!self.is_of_another_version(wave)).then_some(Some(wave));
        }
        let assessment = self.gathered.assessment;
        if !assessment.declared.waves {
            return self.gathered.without_wave.map(|_| None);
        }
        match (self.waves, assessment.waves.as_slice()) {
            ([wave], _) => Some(Some(*wave)),
            ([], [_]) => Some(Some(0)),
            _ => None,
        }
    }

    /// The unit of a row, as [`Reading::known_wave`].
    pub(in crate::intake) fn known_unit(&mut self, cell: Option<&[u8]>) -> Option<Option<usize>> {
        let assessment = self.gathered.assessment;
        if let Some(cell) = cell {
            if let Some(unit) = self.gathered.units.seen(cell) {
                return Some(Some(unit));
            }
            let is_whole = !assessment.declared.units && self.gathered.is_whole(cell);
            return is_whole.then_some(None);
        }
        if !assessment.declared.units {
            return Some(None);
        }
        let mut tops = assessment.units.tops();
        match (tops.next(), tops.next()) {
            (Some(top), None) => Some(Some(top)),
            _ => None,
        }
    }

    /// The role of a row, as [`Reading::known_wave`].
    pub(in crate::intake) fn known_role(&mut self, cell: Option<&[u8]>) -> Option<Option<usize>> {
        match cell {
            None => Some(None),
            Some(cell) => self.gathered.roles.seen(cell).map(Some),
        }
    }

    /// Where a row belongs that says nothing of it.
    pub(in crate::intake) fn known_place(&mut self) -> Option<Place> {
        Some(Place {
            wave: self.known_wave(None)?,
            unit: self.known_unit(None)?,
        })
    }

    /// What a cell answers to any practice.
    pub(in crate::intake) fn known_answer(&self, cell: &[u8]) -> Option<Code> {
        match self.cells.known(cell)? {
            Cell::Blank => Some(BLANK),
            Cell::Is(answer) => Some(self.gathered.people.code(answer)),
            Cell::No(_) => None,
        }
    }
}
