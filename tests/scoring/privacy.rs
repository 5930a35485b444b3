//! Parts and rest: which groups are shown.

use plateau::assessment::{Unit, Units};
use plateau::model::Model;
use plateau::scoring::{RoleCell, Shown, Standing, Undecided, Visibility, shown_units};

use crate::support::model::model;
use crate::support::undertaking::{Scored, Undertaking, fraction};

use Visibility::{Empty, Hidden, Shown as Seen};

/// A unit 0 with so many raters of its own, and its sub-units 1, 2, … with so many each.
fn flat(own: u64, parts: &[u64]) -> Vec<Visibility> {
    let unit = |parent: Option<usize>| Unit {
        id: String::new(),
        name: String::new(),
        parent,
        invited: None,
        implicit: false,
        children: Vec::new(),
    };
    let mut list = vec![unit(None)];
    list.extend(parts.iter().map(|_| unit(Some(0))));
    let mut raters = vec![own + parts.iter().sum::<u64>()];
    raters.extend(parts);
    shown_units(&Units::new(list).unwrap(), &raters, 5)
}

#[test]
fn a_top_unit_is_shown_from_the_minimum_on() {
    assert_eq!(flat(5, &[]), [Seen]);
    assert_eq!(flat(4, &[]), [Hidden]);
    assert_eq!(flat(0, &[]), [Empty]);
}

#[test]
fn parts_of_at_least_the_minimum_without_a_rest_are_all_shown() {
    assert_eq!(flat(0, &[5, 6, 7]), [Seen, Seen, Seen, Seen]);
}

#[test]
fn the_smallest_shown_part_joins_a_rest_that_is_too_small() {
    // Four of the third unit would be the difference of the others: the first joins them.
    assert_eq!(flat(0, &[6, 9, 4]), [Seen, Hidden, Seen, Hidden]);
    assert_eq!(flat(2, &[9, 6]), [Seen, Seen, Hidden]);
}

#[test]
fn of_parts_of_the_same_size_the_first_joins_the_rest() {
    assert_eq!(flat(1, &[7, 7, 7]), [Seen, Hidden, Seen, Seen]);
}

#[test]
fn two_small_parts_are_a_rest_that_is_large_enough() {
    assert_eq!(flat(0, &[6, 3, 2]), [Seen, Seen, Hidden, Hidden]);
}

#[test]
fn the_only_shown_part_joins_the_rest_too() {
    assert_eq!(flat(3, &[5]), [Seen, Hidden]);
}

fn one() -> Model {
    model(3).plateau(2).practice("A-1").build()
}

fn tree() -> Undertaking {
    Undertaking::of(one())
        .protecting(5)
        .role("lead")
        .role("staff")
        .top("all")
        .part("all", "a")
        .part("all", "b")
        .part("a", "a1")
        .part("a", "a2")
}

#[test]
fn nothing_below_an_unshown_unit_is_shown() {
    let scored = tree()
        .rated("a1", "A-1", &[0, 6, 0])
        .rated("a2", "A-1", &[0, 6, 0])
        .rated("b", "A-1", &[0, 20, 0])
        .rated("all", "A-1", &[0, 1, 0])
        .score();
    let shown = |unit: &str| scored.shows(unit, "A-1");
    assert!(shown("all") && shown("b"));
    assert!(!shown("a") && !shown("a1") && !shown("a2"));
}

#[test]
fn a_hidden_cell_tells_nothing_and_leaves_total_and_gate() {
    let scored = tree()
        .target("A-1", 3)
        .rated("a", "A-1", &[0, 0, 4])
        .rated("b", "A-1", &[0, 6, 0])
        .score();
    let score = scored.at("a", "A-1");
    assert_eq!(score.figures, Shown::Hidden);
    assert_eq!(
        (score.level, &score.points, &score.gap),
        (None, &None, &None)
    );
    assert_eq!(score.standing, Standing::Undecided(Undecided::Hidden));
    assert_eq!(scored.profile("a").total.points, None);
    assert_eq!(scored.plateau("a", 1).undecided, [0]);
    assert_eq!(scored.profile("a").respondents, 4);
}

#[test]
fn a_hidden_cell_with_a_moderated_level_counts_with_it() {
    let scored = tree()
        .rated("a", "A-1", &[0, 0, 4])
        .rated("b", "A-1", &[0, 6, 0])
        .moderated("a", "A-1", 1)
        .score();
    let score = scored.at("a", "A-1");
    assert_eq!(score.figures, Shown::Hidden);
    assert_eq!(score.points, Some(fraction(1, 1)));
    assert_eq!(score.standing, Standing::Below { distance: None });
}

#[test]
fn an_empty_cell_is_empty_and_not_hidden() {
    let scored = tree().rated("b", "A-1", &[0, 6, 0]).score();
    assert_eq!(scored.figures("a1", "A-1").n, 0);
    let standing = &scored.at("a1", "A-1").standing;
    assert_eq!(*standing, Standing::Undecided(Undecided::Unanswered));
}

#[test]
fn an_empty_cell_is_hidden_with_all_below_where_few_were_asked() {
    let asked = |people: u32| {
        tree()
            .rated("b", "A-1", &[0, 6, 0])
            .dont_know("a1", "A-1", people)
            .score()
    };
    let few = asked(4);
    assert!(!few.shows("a", "A-1") && !few.shows("a1", "A-1") && !few.shows("a2", "A-1"));
    let enough = asked(5);
    assert!(enough.shows("a", "A-1") && enough.shows("a1", "A-1"));
    assert_eq!(enough.figures("a1", "A-1").dont_know, 5);
}

