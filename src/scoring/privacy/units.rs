//! Rule 1: a unit is shown only together with a rest that is empty or large enough.

use crate::assessment::Units;

use super::holds;

/// Whether a unit's answers to one practice may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// They may.
    Shown,
    /// Nobody rated it, and that may be said.
    Empty,
    /// They may not, nor may anything below.
    Hidden,
}

/// Which units may be shown.
///
/// `raters` holds for each unit how many people rated the practice, sub-units included
/// ([`pooled_raters`](crate::scoring::pooled_raters)). Everything that is shown is a sum of
/// parts (a shown unit without its shown sub-units) of at least `minimum` people each.
pub fn shown_units(units: &Units, raters: &[u64], minimum: u64) -> Vec<Visibility> {
    let mut visible = vec![Visibility::Hidden; units.len()];
    for unit in units.tops() {
        visible[unit] = alone(raters[unit], minimum);
    }
    for unit in units.parents_first() {
        match visible[unit] {
            Visibility::Shown => show_parts(unit, units, raters, minimum, &mut visible),
            Visibility::Empty => {
                for &part in &units[unit].children {
                    visible[part] = Visibility::Empty;
                }
            }
            Visibility::Hidden => {}
        }
    }
    visible
}

/// What may be shown of a group that nothing else is subtracted from.
fn alone(raters: u64, minimum: u64) -> Visibility {
    match raters {
        0 => Visibility::Empty,
        few if few < minimum => Visibility::Hidden,
        _ => Visibility::Shown,
    }
}

/// Decides on the sub-units of a shown unit: if the rest is too small, the smallest shown
/// sub-unit (the first of several) joins it.
fn show_parts(
    unit: usize,
    units: &Units,
    raters: &[u64],
    minimum: u64,
    visible: &mut [Visibility],
) {
    let mut rest = raters[unit];
    for &part in &units[unit].children {
        visible[part] = alone(raters[part], minimum);
        if visible[part] == Visibility::Shown {
            rest -= raters[part];
        }
    }
    if holds(rest, minimum) {
        return;
    }
    // One is enough: it is not shown with fewer than the minimum.
    let shown = units[unit].children.iter().copied();
    let shown = shown.filter(|&part| visible[part] == Visibility::Shown);
    if let Some(smallest) = shown.min_by_key(|&part| raters[part]) {
        visible[smallest] = Visibility::Hidden;
    }
}

/// Hides the empty cells whose don't-knows and blanks would give too few people away, with
/// all that is below; `asked` holds for each unit how many were asked, sub-units included.
pub(in crate::scoring) fn hide_small_empties(
    units: &Units,
    asked: &[u64],
    minimum: u64,
    visible: &mut [Visibility],
) {
    for unit in units.parents_first() {
        if visible[unit] != Visibility::Empty {
            continue;
        }
        let below_hidden = units[unit]
            .parent
            .is_some_and(|parent| visible[parent] == Visibility::Hidden);
        if below_hidden || !holds(asked[unit], minimum) {
            visible[unit] = Visibility::Hidden;
        }
    }
}
