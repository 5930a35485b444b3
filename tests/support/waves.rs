//! Several undertakings as the waves of one.

use plateau::assessment::{Assessment, Mapping};
use plateau::intake::{Recurring, Responses};
use plateau::model::Model;
use plateau::scoring::{Change, Moved, Profile, Score, Scorecard, Unlike, score};

use super::undertaking::{Undertaking, wave};

/// Undertakings by one model and with the same units, in the order of time.
pub struct Waves {
    pub model: Model,
    pub assessment: Assessment,
    pub responses: Responses,
}

/// A scored course, looked up by names.
pub struct Course {
    pub model: Model,
    pub assessment: Assessment,
    pub card: Scorecard,
}

impl Waves {
    /// `waves` follow each other in time.
    pub fn of(waves: impl IntoIterator<Item = Undertaking>) -> Self {
        let mut all = waves.into_iter().map(Undertaking::build);
        let (model, mut assessment, mut responses) = all.next().unwrap();
        for (_, _, later) in all {
            responses.waves.extend(later.waves);
        }
        let name = |number: usize| format!("w{number}");
        assessment.waves = (0..responses.waves.len())
            .map(|number| wave(Some(&name(number)), &name(number)))
            .collect();
        Self {
            model,
            assessment,
            responses,
        }
    }

    /// So many have ids that last in each wave, and so many of the first two waves are the same.
    pub fn recurring(mut self, known: &[u64], same: u64) -> Self {
        self.responses.recurring = Recurring::new(known.to_vec(), [((0, 1), same)].into());
        self
    }

    /// The first wave answered an older version, which is carried over like this.
    pub fn carried(mut self, mapping: Mapping) -> Self {
        self.assessment.waves[0].version = Some(mapping.from.clone());
        self.assessment.waves[0].mapping = Some(0);
        self.assessment.mappings = vec![mapping];
        self
    }

    /// Its scores.
    pub fn score(self) -> Course {
        Course {
            card: score(&self.model, &self.assessment, &self.responses),
            model: self.model,
            assessment: self.assessment,
        }
    }
}

impl Course {
    /// A unit in a wave.
    pub fn profile(&self, wave: usize, unit: &str) -> &Profile {
        &self.card.waves[wave].profiles[self.assessment.units.find(unit).unwrap()]
    }

    /// A practice's score in a unit and wave.
    pub fn at(&self, wave: usize, unit: &str, practice: &str) -> &Score {
        &self.profile(wave, unit).scores[self.model.practice(practice).unwrap()]
    }

    /// What has changed in a unit in the last wave.
    pub fn change(&self, unit: &str) -> &Change {
        let last = self.card.waves.len() - 1;
        self.profile(last, unit).change.as_ref().unwrap()
    }

    /// What has changed in a practice of a unit in the last wave.
    pub fn moved(&self, unit: &str, practice: &str) -> &Result<Moved, Unlike> {
        &self.change(unit).practices[self.model.practice(practice).unwrap()].moved
    }
}
