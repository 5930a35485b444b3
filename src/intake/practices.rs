//! What a practice is called in answers: its id, its name, its question, or a mapped header.

use std::collections::HashMap;

use crate::diagnostic::nearest;
use crate::model::Model;

use super::fold::fold;

/// All that practices are called.
pub(super) struct Practices<'m> {
    model: &'m Model,
    /// By folded words; `None` where two practices are called the same.
    called: HashMap<String, Option<usize>>,
    /// Folded headers that `assessment.toml` ties to a practice.
    mapped: HashMap<String, usize>,
    /// Folded ids of the disciplines.
    prefixes: Vec<String>,
}

impl<'m> Practices<'m> {
    pub(super) fn new(model: &'m Model, columns: &[(String, usize)]) -> Self {
        let mut called: HashMap<String, Option<usize>> = HashMap::new();
        for (index, practice) in model.practices.iter().enumerate() {
            let words = practice.name.all().chain(practice.question.all());
            for name in words.chain([practice.id.as_str()]) {
                called
                    .entry(fold(name))
                    .and_modify(|known| *known = known.filter(|&other| other == index))
                    .or_insert(Some(index));
            }
        }
        for (index, practice) in model.practices.iter().enumerate() {
            called.insert(fold(&practice.id), Some(index));
        }
        let prefixes = model.disciplines.iter().map(|d| fold(&d.id)).collect();
        Self {
            model,
            called,
            mapped: columns.iter().map(|(h, p)| (fold(h), *p)).collect(),
            prefixes,
        }
    }

    /// The practice that `assessment.toml` ties to a folded header.
    pub(super) fn mapped(&self, folded: &str) -> Option<usize> {
        self.mapped.get(folded).copied()
    }

    /// The practice that folded words name, such as `pla-6`, `planer` or `pla-6 planer`.
    pub(super) fn find(&self, folded: &str) -> Option<usize> {
        let whole = self.called.get(folded).copied().flatten();
        self.mapped(folded).or(whole).or_else(|| {
            let (id, name) = split(folded)?;
            let practice = self.called.get(id).copied().flatten()?;
            (self.called.get(name) == Some(&Some(practice))).then_some(practice)
        })
    }

    /// What to write instead of folded words that look like a practice but name none.
    pub(super) fn way_out(&self, folded: &str) -> Option<String> {
        if self.model.retired.iter().any(|id| fold(id) == folded) {
            return Some("the id was retired, and retired ids are never used again".to_owned());
        }
        if let Some(id) = split(folded).and_then(|(id, _)| self.model.practice(id)) {
            let title = self.title(id);
            return Some(format!("write the id alone, or with its name: `{title}`"));
        }
        if let Some((discipline, number)) = self.as_id(folded) {
            return Some(self.way_out_of_id(discipline, number));
        }
        let near = self.near(folded)?;
        Some(format!("did you mean `{near}`?"))
    }

    /// What to write instead of a discipline's id with a number that names no practice as it stands.
    fn way_out_of_id(&self, discipline: usize, number: &str) -> String {
        let practices = &self.model.disciplines[discipline].practices;
        let ids: Vec<&str> = practices
            .iter()
            .map(|&practice| self.model.practices[practice].id.as_str())
            .collect();
        let meant = ids.iter().find(|id| {
            let digits = id.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            id[digits..] == *number
        });
        match (meant, ids.as_slice()) {
            (Some(id), _) => format!("did you mean `{id}`?"),
            (None, [first, .., last]) => format!("the ids there are go from `{first}` to `{last}`"),
            (None, [only]) => format!("the only id there is `{only}`"),
            (None, []) => "write a practice's id, name or question".to_owned(),
        }
    }

    /// The name nearest to words that name no practice, if one is near.
    fn near(&self, words: &str) -> Option<&'m str> {
        let length = words.chars().count();
        let alike = |name: &&str| {
            let other = name.chars().count();
            length.abs_diff(other) <= other / 4
        };
        let practices = &self.model.practices;
        let ids = practices.iter().map(|practice| practice.id.as_str());
        let names = practices
            .iter()
            .flat_map(|practice| practice.name.all().chain(practice.question.all()));
        nearest(words, ids.chain(names).filter(alike))
    }

    /// The discipline and number that folded words begin with, if they look like an id.
    fn as_id<'w>(&self, folded: &'w str) -> Option<(usize, &'w str)> {
        let head = split(folded).map_or(folded, |(id, _)| id);
        let found = self
            .prefixes
            .iter()
            .enumerate()
            .find_map(|(index, prefix)| {
                let number = head.strip_prefix(prefix.as_str())?;
                Some((index, number.trim_start_matches(['-', '_'])))
            });
        found.filter(|(_, number)| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    }

    /// A practice as people know it: id and name in the base language.
    pub(super) fn title(&self, practice: usize) -> String {
        let practice = &self.model.practices[practice];
        let name = practice.name.get(self.model.base_language());
        format!("{} {name}", practice.id)
    }
}

/// An id and the words behind it.
fn split(folded: &str) -> Option<(&str, &str)> {
    let (id, words) = folded.split_once([' ', ':'])?;
    let id = id.trim_end_matches(['.', ')', ']']).trim_start_matches('[');
    let words = words.trim_start_matches(['-', '.', ':', ')', ' ']);
    let bracketed = words
        .strip_prefix('[')
        .and_then(|words| words.strip_suffix(']'));
    Some((id, bracketed.unwrap_or(words)))
}
