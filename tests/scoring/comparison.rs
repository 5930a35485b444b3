//! Units, roles and moderated levels side by side, by hand and on random undertakings.

use plateau::scoring::{
    Camp, PartScore, Reach, Scorecard, Shown, Spread, UnitComparison, WaveCard, camps,
    model_agreement, moderation_gaps, roles_side_by_side, units_side_by_side,
};
use proptest::prelude::*;

use super::random::samples;
use crate::support::model::model;
use crate::support::undertaking::{Scored, Undertaking, fraction};

/// A whole of four teams, in two areas, on a scale of five levels with the gate at 3.
///
/// ```text
///            1  2  3  4  5    n   mean   level
/// a          0  5  1  0  0    6   13/6   2
/// b          0  0  0  6  0    6   4      4
/// c          0  3  3  0  0    6   5/2    2
/// d          3  3  0  0  0    6   3/2    1
/// south      0  5  1  6  0   12   37/12  3 (7 of 12 at 3 or above)
/// all        3 11  4  6  0   24   61/24  2
/// ```
fn four_teams() -> Undertaking {
    let model = model(5).common_plateau(3).practice("A-1").build();
    Undertaking::of(model)
        .protecting(5)
        .top("all")
        .part("all", "south")
        .part("south", "a")
        .part("south", "b")
        .part("all", "c")
        .part("all", "d")
        .rated("a", "A-1", &[0, 5, 1, 0, 0])
        .rated("b", "A-1", &[0, 0, 0, 6, 0])
        .rated("c", "A-1", &[0, 3, 3, 0, 0])
        .rated("d", "A-1", &[3, 3, 0, 0, 0])
}

fn compared(scored: &Scored, unit: &str, layers: usize) -> UnitComparison {
    let units = &scored.assessment.units;
    let card = &scored.card.waves[0];
    units_side_by_side(&scored.model, units, card, scored.unit(unit), layers)
}

fn names(scored: &Scored, parts: &[PartScore]) -> Vec<String> {
    let name = |part: &PartScore| scored.assessment.units[part.unit].id.clone();
    parts.iter().map(name).collect()
}

#[test]
fn the_lowest_middle_and_highest_part_are_told_by_level_then_points() {
    let scored = four_teams().score();
    let found = compared(&scored, "all", 1);
    let spread = &found.spreads[0];
    assert_eq!(names(&scored, &spread.shown), ["d", "c", "south"]);
    assert_eq!(spread.lowest().unwrap().points, fraction(3, 2));
    assert_eq!(spread.middle().unwrap().points, fraction(5, 2));
    assert_eq!(spread.highest().unwrap().points, fraction(37, 12));
    assert_eq!(spread.highest().unwrap().n, Some(12));
    assert_eq!(spread.width(), Some((2, fraction(19, 12))));
}

#[test]
fn deeper_layers_are_held_against_parts_that_have_none() {
    let scored = four_teams().score();
    let found = compared(&scored, "all", 2);
    let unit = |id| scored.unit(id);
    let parts = [("south", 1), ("a", 2), ("b", 2), ("c", 1), ("d", 1)];
    assert_eq!(found.parts, parts.map(|(id, layer)| (unit(id), layer)));
    assert_eq!(found.compared, ["a", "b", "c", "d"].map(unit));
    let spread = &found.spreads[0];
    // c and a are at level 2, 5/2 and 13/6: of four, the lower of the two in the middle.
    assert_eq!(names(&scored, &spread.shown), ["d", "a", "c", "b"]);
    assert_eq!(spread.middle().unwrap().unit, unit("a"));
}

#[test]
fn the_best_part_is_worth_learning_from_where_it_is_a_level_and_half_a_point_ahead() {
    let scored = four_teams().score();
    // All: level 2, 61/24; south: level 3, 37/12, and so 13/24 ahead.
    let first = &compared(&scored, "all", 1).spreads[0];
    assert_eq!(names(&scored, &first.learn_from), ["south"]);
    let second = &compared(&scored, "all", 2).spreads[0];
    assert_eq!(names(&scored, &second.learn_from), ["b"]);
    // South: level 3; b: level 4, 4 − 37/12 = 11/12 ahead.
    let south = &compared(&scored, "south", 1).spreads[0];
    assert_eq!(names(&scored, &south.learn_from), ["b"]);
}

