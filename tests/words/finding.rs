use jiff::civil::date;
use plateau::finding::{FINDINGS, Finding, find};
use plateau::intake::{Answer, Evidence};
use plateau::scoring::*;

use super::fixture::*;

fn found(wave: &WaveCard) -> Vec<Finding> {
    find(&model(), &assessment(), wave, 0)
}

fn kinds(wave: &WaveCard) -> Vec<&'static str> {
    found(wave)
        .iter()
        .map(|finding| finding.kind().id)
        .collect()
}

fn of_kind(wave: &WaveCard, id: &str) -> Vec<Finding> {
    let mut found = found(wave);
    found.retain(|finding| finding.kind().id == id);
    found
}

fn passing() -> Vec<Score> {
    (0..3)
        .map(|practice| rated(practice, [0, 0, 10, 0]))
        .collect()
}

/// Every practice passes, but one is different.
fn but(practice: usize, score: Score) -> WaveCard {
    let mut scores = passing();
    scores[practice] = score;
    wave(scores)
}

#[test]
fn a_unit_where_all_is_as_it_should_be_gives_no_findings() {
    assert_eq!(found(&wave(passing())), []);
}

#[test]
fn every_kind_has_a_name_of_its_own() {
    let ids: std::collections::BTreeSet<&str> = FINDINGS.iter().map(|kind| kind.id).collect();
    assert_eq!(ids.len(), FINDINGS.len());
}

#[test]
fn blockers_of_a_plateau_come_nearest_first_and_those_without_a_distance_last() {
    let mut near = rated(SELL, [0, 6, 4, 0]);
    let card = wave(vec![
        rated(BAKE, [9, 1, 0, 0]),
        near.clone(),
        rated(COUNT, [0, 0, 9, 0]),
    ]);
    let order = |card: &WaveCard| -> Vec<usize> {
        of_kind(card, "blocker")
            .iter()
            .map(|finding| match finding {
                Finding::Blocker { practice, .. } => *practice,
                other => panic!("{other:?}"),
            })
            .collect()
    };
    assert_eq!(order(&card), [SELL, BAKE]);
    near.standing = Standing::Below { distance: None };
    let card = wave(vec![
        rated(BAKE, [9, 1, 0, 0]),
        near,
        rated(COUNT, [0, 0, 9, 0]),
    ]);
    assert_eq!(order(&card), [BAKE, SELL]);
}

#[test]
fn a_blocker_says_where_it_is_and_how_far_it_is_from_the_gate() {
    // s = 4 of n = 10 at level 3 or above: ⌊10/2⌋ + 1 − 4 = 2.
    assert_eq!(
        found(&but(BAKE, rated(BAKE, [0, 6, 4, 0])))[0],
        Finding::Blocker {
            practice: BAKE,
            plateau: 0,
            level: level(2),
            gate: level(3),
            distance: Some(2)
        }
    );
}

#[test]
fn what_a_later_plateau_lacks_comes_after_what_makes_one_doubt_and_before_the_background() {
    let mut scores = vec![
        rated(BAKE, [0, 0, 0, 10]),
        disputed(SELL, [5, 0, 0, 5], -0.6),
        rated(COUNT, [9, 1, 0, 0]),
    ];
    scores[SELL].standing = Standing::Below { distance: Some(1) };
    assert_eq!(
        kinds(&wave(scores)),
        ["blocker", "disputed", "blocker", "strength"]
    );
}

#[test]
fn the_lowest_plateau_that_is_not_met_comes_first_even_when_it_is_not_the_first() {
    let mut scores = passing();
    scores[SELL] = disputed(SELL, [4, 0, 0, 6], -0.6);
    scores[COUNT] = rated(COUNT, [9, 1, 0, 0]);
    assert_eq!(
        kinds(&wave(scores)),
        ["blocker", "fragile_gate", "disputed"]
    );
}

#[test]
fn a_practice_that_parts_fall_short_of_is_not_common_and_names_them() {
    let mut score = rated(BAKE, [0, 0, 10, 0]);
    score.standing = Standing::NotCommon;
    score.commonness = Commonness::NotCommon(vec![2]);
    assert_eq!(
        found(&but(BAKE, score)),
        [Finding::NotCommon {
            practice: BAKE,
            plateau: 0,
            level: level(3),
            units: vec![2]
        }]
    );
}

