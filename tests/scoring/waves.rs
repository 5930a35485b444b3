//! Changes between waves: like for like, and nothing else.

use plateau::assessment::{Carried, Comparable, Fate, Mapping};
use plateau::model::Model;
use plateau::scoring::{Cause, Moved, PanelKind, PointsFrom, Unlike};
use proptest::prelude::*;

use super::random::{Sample, practice_id, samples, unit_id};
use crate::support::model::model;
use crate::support::undertaking::{Undertaking, fraction};
use crate::support::waves::{Course, Waves};

/// Two practices on a plateau at level 2, one on another at level 3; four levels.
fn bakery() -> Model {
    let first = model(4).plateau(2).practice("A-1").practice("A-2");
    first.plateau(3).practice("B-1").build()
}

fn asked() -> Undertaking {
    Undertaking::of(bakery())
        .top("all")
        .part("all", "north")
        .part("all", "south")
}

fn moved<'a>(course: &'a Course, unit: &str, practice: &str) -> &'a Moved {
    course.moved(unit, practice).as_ref().unwrap()
}

#[test]
fn a_change_is_the_difference_of_the_two_means_with_the_chance_of_a_higher_answer() {
    let before = asked().rated("all", "A-1", &[2, 1, 0, 0]);
    let now = asked().rated("all", "A-1", &[0, 1, 1, 0]);
    let course = Waves::of([before, now]).score();
    let moved = moved(&course, "all", "A-1");
    assert_eq!(moved.before.points, fraction(4, 3));
    assert_eq!(moved.now.points, fraction(5, 2));
    assert_eq!(moved.difference, fraction(7, 6));
    assert_eq!(moved.superiority, Some(fraction(11, 12)));
    assert_eq!((moved.before.n(), moved.now.n()), (Some(3), Some(2)));
    assert!(moved.is_clear());
    assert_eq!(course.moved("all", "A-2"), &Err(Unlike::NoPoints));
    let change = course.change("all");
    assert_eq!(
        (change.total.practices, change.disciplines[1].practices),
        (1, 0)
    );
    assert_eq!(change.total.difference, Some(fraction(7, 6)));
    assert_eq!(change.disciplines[1].means, None);
}

#[test]
fn a_shift_of_a_tenth_is_not_clear_however_many_answer() {
    let before = asked().rated("all", "A-1", &[0, 500, 500, 0]);
    let now = asked().rated("all", "A-1", &[0, 400, 600, 0]);
    let course = Waves::of([before, now]).score();
    let moved = moved(&course, "all", "A-1");
    assert_eq!(moved.difference, fraction(1, 10));
    assert_eq!(moved.superiority, Some(fraction(55, 100)));
    assert!(!moved.is_clear());
}

#[test]
fn an_outlier_that_moves_the_mean_alone_is_not_clear() {
    let before = asked().rated("all", "A-1", &[0, 5, 0, 0]);
    let now = asked().rated("all", "A-1", &[0, 3, 0, 1]);
    let course = Waves::of([before, now]).score();
    let moved = moved(&course, "all", "A-1");
    assert_eq!(moved.difference, fraction(1, 2));
    assert_eq!(moved.superiority, Some(fraction(5, 8)));
    assert!(moved.is_clear());
    let now = asked().rated("all", "A-1", &[5, 7, 0, 8]);
    let course = Waves::of([asked().rated("all", "A-1", &[0, 5, 0, 0]), now]).score();
    assert!(!self::moved(&course, "all", "A-1").is_clear());
}

#[test]
fn settled_levels_are_clear_from_a_whole_level_on_and_never_against_answers() {
    let before = asked().settled("all", "A-1", 2).settled("all", "A-2", 2);
    let now = asked()
        .settled("all", "A-1", 3)
        .rated("all", "A-2", &[0, 0, 0, 9]);
    let course = Waves::of([before, now]).score();
    let settled = moved(&course, "all", "A-1");
    assert_eq!(
        (settled.now.from, settled.superiority.clone()),
        (PointsFrom::Settled, None)
    );
    assert!(settled.is_clear());
    assert!(!moved(&course, "all", "A-2").is_clear());
}

