//! Practices of which some part of the unit falls short by one answer only.

use super::{Context, Finding, Kind, Rank};
use crate::scoring::Commonness;

pub(super) static KIND: Kind = Kind {
    id: "perhaps_not_common",
    rank: Rank::Doubt,
    find,
};

fn find(context: &Context) -> Vec<Finding> {
    context
        .by_plateau()
        .filter_map(|(plateau, practice, score)| match &score.commonness {
            Commonness::PerhapsNot(units) => Some(Finding::PerhapsNotCommon {
                practice,
                plateau,
                units: units.clone(),
            }),
            _ => None,
        })
        .collect()
}
