//! Practices that nobody rated and without which a gate cannot be judged.

use super::{Context, Finding, Kind, Rank};
use crate::scoring::{Standing, Undecided};

pub(super) static KIND: Kind = Kind {
    id: "unanswered",
    rank: Rank::Gate,
    find,
};

fn find(context: &Context) -> Vec<Finding> {
    let scores = &context.profile.scores;
    context
        .model
        .plateaus
        .iter()
        .enumerate()
        .filter_map(|(plateau, stage)| {
            let practices: Vec<usize> = stage
                .practices
                .iter()
                .copied()
                .filter(|&practice| {
                    scores[practice].standing == Standing::Undecided(Undecided::Unanswered)
                })
                .collect();
            (!practices.is_empty()).then_some(Finding::Unanswered { plateau, practices })
        })
        .collect()
}
