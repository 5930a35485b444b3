//! What has to be done with each practice, before it is known when.

use super::{Act, Ground, Reason};
use crate::finding::Finding;
use crate::model::Level;
use crate::scoring::{Commonness, Score, Standing, Undecided, Verdict};

/// All steps of one practice for one reason, first to last; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Climb {
    pub practice: usize,
    pub acts: Vec<Act>,
    pub reason: Reason,
}

/// Climbs that are all begun before any of a later stage is: a plateau's, and the targets'.
pub(super) fn stages(ground: &Ground) -> Vec<Vec<Climb>> {
    let plateaus = &ground.profile.plateaus;
    let unmet: Vec<usize> = (0..plateaus.len())
        .filter(|&plateau| plateaus[plateau].verdict != Verdict::Met)
        .collect();
    let last = plateaus.len().saturating_sub(1);
    let mut taken = Taken::default();
    let mut stages = Vec::new();
    let mut first = 0;
    for &plateau in &unmet {
        let mut stage = taken.keep(ground.in_order(blockers(ground, plateau)));
        stage.extend(taken.keep(ground.in_order(unknown(ground, plateau))));
        stage.extend(taken.keep(ground.in_order(doubts(ground, first, plateau))));
        stages.push(stage);
        first = plateau + 1;
    }
    stages.push(taken.keep(ground.in_order(doubts(ground, first, last))));
    stages.push(ground.in_order(targets(ground)));
    stages
}

/// The practices that already have a climb.
#[derive(Default)]
struct Taken(Vec<usize>);

impl Taken {
    fn keep(&mut self, climbs: Vec<Climb>) -> Vec<Climb> {
        let mut kept = Vec::new();
        for climb in climbs {
            if !self.0.contains(&climb.practice) {
                self.0.push(climb.practice);
                kept.push(climb);
            }
        }
        kept
    }
}

/// What keeps a plateau's gate from being met, nearest first, as the findings have it.
fn blockers(ground: &Ground, plateau: usize) -> Vec<Climb> {
    let of_gate = ground.findings.iter();
    of_gate
        .filter_map(|finding| match *finding {
            Finding::Blocker {
                practice,
                plateau: own,
                level,
                gate,
                distance,
            } if own == plateau => Some(Climb {
                practice,
                acts: ground.raises(level, gate),
                reason: Reason::Blocks { plateau, distance },
            }),
            Finding::NotCommon {
                practice,
                plateau: own,
                ..
            } if own == plateau => Some(Climb {
                practice,
                acts: vec![Act::Spread {
                    to: ground.model.plateaus[plateau].gate.level,
                }],
                reason: Reason::NotCommon { plateau },
            }),
            _ => None,
        })
        .collect()
}

/// What must be known before a plateau's gate can be judged, model order.
fn unknown(ground: &Ground, plateau: usize) -> Vec<Climb> {
    let undecided = ground.profile.plateaus[plateau].undecided.iter();
    undecided
        .map(|&practice| Climb {
            practice,
            acts: vec![Act::FindOut(why(&ground.profile.scores[practice]))],
            reason: Reason::Unknown { plateau },
        })
        .collect()
}

fn why(score: &Score) -> Undecided {
    match score.standing {
        Standing::Undecided(why) => why,
        _ => Undecided::Unanswered,
    }
}

/// What makes practices of these plateaus doubtful: disputes, parts that perhaps fall short,
/// gates that hang on a practice.
fn doubts(ground: &Ground, first: usize, last: usize) -> Vec<Climb> {
    let is_here = |practice: usize| {
        let plateau = ground.model.practices[practice].placement.plateau;
        (first..=last).contains(&plateau)
    };
    let mut found: Vec<Climb> = Vec::new();
    let mut add = |practice, act, reason| {
        if is_here(practice) {
            found.push(Climb {
                practice,
                acts: vec![act],
                reason,
            });
        }
    };
    for finding in ground.findings {
        match finding {
            Finding::Disputed { practice, .. } => add(*practice, Act::Agree, Reason::Disputed),
            Finding::PerhapsNotCommon { practice, .. } => {
                let to = ground.model.gate_of(*practice).level;
                add(*practice, Act::Spread { to }, Reason::PerhapsNotCommon);
            }
            Finding::FragileGate { plateau, practices } => {
                for &(practice, margin) in practices {
                    let plateau = *plateau;
                    add(practice, Act::Secure, Reason::Fragile { plateau, margin });
                }
            }
            _ => {}
        }
    }
    found.sort_by_key(|climb| match climb.reason {
        Reason::Disputed => 0,
        Reason::PerhapsNotCommon => 1,
        _ => 2,
    });
    found
}

/// Practices below the level aimed at, widest gap first; from where their gate leaves them.
fn targets(ground: &Ground) -> Vec<Climb> {
    let scores = ground.profile.scores.iter();
    let mut climbs: Vec<Climb> = scores
        .filter_map(|score| {
            let (target, level) = (score.target?, score.level?);
            let gate = ground.model.gate_of(score.practice).level;
            let acts = ground.raises(level.max(gate), target);
            (!acts.is_empty()).then_some(Climb {
                practice: score.practice,
                acts,
                reason: Reason::Target { level: target },
            })
        })
        .collect();
    climbs.sort_by_key(|climb| std::cmp::Reverse(climb.acts.len()));
    climbs
}

impl Ground<'_> {
    /// One level at a time.
    fn raises(&self, from: Level, to: Level) -> Vec<Act> {
        let mut acts = Vec::new();
        let mut from = from;
        while let Some(above) = self.model.scale.above(from).filter(|&above| above <= to) {
            acts.push(Act::Raise { from, to: above });
            from = above;
        }
        acts
    }

    /// In the order given, save that a practice that another of them builds on comes before
    /// it. Where links go in a circle, the order given decides.
    fn in_order(&self, climbs: Vec<Climb>) -> Vec<Climb> {
        let mut waiting = climbs;
        let mut ordered = Vec::new();
        while !waiting.is_empty() {
            let is_free = |climb: &Climb| {
                let mut builds_on = self.model.builds_on(climb.practice);
                builds_on.all(|other| waiting.iter().all(|climb| climb.practice != other))
            };
            let next = waiting.iter().position(is_free).unwrap_or(0);
            ordered.push(waiting.remove(next));
        }
        ordered
    }

    /// The units to begin in for an act: those that fall short and may be shown; none where
    /// all of them do or that cannot be told.
    pub(super) fn units(&self, practice: usize, act: &Act) -> Vec<usize> {
        let score = &self.profile.scores[practice];
        if let (Act::Spread { .. }, Commonness::NotCommon(units) | Commonness::PerhapsNot(units)) =
            (act, &score.commonness)
        {
            return units.clone();
        }
        let Some(to) = act.to() else {
            return Vec::new();
        };
        let level = |unit: usize| self.card.profiles[unit].scores[practice].level;
        let children = &self.assessment.units[self.profile.unit].children;
        let shown: Vec<usize> = children
            .iter()
            .copied()
            .filter(|&unit| level(unit).is_some())
            .collect();
        let short: Vec<usize> = shown
            .iter()
            .copied()
            .filter(|&unit| level(unit).is_some_and(|level| level < to))
            .collect();
        let all_fall_short = short.len() == shown.len();
        if all_fall_short { Vec::new() } else { short }
    }

    /// Whether people see a practice very differently.
    pub(super) fn is_disputed(&self, practice: usize) -> bool {
        self.findings.iter().any(
            |finding| matches!(finding, Finding::Disputed { practice: own, .. } if *own == practice),
        )
    }
}
