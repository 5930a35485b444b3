//! `plateau check`: how every file was understood, and every problem in it.

mod lines;
mod mapping;

use std::fmt::Write;

use crate::assessment::{Comparable, Mapping};
use crate::cli::CheckArgs;
use crate::diagnostic::{Diagnostics, inert};
use crate::model::Model;

use super::Exit;
use super::console::Console;
use super::pipeline::{self, Opened};
use lines::{Describing, line};

/// Reads everything and prints what was detected and every problem; computes nothing.
///
/// # Errors
/// If standard output or the mapping cannot be written. Problems of the input are the command's
/// result.
pub fn run(arguments: &CheckArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let mut problems = Diagnostics::new();
    let mut report = String::new();
    match pipeline::open(&arguments.input, &mut problems) {
        Ok(opened) => match &arguments.write_mapping {
            Some(target) => return mapping::run(arguments, target, opened, console),
            None => describe(arguments, opened, &mut report, &mut problems),
        },
        Err(error) => match error.downcast::<Diagnostics>() {
            Ok(found) => problems.append(found),
            Err(other) => return Err(other),
        },
    }
    if problems.is_empty() {
        report.push_str("No problems.\n");
    } else {
        report.push_str(&problems.render(console.colours_stdout()));
    }
    console.print(report.as_bytes())?;
    Ok(if problems.has_errors() {
        Exit::Refused
    } else {
        Exit::Done
    })
}

/// Tells of every file, and gathers what is wrong.
fn describe(
    arguments: &CheckArgs,
    opened: Opened,
    report: &mut String,
    problems: &mut Diagnostics,
) {
    let mappings = opened.assessment.mappings.clone();
    let (model, detected, read) = pipeline::inspect(opened, arguments.input.lenient);
    let describing = Describing {
        model: &model,
        mappings: &mappings,
        verbose: arguments.verbose,
    };
    for file in &detected {
        describing.file(file, report);
    }
    for mapping in &mappings {
        carried(mapping, &model, report);
    }
    match read {
        Ok(read) => problems.append(read.warnings),
        Err(found) => problems.append(found),
    }
}

/// What becomes of every practice of an older version, and how far it may be compared.
fn carried(mapping: &Mapping, model: &Model, report: &mut String) {
    let _ = writeln!(report, "{}", inert(&mapping.name));
    let version = format!("{} to {}", mapping.from, model.version);
    line("carries", &version, report);
    for entry in &mapping.carried {
        let new: Vec<&str> = entry
            .new
            .iter()
            .map(|&practice| model.practices[practice].id.as_str())
            .collect();
        let new = if new.is_empty() {
            "left out".to_owned()
        } else {
            new.join(", ")
        };
        let comparable = match entry.comparable {
            Comparable::Fully => "comparable",
            Comparable::Partly => "partly comparable",
            Comparable::Not => "not comparable",
        };
        let old = inert(&entry.old.join(", "));
        let _ = writeln!(report, "  {:<12}{old} → {new} ({comparable})", "");
    }
    report.push('\n');
}
