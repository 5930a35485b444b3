//! A plan's files, which people fill in and which are read back.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use plateau::format::{Style, find};
use plateau::view::{Entry, Field, Fill, View, Worksheet};

use crate::formats::HOSTILE;
use crate::formats::sample::sample_view;
use crate::support::run::plateau;
use crate::xlsx::parts;

const EXAMPLE: &str = "examples/laane-service";

fn written(language: &str) -> String {
    let csv = ["--lang", language, "--format", "csv"];
    plateau(["plan", EXAMPLE])
        .with(csv)
        .printing_anything()
        .exits(0)
}

#[test]
fn the_csv_is_read_back_in_both_languages_and_says_what_became_of_it() {
    for (language, delimiter, done, sentence) in [
        (
            "da",
            ';',
            "gjort",
            "Gjort, men det kan ikke ses i tallene endnu: PRO-3\u{a0}→\u{a0}3.",
        ),
        (
            "en",
            ',',
            "done",
            "Done, but it does not show in the figures yet: PRO-3\u{a0}→\u{a0}3.",
        ),
    ] {
        let csv = written(language);
        let mut lines: Vec<String> = csv.lines().map(str::to_owned).collect();
        let heads: Vec<&str> = lines[0].split(delimiter).collect();
        let status = heads.iter().position(|head| *head == "Status").unwrap();
        // The cells behind the status are few and plain; those before it may be quoted.
        let from_end = heads.len() - status;
        let mut cells: Vec<String> = lines[1]
            .rsplitn(from_end + 1, delimiter)
            .map(str::to_owned)
            .collect();
        done.clone_into(&mut cells[from_end - 1]);
        cells.reverse();
        lines[1] = cells.join(&delimiter.to_string());
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.csv");
        std::fs::write(&path, lines.join("\n")).unwrap();
        let file = path.to_str().unwrap();
        for command in ["plan", "report"] {
            let said = plateau([command, EXAMPLE, "--plan", file, "--lang", language])
                .with(["-o", "-", "--format", "markdown"])
                .printing_anything()
                .exits(0);
            let said = said.replace("**", "");
            assert!(said.contains(sentence), "{command}: {said}");
        }
        let json = plateau(["plan", EXAMPLE, "--plan", file, "--format", "json"])
            .printing_anything()
            .exits(0);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let followed = &json["plan"]["followed"];
        assert_eq!(followed["actions"][0]["outcome"], "without_effect");
        assert_eq!(followed["actions"][1]["outcome"], "not_addressed");
        assert_eq!(followed["untouched"], serde_json::json!([]));
    }
}

#[test]
fn a_plan_for_another_unit_is_read_with_a_warning() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.csv");
    std::fs::write(&path, written("da")).unwrap();
    let file = path.to_str().unwrap();
    plateau(["plan", EXAMPLE, "--plan", file, "--unit", "realkredit"])
        .printing_anything()
        .saying("warning[P003]")
        .saying("--unit laane-service")
        .exits(0);
}

#[test]
fn last_time_s_plan_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.csv");
    std::fs::write(&path, written("da")).unwrap();
    let file = path.to_str().unwrap();
    plateau(["plan", EXAMPLE, "--plan", file, "-o", file])
        .saying("error[C002]")
        .exits(2);
}

#[test]
fn a_plan_that_is_not_there_is_said_to_be_missing() {
    plateau(["plan", EXAMPLE, "--plan", "no-such-plan.csv"])
        .saying("no-such-plan.csv")
        .exits(2);
}

#[test]
fn the_example_s_first_step_is_its_nearest_blocker() {
    let csv = written("da");
    assert!(
        csv.starts_with('\u{feff}'),
        "Danish spreadsheets need the mark"
    );
    let first = csv.lines().nth(1).unwrap();
    assert!(first.starts_with("1;PRO-3;Forretnings- og driftsstandarder;løft;2;3;"));
}

#[test]
fn the_workbook_is_ready_to_be_filled_in() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.xlsx");
    plateau(["plan", EXAMPLE, "-o", path.to_str().unwrap()]).exits(0);
    let bytes = std::fs::read(&path).unwrap();
    let mut book = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    let sheet = book.worksheet_range("Plan").unwrap();
    let csv = written("da");
    let heads: Vec<String> = sheet
        .rows()
        .next()
        .unwrap()
        .iter()
        .map(Data::to_string)
        .collect();
    assert_eq!(
        heads.join(";"),
        csv.lines().next().unwrap().trim_start_matches('\u{feff}')
    );
    assert_eq!(sheet.height(), csv.lines().count());
    let level = heads.iter().position(|head| head == "Til").unwrap();
    assert_eq!(sheet.get((1, level)), Some(&Data::Float(3.0)));
    let xml = parts(bytes)
        .into_iter()
        .find(|(name, _)| name.ends_with("sheet1.xml"))
        .unwrap()
        .1;
    for expected in [
        "<dataValidations count=\"5\">",
        "type=\"date\"",
        "\"ikke begyndt,i gang,gjort,opgivet\"",
        "state=\"frozen\"",
        "<pageSetup",
    ] {
        assert!(xml.contains(expected), "{expected}");
    }
}

#[test]
fn the_workbook_is_read_back_as_the_csv_is() {
    let folder = tempfile::tempdir().unwrap();
    let files = ["plan.csv", "plan.xlsx"].map(|name| folder.path().join(name));
    let [csv, xlsx] = files.each_ref().map(|path| path.to_str().unwrap());
    plateau(["plan", EXAMPLE, "-o", csv, "-o", xlsx]).exits(0);
    let followed = |file: &str| {
        let json = plateau(["plan", EXAMPLE, "--plan", file, "--format", "json"])
            .printing_anything()
            .exits(0);
        let mut json: serde_json::Value = serde_json::from_str(&json).unwrap();
        json["plan"]["followed"]["actions"].take()
    };
    let actions = followed(xlsx);
    assert_eq!(actions, followed(csv));
    assert!(actions.as_array().unwrap().len() > 5);
}

#[test]
fn people_s_words_in_a_worksheet_are_never_run() {
    for said in HOSTILE {
        let text = || Entry::Text((*said).to_owned());
        let field = |fill| Field {
            heading: (*said).to_owned(),
            fill,
        };
        let view = View {
            worksheet: Some(Worksheet {
                name: (*said).to_owned(),
                fields: vec![field(Fill::Short), field(Fill::Date)],
                rows: vec![vec![text(), text()], vec![Entry::Empty, Entry::Number(3)]],
            }),
            ..sample_view("x")
        };
        let bytes = |name: &str| {
            let format = find(name).unwrap();
            format
                .render(&view, &Style::default())
                .unwrap()
                .value
                .into_bytes()
        };
        for (name, xml) in parts(bytes("xlsx")) {
            assert!(
                !xml.contains("<f>") && !xml.contains("<f "),
                "{name}: {xml}"
            );
        }
        let csv = String::from_utf8(bytes("csv")).unwrap();
        for cell in csv.trim_start_matches('\u{feff}').split([';', '\n']) {
            let cell = cell.trim_start_matches('"');
            assert!(!cell.starts_with(['=', '+', '@']), "{cell}");
        }
    }
}
