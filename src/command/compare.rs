//! `plateau compare`: units, roles or waves side by side.

use crate::cli::{By, CompareArgs};
use crate::diagnostic::Diagnostics;
use crate::view::{Selection, Topic};

use super::console::Console;
use super::output;
use super::study::Study;
use super::typed::as_typed;
use super::{Exit, pipeline};

/// Scores, sets side by side what was asked for and writes every output.
///
/// # Errors
/// Everything wrong with the arguments and the input; then nothing is written.
pub fn run(arguments: &CompareArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let mut warnings = Diagnostics::new();
    let opened = pipeline::open(&arguments.input, &mut warnings)?;
    let outputs = output::plan(&arguments.output, &opened.inputs)?;
    let (model, read) = pipeline::read(opened, arguments.input.lenient, &mut warnings)?;
    let chosen = pipeline::select(&arguments.select, &read.assessment)?;
    let study = Study::new(model, read, arguments.date);
    let assessment = &study.read.assessment;
    let view = |extent| {
        study.view(&Selection {
            topic: topic(arguments.by),
            unit: chosen.unit,
            wave: chosen.wave,
            only_unit: arguments.select.unit.is_some(),
            only_wave: arguments.select.wave.is_some(),
            extent,
            language: pipeline::language(arguments.output.lang.as_deref(), assessment).to_owned(),
            date: assessment.date,
            inputs: as_typed(
                &arguments.input.input,
                &arguments.select,
                &arguments.output,
                &outputs,
            ),
        })
    };
    console.warn(&warnings);
    output::write_each(&outputs, view, arguments.output.verbose, console)?;
    Ok(Exit::Done)
}

fn topic(by: By) -> Topic {
    match by {
        By::Unit => Topic::Units,
        By::Role => Topic::Roles,
        By::Wave => Topic::Waves,
    }
}
