//! One small unit, calculated on paper.

use plateau::scoring::{Standing, Verdict};

use crate::support::model::model;
use crate::support::undertaking::{Undertaking, fraction};

/// Five levels; plateau 1 (gate 3) holds A-1, A-2 and B-1, plateau 2 (gate 3) holds B-2.
///
/// ```text
///        1  2  3  4  5    n   Σk·c  mean   at ≥ 3   level
/// A-1    0  1  4  2  0    7    22   22/7    6       3   (≥ 3: 6 > 3.5; ≥ 4: 2)
/// A-2    2  3  2  0  0    7    14   2       2       2   (≥ 2: 5 > 3.5; ≥ 3: 2)
/// B-1    0  3  2  2  0    7    20   20/7    4       3   (≥ 3: 4 > 3.5; ≥ 4: 2)
/// B-2    0  0  1  3  2    6    25   25/6    6       4   (≥ 4: 5 > 3; ≥ 5: 2)
/// ```
fn undertaking() -> Undertaking {
    with_a_2(&[2, 3, 2, 0, 0])
}

fn with_a_2(counts: &[u32]) -> Undertaking {
    let model = model(5)
        .plateau(3)
        .practice("A-1")
        .practice("A-2")
        .practice("B-1")
        .plateau(3)
        .practice("B-2")
        .build();
    Undertaking::of(model)
        .top("all")
        .rated("all", "A-1", &[0, 1, 4, 2, 0])
        .rated("all", "A-2", counts)
        .rated("all", "B-1", &[0, 3, 2, 2, 0])
        .rated("all", "B-2", &[0, 0, 1, 3, 2])
        .dont_know("all", "B-2", 1)
}

#[test]
fn a_small_unit_scores_what_a_hand_calculation_gives() {
    let scored = undertaking().score();
    let at = |practice: &str| scored.at("all", practice);

    assert_eq!(at("A-1").level, Some(scored.level(3)));
    assert_eq!(at("A-2").level, Some(scored.level(2)));
    assert_eq!(at("B-1").level, Some(scored.level(3)));
    assert_eq!(at("B-2").level, Some(scored.level(4)));
    assert_eq!(at("A-1").points, Some(fraction(22, 7)));
    assert_eq!(at("B-2").points, Some(fraction(25, 6)));

    // ⌊7/2⌋ = 3: A-1's margin 6 − 3 = 3, A-2's distance 3 + 1 − 2 = 2, B-1's margin 4 − 3 = 1;
    // B-2's margin 6 − ⌊6/2⌋ = 3.
    assert_eq!(at("A-1").standing, Standing::Met { margin: Some(3) });
    assert_eq!(at("A-2").standing, Standing::Below { distance: Some(2) });
    assert_eq!(at("B-1").standing, Standing::Met { margin: Some(1) });
    assert_eq!(at("B-2").standing, Standing::Met { margin: Some(3) });

    // 22/7 + 14/7 + 20/7 + 25/6 = 8 + 25/6 = 73/6 of 20; (73/6 − 4) ÷ (20 − 4) = 49/96.
    let total = &scored.profile("all").total;
    assert_eq!(total.points, Some(fraction(73, 6)));
    assert_eq!((total.points_max, total.points_max_adjusted), (20, 20));
    assert_eq!(total.practices_scored, 4);
    assert_eq!(total.mean, Some(fraction(73, 24)));
    assert_eq!(total.rescaled, Some(fraction(49, 96)));

    // Discipline A: 36/7 over two; B: 20/7 + 25/6 = 295/42 over two.
    let disciplines = &scored.profile("all").disciplines;
    assert_eq!(disciplines[0].mean, Some(fraction(18, 7)));
    assert_eq!(disciplines[1].points, Some(fraction(295, 42)));
    assert_eq!(disciplines[1].mean, Some(fraction(295, 84)));
    assert_eq!(disciplines[1].points_max, 10);

    // Plateau 1: 56/7 over three = 8/3, missed by A-2; plateau 2: 25/6, met, but of no use.
    let first = scored.plateau("all", 1);
    assert_eq!(first.score.mean, Some(fraction(8, 3)));
    assert_eq!(first.verdict, Verdict::Missed);
    assert_eq!((&first.met[..], &first.missed[..]), (&[0, 2][..], &[1][..]));
    assert_eq!(scored.plateau("all", 2).verdict, Verdict::Met);
    assert_eq!(scored.profile("all").plateau_reached, 0);
    assert_eq!(scored.profile("all").inversions, [(0, 1)]);

    // B-2: 6 of the 7 asked; share at the gate 6 of 6. A-1: share 6/7.
    assert_eq!(scored.figures("all", "B-2").coverage, Some(fraction(6, 7)));
    assert_eq!(
        scored.figures("all", "A-1").share_at_gate,
        Some(fraction(6, 7))
    );
    assert_eq!(scored.profile("all").respondents, 7);
}

#[test]
fn the_gate_is_passed_by_as_many_people_as_the_distance_says_and_not_one_fewer() {
    // A-2 is two away. Moving one and then two people from level 1 to level 3:
    assert_eq!(
        with_a_2(&[1, 3, 3, 0, 0])
            .score()
            .profile("all")
            .plateau_reached,
        0
    );
    assert_eq!(
        with_a_2(&[0, 3, 4, 0, 0])
            .score()
            .profile("all")
            .plateau_reached,
        2
    );
}
