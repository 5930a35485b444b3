//! Rules of sense for a mapping file.

use std::collections::HashMap;
use std::path::PathBuf;

use super::file::{FORM, File};
use super::{Carried, Comparable, Fate, Mapping};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, code, shortened};
use crate::model::toml::{At, Part, parse, read_text};
use crate::model::{Model, folded};

/// The mapping that an assessment asks for.
pub(in crate::assessment) struct Asked<'a> {
    /// Its name as written.
    pub name: &'a str,
    /// Where it is.
    pub path: PathBuf,
    /// The older version that the wave names.
    pub version: &'a str,
}

/// Reads a mapping; `None` if anything is wrong with it, which is told.
pub(in crate::assessment) fn read(
    asked: Asked<'_>,
    model: &Model,
    problems: &mut Diagnostics,
) -> Option<Mapping> {
    let name = asked.path.display().to_string();
    let text = match read_text(&asked.path, &code::S033) {
        Ok(text) => text,
        Err(found) => {
            problems.append(found);
            return None;
        }
    };
    let mut found = Diagnostics::new();
    let part = parse::<File>(name.clone(), text, &FORM, &mut found);
    let mapping = part.and_then(|part| {
        let mut check = Check {
            part: &part,
            model,
            problems: Diagnostics::new(),
            old: HashMap::new(),
            new: HashMap::new(),
        };
        check.versions(asked.version);
        let carried = check.carried();
        let columns = check.columns(&carried);
        let sound = !check.problems.has_errors();
        found.append(check.problems);
        sound.then(|| Mapping {
            name: asked.name.to_owned(),
            path: asked.path,
            from: part.says.from.trim().to_owned(),
            carried,
            columns,
        })
    });
    let sound = !found.has_errors();
    problems.append(found.in_order_of([name.as_str()]));
    mapping.filter(|_| sound)
}

struct Check<'a> {
    part: &'a Part<'static, File>,
    model: &'a Model,
    problems: Diagnostics,
    /// The line in which each old id (folded) is named.
    old: HashMap<String, usize>,
    /// The line in which each practice is named as new.
    new: HashMap<usize, usize>,
}

impl<'a> Check<'a> {
    fn error<V>(
        &self,
        code: &'static Code,
        value: &At<V>,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::error(code, message).at(self.part.at(value))
    }

    /// The model and the two versions must be those that the assessment speaks of.
    fn versions(&mut self, asked: &str) {
        let (file, model) = (&self.part.says, self.model);
        let wanted = [
            (&file.model, model.id.as_str(), "the model in use is"),
            (&file.from, asked, "the wave's answers are to version"),
            (&file.to, &model.version, "the model in use has version"),
        ];
        for (written, meant, what) in wanted {
            let fits = folded(written) == folded(meant)
                // A minor or patch number changes no practice.
                || std::ptr::eq(written, &file.to) && super::major(written) == super::major(meant);
            if !fits {
                let problem = self
                    .error(
                        &code::S035,
                        written,
                        format!("the mapping speaks of `{}`", shortened(written)),
                    )
                    .help(format!("{what} `{}`", shortened(meant)));
                self.problems.push(problem);
            }
        }
    }

    fn carried(&mut self) -> Vec<Carried> {
        let file = &self.part.says;
        let mut all: Vec<(usize, Carried)> = Vec::new();
        for (id, comparable) in file.kept.iter() {
            let carried = self.entry(Fate::Kept, &[id], &[id], **comparable, None);
            all.push((id.range().start, carried));
        }
        for entry in &file.renamed {
            let (old, new) = (&entry.old, &entry.new);
            let reason = entry.reason.as_ref();
            let carried = self.entry(Fate::Renamed, &[old], &[new], entry.comparable, reason);
            all.push((old.range().start, carried));
        }
        for entry in &file.split {
            let new: Vec<&At<String>> = entry.new.iter().collect();
            let reason = entry.reason.as_ref();
            self.several(&entry.old, new.len(), "split into");
            let carried = self.entry(Fate::Split, &[&entry.old], &new, entry.comparable, reason);
            all.push((entry.old.range().start, carried));
        }
        for entry in &file.merged {
            let old: Vec<&At<String>> = entry.old.iter().collect();
            let reason = entry.reason.as_ref();
            self.several(&entry.new, old.len(), "merged of");
            let carried = self.entry(Fate::Merged, &old, &[&entry.new], entry.comparable, reason);
            all.push((entry.new.range().start, carried));
        }
        for entry in &file.dropped {
            let reason = entry.reason.as_ref();
            let carried = self.entry(Fate::Dropped, &[&entry.old], &[], Comparable::Not, reason);
            all.push((entry.old.range().start, carried));
        }
        all.sort_by_key(|(place, _)| *place);
        all.into_iter().map(|(_, carried)| carried).collect()
    }

    fn entry(
        &mut self,
        fate: Fate,
        old: &[&At<String>],
        new: &[&At<String>],
        comparable: Comparable,
        reason: Option<&At<String>>,
    ) -> Carried {
        for id in old {
            let line = self.part.line(id);
            if let Some(first) = self.old.insert(folded(id), line) {
                self.twice(id, first);
            }
        }
        let mut practices = Vec::with_capacity(new.len());
        for id in new {
            let Some(practice) = self.practice(id) else {
                continue;
            };
            let line = self.part.line(id);
            // What is kept has been told of as an old id already.
            if let Some(first) = self.new.insert(practice, line)
                && first != line
            {
                self.twice(id, first);
            }
            practices.push(practice);
        }
        Carried {
            fate,
            old: old.iter().map(|id| id.trim().to_owned()).collect(),
            new: practices,
            comparable,
            reason: reason.map(|reason| reason.trim().to_owned()),
        }
    }

    fn several(&mut self, at: &At<String>, count: usize, what: &str) {
        if count < 2 {
            let message = format!("`{}` is {what} fewer than two", shortened(at));
            let problem = self
                .error(&code::S036, at, message)
                .help("name two at least, or write it under `[[renamed]]`");
            self.problems.push(problem);
        }
    }

    fn twice(&mut self, id: &At<String>, first: usize) {
        let message = format!("`{}` is carried over twice", shortened(id));
        let problem = self
            .error(&code::S036, id, message)
            .help(format!("it stands in line {first} already; take one away"));
        self.problems.push(problem);
    }

    fn practice(&mut self, id: &At<String>) -> Option<usize> {
        let found = self.model.practice(id.trim());
        if found.is_none() {
            let message = format!("the model has no practice `{}`", shortened(id));
            let ids = self.model.practices.iter().map(|practice| &*practice.id);
            let problem = self
                .error(&code::S014, id, message)
                .suggest(id, ids)
                .help("`new` and `[kept]` name practices of the model in use, by their ids");
            self.problems.push(problem);
        }
        found
    }

    /// Headers with the old ids that they stand for.
    fn columns(&mut self, carried: &[Carried]) -> Vec<(String, String)> {
        let part = self.part;
        let ids: Vec<&String> = carried.iter().flat_map(|entry| &entry.old).collect();
        let mut columns = Vec::new();
        for (header, id) in part.says.columns.iter() {
            match ids.iter().find(|known| folded(known) == folded(id)) {
                Some(known) => columns.push((header.to_string(), (*known).clone())),
                None => {
                    let message = format!("the mapping carries no practice `{}`", shortened(id));
                    let problem = self
                        .error(&code::S014, id, message)
                        .suggest(id, ids.iter().map(|id| id.as_str()))
                        .help("name a practice of the older version that the mapping carries");
                    self.problems.push(problem);
                }
            }
        }
        columns
    }
}
