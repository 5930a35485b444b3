//! Comments: where they may be shown.

use plateau::scoring::Comments;

use crate::support::model::model;
use crate::support::undertaking::{Scored, Undertaking};

/// A department with so many raters of its own and in each of its teams, each of whom somebody
/// wrote something; ten are enough.
fn department(own: u32, teams: &[u32]) -> Scored {
    let mut undertaking = Undertaking::of(model(3).plateau(2).practice("A-1").build())
        .protecting(5)
        .top("dep")
        .keeping_comments(10)
        .rated("dep", "A-1", &[0, own, 0])
        .commented("dep", "A-1", "dep");
    for (team, &people) in teams.iter().enumerate() {
        let team = format!("team-{team}");
        undertaking = undertaking
            .part("dep", &team)
            .rated(&team, "A-1", &[people, 0, 0])
            .commented(&team, "A-1", &team);
    }
    undertaking.score()
}

fn shown(scored: &Scored, unit: &str) -> Option<Vec<String>> {
    match &scored.at(unit, "A-1").comments {
        Comments::Shown(comments) => Some(comments.clone()),
        Comments::Hidden => None,
        Comments::NotKept => panic!("they were kept"),
    }
}

#[test]
fn a_unit_shows_its_own_comments_and_those_of_its_parts_by_text() {
    let scored = department(10, &[11, 10]);
    let all = ["dep", "team-0", "team-1"].map(str::to_owned);
    assert_eq!(shown(&scored, "dep").unwrap(), all);
    assert_eq!(shown(&scored, "team-0").unwrap(), ["team-0"]);
    assert_eq!(shown(&scored, "team-1").unwrap(), ["team-1"]);
}

#[test]
fn comments_are_hidden_where_figures_are_not() {
    let scored = department(12, &[9]);
    assert!(scored.shows("team-0", "A-1"));
    assert_eq!(shown(&scored, "team-0"), None);
    assert_eq!(shown(&scored, "dep").unwrap().len(), 2);
    assert_eq!(shown(&department(9, &[]), "dep"), None);
}

#[test]
fn a_rest_of_too_few_hides_the_comments_of_the_smallest_part() {
    let scored = department(9, &[12, 11]);
    assert_eq!(shown(&scored, "team-0").unwrap(), ["team-0"]);
    assert_eq!(shown(&scored, "team-1"), None);
}

#[test]
fn who_could_not_rate_but_wrote_is_protected_too() {
    let scored = Undertaking::of(model(3).plateau(2).practice("A-1").build())
        .protecting(5)
        .top("dep")
        .part("dep", "team")
        .keeping_comments(10)
        .rated("team", "A-1", &[20, 0, 0])
        .dont_know("dep", "A-1", 2)
        .commented("dep", "A-1", "I cannot see it from here.")
        .score();
    assert_eq!(shown(&scored, "team"), None);
    assert_eq!(shown(&scored, "dep").unwrap().len(), 1);
}

#[test]
fn nothing_is_hidden_where_nobody_in_the_wave_wrote_anything() {
    let scored = Undertaking::of(model(3).plateau(2).practice("A-1").build())
        .protecting(5)
        .top("dep")
        .keeping_comments(10)
        .rated("dep", "A-1", &[1, 0, 0])
        .score();
    assert_eq!(shown(&scored, "dep").unwrap(), [""; 0]);
}

#[test]
fn where_nobody_was_asked_there_is_nothing_to_hide() {
    let scored = Undertaking::of(model(3).plateau(2).practice("A-1").practice("A-2").build())
        .protecting(5)
        .top("dep")
        .keeping_comments(10)
        .rated("dep", "A-2", &[12, 0, 0])
        .commented("dep", "A-2", "noget")
        .score();
    assert_eq!(shown(&scored, "dep").unwrap(), [""; 0]);
}
