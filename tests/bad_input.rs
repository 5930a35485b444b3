//! What bad input gets: a clear error with its place and a way out, exit code 2, nothing written.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::run::plateau;

/// A folder with these files in it.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// Scores `answers.csv` holding `text`; it must be refused with `code` and all of `parts`.
fn refused(text: &str, code: &str, parts: &[&str]) {
    let folder = folder(&[("answers.csv", text)]);
    expect_refusal(folder.path(), "answers.csv", code, parts);
}

fn expect_refusal(folder: &Path, input: &str, code: &str, parts: &[&str]) {
    let out = folder.join("out.json");
    let out_name = out.display().to_string();
    let mut run = plateau(["score", input, "-o", &out_name])
        .within(folder)
        .saying(&format!("error[{code}"))
        .saying("help: ");
    for part in parts {
        run = run.saying(part);
    }
    run.exits(2);
    assert!(!out.exists(), "something was written");
    let left: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .filter(|name| name.to_string_lossy().starts_with(".plateau-"))
        .collect();
    assert!(left.is_empty(), "left behind: {left:?}");
}

const UNITS: &str = "schema = 1\ntitle = \"T\"\n";
const WAVE: &str = "[[waves]]\nid = \"2026\"\nname = \"2026\"\nanswers = [\"answers.csv\"]\n";

/// Scores a folder with this `assessment.toml` and sound answers; it must be refused.
fn set_up_refused(toml: &str, code: &str, parts: &[&str]) {
    let folder = folder(&[
        ("assessment.toml", toml),
        ("answers.csv", "praksis;niveau\nPLA-4;3\n"),
    ]);
    expect_refusal(folder.path(), ".", code, parts);
}

#[test]
fn a_missing_file() {
    let folder = folder(&[]);
    expect_refusal(folder.path(), "nowhere.csv", "A001", &["nowhere.csv"]);
}

#[test]
fn a_folder_without_an_assessment() {
    let folder = folder(&[("notes.txt", "x")]);
    expect_refusal(
        folder.path(),
        ".",
        "S001",
        &["assessment.toml", "plateau init"],
    );
}

#[test]
fn an_output_that_is_also_an_input() {
    let folder = folder(&[("answers.csv", "praksis;niveau\nPLA-4;3\n")]);
    plateau(["score", "answers.csv", "-o", "answers.csv"])
        .within(folder.path())
        .saying("error[C002]")
        .exits(2);
    let kept = fs::read_to_string(folder.path().join("answers.csv")).unwrap();
    assert_eq!(kept, "praksis;niveau\nPLA-4;3\n");
}

#[test]
fn two_outputs_to_one_file_however_it_is_written() {
    let folder = folder(&[("answers.csv", "practice;level\nPRO-1;3\n")]);
    plateau(["score", "answers.csv", "-o", "x.md", "-o", "./x.md"])
        .within(folder.path())
        .saying("error[C013")
        .exits(2);
    assert!(!folder.path().join("x.md").exists());
}

#[test]
fn an_output_in_a_folder_that_does_not_exist_and_an_unknown_ending() {
    let folder = folder(&[("answers.csv", "praksis;niveau\nPLA-4;3\n")]);
    plateau([
        "score",
        "answers.csv",
        "-o",
        "nowhere/out.json",
        "-o",
        "out.docx",
    ])
    .within(folder.path())
    .saying("error[C001]")
    .saying("error[C003]")
    .exits(2);
}

#[test]
fn a_failed_run_leaves_the_old_report() {
    let folder = folder(&[
        ("answers.csv", "praksis;niveau\nPLA-4;9\n"),
        ("out.md", "old"),
    ]);
    plateau(["score", "answers.csv", "-o", "out.md"])
        .within(folder.path())
        .saying_anything()
        .exits(2);
    assert_eq!(
        fs::read_to_string(folder.path().join("out.md")).unwrap(),
        "old"
    );
}

#[test]
fn unknown_units_waves_plateaus_and_words_on_the_command_line() {
    let input = "examples/laane-service";
    plateau(["score", input, "--unit", "realkredti"])
        .saying("error[C005]")
        .saying("did you mean `realkredit`?")
        .exits(2);
    plateau(["score", input, "--wave", "2027"])
        .saying("error[C006]")
        .exits(2);
    plateau(["score", input, "--require", "9"])
        .saying("error[C007]")
        .exits(2);
    plateau(["explain", "PLA-44"])
        .saying("error[C009]")
        .exits(2);
    plateau(["score", input, "answers.csv"])
        .saying("error[C008]")
        .exits(2);
    plateau(["init", "examples/laane-service"])
        .saying("error[C010]")
        .exits(2);
    plateau(["score", input, "--at-once", "3"])
        .saying("--at-once")
        .exits(2);
}

#[test]
fn an_option_that_a_command_does_not_use_is_refused() {
    plateau(["check", "examples/laane-service", "--unit", "realkredit"])
        .saying("--unit")
        .exits(2);
}

#[test]
fn a_required_plateau_that_is_not_reached_is_told_by_the_exit_code_alone() {
    let input = "examples/laane-service";
    let plain = plateau(["score", input]).printing_anything().exits(0);
    let judged = plateau(["score", input, "--require", "1"])
        .printing_anything()
        .exits(1);
    assert_eq!(plain, judged);
}

#[test]
fn cells_that_are_no_answers_are_all_named() {
    refused(
        "praksis;niveau\nPLA-4;0\nPLA-5;6\nPLA-6;2,5\nPLA-7;three\n",
        "A004",
        &[
            "row 2",
            "row 3",
            "row 4",
            "row 5",
            "three",
            "nothing was written",
        ],
    );
}

#[test]
fn a_set_up_with_several_faults_reports_them_all() {
    let toml = format!(
        "{UNITS}[[units]]\nid = \"a\"\nname = \"A\"\nparent = \"b\"\n\
         [[units]]\nid = \"b\"\nname = \"B\"\nparent = \"a\"\n\
         [[units]]\nid = \"c\"\nname = \"C\"\nparent = \"x\"\n{WAVE}[targets]\nPLA-99 = 3\n"
    );
    set_up_refused(&toml, "S", &["assessment.toml:", "PLA-99", "`x`"]);
}

#[test]
fn the_code_of_a_refusal_explains_that_refusal() {
    let input = "examples/laane-service";
    for (arguments, code, title) in [
        (["--unit", "nowhere"], "C005", "unknown unit"),
        (["--wave", "1999"], "C006", "unknown wave"),
        (["--require", "9"], "C007", "unknown plateau"),
        (
            ["answers.csv", "more.csv"],
            "C008",
            "inputs that do not go together",
        ),
    ] {
        let refused = ["score", input].into_iter().chain(arguments);
        plateau(refused).saying(&format!("error[{code}]")).exits(2);
        plateau(["explain", code]).printing(title).exits(0);
    }
}
