//! Organisations and names far larger than any there is.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::run::plateau;

/// An assessment of units with these names, each a part of the unit before it or of the first,
/// and six people in each who rated two practices.
fn organisation(names: &[String], is_chain: bool) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut set_up = "schema = 1\ntitle = \"Stor\"\n".to_owned();
    let mut answers = "respondent,unit,PRO-1,PLA-4\n".to_owned();
    for (unit, name) in names.iter().enumerate() {
        write!(set_up, "[[units]]\nid = \"u{unit}\"\nname = \"{name}\"\n").unwrap();
        if let Some(before) = unit.checked_sub(1) {
            let parent = if is_chain { before } else { 0 };
            writeln!(set_up, "parent = \"u{parent}\"").unwrap();
        }
        for person in 0..6 {
            let level = 1 + (unit + person) % 5;
            writeln!(answers, "{unit}-{person},u{unit},{level},3").unwrap();
        }
    }
    set_up += "[[waves]]\nid = \"2026\"\nanswers = [\"svar.csv\"]\n";
    fs::write(folder.path().join("assessment.toml"), set_up).unwrap();
    fs::write(folder.path().join("svar.csv"), answers).unwrap();
    folder
}

fn numbered(count: usize) -> Vec<String> {
    (0..count).map(|unit| format!("Enhed {unit}")).collect()
}

/// Reports on it in these formats; the smallest must still hold something.
fn reports(folder: &Path, endings: &[&str]) {
    let names: Vec<String> = endings.iter().map(|ending| format!("r.{ending}")).collect();
    plateau(["report", "."])
        .with(names.iter().flat_map(|name| ["-o", name]))
        .within(folder)
        .saying_anything()
        .exits(0);
    for name in names {
        assert!(
            fs::metadata(folder.join(&name)).unwrap().len() > 1000,
            "{name}"
        );
    }
}

#[test]
fn ten_thousand_units_are_scored() {
    let folder = organisation(&numbered(10_000), false);
    plateau(["score", "."])
        .within(folder.path())
        .printing("60.000 personer har svaret")
        .exits(0);
}

#[test]
fn a_tree_of_units_a_thousand_deep_is_reported_in_every_format() {
    let folder = organisation(&numbered(1000), true);
    reports(folder.path(), &["md", "html", "json", "csv", "pdf"]);
    plateau(["chart", "--all", ".", "-o", "tegninger"])
        .within(folder.path())
        .saying_anything()
        .exits(0);
}

#[test]
fn a_tree_of_units_five_thousand_deep_is_scored_without_recursion() {
    let folder = organisation(&numbered(5000), true);
    plateau(["score", "."])
        .within(folder.path())
        .printing("30.000 personer har svaret")
        .exits(0);
}

#[test]
fn names_of_ten_thousand_characters_in_any_direction_are_reported_in_every_format() {
    let names = [
        "Meget langt navn ".repeat(600),
        "x".repeat(10_000),
        "\u{202e}\u{5d0}\u{5d1}\u{200b}".repeat(2500),
        "\u{627}\u{644}\u{feff}".repeat(3400),
    ];
    let folder = organisation(&names, false);
    reports(folder.path(), &["md", "html", "json", "csv", "xlsx", "pdf"]);
    plateau(["chart", "heatmap", ".", "-o", "h.png", "-o", "h.svg"])
        .within(folder.path())
        .exits(0);
}
