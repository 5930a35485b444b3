//! Practices that clearly stand elsewhere than in the wave before, the furthest moved first.

use super::{Context, Finding, Kind, Rank};
use crate::assessment::Comparable;

pub(super) static KIND: Kind = Kind {
    id: "moved",
    rank: Rank::Change,
    find,
};

fn find(context: &Context) -> Vec<Finding> {
    let Some(change) = &context.profile.change else {
        return Vec::new();
    };
    let practices = change.practices.iter().filter_map(|practice| {
        let moved = practice.moved.as_ref().ok()?;
        moved.is_clear().then_some((practice, moved))
    });
    let mut moved: Vec<_> = practices.collect();
    let size = |(_, moved): &(_, &crate::scoring::Moved)| moved.difference.magnitude();
    moved.sort_by(|a, b| size(b).cmp(&size(a)).then(a.0.practice.cmp(&b.0.practice)));
    moved
        .into_iter()
        .map(|(practice, moved)| Finding::Moved {
            practice: practice.practice,
            since: change.since,
            partly: practice.comparable == Comparable::Partly,
            moved: moved.clone(),
        })
        .collect()
}
