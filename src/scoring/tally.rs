//! One practice's answers, pooled up the tree: a unit's tally is its own answers plus all its
//! sub-units'.

use crate::assessment::Units;
use crate::intake::{Respondents, Tallies};

/// The states beside the levels, in the order in which they follow the levels in a cell.
const DONT_KNOW: usize = 0;
const NOT_RELEVANT: usize = 1;
const BLANK: usize = 2;
const BESIDE: usize = 3;

/// One practice's answers in every unit, sub-units included.
#[derive(Debug)]
pub(super) struct Pooled {
    levels: usize,
    roles: usize,
    /// unit × (levels, then the states beside them); roles summed.
    cells: Vec<u64>,
    /// Who rated it: unit × role.
    raters: Vec<u64>,
    /// The sum of their level numbers: unit × role.
    sums: Vec<u64>,
}

impl Pooled {
    /// Pools the answers to one practice.
    pub(super) fn of(practice: usize, tallies: &Tallies, units: &Units) -> Self {
        let (levels, (_, roles, _)) = (tallies.levels(), tallies.shape());
        let mut pooled = Self {
            levels,
            roles,
            cells: vec![0; units.len() * (levels + BESIDE)],
            raters: vec![0; units.len() * roles],
            sums: vec![0; units.len() * roles],
        };
        for unit in 0..units.len() {
            for role in 0..roles {
                pooled.count(unit, role, practice, tallies);
            }
        }
        add_up(units, &mut pooled.cells, levels + BESIDE);
        add_up(units, &mut pooled.raters, roles);
        add_up(units, &mut pooled.sums, roles);
        pooled
    }

    fn count(&mut self, unit: usize, role: usize, practice: usize, tallies: &Tallies) {
        let tally = tallies.of(unit, role, practice);
        let cell = &mut self.cells[unit * (self.levels + BESIDE)..][..self.levels + BESIDE];
        let (rated, beside) = cell.split_at_mut(self.levels);
        let (mut n, mut sum) = (0, 0);
        for ((pooled, &count), number) in rated.iter_mut().zip(tally.counts()).zip(1..) {
            let count = u64::from(count);
            *pooled += count;
            n += count;
            sum += count * number;
        }
        beside[DONT_KNOW] += tally.dont_know();
        beside[NOT_RELEVANT] += tally.not_relevant();
        beside[BLANK] += tally.blank();
        self.raters[unit * self.roles + role] = n;
        self.sums[unit * self.roles + role] = sum;
    }

    /// Answers at each level, lowest first.
    pub(super) fn counts(&self, unit: usize) -> &[u64] {
        &self.cells[unit * (self.levels + BESIDE)..][..self.levels]
    }

    /// How many rated it (n).
    pub(super) fn n(&self, unit: usize) -> u64 {
        self.counts(unit).iter().sum()
    }

    /// How many cannot judge.
    pub(super) fn dont_know(&self, unit: usize) -> u64 {
        self.beside(unit, DONT_KNOW)
    }

    /// How many find that it does not apply.
    pub(super) fn not_relevant(&self, unit: usize) -> u64 {
        self.beside(unit, NOT_RELEVANT)
    }

    /// How many were asked and left it blank.
    pub(super) fn blank(&self, unit: usize) -> u64 {
        self.beside(unit, BLANK)
    }

    /// How many were asked.
    pub(super) fn asked(&self, unit: usize) -> u64 {
        self.n(unit) + self.dont_know(unit) + self.not_relevant(unit) + self.blank(unit)
    }

    /// Who rated it: unit × role.
    pub(super) fn raters(&self) -> &[u64] {
        &self.raters
    }

    /// How many of a role rated it, and the sum of their level numbers.
    pub(super) fn voices(&self, unit: usize, role: usize) -> (u64, u64) {
        let at = unit * self.roles + role;
        (self.raters[at], self.sums[at])
    }

    fn beside(&self, unit: usize, state: usize) -> u64 {
        self.cells[unit * (self.levels + BESIDE) + self.levels + state]
    }
}

/// How many people rated a practice in each unit, sub-units included: what
/// [`shown_units`](super::shown_units) asks for.
pub fn pooled_raters(practice: usize, tallies: &Tallies, units: &Units) -> Vec<u64> {
    let (_, roles, _) = tallies.shape();
    let mut raters: Vec<u64> = (0..units.len())
        .map(|unit| {
            (0..roles)
                .map(|role| tallies.of(unit, role, practice).n())
                .sum()
        })
        .collect();
    add_up(units, &mut raters, 1);
    raters
}

/// How many people answered anything, sub-units included: unit × role.
pub(super) fn pooled_respondents(respondents: &Respondents, units: &Units) -> Vec<u64> {
    let roles = respondents.roles();
    let mut pooled: Vec<u64> = (0..units.len() * roles)
        .map(|at| respondents.of(at / roles, at % roles))
        .collect();
    add_up(units, &mut pooled, roles);
    pooled
}

/// Adds each unit's row of `width` counts to its parent's, sub-units first.
fn add_up(units: &Units, rows: &mut [u64], width: usize) {
    for unit in units.children_first() {
        if let Some(parent) = units[unit].parent {
            for column in 0..width {
                rows[parent * width + column] += rows[unit * width + column];
            }
        }
    }
}
