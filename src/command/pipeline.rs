//! The stages in a row: from arguments to a scorecard.

use std::path::{Path, PathBuf};

use crate::assessment::{self, Assessment, AssessmentFile, ModelChoice, Offer};
use crate::cli::{InputArgs, ModelArgs, SelectArgs};
use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};
use crate::intake::{self, Content, Detected, Read, Source};
use crate::model::{self, Model};
use crate::text::LANGUAGES;
use crate::view;

use super::refuse;

/// What a command line names: the model, the undertaking and its answers files, not yet read.
pub struct Opened {
    /// The model.
    pub model: Model,
    /// The undertaking, without what only the answers can tell.
    pub assessment: Assessment,
    /// The answers files.
    pub sources: Vec<Source>,
    /// The folder of the model that the assessment names, where it names one.
    pub model_folder: Option<PathBuf>,
    /// The layout that its answers files are read by, where one is asked for.
    pub layout: Option<&'static str>,
    /// Every path that is read, so that no output overwrites it.
    pub inputs: Vec<PathBuf>,
}

/// Finds what a command line names.
///
/// # Errors
/// Everything wrong with the arguments, the model and `assessment.toml`.
pub fn open(arguments: &InputArgs, warnings: &mut Diagnostics) -> anyhow::Result<Opened> {
    match assessment_among(&arguments.input)? {
        Some(path) => open_file(assessment::open(path)?, arguments, warnings),
        None => open_answers(arguments, warnings),
    }
}

/// The one input that is an assessment, if any is.
///
/// # Errors
/// An assessment beside other inputs.
pub fn assessment_among(inputs: &[PathBuf]) -> anyhow::Result<Option<&Path>> {
    let is_assessment =
        |path: &Path| path.is_dir() || path.extension().is_some_and(|ending| ending == "toml");
    match inputs.iter().find(|path| is_assessment(path)) {
        Some(path) if inputs.len() == 1 => Ok(Some(path)),
        Some(path) => refuse(
            Diagnostic::error(
                &code::C008,
                format!("`{}` cannot be combined with other inputs", path.display()),
            )
            .help("give one assessment, or answers files only"),
        ),
        None => Ok(None),
    }
}

/// Finds what an `assessment.toml`, or the folder that holds one, names before anyone has
/// answered.
///
/// # Errors
/// Everything wrong with the model and the file.
pub fn open_unanswered(
    path: &Path,
    arguments: &InputArgs,
    warnings: &mut Diagnostics,
) -> anyhow::Result<Opened> {
    open_file(assessment::open(path)?.unanswered(), arguments, warnings)
}

fn open_file(
    file: AssessmentFile,
    arguments: &InputArgs,
    warnings: &mut Diagnostics,
) -> anyhow::Result<Opened> {
    let model = chosen_model(&file, &arguments.model, warnings)?;
    let model_folder = match file.model() {
        ModelChoice::Path(folder) => Some(folder.clone()),
        ModelChoice::Default | ModelChoice::Named(_) => None,
    };
    let mut inputs = model_inputs(&arguments.model);
    inputs.push(file.path().to_owned());
    let languages: Vec<&str> = LANGUAGES.iter().map(|language| language.code).collect();
    let sections: Vec<&str> = view::sections().collect();
    let offer = Offer {
        languages: &languages,
        sections: &sections,
    };
    let assessment = file.resolve(&model, &offer)?.take(warnings);
    let sources = declared_sources(&assessment);
    inputs.extend(
        assessment
            .mappings
            .iter()
            .map(|mapping| mapping.path.clone()),
    );
    inputs.extend(assessment.report.logo.iter().map(|logo| logo.path.clone()));
    inputs.extend(sources.iter().filter_map(|source| match &source.content {
        Content::File(path) => Some(path.clone()),
        Content::Bytes(_) | Content::Stream(_) => None,
    }));
    Ok(Opened {
        model,
        assessment,
        sources,
        model_folder,
        layout: asked_layout(arguments),
        inputs,
    })
}

/// The model that the options name, else the one that the assessment asks for.
fn chosen_model(
    file: &AssessmentFile,
    arguments: &ModelArgs,
    warnings: &mut Diagnostics,
) -> anyhow::Result<Model> {
    if let (None, ModelChoice::Path(folder)) = (&arguments.model, file.model()) {
        let loaded = model::load(folder)?.take(warnings);
        return lay_over(loaded, arguments, warnings);
    }
    let loaded = load_model(arguments, warnings)?;
    match file.model() {
        ModelChoice::Named(wanted)
            if arguments.model.is_none() && !wanted.eq_ignore_ascii_case(&loaded.id) =>
        {
            refuse(file.unknown_model([loaded.id.as_str()]))
        }
        _ => Ok(loaded),
    }
}

