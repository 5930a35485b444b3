//! What people answered to one practice in one unit, as shown.

use crate::model::{Level, Scale};

use super::tally::Pooled;
use super::weighting::Weighted;
use super::{Figures, Fraction, agreement, statistics};

/// The figures of a unit that may be shown; `weighted` replaces mean and level where groups
/// and not people weigh the same.
pub(super) fn figures(
    pooled: &Pooled,
    unit: usize,
    weighted: Option<&Weighted>,
    scale: &Scale,
    gate: Level,
) -> Figures {
    let counts = pooled.counts(unit);
    let n = statistics::n(counts);
    let median = match weighted {
        Some(weighted) => Some(weighted.median),
        None => statistics::low_median(counts),
    };
    Figures {
        n,
        counts: counts.to_vec(),
        dont_know: pooled.dont_know(unit),
        not_relevant: pooled.not_relevant(unit),
        blank: pooled.blank(unit),
        coverage: share(n, pooled.asked(unit) - pooled.not_relevant(unit)),
        mean: match weighted {
            Some(weighted) => Some(weighted.mean.clone()),
            None => statistics::mean(counts),
        },
        sd: statistics::sd(counts),
        median: median.map(|index| scale.at(index)),
        share_at_gate: share(statistics::at_or_above(counts, gate.index()), n),
        agreement: agreement::agreement(counts),
    }
}

fn share(part: u64, whole: u64) -> Option<Fraction> {
    (whole > 0).then(|| Fraction::new(part.into(), whole.into()))
}
