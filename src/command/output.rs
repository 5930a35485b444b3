//! Writing: everything is rendered before anything is renamed, an input is never written
//! to, and an old file survives a failed run.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use crate::cli::OutputArgs;
use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};
use crate::format::{self, Body, FORMATS, Format};
use crate::parallel;
use crate::view::{Extent, View};

use super::console::Console;
use super::staging::{Staged, folder_of, make_folders, publish, write_files};

/// A result and where it goes; `None` is standard output.
pub struct Output {
    /// The file to write.
    pub target: Option<PathBuf>,
    /// What is written to it.
    pub format: &'static Format,
}

impl Output {
    /// Whether only the person at the terminal sees it.
    pub fn is_for_the_terminal(&self) -> bool {
        self.target.is_none() && self.format.name == FORMATS[0].name
    }
}

/// Where results go, checked before any work is done.
///
/// # Errors
/// A file ending that names no format, a folder as target, a missing folder, an output that
/// is also an input.
pub fn plan(arguments: &OutputArgs, inputs: &[PathBuf]) -> anyhow::Result<Vec<Output>> {
    let named = arguments.format.as_deref().and_then(format::find);
    if arguments.output.is_empty() {
        return Ok(vec![Output {
            target: None,
            format: named.unwrap_or(&FORMATS[0]),
        }]);
    }
    let mut problems = Diagnostics::new();
    let mut outputs = Vec::new();
    problems.append(said_twice(&arguments.output));
    for path in &arguments.output {
        match one(path, named, inputs) {
            Ok(output) => outputs.push(output),
            Err(found) => problems.append(found),
        }
    }
    if problems.has_errors() {
        return Err(problems.into());
    }
    Ok(outputs)
}

/// The problem of each output that goes where another goes before it, however it is written.
pub fn said_twice(outputs: &[PathBuf]) -> Diagnostics {
    let mut problems = Diagnostics::new();
    let mut places = BTreeSet::new();
    for path in outputs {
        if !places.insert(place(path)) {
            let message = format!("two outputs go to `{}`", path.display());
            let problem = Diagnostic::error(&code::C013, message);
            problems.push(problem.help("give each output its own name"));
        }
    }
    problems
}

/// A target however it is written: the file that it is or leads to, else its folder as the disk
/// knows it, and its name.
fn place(path: &Path) -> PathBuf {
    if let Ok(there) = fs::canonicalize(path) {
        return there;
    }
    let folder = folder_of(path);
    let folder = fs::canonicalize(&folder).unwrap_or(folder);
    folder.join(path.file_name().unwrap_or_default())
}

fn one(
    path: &Path,
    named: Option<&'static Format>,
    inputs: &[PathBuf],
) -> Result<Output, Diagnostics> {
    if path == Path::new("-") {
        return Ok(Output {
            target: None,
            format: named.unwrap_or(&FORMATS[0]),
        });
    }
    let ending = path.extension().and_then(|ending| ending.to_str());
    let format = named
        .or_else(|| ending.and_then(format::by_ending))
        .ok_or_else(|| Diagnostics::from(unknown_ending(path, &endings())))?;
    check_target(path, inputs)?;
    Ok(Output {
        target: Some(path.to_owned()),
        format,
    })
}

/// The problem that a file's ending is none of those that name a format.
pub fn unknown_ending(path: &Path, endings: &[&str]) -> Diagnostic {
    let endings: Vec<String> = endings
        .iter()
        .map(|ending| format!("`.{ending}`"))
        .collect();
    Diagnostic::error(
        &code::C003,
        format!("the ending of `{}` names no format", path.display()),
    )
    .help(format!(
        "end the file's name in {}, or name the format with `--format`",
        endings.join(", ")
    ))
}

fn endings() -> Vec<&'static str> {
    let endings = FORMATS.iter().flat_map(|format| format.endings);
    endings.copied().collect()
}

/// Whether a file may be written to, as far as can be told before any work is done.
///
/// # Errors
/// A folder as target, a missing folder, an output that is also an input.
pub fn check_target(path: &Path, inputs: &[PathBuf]) -> Result<(), Diagnostics> {
    let shown = path.display();
    let folder = folder_of(path);
    let problem = if path.is_dir() {
        Diagnostic::error(&code::C001, format!("`{shown}` is a folder")).help("name a file in it")
    } else if !folder.is_dir() {
        Diagnostic::error(
            &code::C001,
            format!("there is no folder `{}`", folder.display()),
        )
        .help("make the folder first, or name another one")
    } else {
        return check_is_no_input(path, inputs);
    };
    Err(problem.at(Location::Argument(shown.to_string())).into())
}

/// Whether a file may be written to as far as what is read is concerned, whatever its folder.
///
/// # Errors
/// An output that is also an input.
pub fn check_is_no_input(path: &Path, inputs: &[PathBuf]) -> Result<(), Diagnostics> {
    if !is_input(path, inputs) {
        return Ok(());
    }
    let shown = path.display();
    let message = format!("`{shown}` is read as input and would be overwritten");
    Err(Diagnostic::error(&code::C002, message)
        .help("give the output another name")
        .at(Location::Argument(shown.to_string()))
        .into())
}

