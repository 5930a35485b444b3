//! Practices below their gate, nearest first.

use super::{Context, Finding, Kind, Rank};
use crate::scoring::Standing;

pub(super) static KIND: Kind = Kind {
    id: "blocker",
    rank: Rank::Gate,
    find,
};

fn find(context: &Context) -> Vec<Finding> {
    let mut found = Vec::new();
    for (plateau, stage) in context.model.plateaus.iter().enumerate() {
        let gate = stage.gate.level;
        let mut blockers: Vec<_> = stage
            .practices
            .iter()
            .filter_map(|&practice| {
                let score = &context.profile.scores[practice];
                match score.standing {
                    Standing::Below { distance } => Some((practice, score.level?, distance)),
                    _ => None,
                }
            })
            .collect();
        blockers.sort_by_key(|&(practice, level, distance)| {
            let short = gate.number().saturating_sub(level.number());
            (distance.is_none(), distance, short, practice)
        });
        found.extend(
            blockers
                .into_iter()
                .map(|(practice, level, distance)| Finding::Blocker {
                    practice,
                    plateau,
                    level,
                    gate,
                    distance,
                }),
        );
    }
    found
}
