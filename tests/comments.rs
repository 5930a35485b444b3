//! People's comments, from the files to the reports.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::root;
use crate::support::run::plateau;

const EXAMPLE: &str = "examples/laane-service";
/// What somebody in a team of eight wrote.
const OF_A_SMALL_TEAM: &str = "Mødet bliver aflyst, når lederen ikke er der.";

/// A practice's comments in a unit's latest wave; the practices are in model order.
fn comments<'a>(record: &'a Value, unit: &str, practice: &str) -> &'a Value {
    let units = record["waves"].as_array().unwrap().last().unwrap()["units"].as_array();
    let unit = units.unwrap().iter().find(|one| one["id"] == unit).unwrap();
    let practices = unit["practices"].as_array().unwrap();
    let practice = practices.iter().find(|one| one["id"] == practice);
    &practice.unwrap()["comments"]
}

fn report(arguments: &[&str]) -> String {
    plateau(["report", EXAMPLE])
        .with(arguments.iter().copied())
        .printing_anything()
        .exits(0)
}

#[test]
fn a_report_shows_a_comment_in_every_unit_that_is_large_enough() {
    let record = serde_json::from_str(&report(&["-o", "-", "--format", "json"])).unwrap();
    let said = |unit, practice| comments(&record, unit, practice).as_array().unwrap().len();
    assert_eq!(said("laane-service", "PLA-8"), 4);
    assert_eq!(said("realkredit", "PLA-8"), 1);
    assert_eq!(said("realkredit", "PRO-1"), 0);
    assert_eq!(*comments(&record, "erhvervslaan", "PLA-8"), Value::Null);
}

#[test]
fn a_unit_s_own_report_holds_nobody_else_s_comments_and_says_what_is_hidden() {
    for format in ["markdown", "html", "json", "csv"] {
        let of = |unit| report(&["-o", "-", "--format", format, "--unit", unit]);
        for small in ["erhvervslaan", "saerlige-engagementer", "realkredit"] {
            assert!(!of(small).contains(OF_A_SMALL_TEAM), "{small} {format}");
        }
        let is_told = of("laane-service").contains(OF_A_SMALL_TEAM);
        assert_eq!(is_told, format != "csv", "{format}");
    }
    let told = report(&["-o", "-", "--format", "markdown", "--unit", "erhvervslaan"]);
    let hidden = "Kommentarer er skjult, så de ikke røber en gruppe på under 10 personer.";
    assert_eq!(told.matches(hidden).count(), 30);
    assert!(told.contains("læs dem igennem, før rapporten gives videre"));
}

#[test]
fn who_scores_gets_numbers_without_people_s_words_whatever_else_is_written() {
    for format in ["terminal", "json", "csv"] {
        let out = plateau(["score", EXAMPLE, "--format", format])
            .printing_anything()
            .exits(0);
        assert!(!out.contains(OF_A_SMALL_TEAM), "{format}");
    }
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (page, numbers) = (path("a.html"), path("a.json"));
    plateau(["score", EXAMPLE, "-o", &page, "-o", &numbers]).exits(0);
    assert!(fs::read_to_string(page).unwrap().contains(OF_A_SMALL_TEAM));
    let record = serde_json::from_str(&fs::read_to_string(numbers).unwrap()).unwrap();
    assert_eq!(*comments(&record, "laane-service", "PLA-8"), Value::Null);
}

/// The example with a line more under `[privacy]`.
fn with_privacy(folder: &Path, line: &str) {
    for file in fs::read_dir(root(EXAMPLE)).unwrap().map(Result::unwrap) {
        if file.file_type().unwrap().is_file() {
            fs::copy(file.path(), folder.join(file.file_name())).unwrap();
        }
    }
    let path = folder.join("assessment.toml");
    let setup = fs::read_to_string(&path).unwrap();
    let setup = setup.replace("[privacy]\n", &format!("[privacy]\n{line}\n"));
    fs::write(path, setup).unwrap();
}

#[test]
fn a_set_up_can_leave_all_comments_out() {
    let folder = tempfile::tempdir().unwrap();
    with_privacy(folder.path(), "comments = false");
    for format in ["markdown", "html", "json"] {
        let out = plateau(["report", ".", "-o", "-", "--format", format])
            .within(folder.path())
            .printing_anything()
            .exits(0);
        assert!(!out.contains(OF_A_SMALL_TEAM), "{format}");
        let says = out.contains("Kommentarer: opsætningen lader dem ude af rapporten.");
        assert_eq!(says, format != "json", "{format}");
    }
    let checked = plateau(["check", "."])
        .within(folder.path())
        .printing_anything()
        .exits(0);
    assert!(!checked.contains("word for word"), "{checked}");
}

#[test]
fn check_counts_comments_and_shows_none() {
    let out = plateau(["check", EXAMPLE])
        .printing("29 comments, word for word in reports:")
        .exits(0);
    assert!(!out.contains(OF_A_SMALL_TEAM));
}
