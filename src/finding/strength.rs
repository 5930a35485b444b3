//! Practices above the level that their gate asks for, and not disputed; highest first.

use super::{Context, Finding, Kind, Rank};
use crate::scoring::{Score, Standing};

pub(super) static KIND: Kind = Kind {
    id: "strength",
    rank: Rank::Background,
    find,
};

fn find(context: &Context) -> Vec<Finding> {
    let mut strengths: Vec<_> = context
        .profile
        .scores
        .iter()
        .filter(|score| matches!(score.standing, Standing::Met { .. }) && !disputed(score))
        .filter_map(|score| {
            let gate = context.model.gate_of(score.practice).level;
            let level = score.level.filter(|&level| level > gate)?;
            Some((score.practice, level, score.points.clone()?))
        })
        .collect();
    strengths.sort_by(|(_, level_a, points_a), (_, level_b, points_b)| {
        (level_b, points_b).cmp(&(level_a, points_a))
    });
    strengths
        .into_iter()
        .map(|(practice, level, points)| Finding::Strength {
            practice,
            level,
            points,
        })
        .collect()
}

fn disputed(score: &Score) -> bool {
    score
        .figures
        .as_option()
        .and_then(|figures| figures.agreement.as_ref())
        .is_some_and(|agreement| agreement.disputed)
}
