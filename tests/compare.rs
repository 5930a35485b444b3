//! `plateau compare`: units and roles of real and of large organisations.

use crate::support::organisation::Organisation;
use crate::support::run::plateau;
use crate::support::{expect_file, root};

#[test]
fn the_example_s_units_and_roles_are_kept_in_every_language() {
    for by in ["unit", "role"] {
        for language in ["da", "en"] {
            let out = plateau(["compare", "--by", by, "examples/laane-service"])
                .with(["--lang", language, "--agreement", "full"])
                .printing_anything()
                .exits(0);
            let name = format!("examples/laane-service/expected/compare-{by}.{language}.txt");
            expect_file(&root(&name), out.as_bytes());
        }
    }
}

#[test]
fn a_comparison_of_forty_units_in_three_layers_fits_two_screens_of_eighty_columns() {
    let folder = tempfile::tempdir().unwrap();
    Organisation {
        areas: 8,
        teams: 4,
        people: (3, 11),
    }
    .write(folder.path());
    let input = folder.path().display().to_string();
    for by in [["unit", "1"], ["unit", "2"], ["role", ""]] {
        let layers = ["--layers", by[1]];
        let more = if by[1].is_empty() {
            &[][..]
        } else {
            &layers[..]
        };
        for language in ["da", "en"] {
            let out = plateau(["compare", "--by", by[0], &input, "--lang", language])
                .with(more.iter().copied())
                .printing_anything()
                .exits(0);
            let wide = out.lines().find(|line| line.chars().count() > 80);
            assert_eq!(wide, None, "{by:?} in {language}");
            let lines = out.lines().count();
            assert!(lines <= 100, "{by:?} in {language}: {lines} lines\n{out}");
        }
    }
}

#[test]
fn what_has_no_sub_units_or_roles_says_so() {
    let answers = "examples/virksomhedsservice/vurdering-2020.csv";
    for (by, words) in [("unit", "no sub-units"), ("role", "no two roles")] {
        plateau(["compare", "--by", by, answers, "--unit", "kk"])
            .with(["--lang", "en"])
            .printing(words)
            .exits(0);
    }
}

#[test]
fn layers_are_refused_where_nothing_stands_in_layers() {
    plateau(["compare", "--by", "role", "examples/laane-service"])
        .with(["--layers", "2"])
        .saying("C019")
        .exits(2);
}

#[test]
fn agreement_over_the_whole_model_is_recorded_where_it_is_asked_for() {
    let json = |more: &[&str]| -> serde_json::Value {
        let out = plateau(["score", "examples/laane-service", "--format", "json"])
            .with(more.iter().copied())
            .printing_anything()
            .exits(0);
        serde_json::from_str(&out).unwrap()
    };
    assert!(json(&[])["agreement"].is_null());
    let full = json(&["--agreement", "full", "--wave", "2026"]);
    let units = full["agreement"]["units"].as_array().unwrap();
    assert_eq!(units.len(), 5);
    assert!(units[0]["alpha"].is_f64());
    assert!(units[0]["groups"][0]["icc1"].is_f64());
}
