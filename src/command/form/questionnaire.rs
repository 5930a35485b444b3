//! The questionnaire: from the model and the undertaking, before anyone has answered.

use std::path::{Path, PathBuf};

use crate::assessment::{Assessment, FILE_NAME};
use crate::cli::{FormArgs, Layout};
use crate::command::pipeline::{self, Chosen};
use crate::command::refuse;
use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};
use crate::format::Rendered;
use crate::format::form::{FormFormat, FormLayout, Writes};
use crate::model::Model;
use crate::text::LANGUAGES;
use crate::view::form::{Asked, Questionnaire, person, questionnaire, sheet, wide};

use super::{Outputs, Target, targets};

/// Writes the questionnaire in every format asked for.
pub fn ask(arguments: &FormArgs, warnings: &mut Diagnostics) -> anyhow::Result<Outputs> {
    let (model, assessment, inputs) = open(arguments, warnings)?;
    let targets = targets(arguments, &inputs)?;
    if let Some(problem) = no_rows(&targets, arguments) {
        return refuse(problem);
    }
    let asked = asked(arguments, &model, &assessment)?;
    let language = pipeline::language(arguments.lang.as_deref(), &assessment);
    let languages = languages(&model, language)
        .map(|code| asking(questionnaire(&model, &assessment, &asked, code)))
        .collect::<Result<Vec<Questionnaire>, Diagnostics>>()?;
    let mut outputs = Outputs::new();
    for (path, format) in targets {
        let rendered = render(format, arguments, &languages)?;
        outputs.push((path, rendered.take(warnings)));
    }
    Ok(outputs)
}

/// The language asked for, then the others that the model speaks too.
fn languages<'a>(model: &'a Model, asked: &'a str) -> impl Iterator<Item = &'a str> {
    let others = LANGUAGES.iter().map(|language| language.code);
    let others = others.filter(move |code| {
        let mut spoken = model.languages.iter();
        *code != asked && spoken.any(|language| language == code)
    });
    std::iter::once(asked).chain(others)
}

/// The questionnaire in a format; the first language is the one asked for.
fn render(format: &FormFormat, arguments: &FormArgs, languages: &[Questionnaire]) -> Rendered {
    let asked = &languages[0];
    match format.writes {
        Writes::Surveys(render) => render(languages),
        Writes::Questionnaires(render) => render(asked),
        Writes::Tables {
            layout,
            respondents,
            render,
        } => render(&match layout_of(layout, arguments.layout) {
            FormLayout::Person => person(asked),
            FormLayout::Sheet => sheet(asked),
            FormLayout::Wide => {
                let respondents = arguments.respondents.map_or(respondents, usize::from);
                wide(asked, respondents)
            }
        }),
    }
}

/// The layout of a table: the one asked for, else the format's own.
fn layout_of(usual: FormLayout, asked: Option<Layout>) -> FormLayout {
    match asked {
        None => usual,
        Some(Layout::Person) => FormLayout::Person,
        Some(Layout::Sheet) => FormLayout::Sheet,
        Some(Layout::Wide) => FormLayout::Wide,
    }
}

/// Why the number of rows for respondents says nothing, if it does.
fn no_rows(targets: &[Target], arguments: &FormArgs) -> Option<Diagnostic> {
    let rows = arguments.respondents?;
    let has_rows = |(_, format): &Target| match format.writes {
        Writes::Tables { layout, .. } => layout_of(layout, arguments.layout) == FormLayout::Wide,
        Writes::Questionnaires(_) | Writes::Surveys(_) => false,
    };
    let is_in_vain = !targets.iter().any(has_rows);
    is_in_vain.then(|| {
        let message = format!("`--respondents {rows}` is for tables of a row a respondent");
        Diagnostic::error(&code::C019, message)
            .help("ask for one with `--layout wide`, or leave the option out")
    })
}

