//! `plateau check --write-mapping`: the part of `assessment.toml` that could be worked out.

use std::path::{Path, PathBuf};

use crate::assessment::{Proposal, UnknownColumn};
use crate::cli::CheckArgs;
use crate::command::console::Console;
use crate::command::pipeline::Opened;
use crate::command::{Exit, refuse, staging};
use crate::diagnostic::{Diagnostic, Location, code, inert, shell_word};
use crate::intake::{self, By, Content, Detected, Taken, Word};
use crate::model::Model;

use super::lines::{Describing, plural};

/// Looks at the files, says what they are, and writes the mapping.
///
/// # Errors
/// If a file cannot be gone through, or the mapping is there already or cannot be written.
pub(super) fn run(
    arguments: &CheckArgs,
    target: &Path,
    opened: Opened,
    console: &mut Console,
) -> anyhow::Result<Exit> {
    let is_for_the_screen = target.as_os_str() == "-";
    if !is_for_the_screen && target.exists() {
        return refuse(there_already(target));
    }
    // The files of an assessment are named in it already.
    let is_part = opened.assessment.declared.waves;
    let answers: Vec<String> = match is_part {
        true => Vec::new(),
        false => opened
            .sources
            .iter()
            .filter_map(|it| seen_from(target, &it.content))
            .collect(),
    };
    let (model, assessment) = (opened.model, opened.assessment);
    let detected = intake::look(&model, &assessment, opened.sources, opened.layout)?;
    let proposal = proposal(&model, &detected, answers);
    let text = proposal.toml();
    if is_for_the_screen {
        console.print(text.as_bytes())?;
        return Ok(Exit::Done);
    }
    staging::write_files(&[(target.to_owned(), text.into_bytes())])?;
    let describing = Describing {
        model: &model,
        mappings: &assessment.mappings,
        verbose: arguments.verbose,
    };
    let mut said = String::new();
    for file in &detected {
        describing.file(file, &mut said);
    }
    said.push_str(&next(&proposal, target, arguments, is_part));
    console.print(said.as_bytes())?;
    Ok(Exit::Done)
}

fn there_already(target: &Path) -> Diagnostic {
    let message = format!("`{}` is already there", target.display());
    Diagnostic::error(&code::C026, message)
        .help("name a new file: what a person has completed is never overwritten")
        .at(Location::Argument("--write-mapping".to_owned()))
}

/// How a file of answers is named in another file; not at all if it came through a pipe.
fn seen_from(target: &Path, content: &Content) -> Option<String> {
    let Content::File(answers) = content else {
        return None;
    };
    let folder = target.parent().unwrap_or(Path::new(""));
    let named: PathBuf = match answers.strip_prefix(folder) {
        Ok(within) => within.to_owned(),
        // Between two folders only the whole path is sure to lead there.
        Err(_) => std::fs::canonicalize(answers).unwrap_or_else(|_| answers.clone()),
    };
    Some(named.to_string_lossy().replace('\\', "/"))
}

fn proposal(model: &Model, detected: &[Detected], answers: Vec<String>) -> Proposal {
    let mut proposal = Proposal {
        answers,
        ..Proposal::default()
    };
    // What an older version's columns hold is said in its mapping.
    for file in detected.iter().filter(|file| file.mapping.is_none()) {
        for column in &file.columns {
            let header = &column.header;
            let known = proposal.known.iter().map(|(header, _)| header);
            let unknown = proposal.unknown.iter().map(|column| &column.header);
            if known.chain(unknown).any(|other| is_same(other, header)) {
                continue;
            }
            match column.taken {
                Taken::Answer(practice, By::Name | By::Question | By::Mapping) => {
                    let id = model.practices[practice].id.clone();
                    proposal.known.push((header.clone(), id));
                }
                Taken::Unknown | Taken::Unclear(..) => proposal.unknown.push(UnknownColumn {
                    header: header.clone(),
                    filled: column.variety.map_or(0, |variety| variety.filled),
                    different: column.variety.and_then(|variety| variety.different),
                    numbers: column.variety.is_some_and(|variety| variety.numbers),
                }),
                Taken::LeftAlone => proposal.known.push((header.clone(), String::new())),
                Taken::Word(Word::Unit) => proposal.tells[0] = true,
                Taken::Word(Word::Role) => proposal.tells[1] = true,
                _ => {}
            }
        }
    }
    proposal
}

/// Whether two headers are the same key of `[columns]`.
fn is_same(one: &str, other: &str) -> bool {
    let words = |header: &str| header.to_lowercase();
    words(one)
        .split_whitespace()
        .eq(words(other).split_whitespace())
}

/// What was written, and what to do with it.
fn next(proposal: &Proposal, target: &Path, arguments: &CheckArgs, is_part: bool) -> String {
    let word = |path: &Path| shell_word(&path.to_string_lossy());
    let (name, target) = (inert(&target.to_string_lossy()), word(target));
    let known = plural(proposal.known.len() as u64, "column");
    let unknown = proposal.unknown.len();
    let written = format!("Wrote {name}: {known} known, {unknown} to be decided.\n");
    let way = match arguments.input.input.first().filter(|_| is_part) {
        Some(assessment) => {
            let assessment = match assessment.is_dir() {
                true => assessment.join("assessment.toml"),
                false => assessment.clone(),
            };
            format!(
                "Complete it, put its [columns] in the place of those in {}, and run:\n  plateau check {}\n",
                inert(&assessment.to_string_lossy()),
                word(&arguments.input.input[0])
            )
        }
        None => format!("Complete it, then run:\n  plateau check {target}\n"),
    };
    written + &way
}
