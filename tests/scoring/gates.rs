//! Gates, the plateau reached, inverted profiles, and the common standard.

use plateau::model::Model;
use plateau::scoring::{Commonness, Standing, Verdict};

use crate::support::model::model;
use crate::support::undertaking::Undertaking;

/// Three plateaus of one practice each, all gates at level 3.
fn three_plateaus() -> Undertaking {
    let model = model(5)
        .plateau(3)
        .practice("A-1")
        .plateau(3)
        .practice("A-2")
        .plateau(3)
        .practice("A-3")
        .build();
    Undertaking::of(model).top("all")
}

#[test]
fn a_plateau_is_reached_only_over_all_lower_gates() {
    let scored = three_plateaus()
        .settled("all", "A-1", 3)
        .settled("all", "A-2", 2)
        .settled("all", "A-3", 5)
        .score();
    assert_eq!(scored.plateau("all", 3).verdict, Verdict::Met);
    assert_eq!(scored.profile("all").plateau_reached, 1);
}

#[test]
fn a_plateau_with_nothing_left_is_undecided_and_never_met_by_default() {
    let scored = three_plateaus()
        .settled("all", "A-1", 3)
        .tailored_away("A-2")
        .settled("all", "A-3", 3)
        .score();
    assert_eq!(scored.plateau("all", 2).verdict, Verdict::Undecided);
    assert_eq!(scored.plateau("all", 2).score.mean, None);
    assert_eq!(scored.profile("all").plateau_reached, 1);
}

#[test]
fn a_gate_with_an_unanswered_practice_is_undecided_unless_another_misses_it() {
    let two = || {
        let model = model(5).plateau(3).practice("A-1").practice("A-2");
        Undertaking::of(model.build()).top("all")
    };
    let scored = two().settled("all", "A-1", 3).score();
    assert_eq!(scored.plateau("all", 1).verdict, Verdict::Undecided);
    assert_eq!(scored.plateau("all", 1).undecided, [1]);
    let scored = two().settled("all", "A-1", 2).score();
    assert_eq!(scored.plateau("all", 1).verdict, Verdict::Missed);
    let scored = two().settled("all", "A-1", 3).tailored_away("A-2").score();
    assert_eq!(scored.plateau("all", 1).verdict, Verdict::Met);
}

#[test]
fn every_later_plateau_with_a_higher_mean_is_an_inversion() {
    let scored = three_plateaus()
        .settled("all", "A-1", 3)
        .settled("all", "A-2", 2)
        .settled("all", "A-3", 4)
        .score();
    assert_eq!(scored.profile("all").inversions, [(0, 2), (1, 2)]);
    let scored = three_plateaus()
        .settled("all", "A-1", 3)
        .settled("all", "A-3", 3)
        .score();
    assert!(scored.profile("all").inversions.is_empty());
}

/// One practice whose gate asks for level 3 across all units.
fn across() -> Model {
    model(5).common_plateau(3).practice("A-1").build()
}

/// A department with a strong team and another one.
fn two_teams() -> Undertaking {
    Undertaking::of(across())
        .top("all")
        .part("all", "strong")
        .part("all", "other")
        .rated("strong", "A-1", &[0, 0, 0, 9, 0])
}

#[test]
fn a_part_short_by_two_answers_makes_the_practice_not_common() {
    // 5 people, 1 at the gate: 2 + 1 − 1 = 2 answers short.
    let scored = two_teams().rated("other", "A-1", &[0, 4, 1, 0, 0]).score();
    let score = scored.at("all", "A-1");
    let other = scored.unit("other");
    assert_eq!(score.commonness, Commonness::NotCommon(vec![other]));
    assert_eq!(score.standing, Standing::NotCommon);
    assert_eq!(score.level, Some(scored.level(4)));
    assert_eq!(scored.plateau("all", 1).verdict, Verdict::Missed);
    assert_eq!(scored.plateau("all", 1).missed, [0]);
}

#[test]
fn a_part_short_by_one_answer_makes_it_perhaps_not_common_and_blocks_nothing() {
    // 5 people, 2 at the gate: 2 + 1 − 2 = 1 answer short.
    let scored = two_teams().rated("other", "A-1", &[0, 3, 2, 0, 0]).score();
    let score = scored.at("all", "A-1");
    let other = scored.unit("other");
    assert_eq!(score.commonness, Commonness::PerhapsNot(vec![other]));
    // 11 of 14 at the gate: margin 11 − 7 = 4.
    assert_eq!(score.standing, Standing::Met { margin: Some(4) });
}

