//! The commands that a result suggests work as they stand.

use std::fs;

use crate::support::root;
use crate::support::run::plateau;

/// Runs a command, then, in the same folder, every command it suggests.
fn follow(command: &[&str], wanted: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let answers = "respondent,SOIL-1,SOIL-2\n1,2,3\n2,2,many\n3,1,1\n4,1,1\n5,2,1\n";
    fs::write(folder.path().join("answers.csv"), answers).unwrap();
    fs::write(folder.path().join("empty.csv"), "practice;level\nPRO-1;\n").unwrap();
    let said = plateau(command.iter().copied())
        .within(folder.path())
        .printing_anything()
        .saying_anything()
        .exits(0);
    let suggested: Vec<&str> = said
        .lines()
        .filter_map(|line| line.strip_prefix("    $ plateau "))
        .collect();
    for part in wanted {
        assert!(
            suggested.iter().any(|command| command.contains(part)),
            "{part} is not in {suggested:?}"
        );
    }
    for command in suggested {
        plateau(command.split_whitespace())
            .within(folder.path())
            .printing_anything()
            .saying_anything()
            .exits(0);
    }
}

#[test]
fn what_score_and_plan_suggest_works_as_it_stands() {
    let model = root("tests/models/valid/tiny").display().to_string();
    let gardens = root("tests/versions").display().to_string();
    let loans = root("examples/laane-service").display().to_string();
    let unit = format!("plan {loans} --unit realkredit --wave 2025 --lang en");
    follow(
        &[
            "score",
            &loans,
            "--unit",
            "realkredit",
            "--wave",
            "2025",
            "--lang",
            "en",
        ],
        &["explain ", &unit],
    );
    follow(
        &["plan", &loans, "--at-once", "2", "--iterations", "1"],
        &[
            "--at-once 2 --iterations 1 -o plan.xlsx",
            "--plan plan.xlsx",
        ],
    );
    follow(&["score", &gardens], &["explain ", "--lang en"]);
    let named = format!("answers.csv --model {model} --lenient --lang en");
    follow(
        &[
            "score",
            "answers.csv",
            "--lenient",
            "--lang",
            "en",
            "--model",
            &model,
        ],
        &[&format!("plan {named}"), &format!("score {named} -o")],
    );
}

#[test]
fn whoever_has_no_answers_is_sent_to_a_check_that_runs() {
    for command in ["score", "plan"] {
        follow(
            &[command, "empty.csv", "--lang", "en"],
            &["check empty.csv"],
        );
    }
}
