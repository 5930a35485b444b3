//! JSON: the record, indented by two spaces. Words about a part of the model, which have no
//! record, come as their title and sections.

mod indented;
mod record;

use schemars::generate::SchemaSettings;
use serde::Serialize;

use crate::view::{Record, View};

use super::Style;
use super::document::Document;

/// A report as JSON.
pub fn render(view: &View, _style: &Style) -> Vec<u8> {
    match &view.record {
        Some(record) => record::written(record),
        None => written(&Document::of(view)),
    }
}

/// The JSON Schema (draft 2020-12) of a report with a record.
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator();
    let schema = written(&generator.into_root_schema_for::<Record>());
    String::from_utf8_lossy(&schema).into_owned()
}

fn written(value: &impl Serialize) -> Vec<u8> {
    let mut text = indented::written(value, 0, 0);
    text.push(b'\n');
    text
}
