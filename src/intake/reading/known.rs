//! What cells say that need not be taken apart: they are blank, or were read before.

use crate::intake::people::Place;

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

    /// Where and in which role a row belongs whose cells of wave, unit and role are these, none
    /// of them blank; names that may be learnt are. `None` if the row itself has to be looked at.
    pub(in crate::intake) fn learnt(
        &mut self,
        wave: Option<&[u8]>,
        unit: Option<&[u8]>,
        role: Option<&[u8]>,
    ) -> Option<(Place, Option<usize>)> {
        let wave = match self.known_wave(wave) {
            Some(wave) => wave,
            None => {
                let wave = self.gathered.waves.index(wave?).ok()?;
                (!self.is_of_another_version(wave)).then_some(Some(wave))?
            }
        };
        let unit = match self.known_unit(unit) {
            Some(unit) => unit,
            None => Some(self.gathered.units.index(unit?).ok()?),
        };
        let role = match role {
            Some(role) => Some(self.gathered.roles.index(role).ok()?),
            None => None,
        };
        Some((Place { wave, unit }, role))
    }
}
