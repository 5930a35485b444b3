//! The units: known parents, no circles.

use std::collections::HashMap;

use crate::diagnostic::{code, nearest, shortened};

use super::Check;
use super::names::name_or_id;
use crate::assessment::file::UnitEntry;
use crate::assessment::{Unit, Units};
use crate::model::folded;
use crate::model::toml::At;

/// How many units of a circle are named.
const NAMED_IN_CIRCLE: usize = 6;

impl Check<'_> {
    /// The tree of units; empty if it is no tree, which is told.
    pub(super) fn units(&mut self, entries: &[UnitEntry]) -> Units {
        self.distinct("unit", entries.iter().map(|e| (&e.id, e.name.as_ref())));
        let mut by_id = HashMap::new();
        for (index, entry) in entries.iter().enumerate() {
            by_id.entry(folded(&entry.id)).or_insert(index);
        }
        let mut list = Vec::with_capacity(entries.len());
        for entry in entries {
            let id = entry.id.trim().to_owned();
            list.push(Unit {
                name: name_or_id(entry.name.as_ref(), &entry.id),
                parent: self.parent(entry, entries, &by_id),
                invited: self.invited(entry.invited.as_ref()),
                implicit: false,
                children: Vec::new(),
                id,
            });
        }
        let circles = circles(&list);
        for circle in &circles {
            self.circle(circle, entries, &list);
        }
        Units::new(list).unwrap_or_default()
    }

    fn parent(
        &mut self,
        entry: &UnitEntry,
        entries: &[UnitEntry],
        by_id: &HashMap<String, usize>,
    ) -> Option<usize> {
        let parent = entry.parent.as_ref()?;
        let key = folded(parent);
        if let Some(&index) = by_id.get(&key) {
            return Some(index);
        }
        let problem = self.error(
            &code::S012,
            parent,
            format!(
                "there is no unit `{}` for `{}` to be a part of",
                shortened(parent),
                shortened(&entry.id)
            ),
        );
        let named = entries
            .iter()
            .find(|other| other.name.as_ref().is_some_and(|name| folded(name) == key));
        let near = nearest(parent, entries.iter().map(|other| other.id.as_str()));
        self.problems.push(match (named, near) {
            (Some(other), _) => problem.help(format!(
                "that is a unit's name; write its id, `{}`",
                shortened(&other.id)
            )),
            (None, Some(near)) => problem.help(format!("did you mean `{near}`?")),
            (None, None) => problem.help(
                "add a `[[units]]` with this id, or leave `parent` out for a unit that is part of no other",
            ),
        });
        None
    }

    fn invited(&mut self, invited: Option<&At<i64>>) -> Option<u64> {
        let invited = invited?;
        let people = u64::try_from(**invited).ok();
        if people.is_none() {
            let problem = self
                .error(
                    &code::S024,
                    invited,
                    format!("{} people cannot be invited", **invited),
                )
                .help("write how many people were asked to answer, or leave `invited` out");
            self.problems.push(problem);
        }
        people
    }

    fn circle(&mut self, circle: &[usize], entries: &[UnitEntry], list: &[Unit]) {
        let Some(parent) = circle
            .first()
            .and_then(|&unit| entries[unit].parent.as_ref())
        else {
            return;
        };
        let mut steps: Vec<String> = circle
            .iter()
            .take(NAMED_IN_CIRCLE)
            .map(|&unit| format!("`{}`", shortened(&list[unit].id)))
            .collect();
        if circle.len() > NAMED_IN_CIRCLE {
            steps.push("…".to_owned());
        }
        steps.extend(steps.first().cloned());
        let problem = self
            .error(
                &code::S013,
                parent,
                format!("a unit is a part of itself: {}", steps.join(" in ")),
            )
            .help("take away one of these `parent`s, so that one unit is on top");
        self.problems.push(problem);
    }
}

/// Every circle of parents, each once, from its first unit in assessment order upwards.
fn circles(list: &[Unit]) -> Vec<Vec<usize>> {
    let mut walk_of: Vec<Option<usize>> = vec![None; list.len()];
    let mut found = Vec::new();
    for start in 0..list.len() {
        let mut at = Some(start);
        while let Some(unit) = at.filter(|&unit| walk_of[unit].is_none()) {
            walk_of[unit] = Some(start);
            at = list[unit].parent;
        }
        let Some(entry) = at.filter(|&unit| walk_of[unit] == Some(start)) else {
            continue;
        };
        let mut circle = vec![entry];
        let mut next = list[entry].parent;
        while let Some(unit) = next.filter(|&unit| unit != entry) {
            circle.push(unit);
            next = list[unit].parent;
        }
        if let Some(least) = (0..circle.len()).min_by_key(|&place| circle[place]) {
            circle.rotate_left(least);
        }
        found.push(circle);
    }
    found
}