fn open_answers(arguments: &InputArgs, warnings: &mut Diagnostics) -> anyhow::Result<Opened> {
    let model = load_model(&arguments.model, warnings)?;
    let assessment = Assessment::implicit(model.practices.len());
    let mut inputs = model_inputs(&arguments.model);
    inputs.extend(arguments.input.iter().cloned());
    Ok(Opened {
        model,
        assessment,
        sources: given_sources(&arguments.input)?,
        model_folder: None,
        layout: asked_layout(arguments),
        inputs,
    })
}

fn asked_layout(arguments: &InputArgs) -> Option<&'static str> {
    let asked = arguments.layout.as_deref()?;
    intake::layouts()
        .map(|layout| layout.name)
        .find(|name| *name == asked)
}

/// The answers files that the command line names.
fn given_sources(paths: &[PathBuf]) -> anyhow::Result<Vec<Source>> {
    let standard_input = Path::new("-");
    if paths.iter().filter(|path| *path == standard_input).count() > 1 {
        return refuse(
            Diagnostic::error(&code::C011, "standard input is given twice")
                .at(Location::Argument("-".to_owned()))
                .help("give `-` once"),
        );
    }
    let mut sources = Vec::new();
    for path in paths {
        let content = if path == standard_input {
            match Content::streamed(Box::new(std::io::stdin())) {
                Ok(content) => content,
                Err(reason) => return refuse(no_standard_input(&reason)),
            }
        } else {
            Content::File(path.clone())
        };
        sources.push(Source {
            content,
            name: path.display().to_string(),
            waves: Vec::new(),
            folder: None,
        });
    }
    Ok(sources)
}

fn no_standard_input(reason: &std::io::Error) -> Diagnostic {
    let message = format!("standard input cannot be read: {reason}");
    Diagnostic::error(&code::C012, message).help("give the file's name instead of `-`")
}

/// The answers files that the waves declare; a file that several waves list is read once.
fn declared_sources(assessment: &Assessment) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    for (wave, declared) in assessment.waves.iter().enumerate() {
        for answers in &declared.answers {
            let content = Content::File(answers.path.clone());
            match sources.iter_mut().find(|source| source.content == content) {
                Some(source) => source.waves.push(wave),
                None => sources.push(Source {
                    content,
                    name: answers.name.clone(),
                    waves: vec![wave],
                    folder: answers.folder.clone(),
                }),
            }
        }
    }
    sources
}

/// The model that the options name, with its overlay: the built-in one by default.
///
/// # Errors
/// Everything wrong with the model and the overlay.
pub fn load_model(arguments: &ModelArgs, warnings: &mut Diagnostics) -> anyhow::Result<Model> {
    let loaded = match &arguments.model {
        Some(folder) => model::load(folder)?,
        None => model::shipped()?,
    };
    let loaded = loaded.take(warnings);
    lay_over(loaded, arguments, warnings)
}

fn lay_over(
    loaded: Model,
    arguments: &ModelArgs,
    warnings: &mut Diagnostics,
) -> anyhow::Result<Model> {
    Ok(match &arguments.overlay {
        Some(path) => model::overlay(loaded, path)?.take(warnings),
        None => loaded,
    })
}

/// The paths that a model is read from.
pub fn model_inputs(arguments: &ModelArgs) -> Vec<PathBuf> {
    arguments
        .model
        .iter()
        .chain(&arguments.overlay)
        .cloned()
        .collect()
}

/// A unit and a wave, as indices into the assessment.
#[derive(Debug, Clone, Copy)]
pub struct Chosen {
    /// The unit.
    pub unit: usize,
    /// The wave.
    pub wave: usize,
}

/// The unit and wave that the options name, else the first top unit and the latest wave.
///
/// # Errors
/// A unit or wave that the assessment does not have.
pub fn select(arguments: &SelectArgs, assessment: &Assessment) -> Result<Chosen, Diagnostics> {
    let mut problems = Diagnostics::new();
    let unit = unit(arguments.unit.as_deref(), assessment, &mut problems);
    let wave = wave(arguments.wave.as_deref(), assessment, &mut problems);
    match (unit, wave) {
        (Some(unit), Some(wave)) if !problems.has_errors() => Ok(Chosen { unit, wave }),
        _ => Err(problems),
    }
}

