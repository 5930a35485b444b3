//! Practices that too few of those asked rated.

use super::{Context, Finding, Kind, Rank};
use crate::scoring::{Standing, Undecided};

pub(super) static KIND: Kind = Kind {
    id: "thin_coverage",
    rank: Rank::Gate,
    find,
};

fn find(context: &Context) -> Vec<Finding> {
    context
        .by_plateau()
        .filter(|(_, _, score)| score.standing == Standing::Undecided(Undecided::ThinlyCovered))
        .filter_map(|(_, practice, score)| {
            let figures = score.figures.as_option()?;
            Some(Finding::ThinCoverage {
                practice,
                n: figures.n,
                asked: figures.n + figures.dont_know + figures.blank,
            })
        })
        .collect()
}