#[test]
fn a_part_that_is_new_is_left_out_of_the_change_but_not_of_the_wave() {
    let before = asked().rated("north", "A-1", &[0, 6, 0, 0]);
    let now = asked()
        .rated("north", "A-1", &[0, 3, 3, 0])
        .rated("south", "A-1", &[0, 0, 0, 6]);
    let course = Waves::of([before.protecting(5), now.protecting(5)]).score();
    let moved = moved(&course, "all", "A-1");
    assert_eq!(moved.left_out, [2]);
    assert_eq!(moved.now.points, fraction(5, 2));
    assert_eq!(moved.now.n(), Some(6));
    assert_eq!(course.at(1, "all", "A-1").points, Some(fraction(39, 12)));
}

#[test]
fn a_part_that_may_not_be_shown_cannot_be_left_out() {
    let before = asked().rated("north", "A-1", &[0, 9, 0, 0]);
    let now = asked()
        .rated("north", "A-1", &[0, 5, 5, 0])
        .rated("south", "A-1", &[0, 0, 0, 4]);
    let course = Waves::of([before.protecting(5), now.protecting(5)]).score();
    assert_eq!(course.moved("all", "A-1"), &Err(Unlike::Parts(vec![2])));
    assert_eq!(course.change("all").total.means, None);
}

#[test]
fn a_wave_that_tells_no_parts_apart_lacks_none() {
    let before = asked().rated("all", "A-1", &[0, 9, 0, 0]);
    let now = asked()
        .rated("north", "A-1", &[0, 5, 5, 0])
        .rated("south", "A-1", &[0, 0, 0, 6]);
    let course = Waves::of([before.protecting(5), now.protecting(5)]).score();
    let moved = moved(&course, "all", "A-1");
    assert_eq!((moved.left_out.len(), moved.now.n()), (0, Some(16)));
}

#[test]
fn a_wave_whose_parts_are_all_others_leaves_nothing_to_compare() {
    let before = asked().rated("north", "A-1", &[0, 9, 0, 0]);
    let now = asked().rated("south", "A-1", &[0, 0, 0, 6]);
    let course = Waves::of([before, now]).score();
    assert_eq!(course.moved("all", "A-1"), &Err(Unlike::NothingLeft));
}

#[test]
fn where_units_weigh_the_same_what_is_left_out_weighs_nothing() {
    let parts = || asked().part("all", "west").weighing_units();
    let before = parts()
        .rated("north", "A-1", &[0, 9, 0, 0])
        .rated("west", "A-1", &[1, 0, 0, 0]);
    let now = parts()
        .rated("north", "A-1", &[0, 0, 9, 0])
        .rated("west", "A-1", &[1, 0, 0, 0])
        .rated("south", "A-1", &[0, 0, 0, 6]);
    let course = Waves::of([before, now]).score();
    let moved = moved(&course, "all", "A-1");
    assert_eq!(moved.before.points, fraction(3, 2));
    assert_eq!(moved.now.points, fraction(2, 1));
    assert_eq!(moved.left_out, [2]);
}

#[test]
fn a_gate_is_won_by_what_has_moved_and_lost_by_what_can_no_longer_be_told() {
    let level = |level: usize| {
        let mut counts = [0; 4];
        counts[level - 1] = 6;
        counts
    };
    let before = asked()
        .rated("all", "A-1", &level(1))
        .rated("all", "A-2", &level(2))
        .rated("all", "B-1", &level(3));
    let now = asked()
        .rated("all", "A-1", &level(2))
        .rated("all", "A-2", &level(2))
        .rated("all", "B-1", &level(3))
        .dont_know("all", "B-1", 9);
    let course = Waves::of([before, now]).score();
    let [won, lost] = course.change("all").gates.as_slice() else {
        panic!("two gates differ")
    };
    assert!(won.won && won.has_movement());
    assert_eq!(
        (won.plateau, won.turns.len(), won.turns[0].cause),
        (0, 1, Cause::Level)
    );
    assert_eq!(
        won.turns[0].levels.map(|level| level.unwrap().number()),
        [1, 2]
    );
    assert!(!lost.won && !lost.has_movement());
    assert_eq!((lost.plateau, lost.turns[0].cause), (1, Cause::Coverage));
}

