//! Settled and moderated levels at the gate's level or higher that rest on nothing one could see.

use super::{Context, Finding, Kind, Rank};
use crate::intake::{Answer, Evidence};
use crate::scoring::{Relevance, Score};

pub(super) static KIND: Kind = Kind {
    id: "no_evidence",
    rank: Rank::Doubt,
    find,
};

fn find(context: &Context) -> Vec<Finding> {
    let scores = context.profile.scores.iter();
    let practices: Vec<usize> = scores
        .filter(|score| claims(context, score) && !is_shown(score))
        .map(|score| score.practice)
        .collect();
    match practices.is_empty() {
        true => Vec::new(),
        false => vec![Finding::NoEvidence { practices }],
    }
}

/// Whether somebody set the level, and set it as high as the gate asks.
fn claims(context: &Context, score: &Score) -> bool {
    let is_set = score.moderated.is_some() || matches!(score.settled, Some(Answer::Rated(_)));
    let gate = context.model.gate_of(score.practice).level;
    let is_high = score.level.is_some_and(|level| level >= gate);
    score.relevance == Relevance::Relevant && is_set && is_high
}

fn is_shown(score: &Score) -> bool {
    score.evidence.as_ref().is_some_and(Evidence::is_shown)
}