/// The unit of this id or name, else the first top unit; adds the problem that there is none.
pub fn unit(
    wanted: Option<&str>,
    assessment: &Assessment,
    problems: &mut Diagnostics,
) -> Option<usize> {
    let Some(wanted) = wanted else {
        return assessment.units.tops().next();
    };
    let units = assessment.units.list();
    let found = position(wanted, units.iter().map(|unit| [&*unit.id, &*unit.name]));
    if found.is_none() {
        let names = units.iter().map(|unit| unit.id.as_str());
        problems.push(unknown(&code::C005, "unit", wanted, names));
    }
    found
}

/// The wave of this id or name, else the latest; adds the problem that there is none.
pub fn wave(
    wanted: Option<&str>,
    assessment: &Assessment,
    problems: &mut Diagnostics,
) -> Option<usize> {
    let Some(wanted) = wanted else {
        return assessment.latest_wave();
    };
    let waves = &assessment.waves;
    let id = |wave: &'_ assessment::Wave| wave.id.clone().unwrap_or_default();
    let ids: Vec<String> = waves.iter().map(id).collect();
    let names = waves.iter().zip(&ids);
    let found = position(wanted, names.map(|(wave, id)| [id.as_str(), &*wave.name]));
    if found.is_none() {
        let names = ids.iter().map(String::as_str);
        problems.push(unknown(&code::C006, "wave", wanted, names));
    }
    found
}

/// The place of a word among ids and names, an id before a name; case does not count.
pub fn position<'a>(wanted: &str, names: impl Iterator<Item = [&'a str; 2]>) -> Option<usize> {
    let wanted = wanted.to_lowercase();
    let names: Vec<[String; 2]> = names.map(|pair| pair.map(str::to_lowercase)).collect();
    (0..2).find_map(|which| names.iter().position(|pair| pair[which] == wanted))
}

fn unknown<'a>(
    code: &'static code::Code,
    kind: &str,
    wanted: &str,
    names: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    const LISTED: usize = 12;
    let problem = Diagnostic::error(code, format!("there is no {kind} `{wanted}`"))
        .at(Location::Argument(wanted.to_owned()))
        .suggest(wanted, names.clone());
    let known: Vec<String> = names
        .clone()
        .take(LISTED)
        .map(|name| format!("`{name}`"))
        .collect();
    let more = names.count().saturating_sub(LISTED);
    let rest = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    problem.help(format!("the answers know {}{rest}", known.join(", ")))
}

/// Reads the answers, without what people wrote beside them.
///
/// # Errors
/// Everything wrong with the answers.
pub fn read(
    opened: Opened,
    lenient: bool,
    warnings: &mut Diagnostics,
) -> anyhow::Result<(Model, Read)> {
    read_keeping(false, opened, lenient, warnings)
}

/// Reads the answers, with people's comments if both `comments` and the assessment say so.
///
/// # Errors
/// Everything wrong with the answers.
pub fn read_keeping(
    comments: bool,
    opened: Opened,
    lenient: bool,
    warnings: &mut Diagnostics,
) -> anyhow::Result<(Model, Read)> {
    let options = options(&opened, lenient, comments);
    let read = intake::read(&opened.model, opened.assessment, opened.sources, options)?;
    Ok((opened.model, read.take(warnings)))
}

fn options(opened: &Opened, lenient: bool, comments: bool) -> intake::Options {
    intake::Options {
        lenient,
        comments: comments && opened.assessment.privacy.comments,
        layout: opened.layout,
        // A larger file is hashed for reports only: that takes longer than to score it.
        hash_up_to: (!comments).then_some(64 * 1024 * 1024),
        ..intake::Options::default()
    }
}

/// Reads the answers as far as they can be read.
pub fn inspect(
    opened: Opened,
    lenient: bool,
) -> (
    Model,
    Vec<Detected>,
    Result<crate::diagnostic::Warned<Read>, Diagnostics>,
) {
    let options = options(&opened, lenient, true);
    let (detected, read) =
        intake::inspect(&opened.model, opened.assessment, opened.sources, options);
    (opened.model, detected, read)
}

/// The language of what is written: the one asked for, else the assessment's, else the first.
pub fn language<'a>(asked: Option<&'a str>, assessment: &'a Assessment) -> &'a str {
    asked
        .or(assessment.language.as_deref())
        .unwrap_or(LANGUAGES[0].code)
}
