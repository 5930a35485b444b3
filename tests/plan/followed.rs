use plateau::finding::find;
use plateau::finding::plan::{Outcome, follow};
use plateau::intake::{About, Content, PastPlan, past_plan};
use plateau::model::Model;

use crate::support::model::model;
use crate::support::undertaking::{Scored, Undertaking};

fn tiny() -> Model {
    model(5)
        .plateau(3)
        .practice("A-1")
        .practice("A-2")
        .practice("A-3")
        .practice("A-4")
        .build()
}

fn read(text: &str) -> Result<PastPlan, Vec<String>> {
    let about = About {
        unit: ["a", "The unit"],
    };
    let content = Content::Bytes(text.as_bytes().to_vec());
    let read = past_plan(&tiny(), about, content, "plan.csv");
    read.map(|warned| warned.value).map_err(|problems| {
        let items = problems.iter();
        items.map(|item| item.first.code.id.to_owned()).collect()
    })
}

/// A unit at these levels, in the order of the practices.
fn at(levels: [u64; 4]) -> Scored {
    let ids = ["A-1", "A-2", "A-3", "A-4"];
    let undertaking = Undertaking::of(tiny()).top("a");
    let settled = ids.into_iter().zip(levels).filter(|(_, level)| *level > 0);
    settled
        .fold(undertaking, |it, (id, level)| it.settled("a", id, level))
        .score()
}

fn outcomes(scored: &Scored, text: &str) -> (Vec<Outcome>, Vec<usize>) {
    let findings = find(&scored.model, &scored.assessment, &scored.card.waves[0], 0);
    let past = read(text).unwrap();
    let followed = follow(scored.profile("a"), &findings, &past);
    let outcomes = followed.actions.iter().map(|(_, outcome)| *outcome);
    (outcomes.collect(), followed.untouched)
}

#[test]
fn every_action_is_held_against_where_its_practice_stands_now() {
    let text = "practice,to,status\n\
        A-1,3,done\nA-1,4,done\nA-2,2,\nA-2,3,underway\nA-2,3,\nA-2,3,dropped\nA-4,3,done\n";
    let (outcomes, untouched) = outcomes(&at([3, 2, 2, 0]), text);
    assert_eq!(
        outcomes,
        [
            Outcome::Done,
            Outcome::WithoutEffect,
            Outcome::ReachedAnyway,
            Outcome::Underway,
            Outcome::NotAddressed,
            Outcome::Dropped,
            Outcome::Unknown,
        ]
    );
    assert_eq!(untouched, [2]);
}

#[test]
fn an_action_that_was_given_up_touches_no_blocker() {
    let text = "praksis;skridt;til;status\nA-1;løft;3;opgivet\nA-2;afklar;;i gang\n";
    let (outcomes, untouched) = outcomes(&at([2, 0, 3, 3]), text);
    assert_eq!(outcomes, [Outcome::Dropped, Outcome::Underway]);
    assert_eq!(untouched, [0]);
}

#[test]
fn what_was_to_be_found_out_is_done_when_it_is_known() {
    let text = "practice,step,to,status\nA-1,find out,,done\nA-2,find out,,\n";
    let (outcomes, _) = outcomes(&at([1, 0, 3, 3]), text);
    assert_eq!(outcomes, [Outcome::Done, Outcome::NotAddressed]);
}

#[test]
fn rows_may_move_and_have_columns_of_their_own() {
    let text = "\u{feff}Status;Ejer;Til;Praksis;Noter\nGjort;Ida;3,0;A-1;\n;;;;\n ;Bo;2;a-2;ja\n";
    let plan = read(text).unwrap();
    let rows: Vec<_> = plan
        .actions
        .iter()
        .map(|a| (a.practice, a.to.unwrap().number()))
        .collect();
    assert_eq!(rows, [(0, 3), (1, 2)]);
    assert!(!format!("{plan:?}").contains("Ida"));
}

#[test]
fn what_cannot_be_understood_is_refused_with_its_place() {
    for (text, code) in [
        ("a;b\n1;2\n", "P001"),
        ("practice,to\nA-1,3\n", "P001"),
        ("practice,to,status\nA-1,3,nearly\n", "P002"),
        ("practice,step,to,status\nA-1,jump,3,\n", "P002"),
        ("practice,to,status\nA-1,6,\n", "P004"),
        ("practice,to,status\nA-1,ved ikke,\n", "P004"),
        ("practice,step,to,status\nA-1,raise,,\n", "P004"),
        ("practice,to,status\nA-9,3,\n", "A005"),
        ("practice,to,status\n,3,\n", "A017"),
        ("", "A007"),
        ("practice,to,status\n\"A-1,3,\n", "A009"),
    ] {
        assert_eq!(read(text), Err(vec![code.to_owned()]), "{text}");
    }
}
