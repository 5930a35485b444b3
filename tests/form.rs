//! `plateau form`: what is written out is read back as what it was made from.

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader, Xlsx};
use plateau::format::form::{FORM_FORMATS, FormFormat, Writes};
use plateau::text::LANGUAGES;
use serde_json::Value;

use crate::support::root;
use crate::support::run::plateau;

/// The formats that a moderation sheet is written in.
fn tables() -> impl Iterator<Item = &'static FormFormat> {
    let is_table = |format: &&FormFormat| matches!(format.writes, Writes::Tables { .. });
    FORM_FORMATS.iter().filter(is_table)
}

/// Where the sheet of a facilitator lies in [`undertaking`].
const SHEET: &str = "moderering.csv";

/// A facilitator's sheet with everything in it; one reason looks like a formula.
const MODERATED: &str = "\
praksis;enhed;modereret;begrundelse;evidens;evidensdato;kilde;af
PLA-4;laane-service;4;+ set i drift;Tavlen;14.03.2024;Fællesdrev;Facilitator
PRO-1;laane-service;3;\"To linjer; og mere\";;;;
PRS-2;laane-service;2;Kendes ikke;\"=1+1\";;;
";

/// The example in a folder of its own, with a sheet of moderated levels and a limit to the age
/// of evidence.
fn undertaking() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["svar-2025.csv", "svar-2026.csv", "logo.svg"] {
        let from = root("examples/laane-service").join(name);
        fs::copy(from, folder.path().join(name)).unwrap();
    }
    let set_up = fs::read_to_string(root("examples/laane-service/assessment.toml")).unwrap();
    let set_up = set_up.replace("moderering-2026.csv", SHEET);
    let set_up = match set_up.contains("[evidence]") {
        true => set_up,
        false => set_up + "\n[evidence]\nmax_age = \"12 months\"\n",
    };
    fs::write(folder.path().join("assessment.toml"), set_up).unwrap();
    fs::write(folder.path().join(SHEET), MODERATED).unwrap();
    folder
}

/// Every number of an undertaking, without the names and hashes of its files.
fn numbers(folder: &Path) -> Value {
    let said = plateau(["score", ".", "--format", "json"])
        .within(folder)
        .printing_anything()
        .exits(0);
    let mut numbers: Value = serde_json::from_str(&said).unwrap();
    numbers["inputs"] = Value::Null;
    numbers
}

/// Lets another file take the place of the facilitator's sheet.
fn replace_sheet(folder: &Path, name: &str) {
    let path = folder.join("assessment.toml");
    let set_up = fs::read_to_string(&path).unwrap();
    fs::write(path, set_up.replace(SHEET, name)).unwrap();
}

fn practice<'a>(numbers: &'a Value, wave: usize, id: &str) -> &'a Value {
    let practices = &numbers["waves"][wave]["units"][0]["practices"];
    let practices = practices.as_array().unwrap();
    practices.iter().find(|p| p["id"] == id).unwrap()
}

fn written(folder: &Path, options: &[&str], name: &str) -> PathBuf {
    plateau(["form", "--moderation", ".", "-o", name])
        .with(options.iter().copied())
        .within(folder)
        .exits(0);
    folder.join(name)
}

#[test]
fn a_moderation_sheet_reads_back_as_what_it_was_made_from() {
    for format in tables() {
        for language in LANGUAGES {
            let folder = undertaking();
            let expected = numbers(folder.path());
            let name = format!("ark.{}", format.ending);
            written(folder.path(), &["--lang", language.code], &name);
            replace_sheet(folder.path(), &name);
            let found = numbers(folder.path());
            assert_eq!(found, expected, "{} {}", format.name, language.code);
        }
    }
}

#[test]
fn nothing_on_a_moderation_sheet_is_mistaken_for_an_answer() {
    let folder = undertaking();
    fs::write(
        folder.path().join(SHEET),
        "praksis;modereret;begrundelse\nPLA-4;;\n",
    )
    .unwrap();
    for format in tables() {
        let name = format!("ark.{}", format.ending);
        written(folder.path(), &[], &name);
        let said = plateau(["score", &name, "--format", "json"])
            .within(folder.path())
            .printing_anything()
            .exits(0);
        let numbers: Value = serde_json::from_str(&said).unwrap();
        for practice in numbers["waves"][0]["units"][0]["practices"]
            .as_array()
            .unwrap()
        {
            assert_eq!(practice["level"], Value::Null, "{practice}");
            assert_eq!(practice["settled"], Value::Null, "{practice}");
        }
        plateau(["check", &name])
            .within(folder.path())
            .printing("svarenes niveau, delte meninger")
            .printing("No problems.")
            .exits(0);
    }
}

