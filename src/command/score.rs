//! `plateau score`: from answers to the plateau.

use std::mem::ManuallyDrop;

use crate::cli::ScoreArgs;
use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};
use crate::finding::plan::Pace;
use crate::model::Model;
use crate::scoring::Scorecard;
use crate::view::{Extent, Selection, Topic};

use super::console::Console;
use super::output;
use super::pipeline::{self, Chosen};
use super::study::Study;
use super::typed::as_typed;
use super::{Exit, refuse, what_if};

/// Scores, writes every output, and judges `--require`.
///
/// # Errors
/// Everything wrong with the arguments and the input; then nothing is written.
pub fn run(arguments: &ScoreArgs, console: &mut Console) -> anyhow::Result<Exit> {
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
    check_required(arguments.require, &opened.model)?;
    // Whoever asks for numbers alone gets no people's words, whatever else is written.
    let comments = output::is_any_in_full(&outputs, arguments.output.verbose);
    let (model, read) =
        pipeline::read_keeping(comments, opened, arguments.input.lenient, &mut warnings)?;
    let chosen = pipeline::select(&arguments.select, &read.assessment)?;
    let what_if = what_if::parsed(&arguments.what_if, chosen, &model, &read.assessment)?;
    let study = match what_if {
        Some(what_if) => Study::new(model, read, arguments.date).supposing(what_if),
        None => Study::new(model, read, arguments.date),
    };
    // The process ends soon: what the system takes back at once need not be taken apart before.
    let study = ManuallyDrop::new(study);
    let assessment = &study.read.assessment;
    let view = |extent| {
        let mut view = study.view(&Selection {
            topic: Topic::Whole,
            unit: chosen.unit,
            wave: chosen.wave,
            only_unit: arguments.select.unit.is_some(),
            only_wave: arguments.select.wave.is_some(),
            extent,
            layers: 1,
            full_agreement: arguments.agreement.is_full(),
            language: pipeline::language(arguments.output.lang.as_deref(), assessment).to_owned(),
            date: assessment.date,
            // What comes of an assumption is no place to go on from.
            typed: typed.clone().filter(|_| study.supposed.is_none()),
            pace: Pace::default(),
            past: None,
            supposed: study.supposed.clone(),
        });
        if let (Extent::Numbers, Some(record)) = (extent, &mut view.record) {
            record.forget_comments();
        }
        view
    };
    console.warn(&warnings);
    output::write_each(&outputs, view, arguments.output.verbose, console)?;
    Ok(judge(arguments.require, &study.scorecard, chosen))
}

fn check_required(required: Option<usize>, model: &Model) -> anyhow::Result<()> {
    match required {
        Some(wanted) if model.plateaus.iter().all(|plateau| plateau.id != wanted) => {
            let known: Vec<String> = model.plateaus.iter().map(|p| p.id.to_string()).collect();
            refuse(
                Diagnostic::error(&code::C007, format!("the model has no plateau {wanted}"))
                    .at(Location::Argument(format!("--require {wanted}")))
                    .help(format!("its plateaus are {}", known.join(", "))),
            )
        }
        _ => Ok(()),
    }
}

fn judge(required: Option<usize>, scorecard: &Scorecard, chosen: Chosen) -> Exit {
    let reached = scorecard.waves[chosen.wave].profiles[chosen.unit].plateau_reached;
    if required.is_some_and(|wanted| reached < wanted) {
        Exit::NotReached
    } else {
        Exit::Done
    }
}
