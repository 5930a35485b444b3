//! A folder that stands for all answers files in it.

use std::ffi::OsString;
use std::path::Path;

use crate::diagnostic::{Diagnostic, code, shortened};

use super::Check;
use crate::assessment::AnswersFile;
use crate::model::toml::{At, listed};

/// The endings of files that hold tables: those that are read, and those that are refused with a
/// way out, because leaving them alone would lose answers.
static ENDINGS: &[&str] = &["csv", "tsv", "txt", "xlsx", "xlsm", "ods", "xls", "xlsb"];

/// How many files that are left alone are named.
const NAMED: usize = 6;

impl Check<'_> {
    /// The answers files right in a folder, in the order of their names.
    pub(super) fn in_folder(&mut self, name: &At<String>, path: &Path) -> Vec<AnswersFile> {
        let mut names = match names(path) {
            Ok(names) => names,
            Err(error) => {
                let message = format!("the folder `{}` cannot be read: {error}", shortened(name));
                let problem = self.error(&code::S040, name, message);
                self.problems
                    .push(problem.help("check the right to read it"));
                return Vec::new();
            }
        };
        names.sort();
        let (files, others): (Vec<OsString>, Vec<OsString>) =
            names.into_iter().partition(|file| is_answers(path, file));
        if self.answered {
            self.tell_others(name, &others);
        }
        if files.is_empty() && self.answered {
            let message = format!("the folder `{}` holds no answers files", shortened(name));
            let problem = self.error(&code::S040, name, message).help(format!(
                "put them right into it; answers files end in {}",
                listed(&ENDINGS[..ENDINGS.len() - 2])
            ));
            self.problems.push(problem);
        }
        let shown = name.trim_end_matches(['/', '\\']);
        files
            .iter()
            .map(|file| AnswersFile {
                name: format!("{shown}/{}", file.to_string_lossy()),
                path: path.join(file),
                folder: Some(shown.to_owned()),
            })
            .collect()
    }

    /// Says what in a folder is left alone.
    fn tell_others(&mut self, name: &At<String>, others: &[OsString]) {
        if others.is_empty() {
            return;
        }
        let shown = others
            .iter()
            .take(NAMED)
            .map(|other| other.to_string_lossy());
        let shown: Vec<String> = shown.map(|other| shortened(&other)).collect();
        let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
        let more = match others.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let message = format!(
            "left alone in the folder `{}`: {}{more}",
            shortened(name),
            listed(&shown)
        );
        let warning = Diagnostic::warning(&code::S041, message)
            .help("name a file in `answers` if it holds answers all the same")
            .at(self.part.at(name));
        self.problems.push(warning);
    }
}

fn names(path: &Path) -> std::io::Result<Vec<OsString>> {
    let entries = std::fs::read_dir(path)?;
    entries.map(|entry| Ok(entry?.file_name())).collect()
}

/// Whether a file holds a table, by its name; what spreadsheet programs hide beside an open file
/// has a name that begins with `~`.
fn is_answers(folder: &Path, file: &OsString) -> bool {
    let name = file.to_string_lossy();
    let ending = Path::new(&*name).extension();
    let ending = ending.map(|ending| ending.to_string_lossy().to_lowercase());
    !name.starts_with(['.', '~'])
        && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
        && folder.join(file).is_file()
}
