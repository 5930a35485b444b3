//! Groups that are too small to be shown.

use super::{Context, Finding, Kind, Rank};

pub(super) static KIND: Kind = Kind {
    id: "hidden_groups",
    rank: Rank::Background,
    find,
};

fn find(context: &Context) -> Vec<Finding> {
    let hidden = |unit: usize| {
        context.wave.profiles[unit]
            .scores
            .iter()
            .filter(|score| score.figures.is_hidden())
            .map(|score| score.practice)
    };
    let practices: Vec<usize> = hidden(context.unit).collect();
    let units: Vec<usize> = context
        .parts()
        .into_iter()
        .filter(|&unit| hidden(unit).next().is_some())
        .collect();
    if practices.is_empty() && units.is_empty() {
        return Vec::new();
    }
    vec![Finding::HiddenGroups {
        practices,
        units,
        minimum_group: context.assessment.privacy.minimum_group,
    }]
}
