//! Practices at least one level below the level aimed at, widest gap first.

use super::{Context, Finding, Kind, Rank};
use crate::scoring::Fraction;

pub(super) static KIND: Kind = Kind {
    id: "far_from_target",
    rank: Rank::Doubt,
    find,
};

fn find(context: &Context) -> Vec<Finding> {
    let far = Fraction::whole(1);
    let mut gaps: Vec<_> = context
        .profile
        .scores
        .iter()
        .filter_map(|score| {
            let gap = score.gap.clone().filter(|gap| *gap >= far)?;
            Some((score.practice, score.target?, score.points.clone()?, gap))
        })
        .collect();
    gaps.sort_by(|(_, _, _, a), (_, _, _, b)| b.cmp(a));
    gaps.into_iter()
        .map(|(practice, target, points, gap)| Finding::FarFromTarget {
            practice,
            target,
            points,
            gap,
        })
        .collect()
}
