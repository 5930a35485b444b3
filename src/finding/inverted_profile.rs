//! Later plateaus that stand higher than earlier ones.

use super::{Context, Finding, Kind, Rank};

pub(super) static KIND: Kind = Kind {
    id: "inverted_profile",
    rank: Rank::Doubt,
    find,
};

fn find(context: &Context) -> Vec<Finding> {
    let mean = |plateau: usize| context.profile.plateaus[plateau].score.mean.clone();
    context
        .profile
        .inversions
        .iter()
        .filter_map(|&(earlier, later)| {
            Some(Finding::InvertedProfile {
                earlier: (earlier, mean(earlier)?),
                later: (later, mean(later)?),
            })
        })
        .collect()
}