#[test]
fn what_few_people_said_instead_of_rating_cannot_be_subtracted() {
    let beside = |people: u32| {
        tree()
            .rated("b", "A-1", &[0, 6, 0])
            .dont_know("all", "A-1", people)
            .score()
    };
    // All less b would be the don't-knows of the four.
    assert!(beside(4).shows("all", "A-1") && !beside(4).shows("b", "A-1"));
    assert!(beside(5).shows("b", "A-1"));
    assert!(beside(0).shows("b", "A-1"));
    // Nobody rated it: all less a would be the four again.
    let scored = tree()
        .dont_know("a", "A-1", 5)
        .not_relevant("all", "A-1", 4)
        .score();
    assert!(scored.shows("all", "A-1") && !scored.shows("a", "A-1"));
}

/// The mean and n of a role in a unit; `None` where hidden.
fn cell<'a>(scored: &'a Scored, unit: &str, role: usize) -> Option<&'a RoleCell> {
    scored.profile(unit).roles[role].cells[0].as_option()
}

const LEAD: Option<&str> = Some("lead");
const STAFF: Option<&str> = Some("staff");

#[test]
fn a_split_is_shown_where_every_role_is_large_enough() {
    let scored = tree()
        .rated_as("a1", LEAD, "A-1", &[0, 0, 5])
        .rated_as("a1", STAFF, "A-1", &[2, 4, 0])
        .score();
    assert_eq!(cell(&scored, "all", 0).map(|cell| cell.n), Some(5));
    let staff = cell(&scored, "all", 1).unwrap();
    assert_eq!(staff.mean, Some(fraction(10, 6)));
    // Nobody is without a role, so there is no such group.
    assert_eq!(scored.profile("all").roles.len(), 2);
    assert_eq!(scored.profile("all").roles[0].respondents, Shown::Shown(5));
}

#[test]
fn one_role_that_is_too_small_hides_the_split() {
    let scored = tree()
        .rated_as("all", LEAD, "A-1", &[0, 0, 4])
        .rated_as("all", STAFF, "A-1", &[9, 0, 0])
        .score();
    assert_eq!(cell(&scored, "all", 0), None);
    assert_eq!(cell(&scored, "all", 1), None);
    assert_eq!(scored.profile("all").roles[1].respondents, Shown::Hidden);
    assert!(scored.shows("all", "A-1"));
}

#[test]
fn a_part_of_one_role_only_does_not_hide_the_split_unless_the_others_are_too_few() {
    let leads_in_b = |leads_in_a: u32| {
        tree()
            .rated_as("b", LEAD, "A-1", &[0, 0, 9])
            .rated_as("a", LEAD, "A-1", &[0, leads_in_a, 0])
            .rated_as("a", STAFF, "A-1", &[9, 0, 0])
            .score()
    };
    // The four leads in a are all leads less those in b.
    assert_eq!(cell(&leads_in_b(4), "all", 0), None);
    assert_eq!(cell(&leads_in_b(5), "all", 0).map(|cell| cell.n), Some(14));
}

#[test]
fn people_without_a_role_are_a_role_of_their_own() {
    let scored = tree()
        .rated_as("all", LEAD, "A-1", &[0, 0, 5])
        .rated("all", "A-1", &[4, 0, 0])
        .score();
    let roles = &scored.profile("all").roles;
    assert_eq!(
        roles.iter().map(|role| role.role).collect::<Vec<_>>(),
        [Some(0), Some(1), None]
    );
    assert_eq!(cell(&scored, "all", 0), None);
    let scored = tree()
        .rated_as("all", LEAD, "A-1", &[0, 0, 5])
        .rated("all", "A-1", &[5, 0, 0])
        .score();
    let nobody = RoleCell { n: 0, mean: None };
    assert_eq!(cell(&scored, "all", 1), Some(&nobody));
    assert_eq!(cell(&scored, "all", 2).map(|cell| cell.n), Some(5));
}

#[test]
fn roles_that_are_too_small_in_each_part_are_shown_together() {
    let scored = tree()
        .rated_as("a", LEAD, "A-1", &[0, 3, 0])
        .rated_as("a", STAFF, "A-1", &[0, 5, 0])
        .rated_as("b", LEAD, "A-1", &[0, 2, 0])
        .rated_as("b", STAFF, "A-1", &[0, 5, 0])
        .score();
    assert_eq!(cell(&scored, "all", 0).map(|cell| cell.n), Some(5));
    assert_eq!(cell(&scored, "a", 1), None);
}

#[test]
fn a_sub_units_split_that_would_break_its_parents_is_not_shown() {
    let leads_in_b = |leads: u32| {
        tree()
            .rated_as("a", LEAD, "A-1", &[0, 5, 0])
            .rated_as("a", STAFF, "A-1", &[0, 5, 0])
            .rated_as("b", LEAD, "A-1", &[0, leads, 0])
            .rated_as("b", STAFF, "A-1", &[0, 5, 0])
            .score()
    };
    // All leads less those in a would be the one in b.
    assert_eq!(cell(&leads_in_b(1), "all", 0).map(|cell| cell.n), Some(6));
    assert_eq!(cell(&leads_in_b(1), "a", 0), None);
    assert_eq!(cell(&leads_in_b(5), "a", 0).map(|cell| cell.n), Some(5));
    assert_eq!(cell(&leads_in_b(5), "b", 0).map(|cell| cell.n), Some(5));
}

#[test]
fn where_nobody_has_a_role_there_are_no_role_profiles() {
    let scored = tree().rated("b", "A-1", &[0, 6, 0]).score();
    assert!(scored.profile("all").roles.is_empty());
}
