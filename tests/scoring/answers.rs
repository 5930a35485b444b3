//! The four answer states, coverage, settled and moderated levels, tailoring, targets.

use plateau::intake::Answer;
use plateau::model::Model;
use plateau::scoring::{Commonness, Relevance, Standing, Undecided, Verdict};

use crate::support::model::model;
use crate::support::undertaking::{Undertaking, fraction};

/// One plateau (gate 3) of three practices.
fn three() -> Model {
    let model = model(5).plateau(3);
    model
        .practice("A-1")
        .practice("A-2")
        .practice("A-3")
        .build()
}

fn one_unit() -> Undertaking {
    Undertaking::of(three()).top("all")
}

#[test]
fn only_ratings_enter_the_mean_and_all_states_are_counted_apart() {
    let scored = one_unit()
        .rated("all", "A-1", &[0, 0, 4, 0, 0])
        .dont_know("all", "A-1", 2)
        .not_relevant("all", "A-1", 1)
        .blank("all", "A-1", 1)
        .score();
    let figures = scored.figures("all", "A-1");
    assert_eq!(figures.mean, Some(fraction(3, 1)));
    assert_eq!((figures.n, figures.dont_know), (4, 2));
    assert_eq!((figures.not_relevant, figures.blank), (1, 1));
    // 4 of the 8 asked, less the one to whom it does not apply.
    assert_eq!(figures.coverage, Some(fraction(4, 7)));
}

#[test]
fn a_practice_that_nobody_was_asked_has_no_coverage_and_is_undecided() {
    let scored = one_unit().rated("all", "A-1", &[0, 0, 1, 0, 0]).score();
    let score = scored.at("all", "A-2");
    assert_eq!(scored.figures("all", "A-2").coverage, None);
    assert_eq!((score.level, score.points.clone()), (None, None));
    assert_eq!(score.standing, Standing::Undecided(Undecided::Unanswered));
    assert_eq!(scored.profile("all").total.practices_scored, 1);
    assert_eq!(scored.profile("all").total.points_max_adjusted, 5);
    assert_eq!(scored.profile("all").total.points_max, 15);
}

#[test]
fn nothing_answered_yet_has_no_points_and_reaches_nothing() {
    let scored = one_unit().score();
    let profile = scored.profile("all");
    assert_eq!(profile.total.points, None);
    assert_eq!(profile.total.rescaled, None);
    assert_eq!(profile.disciplines[0].mean, None);
    assert_eq!(profile.plateaus[0].verdict, Verdict::Undecided);
    assert_eq!(profile.plateau_reached, 0);
    assert!(profile.roles.is_empty());
}

#[test]
fn a_tie_cannot_pass() {
    let scored = one_unit().rated("all", "A-1", &[0, 2, 2, 0, 0]).score();
    let score = scored.at("all", "A-1");
    assert_eq!(score.level, Some(scored.level(2)));
    assert_eq!(score.standing, Standing::Below { distance: Some(1) });
}

#[test]
fn thin_coverage_claims_no_level_but_keeps_mean_and_points() {
    let scored = one_unit()
        .rated("all", "A-1", &[0, 0, 0, 2, 0])
        .blank("all", "A-1", 3)
        .score();
    let score = scored.at("all", "A-1");
    assert_eq!(score.level, None);
    assert_eq!(score.points, Some(fraction(4, 1)));
    assert_eq!(
        score.standing,
        Standing::Undecided(Undecided::ThinlyCovered)
    );
    assert_eq!(scored.figures("all", "A-1").median, Some(scored.level(4)));
}

#[test]
fn coverage_of_exactly_the_minimum_suffices() {
    for (minimum, blanks) in [(0.5, 1), (0.1, 9), (0.2, 4)] {
        let scored = one_unit()
            .minimum_coverage(minimum)
            .rated("all", "A-1", &[0, 0, 1, 0, 0])
            .blank("all", "A-1", blanks)
            .score();
        assert_eq!(
            scored.at("all", "A-1").level,
            Some(scored.level(3)),
            "{minimum}"
        );
    }
}

#[test]
fn a_moderated_level_stands_beside_the_raw_answers_and_never_replaces_them() {
    let scored = one_unit()
        .rated("all", "A-1", &[0, 4, 0, 0, 0])
        .moderated("all", "A-1", 4)
        .score();
    let score = scored.at("all", "A-1");
    assert_eq!(score.level, Some(scored.level(4)));
    assert_eq!(score.points, Some(fraction(4, 1)));
    assert_eq!(score.standing, Standing::Met { margin: None });
    assert_eq!(score.commonness, Commonness::NotAsked);
    assert_eq!(scored.figures("all", "A-1").median, Some(scored.level(2)));
    assert_eq!(scored.figures("all", "A-1").mean, Some(fraction(2, 1)));
}

#[test]
fn a_moderated_level_below_the_gate_has_no_distance() {
    let scored = one_unit().moderated("all", "A-1", 2).score();
    let standing = &scored.at("all", "A-1").standing;
    assert_eq!(*standing, Standing::Below { distance: None });
}

#[test]
fn a_moderated_level_decides_a_thinly_covered_practice() {
    let scored = one_unit()
        .rated("all", "A-1", &[1, 0, 0, 0, 0])
        .blank("all", "A-1", 9)
        .moderated("all", "A-1", 3)
        .score();
    assert_eq!(
        scored.at("all", "A-1").standing,
        Standing::Met { margin: None }
    );
}

