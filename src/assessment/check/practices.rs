//! What the assessment says of single practices: left out, aimed at, found under a header.

use crate::diagnostic::{code, nearest, shortened};
use crate::model::Level;

use super::Check;
use crate::model::folded;
use crate::model::toml::{At, Entries};

/// The key of the target that holds for every practice.
const DEFAULT: &str = "default";

impl Check<'_> {
    /// For each practice, why it is left out, if it is.
    pub(super) fn tailoring(&mut self, entries: &Entries<At<String>>) -> Vec<Option<String>> {
        let mut tailored = vec![None; self.model.practices.len()];
        for (id, reason) in entries.iter() {
            if folded(reason).is_empty() {
                let problem = self
                    .error(
                        &code::S015,
                        reason,
                        format!("there is no reason for leaving out `{}`", shortened(id)),
                    )
                    .help("say in a sentence why the practice does not apply; it stands in the report");
                self.problems.push(problem);
            }
            self.once(entries, id, "left out");
            if let Some(practice) = self.practice(id) {
                tailored[practice] = Some(reason.trim().to_owned());
            }
        }
        tailored
    }

    /// For each practice, the level aimed at, if any.
    pub(super) fn targets(&mut self, entries: &Entries<At<i64>>) -> Vec<Option<Level>> {
        let is_default = |id: &str| folded(id) == DEFAULT;
        let mut default = None;
        let mut targets = vec![None; self.model.practices.len()];
        for (id, level) in entries.iter() {
            let level = self.target(level);
            self.once(entries, id, "given a target");
            if is_default(id) {
                default = level;
            } else if let Some(practice) = self.practice(id) {
                targets[practice] = level;
            }
        }
        targets.iter().map(|&own| own.or(default)).collect()
    }

    fn target(&mut self, level: &At<i64>) -> Option<Level> {
        let scale = &self.model.scale;
        let known = u64::try_from(**level).ok().and_then(|n| scale.level(n));
        if known.is_none() {
            let problem = self
                .error(
                    &code::S017,
                    level,
                    format!("the scale has no level {}", **level),
                )
                .help(format!("aim at a level from 1 to {}", scale.len()));
            self.problems.push(problem);
        }
        known
    }

    /// The headers that stand for practices, with the practices, and those of what is left alone.
    pub(super) fn columns(
        &mut self,
        entries: &Entries<At<String>>,
    ) -> (Vec<(String, usize)>, Vec<String>) {
        let mut columns = Vec::with_capacity(entries.len());
        let mut left_alone = Vec::new();
        for (header, id) in entries.iter() {
            self.filled("a column header", header);
            self.once(entries, header, "mapped to a practice");
            if id.is_empty() {
                left_alone.push(header.to_string());
            } else if let Some(practice) = self.practice(id) {
                columns.push((header.to_string(), practice));
            }
        }
        (columns, left_alone)
    }

    /// Refuses `key` if an earlier key of the table differs from it in case or white space only.
    pub(super) fn once<V>(&mut self, entries: &Entries<V>, key: &At<String>, done: &str) {
        let same = folded(key);
        let first = entries
            .iter()
            .map(|(other, _)| other)
            .find(|other| folded(other) == same);
        let Some(first) = first.filter(|first| first.range() != key.range()) else {
            return;
        };
        let line = self.line(first);
        let problem = self
            .error(
                &code::S016,
                key,
                format!("`{}` is {done} twice", shortened(key)),
            )
            .help(format!("it stands in line {line} already; take one away"));
        self.problems.push(problem);
    }

    /// The practice with this id; told, if there is none.
    fn practice(&mut self, id: &At<String>) -> Option<usize> {
        let model = self.model;
        if let Some(practice) = model.practice(id.trim()) {
            return Some(practice);
        }
        let problem = self.error(
            &code::S014,
            id,
            format!("the model has no practice `{}`", shortened(id)),
        );
        let word = folded(id);
        let named = model
            .practices
            .iter()
            .find(|practice| practice.name.all().any(|name| folded(name) == word));
        let retired = model.retired.iter().any(|old| old.eq_ignore_ascii_case(id));
        let near = nearest(
            id,
            model.practices.iter().map(|practice| practice.id.as_str()),
        );
        self.problems.push(match (named, near) {
            (Some(practice), _) => problem.help(format!(
                "that is a practice's name; write its id, `{}`",
                practice.id
            )),
            _ if retired => problem.help("it was once, and has been retired from the model"),
            (None, Some(near)) => problem.help(format!("did you mean `{near}`?")),
            (None, None) => problem.help("`plateau model show` lists the practices and their ids"),
        });
        None
    }
}
