use proptest::prelude::*;

use plateau::finding::plan::{Plan, Reason};
use plateau::intake::Responses;
use plateau::model::{Level, Model};
use plateau::scoring::{Standing, Undecided, Verdict, WhatIf, score_if};

use super::{planned, told};
use crate::scoring::random::{Sample, samples, unit_id};
use crate::support::undertaking::{Scored, Undertaking};

/// Pairs of places, to be turned into links; circles among them.
fn links() -> impl Strategy<Value = Vec<(prop::sample::Index, prop::sample::Index)>> {
    prop::collection::vec(any::<(prop::sample::Index, prop::sample::Index)>(), 0..8)
}

fn linked(model: &mut Model, links: &[(prop::sample::Index, prop::sample::Index)]) {
    let practices = model.practices.len();
    for (from, to) in links {
        let (from, to) = (from.index(practices), to.index(practices));
        if from != to {
            model.practices[from].links.push(to);
        }
    }
}

fn scored(undertaking: Undertaking) -> (Scored, Responses) {
    let (model, assessment, responses) = undertaking.build();
    let card = score_if(&model, &assessment, &responses, None);
    let scored = Scored {
        model,
        assessment,
        card,
    };
    (scored, responses)
}

/// The steps that bring a plateau's practices to its gate, with the plateau that others are for.
fn for_plateau(plan: &Plan, plateau: usize) -> Vec<(usize, Level)> {
    plan.steps()
        .filter(|step| match step.reason {
            Reason::Blocks { plateau: own, .. } | Reason::NotCommon { plateau: own } => {
                own == plateau
            }
            _ => false,
        })
        .filter_map(|step| Some((step.practice, step.act.to()?)))
        .collect()
}

fn units(sample: &Sample) -> Vec<String> {
    (0..sample.parents.len()).map(unit_id).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn every_blocker_is_raised_level_by_level_before_a_later_plateau_s(
        sample in samples(&[1, 5]),
        links in links(),
        at_once in 1..6_usize,
    ) {
        let (mut scored, _) = scored(sample.undertaking());
        linked(&mut scored.model, &links);
        for unit in units(&sample) {
            let plan = planned(&scored, &unit, at_once);
            for steps in &plan.iterations {
                prop_assert!((1..=at_once).contains(&steps.len()));
                let mut practices: Vec<usize> = steps.iter().map(|step| step.practice).collect();
                practices.sort_unstable();
                practices.dedup();
                prop_assert_eq!(practices.len(), steps.len());
            }
            let profile = scored.profile(&unit);
            let mut last = 0;
            for (plateau, score) in profile.plateaus.iter().enumerate() {
                let gate = scored.model.plateaus[plateau].gate.level;
                let raised = for_plateau(&plan, plateau);
                for &practice in &score.missed {
                    let own: Vec<u8> = raised
                        .iter()
                        .filter(|(other, _)| *other == practice)
                        .map(|(_, to)| to.number())
                        .collect();
                    let level = profile.scores[practice].level.unwrap();
                    let expected: Vec<u8> = match level < gate {
                        true => (level.number() + 1..=gate.number()).collect(),
                        false => vec![gate.number()],
                    };
                    prop_assert_eq!(own, expected);
                }
                let place = |practice: usize| plan.steps().position(|step| step.practice == practice);
                for practice in score.missed.iter().chain(&score.undecided) {
                    let place = place(*practice).unwrap();
                    prop_assert!(place >= last, "a later plateau comes first");
                }
                let places = raised.iter().filter_map(|(practice, to)| {
                    plan.steps().position(|step| step.practice == *practice && step.act.to() == Some(*to))
                });
                last = places.max().unwrap_or(last).max(last);
            }
        }
    }

    #[test]
    fn a_plan_that_is_followed_reaches_the_next_plateau(sample in samples(&[1, 5])) {
        let (scored, responses) = scored(sample.undertaking());
        for unit in units(&sample) {
            let plan = planned(&scored, &unit, 3);
            let Some(way) = plan.way.clone().filter(|way| way.undecided.is_empty()) else {
                continue;
            };
            if way.raises.is_empty() {
                continue;
            }
            let what_if = WhatIf {
                wave: 0,
                unit: scored.unit(&unit),
                // A later step of a practice goes higher than an earlier one.
                levels: for_plateau(&plan, way.plateau).into_iter().collect(),
            };
            let card = score_if(&scored.model, &scored.assessment, &responses, Some(&what_if));
            let reached = card.waves[0].profiles[what_if.unit].plateau_reached;
            prop_assert!(reached > way.plateau);
        }
    }

    #[test]
    fn no_assumption_decides_a_gate_of_which_anything_is_still_hidden(
        sample in samples(&[3, 5]),
    ) {
        let (scored, responses) = scored(sample.undertaking());
        let highest = scored.model.scale.highest();
        for unit in units(&sample) {
            let profile = scored.profile(&unit);
            let hidden: Vec<usize> = profile
                .scores
                .iter()
                .filter(|score| score.standing == Standing::Undecided(Undecided::Hidden))
                .map(|score| score.practice)
                .collect();
            for &spared in &hidden {
                let others = (0..scored.model.practices.len()).filter(|&practice| practice != spared);
                let what_if = WhatIf {
                    wave: 0,
                    unit: scored.unit(&unit),
                    levels: others.map(|practice| (practice, highest)).collect(),
                };
                let card = score_if(&scored.model, &scored.assessment, &responses, Some(&what_if));
                let assumed = &card.waves[0].profiles[what_if.unit];
                let plateau = scored.model.practices[spared].placement.plateau;
                prop_assert_eq!(assumed.plateaus[plateau].verdict, Verdict::Undecided);
                prop_assert!(assumed.scores[spared].figures.is_hidden());
                prop_assert!(assumed.scores[spared].level.is_none());
                // Nothing that was hidden is shown because something is assumed of it.
                for (before, after) in profile.scores.iter().zip(&assumed.scores) {
                    prop_assert_eq!(&before.figures, &after.figures);
                }
            }
        }
    }

    #[test]
    fn the_order_of_units_makes_no_other_plan(sample in samples(&[1])) {
        let turned: Vec<usize> = {
            let mut order = Vec::new();
            let mut waiting: Vec<usize> = (0..sample.parents.len()).collect();
            while !waiting.is_empty() {
                let free = waiting
                    .iter()
                    .rposition(|&unit| sample.parents[unit].is_none_or(|up| order.contains(&up)));
                order.push(waiting.remove(free.unwrap()));
            }
            order
        };
        let (one, _) = scored(sample.undertaking());
        let (other, _) = scored(sample.undertaking_in(&turned));
        for unit in units(&sample) {
            prop_assert_eq!(
                told(&one, &planned(&one, &unit, 4)),
                told(&other, &planned(&other, &unit, 4))
            );
        }
    }
}