#[test]
fn half_a_point_short_of_a_lead_nothing_is_claimed() {
    let model = model(5).common_plateau(3).practice("A-1").build();
    let scored = Undertaking::of(model)
        .top("all")
        .part("all", "a")
        .part("all", "b")
        // All: 6 · 2 + 5 · 3 = 27 of 11 at level 2; a: 2; b: level 3, 3 − 27/11 = 6/11 ahead.
        .rated("a", "A-1", &[0, 6, 0, 0, 0])
        .rated("b", "A-1", &[0, 0, 5, 0, 0])
        .score();
    let spread = &compared(&scored, "all", 1).spreads[0];
    assert_eq!(names(&scored, &spread.learn_from), ["b"]);
    let model = plateau_of_one();
    let scored = Undertaking::of(model)
        .top("all")
        .part("all", "a")
        .part("all", "b")
        // b: 2 · 2 + 3 · 3 = 13 of 5, level 3; all: 25 of 11, and 13/5 − 25/11 = 18/55.
        .rated("a", "A-1", &[0, 6, 0, 0, 0])
        .rated("b", "A-1", &[0, 2, 3, 0, 0])
        .score();
    let spread = &compared(&scored, "all", 1).spreads[0];
    assert_eq!(spread.highest().unwrap().level, scored.level(3));
    assert_eq!(spread.learn_from, []);
}

fn plateau_of_one() -> plateau::model::Model {
    model(5).common_plateau(3).practice("A-1").build()
}

#[test]
fn parts_whose_points_print_alike_are_equally_good() {
    let scored = Undertaking::of(plateau_of_one())
        .top("all")
        .part("all", "a")
        .part("all", "b")
        .part("all", "c")
        // 83/20 = 4.15 and 125/30 = 4.17 both print as 4.2.
        .rated("a", "A-1", &[0, 0, 0, 17, 3])
        .rated("b", "A-1", &[0, 0, 0, 25, 5])
        .rated("c", "A-1", &[90, 0, 0, 0, 0])
        .score();
    let spread = &compared(&scored, "all", 1).spreads[0];
    assert_eq!(names(&scored, &spread.learn_from), ["a", "b"]);
}

#[test]
fn a_practice_is_local_where_some_part_has_it_and_the_whole_does_not() {
    let scored = four_teams().score();
    let reach = |unit: &str, layers| compared(&scored, unit, layers).spreads[0].reach.clone();
    assert_eq!(reach("all", 1), Reach::Local(vec![scored.unit("south")]));
    assert_eq!(reach("all", 2), Reach::Local(vec![scored.unit("b")]));
    // South is at 3 on the whole, but a falls short by more than one answer.
    assert_eq!(reach("south", 1), Reach::Local(vec![scored.unit("b")]));
}

#[test]
fn a_practice_that_every_part_has_is_common_and_one_that_none_has_is_nowhere() {
    let scored = Undertaking::of(
        model(5)
            .common_plateau(3)
            .practice("A-1")
            .practice("A-2")
            .build(),
    )
    .top("all")
    .part("all", "a")
    .part("all", "b")
    .rated("a", "A-1", &[0, 0, 6, 0, 0])
    .rated("b", "A-1", &[0, 0, 0, 6, 0])
    .rated("a", "A-2", &[6, 0, 0, 0, 0])
    .rated("b", "A-2", &[0, 6, 0, 0, 0])
    .score();
    let found = compared(&scored, "all", 1);
    let reach: Vec<&Reach> = found.spreads.iter().map(|spread| &spread.reach).collect();
    assert_eq!(reach, [&Reach::Common, &Reach::Nowhere]);
}

#[test]
fn a_hidden_part_is_counted_and_nothing_of_it_is_compared() {
    let scored = four_teams()
        .part("all", "e")
        .part("all", "f")
        .rated("e", "A-1", &[0, 0, 0, 0, 3])
        .rated("f", "A-1", &[0, 0, 0, 0, 3])
        .score();
    let spread = &compared(&scored, "all", 1).spreads[0];
    assert_eq!(names(&scored, &spread.shown), ["d", "c", "south"]);
    assert_eq!((spread.hidden, spread.without_level), (2, 0));
}

#[test]
fn a_part_s_settled_level_stands_without_a_mean_of_answers() {
    let scored = four_teams().part("all", "e").settled("e", "A-1", 5).score();
    let spread = &compared(&scored, "all", 1).spreads[0];
    let best = spread.highest().unwrap();
    assert_eq!((best.unit, best.n), (scored.unit("e"), None));
    assert_eq!(best.points, fraction(5, 1));
}

#[test]
fn the_widest_pair_of_roles_is_a_gap_and_a_discipline_compares_like_for_like() {
    let model = model(5).plateau(3).practice("A-1").practice("A-2").build();
    let scored = Undertaking::of(model)
        .protecting(5)
        .role("leader")
        .role("employee")
        .top("all")
        .rated_as("all", Some("leader"), "A-1", &[0, 0, 1, 4, 0])
        .rated_as("all", Some("employee"), "A-1", &[0, 6, 4, 0, 0])
        .rated("all", "A-1", &[0, 0, 5, 0, 0])
        .rated_as("all", Some("leader"), "A-2", &[0, 0, 5, 0, 0])
        .rated_as("all", Some("employee"), "A-2", &[0, 0, 0, 0, 4])
        .rated("all", "A-2", &[0, 0, 6, 0, 0])
        .score();
    let found = roles_side_by_side(&scored.model, scored.profile("all"));
    // Leaders 19/5, employees 24/10, without a role 3; four employees may not be shown.
    assert_eq!(found.gaps.len(), 1);
    let gap = &found.gaps[0];
    assert_eq!((gap.high.role, gap.low.role), (Some(0), Some(1)));
    assert_eq!((gap.high.n, gap.low.n), (5, 10));
    assert_eq!(gap.gap, fraction(7, 5));
    assert_eq!(found.hidden, [1]);
    let discipline = &found.disciplines[0];
    assert_eq!(
        (discipline.practices, &discipline.gap),
        (1, &fraction(7, 5))
    );
    assert_eq!(discipline.means[2], (None, fraction(3, 1)));
}

