//! JSON: the record, indented by two spaces. Words about a part of the model, which have no
//! record, come as their title and sections.

mod indented;
mod record;

use std::io::{self, BufWriter, Write};

use schemars::generate::SchemaSettings;

use crate::view::{Record, View};

use super::document::Document;

/// Writes a report as JSON.
///
/// # Errors
/// Those of the writer.
pub fn write(view: &View, writer: &mut dyn Write) -> io::Result<()> {
    let mut writer = BufWriter::new(writer);
    match &view.record {
        Some(record) => record::write(record, &mut writer)?,
        None => indented::write(&Document::of(view), &mut writer)?,
    }
    writer.write_all(b"\n")?;
    writer.flush()
}

/// The JSON Schema (draft 2020-12) of a report with a record.
pub fn schema() -> String {
    let generator = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator();
    let mut schema = Vec::new();
    // Nothing goes wrong in writing to memory.
    let _ = indented::write(&generator.into_root_schema_for::<Record>(), &mut schema);
    schema.push(b'\n');
    String::from_utf8_lossy(&schema).into_owned()
}
