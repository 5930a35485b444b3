//! `plateau check`: what a file is in five lines, and the mapping that it begins.

use std::fs;
use std::path::Path;

use crate::support::run::plateau;
use crate::support::{expect_file, root};

/// A survey with questions of its own, made by us after the form of Microsoft Forms.
const FORMS: &str = "tests/check/forms.csv";

fn expect(name: &str, said: &str) {
    let said = said.replace(&root("").display().to_string(), "");
    expect_file(&root("tests/check/expected").join(name), said.as_bytes());
}

/// The labels of the lines that describe the first file.
fn labels(said: &str) -> Vec<&str> {
    let lines = said.lines().skip(1).take_while(|line| !line.is_empty());
    let labels = lines.map(|line| line.get(2..14).unwrap_or("").trim());
    labels.filter(|label| !label.is_empty()).collect()
}

#[test]
fn a_file_is_told_of_in_five_lines_and_with_every_column_if_asked() {
    let said = plateau(["check", FORMS]).printing_anything().exits(0);
    assert_eq!(
        labels(&said),
        ["is", "reads", "counts", "left alone", "decide"]
    );
    expect("forms.txt", &said);
    let said = plateau(["check", FORMS, "-v"]).printing_anything().exits(0);
    expect("forms.verbose.txt", &said);
}

#[test]
fn what_is_not_counted_is_said_before_any_question_is_known() {
    let said = plateau(["check", "tests/check/google.csv"])
        .printing("counts      5 rows; not counted: 1 summary row\n")
        .printing("plateau check --write-mapping FILE")
        .exits(2);
    expect("google.txt", &said);
}

#[test]
fn a_summary_begins_no_mapping() {
    let summary = "tests/answers/invalid/tool-summary.csv";
    plateau(["check", summary, "--write-mapping", "-"])
        .saying("error[A025]")
        .exits(2);
}

#[test]
fn no_answer_and_nothing_of_a_person_is_in_what_is_said_or_written() {
    let folder = tempfile::tempdir().unwrap();
    let mapping = folder.path().join("m.toml");
    let target = mapping.to_str().unwrap();
    let said = plateau(["check", FORMS, "-v", "--write-mapping", target])
        .printing_anything()
        .exits(0);
    let written = fs::read_to_string(&mapping).unwrap();
    for words in ["Vest", "Øst", "Vi øver os", "Tak for kagen", "anonymous"] {
        assert!(!said.contains(words) && !written.contains(words), "{words}");
    }
}

/// Copies the form into a folder and writes a mapping beside it.
fn mapped(folder: &Path) -> String {
    fs::copy(root(FORMS), folder.join("svar.csv")).unwrap();
    let said = plateau(["check", "svar.csv", "--write-mapping", "mapping.toml"])
        .within(folder)
        .printing("plateau check mapping.toml")
        .exits(0);
    expect("mapping.said.txt", &said);
    fs::read_to_string(folder.join("mapping.toml")).unwrap()
}

#[test]
fn a_mapping_loads_as_it_is_and_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let written = mapped(folder.path());
    expect("mapping.toml", &written);
    plateau(["score", "mapping.toml"])
        .within(folder.path())
        .printing_anything()
        .saying("warning[A030]")
        .exits(0);
    plateau(["check", "svar.csv", "--write-mapping", "mapping.toml"])
        .within(folder.path())
        .saying("error[C026]")
        .exits(2);
    let left = fs::read_to_string(folder.path().join("mapping.toml")).unwrap();
    assert_eq!(left, written);
}

#[test]
fn a_mapping_that_a_person_completes_scores_every_question() {
    let folder = tempfile::tempdir().unwrap();
    let mut mapping = mapped(folder.path());
    for (header, id) in [
        ("Hvad gør I, når der bliver travlt?", "PLA-5"),
        ("Kender I jeres kunder godt?", "KUN-1"),
        ("Uddyb gerne", ""),
        ("Andet, vi skal vide?", ""),
    ] {
        let open = format!("# \"{header}\" = \"\"");
        assert!(mapping.contains(&open), "{mapping}");
        mapping = mapping.replace(&open, &format!("\"{header}\" = \"{id}\""));
    }
    mapping = mapping.replace("# [intake]", "[intake]");
    mapping = mapping.replace("# unit = \"Hvor", "unit = \"Hvor");
    fs::write(folder.path().join("mapping.toml"), mapping).unwrap();
    let checked = plateau(["check", "mapping.toml"])
        .within(folder.path())
        .printing("No problems.")
        .exits(0);
    assert!(
        checked.contains("4 practices (1 by id, 3 by mapping)"),
        "{checked}"
    );
    let said = plateau(["score", "mapping.toml", "--format", "json"])
        .within(folder.path())
        .printing_anything()
        .exits(0);
    let numbers: serde_json::Value = serde_json::from_str(&said).unwrap();
    let units = numbers["waves"][0]["units"].as_array().unwrap();
    let whole = units[0]["practices"].as_array().unwrap();
    for (id, n) in [("PLA-4", 6), ("PLA-5", 5), ("KUN-1", 6), ("FOR-1", 5)] {
        let practice = whole.iter().find(|practice| practice["id"] == id).unwrap();
        assert_eq!(practice["n"], n, "{id}");
    }
    assert_eq!(units.len(), 3, "the whole, Vest and Øst");
}

#[test]
fn a_mapping_goes_to_standard_output_and_nothing_else_does() {
    let said = plateau(["check", FORMS, "--write-mapping", "-"])
        .printing("[columns]\n")
        .exits(0);
    assert!(said.starts_with("schema = 1\n"), "{said}");
    assert!(said.parse::<toml::Table>().is_ok(), "{said}");
}

#[test]
fn a_mapping_of_an_assessment_is_a_part_of_it() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(root(FORMS), folder.path().join("svar.csv")).unwrap();
    let toml = "schema = 1\ntitle = \"T\"\n\n[[waves]]\nid = \"1\"\nanswers = [\"svar.csv\"]\n\n";
    fs::write(folder.path().join("assessment.toml"), toml).unwrap();
    plateau(["check", ".", "--write-mapping", "part.toml"])
        .within(folder.path())
        .printing("in the place of those in ./assessment.toml")
        .exits(0);
    let part = fs::read_to_string(folder.path().join("part.toml")).unwrap();
    assert!(!part.contains("[[waves]]"), "{part}");
    fs::write(
        folder.path().join("assessment.toml"),
        toml.to_owned() + &part,
    )
    .unwrap();
    plateau(["score", "."])
        .within(folder.path())
        .printing_anything()
        .saying("warning[A030]")
        .exits(0);
}

#[test]
fn a_layout_that_does_not_fit_says_by_what_it_is_known() {
    plateau(["score", FORMS, "--layout", "google"])
        .saying("error[A024]: the file is not laid out as Google Forms does")
        .saying("`Timestamp`")
        .exits(2);
    plateau(["score", FORMS, "--layout", "nothing"])
        .saying("possible values: long, sheet, person, forms")
        .exits(2);
}
