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
    shown_cells(units, raters, raters, minimum)
}

/// Which units' cells may be shown, their don't-knows, not-relevants and blanks included.
///
/// `asked` holds for each unit how many were asked, sub-units included. Where nobody of a part
/// rated the practice, at least `minimum` people must have been asked there, because what they
/// said instead could be subtracted otherwise.
pub(in crate::scoring) fn shown_cells(
    units: &Units,
    raters: &[u64],
    asked: &[u64],
    minimum: u64,
) -> Vec<Visibility> {
    let part = |unit: usize| Part {
        raters: raters[unit],
        asked: asked[unit],
    };
    let mut visible = vec![Visibility::Hidden; units.len()];
    for unit in units.tops() {
        visible[unit] = part(unit).alone(minimum);
    }
    for unit in units.parents_first() {
        if visible[unit] == Visibility::Hidden {
            continue;
        }
        let mut rest = part(unit);
        for &below in &units[unit].children {
            visible[below] = part(below).alone(minimum);
            if visible[below] != Visibility::Hidden {
                rest = rest.without(part(below));
            }
        }
        if let Some(joining) = joining(rest, &units[unit].children, part, minimum, &visible) {
            visible[joining] = Visibility::Hidden;
        }
    }
    visible
}

/// People who stand behind a cell.
#[derive(Clone, Copy)]
struct Part {
    raters: u64,
    asked: u64,
}

impl Part {
    /// What may be shown of people whom nothing else is subtracted from.
    fn alone(self, minimum: u64) -> Visibility {
        match self.raters {
            0 if holds(self.asked, minimum) => Visibility::Empty,
            raters if raters > 0 && holds(raters, minimum) => Visibility::Shown,
            _ => Visibility::Hidden,
        }
    }

    fn without(self, other: Self) -> Self {
        Self {
            raters: self.raters - other.raters,
            asked: self.asked - other.asked,
        }
    }
}

/// The sub-unit that must not be shown because the rest would be too small: the smallest (the
/// first of several). One is enough: it is not shown with fewer than the minimum.
fn joining(
    rest: Part,
    parts: &[usize],
    part: impl Fn(usize) -> Part,
    minimum: u64,
    visible: &[Visibility],
) -> Option<usize> {
    if rest.alone(minimum) != Visibility::Hidden {
        return None;
    }
    let helps = |&unit: &usize| match visible[unit] {
        Visibility::Shown => true,
        // Nobody there rated it, so that it can only hide what nobody rated either.
        Visibility::Empty => rest.raters == 0 && part(unit).asked > 0,
        Visibility::Hidden => false,
    };
    let candidates = parts.iter().copied().filter(helps);
    candidates.min_by_key(|&unit| match part(unit) {
        Part { raters: 0, asked } => (0, asked),
        Part { raters, .. } => (raters, 0),
    })
}