#[test]
fn a_moderated_level_wins_over_a_settled_reading() {
    let scored = one_unit()
        .settled_answer("all", "A-1", Answer::NotRelevant)
        .moderated("all", "A-1", 4)
        .score();
    let score = scored.at("all", "A-1");
    assert_eq!(score.points, Some(fraction(4, 1)));
    assert_eq!(score.relevance, Relevance::Relevant);
    assert_eq!(score.settled, Some(Answer::NotRelevant));
}

#[test]
fn a_settled_reading_stands_at_its_own_unit_and_is_never_pooled() {
    let scored = Undertaking::of(three())
        .top("all")
        .part("all", "team")
        .part("all", "other")
        .settled("team", "A-1", 5)
        .settled("all", "A-2", 2)
        .rated("team", "A-2", &[0, 0, 0, 3, 0])
        .score();
    assert_eq!(scored.at("team", "A-1").points, Some(fraction(5, 1)));
    assert_eq!(scored.at("all", "A-1").points, None);
    let standing = &scored.at("all", "A-1").standing;
    assert_eq!(*standing, Standing::Undecided(Undecided::Unanswered));
    // The sheet is the unit's level; what people below say stays visible beside it.
    assert_eq!(scored.at("all", "A-2").points, Some(fraction(2, 1)));
    assert_eq!(scored.figures("all", "A-2").mean, Some(fraction(4, 1)));
}

#[test]
fn a_settled_reading_that_cannot_judge_leaves_the_practice_unanswered() {
    let scored = one_unit()
        .settled_answer("all", "A-1", Answer::DontKnow)
        .settled_answer("all", "A-2", Answer::NotRelevant)
        .score();
    let score = scored.at("all", "A-1");
    assert_eq!(score.standing, Standing::Undecided(Undecided::Unanswered));
    assert_eq!(score.points, None);
    assert_eq!(scored.at("all", "A-2").relevance, Relevance::NotRelevant);
    assert_eq!(scored.at("all", "A-2").standing, Standing::Outside);
}

#[test]
fn a_note_without_a_level_settles_nothing() {
    let noted = one_unit()
        .rated("all", "A-1", &[0, 0, 0, 3, 0])
        .noted("all", "A-1", "the plan")
        .noted("all", "A-2", "the minutes")
        .score();
    let score = noted.at("all", "A-1");
    assert_eq!(
        (score.settled, &score.points),
        (None, &Some(fraction(4, 1)))
    );
    let standing = &noted.at("all", "A-2").standing;
    assert_eq!(*standing, Standing::Undecided(Undecided::Unanswered));
}

#[test]
fn what_all_who_answered_call_not_relevant_leaves_the_totals() {
    let scored = one_unit()
        .rated("all", "A-1", &[0, 0, 3, 0, 0])
        .not_relevant("all", "A-2", 2)
        .blank("all", "A-2", 1)
        .not_relevant("all", "A-3", 2)
        .dont_know("all", "A-3", 1)
        .score();
    assert_eq!(scored.at("all", "A-2").relevance, Relevance::NotRelevant);
    // One who cannot judge has answered too, so A-3 is unanswered and not irrelevant.
    let standing = &scored.at("all", "A-3").standing;
    assert_eq!(*standing, Standing::Undecided(Undecided::Unanswered));
    assert_eq!(scored.profile("all").total.points_max_adjusted, 5);
}

#[test]
fn what_is_tailored_away_keeps_its_figures_but_leaves_totals_and_gate() {
    let scored = one_unit()
        .tailored_away("A-2")
        .target("A-2", 4)
        .rated("all", "A-1", &[0, 0, 3, 0, 0])
        .rated("all", "A-2", &[3, 0, 0, 0, 0])
        .rated("all", "A-3", &[0, 0, 0, 3, 0])
        .score();
    let score = scored.at("all", "A-2");
    assert_eq!(score.relevance, Relevance::TailoredAway);
    assert_eq!(
        (score.level, &score.points, &score.gap),
        (None, &None, &None)
    );
    assert_eq!(score.standing, Standing::Outside);
    assert_eq!(scored.figures("all", "A-2").mean, Some(fraction(1, 1)));
    assert_eq!(scored.profile("all").total.points, Some(fraction(7, 1)));
    assert_eq!(scored.plateau("all", 1).verdict, Verdict::Met);
    assert_eq!(scored.profile("all").disciplines[0].points_max, 15);
    assert_eq!(
        scored.profile("all").disciplines[0].mean,
        Some(fraction(7, 2))
    );
}

#[test]
fn the_gap_is_the_target_less_the_points_and_may_be_negative() {
    let scored = one_unit()
        .target("A-1", 4)
        .target("A-2", 3)
        .rated("all", "A-1", &[0, 1, 1, 0, 0])
        .rated("all", "A-2", &[0, 0, 0, 0, 2])
        .score();
    assert_eq!(scored.at("all", "A-1").gap, Some(fraction(3, 2)));
    assert_eq!(scored.at("all", "A-2").gap, Some(fraction(-2, 1)));
    assert_eq!(scored.at("all", "A-3").gap, None);
}
