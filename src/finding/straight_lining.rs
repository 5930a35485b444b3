//! People of the whole assessment who gave one and the same level to everything they rated.

use super::{Context, Finding, Kind, Rank};

pub(super) static KIND: Kind = Kind {
    id: "straight_lining",
    rank: Rank::Background,
    find,
};

/// Said of the first top unit only: of a part it would tell too much of few people.
fn find(context: &Context) -> Vec<Finding> {
    let is_whole = context.assessment.units.tops().next() == Some(context.unit);
    let straight_lined = context.wave.straight_lined.filter(|_| is_whole);
    Vec::from_iter(straight_lined.map(Finding::StraightLining))
}
