//! Which steps are taken together: a few at a time, each practice one level at a time, and
//! what was begun is finished before more is.

use super::climb::Climb;
use super::{Act, Ground, Step};

/// The steps of all stages by iteration. A stage's steps are all placed before any of the
/// next; never more than `at_once` (at least 1) in an iteration.
pub(super) fn schedule(ground: &Ground, stages: &[Vec<Climb>], at_once: usize) -> Vec<Vec<Step>> {
    let mut iterations = Vec::new();
    let mut open: Vec<Step> = Vec::new();
    for stage in stages {
        let mut done = vec![0; stage.len()];
        loop {
            for (place, climb) in stage.iter().enumerate() {
                let is_taken = |step: &Step| step.practice == climb.practice;
                let Some(act) = climb.acts.get(done[place]) else {
                    continue;
                };
                if open.len() < at_once
                    && !open.iter().any(is_taken)
                    && stands_on_enough(ground, &stage[..place], &done, climb, act)
                {
                    open.push(step(ground, stages, climb, act));
                    done[place] += 1;
                }
            }
            if stage
                .iter()
                .zip(&done)
                .all(|(climb, &done)| done == climb.acts.len())
            {
                break;
            }
            iterations.push(std::mem::take(&mut open));
        }
    }
    if !open.is_empty() {
        iterations.push(open);
    }
    iterations
}

/// Whether what a climb builds on, of those before it, is as high by then as it is to be
/// itself, or as high as it goes. The first that is not finished never waits, so there is
/// always something to do.
fn stands_on_enough(
    ground: &Ground,
    before: &[Climb],
    done: &[usize],
    climb: &Climb,
    act: &Act,
) -> bool {
    ground.model.builds_on(climb.practice).all(|base| {
        let mut others = before.iter().zip(done);
        others.all(|(other, &done)| {
            let missing = other.acts.get(done).filter(|_| other.practice == base);
            missing.is_none_or(|missing| match (missing.to(), act.to()) {
                (Some(missing), Some(to)) => missing > to,
                _ => false,
            })
        })
    })
}

fn step(ground: &Ground, stages: &[Vec<Climb>], climb: &Climb, act: &Act) -> Step {
    let practice = climb.practice;
    let first = |practice: usize| {
        let mut climbs = stages.iter().flatten();
        climbs.position(|climb| climb.practice == practice)
    };
    let own = first(practice);
    let comes_later = |base: &usize| first(*base).is_some_and(|base| own < Some(base));
    Step {
        practice,
        act: *act,
        reason: climb.reason,
        units: ground.units(practice, act),
        supports: ground.model.supported_by(practice).collect(),
        before: ground
            .model
            .builds_on(practice)
            .filter(comes_later)
            .collect(),
        is_disputed: ground.is_disputed(practice),
    }
}
