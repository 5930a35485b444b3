//! `plateau chart`: one chart, or all that apply, as pictures.

use std::path::{Path, PathBuf};

use crate::chart::{self, CHARTS, Chart, Kind, Size, Theme};
use crate::cli::{ChartArgs, Sort};
use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};
use crate::format::image::{self, IMAGES, Image};
use crate::parallel;
use crate::scoring;
use crate::view::charts::{self, Order, Subject};

use super::console::Console;
use super::{Exit, output, pipeline, refuse, staging};

/// Draws what was asked for and writes it.
///
/// # Errors
/// Everything wrong with the arguments and the input, or a chart that has no data; then
/// nothing is written.
pub fn run(arguments: &ChartArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let mut warnings = Diagnostics::new();
    let kind = kind(arguments)?;
    let input = arguments.input(kind.is_some());
    let opened = pipeline::open(&input, &mut warnings)?;
    let targets = targets(arguments, kind, &opened.inputs)?;
    let (model, read) = pipeline::read(opened, input.lenient, &mut warnings)?;
    let chosen = pipeline::select(&arguments.select, &read.assessment)?;
    let scorecard = scoring::score(&model, &read.assessment, &read.responses);
    let language = pipeline::language(arguments.lang.as_deref(), &read.assessment);
    let subject = Subject {
        model: &model,
        assessment: &read.assessment,
        scorecard: &scorecard,
        unit: chosen.unit,
        wave: chosen.wave,
        language,
    };
    let theme = Theme {
        accent: read.assessment.report.accent,
    };
    let pictures = parallel::each(targets.len(), 1, |at| {
        let target = &targets[at];
        let chart = compose(target.kind, subject, arguments.sort)?;
        Ok((target.image.render)(
            &chart::draw(&chart, theme),
            size(arguments),
        ))
    });
    let mut files = Vec::new();
    let mut printed = Vec::new();
    for (target, picture) in targets.into_iter().zip(pictures) {
        let rendered = match picture {
            Ok(rendered) => rendered?,
            Err(reason) => {
                let problem = no_data(target.kind, charts::reason(reason, "en"), kind.is_some());
                warnings.push(problem);
                continue;
            }
        };
        warnings.append(rendered.warnings);
        let bytes = rendered.value;
        match target.path {
            Some(path) => files.push((path, bytes)),
            None => printed.extend(bytes),
        }
    }
    if warnings.has_errors() {
        return Err(warnings.into());
    }
    console.warn(&warnings);
    if kind.is_none() {
        staging::make_folders(&files)?;
    }
    staging::write_files(&files)?;
    console.print(&printed)?;
    Ok(Exit::Done)
}

/// A picture to be made and where it goes; `None` is standard output.
struct Target {
    kind: Kind,
    path: Option<PathBuf>,
    image: &'static Image,
}

/// The kind that is named, unless all are wanted.
fn kind(arguments: &ChartArgs) -> anyhow::Result<Option<Kind>> {
    if arguments.all {
        return Ok(None);
    }
    let word = arguments.words[0].to_string_lossy();
    let Some(kind) = Kind::named(&word) else {
        let names: Vec<&str> = CHARTS.iter().map(|kind| kind.name()).collect();
        return refuse(
            Diagnostic::error(&code::C014, format!("there is no chart called `{word}`"))
                .at(Location::Argument(word.to_string()))
                .suggest(&word, names.iter().copied())
                .help(format!("the charts are {}", names.join(", "))),
        );
    };
    if arguments.words.len() < 2 {
        return refuse(
            Diagnostic::error(&code::C012, "no answers are named").help(format!(
                "for example: plateau chart {word} answers.csv -o {word}.png"
            )),
        );
    }
    Ok(Some(kind))
}

/// What is to be made of which kind, checked before any work is done.
fn targets(
    arguments: &ChartArgs,
    kind: Option<Kind>,
    inputs: &[PathBuf],
) -> anyhow::Result<Vec<Target>> {
    let named = arguments.format.as_deref().and_then(image::find);
    let mut problems = output::said_twice(&arguments.output);
    let mut targets = Vec::new();
    for path in &arguments.output {
        let Some(kind) = kind else {
            let image = named.unwrap_or(&IMAGES[0]);
            for kind in CHARTS.iter().copied() {
                let path = path.join(format!("{}.{}", kind.name(), image.name));
                problems.append(
                    output::check_is_no_input(&path, inputs)
                        .err()
                        .unwrap_or_default(),
                );
                targets.push(Target {
                    kind,
                    path: Some(path),
                    image,
                });
            }
            continue;
        };
        let ending = path.extension().and_then(|ending| ending.to_str());
        let is_stdout = path == Path::new("-");
        let image = named
            .or_else(|| ending.and_then(image::find))
            .or_else(|| is_stdout.then_some(&IMAGES[0]));
        match (image, output::check_target(path, inputs)) {
            (_, Err(found)) if !is_stdout => problems.append(found),
            (None, _) => problems.push(output::unknown_ending(path, &endings())),
            (Some(image), _) => targets.push(Target {
                kind,
                path: (!is_stdout).then(|| path.clone()),
                image,
            }),
        }
    }
    problems.append(idle_options(arguments, kind, &targets));
    if problems.has_errors() {
        return Err(problems.into());
    }
    Ok(targets)
}

/// Options that say nothing about anything that is asked for.
fn idle_options(arguments: &ChartArgs, kind: Option<Kind>, targets: &[Target]) -> Diagnostics {
    // Without targets there is something else to say.
    let has_points = targets.is_empty() || targets.iter().any(|target| target.image.has_points);
    let is_sorted = kind.is_none_or(|kind| kind == Kind::Distribution);
    let points = "only a .png has points";
    let options = [
        ("--width", arguments.width.is_some() && !has_points, points),
        ("--scale", arguments.scale.is_some() && !has_points, points),
        (
            "--sort",
            arguments.sort.is_some() && !is_sorted,
            "only a distribution can be sorted",
        ),
    ];
    let mut problems = Diagnostics::new();
    for (option, is_idle, reason) in options {
        if is_idle {
            problems.push(without_effect(option, reason));
        }
    }
    problems
}

fn without_effect(option: &str, reason: &str) -> Diagnostic {
    Diagnostic::error(
        &code::C019,
        format!("`{option}` would change nothing: {reason}"),
    )
    .at(Location::Argument(option.to_owned()))
    .help(format!("leave `{option}` out"))
}

fn endings() -> Vec<&'static str> {
    IMAGES.iter().map(|image| image.name).collect()
}

fn no_data(kind: Kind, reason: &str, is_asked_for: bool) -> Diagnostic {
    let message = format!(
        "there is nothing to draw in a {} chart: {reason}",
        kind.name()
    );
    if is_asked_for {
        Diagnostic::error(&code::C015, message)
    } else {
        Diagnostic::warning(&code::C015, message)
    }
}

/// The chart of a kind; only a distribution has a choice of order.
fn compose(kind: Kind, subject: Subject<'_>, sort: Option<Sort>) -> Result<Chart, &'static str> {
    match (kind, sort) {
        (Kind::Distribution, Some(Sort::Share)) => charts::distribution(Order::Share, subject),
        _ => charts::chart(kind, subject),
    }
}

/// How many points a picture has that is made of them.
fn size(arguments: &ChartArgs) -> Size {
    const SHARP: f64 = 2.0;
    match (arguments.width, arguments.scale) {
        (Some(width), _) => Size::Width(width),
        (None, scale) => Size::Scale(scale.unwrap_or(SHARP)),
    }
}