#[test]
fn a_part_that_falls_short_by_one_answer_is_a_doubt_and_no_blocker() {
    let mut score = rated(BAKE, [0, 0, 10, 0]);
    score.commonness = Commonness::PerhapsNot(vec![1]);
    assert_eq!(
        found(&but(BAKE, score)),
        [Finding::PerhapsNotCommon {
            practice: BAKE,
            plateau: 0,
            units: vec![1]
        }]
    );
}

#[test]
fn a_met_gate_is_fragile_when_it_hangs_on_two_answers_but_not_on_three() {
    let margin = |practice, margin| {
        let mut score = rated(practice, [0, 0, 10, 0]);
        score.standing = Standing::Met {
            margin: Some(margin),
        };
        score
    };
    let card = wave(vec![margin(BAKE, 2), margin(SELL, 1), margin(COUNT, 3)]);
    assert_eq!(
        found(&card),
        [Finding::FragileGate {
            plateau: 0,
            practices: vec![(SELL, 1), (BAKE, 2)]
        }]
    );
}

#[test]
fn a_gate_that_is_missed_is_not_called_fragile() {
    let card = wave(vec![
        rated(BAKE, [9, 1, 0, 0]),
        rated(SELL, [0, 4, 6, 0]),
        rated(COUNT, [0, 0, 9, 0]),
    ]);
    assert_eq!(kinds(&card), ["blocker"]);
}

#[test]
fn a_later_plateau_above_an_earlier_one_is_an_inverted_profile_with_both_means() {
    let mut card = wave(passing());
    card.profiles[0].inversions = vec![(0, 1)];
    card.profiles[0].plateaus[1].score.mean = Some(Fraction::whole(4));
    assert_eq!(
        found(&card),
        [Finding::InvertedProfile {
            earlier: (0, Fraction::whole(3)),
            later: (1, Fraction::whole(4))
        }]
    );
}

#[test]
fn thin_coverage_counts_those_asked_without_those_it_does_not_concern() {
    let mut score = rated(BAKE, [0, 0, 3, 0]);
    score.standing = Standing::Undecided(Undecided::ThinlyCovered);
    let figures = figures(&mut score);
    (figures.dont_know, figures.blank, figures.not_relevant) = (2, 4, 7);
    assert_eq!(
        found(&but(BAKE, score)),
        [Finding::ThinCoverage {
            practice: BAKE,
            n: 3,
            asked: 9
        }]
    );
}

#[test]
fn unanswered_practices_are_gathered_by_plateau() {
    let card = wave(vec![empty(BAKE), empty(SELL), empty(COUNT)]);
    assert_eq!(
        found(&card),
        [
            Finding::Unanswered {
                plateau: 0,
                practices: vec![BAKE, SELL]
            },
            Finding::Unanswered {
                plateau: 1,
                practices: vec![COUNT]
            },
        ]
    );
}

#[test]
fn a_gap_of_a_whole_level_is_far_from_target_and_a_smaller_one_is_not() {
    let with_gap = |gap: Fraction| {
        let mut score = rated(BAKE, [0, 0, 10, 0]);
        score.target = Some(level(4));
        score.gap = Some(gap);
        found(&but(BAKE, score))
    };
    assert_eq!(with_gap(Fraction::new(99, 100)), []);
    assert_eq!(
        with_gap(Fraction::whole(1)),
        [Finding::FarFromTarget {
            practice: BAKE,
            target: level(4),
            points: Fraction::whole(3),
            gap: Fraction::whole(1)
        }]
    );
}

#[test]
fn the_most_disputed_practice_comes_first_and_carries_its_counts() {
    let mut scores = passing();
    scores[BAKE] = disputed(BAKE, [4, 0, 0, 6], -0.2);
    scores[SELL] = disputed(SELL, [4, 0, 0, 6], -0.9);
    let card = wave(scores);
    let found = of_kind(&card, "disputed");
    assert!(matches!(found[0], Finding::Disputed { practice: SELL, .. }));
    assert!(matches!(&found[1], Finding::Disputed { counts, .. } if counts == &[4, 0, 0, 6]));
}

