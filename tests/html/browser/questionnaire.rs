//! The questionnaire answered in a real browser: `answering.mjs` drives Chromium.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::html::questionnaire::{asking, models, page};
use crate::support::hostile::TRAPS;
use crate::support::root;
use crate::support::run::plateau;

/// Opens a page in Chromium and does with it what `how` says.
fn browse(how: &str, page: &Path, folder: &Path, said: Option<&str>) {
    let script = root("tests/html/browser/answering.mjs");
    let mut command = Command::new("node");
    command
        .arg(script)
        .arg(how)
        .arg(page)
        .arg(folder)
        .args(said);
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        output.status.success() && text(&output.stdout) == "all well\n",
        "{how} {said:?} {}{}",
        text(&output.stdout),
        text(&output.stderr)
    );
}

fn set_up(language: &str, more: &str) -> String {
    format!(
        r#"
schema = 1
title = "Måling"
language = "{language}"
[[units]]
id = "hus"
name = "Huset"
[[units]]
id = "-kredit & bolig"
name = "Kredit"
parent = "hus"
[[waves]]
id = "2026"
name = "Efterår 2026"
answers = ["answers.csv"]
[roles]
leder = "Leder"
medarbejder = "Medarbejder"
[privacy]
minimum_group = 1
minimum_comments = 1
allow_small_groups = true
{more}"#
    )
}

/// Answers the questionnaire that these options give, and compares what was answered with what is
/// read back.
fn circle(set_up: &str, options: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    fs::write(path.join("assessment.toml"), set_up).unwrap();
    plateau(["form", ".", "-o", "page.html"])
        .with(options.iter().copied())
        .within(path)
        .exits(0);
    let comment = "=1+1 »én; to« \"tre\", 'fire' <b>";
    browse("answer", &path.join("page.html"), path, Some(comment));
    plateau(["report", ".", "-o", "numbers.json"])
        .within(path)
        .saying_anything()
        .exits(0);
    let parsed = |name: &str| -> Value {
        serde_json::from_slice(&fs::read(path.join(name)).unwrap()).unwrap()
    };
    let (numbers, answered) = (parsed("numbers.json"), parsed("answered.json"));
    let wave = &numbers["waves"][0];
    let unit = answered["chosen"]["unit"].as_str().unwrap_or("hus");
    let units = wave["units"].as_array().unwrap();
    let found = units.iter().find(|found| found["id"] == unit).unwrap();
    assert_eq!(
        found["respondents"], 1,
        "one person, however often they took a file away"
    );
    let mut seen = 0;
    for practice in found["practices"].as_array().unwrap() {
        let Some(given) = answered["answers"].get(practice["id"].as_str().unwrap()) else {
            assert_eq!(practice["n"], 0, "{practice}");
            continue;
        };
        seen += 1;
        let state = |answer: &str| u64::from(given["answer"] == answer);
        assert_eq!(practice["dont_know"], state("?"), "{practice}");
        assert_eq!(practice["not_relevant"], state("-"), "{practice}");
        let counts = practice["counts"].as_array().unwrap();
        for (level, count) in counts.iter().enumerate() {
            assert_eq!(*count, state(&(level + 1).to_string()), "{practice}");
        }
        let comments = match &given["comment"] {
            Value::Null => Vec::new(),
            said if practice["n"] == 1 => vec![said.clone()],
            _ => continue, // shown only beside ratings
        };
        let shown = practice["comments"].as_array().cloned();
        assert_eq!(shown.unwrap_or_default(), comments, "{practice}");
    }
    assert_eq!(seen, answered["answers"].as_object().unwrap().len());
    let role = answered["chosen"]["role"].as_str().unwrap();
    let csv = fs::read_to_string(path.join("answers.csv")).unwrap();
    assert!(csv.contains(role) && csv.contains("2026"), "{csv}");
}

#[test]
#[ignore = "needs Debian's chromium"]
fn what_is_answered_in_the_browser_is_what_is_read_back() {
    circle(&set_up("da", ""), &[]);
    circle(&set_up("en", ""), &["--split", "leder", "--only", "1"]);
}

#[test]
#[ignore = "needs Debian's chromium"]
fn a_model_with_another_scale_is_answered_and_read_back() {
    let model = root("tests/models/valid/tiny");
    let set_up = set_up("en", "");
    let at = format!("model = {:?}\n[[units]]", model.display().to_string());
    circle(&set_up.replacen("[[units]]", &at, 1), &[]);
}

#[test]
#[ignore = "needs Debian's chromium"]
fn a_trap_in_titles_names_or_comments_fires_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let [_, tiny] = models();
    for said in TRAPS {
        let file = folder.path().join("page.html");
        fs::write(&file, page(&asking(&tiny, said, "da"))).unwrap();
        browse("trap", &file, folder.path(), Some(&said.replace('\0', "")));
    }
}

#[test]
#[ignore = "needs Debian's chromium"]
fn a_browser_that_keeps_nothing_says_so_and_still_asks() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.html");
    fs::write(&file, page(&asking(&models()[1], "rolig", "da"))).unwrap();
    browse("refused", &file, folder.path(), None);
}

#[test]
#[ignore = "needs Debian's chromium"]
fn two_windows_hold_the_same_answers_and_what_is_deleted_in_one_is_gone_in_both() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.html");
    fs::write(&file, page(&asking(&models()[1], "rolig", "da"))).unwrap();
    browse("windows", &file, folder.path(), None);
}

#[test]
#[ignore = "needs Debian's chromium"]
fn what_the_browser_loses_while_the_page_is_open_is_kept_anew() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.html");
    fs::write(&file, page(&asking(&models()[1], "rolig", "da"))).unwrap();
    browse("lost", &file, folder.path(), None);
}

#[test]
#[ignore = "needs Debian's chromium"]
fn an_accessibility_checker_finds_nothing_on_any_step() {
    let folder = tempfile::tempdir().unwrap();
    let long =
        "Speciallægeerklæringsekspeditionskontorassistentafdelingen, region Nord- og Midtjylland";
    for (model, language) in models().iter().zip(["da", "en"]) {
        let file = folder.path().join("page.html");
        fs::write(&file, page(&asking(model, long, language))).unwrap();
        browse("axe", &file, folder.path(), None);
    }
}

/// Writes pictures of every step to look at.
#[test]
#[ignore = "needs Debian's chromium"]
fn the_questionnaire_can_be_looked_at() {
    for language in ["da", "en"] {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("questionnaire")
            .join(language);
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("page.html");
        plateau(["form", "examples/laane-service", "--lang", language, "-o"])
            .with([file.to_str().unwrap()])
            .exits(0);
        browse("shot", &file, &folder, None);
        for picture in ["phone.question.png", "dark.overview.png", "zoomed.end.png"] {
            let size = fs::metadata(folder.join(picture)).unwrap().len();
            assert!(size > 10_000, "{picture}");
        }
    }
}
