//! `plateau explain`: what a practice, level, finding or diagnostic code means.

use crate::cli::ExplainArgs;
use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};
use crate::finding::FINDINGS;
use crate::text;
use crate::view;

use super::console::Console;
use super::{Exit, output, pipeline, refuse};

/// Prints what the word means.
///
/// # Errors
/// A word that means nothing here.
pub fn run(arguments: &ExplainArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let mut warnings = Diagnostics::new();
    let model = pipeline::load_model(&arguments.model, &mut warnings)?;
    let outputs = output::plan(&arguments.output, &[])?;
    let language = arguments
        .output
        .lang
        .as_deref()
        .unwrap_or(text::LANGUAGES[0].code);
    let word = arguments.word.trim();
    let explained = if let Some(code) = code::find(word) {
        view::explain_code(code)
    } else if let Some(kind) = FINDINGS
        .iter()
        .find(|kind| kind.id.eq_ignore_ascii_case(word))
    {
        view::explain_finding(&model, kind, language)
    } else if let Some(part) = super::model::part(&model, word, language) {
        part
    } else {
        let names = code::all()
            .map(|code| code.id)
            .chain(FINDINGS.iter().map(|kind| kind.id))
            .chain(model.practices.iter().map(|practice| practice.id.as_str()))
            .chain(
                model
                    .practices
                    .iter()
                    .flat_map(|practice| practice.name.all()),
            );
        return refuse(
            Diagnostic::error(
                &code::C009,
                format!("there is nothing called `{word}` to explain"),
            )
            .at(Location::Argument(word.to_owned()))
            .suggest(word, names)
            .help("name a practice, a level, a finding or a diagnostic code")
            .help("`plateau model show` lists all practices and levels"),
        );
    };
    console.warn(&warnings);
    output::write(&outputs, &explained, true, console)?;
    Ok(Exit::Done)
}
