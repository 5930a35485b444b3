use plateau::finding::plan::{Act, Reason};
use plateau::model::Model;

use super::{planned, told};
use crate::support::model::model;
use crate::support::undertaking::{Scored, Undertaking};

/// Two plateaus with gates at 3: `A-1 A-2 A-3` and `B-1 B-2`; links as given.
fn linked(links: &[(&str, &str)]) -> Model {
    let mut model = model(5)
        .plateau(3)
        .practice("A-1")
        .practice("A-2")
        .practice("A-3")
        .plateau(3)
        .practice("B-1")
        .practice("B-2")
        .build();
    for (from, to) in links {
        let (from, to) = (model.practice(from).unwrap(), model.practice(to).unwrap());
        model.practices[from].links.push(to);
    }
    model
}

/// A unit `a` whose one assessor put the practices at these levels.
fn settled(model: Model, levels: &[(&str, u64)]) -> Scored {
    let mut undertaking = Undertaking::of(model).top("a");
    for (practice, level) in levels {
        undertaking = undertaking.settled("a", practice, *level);
    }
    undertaking.score()
}

#[test]
fn the_nearest_gate_comes_first_one_level_at_a_time() {
    let levels = [("A-1", 1), ("A-2", 2), ("A-3", 3), ("B-1", 2), ("B-2", 4)];
    let scored = settled(linked(&[]), &levels);
    let plan = planned(&scored, "a", 5);
    assert_eq!(
        told(&scored, &plan),
        [vec!["A-2 3", "A-1 2"], vec!["A-1 3", "B-1 3"]]
    );
    let way = plan.way.unwrap();
    assert_eq!((way.plateau, way.levels(), way.uncounted()), (0, 3, 2));
}

#[test]
fn what_was_begun_is_finished_before_more_is_begun() {
    let levels = [("A-1", 1), ("A-2", 1), ("A-3", 1), ("B-1", 3), ("B-2", 3)];
    let scored = settled(linked(&[]), &levels);
    let plan = planned(&scored, "a", 2);
    assert_eq!(
        told(&scored, &plan),
        [
            vec!["A-1 2", "A-2 2"],
            vec!["A-1 3", "A-2 3"],
            vec!["A-3 2"],
            vec!["A-3 3"]
        ]
    );
}

#[test]
fn a_practice_that_another_builds_on_comes_before_it_at_every_level() {
    let levels = [("A-1", 2), ("A-2", 1), ("A-3", 3), ("B-1", 3), ("B-2", 3)];
    let scored = settled(linked(&[("A-1", "A-2")]), &levels);
    assert_eq!(
        told(&scored, &planned(&scored, "a", 5)),
        [vec!["A-2 2"], vec!["A-2 3", "A-1 3"]]
    );
    // Two that name each other work together, and neither comes first.
    let together = settled(linked(&[("A-1", "A-2"), ("A-2", "A-1")]), &levels);
    assert_eq!(
        told(&together, &planned(&together, "a", 5)),
        [vec!["A-1 3", "A-2 2"], vec!["A-2 3"]]
    );
}

#[test]
fn a_circle_of_links_holds_nothing_up() {
    let circle = [("A-1", "A-2"), ("A-2", "A-3"), ("A-3", "A-1")];
    let levels = [("A-1", 2), ("A-2", 2), ("A-3", 2), ("B-1", 3), ("B-2", 3)];
    let scored = settled(linked(&circle), &levels);
    let steps = told(&scored, &planned(&scored, "a", 5)).concat();
    assert_eq!(steps, ["A-1 3", "A-3 3", "A-2 3"]);
}

#[test]
fn what_plateau_order_turns_round_is_shown() {
    let levels = [("A-1", 2), ("A-2", 3), ("A-3", 3), ("B-1", 2), ("B-2", 3)];
    let scored = settled(linked(&[("A-1", "B-1")]), &levels);
    let plan = planned(&scored, "a", 5);
    assert_eq!(told(&scored, &plan), [["A-1 3", "B-1 3"]]);
    let steps: Vec<_> = plan.steps().collect();
    assert_eq!(
        (&steps[0].before[..], &steps[0].supports[..]),
        (&[3][..], &[][..])
    );
    assert_eq!(
        (&steps[1].before[..], &steps[1].supports[..]),
        (&[][..], &[0][..])
    );
}

