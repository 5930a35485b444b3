//! The chance that a random later answer is higher than a random earlier one.

use crate::scoring::Fraction;

/// P(later > earlier) + ½·P(later = earlier), from the counts at each level; absent if either
/// has none. Answers of the same person in both waves are not paired.
///
/// Grissom (1994) *Journal of Applied Psychology* 79 (probability of superiority); Vargha &
/// Delaney (2000) *Journal of Educational and Behavioral Statistics* 25 (A, with ties).
pub(super) fn superiority(earlier: &[u64], later: &[u64]) -> Option<Fraction> {
    let sum = |counts: &[u64]| counts.iter().map(|&count| i128::from(count)).sum::<i128>();
    let pairs = sum(earlier).checked_mul(sum(later)).filter(|&n| n > 0)?;
    let (mut below, mut twice) = (0_i128, 0_i128);
    for (&before, &now) in earlier.iter().zip(later) {
        let (before, now) = (i128::from(before), i128::from(now));
        twice += now * (2 * below + before);
        below += before;
    }
    Some(Fraction::new(twice, 2 * pairs))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The worked example of the R package effsize for ordinal answers: treatment 10 10 20 20
    /// 20 30 30 30 40 50, control 10 20 30 40 40 50; Cliff's δ = −0.25, so A = (δ + 1) ÷ 2.
    #[test]
    fn the_published_example_holds() {
        let (control, treatment) = ([1, 1, 1, 2, 1], [2, 3, 3, 1, 1]);
        let a = superiority(&control, &treatment);
        assert_eq!(a, Some(Fraction::new(375, 1000)));
    }

    /// By hand: earlier 1 1 2, later 2 3: pairs 6, of which later is higher in 5 and equal in 1.
    #[test]
    fn a_hand_calculation_holds_and_ties_count_half() {
        assert_eq!(
            superiority(&[2, 1, 0], &[0, 1, 1]),
            Some(Fraction::new(11, 12))
        );
        assert_eq!(
            superiority(&[0, 1, 1], &[2, 1, 0]),
            Some(Fraction::new(1, 12))
        );
        assert_eq!(
            superiority(&[3, 0, 2], &[3, 0, 2]),
            Some(Fraction::new(1, 2))
        );
        assert_eq!(superiority(&[4, 0], &[0, 9]), Some(Fraction::whole(1)));
    }

    #[test]
    fn nobody_is_neither_higher_nor_lower() {
        assert_eq!(superiority(&[0, 0], &[1, 2]), None);
        assert_eq!(superiority(&[1, 2], &[0, 0]), None);
    }
}