/// Whether a path is one of the inputs, or lies in a folder that is one.
fn is_input(path: &Path, inputs: &[PathBuf]) -> bool {
    let Ok(target) = fs::canonicalize(path) else {
        return false;
    };
    inputs
        .iter()
        .any(|input| fs::canonicalize(input).is_ok_and(|input| target.starts_with(input)))
}

/// Whether any of the outputs holds the full report in words.
pub fn is_any_in_full(outputs: &[Output], verbose: bool) -> bool {
    let style = format::Style {
        verbose,
        ..format::Style::default()
    };
    let mut extents = outputs.iter().map(|output| output.format.extent(&style));
    extents.any(|extent| extent >= Extent::Full)
}

/// Renders a report for every output, then writes them all.
///
/// # Errors
/// If an output cannot be written; then none is.
pub fn write(
    outputs: &[Output],
    view: &View,
    verbose: bool,
    console: &Console,
) -> anyhow::Result<()> {
    write_each(outputs, |_| view.clone(), verbose, console)
}

/// As [`write()`], with a report composed as far as each output shows it.
///
/// # Errors
/// As [`write()`].
pub fn write_each<'s>(
    outputs: &[Output],
    compose: impl Fn(Extent) -> View<'s>,
    verbose: bool,
    console: &Console,
) -> anyhow::Result<()> {
    // The process ends soon: what the system takes back at once need not be taken apart before.
    let mut views = ManuallyDrop::new(Views::new());
    let mut rendered = render(&mut views, outputs, compose, (verbose, console))?;
    console.warn(&rendered.warnings);
    publish(rendered.stage()?)?;
    rendered.print(console)
}

/// Reports composed so far.
pub type Views<'s> = BTreeMap<Extent, View<'s>>;

/// What outputs come to.
#[derive(Default)]
pub struct Rendered<'v> {
    /// Files and what is to be in them.
    files: Vec<(PathBuf, Body<'v>)>,
    /// What goes to standard output.
    printed: Vec<Body<'v>>,
    /// What the formats have to say.
    pub warnings: Diagnostics,
}

impl<'v> Rendered<'v> {
    /// Writes the files beside their places.
    ///
    /// # Errors
    /// The first that cannot be written, with the reason.
    pub fn stage(&mut self) -> anyhow::Result<Vec<Staged<'v>>> {
        let files = self.files.drain(..);
        files
            .map(|(path, body)| Staged::beside(&path, body))
            .collect()
    }

    /// Writes what goes to standard output.
    ///
    /// # Errors
    /// If that cannot be written.
    pub fn print(&self, console: &Console) -> anyhow::Result<()> {
        for body in &self.printed {
            console.print_body(body)?;
        }
        Ok(())
    }
}

/// Renders a report for every output, composed as far as each shows it.
///
/// # Errors
/// What a format refuses.
pub fn render<'v, 's>(
    views: &'v mut Views<'s>,
    outputs: &[Output],
    compose: impl Fn(Extent) -> View<'s>,
    (verbose, console): (bool, &Console),
) -> anyhow::Result<Rendered<'v>> {
    let styles = outputs.iter().map(|output| match &output.target {
        None => console.style(verbose),
        Some(_) => format::Style {
            verbose,
            ..format::Style::default()
        },
    });
    let styles: Vec<format::Style> = styles.collect();
    for (output, style) in outputs.iter().zip(&styles) {
        let extent = output.format.extent(style);
        views.entry(extent).or_insert_with(|| compose(extent));
    }
    let views = &*views;
    let all = parallel::each(outputs.len(), 1, |at| {
        let (format, style) = (outputs[at].format, &styles[at]);
        format.render(&views[&format.extent(style)], style)
    });
    let mut rendered = Rendered::default();
    for (output, body) in outputs.iter().zip(all) {
        let body = body?.take(&mut rendered.warnings);
        match &output.target {
            None => rendered.printed.push(body),
            Some(path) => rendered.files.push((path.clone(), body)),
        }
    }
    Ok(rendered)
}

/// Writes files into a folder, which is made if it is not there; nothing in it is overwritten.
///
/// # Errors
/// If any of the files exists, or the folder cannot be written.
pub fn write_folder(folder: &Path, files: &[(String, String)]) -> anyhow::Result<()> {
    let mut problems = Diagnostics::new();
    for (name, _) in files {
        let path = folder.join(name);
        if path.exists() {
            problems.push(
                Diagnostic::error(
                    &code::C010,
                    format!("`{}` is already there", path.display()),
                )
                .help("name a new folder: nothing that is there is overwritten"),
            );
        }
    }
    if problems.has_errors() {
        return Err(problems.into());
    }
    let targets: Vec<(PathBuf, Vec<u8>)> = files
        .iter()
        .map(|(name, text)| (folder.join(name), text.clone().into_bytes()))
        .collect();
    make_folders(&targets)?;
    write_files(&targets)
}
