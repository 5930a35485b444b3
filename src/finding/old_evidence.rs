//! Settled and moderated levels that rest on evidence older than the assessment allows; oldest first.

use jiff::Span;
use jiff::civil::Date;

use super::{Context, Finding, Kind, Rank};
use crate::scoring::Score;

pub(super) static KIND: Kind = Kind {
    id: "old_evidence",
    rank: Rank::Doubt,
    find,
};

fn find(context: &Context) -> Vec<Finding> {
    let Some((max_age, oldest)) = oldest(context) else {
        return Vec::new();
    };
    let scores = context.profile.scores.iter();
    let mut practices: Vec<(usize, Date)> = scores
        .filter(|score| score.level.is_some() && is_set(score))
        .filter_map(|score| Some((score.practice, score.evidence.as_ref()?.date?)))
        .filter(|(_, date)| *date < oldest)
        .collect();
    practices.sort_by_key(|(_, date)| *date);
    match practices.is_empty() {
        true => Vec::new(),
        false => vec![Finding::OldEvidence { practices, max_age }],
    }
}

/// The months that evidence may be old, and the day that it must not be from before.
fn oldest(context: &Context) -> Option<(u16, Date)> {
    let max_age = context.assessment.max_age?;
    let months = Span::new().try_months(max_age).ok()?;
    Some((max_age, context.wave.date?.checked_sub(months).ok()?))
}

fn is_set(score: &Score) -> bool {
    score.moderated.is_some() || score.settled.is_some()
}