/// The model and the undertaking, with every path that is read. Answers files are among those
/// paths, so that none is written over, but are not read.
fn open(
    arguments: &FormArgs,
    warnings: &mut Diagnostics,
) -> anyhow::Result<(Model, Assessment, Vec<PathBuf>)> {
    if arguments.input.is_empty() {
        let model = pipeline::load_model(&arguments.model, warnings)?;
        let assessment = Assessment::implicit(model.practices.len());
        return Ok((model, assessment, pipeline::model_inputs(&arguments.model)));
    }
    let input = arguments.input();
    let Some(path) = pipeline::assessment_among(&input.input)? else {
        return refuse(answers_file(&arguments.input[0]));
    };
    let opened = pipeline::open_unanswered(path, &input, warnings)?;
    Ok((opened.model, opened.assessment, opened.inputs))
}

fn answers_file(path: &Path) -> Diagnostic {
    let shown = path.display().to_string();
    let message = format!("`{shown}` is no assessment, and a questionnaire is made from one");
    Diagnostic::error(&code::C024, message)
        .at(Location::Argument(shown))
        .help(format!(
            "give an `{FILE_NAME}`, the folder that holds it, or nothing"
        ))
        .help("a sheet to moderate answers is asked for with `--moderation`")
}

/// Who is asked what, by the options.
fn asked(
    arguments: &FormArgs,
    model: &Model,
    assessment: &Assessment,
) -> Result<Asked, Diagnostics> {
    let mut problems = Diagnostics::new();
    let only = only(&arguments.only, model, &mut problems);
    let role = arguments.split.as_ref().and_then(|wanted| {
        let roles = assessment.roles.iter();
        let found = pipeline::position(wanted, roles.map(|role| [&*role.id, &*role.name]));
        if found.is_none() {
            problems.push(no_role(wanted, assessment));
        }
        found
    });
    let select = &arguments.select;
    let is_selected = select.unit.is_some() || select.wave.is_some();
    let chosen = match is_selected {
        true => pipeline::select(select, assessment).map(Some),
        false => Ok(None),
    };
    let chosen: Option<Chosen> = match chosen {
        Ok(chosen) => chosen,
        Err(found) => {
            problems.append(found);
            None
        }
    };
    match problems.has_errors() {
        true => Err(problems),
        false => Ok(Asked {
            unit: select.unit.as_ref().and(chosen.map(|chosen| chosen.unit)),
            wave: select.wave.as_ref().and(chosen.map(|chosen| chosen.wave)),
            role,
            only,
        }),
    }
}

/// The practices of the parts that `--only` names, if it names any; adds the problem that there is
/// no such part.
pub fn only(parts: &[String], model: &Model, problems: &mut Diagnostics) -> Option<Vec<usize>> {
    let mut only: Vec<usize> = Vec::new();
    for part in parts {
        match model.part(part) {
            Some(practices) => only.extend(practices),
            None => problems.push(no_part(part, model)),
        }
    }
    (!parts.is_empty()).then_some(only)
}

/// The questionnaire, unless it would ask nothing.
pub fn asking(questionnaire: Questionnaire) -> Result<Questionnaire, Diagnostics> {
    if questionnaire.items.is_empty() {
        let problem = Diagnostic::error(&code::C023, "the questionnaire would ask nothing");
        return Err(problem
            .help("what is asked for has no practice in common")
            .into());
    }
    Ok(questionnaire)
}

fn no_part(part: &str, model: &Model) -> Diagnostic {
    let known = model.parts();
    let ids = model.practices.iter().map(|practice| practice.id.as_str());
    let names = known.iter().map(String::as_str).chain(ids);
    let hint = format!(
        "write a plateau or a discipline ({}), or a practice's id",
        known.join(", ")
    );
    Diagnostic::error(&code::C022, format!("the model has no part `{part}`"))
        .at(Location::Argument(part.to_owned()))
        .suggest(part, names)
        .help(hint)
}

fn no_role(wanted: &str, assessment: &Assessment) -> Diagnostic {
    let ids = assessment.roles.iter().map(|role| role.id.as_str());
    let listed: Vec<String> = ids.clone().map(|id| format!("`{id}`")).collect();
    let hint = match listed.is_empty() {
        true => "`[roles]` in `assessment.toml` declares roles; here are none".to_owned(),
        false => format!("the roles are {}", listed.join(", ")),
    };
    Diagnostic::error(&code::C021, format!("there is no role `{wanted}`"))
        .at(Location::Argument(wanted.to_owned()))
        .suggest(wanted, ids)
        .help(hint)
}
