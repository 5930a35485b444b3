//! A model folder's TOML files as texts, from disk or from the program itself.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use crate::diagnostic::code::{M001, M003};
use crate::diagnostic::{Diagnostic, Diagnostics, Location};

use super::toml::{read_text, unreadable};

/// The TOML files of a model.
#[derive(Debug)]
pub(super) struct Folder<'a> {
    /// The folder's name as the person gave it.
    pub name: String,
    /// Path below the folder (with `/`) and text, ordered by path.
    pub files: Vec<(String, Cow<'a, str>)>,
}

/// The folder below a model folder that holds its translations.
pub(super) const TRANSLATIONS: &str = "text/";

impl Folder<'static> {
    /// Reads the TOML files of a folder and of its folder of translations.
    pub fn read(dir: &Path) -> Result<Self, Diagnostics> {
        let name = dir.display().to_string();
        if !dir.is_dir() {
            return Err(no_folder(dir, &name).into());
        }
        let mut problems = Diagnostics::new();
        let mut files = Vec::new();
        for below in ["", TRANSLATIONS] {
            read_into(&dir.join(below), below, &mut files, &mut problems);
        }
        files.sort();
        let folder = Self { name, files };
        problems.guard(folder).map(|read| read.value)
    }
}

impl Folder<'_> {
    /// The text of the file at this path below the folder.
    pub fn text(&self, path: &str) -> Option<&str> {
        let found = self.files.iter().find(|(known, _)| known == path);
        found.map(|(_, text)| text.as_ref())
    }

    /// The name of a file as the person would write it.
    pub fn name_of(&self, path: &str) -> String {
        Path::new(&self.name).join(path).display().to_string()
    }
}

fn no_folder(dir: &Path, name: &str) -> Diagnostic {
    let problem = if dir.exists() {
        Diagnostic::error(
            &M001,
            format!("`{name}` is a file, and a model is a folder"),
        )
        .help("name the folder that holds `model.toml`")
    } else {
        Diagnostic::error(&M001, format!("there is no folder `{name}`"))
            .help("check the name, or start from a copy: `plateau model export DIR`")
    };
    problem.at(Location::File(name.to_owned()))
}

fn read_into(
    dir: &Path,
    below: &str,
    files: &mut Vec<(String, Cow<'static, str>)>,
    problems: &mut Diagnostics,
) {
    if !below.is_empty() && !dir.is_dir() {
        return;
    }
    match toml_files(dir) {
        Err(more) => problems.append(more),
        Ok(names) => {
            for name in names {
                match read_text(&dir.join(&name), &M003) {
                    Ok(text) => files.push((format!("{below}{name}"), Cow::Owned(text))),
                    Err(more) => problems.append(more),
                }
            }
        }
    }
}

/// The names of a folder's own TOML files, in order.
pub(super) fn toml_files(dir: &Path) -> Result<Vec<String>, Diagnostics> {
    let entries = fs::read_dir(dir).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut names: Vec<String> = entries
        .map_err(|error| unreadable(&dir.display().to_string(), &error, &M003))?
        .iter()
        .filter(|entry| entry.path().is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".toml") && !name.starts_with('.'))
        .collect();
    names.sort();
    Ok(names)
}
