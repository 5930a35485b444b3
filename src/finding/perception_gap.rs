//! Practices that two roles see a whole level apart; furthest apart first.

use super::{Context, Finding, Kind, Rank};
use crate::scoring::{Fraction, roles_side_by_side};

pub(super) static KIND: Kind = Kind {
    id: "perception_gap",
    rank: Rank::Doubt,
    find,
};

/// From this many levels on, a gap deserves saying.
const FAR: u8 = 1;

fn find(context: &Context) -> Vec<Finding> {
    let mut gaps = roles_side_by_side(context.model, context.profile).gaps;
    gaps.retain(|gap| gap.gap >= Fraction::whole(FAR));
    gaps.sort_by(|a, b| b.gap.cmp(&a.gap));
    gaps.into_iter().map(Finding::PerceptionGap).collect()
}
