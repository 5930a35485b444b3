//! The same numbers in every format: every score of the record, rounded, in Markdown, on the
//! page, in the PDF and in the workbook.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader, Xlsx};
use lopdf::Document;
use plateau::model::{Model, shipped};
use serde_json::Value;
use tempfile::TempDir;

use crate::report::words_of_page;
use crate::support::run::plateau;

const EXAMPLES: [&str; 2] = ["examples/laane-service", "examples/virksomhedsservice"];

/// One example's reports in every format, from one run.
struct Reports {
    folder: TempDir,
    record: Value,
}

impl Reports {
    fn on(example: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let targets = ["json", "md", "html", "pdf", "xlsx"]
            .map(|ending| folder.path().join(format!("report.{ending}")));
        let mut arguments = vec!["report", example, "--lang", "da"];
        for target in &targets {
            arguments.extend(["-o", target.to_str().unwrap()]);
        }
        plateau(arguments).exits(0);
        let json = std::fs::read_to_string(&targets[0]).unwrap();
        Self {
            record: serde_json::from_str(&json).unwrap(),
            folder,
        }
    }

    fn bytes(&self, ending: &str) -> Vec<u8> {
        let path: &Path = self.folder.path();
        std::fs::read(path.join(format!("report.{ending}"))).unwrap()
    }

    /// What each format for people says, without what formats set differently: white space,
    /// hyphens, and the marks of a format's own.
    fn said(&self) -> [(&'static str, String); 3] {
        let markdown = String::from_utf8(self.bytes("md")).unwrap();
        let page = String::from_utf8(self.bytes("html")).unwrap();
        let pdf = Document::load_mem(&self.bytes("pdf")).unwrap();
        let numbers: Vec<u32> = pdf.get_pages().keys().copied().collect();
        [
            ("Markdown", bare(&markdown)),
            ("HTML", bare(&words_of_page(&page))),
            ("PDF", bare(&pdf.extract_text(&numbers).unwrap())),
        ]
    }

    /// The unit and wave that the reports are on.
    fn unit(&self) -> &Value {
        let waves = self.record["waves"].as_array().unwrap();
        &waves.last().unwrap()["units"][0]
    }
}

fn bare(text: &str) -> String {
    let text = text.replace("&amp;", "&");
    let kept = |c: &char| !c.is_whitespace() && !"-\u{ad}\u{2010}\u{2011}\u{200b}|*\\".contains(*c);
    text.chars().filter(kept).collect()
}

/// A number as a Danish reader sees it; absent or hidden as its mark.
fn shown(value: &Value, digits: i32, mark: &str) -> String {
    let Some(number) = value.as_f64() else {
        return mark.to_owned();
    };
    let whole = (number.abs() * 10f64.powi(digits) + 1e-9).round() / 10f64.powi(digits);
    let sign = if number < 0.0 && whole > 0.0 {
        "−"
    } else {
        ""
    };
    format!("{sign}{whole:.*}", usize::try_from(digits).unwrap()).replace('.', ",")
}

fn percent(value: &Value, mark: &str) -> String {
    value.as_f64().map_or(mark.to_owned(), |share| {
        format!("{}%", (share * 100.0 + 1e-9).round())
    })
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

/// What stands in a cell for a figure that is not there.
fn mark(practice: &Value) -> &'static str {
    match practice["hidden"] == true {
        true => "■",
        false => "–",
    }
}

/// The rows that hold every score of a unit, cell after cell, as all formats must have them.
fn rows(model: &Model, unit: &Value) -> Vec<String> {
    let mut rows = Vec::new();
    for practice in list(&unit["practices"]) {
        let id = practice["id"].as_str().unwrap();
        let index = model.practice(id).unwrap();
        let name = model.practices[index].name.get("da");
        let mark = mark(practice);
        // Of a reading that was settled on, nobody's n or mean is shown.
        let is_settled = !practice["settled"]["answer"].is_null();
        let figure = |key: &str, digits| match is_settled {
            true => "–".to_owned(),
            false => shown(&practice[key], digits, mark),
        };
        rows.push(format!(
            "{id}{name}{}{}{}{}",
            shown(&practice["level"], 0, mark),
            figure("mean", 1),
            figure("n", 0),
            shown(&practice["points"], 1, mark),
        ));
        if !is_settled && practice["n"].as_u64().is_some_and(|n| n > 1) {
            rows.push(answers(id, practice));
        }
    }
    for discipline in list(&unit["disciplines"]) {
        let index = model
            .disciplines
            .iter()
            .position(|d| discipline["id"] == d.id.as_str());
        let of_model = &model.disciplines[index.unwrap()];
        rows.push(format!(
            "{}{}{}{}{}",
            of_model.id,
            of_model.name.get("da"),
            shown(&discipline["mean"], 1, "–"),
            shown(&discipline["points"], 1, "–"),
            discipline["points_max"],
        ));
    }
    for (plateau, of_model) in list(&unit["plateaus"]).iter().zip(&model.plateaus) {
        rows.push(format!(
            "{}{}{}({})",
            of_model.id,
            of_model.name.get("da"),
            shown(&plateau["mean"], 1, "–"),
            plateau["practices"],
        ));
    }
    rows.push(format!(
        "{}af{}point",
        shown(&unit["points"], 1, "–"),
        unit["points_max_adjusted"]
    ));
    rows
}

/// The row of how people answered a practice and how far they agree.
fn answers(id: &str, practice: &Value) -> String {
    let counts: Vec<String> = list(&practice["counts"])
        .iter()
        .map(Value::to_string)
        .collect();
    format!(
        "{id}{}{}{}{}{}{}{}{}",
        counts.join("·"),
        shown(&practice["sd"], 1, "–"),
        percent(&practice["coverage"], "–"),
        practice["dont_know"],
        practice["not_relevant"],
        practice["blank"],
        shown(&practice["agreement"]["a"], 2, "–"),
        shown(&practice["agreement"]["ad"], 2, "–"),
    )
}

#[test]
fn every_score_of_the_record_stands_rounded_in_every_format_for_people() {
    let model = shipped().unwrap().value;
    for example in EXAMPLES {
        let reports = Reports::on(example);
        let rows = rows(&model, reports.unit());
        assert!(rows.len() > model.practices.len());
        for (format, said) in reports.said() {
            for row in &rows {
                assert!(said.contains(&bare(row)), "{format} of {example}: {row}");
            }
        }
    }
}

/// The rows of the workbook's sheet for machines: a place and its value.
fn machine_sheet(bytes: Vec<u8>) -> BTreeMap<[String; 6], Data> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let last = book.sheet_names().last().unwrap().clone();
    let sheet = book.worksheet_range(&last).unwrap();
    let rows = sheet.rows().skip(1).map(|cells| {
        let place = std::array::from_fn(|column| cells[column].to_string());
        (place, cells[6].clone())
    });
    rows.collect()
}

