//! What became of last time's plan.

use crate::finding::Finding;
use crate::intake::{ActKind, Action, ActionStatus, PastPlan};
use crate::scoring::{Commonness, Profile, Relevance, Standing};

/// Last time's plan held against where the unit stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// The plan's file.
    pub file: String,
    /// Every action with what became of it, in the file's order.
    pub actions: Vec<(Action, Outcome)>,
    /// Blockers (practices, model order) of the next plateau that no action touches, dropped
    /// ones aside.
    pub untouched: Vec<usize>,
}

/// What became of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It was done, and what it was to bring about is seen.
    Done,
    /// It was done, and what it was to bring about is not seen.
    WithoutEffect,
    /// It is not marked as done, and what it was to bring about is seen.
    ReachedAnyway,
    /// It has been begun.
    Underway,
    /// It has not been begun.
    NotAddressed,
    /// It was given up.
    Dropped,
    /// Where its practice stands is not known or may not be shown.
    Unknown,
    /// Its practice no longer counts.
    Outside,
}

/// Holds a plan against a unit's profile; `findings` are those about that unit.
pub fn follow(profile: &Profile, findings: &[Finding], past: &PastPlan) -> Followed {
    let actions: Vec<(Action, Outcome)> = past
        .actions
        .iter()
        .map(|action| (*action, outcome(profile, findings, action)))
        .collect();
    let is_touched = |practice: &usize| {
        actions.iter().any(|(action, _)| {
            action.practice == *practice && action.status != ActionStatus::Dropped
        })
    };
    let next = profile.plateaus.get(profile.plateau_reached);
    let mut untouched: Vec<usize> = next.map_or(Vec::new(), |plateau| plateau.missed.clone());
    untouched.retain(|practice| !is_touched(practice));
    Followed {
        file: past.name.clone(),
        actions,
        untouched,
    }
}

fn outcome(profile: &Profile, findings: &[Finding], action: &Action) -> Outcome {
    if profile.scores[action.practice].relevance != Relevance::Relevant {
        return Outcome::Outside;
    }
    match (is_reached(profile, findings, action), action.status) {
        (None, ActionStatus::Dropped) => Outcome::Dropped,
        (None, _) => Outcome::Unknown,
        (Some(true), ActionStatus::Done) => Outcome::Done,
        (Some(true), _) => Outcome::ReachedAnyway,
        (Some(false), ActionStatus::Done) => Outcome::WithoutEffect,
        (Some(false), ActionStatus::Underway) => Outcome::Underway,
        (Some(false), ActionStatus::Waiting) => Outcome::NotAddressed,
        (Some(false), ActionStatus::Dropped) => Outcome::Dropped,
    }
}

/// Whether what an action was to bring about is seen; absent where that is not known.
fn is_reached(profile: &Profile, findings: &[Finding], action: &Action) -> Option<bool> {
    let score = &profile.scores[action.practice];
    let is_known = !matches!(score.standing, Standing::Undecided(_));
    let is_high = || {
        let level = score.level?;
        Some(action.to.is_none_or(|to| level >= to))
    };
    match action.kind {
        ActKind::Raise => is_high(),
        ActKind::Spread => {
            let falls_short = matches!(
                score.commonness,
                Commonness::NotCommon(_) | Commonness::PerhapsNot(_)
            );
            is_high().map(|is_high| is_high && !falls_short)
        }
        ActKind::FindOut => Some(is_known),
        ActKind::Agree | ActKind::Secure if !is_known => None,
        ActKind::Agree | ActKind::Secure => {
            let speaks_of_it = |finding: &Finding| match finding {
                Finding::Disputed { practice, .. } => {
                    action.kind == ActKind::Agree && *practice == action.practice
                }
                Finding::FragileGate { practices, .. } => {
                    let mut practices = practices.iter();
                    action.kind == ActKind::Secure && practices.any(|&(p, _)| p == action.practice)
                }
                Finding::Blocker { practice, .. } | Finding::NotCommon { practice, .. } => {
                    action.kind == ActKind::Secure && *practice == action.practice
                }
                _ => false,
            };
            Some(!findings.iter().any(speaks_of_it))
        }
    }
}
