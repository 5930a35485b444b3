//! Rule 2: a unit is split by role only where no part of it gives too few people of a role away.

use crate::assessment::Units;

use super::{Visibility, holds};

/// Which units' answers may be split by role.
///
/// `raters` holds how many people rated the practice: unit × role, sub-units included; `visible`
/// is what rule 1 says. A part is a shown unit's people without those of its shown sub-units.
///
/// Every part that a shown split covers either holds one role only, so that the split tells
/// nothing new about it, or holds no role with fewer than `minimum` people. Whatever is then
/// subtracted from what, by somebody who even knows which roles each part holds, is a sum of
/// groups of at least `minimum` people: so a sub-unit's split can never break its parent's.
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
    let mut shown = vec![false; units.len()];
    // For each unit and role the fewest people in a part that no shown split covers yet.
    let mut fewest = vec![u64::MAX; raters.len()];
    let mut rest = vec![0; roles];
    for unit in units.children_first() {
        if visible[unit] == Visibility::Hidden {
            continue;
        }
        rest.copy_from_slice(&raters[row(unit)]);
        for &part in &units[unit].children {
            if visible[part] != Visibility::Shown {
                continue;
            }
            for role in 0..roles {
                rest[role] -= raters[row(part)][role];
                let below = fewest[row(part)][role];
                let here = &mut fewest[row(unit)][role];
                *here = below.min(*here);
            }
        }
        if rest.iter().filter(|&&people| people > 0).count() > 1 {
            for (here, &people) in fewest[row(unit)].iter_mut().zip(&rest) {
                *here = people.min(*here);
            }
        }
        shown[unit] = row(unit)
            .all(|at| holds(raters[at], minimum) && (raters[at] == 0 || fewest[at] >= minimum));
        if shown[unit] {
            fewest[row(unit)].fill(u64::MAX);
        }
    }
    shown
}