#[test]
fn the_workbook_has_every_number_of_the_record_as_a_number() {
    for example in EXAMPLES {
        let reports = Reports::on(example);
        let sheet = machine_sheet(reports.bytes("xlsx"));
        let mut compared = 0;
        for wave in list(&reports.record["waves"]) {
            for unit in list(&wave["units"]) {
                for (kind, things) in [
                    ("practice", &unit["practices"]),
                    ("discipline", &unit["disciplines"]),
                    ("plateau", &unit["plateaus"]),
                ] {
                    for thing in list(things) {
                        compared += compare(&sheet, wave, unit, kind, thing);
                    }
                }
                compared += compare(&sheet, wave, unit, "unit", unit);
            }
        }
        assert!(compared > 100, "{compared}");
    }
}

/// Compares every plain number of a thing; how many there were.
fn compare(
    sheet: &BTreeMap<[String; 6], Data>,
    wave: &Value,
    unit: &Value,
    kind: &str,
    thing: &Value,
) -> usize {
    let text = |value: &Value| value.as_str().map_or(value.to_string(), str::to_owned);
    let mut compared = 0;
    for (key, value) in thing.as_object().unwrap() {
        let Some(number) = value.as_f64().filter(|_| key != "id" && key != "plateau") else {
            continue;
        };
        let place = [
            text(&wave["id"]),
            text(&unit["id"]),
            String::new(),
            kind.to_owned(),
            text(&thing["id"]),
            key.clone(),
        ];
        match sheet.get(&place) {
            Some(Data::Float(shown)) => assert!((shown - number).abs() < 1e-12, "{place:?}"),
            Some(Data::Int(shown)) => assert!(*shown as f64 == number, "{place:?}"),
            other => panic!("{place:?}: {other:?} for {number}"),
        }
        compared += 1;
    }
    compared
}
