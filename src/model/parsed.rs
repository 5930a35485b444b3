//! A model folder's files, each parsed once into what it says.

use std::collections::BTreeSet;

use crate::diagnostic::code::{M002, M012, M013, M016};
use crate::diagnostic::{Diagnostic, Diagnostics, Location};

use super::file;
use super::folder::{Folder, TRANSLATIONS};
use super::toml::{Part, parse};

/// All files of a folder, well-formed.
pub(super) struct Parsed<'a> {
    pub model: Part<'a, file::Model>,
    pub disciplines: Vec<Part<'a, file::Discipline>>,
    pub translations: Vec<Translation<'a>>,
}

/// A translation and its language.
pub(super) struct Translation<'a> {
    pub language: String,
    pub part: Part<'a, file::Translation>,
}

impl Parsed<'_> {
    /// The names of the files in reading order.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let disciplines = self.disciplines.iter().map(|part| part.name.as_str());
        let translations = self.translations.iter().map(|t| t.part.name.as_str());
        std::iter::once(self.model.name.as_str())
            .chain(disciplines)
            .chain(translations)
    }

    /// Every practice with the discipline file it is in, in model order.
    pub fn practices(
        &self,
    ) -> impl Iterator<Item = (&Part<'_, file::Discipline>, &file::Practice)> {
        self.disciplines.iter().flat_map(|part| {
            part.says
                .practices
                .iter()
                .map(move |practice| (part, practice))
        })
    }
}

/// Reads every file; `None` if any is missing, or malformed beyond a few unknown keys.
pub(super) fn read<'a>(folder: &'a Folder<'_>, problems: &mut Diagnostics) -> Option<Parsed<'a>> {
    let Some(text) = folder.text("model.toml") else {
        problems.push(
            Diagnostic::error(&M002, format!("`{}` holds no `model.toml`", folder.name))
                .at(Location::File(folder.name.clone()))
                .help("start from a copy that has one: `plateau model export DIR`"),
        );
        return None;
    };
    let model: Part<'a, file::Model> = parse(
        folder.name_of("model.toml"),
        text,
        &file::NUMBERED,
        problems,
    )?;
    let disciplines = read_disciplines(folder, &model, problems);
    let translations = read_translations(folder, problems);
    let complete = disciplines.len() == model.says.disciplines.len()
        && translations.len() == translation_files(folder).count();
    complete.then_some(Parsed {
        model,
        disciplines,
        translations,
    })
}

fn read_disciplines<'a>(
    folder: &'a Folder<'_>,
    model: &Part<'_, file::Model>,
    problems: &mut Diagnostics,
) -> Vec<Part<'a, file::Discipline>> {
    let mut unlisted: BTreeSet<&str> = folder
        .files
        .iter()
        .filter_map(|(path, _)| path.strip_suffix(".toml"))
        .filter(|stem| !stem.contains('/') && *stem != "model")
        .collect();
    let stems = unlisted.clone();
    let mut parts = Vec::new();
    for stem in &model.says.disciplines {
        let path = format!("{}.toml", stem.as_str());
        let known = stems.contains(stem.as_str());
        match folder.text(&path).filter(|_| known) {
            None => problems.push(
                Diagnostic::error(
                    &M012,
                    format!("there is no file `{path}` beside `model.toml`"),
                )
                .at(model.at(stem))
                .suggest(stem, stems.iter().copied())
                .help("write the names of the discipline files without `.toml`"),
            ),
            Some(_) if !unlisted.remove(stem.as_str()) => problems.push(
                Diagnostic::error(&M016, format!("`{}` is listed twice", stem.as_str()))
                    .at(model.at(stem))
                    .help("list every discipline file once"),
            ),
            Some(text) => parts.extend(parse(folder.name_of(&path), text, &file::FORM, problems)),
        }
    }
    for stem in unlisted {
        problems.push(
            Diagnostic::warning(&M013, format!("`{stem}.toml` is no part of the model"))
                .at(Location::File(folder.name_of(&format!("{stem}.toml"))))
                .help(format!(
                    "add `\"{stem}\"` to `disciplines` in `model.toml`, or move the file"
                )),
        );
    }
    parts
}

fn read_translations<'a>(
    folder: &'a Folder<'_>,
    problems: &mut Diagnostics,
) -> Vec<Translation<'a>> {
    let mut translations = Vec::new();
    for (path, language, text) in translation_files(folder) {
        let part = parse(folder.name_of(path), text, &file::FORM, problems);
        translations.extend(part.map(|part| Translation {
            language: language.to_owned(),
            part,
        }));
    }
    translations
}

/// The path, the language and the text of every translation's file.
fn translation_files<'a>(
    folder: &'a Folder<'_>,
) -> impl Iterator<Item = (&'a str, &'a str, &'a str)> {
    folder.files.iter().filter_map(|(path, text)| {
        let language = path.strip_prefix(TRANSLATIONS)?.strip_suffix(".toml")?;
        Some((path.as_str(), language, text.as_ref()))
    })
}
