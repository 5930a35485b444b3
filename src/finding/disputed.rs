//! Practices that people see very differently, most disputed first.

use super::{Context, Finding, Kind, Rank};

pub(super) static KIND: Kind = Kind {
    id: "disputed",
    rank: Rank::Doubt,
    find,
};

fn find(context: &Context) -> Vec<Finding> {
    let mut disputed: Vec<_> = context
        .profile
        .scores
        .iter()
        .filter_map(|score| {
            let figures = score.figures.as_option()?;
            let agreement = figures.agreement.as_ref().filter(|a| a.disputed)?;
            Some((score.practice, figures, agreement))
        })
        .collect();
    disputed.sort_by(|(_, _, a), (_, _, b)| a.a.total_cmp(&b.a).then_with(|| b.ad.cmp(&a.ad)));
    disputed
        .into_iter()
        .map(|(practice, figures, agreement)| Finding::Disputed {
            practice,
            counts: figures.counts.clone(),
            a: agreement.a,
            ad: agreement.ad.clone(),
        })
        .collect()
}
