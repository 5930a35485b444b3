//! Who is asked what.

use std::fs;

use crate::support::run::plateau;

const SET_UP: &str = r#"
schema = 1
title = "Måling"
language = "da"
[[units]]
id = "hus"
name = "Huset"
[[units]]
id = "kredit"
name = "Kredit"
parent = "hus"
[[units]]
id = "bolig"
name = "Bolig"
parent = "hus"
[[waves]]
id = "2026"
name = "Efterår 2026"
answers = ["kommer-senere.csv"]
[roles]
leder = "Leder"
medarbejder = "Medarbejder"
[tailoring.not_relevant]
PLA-2 = "Findes ikke her."
[questionnaire]
leder = ["PLA", "KUN-1"]
"#;

fn folder(set_up: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("assessment.toml"), set_up).unwrap();
    folder
}

/// The heads of the wide questionnaire that these options give.
fn heads(options: &[&str]) -> String {
    let folder = folder(SET_UP);
    let said = plateau(["form", ".", "-o", "-"])
        .with(options.iter().copied())
        .within(folder.path())
        .printing_anything()
        .exits(0);
    let first = said.lines().next().unwrap_or_default();
    first.trim_start_matches('\u{feff}').to_owned()
}

#[test]
fn without_any_input_the_models_own_practices_are_asked() {
    let said = plateau(["form", "-o", "-", "--lang", "en"])
        .printing("respondent,PRO-1,PRO-1 comment,")
        .exits(0);
    assert_eq!(said.matches(" comment").count(), 31, "{said}");
}

#[test]
fn units_roles_and_the_wave_stand_before_the_practices() {
    let heads = heads(&[]);
    assert!(
        heads.starts_with("respondent;enhed;rolle;måling;PRO-1;PRO-1 kommentar;"),
        "{heads}"
    );
    assert!(
        heads.contains(";PLA-3;") && !heads.contains("PLA-2"),
        "{heads}"
    );
}

#[test]
fn a_unit_without_sub_units_is_not_asked_for() {
    let heads = heads(&["--unit", "kredit", "--only", "KUN-1"]);
    assert_eq!(heads, "respondent;enhed;rolle;måling;KUN-1;KUN-1 kommentar");
}

#[test]
fn a_role_is_asked_only_what_the_assessment_says() {
    let leader = heads(&["--split", "leder"]);
    let ids: Vec<&str> = leader
        .split(';')
        .filter(|head| head.contains('-'))
        .collect();
    assert!(
        ids.iter()
            .all(|id| id.starts_with("PLA-") || id.starts_with("KUN-1"))
    );
    assert!(ids.contains(&"KUN-1") && ids.contains(&"PLA-1"), "{ids:?}");
    assert!(heads(&["--split", "Medarbejder"]).contains("PRO-1"));
}

#[test]
fn a_plateau_a_discipline_or_a_practice_is_asked_alone() {
    let count = |options: &[&str]| heads(options).matches(" kommentar").count();
    assert_eq!(
        heads(&["--only", "KUN-3"]),
        "respondent;enhed;rolle;måling;KUN-3;KUN-3 kommentar"
    );
    assert_eq!(count(&["--only", "planlægning"]), count(&["--only", "PLA"]));
    assert!(count(&["--only", "1,PRO"]) > count(&["--only", "1"]));
    assert_eq!(count(&["--only", "PLA-1", "--only", "PLA-3"]), 2);
}

#[test]
fn what_cannot_be_asked_is_refused_with_a_way_out() {
    let folder = folder(SET_UP);
    for (options, said) in [
        (
            &["--only", "PLAA"][..],
            "error[C022]: the model has no part `PLAA`",
        ),
        (&["--only", "PLA-2"], "error[C023]"),
        (&["--split", "ledre"], "did you mean `leder`?"),
        (&["--unit", "kredti"], "did you mean `kredit`?"),
        (&["--wave", "1999"], "error[C006]"),
    ] {
        plateau(["form", ".", "-o", "-"])
            .with(options.iter().copied())
            .within(folder.path())
            .saying(said)
            .exits(2);
    }
    plateau(["form", "svar.csv", "-o", "-"])
        .within(folder.path())
        .saying("error[C024]")
        .exits(2);
    plateau(["form", "-o", "-", "--split", "leder"])
        .saying("declares roles; here are none")
        .exits(2);
}

#[test]
fn what_roles_are_asked_is_checked_against_the_model_and_the_roles() {
    for (line, said) in [
        (
            "leder = [\"PLAN\"]",
            "error[S051]: the model has no part `PLAN`",
        ),
        ("leder = []", "error[S052]"),
        ("chef = [\"1\"]", "error[S050]: there is no role `chef`"),
        ("ledr = [\"1\"]", "did you mean `leder`?"),
        ("leder = [\"PLA-88\"]", "assessment.toml"),
    ] {
        let set_up = SET_UP.replace("leder = [\"PLA\", \"KUN-1\"]", line);
        plateau(["form", ".", "-o", "-"])
            .within(folder(&set_up).path())
            .saying(said)
            .exits(2);
    }
}

#[test]
fn a_sheet_for_one_reading_has_a_row_a_practice() {
    let folder = folder(SET_UP);
    let said = plateau([
        "form", ".", "--layout", "sheet", "--unit", "kredit", "-o", "-",
    ])
    .within(folder.path())
    .printing("praksis;navn;spørgsmål;niveau;kommentar;evidens;evidensdato;kilde;af;enhed;måling")
    .exits(0);
    let row = said
        .lines()
        .find(|line| line.starts_with("PLA-1;"))
        .unwrap();
    assert!(row.ends_with(";;;;;;;kredit;2026"), "{row}");
    fs::write(
        folder.path().join("kommer-senere.csv"),
        said.replace(";;;;;;;", ";3;;;;;;"),
    )
    .unwrap();
    plateau(["score", ".", "--unit", "kredit"])
        .within(folder.path())
        .printing("Bygger på en samlet vurdering")
        .exits(0);
}
