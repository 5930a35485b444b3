//! The files that a new assessment begins with.

use crate::model::Model;

use super::load::FILE_NAME;
use super::{Color, Privacy, Rules, mapping_schema, schema};

/// Where the schema lies that the first line of the template names.
const SCHEMA_FILE: &str = ".plateau/assessment.schema.json";

/// Where the schema of mapping files lies.
const MAPPING_SCHEMA_FILE: &str = ".plateau/mapping.schema.json";

/// How a new assessment is worded in one language.
struct Wording {
    language: &'static str,
    assessment: &'static str,
    sheet: &'static str,
    header: [&'static str; 6],
}

/// The wordings; the last is used where there is none for a language.
static WORDINGS: &[Wording] = &[
    Wording {
        language: "da",
        assessment: include_str!("template/da.toml"),
        sheet: "svar.csv",
        header: [
            "praksis",
            "navn",
            "spørgsmål",
            "niveau",
            "kommentar",
            "evidens",
        ],
    },
    Wording {
        language: "en",
        assessment: include_str!("template/en.toml"),
        sheet: "answers.csv",
        header: [
            "practice", "name", "question", "level", "comment", "evidence",
        ],
    },
];

/// The files of a new assessment, as paths within its folder (with `/`) and contents: a commented
/// `assessment.toml`, an empty answer sheet, and the schemas for editors.
///
/// `named` is what the file says of its model: the id of one that comes with the program, or the
/// path of a model folder as seen from the new folder. `language` is that of the comments.
pub fn template(model: &Model, named: &str, language: &str) -> Vec<(String, String)> {
    let wording = WORDINGS
        .iter()
        .find(|wording| wording.language == language)
        .unwrap_or(&WORDINGS[WORDINGS.len() - 1]);
    vec![
        (FILE_NAME.to_owned(), assessment(model, named, wording)),
        (wording.sheet.to_owned(), sheet(model, wording)),
        (SCHEMA_FILE.to_owned(), schema()),
        (MAPPING_SCHEMA_FILE.to_owned(), mapping_schema()),
    ]
}

fn assessment(model: &Model, named: &str, wording: &Wording) -> String {
    let privacy = Privacy::default();
    let practice = model.practices.first().map_or("", |p| p.id.as_str());
    let discipline = model.disciplines.first().map_or("", |d| d.id.as_str());
    let level = model.plateaus.first().map_or(1, |p| p.gate.level.number());
    [
        ("{sheet}", wording.sheet.to_owned()),
        ("{model}", quoted(named)),
        ("{discipline}", quoted(discipline)),
        ("{practice_text}", quoted(practice)),
        ("{practice}", key(practice)),
        ("{level}", level.to_string()),
        ("{highest}", model.scale.highest().number().to_string()),
        ("{minimum_group}", privacy.minimum_group.to_string()),
        ("{minimum_comments}", privacy.minimum_comments.to_string()),
        ("{floor}", Privacy::FLOOR.to_string()),
        ("{accent}", Color::ACCENT.to_string()),
        (
            "{minimum_coverage}",
            Rules::default().minimum_coverage.to_string(),
        ),
    ]
    .iter()
    .fold(wording.assessment.to_owned(), |text, (name, value)| {
        text.replace(name, value)
    })
}

/// Text as a TOML value.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// Text as a TOML key: bare where it may be.
fn key(text: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    match !text.is_empty() && text.chars().all(bare) {
        true => text.to_owned(),
        false => quoted(text),
    }
}

/// The empty answer sheet: semicolons, CRLF and a byte order mark, so that a spreadsheet program
/// opens it by double click with its letters whole.
fn sheet(model: &Model, wording: &Wording) -> String {
    let language = wording.language;
    let mut text = format!("\u{feff}{}\r\n", wording.header.join(";"));
    for practice in &model.practices {
        let cells = [
            &practice.id,
            practice.name.get(language),
            practice.question.get(language),
        ];
        let mut row: Vec<String> = cells.into_iter().map(cell).collect();
        row.resize(wording.header.len(), String::new());
        text += &row.join(";");
        text += "\r\n";
    }
    text
}

/// A cell of the sheet, quoted where its text calls for it; text that a spreadsheet would take for
/// a formula gets an apostrophe in front.
fn cell(text: &str) -> String {
    let inert = match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    };
    match inert.contains([';', '"', '\n', '\r']) {
        true => format!("\"{}\"", inert.replace('"', "\"\"")),
        false => inert,
    }
}
