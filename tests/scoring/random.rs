//! Random undertakings: model shape, tree, roles, answers.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::support::model::model;
use crate::support::undertaking::Undertaking;

/// What one role's people in one unit say of one practice: counts at each level, and don't
/// know, not relevant, blank.
pub type Said = (Vec<u32>, [u32; 3]);

/// A random undertaking; everything is named by index.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Levels of the scale.
    pub levels: usize,
    /// Each plateau's gate, whether it asks for a common standard, and how many practices.
    pub plateaus: Vec<(u64, bool, usize)>,
    /// Each unit's parent, which comes before it.
    pub parents: Vec<Option<usize>>,
    /// Declared roles; people without one are the group after the last.
    pub roles: usize,
    /// The fewest people shown.
    pub minimum: u64,
    /// Whether groups and not people weigh the same.
    pub weighing_units: bool,
    /// By unit, role and practice.
    pub said: BTreeMap<(usize, usize, usize), Said>,
    /// Moderated levels by unit and practice.
    pub moderated: Vec<(usize, usize, u64)>,
}

impl Sample {
    /// How many practices the model has.
    pub fn practices(&self) -> usize {
        self.plateaus
            .iter()
            .map(|&(_, _, practices)| practices)
            .sum()
    }

    /// The undertaking, its units declared in this order (parents before their parts).
    pub fn undertaking_in(&self, order: &[usize]) -> Undertaking {
        let mut builder = model(self.levels);
        let mut practices = 0..self.practices();
        for &(gate, common, count) in &self.plateaus {
            builder = if common {
                builder.common_plateau(gate)
            } else {
                builder.plateau(gate)
            };
            for practice in practices.by_ref().take(count) {
                builder = builder.practice(&practice_id(practice));
            }
        }
        let mut undertaking = Undertaking::of(builder.build()).protecting(self.minimum);
        if self.weighing_units {
            undertaking = undertaking.weighing_units();
        }
        for role in 0..self.roles {
            undertaking = undertaking.role(&role_id(role));
        }
        for &unit in order {
            undertaking = match self.parents[unit] {
                None => undertaking.top(&unit_id(unit)),
                Some(parent) => undertaking.part(&unit_id(parent), &unit_id(unit)),
            };
        }
        for (&(unit, role, practice), (counts, unrated)) in &self.said {
            let (unit, practice) = (unit_id(unit), practice_id(practice));
            let role = (role < self.roles).then(|| role_id(role));
            undertaking = undertaking
                .rated_as(&unit, role.as_deref(), &practice, counts)
                .unrated_as(&unit, role.as_deref(), &practice, *unrated);
        }
        for &(unit, practice, level) in &self.moderated {
            undertaking = undertaking.moderated(&unit_id(unit), &practice_id(practice), level);
        }
        undertaking
    }

    /// The undertaking.
    pub fn undertaking(&self) -> Undertaking {
        let order: Vec<usize> = (0..self.parents.len()).collect();
        self.undertaking_in(&order)
    }

    /// Whether a unit is another or below it.
    pub fn within(&self, unit: usize, other: usize) -> bool {
        let mut up = Some(unit);
        while let Some(at) = up {
            if at == other {
                return true;
            }
            up = self.parents[at];
        }
        false
    }

    /// How many people of a unit's own and a role rated a practice.
    pub fn raters(&self, unit: usize, role: usize, practice: usize) -> u64 {
        let said = self.said.get(&(unit, role, practice));
        said.map_or(0, |(counts, _)| {
            counts.iter().map(|&count| u64::from(count)).sum()
        })
    }
}

/// The id of a unit.
pub fn unit_id(unit: usize) -> String {
    format!("unit-{unit}")
}

fn role_id(role: usize) -> String {
    format!("role-{role}")
}

/// The id of a practice; two disciplines take turns.
pub fn practice_id(practice: usize) -> String {
    format!(
        "{}-{practice}",
        if practice.is_multiple_of(2) { "A" } else { "B" }
    )
}

/// Random undertakings with these minimum groups.
pub fn samples(minimums: &'static [u64]) -> impl Strategy<Value = Sample> {
    let shape = (2..=5_usize, 1..=3_usize, 1..=9_usize, 0..=2_usize);
    let rules = (prop::sample::select(minimums), any::<bool>());
    (shape, rules).prop_flat_map(
        |((levels, plateaus, units, roles), (minimum, weighing_units))| {
            let plateau = (1..=levels as u64, any::<bool>(), 1..=2_usize);
            (
                prop::collection::vec(plateau, plateaus),
                prop::collection::vec(any::<prop::sample::Index>(), units),
                prop::collection::vec(said(levels), units * (roles + 1) * 2 * plateaus),
                prop::collection::vec((0..units, 0..plateaus, 1..=levels as u64), 0..3),
            )
                .prop_map(move |(plateaus, places, said, moderated)| Sample {
                    levels,
                    parents: tree(&places),
                    roles,
                    minimum,
                    weighing_units,
                    said: spread(units, roles + 1, said, plateaus.iter().map(|p| p.2).sum()),
                    plateaus,
                    moderated,
                })
        },
    )
}

fn spread(
    units: usize,
    roles: usize,
    said: Vec<Said>,
    practices: usize,
) -> BTreeMap<(usize, usize, usize), Said> {
    let cells = (0..units).flat_map(|unit| {
        (0..roles).flat_map(move |role| (0..practices).map(move |at| (unit, role, at)))
    });
    cells.zip(said).collect()
}

/// Mostly few people, often none: where groups are near the minimum.
fn said(levels: usize) -> impl Strategy<Value = Said> {
    let count = prop_oneof![4 => Just(0_u32), 3 => 1..=3_u32, 1 => 4..=9_u32];
    let counts = prop::collection::vec(count, levels);
    let nobody = Just(vec![0_u32; levels]);
    let rated = prop_oneof![2 => nobody, 3 => counts];
    let unrated = prop_oneof![3 => Just([0_u32; 3]), 1 => [0..3_u32, 0..3_u32, 0..3_u32]];
    (rated, unrated)
}

/// Parents that come before their parts, at most four layers; now and then a second top.
fn tree(places: &[prop::sample::Index]) -> Vec<Option<usize>> {
    let mut parents: Vec<Option<usize>> = Vec::new();
    let mut depths: Vec<usize> = Vec::new();
    for place in places {
        let open: Vec<usize> = (0..depths.len()).filter(|&unit| depths[unit] < 4).collect();
        let choice = place.index(4 * open.len() + 1);
        let parent = (choice < 4 * open.len()).then(|| open[choice / 4]);
        depths.push(parent.map_or(1, |parent| depths[parent] + 1));
        parents.push(parent);
    }
    parents
}
