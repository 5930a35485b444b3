//! Gates that were met in the wave before and no longer are.

use super::{Context, Finding, Kind, Rank};

pub(super) static KIND: Kind = Kind {
    id: "gate_lost",
    rank: Rank::Change,
    find,
};

fn find(context: &Context) -> Vec<Finding> {
    let Some(change) = &context.profile.change else {
        return Vec::new();
    };
    let lost = change.gates.iter().filter(|gate| !gate.won);
    lost.map(|gate| Finding::GateLost {
        since: change.since,
        gate: gate.clone(),
    })
    .collect()
}
