//! The shortest way to a plateau: which practices have to rise, how far, and by how many answers.

use crate::assessment::{Assessment, Weighting};
use crate::model::{Gate, Level, Model};

use super::{Commonness, Score, Standing, WaveCard, gate};

/// What it takes to meet a plateau's gate and all lower ones: every practice that misses one
/// has to pass it, and nothing else has to change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// An index into the model's plateaus.
    pub plateau: usize,
    /// The practices that have to rise, model order.
    pub raises: Vec<Raise>,
    /// The practices of which it cannot be said, model order.
    pub undecided: Vec<usize>,
}

/// A practice that has to rise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raise {
    /// An index into the model's practices.
    pub practice: usize,
    /// Where it is; where only parts fall short, where the lowest of them is.
    pub from: Level,
    /// The gate's level.
    pub to: Level,
    /// The parts that fall short where the whole does not; empty otherwise.
    pub units: Vec<usize>,
    /// The fewest answers that would have to be the gate's level instead of below it; absent
    /// where no count of answers decides (settled, moderated and assumed levels, unit weighting).
    pub answers: Option<u64>,
}

impl Way {
    /// Σ levels to rise.
    pub fn levels(&self) -> u64 {
        let levels =
            |raise: &Raise| u64::from(raise.to.number().saturating_sub(raise.from.number()));
        self.raises.iter().map(levels).sum()
    }

    /// Σ answers over the practices that have a count of them.
    pub fn answers(&self) -> u64 {
        self.raises.iter().filter_map(|raise| raise.answers).sum()
    }

    /// How many practices have no count of answers.
    pub fn uncounted(&self) -> usize {
        let uncounted = |raise: &&Raise| raise.answers.is_none();
        self.raises.iter().filter(uncounted).count()
    }
}

/// The shortest way from where a unit stands to the plateau after the one it has reached;
/// absent if it has reached the highest.
pub fn way(model: &Model, assessment: &Assessment, card: &WaveCard, unit: usize) -> Option<Way> {
    let profile = &card.profiles[unit];
    // A plateau's number is one more than its index.
    let plateau = profile.plateau_reached;
    let score = profile.plateaus.get(plateau)?;
    let search = Search {
        assessment,
        card,
        gate: &model.plateaus[plateau].gate,
    };
    let raises = score.missed.iter();
    Some(Way {
        plateau,
        raises: raises
            .filter_map(|&practice| search.raise(unit, practice))
            .collect(),
        undecided: score.undecided.clone(),
    })
}

/// The way to one gate.
struct Search<'a> {
    assessment: &'a Assessment,
    card: &'a WaveCard,
    gate: &'a Gate,
}

impl Search<'_> {
    fn raise(&self, unit: usize, practice: usize) -> Option<Raise> {
        let score = self.score(unit, practice);
        let parts = match &score.commonness {
            Commonness::NotCommon(parts) => parts.as_slice(),
            _ => &[],
        };
        let levels = parts
            .iter()
            .filter_map(|&part| self.score(part, practice).level);
        Some(Raise {
            practice,
            from: levels.chain(score.level).min()?,
            to: self.gate.level,
            units: parts.to_vec(),
            answers: self.answers(unit, practice),
        })
    }

    fn score(&self, unit: usize, practice: usize) -> &Score {
        &self.card.profiles[unit].scores[practice]
    }

    /// The fewest answers that make the unit pass. An answer counts for every unit that it is
    /// part of, so those that a unit's parts need are among its own.
    fn answers(&self, unit: usize, practice: usize) -> Option<u64> {
        if self.assessment.rules.weighting == Weighting::Unit {
            return None;
        }
        let own = match self.score(unit, practice).standing {
            Standing::Below { distance } => distance?,
            _ => 0,
        };
        Some(own.max(self.of_parts(unit, practice)?))
    }

    /// The fewest answers that keep the parts from blocking the unit.
    fn of_parts(&self, unit: usize, practice: usize) -> Option<u64> {
        if !self.gate.across_units {
            return Some(0);
        }
        let parts = self.assessment.units[unit].children.iter();
        parts.map(|&part| self.of_part(part, practice)).sum()
    }

    /// A part that falls short by one answer blocks nothing.
    fn of_part(&self, part: usize, practice: usize) -> Option<u64> {
        let score = self.score(part, practice);
        let is_counted =
            score.settled.is_none() && score.moderated.is_none() && score.assumed.is_none();
        let own = match (score.level, score.figures.as_option()) {
            (Some(level), _) if level >= self.gate.level => 0,
            (Some(_), Some(figures)) if is_counted => {
                gate::distance(&figures.counts, self.gate.level).saturating_sub(1)
            }
            (Some(_), _) => return None,
            (None, _) => 0,
        };
        Some(own.max(self.of_parts(part, practice)?))
    }
}