#[test]
fn a_practice_above_its_gate_is_a_strength_unless_people_see_it_differently() {
    let agreed = but(BAKE, rated(BAKE, [0, 0, 0, 10]));
    assert_eq!(
        found(&agreed),
        [Finding::Strength {
            practice: BAKE,
            level: level(4),
            points: Fraction::whole(4)
        }]
    );
    let split = but(BAKE, disputed(BAKE, [3, 0, 0, 9], -0.5));
    assert_eq!(of_kind(&split, "strength"), []);
}

#[test]
fn hidden_groups_name_the_practices_hidden_here_and_the_parts_with_anything_hidden() {
    let mut card = but(BAKE, hidden(BAKE));
    card.profiles[1] = profile(1, passing());
    assert_eq!(
        of_kind(&card, "hidden_groups"),
        [Finding::HiddenGroups {
            practices: vec![BAKE],
            units: vec![2],
            minimum_group: 5
        }]
    );
}

#[test]
fn a_unit_is_a_single_layer_when_no_part_that_may_be_shown_has_answers() {
    let nothing = |unit| profile(unit, (0..3).map(empty).collect());
    let mut card = wave(passing());
    card.profiles[1] = nothing(1);
    assert_eq!(found(&card), []);
    card.profiles[2] = profile(2, (0..3).map(hidden).collect());
    assert_eq!(kinds(&card), ["hidden_groups", "single_layer"]);
    assert_eq!(
        find(&model(), &assessment(), &card, 2).last(),
        Some(&Finding::HiddenGroups {
            practices: vec![BAKE, SELL, COUNT],
            units: vec![],
            minimum_group: 5
        })
    );
}

#[test]
fn a_model_that_asks_for_one_layer_only_never_speaks_of_single_layers() {
    let mut one = model();
    one.minimum_layers = 1;
    let card = wave(passing());
    assert_eq!(find(&one, &assessment(), &card, 1), []);
    assert_eq!(
        find(&model(), &assessment(), &card, 1),
        [Finding::SingleLayer]
    );
}

fn settled(practice: usize, number: u64, evidence: Option<Evidence>) -> Score {
    let level = level(number);
    Score {
        settled: Some(Answer::Rated(level)),
        level: Some(level),
        evidence,
        standing: Standing::Met { margin: None },
        ..empty(practice)
    }
}

#[test]
fn a_level_that_was_set_as_high_as_the_gate_asks_wants_evidence() {
    let of = |number, evidence| of_kind(&but(BAKE, settled(BAKE, number, evidence)), "no_evidence");
    let lacking = [Finding::NoEvidence {
        practices: vec![BAKE],
    }];
    assert_eq!(of(3, None), lacking);
    let day_alone = Evidence {
        date: Some(date(2026, 9, 1)),
        ..Evidence::default()
    };
    assert_eq!(of(3, Some(day_alone)), lacking);
    assert_eq!(of(3, Some(Evidence::noted("Set"))), []);
    assert_eq!(of(2, None), []);
}

#[test]
fn evidence_is_too_old_from_the_day_after_the_longest_age() {
    let dated = |practice, day| {
        let evidence = Evidence {
            date: Some(day),
            ..Evidence::noted("Set")
        };
        settled(practice, 3, Some(evidence))
    };
    let mut assessment = assessment();
    assessment.max_age = Some(12);
    let card = WaveCard {
        date: Some(date(2026, 10, 1)),
        ..wave(vec![
            dated(BAKE, date(2025, 10, 1)),
            dated(SELL, date(2025, 9, 30)),
            dated(COUNT, date(2024, 1, 1)),
        ])
    };
    let old = |card: &WaveCard| -> Vec<Finding> {
        let mut found = find(&model(), &assessment, card, 0);
        found.retain(|finding| finding.kind().id == "old_evidence");
        found
    };
    let expected = [Finding::OldEvidence {
        practices: vec![(COUNT, date(2024, 1, 1)), (SELL, date(2025, 9, 30))],
        max_age: 12,
    }];
    assert_eq!(old(&card), expected);
    let undated = WaveCard { date: None, ..card };
    assert_eq!(old(&undated), []);
}
