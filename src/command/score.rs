//! `plateau score`: from answers to the plateau.

use std::path::PathBuf;

use crate::cli::ScoreArgs;
use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};
use crate::finding;
use crate::model::Model;
use crate::scoring::{self, Scorecard};
use crate::view::{self, Selection};

use super::console::Console;
use super::output::{self, Output};
use super::pipeline::{self, Chosen};
use super::{Exit, refuse};

/// Scores, writes every output, and judges `--require`.
///
/// # Errors
/// Everything wrong with the arguments and the input; then nothing is written.
pub fn run(arguments: &ScoreArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let mut warnings = Diagnostics::new();
    let opened = pipeline::open(&arguments.input, &mut warnings)?;
    let outputs = output::plan(&arguments.output, &opened.inputs)?;
    check_required(arguments.require, &opened.model)?;
    let (model, mut read) = pipeline::read(opened, arguments.input.lenient, &mut warnings)?;
    read.assessment.date = arguments.date.or(read.assessment.date);
    let assessment = &read.assessment;
    let chosen = pipeline::select(&arguments.select, assessment)?;
    let scorecard = scoring::score(&model, assessment, &read.responses);
    let findings = finding::find_all(&model, assessment, &scorecard);
    let selection = |extent| Selection {
        unit: chosen.unit,
        wave: chosen.wave,
        only_unit: arguments.select.unit.is_some(),
        only_wave: arguments.select.wave.is_some(),
        extent,
        language: pipeline::language(arguments.output.lang.as_deref(), assessment).to_owned(),
        date: assessment.date,
        inputs: as_typed(arguments, &outputs),
    };
    let report = |extent| {
        view::compose(
            &model,
            assessment,
            &scorecard,
            &read.responses,
            &findings,
            &selection(extent),
        )
    };
    console.warn(&warnings);
    output::write_each(&outputs, report, arguments.output.verbose, console)?;
    Ok(judge(arguments.require, &scorecard, chosen))
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

/// The inputs as a person would type them again; `None` where they came through a pipe, and
/// where a report that is passed on would name a place of this machine.
fn as_typed(arguments: &ScoreArgs, outputs: &[Output]) -> Option<String> {
    let inputs = &arguments.input.input;
    let seen_here_only = outputs.iter().all(Output::is_for_the_terminal);
    let unfit =
        |input: &PathBuf| input.as_os_str() == "-" || (input.is_absolute() && !seen_here_only);
    if inputs.iter().any(unfit) {
        return None;
    }
    let options = [
        ("--unit", &arguments.select.unit),
        ("--wave", &arguments.select.wave),
        ("--lang", &arguments.output.lang),
    ];
    let mut typed: Vec<String> = inputs
        .iter()
        .map(|input| quoted(&input.to_string_lossy()))
        .collect();
    for (name, value) in options {
        typed.extend(
            value
                .iter()
                .map(|value| format!("{name} {}", quoted(value))),
        );
    }
    Some(typed.join(" "))
}

/// A word that a shell reads as one word, whatever is in it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:+,@%=".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