#[test]
fn what_is_not_known_is_to_be_found_out_and_not_forgotten() {
    let scored = Undertaking::of(linked(&[]))
        .protecting(5)
        .top("a")
        .rated("a", "A-1", &[0, 2, 0, 0, 0])
        .rated("a", "A-2", &[0, 2, 0, 6, 0])
        .rated("a", "A-3", &[0, 0, 6, 0, 0])
        .blank("a", "A-3", 9)
        .rated("a", "B-2", &[0, 0, 6, 0, 0])
        .score();
    let plan = planned(&scored, "a", 5);
    assert_eq!(told(&scored, &plan), [["A-1 ?", "A-3 ?", "B-1 ?"]]);
    assert_eq!(plan.way.unwrap().undecided, [0, 2]);
}

#[test]
fn only_parts_that_fall_short_are_named_and_none_where_all_do() {
    let model = model(5)
        .common_plateau(3)
        .practice("A-1")
        .practice("A-2")
        .build();
    let scored = Undertaking::of(model)
        .top("a")
        .part("a", "north")
        .part("a", "south")
        .rated("north", "A-1", &[0, 6, 0, 0, 0])
        .rated("south", "A-1", &[0, 0, 0, 9, 0])
        .rated("north", "A-2", &[0, 6, 0, 0, 0])
        .rated("south", "A-2", &[0, 9, 0, 0, 0])
        .score();
    let plan = planned(&scored, "a", 5);
    assert_eq!(told(&scored, &plan), [["A-2 3", "A-1 all 3"]]);
    let units: Vec<_> = plan.steps().map(|step| step.units.clone()).collect();
    assert_eq!(units, [vec![], vec![scored.unit("north")]]);
    let way = plan.way.unwrap();
    // North is four answers short; short by one, it would block nothing.
    let answers: Vec<_> = way.raises.iter().map(|raise| raise.answers).collect();
    assert_eq!(answers, [Some(3), Some(8)]);
}

#[test]
fn targets_come_last_and_doubts_before_them() {
    let scored = Undertaking::of(linked(&[]))
        .top("a")
        .target("A-1", 5)
        .settled("a", "A-1", 3)
        .settled("a", "A-2", 3)
        .settled("a", "A-3", 3)
        .settled("a", "B-1", 3)
        .rated("a", "B-2", &[0, 0, 6, 0, 6])
        .score();
    let plan = planned(&scored, "a", 5);
    assert_eq!(
        told(&scored, &plan),
        [vec!["B-2 =", "A-1 4"], vec!["A-1 5"]]
    );
    assert_eq!(plan.way, None);
    let reasons: Vec<Reason> = plan.steps().map(|step| step.reason).collect();
    let target = scored.level(5);
    assert_eq!(reasons[1], Reason::Target { level: target });
}

#[test]
fn a_gate_that_hangs_on_a_few_answers_is_to_be_secured() {
    let scored = Undertaking::of(linked(&[]))
        .top("a")
        .rated("a", "A-1", &[0, 4, 5, 0, 0])
        .settled("a", "A-2", 3)
        .settled("a", "A-3", 3)
        .settled("a", "B-1", 3)
        .settled("a", "B-2", 3)
        .score();
    let plan = planned(&scored, "a", 5);
    assert_eq!(told(&scored, &plan), [["A-1 !"]]);
    assert!(plan.steps().all(|step| step.act == Act::Secure));
}

#[test]
fn where_all_is_reached_there_is_nothing_to_do() {
    let all = ["A-1", "A-2", "A-3", "B-1", "B-2"].map(|practice| (practice, 3));
    let scored = settled(linked(&[]), &all);
    let plan = planned(&scored, "a", 5);
    assert_eq!((plan.iterations.len(), plan.later, plan.way), (0, 0, None));
}
