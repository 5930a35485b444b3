//! Krippendorff's α for ordinal levels.

use crate::scoring::Fraction;

/// α of items with so many answers at each level, lowest first, from the matrix of
/// coincidences: each pair of answers to an item of m answers weighs 1 ÷ (m − 1). `None` where
/// it is undefined: no item has two answers, or all answers are the same.
///
/// With o the coincidences, n_c their sums by level and N = Σ n_c, the ordinal distance of two
/// levels is δ = Σ n_g over the levels from one to the other, half of the two ends taken off;
/// α = 1 − (N − 1) · Σ o·δ² ÷ Σ n_c·n_k·δ² (Hayes & Krippendorff 2007, *Communication Methods
/// and Measures* 1; Krippendorff 2011, *Computing Krippendorff's Alpha-Reliability*).
pub(super) fn ordinal(items: &[&[u64]]) -> Option<f64> {
    let paired: Vec<(&[u64], u64)> = items
        .iter()
        .map(|counts| (*counts, counts.iter().sum()))
        .filter(|&(_, answers)| answers > 1)
        .collect();
    let levels = paired.first()?.0.len();
    let totals: Vec<u64> = (0..levels)
        .map(|level| paired.iter().map(|(counts, _)| counts[level]).sum())
        .collect();
    let (mut observed, mut expected) = (Fraction::whole(0), Fraction::whole(0));
    for low in 0..levels {
        for high in low + 1..levels {
            let distance = distance(&totals, low, high);
            let pairs = i128::from(totals[low]) * i128::from(totals[high]);
            observed = observed.plus(&coincidences(&paired, low, high).times(&distance));
            expected = expected.plus(&Fraction::whole(pairs).times(&distance));
        }
    }
    if expected == Fraction::whole(0) {
        return None;
    }
    let others = totals.iter().sum::<u64>() - 1;
    let ratio = observed.times(&Fraction::whole(others)).to_f64() / expected.to_f64();
    Some(1.0 - ratio)
}

fn coincidences(items: &[(&[u64], u64)], low: usize, high: usize) -> Fraction {
    let terms: Vec<Fraction> = items
        .iter()
        .map(|&(counts, answers)| {
            let pairs = i128::from(counts[low]) * i128::from(counts[high]);
            Fraction::new(pairs, i128::from(answers) - 1)
        })
        .collect();
    Fraction::sum(&terms)
}

/// The square of how far two levels are apart, in answers.
fn distance(totals: &[u64], low: usize, high: usize) -> Fraction {
    let between: u64 = totals[low..=high].iter().sum();
    let ends = i128::from(totals[low]) + i128::from(totals[high]);
    let apart = Fraction::new(2 * i128::from(between) - ends, 2);
    apart.times(&apart)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn of(items: &[Vec<u64>]) -> Option<f64> {
        let items: Vec<&[u64]> = items.iter().map(Vec::as_slice).collect();
        ordinal(&items)
    }

    /// The answers to each item, a digit an answer, as counts from `lowest` on.
    fn counted(items: &str, lowest: u32, levels: usize) -> Vec<Vec<u64>> {
        let count = |item: &str| {
            let mut counts = vec![0; levels];
            for digit in item.chars() {
                counts[(digit.to_digit(10).unwrap() - lowest) as usize] += 1;
            }
            counts
        };
        items.split_whitespace().map(count).collect()
    }

    /// Four coders, twelve units, with gaps: Krippendorff (2011), which prints 0.815.
    #[test]
    fn four_coders_of_twelve_units_agree_as_krippendorff_prints() {
        let items = "111 2232 3333 3333 2222 1234 4444 1121 2222 555 11 3";
        assert!((of(&counted(items, 1, 5)).unwrap() - 0.815).abs() < 0.0005);
    }

    /// Five observers of forty news articles, 0 to 3: Hayes & Krippendorff (2007), table 1,
    /// which prints 0.7598.
    #[test]
    fn five_observers_of_forty_articles_agree_as_hayes_and_krippendorff_print() {
        let items = "1122 1101 2333 000 0000 0000 1021 120 2222 2111 100 0000 1222 33223 1111 \
            1111 2122 1233 1101 0000 0011 0000 2333 0000 1222 0111 00010 1212 1122 1122 1100 \
            2121 2222 3222 2222 2232 2222 2212 2222 1111";
        let items = counted(items, 0, 4);
        assert_eq!(items.len(), 40);
        assert!((of(&items).unwrap() - 0.7598).abs() < 0.00005);
    }

    #[test]
    fn perfect_agreement_on_different_levels_is_one() {
        assert_eq!(of(&[vec![3, 0, 0], vec![0, 0, 2]]), Some(1.0));
    }

    #[test]
    fn what_cannot_vary_or_has_one_voice_has_no_alpha() {
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[vec![0, 0, 0]]), None);
        assert_eq!(of(&[vec![1, 0, 0], vec![0, 0, 1]]), None);
        assert_eq!(of(&[vec![0, 4, 0], vec![0, 9, 0]]), None);
        assert_eq!(of(&[vec![5]]), None);
    }

    /// Two items, each half on 1 and half on 2: n = 4 and 4, δ² = 16 for the one pair. Observed
    /// 2 · (2·2 ÷ 3) = 8/3; expected 4·4 = 16; α = 1 − 7·(8/3) ÷ 16 = −1/6.
    #[test]
    fn more_disagreement_within_items_than_between_them_is_below_nought() {
        let alpha = of(&[vec![2, 2], vec![2, 2]]).unwrap();
        assert!((alpha + 1.0 / 6.0).abs() < 1e-12, "{alpha}");
    }
}
