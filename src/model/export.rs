//! The shipped model as files to edit.

use super::{embedded, schema};

/// The files of the shipped model and their schemas as relative path and text, ready to be
/// written into one folder: every `#:schema` line points at the schemas within it.
pub fn export() -> Vec<(String, String)> {
    let model = embedded::files()
        .iter()
        .map(|&(path, text)| (path.to_owned(), with_schema_beside(path, text)));
    let schemas = schema::schemas()
        .into_iter()
        .map(|(name, json)| (format!("schema/{name}"), json));
    model.chain(schemas).collect()
}

fn with_schema_beside(path: &str, text: &str) -> String {
    let Some((first, rest)) = text.split_once('\n') else {
        return text.to_owned();
    };
    match first.strip_prefix("#:schema ") {
        None => text.to_owned(),
        Some(schema) => {
            let up = "../".repeat(path.matches('/').count());
            let name = schema.rsplit('/').next().unwrap_or(schema);
            format!("#:schema {up}schema/{name}\n{rest}")
        }
    }
}
