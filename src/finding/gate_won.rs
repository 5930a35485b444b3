//! Gates that are met and were not in the wave before.

use super::{Context, Finding, Kind, Rank};

pub(super) static KIND: Kind = Kind {
    id: "gate_won",
    rank: Rank::Change,
    find,
};

fn find(context: &Context) -> Vec<Finding> {
    let Some(change) = &context.profile.change else {
        return Vec::new();
    };
    let won = change.gates.iter().filter(|gate| gate.won);
    won.map(|gate| Finding::GateWon {
        since: change.since,
        gate: gate.clone(),
    })
    .collect()
}
