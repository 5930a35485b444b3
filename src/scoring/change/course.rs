//! Means of disciplines and plateaus over waves, over the same practices in each.

use super::like::{self, Like, Unlike};
use crate::assessment::{Assessment, Mapping, major};
use crate::model::Model;
use crate::scoring::{Fraction, Scorecard};

/// A unit over several waves, like for like.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// The waves, as given.
    pub waves: Vec<usize>,
    /// Each practice in each of the waves, or why it cannot be compared; in model order.
    pub practices: Vec<Result<Like, Unlike>>,
    /// The disciplines' means, in model order.
    pub disciplines: Vec<Group>,
    /// The plateaus' means, lowest first.
    pub plateaus: Vec<Group>,
    /// The mean over all practices that are alike.
    pub total: Group,
    /// Places in `waves` whose major version of the model is another than that of the wave
    /// before it.
    pub breaks: Vec<usize>,
}

/// The mean of several practices over waves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// An index into the model's disciplines or plateaus; 0 for the total.
    pub index: usize,
    /// How many of its practices are alike in all waves.
    pub practices: usize,
    /// A mean a wave; absent if no practice is alike.
    pub means: Vec<Option<Fraction>>,
}

impl Course {
    /// A unit over some waves, given oldest first: only practices with points in all of them,
    /// and only parts of the unit that were there in all of them.
    ///
    /// # Panics
    /// If there is no such unit or wave.
    pub fn over(
        model: &Model,
        assessment: &Assessment,
        scorecard: &Scorecard,
        unit: usize,
        waves: &[usize],
    ) -> Self {
        let practices = like::practices(model, assessment, scorecard, unit, waves);
        let group = |(index, of): (usize, &Vec<usize>)| group(index, of, &practices, waves.len());
        let all: Vec<usize> = (0..model.practices.len()).collect();
        let disciplines = model.disciplines.iter().map(|one| &one.practices);
        let plateaus = model.plateaus.iter().map(|one| &one.practices);
        Self {
            waves: waves.to_vec(),
            disciplines: disciplines.enumerate().map(group).collect(),
            plateaus: plateaus.enumerate().map(group).collect(),
            total: group((0, &all)),
            breaks: breaks(model, assessment, waves),
            practices,
        }
    }

    /// How many practices are alike in all waves.
    pub fn alike(&self) -> usize {
        self.total.practices
    }
}

fn group(index: usize, of: &[usize], all: &[Result<Like, Unlike>], waves: usize) -> Group {
    let alike: Vec<&Like> = of
        .iter()
        .filter_map(|&practice| all[practice].as_ref().ok())
        .collect();
    let mean = |wave: usize| Fraction::mean(alike.iter().map(|like| &like.readings[wave].points));
    Group {
        index,
        practices: alike.len(),
        means: (0..waves).map(mean).collect(),
    }
}

fn breaks(model: &Model, assessment: &Assessment, waves: &[usize]) -> Vec<usize> {
    let version = |wave: usize| {
        let wave = &assessment.waves[wave];
        let mapped = wave.mapping.map(|mapping| &assessment.mappings[mapping]);
        match (mapped.map(Mapping::major), &wave.version) {
            (Some(version), _) => version,
            (None, Some(version)) => major(version),
            (None, None) => major(&model.version),
        }
    };
    let differs = |place: &usize| version(waves[place - 1]) != version(waves[*place]);
    (1..waves.len()).filter(differs).collect()
}
