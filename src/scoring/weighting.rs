//! `weighting = "unit"`: each shown sub-unit, and the rest, weigh the same in mean and level.

use crate::assessment::Units;

use super::{Fraction, statistics};

/// Mean and level of a unit whose sub-units weigh the same.
#[derive(Debug, Clone)]
pub(super) struct Weighted {
    /// The mean of the groups' means.
    pub(super) mean: Fraction,
    /// The index of the highest level that more than half reach, on the groups' average.
    pub(super) median: usize,
    /// The average of the groups' shares at each level or higher.
    reach: Vec<Fraction>,
    /// Whether there was anything to weigh: a shown sub-unit with answers.
    pub(super) grouped: bool,
}

/// The units that are shown and have answers, weighed; others are absent. `counts` holds the
/// answers of those, and what is `left_out` weighs nothing in the unit that it is a part of.
pub(super) fn by_unit<'c>(
    units: &Units,
    counts: impl Fn(usize) -> Option<&'c [u64]>,
    left_out: &[usize],
) -> Vec<Option<Weighted>> {
    let mut weighed: Vec<Option<Weighted>> = vec![None; units.len()];
    for unit in units.children_first() {
        let Some(whole) = counts(unit) else { continue };
        let mut rest = whole.to_vec();
        let mut groups = Vec::new();
        for &part in &units[unit].children {
            let Some(taken) = counts(part) else { continue };
            for (left, taken) in rest.iter_mut().zip(taken) {
                *left -= taken;
            }
            groups.extend(weighed[part].as_ref().filter(|_| !left_out.contains(&part)));
        }
        let grouped = !groups.is_empty();
        let rest = plain(&rest);
        groups.extend(&rest);
        weighed[unit] = average(&groups, grouped);
    }
    weighed
}

/// People who weigh the same; absent if there are none.
fn plain(counts: &[u64]) -> Option<Weighted> {
    let n = i128::from(statistics::n(counts));
    Some(Weighted {
        mean: statistics::mean(counts)?,
        median: statistics::low_median(counts)?,
        reach: (0..counts.len())
            .map(|index| Fraction::new(statistics::at_or_above(counts, index).into(), n))
            .collect(),
        grouped: false,
    })
}

fn average(groups: &[&Weighted], grouped: bool) -> Option<Weighted> {
    let half = Fraction::new(1, 2);
    let reach: Vec<Fraction> = (0..groups.first()?.reach.len())
        .filter_map(|index| Fraction::mean(groups.iter().map(|group| &group.reach[index])))
        .collect();
    Some(Weighted {
        mean: Fraction::mean(groups.iter().map(|group| &group.mean))?,
        median: reach.iter().rposition(|share| *share > half)?,
        reach,
        grouped,
    })
}
