//! Finding and reading `assessment.toml`: bytes → [`File`], with everything wrong about its form.

use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Diagnostics, Location, code, shell_word};
use crate::model::toml::{Part, listed, parse, read_text};

use super::file::{FORM, File};

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
    pub(super) part: Part<'static, File>,
    pub(super) path: PathBuf,
    pub(super) choice: ModelChoice,
    /// What can be told only together with everything else.
    pub(super) problems: Diagnostics,
    /// Whether anyone may have answered yet.
    pub(super) answered: bool,
}

impl AssessmentFile {
    /// The model that it asks for.
    pub fn model(&self) -> &ModelChoice {
        &self.choice
    }

    /// The same before anyone has answered: folders of answers may be empty.
    #[must_use]
    pub fn unanswered(self) -> Self {
        Self {
            answered: false,
            ..self
        }
    }

    /// The file itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The problem that none of the models that come with the program has the name it asks for.
    pub fn unknown_model<'a>(&self, shipped: impl IntoIterator<Item = &'a str>) -> Diagnostic {
        let (named, place) = match &self.part.says.model {
            Some(model) => (model.as_str(), self.part.at(model)),
            None => ("", self.part.whole()),
        };
        let known: Vec<&str> = shipped.into_iter().collect();
        Diagnostic::error(
            &code::S007,
            format!("no model called `{named}` comes with the program"),
        )
        .at(place)
        .suggest(named, known.iter().copied())
        .help(format!(
            "these do: {}; a folder of your own is named by its path, such as `./{named}`",
            listed(&known)
        ))
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
    let text = read_text(&path, &code::S002)?;
    let mut problems = Diagnostics::new();
    let Some(part) = parse::<File>(name, text, &FORM, &mut problems) else {
        return Err(problems);
    };
    let model = part.says.model.as_ref();
    let choice = choice(model.map(|model| model.as_str()), &path);
    Ok(AssessmentFile {
        part,
        path,
        choice,
        problems,
        answered: true,
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
        .help(format!(
            "`plateau init {}` starts an assessment there",
            shell_word(&path.to_string_lossy())
        ))
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
