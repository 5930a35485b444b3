//! Totals: points and their maxima, for a unit and for groups of practices.

use super::{Fraction, GroupScore, Score, Total};

/// The score of a discipline or plateau (`index`) with these practices, on a scale of `levels`.
pub(super) fn group(
    index: usize,
    practices: &[usize],
    scores: &[Score],
    levels: usize,
) -> GroupScore {
    let scored: Vec<&Fraction> = practices
        .iter()
        .filter_map(|&practice| scores[practice].points.as_ref())
        .collect();
    let points = (!scored.is_empty()).then(|| Fraction::sum(scored.iter().copied()));
    GroupScore {
        index,
        mean: points.as_ref().map(|points| points.over(scored.len())),
        points,
        points_max: (levels * practices.len()) as u64,
        practices_scored: scored.len(),
    }
}

/// A unit's total over its disciplines, on a scale of `levels`.
pub(super) fn total(disciplines: &[GroupScore], levels: usize) -> Total {
    let scored: usize = disciplines.iter().map(|group| group.practices_scored).sum();
    let points = (scored > 0)
        .then(|| Fraction::sum(disciplines.iter().filter_map(|group| group.points.as_ref())));
    let lowest = Fraction::whole(scored as i128);
    Total {
        rescaled: points
            .as_ref()
            .map(|points| points.minus(&lowest).over(levels * scored - scored)),
        mean: points.as_ref().map(|points| points.over(scored)),
        points,
        points_max: disciplines.iter().map(|group| group.points_max).sum(),
        points_max_adjusted: (levels * scored) as u64,
        practices_scored: scored,
    }
}
