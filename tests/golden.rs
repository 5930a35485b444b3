//! Every example through every format and language: what the program makes of it is kept.

#[path = "../examples/laane-service/generate.rs"]
#[allow(
    dead_code,
    reason = "a program of its own, of which the test calls one function"
)]
mod generator;

use plateau::format::{FORMATS, find};
use plateau::text::LANGUAGES;

use crate::report::words_of_page;
use crate::support::run::plateau;
use crate::support::{expect_file, root};

fn examples() -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(root("examples"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert!(!names.is_empty());
    names
}

#[test]
fn every_example_through_every_format_and_language() {
    for example in examples() {
        expect_all(&format!("examples/{example}"));
    }
}

#[test]
fn every_example_s_plan_in_every_language() {
    for example in examples() {
        expect_plan(&format!("examples/{example}"));
    }
}

/// Plans for a folder in every language, and compares with its `expected` folder.
pub fn expect_plan(input: &str) {
    for name in ["terminal", "markdown", "csv"] {
        let format = find(name).unwrap();
        for language in LANGUAGES {
            let out = plateau(["plan", input])
                .with(["--format", name, "--lang", language.code])
                .printing_anything()
                .exits(0);
            let ending = format.endings[0];
            let name = format!("{input}/expected/plan.{}.{ending}", language.code);
            expect_file(&root(&name), out.as_bytes());
        }
    }
}

/// Scores a folder in every text format and language, and compares with its `expected` folder.
pub fn expect_all(input: &str) {
    for format in FORMATS.iter().filter(|format| format.is_text) {
        for language in LANGUAGES {
            let out = plateau(["score", input])
                .with(["--format", format.name, "--lang", language.code])
                .printing_anything()
                .exits(0);
            // A page's style, script and drawings have tests of their own.
            let (ending, kept) = match format.name {
                "html" => ("html.txt", words_of_page(&out)),
                _ => (format.endings[0], out),
            };
            let name = format!("{input}/expected/score.{}.{ending}", language.code);
            expect_file(&root(&name), kept.as_bytes());
        }
    }
}

#[test]
fn the_terminal_summary_fits_a_screen_and_a_half_of_eighty_columns() {
    for example in examples() {
        for language in LANGUAGES {
            let input = format!("examples/{example}");
            let out = plateau(["score", &input, "--lang", language.code])
                .printing_anything()
                .exits(0);
            let lines = out.lines().count();
            assert!(lines <= 60, "{example} in {}: {lines} lines", language.code);
            let wide = out.lines().find(|line| line.chars().count() > 80);
            assert_eq!(wide, None, "{example} in {}", language.code);
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for format in FORMATS.iter().filter(|format| format.is_text) {
        let run = || {
            plateau(["score", "examples/laane-service", "--format", format.name])
                .printing_anything()
                .exits(0)
        };
        assert_eq!(run(), run(), "{}", format.name);
    }
}

#[test]
fn the_generator_of_the_made_up_example_still_makes_it() {
    let folder = tempfile::tempdir().unwrap();
    generator::generate(folder.path()).unwrap();
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let made = entry.unwrap().path();
        let kept = root("examples/laane-service").join(made.file_name().unwrap());
        assert!(
            std::fs::read(&made).unwrap() == std::fs::read(&kept).unwrap(),
            "{} is not what generate.rs makes",
            kept.display()
        );
    }
}

#[test]
fn no_report_that_is_passed_on_names_a_place_of_this_machine() {
    let example = root("examples/laane-service").display().to_string();
    for format in FORMATS.iter().filter(|format| format.name != "terminal") {
        let out = plateau(["score", &example, "--format", format.name])
            .printing_anything()
            .exits(0);
        assert!(!out.contains(&example), "{}", format.name);
    }
}

#[test]
fn a_settled_level_covers_its_practice() {
    let out = plateau([
        "score",
        "examples/virksomhedsservice",
        "--format",
        "csv",
        "--lang",
        "en",
    ])
    .printing("2020,kk,,practice,PRO-1,coverage,1\n")
    .exits(0);
    assert!(out.contains("2020,kk,,practice,PRO-1,settled_level,1\n"));
}

#[test]
fn answers_on_standard_input_score_as_in_a_file() {
    let file = "examples/laane-service/svar-2026.csv";
    let format = ["--format", "csv", "--lang", "en"];
    let scores = |out: &str| -> Vec<String> {
        let of_a_unit = |line: &&str| !line.starts_with(",,,input");
        out.lines().filter(of_a_unit).map(str::to_owned).collect()
    };
    let from_file = plateau(["score", file].into_iter().chain(format))
        .printing_anything()
        .exits(0);
    let piped = plateau(["score", "-"].into_iter().chain(format))
        .reading(std::fs::read(root(file)).unwrap())
        .printing(",,,input,'-,rows,44\n")
        .exits(0);
    assert_eq!(scores(&piped), scores(&from_file));
}