#[test]
fn hiding_settling_and_silence_are_told_from_movement() {
    let cause = |before: Undertaking, now: Undertaking| {
        let fill = |it: Undertaking| {
            it.protecting(5)
                .rated("all", "A-2", &[0, 6, 0, 0])
                .rated("all", "B-1", &[0, 6, 0, 0])
        };
        let course = Waves::of([fill(before), fill(now)]).score();
        course.change("all").gates[0].turns[0].cause
    };
    let met = || asked().rated("all", "A-1", &[0, 6, 0, 0]);
    let few = || asked().rated("all", "A-1", &[0, 3, 0, 0]);
    assert_eq!(cause(met(), few()), Cause::Hiding);
    assert_eq!(cause(few(), met()), Cause::Hiding);
    assert_eq!(cause(asked(), met()), Cause::Answered);
    assert_eq!(
        cause(met(), met().moderated("all", "A-1", 1)),
        Cause::Settling
    );
    assert_eq!(
        cause(
            met(),
            asked()
                .not_relevant("all", "A-1", 6)
                .rated("all", "A-1", &[6, 0, 0, 0])
        ),
        Cause::Level
    );
}

fn mapping(comparable: Comparable) -> Mapping {
    let kept = |(practice, id): (usize, &str), comparable| Carried {
        fate: Fate::Kept,
        old: vec![id.to_owned()],
        new: vec![practice],
        comparable,
        reason: None,
    };
    Mapping {
        name: "mapping.toml".to_owned(),
        path: "mapping.toml".into(),
        from: "0.9.0".to_owned(),
        carried: vec![
            kept((0, "A-1"), comparable),
            kept((1, "A-2"), Comparable::Fully),
            kept((2, "B-1"), Comparable::Fully),
        ],
        columns: Vec::new(),
    }
}

#[test]
fn what_answers_another_question_is_never_compared_and_what_nearly_does_is_marked() {
    let wave = || {
        asked()
            .rated("all", "A-1", &[0, 6, 0, 0])
            .rated("all", "A-2", &[0, 6, 0, 0])
    };
    for (comparable, compared) in [
        (Comparable::Fully, true),
        (Comparable::Partly, true),
        (Comparable::Not, false),
    ] {
        let course = Waves::of([wave(), wave()])
            .carried(mapping(comparable))
            .score();
        let change = course.change("all");
        assert!(change.other_version);
        assert_eq!(change.practices[0].comparable, comparable);
        assert_eq!(change.practices[0].moved.is_ok(), compared);
        assert_eq!(change.total.practices, 1 + usize::from(compared));
    }
}

#[test]
fn two_waves_of_one_older_version_are_compared_as_they_were_asked() {
    let wave = || asked().rated("all", "A-1", &[0, 6, 0, 0]);
    let mut waves = Waves::of([wave(), wave(), wave()]).carried(mapping(Comparable::Not));
    waves.assessment.waves[1] = waves.assessment.waves[0].clone();
    let course = waves.score();
    let earlier = course.profile(1, "all").change.as_ref().unwrap();
    assert!(!earlier.other_version && earlier.practices[0].moved.is_ok());
    assert_eq!(course.moved("all", "A-1"), &Err(Unlike::Version));
}

#[test]
fn the_wave_before_is_told_by_date_where_all_have_one() {
    let wave = |level: usize| {
        let mut counts = [0; 4];
        counts[level] = 6;
        asked().rated("all", "A-1", &counts)
    };
    let mut waves = Waves::of([wave(3), wave(0), wave(1)]);
    for (wave, year) in waves.assessment.waves.iter_mut().zip([2026, 2024, 2025]) {
        wave.date = Some(jiff::civil::date(year, 10, 1));
    }
    let course = waves.score();
    let since = |wave: usize| {
        course
            .profile(wave, "all")
            .change
            .as_ref()
            .map(|it| it.since)
    };
    assert_eq!([since(0), since(1), since(2)], [Some(2), None, Some(1)]);
}

