//! `plateau compare`: units, roles or waves side by side.

use crate::cli::{By, CompareArgs};
use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};
use crate::finding::plan::Pace;
use crate::view::{Selection, Topic};

use super::console::Console;
use super::output;
use super::study::Study;
use super::typed::as_typed;
use super::{Exit, pipeline, refuse};

/// Scores, sets side by side what was asked for and writes every output.
///
/// # Errors
/// Everything wrong with the arguments and the input; then nothing is written.
pub fn run(arguments: &CompareArgs, console: &mut Console) -> anyhow::Result<Exit> {
    check_layers(arguments)?;
    let mut warnings = Diagnostics::new();
    let opened = pipeline::open(&arguments.input, &mut warnings)?;
    let outputs = output::plan(&arguments.output, &opened.inputs)?;
    let typed = as_typed(
        &arguments.input,
        opened.model_folder.as_deref(),
        &arguments.select,
        &arguments.output,
        &outputs,
    );
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
            layers: arguments.layers.unwrap_or(1).into(),
            full_agreement: arguments.agreement.is_full(),
            language: pipeline::language(arguments.output.lang.as_deref(), assessment).to_owned(),
            date: assessment.date,
            typed: typed.clone(),
            pace: Pace::default(),
            past: None,
            supposed: None,
        })
    };
    console.warn(&warnings);
    output::write_each(&outputs, view, arguments.output.verbose, console)?;
    Ok(Exit::Done)
}

/// Layers are those of the organisation: nothing else has any.
fn check_layers(arguments: &CompareArgs) -> anyhow::Result<()> {
    match arguments.layers {
        Some(layers) if arguments.by != By::Unit => refuse(
            Diagnostic::error(&code::C019, "only units stand in layers")
                .at(Location::Argument(format!("--layers {layers}")))
                .help("leave `--layers` out, or compare `--by unit`"),
        ),
        _ => Ok(()),
    }
}

fn topic(by: By) -> Topic {
    match by {
        By::Unit => Topic::Units,
        By::Role => Topic::Roles,
        By::Wave => Topic::Waves,
    }
}
