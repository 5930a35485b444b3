//! Gates that are met, but hang on one or two answers.

use super::{Context, Finding, Kind, Rank};
use crate::scoring::{Standing, Verdict};

pub(super) static KIND: Kind = Kind {
    id: "fragile_gate",
    rank: Rank::Doubt,
    find,
};

/// The widest margin that is still said to be thin, in answers (METHOD: "one or two").
const THIN: u64 = 2;

fn find(context: &Context) -> Vec<Finding> {
    context
        .profile
        .plateaus
        .iter()
        .enumerate()
        .filter(|(_, score)| score.verdict == Verdict::Met)
        .filter_map(|(plateau, score)| {
            let mut practices: Vec<(usize, u64)> = score
                .met
                .iter()
                .filter_map(
                    |&practice| match context.profile.scores[practice].standing {
                        Standing::Met {
                            margin: Some(margin),
                        } if margin <= THIN => Some((practice, margin)),
                        _ => None,
                    },
                )
                .collect();
            practices.sort_by_key(|&(practice, margin)| (margin, practice));
            (!practices.is_empty()).then_some(Finding::FragileGate { plateau, practices })
        })
        .collect()
}
