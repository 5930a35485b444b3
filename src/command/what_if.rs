//! `--what-if`: levels that are assumed for practices.

use std::collections::BTreeMap;

use crate::assessment::Assessment;
use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};
use crate::model::{Level, Model};
use crate::scoring::WhatIf;

use super::pipeline::Chosen;

/// What the option assumes for the chosen unit and wave; nothing where it is not given.
///
/// # Errors
/// Everything in it that cannot be assumed.
pub fn parsed(
    typed: &[String],
    chosen: Chosen,
    model: &Model,
    assessment: &Assessment,
) -> Result<Option<WhatIf>, Diagnostics> {
    let mut problems = Diagnostics::new();
    let mut levels: BTreeMap<usize, Level> = BTreeMap::new();
    for word in typed {
        match one(word, model, assessment) {
            Err(problem) => problems.push((*problem).at(Location::Argument(word.clone()))),
            Ok((practice, level)) => {
                let id = &model.practices[practice].id;
                if levels
                    .insert(practice, level)
                    .is_some_and(|known| known != level)
                {
                    let message = format!("{id} is assumed at two levels");
                    let problem = Diagnostic::error(&code::P005, message);
                    let problem = problem.help("name each practice once");
                    problems.push(problem.at(Location::Argument(word.clone())));
                }
            }
        }
    }
    if problems.has_errors() {
        return Err(problems);
    }
    Ok((!levels.is_empty()).then_some(WhatIf {
        wave: chosen.wave,
        unit: chosen.unit,
        levels,
    }))
}

/// A practice with the level assumed for it, such as `PLA-4=3`.
fn one(
    word: &str,
    model: &Model,
    assessment: &Assessment,
) -> Result<(usize, Level), Box<Diagnostic>> {
    let parts = word.split_once('=').map(|(a, b)| (a.trim(), b.trim()));
    let Some((practice, level)) = parts.filter(|(a, b)| !a.is_empty() && !b.is_empty()) else {
        let message = format!("`{word}` names no practice with a level");
        let first = &model.practices[0].id;
        let hint = format!("write a practice, `=` and a level, such as `{first}=2`");
        return Err(Box::new(Diagnostic::error(&code::P005, message).help(hint)));
    };
    let index = known_practice(practice, model)?;
    let level = known_level(level, model)?;
    match &assessment.tailored[index] {
        None => Ok((index, level)),
        Some(reason) => {
            let id = &model.practices[index].id;
            let message = format!("{id} does not count in this assessment: {reason}");
            let hint = "leave it out; no level of it could change the result";
            Err(Box::new(Diagnostic::error(&code::P007, message).help(hint)))
        }
    }
}

fn known_practice(word: &str, model: &Model) -> Result<usize, Box<Diagnostic>> {
    model.practice_named(word).ok_or_else(|| {
        let ids = model.practices.iter().map(|practice| practice.id.as_str());
        let problem = Diagnostic::error(&code::P006, format!("the model has no practice `{word}`"));
        let problem = problem.suggest(word, ids);
        Box::new(problem.help("`plateau model show` lists the practices"))
    })
}

fn known_level(word: &str, model: &Model) -> Result<Level, Box<Diagnostic>> {
    model.scale.named(word).ok_or_else(|| {
        let highest = model.scale.len();
        let problem = Diagnostic::error(&code::P006, format!("the model has no level `{word}`"));
        Box::new(problem.help(format!("its levels are 1 to {highest}")))
    })
}
