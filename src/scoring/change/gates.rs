//! Gates that were won or lost, and what did it.

use crate::assessment::{Assessment, Comparable};
use crate::model::{Level, Model};
use crate::scoring::{Profile, Score, Standing, Undecided, Verdict};

/// A gate that is met in one of two waves only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateChange {
    /// The plateau, an index into the model's.
    pub plateau: usize,
    /// Whether it is met now; else it was met before.
    pub won: bool,
    /// How it stood before and stands now.
    pub verdicts: [Verdict; 2],
    /// The practices that make the difference, in model order.
    pub turns: Vec<Turn>,
}

/// A practice that stands otherwise at its gate than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The practice.
    pub practice: usize,
    /// Its levels before and now, where one can be claimed.
    pub levels: [Option<Level>; 2],
    /// What makes the difference.
    pub cause: Cause,
}

/// What makes the difference to how a practice stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// What people answered, or what was settled: its level has moved.
    Level,
    /// Whether all parts of the unit have the level.
    Common,
    /// Only whether a level was moderated or settled, or left to the answers.
    Settling,
    /// Only whether enough of those asked rated it.
    Coverage,
    /// Only whether anybody rated it.
    Answered,
    /// Only whether the answers may be shown.
    Hiding,
    /// Only whether it counts.
    Relevance,
    /// Another version of the model asks something else.
    Version,
}

impl GateChange {
    /// Whether anything has moved, beyond what is known, shown or counted.
    pub fn has_movement(&self) -> bool {
        let moves = |turn: &Turn| matches!(turn.cause, Cause::Level | Cause::Common);
        self.turns.iter().any(moves)
    }
}

/// Every gate that is met in one of two waves only.
pub(super) fn gates(
    model: &Model,
    assessment: &Assessment,
    waves: [(usize, &Profile); 2],
) -> Vec<GateChange> {
    let [(_, before), (_, now)] = waves;
    let both = before.plateaus.iter().zip(&now.plateaus).enumerate();
    both.filter_map(|(plateau, (earlier, later))| {
        let won = later.verdict == Verdict::Met;
        let differs = won != (earlier.verdict == Verdict::Met);
        let turn = |&practice: &usize| {
            let comparable = assessment.comparable(&waves.map(|(wave, _)| wave), practice);
            let pair = [&before.scores[practice], &now.scores[practice]];
            turn(pair, won, comparable)
        };
        let practices = &model.plateaus[plateau].practices;
        differs.then(|| GateChange {
            plateau,
            won,
            verdicts: [earlier.verdict, later.verdict],
            turns: practices.iter().filter_map(turn).collect(),
        })
    })
    .collect()
}

/// What makes a practice stand otherwise, where it helps to explain the gate.
fn turn(pair: [&Score; 2], won: bool, comparable: Comparable) -> Option<Turn> {
    let [before, now] = pair;
    let keeps = |score: &Score| {
        matches!(
            score.standing,
            Standing::Below { .. } | Standing::NotCommon | Standing::Undecided(_)
        )
    };
    // A gate is won where what kept it from being met no longer does, and lost the other way.
    let (kept, free) = if won { (before, now) } else { (now, before) };
    if !keeps(kept) || keeps(free) {
        return None;
    }
    let cause = match (comparable, &kept.standing, &free.standing) {
        (Comparable::Not, ..) => Cause::Version,
        (_, Standing::Undecided(Undecided::Hidden), _) => Cause::Hiding,
        (_, Standing::Undecided(Undecided::ThinlyCovered), _) => Cause::Coverage,
        (_, Standing::Undecided(Undecided::Unanswered), _) => Cause::Answered,
        (_, _, Standing::Outside) => Cause::Relevance,
        _ if is_settled(kept) != is_settled(free) => Cause::Settling,
        (_, Standing::NotCommon, _) => Cause::Common,
        _ => Cause::Level,
    };
    Some(Turn {
        practice: now.practice,
        levels: pair.map(|score| score.level),
        cause,
    })
}

fn is_settled(score: &Score) -> bool {
    score.moderated.is_some() || score.settled.is_some()
}