#[test]
fn a_panel_is_told_by_shares_and_its_number_only_where_it_tells_of_no_few() {
    let panel = |people: [u32; 2], known: [u64; 2], same: u64| {
        let wave = |people| {
            asked()
                .protecting(5)
                .rated("all", "A-1", &[0, people, 0, 0])
        };
        let waves = Waves::of(people.map(wave)).recurring(&known, same);
        let panel = waves.score().change("all").panel.unwrap();
        (panel.kind, panel.same)
    };
    assert_eq!(panel([40, 44], [40, 44], 30), (PanelKind::Panel, Some(30)));
    assert_eq!(panel([40, 44], [40, 44], 29), (PanelKind::Partly, Some(29)));
    assert_eq!(panel([40, 44], [40, 44], 37), (PanelKind::Panel, None));
    assert_eq!(
        panel([40, 44], [40, 44], 10),
        (PanelKind::CrossSections, Some(10))
    );
    assert_eq!(
        panel([40, 44], [40, 44], 4),
        (PanelKind::CrossSections, None)
    );
    assert_eq!(
        panel([40, 44], [40, 44], 0),
        (PanelKind::CrossSections, Some(0))
    );
    assert_eq!(panel([40, 44], [40, 39], 30), (PanelKind::Untold, None));
    assert_eq!(panel([9, 44], [9, 44], 9), (PanelKind::Untold, None));
}

/// A sample whose answers are given `by` places further on.
pub fn turned(sample: &Sample, by: usize) -> Sample {
    let mut later = sample.clone();
    let said: Vec<_> = sample.said.values().cloned().collect();
    for (place, value) in later.said.values_mut().enumerate() {
        *value = said[(place + by) % said.len()].clone();
    }
    later
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_change_is_the_difference_of_what_the_two_waves_show(
        sample in samples(&[3, 5]),
        by in 0..40_usize,
    ) {
        let course = Waves::of([sample.undertaking(), turned(&sample, by).undertaking()]).score();
        for unit in 0..sample.parents.len() {
            let Some(change) = &course.profile(1, &unit_id(unit)).change else { continue };
            let mut alike = 0;
            for practice in &change.practices {
                let Ok(moved) = &practice.moved else { continue };
                alike += 1;
                let points = |wave| {
                    course.at(wave, &unit_id(unit), &practice_id(practice.practice)).points.clone()
                };
                prop_assert_eq!(&moved.difference, &moved.now.points.minus(&moved.before.points));
                if moved.left_out.is_empty() {
                    prop_assert_eq!(Some(moved.before.points.clone()), points(0));
                    prop_assert_eq!(Some(moved.now.points.clone()), points(1));
                }
                if let Some(chance) = &moved.superiority {
                    prop_assert!(*chance >= fraction(0, 1) && *chance <= fraction(1, 1));
                }
            }
            prop_assert_eq!(change.total.practices, alike);
            let apart = change.total.means.as_ref().map(|[before, now]| now.minus(before));
            prop_assert_eq!(&change.total.difference, &apart);
        }
    }

    #[test]
    fn the_order_in_which_waves_are_declared_does_not_matter_where_they_have_dates(
        sample in samples(&[3, 5]),
        by in 0..40_usize,
    ) {
        let dated = |swapped: bool| {
            let mut years = [2025, 2026];
            let mut pair = [sample.undertaking(), turned(&sample, by).undertaking()];
            if swapped {
                pair.reverse();
                years.reverse();
            }
            let mut waves = Waves::of(pair);
            for (wave, year) in waves.assessment.waves.iter_mut().zip(years) {
                wave.date = Some(jiff::civil::date(year, 1, 1));
            }
            waves.score()
        };
        let (one, other) = (dated(false), dated(true));
        for unit in (0..sample.parents.len()).map(unit_id) {
            let [one, other] = [one.profile(1, &unit), other.profile(0, &unit)];
            let practices = |it: &plateau::scoring::Profile| {
                it.change.as_ref().map(|change| change.practices.clone())
            };
            prop_assert_eq!(practices(one), practices(other));
        }
    }
}
