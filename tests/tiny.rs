//! The tiny model of `tests/models/valid/tiny`, whose every dimension differs from the shipped
//! one's, through the whole line: what the program makes of it is kept in `tests/allotments`.

use plateau::text::LANGUAGES;

use crate::golden::{expect_all, expect_plan};
use crate::support::run::plateau;
use crate::support::{expect_file, root};

const MODEL: &str = "tests/models/valid/tiny";

fn expect(name: &str, said: &str) {
    let path = root("tests/allotments/expected").join(name);
    expect_file(&path, said.as_bytes());
}

#[test]
fn the_tiny_models_assessment_through_every_format_and_language() {
    expect_all("tests/allotments");
    expect_plan("tests/allotments");
    for (format, start) in [("pdf", "%PDF-1.7"), ("xlsx", "PK")] {
        let file = plateau(["score", "tests/allotments", "--format", format])
            .printing_anything()
            .exits(0);
        assert!(file.starts_with(start), "{format}");
    }
}

#[test]
fn the_tiny_models_parts_are_shown_and_explained_in_every_language() {
    for language in LANGUAGES {
        for (name, command) in [
            ("model-show", &["model", "show"][..]),
            ("model-show-practice", &["model", "show", "SOIL-1"]),
            ("model-show-level", &["model", "show", "4"]),
            ("explain-practice", &["explain", "HARVEST-1"]),
            ("explain-level", &["explain", "Tended"]),
            ("explain-blocker", &["explain", "blocker"]),
            ("explain-inverted-profile", &["explain", "inverted_profile"]),
        ] {
            let said = plateau(command.iter().copied())
                .with(["--model", MODEL, "--lang", language.code])
                .printing_anything()
                .exits(0);
            expect(&format!("{name}.{}.txt", language.code), &said);
        }
    }
}

#[test]
fn a_unit_and_a_wave_of_the_tiny_models_assessment_are_chosen() {
    plateau([
        "score",
        "tests/allotments",
        "--unit",
        "north",
        "--wave",
        "2025",
    ])
    .printing("North field")
    .printing("Autumn 2025")
    .exits(0);
    plateau(["score", "tests/allotments", "--require", "2"])
        .printing("Sunnyside")
        .exits(1);
    plateau(["score", "tests/allotments", "--require", "3"])
        .saying("error[C007]")
        .exits(2);
}

#[test]
fn the_tiny_models_answers_are_read_from_standard_input() {
    plateau(["score", "-", "--lang", "en", "--model", MODEL])
        .reading("practice,level\nSOIL-1,Tended\nCrop rotation,4\nHARVEST-1,?\n")
        .printing("Edible")
        .exits(0);
}

#[test]
fn the_tiny_model_is_no_answer_to_the_shipped_ones_practices() {
    plateau(["score", "-", "--model", MODEL])
        .reading("practice;level\nPLA-4;3\n")
        .saying("error[A005]")
        .exits(2);
}
