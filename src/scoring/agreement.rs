//! How far those who rated a practice agree.

use super::fraction::RunningSum;
use super::{Agreement, Fraction, statistics};

/// Agreement among at least two; absent for fewer.
pub(super) fn agreement(counts: &[u64]) -> Option<Agreement> {
    let n = statistics::n(counts);
    if n < 2 {
        return None;
    }
    let a = van_der_eijk(counts, n);
    let deviations = deviations(counts)?;
    let much = 6 * i128::from(deviations) > i128::from(n) * counts.len() as i128;
    Some(Agreement {
        a: a.to_f64(),
        ad: Fraction::new(deviations.into(), n.into()),
        disputed: much || a < Fraction::new(1, 5),
    })
}

/// The answers' distances from their median, in levels, added up; divided by n they are AD_Md
/// of Burke & Dunlap (2002), *Organizational Research Methods* 5. Between two middle answers
/// every median gives the same.
pub(super) fn deviations(counts: &[u64]) -> Option<u64> {
    let median = statistics::low_median(counts)?;
    let distances = counts.iter().enumerate();
    Some(
        distances
            .map(|(index, &count)| index.abs_diff(median) as u64 * count)
            .sum(),
    )
}

/// A of van der Eijk (2001), *Quality & Quantity* 35: the counts are cut into layers of equal
/// height, each of which says of every level only whether it is empty, and the layers'
/// agreements are averaged by the answers they hold.
fn van_der_eijk(counts: &[u64], n: u64) -> Fraction {
    let mut left = counts.to_vec();
    let mut sum = RunningSum::default();
    let mut cut = 0;
    // Each layer empties the lowest of the columns that are left.
    while let Some(lowest) = left.iter().copied().filter(|&count| count > cut).min() {
        for count in &mut left {
            *count = if *count > cut { *count } else { 0 };
        }
        let (filled, top, bottom) = layer_agreement(&left);
        let answers = filled * (lowest - cut) as i64;
        if top != 0 {
            sum.add_quotient(top * answers, bottom);
        }
        cut = lowest;
    }
    sum.shared(n)
}

