//! What would be if some practices stood elsewhere.

use std::collections::BTreeMap;

use crate::model::Level;

/// Levels assumed for practices of one unit in one wave, as moderation would settle them:
/// nothing that people answered is changed, and nothing that is hidden is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIf {
    /// An index into the assessment's waves.
    pub wave: usize,
    /// An index into the assessment's units.
    pub unit: usize,
    /// The assumed levels by practice.
    pub levels: BTreeMap<usize, Level>,
}

impl WhatIf {
    /// The level assumed for a practice in a unit.
    pub(super) fn level(&self, unit: usize, practice: usize) -> Option<Level> {
        let levels = (unit == self.unit).then_some(&self.levels)?;
        levels.get(&practice).copied()
    }
}
