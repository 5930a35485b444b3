//! What each role is asked.

use crate::assessment::Role;
use crate::diagnostic::{code, nearest, shortened};
use crate::model::folded;
use crate::model::toml::{At, Entries};

use super::Check;

impl Check<'_> {
    /// For each role, the practices that its questionnaire asks, if not all.
    pub(super) fn questionnaire(
        &mut self,
        entries: &Entries<At<Vec<At<String>>>>,
        roles: &[Role],
    ) -> Vec<Option<Vec<usize>>> {
        let mut asked = vec![None; roles.len()];
        for (id, parts) in entries.iter() {
            self.once(entries, id, "asked");
            let practices = self.parts(parts);
            let known = roles.iter().position(|role| folded(&role.id) == folded(id));
            match known {
                Some(role) => asked[role] = Some(practices),
                None => self.no_role(id, roles),
            }
        }
        asked
    }

    /// The practices of the parts that are named.
    fn parts(&mut self, parts: &At<Vec<At<String>>>) -> Vec<usize> {
        let mut practices = Vec::new();
        for part in parts.iter() {
            match self.model.part(part) {
                Some(found) => practices.extend(found),
                None => self.no_part(part),
            }
        }
        if parts.is_empty() {
            let problem = self
                .error(&code::S052, parts, "the role is asked nothing")
                .help("name a plateau, a discipline or a practice, or take the entry away");
            self.problems.push(problem);
        }
        practices.sort_unstable();
        practices.dedup();
        practices
    }

    fn no_role(&mut self, id: &At<String>, roles: &[Role]) {
        let message = format!("there is no role `{}`", shortened(id));
        let names = roles.iter().map(|role| role.id.as_str());
        let problem = self
            .error(&code::S050, id, message)
            .suggest(id, names)
            .help("`[roles]` declares the roles");
        self.problems.push(problem);
    }

    fn no_part(&mut self, part: &At<String>) {
        let model = self.model;
        let message = format!("the model has no part `{}`", shortened(part));
        let known = model.parts();
        let ids = model.practices.iter().map(|practice| practice.id.as_str());
        let names = known.iter().map(String::as_str).chain(ids);
        let problem = self.error(&code::S051, part, message);
        self.problems.push(match nearest(part, names) {
            Some(near) => problem.help(format!("did you mean `{near}`?")),
            None => problem.help(format!(
                "write a plateau or a discipline ({}), or a practice's id",
                known.join(", ")
            )),
        });
    }
}