#[test]
fn a_moderated_practice_is_held_against_its_answers_where_they_may_be_shown() {
    let scored = four_teams()
        .moderated("a", "A-1", 4)
        .moderated("d", "A-1", 1)
        .part("all", "e")
        .part("all", "f")
        .rated("e", "A-1", &[0, 0, 0, 0, 3])
        .rated("f", "A-1", &[0, 0, 0, 0, 3])
        .moderated("e", "A-1", 1)
        .score();
    let of = |unit: &str| moderation_gaps(scored.profile(unit));
    assert_eq!((of("a")[0].levels(), of("a")[0].n), (2, 6));
    assert_eq!(of("d")[0].levels(), 0);
    assert!(scored.at("e", "A-1").figures.is_hidden());
    assert_eq!(of("e"), []);
}

#[test]
fn voices_split_in_two_where_they_lie_closest_to_their_own_side() {
    let scored = four_teams().score();
    let split = |counts: &[u64]| {
        let told = |camp: Camp| (camp.people, camp.lowest.number(), camp.highest.number());
        camps(&scored.model.scale, counts).map(|camps| camps.map(told))
    };
    assert_eq!(split(&[1, 3, 0, 2, 3]), Some([(4, 1, 2), (5, 4, 5)]));
    assert_eq!(split(&[6, 18, 0, 9, 7]), Some([(24, 1, 2), (16, 4, 5)]));
    assert_eq!(split(&[5, 0, 0, 0, 5]), Some([(5, 1, 1), (5, 5, 5)]));
    assert_eq!(split(&[0, 7, 0, 0, 0]), None);
    assert_eq!(split(&[0; 5]), None);
}

/// Everything that is compared, of every unit and at every depth.
fn everything(scored: &Scored, card: &WaveCard) -> String {
    let units = &scored.assessment.units;
    let mut said = String::new();
    for unit in 0..units.len() {
        for layers in 1..=3 {
            let compared = units_side_by_side(&scored.model, units, card, unit, layers);
            said += &format!("{compared:?}");
        }
        let profile = &card.profiles[unit];
        said += &format!("{:?}", roles_side_by_side(&scored.model, profile));
        said += &format!("{:?}", moderation_gaps(profile));
        said += &format!("{:?}", model_agreement(units, card, unit));
    }
    said
}

/// A scorecard in which every hidden cell that nothing else gives a level says nonsense.
fn with_nonsense(scored: &Scored) -> (Scorecard, usize) {
    let mut card = scored.card.clone();
    let mut changed = 0;
    for profile in &mut card.waves[0].profiles {
        for score in &mut profile.scores {
            let is_hidden = matches!(score.figures, Shown::Hidden);
            if is_hidden && score.settled.is_none() && score.moderated.is_none() {
                score.level = scored.model.scale.level(1 + changed % 2);
                score.points = Some(fraction(1000, 7));
                changed += 1;
            }
        }
    }
    (card, changed as usize)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn what_is_compared_follows_from_shown_cells_alone(sample in samples(&[3, 5])) {
        let scored = sample.undertaking().score();
        let (nonsense, _) = with_nonsense(&scored);
        let told = everything(&scored, &scored.card.waves[0]);
        prop_assert_eq!(told, everything(&scored, &nonsense.waves[0]));
    }

    #[test]
    fn every_part_is_shown_hidden_or_without_a_level(sample in samples(&[3, 5])) {
        let scored = sample.undertaking().score();
        let units = &scored.assessment.units;
        for unit in 0..units.len() {
            let card = &scored.card.waves[0];
            let found = units_side_by_side(&scored.model, units, card, unit, 1);
            let parts = |spread: &Spread| spread.shown.len() + spread.hidden + spread.without_level;
            for spread in &found.spreads {
                prop_assert_eq!(parts(spread), units[unit].children.len());
                for part in &spread.shown {
                    let score = &card.profiles[part.unit].scores[spread.practice];
                    prop_assert!(!score.figures.is_hidden() || score.moderated.is_some());
                }
            }
        }
    }
}

#[test]
fn random_undertakings_have_hidden_cells_to_fill_with_nonsense() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let changed: usize = (0..20)
        .map(|_| {
            let sample = samples(&[5]).new_tree(&mut runner).unwrap().current();
            with_nonsense(&sample.undertaking().score()).1
        })
        .sum();
    assert!(changed > 50, "{changed}");
}
