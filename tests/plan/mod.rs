//! The plan: what comes first, what a plan that is followed leads to, and what is assumed.

mod commands;
mod followed;
mod order;
mod properties;
mod what_if;
mod worksheet;

use plateau::finding::find;
use plateau::finding::plan::{Act, Pace, Plan, Step, plan};

use crate::support::undertaking::Scored;

/// As many iterations as there are.
pub const ALL: usize = usize::MAX;

/// What to do next in a unit.
pub fn planned(scored: &Scored, unit: &str, at_once: usize) -> Plan {
    let unit = scored.unit(unit);
    let card = &scored.card.waves[0];
    let (model, assessment) = (&scored.model, &scored.assessment);
    let findings = find(model, assessment, card, unit);
    let pace = Pace {
        at_once,
        iterations: ALL,
    };
    plan(model, assessment, card, unit, &findings, pace)
}

/// `A-1 2`, `A-1 ?` for what is to be found out, `A-1 =` to be agreed on, `A-1 !` to be secured.
pub fn told(scored: &Scored, plan: &Plan) -> Vec<Vec<String>> {
    let told = |step: &Step| {
        let id = &scored.model.practices[step.practice].id;
        match step.act {
            Act::Raise { to, .. } => format!("{id} {}", to.number()),
            Act::Spread { to } => format!("{id} all {}", to.number()),
            Act::FindOut(_) => format!("{id} ?"),
            Act::Agree => format!("{id} ="),
            Act::Secure => format!("{id} !"),
        }
    };
    let iteration = |steps: &Vec<Step>| steps.iter().map(told).collect();
    plan.iterations.iter().map(iteration).collect()
}
