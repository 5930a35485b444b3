//! Units of which common cannot be told from local, because no part can be compared.

use super::{Context, Finding, Kind, Rank};
use crate::scoring::{Figures, Score, Shown};

pub(super) static KIND: Kind = Kind {
    id: "single_layer",
    rank: Rank::Background,
    find,
};

fn find(context: &Context) -> Vec<Finding> {
    let model = context.model;
    let asked = model.minimum_layers > 1 && model.plateaus.iter().any(|p| p.gate.across_units);
    let scored = context.profile.total.practices_scored > 0;
    if asked
        && scored
        && !context
            .parts()
            .into_iter()
            .any(|unit| answered(context, unit))
    {
        vec![Finding::SingleLayer]
    } else {
        Vec::new()
    }
}

fn answered(context: &Context, unit: usize) -> bool {
    context.wave.profiles[unit].scores.iter().any(has_answer)
}

fn has_answer(score: &Score) -> bool {
    let rated = matches!(&score.figures, Shown::Shown(Figures { n, .. }) if *n > 0);
    rated || score.settled.is_some() || score.moderated.is_some()
}
