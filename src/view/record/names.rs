//! Indices turned into the ids by which the record names things.

use crate::assessment::Assessment;
use crate::model::Model;
use crate::scoring::Fraction;

use super::PlateauMeanRecord;

/// What the record calls the unit that was made up to hold answers that name none.
const IMPLICIT_UNIT: &str = "all";

/// What the record calls the one wave of answers that name none.
const ONLY_WAVE: &str = "1";

/// The ids of a model and an assessment.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub model: &'a Model,
    pub assessment: &'a Assessment,
}

impl Names<'_> {
    pub fn practice(&self, index: usize) -> String {
        self.model.practices[index].id.clone()
    }

    pub fn practices(&self, indices: &[usize]) -> Vec<String> {
        indices.iter().map(|&index| self.practice(index)).collect()
    }

    pub fn plateau(&self, index: usize) -> usize {
        self.model.plateaus[index].id
    }

    pub fn plateau_mean(&self, (index, mean): &(usize, Fraction)) -> PlateauMeanRecord {
        PlateauMeanRecord {
            plateau: self.plateau(*index),
            mean: mean.to_f64(),
        }
    }

    pub fn unit(&self, index: usize) -> String {
        let unit = &self.assessment.units[index];
        match unit.implicit {
            true => IMPLICIT_UNIT.to_owned(),
            false => unit.id.clone(),
        }
    }

    pub fn units(&self, indices: &[usize]) -> Vec<String> {
        indices.iter().map(|&index| self.unit(index)).collect()
    }

    /// The id of a wave.
    pub fn wave(&self, index: usize) -> String {
        let id = &self.assessment.waves[index].id;
        id.clone().unwrap_or_else(|| ONLY_WAVE.to_owned())
    }

    /// The id of a role; `None` for people without one.
    pub fn role(&self, index: Option<usize>) -> Option<String> {
        index.map(|index| self.assessment.roles[index].id.clone())
    }
}
