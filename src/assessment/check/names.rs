//! Ids and names: each word stands for one unit, wave or role only.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::diagnostic::{code, shortened};

use super::Check;
use crate::assessment::Role;
use crate::model::folded;
use crate::model::toml::{At, Entries};

/// An id and, where there is one, a name.
pub(super) type Named<'a> = (&'a At<String>, Option<&'a At<String>>);

/// What something is called: its name, or its id if it has none.
pub(super) fn name_or_id(name: Option<&At<String>>, id: &At<String>) -> String {
    name.unwrap_or(id).trim().to_owned()
}

impl Check<'_> {
    /// Refuses empty words and words that stand for more than one of these; `kind` is what they are.
    pub(super) fn distinct<'a>(&mut self, kind: &str, all: impl Iterator<Item = Named<'a>>) {
        let mut taken: HashMap<String, (usize, &str, &At<String>)> = HashMap::new();
        for (index, (id, name)) in all.enumerate() {
            for (what, word) in [("id", Some(id)), ("name", name)] {
                let Some(word) = word else { continue };
                self.filled(&format!("the {what} of a {kind}"), word);
                match taken.entry(folded(word)) {
                    Entry::Vacant(free) => {
                        free.insert((index, what, word));
                    }
                    Entry::Occupied(other) if other.get().0 != index && !other.key().is_empty() => {
                        let (_, as_what, first) = *other.get();
                        let line = self.line(first);
                        let problem = self
                            .error(
                                &code::S011,
                                word,
                                format!("`{}` stands for two {kind}s", shortened(word)),
                            )
                            .help(format!(
                                "it is the {as_what} of the {kind} in line {line} too; give one of them another {what}"
                            ));
                        self.problems.push(problem);
                    }
                    Entry::Occupied(_) => {}
                }
            }
        }
    }

    pub(super) fn roles(&mut self, roles: &Entries<At<String>>) -> Vec<Role> {
        self.distinct("role", roles.iter().map(|(id, name)| (id, Some(name))));
        roles
            .iter()
            .map(|(id, name)| Role {
                id: id.trim().to_owned(),
                name: name.trim().to_owned(),
            })
            .collect()
    }
}
