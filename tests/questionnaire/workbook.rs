//! The workbooks that people fill in: what is open, what is locked, and an office program's hands.

use std::fs;
use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader, Xlsx};

use super::people::{SET_UP, numbers, undertaking};
use super::sheets::{cells, filled, name, part};
use crate::support::run::plateau;

fn workbook(folder: &Path, options: &[&str]) -> Vec<u8> {
    plateau(["form", ".", "-o", "form.xlsx"])
        .with(options.iter().copied())
        .within(folder)
        .exits(0);
    fs::read(folder.join("form.xlsx")).unwrap()
}

#[test]
fn only_answers_and_comments_are_open_and_answers_are_chosen() {
    let folder = undertaking(SET_UP);
    let form = workbook(folder.path(), &[]);
    let sheet = part(&form, "xl/worksheets/sheet1.xml");
    let styles = part(&form, "xl/styles.xml");
    assert!(sheet.contains("<sheetProtection ") && !sheet.contains("password"));
    let formats = styles.split("<cellXfs").nth(1).unwrap();
    let formats: Vec<&str> = formats.split("<xf ").skip(1).collect();
    let is_open = |cell: &str| {
        let at = sheet.find(&format!("<c r=\"{cell}\" ")).unwrap();
        let style = sheet[at..].split("s=\"").nth(1).unwrap();
        let style: usize = style.split('"').next().unwrap().parse().unwrap();
        formats[style]
            .split("</xf>")
            .next()
            .unwrap()
            .contains("locked=\"0\"")
    };
    let rows = cells(&form, None);
    for (row, content) in (0..).zip(rows.rows()) {
        let about = content[0].to_string();
        let open: Vec<bool> = (0..5).map(|column| is_open(&name(row, column))).collect();
        let expected = match about.as_str() {
            "praksis" | "" | "måling" => [false; 5],
            "enhed" | "rolle" => [false, false, false, true, false],
            _ => [false, false, false, true, true],
        };
        assert_eq!(open, expected, "row {row}: {about}");
    }
    // A list for each cell to choose in: unit, role and thirty practices.
    assert_eq!(sheet.matches("type=\"list\"").count(), 32);
    let lists = part(&form, "xl/workbook.xml");
    assert!(lists.contains("name=\"Valg\"") && lists.contains("state=\"hidden\""));
}

#[test]
fn names_that_look_like_formulas_are_words_in_every_sheet() {
    let folder = undertaking(SET_UP);
    for layout in ["person", "wide", "sheet"] {
        let form = workbook(folder.path(), &["--layout", layout]);
        let mut workbook = Xlsx::new(std::io::Cursor::new(form)).unwrap();
        for sheet in workbook.sheet_names() {
            let formulas = workbook.worksheet_formula(&sheet).unwrap();
            assert_eq!(formulas.used_cells().count(), 0, "{layout} {sheet}");
        }
        if layout != "sheet" {
            let lists = workbook.worksheet_range("Valg").unwrap();
            let named = lists.used_cells().any(|(.., cell)| match cell {
                Data::String(text) => text.trim() == "=HYPERLINK(\"http://x\"); 'a'",
                _ => false,
            });
            assert!(named, "{layout}");
        }
    }
}

#[test]
fn an_untouched_workbook_is_nobodys_answers() {
    for layout in ["person", "wide", "sheet"] {
        let folder = undertaking(SET_UP);
        workbook(folder.path(), &["--layout", layout, "--split", "leder"]);
        plateau(["check", "form.xlsx"])
            .within(folder.path())
            .printing(&format!("  is          {layout}:"))
            .printing("No problems.")
            .exits(0);
        let said = plateau(["score", "form.xlsx", "--format", "json"])
            .within(folder.path())
            .printing_anything()
            .exits(0);
        let numbers: serde_json::Value = serde_json::from_str(&said).unwrap();
        let units = numbers["waves"][0]["units"].as_array();
        let answered = units.into_iter().flatten().any(|unit| {
            let practices = unit["practices"].as_array().unwrap();
            let has = |practice: &serde_json::Value| practice["level"] != serde_json::Value::Null;
            unit["respondents"].as_u64().is_some_and(|n| n > 0) || practices.iter().any(has)
        });
        assert!(!answered, "{layout}: {numbers}");
    }
}

#[test]
fn rows_are_asked_for_only_where_respondents_have_rows() {
    let folder = undertaking(SET_UP);
    let rows = |options: &[&str]| {
        cells(&workbook(folder.path(), options), None)
            .rows()
            .count()
    };
    assert_eq!(rows(&["--layout", "wide", "--respondents", "7"]), 1 + 7);
    for options in [
        &["--respondents", "7", "-o", "form.xlsx"][..],
        &["--respondents", "7", "-o", "form.pdf"],
        &["--layout", "wide", "-o", "form.pdf"],
    ] {
        plateau(["form", "."])
            .with(options.iter().copied())
            .within(folder.path())
            .saying("error[C019]")
            .exits(2);
    }
    plateau(["form", ".", "--moderation", "-o", "form.pdf"])
        .within(folder.path())
        .saying_anything()
        .exits(2);
}

/// Needs LibreOffice; run with `cargo test -- --ignored`.
#[test]
#[ignore = "needs LibreOffice"]
fn a_workbook_that_an_office_program_saved_reads_back_the_same() {
    for layout in ["person", "wide"] {
        let folder = undertaking(SET_UP);
        let form = workbook(folder.path(), &["--layout", layout]);
        let rows = cells(&form, None);
        let texts: Vec<(String, String)> = match layout {
            "person" => (1..)
                .zip(rows.rows().skip(1))
                .filter_map(|(row, content)| {
                    let text = match content[0].to_string().as_str() {
                        "enhed" => "Huset",
                        "rolle" => "Leder",
                        id if id.contains('-') => "3",
                        _ => return None,
                    };
                    Some((name(row, 3), text.to_owned()))
                })
                .collect(),
            _ => (4..60)
                .step_by(2)
                .map(|column| (name(1, column), "3".to_owned()))
                .collect(),
        };
        let path = folder.path().join("svar/svar.xlsx");
        fs::write(&path, filled(&form, &texts)).unwrap();
        let expected = numbers(folder.path(), &[]);
        let profile = folder.path().join("profile");
        let saved = folder.path().join("saved");
        let status = Command::new("soffice")
            .arg(format!(
                "-env:UserInstallation=file://{}",
                profile.display()
            ))
            .args(["--headless", "--convert-to", "xlsx", "--outdir"])
            .arg(&saved)
            .arg(&path)
            .output()
            .unwrap()
            .status;
        assert!(status.success());
        fs::copy(saved.join("svar.xlsx"), &path).unwrap();
        assert_eq!(numbers(folder.path(), &[]), expected, "{layout}");
    }
}
