//! Writing: everything is rendered before anything is renamed, an input is never written
//! to, and an old file survives a failed run.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::cli::OutputArgs;
use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};
use crate::format::{self, FORMATS, Format};
use crate::view::{Extent, View};

use super::console::Console;
use super::refuse;

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
pub fn write_each(
    outputs: &[Output],
    compose: impl Fn(Extent) -> View,
    verbose: bool,
    console: &Console,
) -> anyhow::Result<()> {
    let rendered = render(outputs, compose, verbose, console)?;
    write_files(&rendered.files)?;
    console.print(&rendered.printed)?;
    Ok(())
}

/// What outputs come to.
#[derive(Default)]
pub struct Rendered {
    /// Files and what is to be in them.
    pub files: Vec<(PathBuf, Vec<u8>)>,
    /// What goes to standard output.
    pub printed: Vec<u8>,
}

/// Renders a report for every output, composed as far as each shows it, and says what the
/// formats have to say.
///
/// # Errors
/// What a format refuses.
pub fn render(
    outputs: &[Output],
    compose: impl Fn(Extent) -> View,
    verbose: bool,
    console: &Console,
) -> anyhow::Result<Rendered> {
    let mut warnings = Diagnostics::new();
    let mut views: BTreeMap<Extent, View> = BTreeMap::new();
    let mut rendered = Rendered::default();
    for output in outputs {
        let style = match &output.target {
            None => console.style(verbose),
            Some(_) => format::Style {
                verbose,
                ..format::Style::default()
            },
        };
        let extent = output.format.extent(&style);
        let view = views.entry(extent).or_insert_with(|| compose(extent));
        let bytes = (output.format.render)(view, &style)?.take(&mut warnings);
        match &output.target {
            None => rendered.printed.extend(bytes),
            Some(path) => rendered.files.push((path.clone(), bytes)),
        }
    }
    console.warn(&warnings);
    Ok(rendered)
}

/// Makes the folders that files are to be written into.
///
/// # Errors
/// The first that cannot be made, with its reason.
pub fn make_folders(files: &[(PathBuf, Vec<u8>)]) -> anyhow::Result<()> {
    for (path, _) in files {
        if let Err(reason) = fs::create_dir_all(folder_of(path)) {
            return refuse(unwritable(path, &reason));
        }
    }
    Ok(())
}

/// Writes files all or none: each beside its target first, then all are renamed.
///
/// # Errors
/// The first file that cannot be written, with its reason.
pub fn write_files(files: &[(PathBuf, Vec<u8>)]) -> anyhow::Result<()> {
    let mut staged = Vec::new();
    for (path, bytes) in files {
        match stage(path, bytes) {
            Ok(Some(file)) => staged.push((path, file)),
            Ok(None) => {}
            Err(reason) => return refuse(unwritable(path, &reason)),
        }
    }
    for (path, (file, target)) in staged {
        if let Err(failure) = file.persist(&target) {
            return refuse(unwritable(path, &failure.error));
        }
    }
    Ok(())
}

type Staged = (tempfile::NamedTempFile, PathBuf);

/// Writes a file beside its target; a target that exists and is no regular file is written directly.
fn stage(path: &Path, bytes: &[u8]) -> std::io::Result<Option<Staged>> {
    let existing = fs::metadata(path).ok();
    if existing
        .as_ref()
        .is_some_and(|metadata| !metadata.is_file())
    {
        fs::OpenOptions::new()
            .write(true)
            .open(path)?
            .write_all(bytes)?;
        return Ok(None);
    }
    // A link keeps pointing at its file: the file is replaced, not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut file = new_file().tempfile_in(folder_of(&target))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    if let Some(metadata) = existing {
        file.as_file().set_permissions(metadata.permissions())?;
    }
    Ok(Some((file, target)))
}

fn new_file() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".plateau-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What any new file gets; the umask takes away what it must.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn unwritable(path: &Path, reason: &std::io::Error) -> Diagnostic {
    // What is staged has a name of its own, which says nothing to anybody.
    let reason = match reason.get_ref() {
        Some(_) => reason.kind().to_string(),
        None => reason.to_string(),
    };
    Diagnostic::error(
        &code::C001,
        format!("`{}` cannot be written: {reason}", path.display()),
    )
    .help("choose a folder that you may write to, or close the program that holds the file open")
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
