//! The tree: pooling, weighting, head-counts.

use plateau::model::Model;
use plateau::scoring::Standing;

use crate::support::model::model;
use crate::support::undertaking::{Undertaking, fraction};

fn one() -> Model {
    model(5).plateau(3).practice("A-1").build()
}

/// A department, its division with two teams, and an office.
fn three_layers() -> Undertaking {
    Undertaking::of(one())
        .top("all")
        .part("all", "division")
        .part("division", "red")
        .part("division", "blue")
        .part("all", "office")
}

#[test]
fn a_unit_pools_its_own_answers_and_all_below() {
    let scored = three_layers()
        .rated("all", "A-1", &[1, 0, 0, 0, 0])
        .rated("division", "A-1", &[0, 1, 0, 0, 0])
        .rated("red", "A-1", &[0, 0, 2, 0, 0])
        .rated("blue", "A-1", &[0, 0, 0, 3, 0])
        .rated("office", "A-1", &[0, 0, 0, 0, 4])
        .dont_know("blue", "A-1", 2)
        .score();
    assert_eq!(scored.figures("all", "A-1").counts, [1, 1, 2, 3, 4]);
    assert_eq!(scored.figures("all", "A-1").dont_know, 2);
    assert_eq!(scored.figures("division", "A-1").counts, [0, 1, 2, 3, 0]);
    assert_eq!(scored.figures("red", "A-1").counts, [0, 0, 2, 0, 0]);
    assert_eq!(scored.profile("all").respondents, 13);
    assert_eq!(scored.profile("division").respondents, 8);
}

/// Red: 8 at level 2. Blue: 2 at level 4. The division itself: 2 at level 5. Office: 4 at 3.
fn uneven() -> Undertaking {
    three_layers()
        .rated("red", "A-1", &[0, 8, 0, 0, 0])
        .rated("blue", "A-1", &[0, 0, 0, 2, 0])
        .rated("division", "A-1", &[0, 0, 0, 0, 2])
        .rated("office", "A-1", &[0, 0, 4, 0, 0])
}

#[test]
fn each_respondent_weighs_the_same_by_default() {
    let scored = uneven().score();
    // 16 + 8 + 10 + 12 = 46 over 16; at 3 or above: 8 of 16, a tie: level 2.
    assert_eq!(scored.figures("all", "A-1").mean, Some(fraction(46, 16)));
    let score = scored.at("all", "A-1");
    assert_eq!(score.level, Some(scored.level(2)));
    assert_eq!(score.standing, Standing::Below { distance: Some(1) });
}

#[test]
fn under_unit_weighting_each_sub_unit_and_the_rest_weigh_the_same() {
    let scored = uneven().weighing_units().score();
    // Division: red 2, blue 4, rest 5: 11/3; office 3. All: (11/3 + 3) ÷ 2 = 10/3.
    assert_eq!(
        scored.figures("division", "A-1").mean,
        Some(fraction(11, 3))
    );
    assert_eq!(scored.figures("all", "A-1").mean, Some(fraction(10, 3)));
    assert_eq!(scored.at("all", "A-1").points, Some(fraction(10, 3)));
    // At 3 or above: division (0 + 1 + 1)/3, office 1: 5/6. At 4: division 2/3, office 0: 1/3.
    let score = scored.at("all", "A-1");
    assert_eq!(score.level, Some(scored.level(3)));
    assert_eq!(scored.at("division", "A-1").level, Some(scored.level(4)));
    assert_eq!(score.standing, Standing::Met { margin: None });
    // Counts, spread, agreement and share stay the respondents'.
    let (weighted, plain) = (scored, uneven().score());
    let (weighted, plain) = (weighted.figures("all", "A-1"), plain.figures("all", "A-1"));
    assert_eq!(weighted.counts, plain.counts);
    assert_eq!(weighted.sd, plain.sd);
    assert_eq!(weighted.agreement, plain.agreement);
    assert_eq!(weighted.share_at_gate, plain.share_at_gate);
}

#[test]
fn under_unit_weighting_a_tie_of_two_groups_cannot_pass() {
    let scored = three_layers()
        .weighing_units()
        .rated("division", "A-1", &[0, 9, 0, 0, 0])
        .rated("office", "A-1", &[0, 0, 1, 0, 0])
        .score();
    assert_eq!(scored.at("all", "A-1").level, Some(scored.level(2)));
    let standing = &scored.at("all", "A-1").standing;
    assert_eq!(*standing, Standing::Below { distance: None });
}

#[test]
fn under_unit_weighting_a_unit_without_answering_parts_is_as_before() {
    let scored = uneven().weighing_units().score();
    // Red: ⌊8/2⌋ + 1 − 0 = 5.
    let standing = &scored.at("red", "A-1").standing;
    assert_eq!(*standing, Standing::Below { distance: Some(5) });
}

#[test]
fn under_unit_weighting_hidden_parts_are_one_group_with_the_rest() {
    let scored = three_layers()
        .protecting(5)
        .weighing_units()
        .rated("division", "A-1", &[0, 0, 0, 0, 5])
        .rated("office", "A-1", &[3, 0, 0, 0, 0])
        .rated("all", "A-1", &[0, 0, 0, 0, 3])
        .score();
    // Division 5; the rest is office and the unit's own: (3·1 + 3·5) ÷ 6 = 3.
    assert_eq!(scored.figures("all", "A-1").mean, Some(fraction(4, 1)));
}

#[test]
fn a_unit_knows_its_invited_from_itself_or_from_all_its_parts() {
    let invited = |undertaking: Undertaking| undertaking.score().profile("all").invited;
    let parts = || three_layers().invited("division", 9).invited("office", 4);
    assert_eq!(invited(parts()), Some(13));
    assert_eq!(invited(parts().invited("all", 20)), Some(20));
    assert_eq!(invited(three_layers().invited("division", 9)), None);
    // Somebody answers for the unit itself: the parts' invited are not all.
    assert_eq!(invited(parts().rated("all", "A-1", &[1, 0, 0, 0, 0])), None);
}

#[test]
fn a_tree_thousands_of_layers_deep_is_scored_without_recursion() {
    let mut undertaking = Undertaking::of(one()).weighing_units().top("0");
    for depth in 1..3000_usize {
        undertaking = undertaking.part(&(depth - 1).to_string(), &depth.to_string());
    }
    let scored = undertaking.rated("2999", "A-1", &[0, 0, 0, 7, 0]).score();
    assert_eq!(scored.figures("0", "A-1").mean, Some(fraction(4, 1)));
}
