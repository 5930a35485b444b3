//! Practices that were moderated away from the level of the answers; furthest first.

use super::{Context, Finding, Kind, Rank};
use crate::scoring::moderation_gaps;

pub(super) static KIND: Kind = Kind {
    id: "moderation_gap",
    rank: Rank::Doubt,
    find,
};

fn find(context: &Context) -> Vec<Finding> {
    let mut gaps = moderation_gaps(context.profile);
    gaps.retain(|gap| gap.levels() > 0);
    gaps.sort_by_key(|gap| std::cmp::Reverse(gap.levels()));
    gaps.into_iter().map(Finding::ModerationGap).collect()
}
