//! People who answer everything alike: counted, told of the whole only, and never taken out.

use std::fmt::Write;
use std::fs;

use plateau::assessment::Assessment;
use plateau::intake::{self, Content, Options, STRAIGHT_LINED_FROM, Source};
use plateau::model::Model;

use crate::support::model::model;
use crate::support::run::plateau;

/// A model with so many practices.
fn of_practices(practices: usize) -> Model {
    let builder = model(4).plateau(3);
    let ids = (1..=practices).map(|number| format!("PLA-{number}"));
    ids.fold(builder, |builder, id| builder.practice(&id))
        .build()
}

/// How many of these people, a list of cells each, rated all practices alike.
fn counted(model: &Model, people: &[Vec<&str>]) -> u64 {
    let ids: Vec<&str> = model.practices.iter().map(|p| p.id.as_str()).collect();
    let mut text = format!("respondent;{}\n", ids.join(";"));
    for (index, cells) in people.iter().enumerate() {
        writeln!(text, "p{index};{}", cells.join(";")).unwrap();
    }
    let source = Source {
        content: Content::Bytes(text.into_bytes()),
        name: "a.csv".to_owned(),
        waves: Vec::new(),
        folder: None,
    };
    let assessment = Assessment::implicit(ids.len());
    let read = intake::read(model, assessment, vec![source], Options::default());
    read.unwrap().value.responses.waves[0].straight_lined
}

/// So many cells alike, then these.
fn alike<'a>(cell: &'a str, times: usize, more: &[&'a str]) -> Vec<&'a str> {
    let mut cells = vec![cell; times];
    cells.extend(more);
    cells
}

#[test]
fn whoever_rates_ten_practices_alike_or_more_is_counted() {
    let model = of_practices(STRAIGHT_LINED_FROM + 2);
    let counted = |cells: Vec<&str>| counted(&model, &[cells]);
    assert_eq!(counted(alike("3", 12, &[])), 1);
    assert_eq!(counted(alike("3", 10, &["ved ikke", "n/a"])), 1);
    assert_eq!(counted(alike("3", 10, &["", ""])), 1);
    assert_eq!(counted(alike("3", 9, &["ved ikke", "", ""])), 0);
    assert_eq!(counted(alike("3", 11, &["2"])), 0);
    assert_eq!(counted(alike("ved ikke", 12, &[])), 0);
}

#[test]
fn a_model_of_fewer_practices_has_nobody_to_count() {
    let model = of_practices(STRAIGHT_LINED_FROM - 1);
    assert_eq!(
        counted(&model, &[alike("3", STRAIGHT_LINED_FROM - 1, &[])]),
        0
    );
}

/// A folder with answers of two teams to the shipped model: so many people rate all alike, so
/// many do not.
fn folder(alike: usize, others: usize) -> tempfile::TempDir {
    let model = plateau::model::shipped().unwrap().value;
    let ids: Vec<&str> = model.practices.iter().map(|p| p.id.as_str()).collect();
    let mut text = format!("respondent;enhed;{}\n", ids.join(";"));
    for person in 0..alike + others {
        let level = |practice: usize| match person < alike {
            true => 3,
            false => 2 + (practice + person) % 3,
        };
        let levels: Vec<String> = (0..ids.len()).map(|p| level(p).to_string()).collect();
        writeln!(text, "p{person};team-{};{}", person % 2, levels.join(";")).unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("svar.csv"), text).unwrap();
    folder
}

fn printed(folder: &tempfile::TempDir, more: &[&str]) -> String {
    plateau(["score", "svar.csv"])
        .with(more.iter().copied())
        .within(folder.path())
        .printing_anything()
        .exits(0)
}

const SAID: &str = "har givet det samme niveau";

#[test]
fn the_whole_is_told_how_many_rated_all_alike_and_no_part_is() {
    let folder = folder(3, 17);
    let whole = printed(&folder, &[]).replace(['\n', ' '], "");
    assert!(whole.contains(&SAID.replace(' ', "")), "{whole}");
    assert!(whole.contains("3af20deltagere"), "{whole}");
    let part = printed(&folder, &["--unit", "team-0", "--format", "markdown"]);
    assert!(!part.contains(SAID), "{part}");
    let json = printed(&folder, &["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let units = json["waves"][0]["units"].as_array().unwrap();
    let found = |unit: &serde_json::Value| -> Vec<serde_json::Value> {
        let all = unit["findings"].as_array().unwrap().iter();
        let all = all.filter(|finding| finding["kind"] == "straight_lining");
        all.cloned().collect()
    };
    let expected = serde_json::json!({"kind": "straight_lining", "people": 3, "respondents": 20});
    assert_eq!(found(&units[0]), [expected]);
    assert!(units[1..].iter().all(|part| found(part).is_empty()));
    assert_eq!(units[0]["respondents"], 20, "nobody is taken out");
}

#[test]
fn nothing_is_told_where_too_few_answered_or_nobody_rated_all_alike() {
    for (alike, others) in [(2, 2), (0, 20)] {
        let json = printed(&folder(alike, others), &["--format", "json"]);
        assert!(!json.contains("straight_lining"), "{alike} {others}");
    }
}
