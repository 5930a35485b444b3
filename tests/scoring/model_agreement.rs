//! Agreement over the whole model, from what a scorecard shows.

use plateau::scoring::{ModelAgreement, model_agreement};

use crate::support::model::model;
use crate::support::undertaking::{Scored, Undertaking};

fn found(scored: &Scored, unit: &str) -> ModelAgreement {
    let card = &scored.card.waves[0];
    model_agreement(&scored.assessment.units, card, scored.unit(unit))
}

fn two_practices() -> Undertaking {
    let model = model(4).plateau(3).practice("A-1").practice("A-2").build();
    Undertaking::of(model).protecting(5).top("all")
}

#[test]
fn the_groups_are_the_shown_parts_and_the_rest_as_one() {
    // e and f are hidden: the rest of the whole holds their three and three.
    let scored = two_practices()
        .part("all", "a")
        .part("all", "e")
        .part("all", "f")
        .rated("a", "A-1", &[5, 1, 0, 0])
        .rated("e", "A-1", &[0, 0, 3, 0])
        .rated("f", "A-1", &[0, 0, 0, 3])
        .score();
    let groups = &found(&scored, "all").groups[0];
    assert_eq!((groups.groups, groups.n), (2, 12));
    // Sums 7 and 21 of 6 each: SSB = 49/6 + 441/6 − 784/12 = 49/3 = MSB; Σk² = 9 + 75 = 84,
    // SSW = 84 − 490/6 = 7/3, MSW = 7/30. ICC(1) = (49/3 − 7/30) ÷ (49/3 + 5·7/30) = 23/25,
    // ICC(2) = (49/3 − 7/30) ÷ (49/3) = 69/70.
    assert!(
        (groups.icc1.unwrap() - 23.0 / 25.0).abs() < 1e-12,
        "{groups:?}"
    );
    assert!(
        (groups.icc2.unwrap() - 69.0 / 70.0).abs() < 1e-12,
        "{groups:?}"
    );
    let part = &found(&scored, "a").groups[0];
    assert_eq!((part.groups, part.icc1, part.icc2), (1, None, None));
}

#[test]
fn only_practices_that_may_be_shown_and_count_enter_alpha() {
    let scored = two_practices()
        .rated("all", "A-1", &[2, 2, 2, 0])
        .rated("all", "A-2", &[0, 0, 0, 3])
        .score();
    let whole = found(&scored, "all");
    assert_eq!(
        (whole.practices, whole.answers, whole.groups.len()),
        (1, 6, 1)
    );
    let tailored = two_practices()
        .tailored_away("A-1")
        .rated("all", "A-1", &[2, 2, 2, 0])
        .score();
    let whole = found(&tailored, "all");
    assert_eq!(
        (whole.alpha, whole.practices, whole.groups.len()),
        (None, 0, 0)
    );
}

#[test]
fn what_nobody_answered_or_all_answered_alike_is_undefined() {
    assert_eq!(found(&two_practices().score(), "all").alpha, None);
    let alike = two_practices()
        .rated("all", "A-1", &[0, 0, 7, 0])
        .rated("all", "A-2", &[0, 0, 7, 0])
        .score();
    let whole = found(&alike, "all");
    assert_eq!((whole.alpha, whole.answers), (None, 14));
}

#[test]
fn practices_that_stand_alike_have_an_alpha_near_nought_and_a_high_agreement() {
    let alike = two_practices()
        .rated("all", "A-1", &[0, 6, 24, 0])
        .rated("all", "A-2", &[0, 7, 23, 0])
        .score();
    let alpha = found(&alike, "all").alpha.unwrap();
    assert!(alpha.abs() < 0.05, "{alpha}");
    let agreement = alike.figures("all", "A-1").agreement.as_ref().unwrap();
    assert!(agreement.a > 0.5, "{agreement:?}");
}
