//! The JSON Schemas of the model's files, generated from [`super::file`].

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

use super::file;

/// The schemas as file name and pretty JSON, ordered by name; an editor that knows the
/// `#:schema` line of a TOML file checks and completes with them.
pub fn schemas() -> Vec<(&'static str, String)> {
    vec![
        ("discipline.json", schema::<file::Discipline>()),
        ("model.json", schema::<file::Model>()),
        ("overlay.json", schema::<file::Overlay>()),
        ("translation.json", schema::<file::Translation>()),
    ]
}

/// Draft 7, because that is what editors of TOML understand best.
fn schema<T: JsonSchema>() -> String {
    let schema = SchemaSettings::draft07()
        .into_generator()
        .into_root_schema_for::<T>();
    format!("{:#}\n", schema.as_value())
}
