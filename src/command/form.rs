//! `plateau form`: questionnaires and sheets for people to fill in, which are read back as answers.

mod questionnaire;

use std::path::{Path, PathBuf};

use crate::cli::FormArgs;
use crate::diagnostic::{Diagnostic, Diagnostics, code};
use crate::format::form::{self, FORM_FORMATS, FormFormat, Writes};
use crate::view::form::{Form, moderation};

pub use questionnaire::{asking, only};

use super::console::Console;
use super::study::Study;
use super::{Exit, output, pipeline, staging};

/// Writes a form to every output.
///
/// # Errors
/// Everything wrong with the arguments and the input; then nothing is written.
pub fn run(arguments: &FormArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let mut warnings = Diagnostics::new();
    let rendered = match arguments.moderation {
        true => settle(arguments, &mut warnings)?,
        false => questionnaire::ask(arguments, &mut warnings)?,
    };
    console.warn(&warnings);
    let mut files = Vec::new();
    let mut printed = Vec::new();
    for (path, bytes) in rendered {
        match path {
            Some(path) => files.push((path, bytes)),
            None => printed.extend(bytes),
        }
    }
    staging::write_files(&files)?;
    console.print(&printed)?;
    Ok(Exit::Done)
}

/// What goes to each target.
type Outputs = Vec<(Option<PathBuf>, Vec<u8>)>;

/// Fills in the moderation sheet with what the answers say.
fn settle(arguments: &FormArgs, warnings: &mut Diagnostics) -> anyhow::Result<Outputs> {
    let input = arguments.input();
    let opened = pipeline::open(&input, warnings)?;
    let targets = targets(arguments, &opened.inputs)?;
    let (model, read) = pipeline::read(opened, input.lenient, warnings)?;
    let chosen = pipeline::select(&arguments.select, &read.assessment)?;
    let study = Study::new(model, read, None);
    let assessment = &study.read.assessment;
    let form: Form = moderation(
        &study.model,
        assessment,
        &study.scorecard,
        (chosen.unit, chosen.wave),
        pipeline::language(arguments.lang.as_deref(), assessment),
    );
    let mut outputs = Outputs::new();
    for (path, format) in targets {
        let Writes::Tables { render, .. } = format.writes else {
            continue; // refused among the targets
        };
        outputs.push((path, render(&form)?.take(warnings)));
    }
    Ok(outputs)
}

/// A file and its format; without a file it is standard output.
type Target = (Option<PathBuf>, &'static FormFormat);

/// What is to be written where, checked before any work is done.
fn targets(arguments: &FormArgs, inputs: &[PathBuf]) -> Result<Vec<Target>, Diagnostics> {
    let named = arguments.format.as_deref().and_then(form::find);
    let mut problems = output::said_twice(&arguments.output);
    let mut targets = Vec::new();
    for path in &arguments.output {
        let (target, format) = match path == Path::new("-") {
            true => (None, named.or(FORM_FORMATS.first())),
            false => {
                problems.append(output::check_target(path, inputs).err().unwrap_or_default());
                let ending = path.extension().and_then(|ending| ending.to_str());
                let format = named.or_else(|| ending.and_then(form::by_ending));
                (Some(path.clone()), format)
            }
        };
        match format {
            None => problems.push(output::unknown_ending(path, &endings(|_| true))),
            Some(format) => match refusal(arguments, format) {
                Some(problem) => problems.push(problem),
                None => targets.push((target, format)),
            },
        }
    }
    match problems.has_errors() {
        true => Err(problems),
        false => Ok(targets),
    }
}

fn is_table(format: &FormFormat) -> bool {
    matches!(format.writes, Writes::Tables { .. })
}

/// Why a format cannot hold the form that is asked for, if it cannot.
fn refusal(arguments: &FormArgs, format: &FormFormat) -> Option<Diagnostic> {
    if is_table(format) {
        return None;
    }
    let tables: Vec<String> = endings(is_table)
        .iter()
        .map(|ending| format!("`.{ending}`"))
        .collect();
    let hint = format!("these can: {}", tables.join(", "));
    if arguments.moderation {
        let message = format!("a moderation sheet cannot be written as `{}`", format.name);
        return Some(Diagnostic::error(&code::C020, message).help(hint));
    }
    arguments.layout.map(|_| {
        let message = format!(
            "`--layout` says nothing about a questionnaire as `{}`",
            format.name
        );
        Diagnostic::error(&code::C019, message)
            .help(format!("leave it out; it is for {}", tables.join(", ")))
    })
}

/// The endings of some formats.
fn endings(is_meant: impl Fn(&FormFormat) -> bool) -> Vec<&'static str> {
    let meant = FORM_FORMATS.iter().filter(|format| is_meant(format));
    meant.map(|format| format.ending).collect()
}