#[test]
fn a_level_filled_in_is_moderated_and_the_answers_stay_beside_it() {
    let folder = undertaking();
    let before = numbers(folder.path());
    let path = written(folder.path(), &[], "ark.csv");
    let filled: Vec<String> = fs::read_to_string(&path)
        .unwrap()
        .lines()
        .map(|line| match line.starts_with("PLA-5;") {
            true => line.replacen(";;;;;;;", ";4;Set;Planen;1/9/2026;Mødet;Ledelsen;", 1),
            false => line.to_owned(),
        })
        .collect();
    fs::write(&path, filled.join("\n")).unwrap();
    replace_sheet(folder.path(), "ark.csv");
    let after = numbers(folder.path());
    let [raw, moderated] = [&before, &after].map(|numbers| practice(numbers, 1, "PLA-5"));
    assert_eq!(moderated["level"], 4);
    assert_eq!(moderated["moderated"]["reason"], "Set");
    assert_eq!(moderated["moderated"]["by"], "Ledelsen");
    let evidence = serde_json::json!({"text": "Planen", "date": "2026-09-01", "source": "Mødet"});
    assert_eq!(moderated["evidence"], evidence);
    for figure in ["n", "counts", "mean", "median"] {
        assert_eq!(moderated[figure], raw[figure], "{figure}");
    }
}

#[test]
fn what_is_hidden_is_said_to_be_hidden_and_not_written() {
    let folder = undertaking();
    let path = written(
        folder.path(),
        &["--unit", "saerlige-engagementer"],
        "ark.csv",
    );
    let text = fs::read_to_string(path).unwrap();
    let mut rows = text.lines();
    assert!(rows.next().unwrap().contains("svar pr. niveau"));
    for row in rows {
        assert!(row.contains(";skjult;skjult;skjult;skjult;;;;;;;"), "{row}");
    }
}

#[test]
fn a_practice_that_is_tailored_away_is_not_on_the_sheet() {
    let folder = undertaking();
    let path = written(folder.path(), &[], "ark.csv");
    let text = fs::read_to_string(path).unwrap();
    assert!(!text.contains("FOR-2") && text.contains("FOR-3"));
}

#[test]
fn missing_and_old_evidence_is_found() {
    let folder = undertaking();
    plateau(["score", ".", "-v"])
        .within(folder.path())
        .printing("Evidensen er over 12 måneder gammel for PLA-4 (14. marts 2024).")
        .printing("PRO-1 er sat til kravets niveau eller højere, men der er ikke noteret")
        .exits(0);
    plateau(["score", ".", "-v", "--lang", "en"])
        .within(folder.path())
        .printing("The evidence is more than 12 months old for PLA-4 (14 March 2024).")
        .exits(0);
}

#[test]
fn a_sheet_s_words_are_words_whatever_they_look_like() {
    let folder = undertaking();
    let bytes = fs::read(written(folder.path(), &[], "ark.xlsx")).unwrap();
    let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
    let formulas = workbook.worksheet_formula("Moderering").unwrap();
    assert_eq!(formulas.used_cells().count(), 0);
    let cells = workbook.worksheet_range("Moderering").unwrap();
    let has = |wanted: &str| {
        cells
            .used_cells()
            .any(|(.., cell)| *cell == Data::String(wanted.into()))
    };
    assert!(has("=1+1") && has("+ set i drift"));
    let text = fs::read_to_string(written(folder.path(), &[], "ark.csv")).unwrap();
    assert!(text.contains(";'=1+1;") && text.contains(";'+ set i drift;"));
}

#[test]
fn only_what_is_to_be_filled_in_is_open_and_levels_are_chosen_from_a_list() {
    let folder = undertaking();
    let bytes = fs::read(written(folder.path(), &[], "ark.xlsx")).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut sheet = String::new();
    let mut file = archive.by_name("xl/worksheets/sheet1.xml").unwrap();
    file.read_to_string(&mut sheet).unwrap();
    assert!(sheet.contains("<sheetProtection ") && !sheet.contains("password"));
    assert!(sheet.contains("<formula1>\"1,2,3,4,5\"</formula1>"));
    assert!(sheet.contains("orientation=\"landscape\""));
    assert!(sheet.contains("ySplit=\"1\""));
}

#[test]
fn a_form_is_written_by_its_ending_and_never_over_an_answers_file() {
    let folder = undertaking();
    plateau(["form", "--moderation", ".", "-o", "ark.docx"])
        .within(folder.path())
        .saying("error[C003]")
        .saying("`.csv`, `.xlsx`")
        .exits(2);
    plateau(["form", "--moderation", ".", "-o", SHEET])
        .within(folder.path())
        .saying("error[C002]")
        .exits(2);
    plateau(["form", "--moderation", "-o", "ark.csv"])
        .within(folder.path())
        .saying("<INPUT>")
        .exits(2);
    plateau(["form", "--moderation", ".", "-o", "-"])
        .within(folder.path())
        .printing("praksis;navn;svar pr. niveau;")
        .exits(0);
}

/// Needs LibreOffice; run with `cargo test -- --ignored`.
#[test]
#[ignore = "needs LibreOffice"]
fn a_moderation_sheet_survives_an_office_program() {
    let folder = undertaking();
    let expected = numbers(folder.path());
    written(folder.path(), &[], "ark.xlsx");
    let profile = folder.path().join("profile");
    let out = folder.path().join("saved");
    let status = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--convert-to", "xlsx", "--outdir"])
        .arg(&out)
        .arg("ark.xlsx")
        .current_dir(folder.path())
        .output()
        .unwrap()
        .status;
    assert!(status.success());
    fs::copy(out.join("ark.xlsx"), folder.path().join("gemt.xlsx")).unwrap();
    replace_sheet(folder.path(), "gemt.xlsx");
    assert_eq!(numbers(folder.path()), expected);
}
