//! `plateau form`: sheets for people to fill in, which are read back as answers.

use std::path::{Path, PathBuf};

use crate::cli::FormArgs;
use crate::diagnostic::{Diagnostic, Diagnostics, code};
use crate::format::form::{self, FORM_FORMATS, FormFormat};
use crate::view::form::moderation;

use super::console::Console;
use super::study::Study;
use super::{Exit, output, pipeline};

/// Fills in what is known and writes every output.
///
/// # Errors
/// Everything wrong with the arguments and the input; then nothing is written.
pub fn run(arguments: &FormArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let mut warnings = Diagnostics::new();
    let opened = pipeline::open(&arguments.input, &mut warnings)?;
    let targets = targets(arguments, &opened.inputs)?;
    let (model, read) = pipeline::read(opened, arguments.input.lenient, &mut warnings)?;
    let chosen = pipeline::select(&arguments.select, &read.assessment)?;
    let study = Study::new(model, read, None);
    let assessment = &study.read.assessment;
    let form = moderation(
        &study.model,
        assessment,
        &study.scorecard,
        (chosen.unit, chosen.wave),
        pipeline::language(arguments.lang.as_deref(), assessment),
    );
    console.warn(&warnings);
    let mut files = Vec::new();
    let mut printed = Vec::new();
    for (path, format) in targets {
        let bytes = (format.render)(&form);
        match path {
            Some(path) => files.push((path, bytes)),
            None => printed.extend(bytes),
        }
    }
    output::write_files(&files)?;
    console.print(&printed)?;
    Ok(Exit::Done)
}

/// A file and its format; without a file it is standard output.
type Target = (Option<PathBuf>, &'static FormFormat);

/// What is to be written where, checked before any work is done.
fn targets(arguments: &FormArgs, inputs: &[PathBuf]) -> Result<Vec<Target>, Diagnostics> {
    let named = arguments.format.as_deref().and_then(form::find);
    let mut problems = Diagnostics::new();
    let mut targets = Vec::new();
    for (index, path) in arguments.output.iter().enumerate() {
        if arguments.output[..index].contains(path) {
            let message = format!("two outputs go to `{}`", path.display());
            let problem = Diagnostic::error(&code::C013, message);
            problems.push(problem.help("give each output its own name"));
        }
        if path == Path::new("-") {
            targets.push((None, named.unwrap_or(&FORM_FORMATS[0])));
            continue;
        }
        let ending = path.extension().and_then(|ending| ending.to_str());
        let format = named.or_else(|| ending.and_then(form::by_ending));
        match (format, output::check_target(path, inputs)) {
            (None, _) => {
                let endings: Vec<&str> = FORM_FORMATS.iter().map(|format| format.ending).collect();
                problems.push(output::unknown_ending(path, &endings));
            }
            (_, Err(found)) => problems.append(found),
            (Some(format), Ok(())) => targets.push((Some(path.clone()), format)),
        }
    }
    match problems.has_errors() {
        true => Err(problems),
        false => Ok(targets),
    }
}
