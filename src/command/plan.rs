//! `plateau plan`: what to do next, and what became of the last plan.

use std::path::{Path, PathBuf};

use crate::assessment::Assessment;
use crate::cli::PlanArgs;
use crate::diagnostic::Diagnostics;
use crate::finding::plan::Pace;
use crate::intake::{self, About, Content, PastPlan};
use crate::model::Model;
use crate::view::{Selection, Topic};

use super::console::Console;
use super::output;
use super::pipeline::Chosen;
use super::study::Study;
use super::typed::as_typed;
use super::{Exit, pipeline};

/// Scores, plans and writes every output.
///
/// # Errors
/// Everything wrong with the arguments and the input; then nothing is written.
pub fn run(arguments: &PlanArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let mut warnings = Diagnostics::new();
    let opened = pipeline::open(&arguments.input, &mut warnings)?;
    let inputs = with_past(&opened.inputs, arguments.plan.as_deref());
    let outputs = output::plan(&arguments.output, &inputs)?;
    let typed = as_typed(
        &arguments.input,
        opened.model_folder.as_deref(),
        &arguments.select,
        &arguments.output,
        &outputs,
    );
    let (model, read) = pipeline::read(opened, arguments.input.lenient, &mut warnings)?;
    let chosen = pipeline::select(&arguments.select, &read.assessment)?;
    let file = arguments.plan.as_deref();
    let past = past(file, chosen, &model, &read.assessment, &mut warnings)?;
    let study = Study::new(model, read, arguments.date);
    let assessment = &study.read.assessment;
    let view = |extent| {
        study.view(&Selection {
            topic: Topic::Plan,
            unit: chosen.unit,
            wave: chosen.wave,
            only_unit: arguments.select.unit.is_some(),
            only_wave: arguments.select.wave.is_some(),
            extent,
            language: pipeline::language(arguments.output.lang.as_deref(), assessment).to_owned(),
            date: assessment.date,
            typed: typed.clone(),
            pace: Pace {
                at_once: arguments.at_once.into(),
                iterations: arguments.iterations.into(),
            },
            layers: 1,
            full_agreement: false,
            past: past.clone(),
            supposed: None,
        })
    };
    console.warn(&warnings);
    output::write_each(&outputs, view, arguments.output.verbose, console)?;
    Ok(Exit::Done)
}

/// Every path that is read, last time's plan among them.
pub fn with_past(inputs: &[PathBuf], past: Option<&Path>) -> Vec<PathBuf> {
    let past = past.map(Path::to_owned);
    inputs.iter().cloned().chain(past).collect()
}

/// Last time's plan, if there is one.
///
/// # Errors
/// Everything in it that cannot be understood.
pub fn past(
    file: Option<&Path>,
    chosen: Chosen,
    model: &Model,
    assessment: &Assessment,
    warnings: &mut Diagnostics,
) -> Result<Option<PastPlan>, Diagnostics> {
    let Some(file) = file else { return Ok(None) };
    let unit = &assessment.units[chosen.unit];
    let about = About {
        unit: [&unit.id, &unit.name],
    };
    let name = file.display().to_string();
    let content = Content::File(file.to_owned());
    let past = intake::past_plan(model, about, content, &name)?;
    Ok(Some(past.take(warnings)))
}
