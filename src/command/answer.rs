//! `plateau answer`: the questionnaire in the terminal, a line an answer. Plain lines on standard
//! input and output work over ssh, with a screen reader and through a pipe, where a prompt that
//! takes over the terminal does not.

mod about;
mod session;

use std::path::{Path, PathBuf};

use crate::assessment::Assessment;
use crate::cli::{AnswerArgs, InputArgs};
use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};
use crate::model::Model;
use crate::view::form::{Asked, questionnaire};

use super::console::Console;
use super::{Exit, form, output, pipeline, refuse, typed};
use about::{About, Named};
use session::Session;

/// Asks, and writes every answer at once.
///
/// # Errors
/// Everything wrong with the arguments, the assessment and a sheet that is there already, and a
/// sheet that cannot be written.
pub fn run(arguments: &AnswerArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let mut warnings = Diagnostics::new();
    let opened = open(arguments, &mut warnings)?;
    let (model, assessment) = (&opened.model, &opened.assessment);
    check_target(&arguments.output, &opened.inputs)?;
    let about = About::of(arguments, assessment)?;
    let index = |named: &Option<Named>| named.as_ref().and_then(|named| named.index);
    let language = pipeline::language(arguments.lang.as_deref(), assessment);
    let mut problems = Diagnostics::new();
    let only = form::only(&arguments.only, model, &mut problems);
    if problems.has_errors() {
        return Err(problems.into());
    }
    let asked = Asked {
        unit: index(&about.unit),
        wave: index(&about.wave),
        only,
        ..Asked::default()
    };
    let questionnaire = form::asking(questionnaire(model, assessment, &asked, language))?;
    let is_listed = !about.listed.is_empty();
    let next = match &arguments.input {
        Some(input) if is_listed => typed::scored(input, &arguments.model, None),
        _ => {
            let folder = opened.model_folder.as_deref();
            typed::scored(&arguments.output, &arguments.model, folder)
        }
    };
    let session = Session {
        model,
        assessment,
        questionnaire: &questionnaire,
        about: &about,
        path: &arguments.output,
        console,
        next,
    };
    session.hold(warnings)
}

/// What is asked about, and everything that is read; answers files are not.
struct Opened {
    model: Model,
    assessment: Assessment,
    model_folder: Option<PathBuf>,
    /// Files that must not be written to. A sheet that the assessment lists may be.
    inputs: Vec<PathBuf>,
}

fn open(arguments: &AnswerArgs, warnings: &mut Diagnostics) -> anyhow::Result<Opened> {
    let Some(input) = &arguments.input else {
        let model = pipeline::load_model(&arguments.model, warnings)?;
        let assessment = Assessment::implicit(model.practices.len());
        return Ok(Opened {
            model,
            assessment,
            model_folder: None,
            inputs: pipeline::model_inputs(&arguments.model),
        });
    };
    let input = InputArgs {
        input: vec![input.clone()],
        model: arguments.model.clone(),
        lenient: false,
        layout: None,
    };
    let Some(path) = pipeline::assessment_among(&input.input)? else {
        return refuse(no_assessment(&input.input[0]));
    };
    let opened = pipeline::open_unanswered(path, &input, warnings)?;
    let is_sheet = |path: &PathBuf| {
        let waves = opened.assessment.waves.iter();
        let mut answers = waves.flat_map(|wave| &wave.answers);
        answers.any(|answers| answers.path == *path)
    };
    Ok(Opened {
        inputs: opened
            .inputs
            .into_iter()
            .filter(|path| !is_sheet(path))
            .collect(),
        model: opened.model,
        assessment: opened.assessment,
        model_folder: opened.model_folder,
    })
}

fn no_assessment(path: &Path) -> Diagnostic {
    let shown = path.display().to_string();
    let message = format!("`{shown}` is no assessment, and questions are asked from one");
    Diagnostic::error(&code::C024, message)
        .at(Location::Argument(shown.clone()))
        .help("give an `assessment.toml`, the folder that holds it, or nothing")
        .help(format!(
            "the file that answers go into is named by `-o {shown}`"
        ))
}

fn check_target(path: &Path, inputs: &[PathBuf]) -> Result<(), Diagnostics> {
    let ending = path.extension().and_then(|ending| ending.to_str());
    if !ending.is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
        let message = format!(
            "answers go into a file that ends in `.csv`, unlike `{}`",
            path.display()
        );
        let problem = Diagnostic::error(&code::C003, message);
        return Err(problem
            .help("name a CSV file with `-o`, such as `-o svar.csv`")
            .into());
    }
    output::check_target(path, inputs)
}
