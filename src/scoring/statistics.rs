//! Statistics of one practice's counts, `counts[k − 1]` being the answers at level k.

use super::Fraction;

/// How many answers there are (n).
pub(super) fn n(counts: &[u64]) -> u64 {
    counts.iter().sum()
}

/// Σ k·c_k ÷ n; absent if n = 0.
pub(super) fn mean(counts: &[u64]) -> Option<Fraction> {
    let n = n(counts);
    (n > 0).then(|| Fraction::new(i128::from(weighted_sum(counts, |k| k)), i128::from(n)))
}

/// The sample standard deviation, √((n·Σk²c − (Σkc)²) ÷ (n·(n − 1))); absent if n < 2.
pub(super) fn sd(counts: &[u64]) -> Option<f64> {
    let n = i128::from(n(counts));
    if n < 2 {
        return None;
    }
    let sum = i128::from(weighted_sum(counts, |k| k));
    let scaled = n * i128::from(weighted_sum(counts, |k| k * k)) - sum * sum;
    #[allow(clippy::cast_precision_loss)] // a square root is rounded anyway
    let variance = scaled as f64 / (n * (n - 1)) as f64;
    Some(variance.sqrt())
}

/// How many are at the level of this index or higher.
pub(super) fn at_or_above(counts: &[u64], index: usize) -> u64 {
    counts[index..].iter().sum()
}

/// The index of the low median: the highest level that more than half put it at or above;
/// absent if n = 0. A tie cannot pass.
pub(super) fn low_median(counts: &[u64]) -> Option<usize> {
    let n = n(counts);
    let mut reached = 0;
    (0..counts.len()).rev().find(|&index| {
        reached += counts[index];
        2 * reached > n
    })
}

fn weighted_sum(counts: &[u64], weight: impl Fn(u64) -> u64) -> u64 {
    (1..)
        .zip(counts)
        .map(|(level, &count)| weight(level) * count)
        .sum()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_and_spread_of_a_hand_calculation_hold() {
        // 1·3 + 2·10 + 3·18 + 4·5 + 5·2 = 107 over 38; Σk²c = 3 + 40 + 162 + 80 + 50 = 335;
        // variance = (38·335 − 107²) ÷ (38·37) = (12730 − 11449) ÷ 1406 = 1281/1406.
        let counts = [3, 10, 18, 5, 2];
        assert_eq!(mean(&counts), Some(Fraction::new(107, 38)));
        assert!((sd(&counts).unwrap() - (1281.0_f64 / 1406.0).sqrt()).abs() < 1e-12);
        assert_eq!(low_median(&counts), Some(2));
    }

    #[test]
    fn a_tie_does_not_reach_the_higher_level() {
        assert_eq!(low_median(&[0, 2, 2, 0, 0]), Some(1));
        assert_eq!(low_median(&[0, 2, 3, 0, 0]), Some(2));
        assert_eq!(low_median(&[2, 0, 0, 0, 2]), Some(0));
    }

    #[test]
    fn no_answers_have_no_statistics() {
        assert_eq!(mean(&[0, 0]), None);
        assert_eq!(sd(&[0, 1]), None);
        assert_eq!(low_median(&[0, 0]), None);
    }

    #[test]
    fn people_who_all_say_the_same_have_no_spread() {
        assert_eq!(sd(&[0, 0, 7]), Some(0.0));
    }
}
