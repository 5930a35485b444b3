//! `plateau model`: shows, checks and exports the model.

use std::path::Path;

use crate::cli::{ModelArgs, ModelCommand, OutputArgs};
use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};
use crate::model::{self, Model};
use crate::text;
use crate::view::{self, View};

use super::console::Console;
use super::{Exit, output, pipeline, refuse};

/// Does what was asked with the model.
///
/// # Errors
/// Everything wrong with the model, an unknown id, an output that cannot be written.
pub fn run(command: &ModelCommand, console: &mut Console) -> anyhow::Result<Exit> {
    match command {
        ModelCommand::Show { id, model, output } => show(id.as_deref(), model, output, console),
        ModelCommand::Check { dir, overlay } => check(dir, overlay.as_deref(), console),
        ModelCommand::Export { dir } => export(dir, console),
    }
}

fn show(
    id: Option<&str>,
    arguments: &ModelArgs,
    wanted: &OutputArgs,
    console: &mut Console,
) -> anyhow::Result<Exit> {
    let mut warnings = Diagnostics::new();
    let model = pipeline::load_model(arguments, &mut warnings)?;
    let outputs = output::plan(wanted, &[])?;
    let language = wanted.lang.as_deref().unwrap_or(text::LANGUAGES[0].code);
    let shown = match id {
        None => view::model(&model, language),
        Some(id) => match part(&model, id, language) {
            Some(view) => view,
            None => return refuse(unknown(&model, id)),
        },
    };
    console.warn(&warnings);
    output::write(&outputs, &shown, true, console)?;
    Ok(Exit::Done)
}

/// What the model says of a practice or level, named by id, number or name.
pub fn part(model: &Model, word: &str, language: &str) -> Option<View<'static>> {
    if let Some(practice) = model.practice_named(word) {
        return Some(view::explain_practice(model, practice, language));
    }
    model
        .scale
        .named(word)
        .map(|level| view::explain_level(model, level, language))
}

fn unknown(model: &Model, word: &str) -> Diagnostic {
    let names = model
        .practices
        .iter()
        .flat_map(|practice| std::iter::once(practice.id.as_str()).chain(practice.name.all()));
    Diagnostic::error(
        &code::C009,
        format!("the model has nothing called `{word}`"),
    )
    .at(Location::Argument(word.to_owned()))
    .suggest(word, names)
    .help("`plateau model show` lists all practices and levels")
}

fn check(dir: &Path, overlay: Option<&Path>, console: &mut Console) -> anyhow::Result<Exit> {
    let mut warnings = Diagnostics::new();
    let checked = model::load(dir).map(|loaded| loaded.take(&mut warnings));
    let checked = match (checked, overlay) {
        (Ok(loaded), Some(path)) => {
            model::overlay(loaded, path).map(|laid| laid.take(&mut warnings))
        }
        (checked, _) => checked,
    };
    match checked {
        Ok(model) => {
            console.warn(&warnings);
            let said = format!(
                "{} {} is a valid model: {} practices in {} disciplines, {} levels, {} plateaus, languages {}\n",
                model.id,
                model.version,
                model.practices.len(),
                model.disciplines.len(),
                model.scale.len(),
                model.plateaus.len(),
                model.languages.join(", "),
            );
            console.print(said.as_bytes())?;
            Ok(Exit::Done)
        }
        Err(problems) => Err(problems.into()),
    }
}

fn export(dir: &Path, console: &mut Console) -> anyhow::Result<Exit> {
    output::write_folder(dir, &model::export())?;
    let folder = dir.display();
    let said = format!(
        "Wrote a copy of the model to {folder}. After editing it:\n  \
         plateau model check {folder}\n  plateau score answers.csv --model {folder}\n"
    );
    console.print(said.as_bytes())?;
    Ok(Exit::Done)
}
