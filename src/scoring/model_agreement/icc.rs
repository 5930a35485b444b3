//! How much of the spread lies between groups: the one-way intraclass correlations.

use crate::scoring::{Fraction, statistics};

/// ICC(1) = (MSB − MSW) ÷ (MSB + (k − 1)·MSW) and ICC(2) = (MSB − MSW) ÷ MSB of groups with so
/// many answers at each level, k = N ÷ G being their mean size (Bliese 2000, in Klein &
/// Kozlowski, *Multilevel Theory, Research, and Methods in Organizations*). `None` where they
/// are undefined: fewer than two groups, one answer a group, or nothing to divide by.
pub(super) fn one_way(groups: &[Vec<u64>]) -> (Option<f64>, Option<f64>) {
    let Some((between, within, size)) = mean_squares(groups) else {
        return (None, None);
    };
    let apart = between.minus(&within);
    let others = size.minus(&Fraction::whole(1));
    let whole = between.plus(&within.times(&others));
    (over(&apart, &whole), over(&apart, &between))
}

fn over(top: &Fraction, bottom: &Fraction) -> Option<f64> {
    (*bottom != Fraction::whole(0)).then(|| top.to_f64() / bottom.to_f64())
}

/// The mean squares between and within groups, and the groups' mean size.
fn mean_squares(groups: &[Vec<u64>]) -> Option<(Fraction, Fraction, Fraction)> {
    let filled: Vec<&[u64]> = groups
        .iter()
        .map(Vec::as_slice)
        .filter(|counts| statistics::n(counts) > 0)
        .collect();
    let n: i128 = filled
        .iter()
        .map(|counts| i128::from(statistics::n(counts)))
        .sum();
    let count = filled.len() as i128;
    if count < 2 || n <= count {
        return None;
    }
    let (mut sum, mut squares, mut of_groups) = (0, 0, Vec::new());
    for counts in filled {
        let own = power_sum(counts, 1);
        sum += own;
        squares += power_sum(counts, 2);
        of_groups.push(Fraction::new(own * own, statistics::n(counts).into()));
    }
    let of_groups = Fraction::sum(&of_groups);
    let between = of_groups.minus(&Fraction::new(sum * sum, n));
    let within = Fraction::whole(squares).minus(&of_groups);
    Some((
        between.times(&Fraction::new(1, count - 1)),
        within.times(&Fraction::new(1, n - count)),
        Fraction::new(n, count),
    ))
}

/// Σ k^power·c_k.
fn power_sum(counts: &[u64], power: u32) -> i128 {
    let terms = (1_i128..).zip(counts);
    terms
        .map(|(level, &count)| level.pow(power) * i128::from(count))
        .sum()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn counted(ratings: &[usize], levels: usize) -> Vec<u64> {
        let mut counts = vec![0; levels];
        for rating in ratings {
            counts[rating - 1] += 1;
        }
        counts
    }

    /// Six targets, four judges: Shrout & Fleiss (1979), *Psychological Bulletin* 86, tables 2
    /// to 4: BMS 11.24 and WMS 6.26, ICC(1,1) 0.17 and ICC(1,4) 0.44. Their targets are our
    /// groups; their k judges are its members.
    #[test]
    fn six_targets_of_four_judges_come_out_as_shrout_and_fleiss_print() {
        let targets = [
            [9, 2, 5, 8],
            [6, 1, 3, 2],
            [8, 4, 6, 8],
            [7, 1, 2, 6],
            [10, 5, 6, 9],
            [6, 2, 4, 7],
        ];
        let groups: Vec<Vec<u64>> = targets.iter().map(|ratings| counted(ratings, 10)).collect();
        let (between, within, size) = mean_squares(&groups).unwrap();
        assert_eq!((between.rounded(2), within.rounded(2)), (1124, 626));
        assert_eq!(size, Fraction::whole(4));
        let (icc1, icc2) = one_way(&groups);
        assert!((icc1.unwrap() - 0.17).abs() < 0.005, "{icc1:?}");
        assert!((icc2.unwrap() - 0.44).abs() < 0.005, "{icc2:?}");
    }

    /// Groups of 2 and 4: (1, 1) and (3, 3, 3, 4), sums 2 and 13, Σk² = 2 + 43 = 45, N = 6.
    /// SSB = 2 + 169/4 − 225/6 = 6.75; SSW = 45 − 44.25 = 0.75; MSB 6.75, MSW 0.1875, k 3:
    /// ICC(1) = 6.5625 ÷ 7.125, ICC(2) = 6.5625 ÷ 6.75.
    #[test]
    fn groups_of_different_sizes_take_their_mean_size() {
        let (icc1, icc2) = one_way(&[vec![2, 0, 0, 0], vec![0, 0, 3, 1]]);
        assert!((icc1.unwrap() - 6.5625 / 7.125).abs() < 1e-12);
        assert!((icc2.unwrap() - 6.5625 / 6.75).abs() < 1e-12);
    }

    #[test]
    fn groups_that_agree_within_and_differ_between_are_told_apart_wholly() {
        assert_eq!(one_way(&[vec![3, 0], vec![0, 3]]), (Some(1.0), Some(1.0)));
    }

    /// MSB 0, MSW 4 · 0.25 ÷ 2 = 0.5, k 2: ICC(1) = −0.5 ÷ 0.5 = −1; nothing to divide ICC(2) by.
    #[test]
    fn groups_with_the_same_mean_have_a_first_and_no_second() {
        assert_eq!(one_way(&[vec![1, 1], vec![1, 1]]), (Some(-1.0), None));
    }

    #[test]
    fn one_group_one_answer_each_or_no_variation_leave_both_undefined() {
        assert_eq!(one_way(&[]), (None, None));
        assert_eq!(one_way(&[vec![2, 3]]), (None, None));
        assert_eq!(one_way(&[vec![1, 0], vec![0, 1]]), (None, None));
        assert_eq!(one_way(&[vec![0, 4], vec![0, 6]]), (None, None));
    }
}
