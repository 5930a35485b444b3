//! Practices below their gate that a part of the unit already has in place; furthest ahead
//! first.

use super::{Context, Finding, Kind, Rank};
use crate::scoring::{Spread, Standing, units_side_by_side};

pub(super) static KIND: Kind = Kind {
    id: "learn_from",
    rank: Rank::Background,
    find,
};

/// The parts that are looked at: those right below the unit.
const LAYERS: usize = 1;

fn find(context: &Context) -> Vec<Finding> {
    let units = &context.assessment.units;
    if units[context.unit].children.is_empty() {
        return Vec::new();
    }
    let compared = units_side_by_side(context.model, units, context.wave, context.unit, LAYERS);
    let mut ahead: Vec<_> = compared
        .spreads
        .iter()
        .filter_map(|spread| learn(context, spread))
        .collect();
    ahead.sort_by(|(a, _), (b, _)| b.cmp(a));
    ahead.into_iter().map(|(_, finding)| finding).collect()
}

fn learn(context: &Context, spread: &Spread) -> Option<(u8, Finding)> {
    let score = &context.profile.scores[spread.practice];
    let best = spread.learn_from.first()?;
    let own = score.level?;
    let is_in_place = best.level >= context.model.gate_of(spread.practice).level;
    let is_below = matches!(score.standing, Standing::Below { .. });
    (is_in_place && is_below).then(|| {
        let mut units: Vec<usize> = spread.learn_from.iter().map(|part| part.unit).collect();
        units.sort_unstable();
        let finding = Finding::LearnFrom {
            practice: spread.practice,
            own,
            level: best.level,
            n: spread.learn_from.iter().map(|part| part.n).sum(),
            units,
        };
        (best.level.number() - own.number(), finding)
    })
}
