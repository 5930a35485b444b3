//! Rule 2: a unit is split by role only where what is left, when everything known is
//! subtracted, gives too few people of no role away.

use crate::assessment::Units;

use super::{Visibility, holds};

/// Which units' answers may be split by role.
///
/// `raters` holds how many people rated the practice: unit × role, sub-units included; `visible`
/// is what rule 1 says. A part is a shown unit's people without those of its shown sub-units.
///
/// The remainder of a shown split is its parts of several roles that lie in no sub-unit whose
/// split is shown too. Each of its parts holds all the unit's roles, so that equations of part
/// sums and role sums determine nothing but unions of parts and whole roles of the remainder,
/// and these are large enough.
pub(in crate::scoring) fn shown_splits(
    units: &Units,
    visible: &[Visibility],
    raters: &[u64],
    minimum: u64,
) -> Vec<bool> {
    if minimum <= 1 {
        return visible
            .iter()
            .map(|&unit| unit != Visibility::Hidden)
            .collect();
    }
    let roles = raters.len().checked_div(units.len()).unwrap_or(0);
    let row = |unit: usize| unit * roles..(unit + 1) * roles;
    let Mixed { people, everywhere } = Mixed::new(units, visible, raters, roles);
    let mut remainder = people.clone();
    let mut shown = vec![false; units.len()];
    // The nearest larger unit whose split is shown.
    let mut above: Vec<Option<usize>> = vec![None; units.len()];
    for unit in units.parents_first() {
        above[unit] = units[unit].parent.and_then(|parent| match shown[parent] {
            true => Some(parent),
            false => above[parent],
        });
        let alone = row(unit).all(|at| {
            holds(raters[at], minimum)
                && holds(people[at], minimum)
                && (raters[at] == 0 || everywhere[at])
        });
        let breaks = above[unit].is_some_and(|above| {
            row(above)
                .zip(row(unit))
                .any(|(above, at)| !holds(remainder[above] - people[at], minimum))
        });
        shown[unit] = visible[unit] != Visibility::Hidden && alone && !breaks;
        if let Some(above) = above[unit].filter(|_| shown[unit]) {
            for (above, at) in row(above).zip(row(unit)) {
                remainder[above] -= people[at];
            }
        }
    }
    shown
}

/// The parts in each unit that hold several roles: unit × role.
struct Mixed {
    /// How many people of the role they hold.
    people: Vec<u64>,
    /// Whether each of them holds the role.
    everywhere: Vec<bool>,
}

impl Mixed {
    fn new(units: &Units, visible: &[Visibility], raters: &[u64], roles: usize) -> Self {
        let row = |unit: usize| unit * roles..(unit + 1) * roles;
        let mut people = vec![0; raters.len()];
        let mut everywhere = vec![true; raters.len()];
        for unit in units.children_first() {
            let mut rest = raters[row(unit)].to_vec();
            for &part in &units[unit].children {
                if visible[part] != Visibility::Shown {
                    continue;
                }
                for (role, (here, below)) in row(unit).zip(row(part)).enumerate() {
                    rest[role] -= raters[below];
                    people[here] += people[below];
                    everywhere[here] &= everywhere[below];
                }
            }
            if rest.iter().filter(|&&people| people > 0).count() > 1 {
                for (here, rest) in row(unit).zip(rest) {
                    people[here] += rest;
                    everywhere[here] &= rest > 0;
                }
            }
        }
        Self { people, everywhere }
    }
}
