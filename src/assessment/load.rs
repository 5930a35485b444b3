//! Finding and reading `assessment.toml`: bytes → [`File`], with everything wrong about its form.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Diagnostics, Location, Span, code};

use super::file::File;
use super::form;

/// The name of the file that a folder must hold.
pub const FILE_NAME: &str = "assessment.toml";

/// The model that an assessment asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ModelChoice {
    /// None in particular: the built-in model.
    Default,
    /// The id of a model that comes with the program.
    Named(String),
    /// A model folder; a relative path has been put behind the assessment's own folder.
    Path(PathBuf),
}

/// An `assessment.toml` that has been read, but not yet checked against its model.
#[derive(Debug, Clone)]
pub struct AssessmentFile {
    pub(super) file: File,
    pub(super) source: Source,
    pub(super) path: PathBuf,
    pub(super) choice: ModelChoice,
    /// What can be told only together with everything else.
    pub(super) problems: Vec<Diagnostic>,
}

impl AssessmentFile {
    /// The model that it asks for.
    pub fn model(&self) -> &ModelChoice {
        &self.choice
    }

    /// The file itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The problem that none of the models that come with the program has the name it asks for.
    pub fn unknown_model<'a>(&self, shipped: impl IntoIterator<Item = &'a str>) -> Diagnostic {
        let (named, range) = match &self.file.model {
            Some(model) => (model.as_str(), model.range()),
            None => ("", 0..0),
        };
        let known: Vec<&str> = shipped.into_iter().collect();
        let problem = Diagnostic::error(
            &code::S007,
            format!("no model called `{named}` comes with the program"),
        );
        self.source
            .at(problem, range)
            .suggest(named, known.iter().copied())
            .help(format!(
                "these do: {}; a folder of your own is named by its path, such as `./{named}`",
                listed(&known)
            ))
    }
}

/// A file's text and the name to show for it.
#[derive(Debug, Clone)]
pub(super) struct Source {
    pub name: String,
    pub text: String,
}

impl Source {
    /// `problem` at a byte range of this file.
    pub fn at(&self, problem: Diagnostic, range: Range<usize>) -> Diagnostic {
        problem.at(Location::Text {
            file: self.name.clone(),
            span: Span::of(&self.text, range),
        })
    }
}

/// Reads an assessment from its file, or from the folder that holds one.
///
/// # Errors
/// Everything that keeps the file from being read: it is missing, is no TOML, or lacks what
/// every assessment has.
pub fn open(path: &Path) -> Result<AssessmentFile, Diagnostics> {
    let path = find(path)?;
    let name = path.display().to_string();
    let bytes = fs::read(&path).map_err(|error| {
        Diagnostic::error(&code::S002, format!("`{name}` cannot be read: {error}"))
            .at(Location::File(name.clone()))
    })?;
    let text = decoded(&name, bytes)?;
    let source = Source { name, text };
    let (file, problems) = form::read(&source)?;
    let choice = choice(file.model.as_ref().map(|model| model.as_str()), &path);
    Ok(AssessmentFile {
        file,
        source,
        path,
        choice,
        problems,
    })
}

/// The model meant by what the file at `path` says of it.
fn choice(model: Option<&str>, path: &Path) -> ModelChoice {
    match model {
        None => ModelChoice::Default,
        Some(model) if model.contains(['/', '\\']) || matches!(model, "." | "..") => {
            ModelChoice::Path(folder(path).join(model))
        }
        Some(model) => ModelChoice::Named(model.to_owned()),
    }
}

/// The folder that a file's paths are relative to.
pub(super) fn folder(file: &Path) -> &Path {
    file.parent().unwrap_or(Path::new(""))
}

/// The file meant by `path`: itself, or the one in the folder that it names.
fn find(path: &Path) -> Result<PathBuf, Diagnostics> {
    let shown = path.display();
    let within = path.join(FILE_NAME);
    if path.is_file() {
        return Ok(path.to_owned());
    }
    if within.is_file() {
        return Ok(within);
    }
    let place = Location::File(shown.to_string());
    let problem = match path.try_exists() {
        Ok(true) if path.is_dir() => Diagnostic::error(
            &code::S001,
            format!("the folder `{shown}` holds no `{FILE_NAME}`"),
        )
        .at(place)
        .help(format!("`plateau init {shown}` starts an assessment there"))
        .help("an answers file can be given by itself"),
        // Neither a folder nor a plain file, such as a pipe: reading tells.
        Ok(true) => return Ok(path.to_owned()),
        Ok(false) => Diagnostic::error(&code::S001, format!("there is no `{shown}`"))
            .at(place)
            .help(format!(
                "give a folder that holds an `{FILE_NAME}`, or that file itself"
            )),
        Err(error) => {
            Diagnostic::error(&code::S002, format!("`{shown}` cannot be read: {error}")).at(place)
        }
    };
    Err(problem.into())
}

/// The file's bytes as text, without a byte order mark.
fn decoded(name: &str, bytes: Vec<u8>) -> Result<String, Diagnostics> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        }),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..valid].split(|&b| b == b'\n').count();
            Err(Diagnostic::error(
                &code::S002,
                format!("the text in line {line} is not encoded as UTF-8"),
            )
            .at(Location::File(name.to_owned()))
            .help("save the file again with the encoding UTF-8")
            .into())
        }
    }
}

/// Words in back quotes with commas between them.
pub(super) fn listed(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("`{word}`"))
        .collect::<Vec<_>>()
        .join(", ")
}
