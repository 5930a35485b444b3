//! Practices that are high enough on the whole, but not in every part of the unit.

use super::{Context, Finding, Kind, Rank};
use crate::scoring::{Commonness, Standing};

pub(super) static KIND: Kind = Kind {
    id: "not_common",
    rank: Rank::Gate,
    find,
};

fn find(context: &Context) -> Vec<Finding> {
    context
        .by_plateau()
        .filter_map(|(plateau, practice, score)| {
            match (&score.standing, &score.commonness, score.level) {
                (Standing::NotCommon, Commonness::NotCommon(units), Some(level)) => {
                    Some(Finding::NotCommon {
                        practice,
                        plateau,
                        level,
                        units: units.clone(),
                    })
                }
                _ => None,
            }
        })
        .collect()
}