/// S and U·(1 − (S − 1) ÷ (K − 1)), as numerator and denominator, of a layer with S of its K
/// levels non-empty.
///
/// An empty level with b non-empty ones below and a above it makes C(b, 2) + C(a, 2) triples
/// that speak for agreement, (1,1,0) and (0,1,1), and b·a that speak against it, (1,0,1).
fn layer_agreement(layer: &[u64]) -> (i64, i64, i64) {
    let levels = layer.len() as i64;
    let filled = layer.iter().map(|&count| i64::from(count > 0)).sum();
    if filled == 1 || filled == levels {
        return (filled, i64::from(filled == 1), 1);
    }
    let (mut below, mut unimodal, mut against) = (0_i64, 0_i64, 0_i64);
    for &count in layer {
        if count > 0 {
            below += 1;
            continue;
        }
        let above = filled - below;
        unimodal += (below * (below - 1) + above * (above - 1)) / 2;
        against += below * above;
    }
    (
        filled,
        ((levels - 2) * unimodal - (levels - 1) * against) * (levels - filled),
        (levels - 2) * (unimodal + against) * (levels - 1),
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn a(counts: &[u64]) -> Fraction {
        van_der_eijk(counts, statistics::n(counts))
    }

    #[test]
    fn the_corner_cases_that_the_definition_names_hold() {
        assert_eq!(a(&[0, 0, 7, 0, 0]), Fraction::whole(1));
        assert_eq!(a(&[4, 4, 4, 4, 4]), Fraction::whole(0));
        assert_eq!(a(&[5, 0, 0, 0, 5]), Fraction::whole(-1));
    }

    #[test]
    fn neighbouring_levels_agree_more_the_fewer_they_are() {
        // Unimodal layers have U = 1, so A = 1 − (S − 1) ÷ 4 on five levels.
        assert_eq!(a(&[0, 3, 3, 0, 0]), Fraction::new(3, 4));
        assert_eq!(a(&[0, 3, 3, 3, 0]), Fraction::new(1, 2));
        assert_eq!(a(&[3, 3, 3, 3, 0]), Fraction::new(1, 4));
    }

    #[test]
    fn layers_are_weighted_by_the_answers_they_hold() {
        // [3,10,18,5,2] = 2×(1,1,1,1,1) + 1×(1,1,1,1,0) + 2×(0,1,1,1,0) + 5×(0,1,1,0,0)
        // + 8×(0,0,1,0,0): (10·0 + 4·1/4 + 6·1/2 + 10·3/4 + 8·1) ÷ 38 = 19.5/38 = 39/76.
        assert_eq!(a(&[3, 10, 18, 5, 2]), Fraction::new(39, 76));
    }

    /// The example of Ruedin's R package `agrmt` (2021), which prints 0.6113333 for van der
    /// Eijk's A.
    #[test]
    fn a_published_example_comes_out_to_the_digits_printed() {
        let found = a(&[30, 40, 210, 130, 530, 50, 10]);
        assert_eq!(found.rounded(7), 6_113_333);
    }

    #[test]
    fn a_gap_speaks_against_agreement() {
        // (1,0,1,0,0): the empty level 2 has one below and one above: TDU 1; levels 4 and 5
        // have two below each: TU 2. U = (3·2 − 4·1) ÷ (3·3) = 2/9; A = 2/9 · 3/4 = 1/6.
        assert_eq!(a(&[3, 0, 3, 0, 0]), Fraction::new(1, 6));
    }

    #[test]
    fn the_linear_count_of_triples_equals_the_definition() {
        for pattern in 1_u32..1 << 7 {
            let layer: Vec<u64> = (0..7).map(|bit| u64::from(pattern >> bit & 1)).collect();
            let (_, top, bottom) = layer_agreement(&layer);
            assert_eq!(
                Fraction::new(top.into(), bottom.into()),
                by_triples(&layer),
                "{layer:?}"
            );
        }
    }

    /// The definition word for word: every triple i < j < k is looked at.
    fn by_triples(layer: &[u64]) -> Fraction {
        let levels = layer.len();
        let (mut tu, mut tdu) = (0_i128, 0_i128);
        for i in 0..levels {
            for j in i + 1..levels {
                for k in j + 1..levels {
                    match (layer[i], layer[j], layer[k]) {
                        (1, 1, 0) | (0, 1, 1) => tu += 1,
                        (1, 0, 1) => tdu += 1,
                        _ => {}
                    }
                }
            }
        }
        let (k, s) = (levels as i128, layer.iter().sum::<u64>() as i128);
        if s == 1 {
            return Fraction::whole(1);
        }
        if tu + tdu == 0 {
            return Fraction::whole(0);
        }
        let u = Fraction::new((k - 2) * tu - (k - 1) * tdu, (k - 2) * (tu + tdu));
        u.times(&Fraction::new(k - 1 - (s - 1), k - 1))
    }

    #[test]
    fn a_scale_of_two_levels_has_an_agreement() {
        assert_eq!(a(&[3, 0]), Fraction::whole(1));
        assert_eq!(a(&[2, 2]), Fraction::whole(0));
    }

    #[test]
    fn the_average_deviation_is_taken_from_the_median() {
        // Median 3: 3·2 + 10·1 + 18·0 + 5·1 + 2·2 = 25 levels over 38 people.
        let found = agreement(&[3, 10, 18, 5, 2]).unwrap();
        assert_eq!(found.ad, Fraction::new(25, 38));
        assert!(!found.disputed);
    }

    #[test]
    fn deviating_by_a_sixth_of_the_scale_is_not_yet_disputed() {
        // Median 3; of six people five are one level from it: AD = 5/6 = K/6.
        let edge = agreement(&[0, 2, 1, 3, 0]).unwrap();
        assert_eq!(edge.ad, Fraction::new(5, 6));
        assert!(!edge.disputed);
        // Two camps two levels apart: low median 2, AD = 5·2 ÷ 10 = 1 > 5/6.
        assert!(agreement(&[0, 5, 0, 5, 0]).unwrap().disputed);
    }

    /// Answers spread evenly over K levels deviate by (K² − 1) ÷ 4K for odd K: 1.2 on five
    /// levels, 1.71 on seven (Burke, Finkelstein & Dusig 1999, *Organizational Research
    /// Methods* 2), well above the limits of K/6 there: 0.83 and 1.17 (Burke & Dunlap 2002).
    #[test]
    fn answers_spread_evenly_deviate_as_published() {
        let even = |levels: usize| agreement(&vec![4; levels]).unwrap();
        assert_eq!(even(5).ad, Fraction::new(6, 5));
        assert_eq!(even(7).ad.rounded(2), 171);
        assert!(even(5).disputed && even(7).disputed);
    }

    #[test]
    fn all_alike_agree_wholly_and_nobody_neither_agrees_nor_disagrees() {
        let alike = agreement(&[0, 0, 9, 0]).unwrap();
        assert_eq!((alike.a, &alike.ad), (1.0, &Fraction::whole(0)));
        assert!(!alike.disputed);
        assert_eq!(agreement(&[0, 0, 0]), None);
    }

    #[test]
    fn one_voice_neither_agrees_nor_disagrees() {
        assert_eq!(agreement(&[0, 1, 0]), None);
    }
}