#[test]
fn where_parts_fall_short_by_one_and_by_two_only_the_latter_are_named() {
    let scored = two_teams()
        .part("all", "third")
        .rated("strong", "A-1", &[0, 0, 0, 9, 0])
        .rated("other", "A-1", &[0, 3, 2, 0, 0])
        .rated("third", "A-1", &[0, 5, 0, 0, 0])
        .score();
    let third = scored.unit("third");
    let commonness = &scored.at("all", "A-1").commonness;
    assert_eq!(*commonness, Commonness::NotCommon(vec![third]));
}

#[test]
fn a_part_whose_moderated_or_settled_level_is_short_makes_it_not_common() {
    let scored = two_teams().moderated("other", "A-1", 2).score();
    let other = scored.unit("other");
    let commonness = &scored.at("all", "A-1").commonness;
    assert_eq!(*commonness, Commonness::NotCommon(vec![other]));
    let scored = two_teams().settled("other", "A-1", 2).score();
    let commonness = &scored.at("all", "A-1").commonness;
    assert_eq!(*commonness, Commonness::NotCommon(vec![other]));
}

#[test]
fn a_part_moderated_up_to_the_gate_is_not_short() {
    let scored = two_teams()
        .rated("other", "A-1", &[0, 5, 0, 0, 0])
        .moderated("other", "A-1", 3)
        .score();
    assert_eq!(scored.at("all", "A-1").commonness, Commonness::Common);
}

#[test]
fn a_moderated_level_on_the_unit_itself_settles_commonness() {
    let scored = two_teams()
        .rated("other", "A-1", &[5, 0, 0, 0, 0])
        .moderated("all", "A-1", 3)
        .score();
    let score = scored.at("all", "A-1");
    assert_eq!(score.commonness, Commonness::NotAsked);
    assert_eq!(score.standing, Standing::Met { margin: None });
}

#[test]
fn commonness_is_not_asked_below_the_gate_or_where_the_gate_does_not_ask() {
    let scored = two_teams().rated("other", "A-1", &[0, 30, 0, 0, 0]).score();
    assert_eq!(scored.at("all", "A-1").commonness, Commonness::NotAsked);
    let local = model(5).plateau(3).practice("A-1").build();
    let scored = Undertaking::of(local)
        .top("all")
        .part("all", "strong")
        .part("all", "other")
        .rated("strong", "A-1", &[0, 0, 0, 9, 0])
        .rated("other", "A-1", &[5, 0, 0, 0, 0])
        .score();
    assert_eq!(scored.at("all", "A-1").commonness, Commonness::NotAsked);
}

#[test]
fn a_unit_without_answering_parts_is_a_single_layer_and_judged_like_any_other() {
    let scored = two_teams().score();
    assert_eq!(
        scored.at("strong", "A-1").commonness,
        Commonness::SingleLayer
    );
    let alone = Undertaking::of(across())
        .top("all")
        .part("all", "silent")
        .rated("all", "A-1", &[0, 0, 5, 0, 0])
        .score();
    let score = alone.at("all", "A-1");
    assert_eq!(score.commonness, Commonness::SingleLayer);
    assert_eq!(score.standing, Standing::Met { margin: Some(3) });
}

#[test]
fn parts_are_looked_at_on_every_layer_below() {
    let scored = two_teams()
        .part("other", "good")
        .part("other", "bad")
        .rated("good", "A-1", &[0, 0, 9, 0, 0])
        .rated("bad", "A-1", &[0, 4, 0, 0, 0])
        .score();
    let bad = scored.unit("bad");
    assert_eq!(scored.at("other", "A-1").standing, Standing::NotCommon);
    let commonness = &scored.at("all", "A-1").commonness;
    assert_eq!(*commonness, Commonness::NotCommon(vec![bad]));
    assert_eq!(scored.at("good", "A-1").commonness, Commonness::SingleLayer);
}

#[test]
fn a_thinly_covered_part_is_not_said_to_fall_short() {
    let scored = two_teams()
        .rated("other", "A-1", &[3, 0, 0, 0, 0])
        .blank("other", "A-1", 4)
        .score();
    assert_eq!(scored.at("all", "A-1").commonness, Commonness::Common);
}

#[test]
fn a_hidden_part_is_never_named_but_its_moderated_level_is() {
    let hidden = || {
        two_teams()
            .protecting(5)
            .rated("all", "A-1", &[0, 0, 5, 0, 0])
            .rated("other", "A-1", &[4, 0, 0, 0, 0])
    };
    let scored = hidden().score();
    assert!(!scored.shows("other", "A-1"));
    assert_eq!(scored.at("all", "A-1").commonness, Commonness::Common);
    let scored = hidden().moderated("other", "A-1", 1).score();
    let other = scored.unit("other");
    let commonness = &scored.at("all", "A-1").commonness;
    assert_eq!(*commonness, Commonness::NotCommon(vec![other]));
}
