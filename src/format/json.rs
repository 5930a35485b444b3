//! JSON: the record, indented by two spaces. Words about a part of the model, which have no
//! record, come as their title and sections.

use schemars::generate::SchemaSettings;
use serde::Serialize;

use crate::diagnostic::acts;
use crate::view::{Record, View};

use super::Style;
use super::document::Document;

/// A report as JSON.
pub fn render(view: &View, _style: &Style) -> Vec<u8> {
    let text = match &view.record {
        Some(record) => pretty(record),
        None => pretty(&Document::of(view)),
    };
    text.into_bytes()
}

/// The JSON Schema (draft 2020-12) of a report with a record.
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator();
    pretty(&generator.into_root_schema_for::<Record>())
}

fn pretty(value: &impl Serialize) -> String {
    // Only a map with keys that are no strings, or a failing writer, makes this an error.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    escaped(text)
}

/// JSON with every character that a terminal acts on written as `\uXXXX`: serde escapes the
/// ASCII control characters only.
fn escaped(json: String) -> String {
    if json.split('\n').all(is_inert) {
        return json;
    }
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if c == '\n' || !acts(c) {
            text.push(c);
        } else {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                text.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    text
}

/// Whether a terminal acts on no character of a line, of which serde has escaped the ASCII
/// control characters but the last.
fn is_inert(line: &str) -> bool {
    if line.is_ascii() {
        !line.contains('\u{7f}')
    } else {
        !line.chars().any(acts)
    }
}
