//! The waves and their answers files.

use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};

use crate::diagnostic::{Diagnostic, code, shortened};

use super::Check;
use super::names::name_or_id;
use crate::assessment::file::WaveEntry;
use crate::assessment::{AnswersFile, Wave};
use crate::model::toml::At;

impl Check<'_> {
    pub(super) fn waves(
        &mut self,
        entries: &[WaveEntry],
        carrying: &[Option<usize>],
        folder: &Path,
    ) -> Vec<Wave> {
        self.distinct("wave", entries.iter().map(|e| (&e.id, e.name.as_ref())));
        if entries.is_empty() {
            let problem = Diagnostic::error(&code::S022, "there is no wave, and so no answers")
                .at(self.part.whole())
                .help("add `[[waves]]` with an `id` and `answers = [\"answers.csv\"]`");
            self.problems.push(problem);
        }
        entries
            .iter()
            .zip(carrying)
            .map(|(entry, &mapping)| Wave {
                id: Some(entry.id.trim().to_owned()),
                name: name_or_id(entry.name.as_ref(), &entry.id),
                date: self.day(entry.date.as_ref()),
                answers: self.answers(entry, folder),
                version: entry.model.as_ref().map(|model| model.trim().to_owned()),
                mapping,
            })
            .collect()
    }

    fn answers(&mut self, wave: &WaveEntry, folder: &Path) -> Vec<AnswersFile> {
        if wave.answers.is_empty() {
            let problem = self
                .error(
                    &code::S022,
                    &wave.id,
                    format!("the wave `{}` has no answers files", shortened(&wave.id)),
                )
                .help("name them: `answers = [\"answers.csv\"]`");
            self.problems.push(problem);
        }
        let mut seen: HashMap<PathBuf, &At<String>> = HashMap::new();
        let mut files = Vec::with_capacity(wave.answers.len());
        for name in &wave.answers {
            self.filled("the name of an answers file", name);
            for file in self.files(name, folder) {
                if let Some(first) = seen.insert(plain(&file.path), name) {
                    self.twice(wave, name, &file, first);
                }
                files.push(file);
            }
        }
        files
    }

    /// The files that a name stands for: itself, or all answers files in the folder.
    fn files(&mut self, name: &At<String>, folder: &Path) -> Vec<AnswersFile> {
        let path = folder.join(name.as_str());
        if !name.trim().is_empty() && path.is_dir() {
            return self.in_folder(name, &path);
        }
        let name = name.to_string();
        vec![AnswersFile {
            name,
            path,
            folder: None,
        }]
    }

    fn twice(
        &mut self,
        wave: &WaveEntry,
        name: &At<String>,
        file: &AnswersFile,
        first: &At<String>,
    ) {
        let line = self.line(first);
        let problem = self
            .error(
                &code::S023,
                name,
                format!(
                    "the wave `{}` names `{}` twice",
                    shortened(&wave.id),
                    shortened(&file.name)
                ),
            )
            .help(format!("it stands in line {line} already; take one away"));
        self.problems.push(problem);
    }
}

/// A path without its `.` steps, so that `./a.csv` and `a.csv` are the same.
fn plain(path: &Path) -> PathBuf {
    path.components()
        .filter(|step| !matches!(step, Component::CurDir))
        .collect()
}
