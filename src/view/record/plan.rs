//! The plan and what is assumed, under permanent names.

use schemars::JsonSchema;
use serde::Serialize;

use crate::finding::plan::{Followed, Outcome, Reason, Step};
use crate::intake::{ActKind, Action, ActionStatus};
use crate::model::Level;
use crate::scoring::{Raise, Way};
use crate::view::Scene;

use super::Record;
use super::names::Names;

/// What to do next in a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlanRecord {
    /// The unit's id.
    pub unit: String,
    /// The wave's id.
    pub wave: String,
    /// The most steps in an iteration.
    pub at_once: usize,
    /// The steps by iteration, first things first.
    pub iterations: Vec<Vec<StepRecord>>,
    /// How many steps come after those.
    pub later: usize,
    /// The shortest way to the next plateau; `null` if the highest is reached.
    pub way: Option<WayRecord>,
    /// What became of the last plan; `null` where none was given.
    pub followed: Option<FollowedRecord>,
}

/// A step with one practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StepRecord {
    /// The practice's id.
    pub practice: String,
    /// What to do.
    pub step: ActWord,
    /// The level it begins at, if it is about one.
    pub from: Option<u8>,
    /// The level to be reached, if it is about one.
    pub to: Option<u8>,
    /// Why now.
    pub reason: ReasonWord,
    /// The plateau that it is for, if it is for one.
    pub plateau: Option<usize>,
    /// How many answers it lacks at its gate, where that can be said.
    pub distance: Option<u64>,
    /// The units to begin in: those that fall short and may be shown; empty for all.
    pub units: Vec<String>,
    /// Practices that build on it or work with it.
    pub supports: Vec<String>,
    /// Practices that it builds on and that come later in the plan all the same.
    pub before: Vec<String>,
    /// Whether people see it very differently.
    pub disputed: bool,
}

/// What to do with a practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActWord {
    /// Bring it one level up.
    Raise,
    /// Bring the parts that fall short up to the level of the rest.
    Spread,
    /// Find out where it stands.
    FindOut,
    /// Agree on where it stands.
    Agree,
    /// Make sure that it does not slip.
    Secure,
}

/// Why a step is taken when it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReasonWord {
    /// It blocks a plateau's gate.
    Blocks,
    /// Parts of the unit do not share its level, which blocks a gate.
    NotCommon,
    /// Without it a gate cannot be judged.
    Unknown,
    /// People see it very differently.
    Disputed,
    /// A part falls short by one answer.
    PerhapsNotCommon,
    /// A plateau that is met hangs on it.
    Fragile,
    /// The undertaking aims higher.
    Target,
}

/// The shortest way to a plateau.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WayRecord {
    /// The plateau's number.
    pub plateau: usize,
    /// The levels to rise, all practices together.
    pub levels: u64,
    /// The fewest answers that would have to be the gate's level instead of below it.
    pub answers: u64,
    /// How many practices have no count of answers.
    pub uncounted: usize,
    /// The practices that have to rise.
    pub practices: Vec<RaiseRecord>,
    /// The practices of which it cannot be said.
    pub undecided: Vec<String>,
}

/// A practice that has to rise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RaiseRecord {
    /// Its id.
    pub practice: String,
    /// Where it is; where only parts fall short, where the lowest of them is.
    pub from: u8,
    /// Where it has to be.
    pub to: u8,
    /// The fewest answers that would have to be raised, where answers decide.
    pub answers: Option<u64>,
    /// The parts of the unit that fall short where the whole does not.
    pub units: Vec<String>,
}

/// What became of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FollowedRecord {
    /// The plan's file.
    pub file: String,
    /// Its actions, in the file's order.
    pub actions: Vec<ActionRecord>,
    /// Blockers of the next plateau that no action touches.
    pub untouched: Vec<String>,
}

/// An action of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ActionRecord {
    /// The practice's id.
    pub practice: String,
    /// What was to be done.
    pub step: ActWord,
    /// The level to be reached, if it was about one.
    pub to: Option<u8>,
    /// How far it has come.
    pub status: StatusWord,
    /// What became of it.
    pub outcome: OutcomeWord,
}

/// How far an action has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatusWord {
    /// Not begun.
    Waiting,
    /// Begun.
    Underway,
    /// Done.
    Done,
    /// Given up.
    Dropped,
}

/// What became of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeWord {
    /// Done, and what it was to bring about is seen.
    Done,
    /// Done, and what it was to bring about is not seen.
    WithoutEffect,
    /// Not marked as done, and what it was to bring about is seen.
    ReachedAnyway,
    /// Begun.
    Underway,
    /// Not begun.
    NotAddressed,
    /// Given up.
    Dropped,
    /// Where its practice stands is not known or may not be shown.
    Unknown,
    /// Its practice no longer counts.
    Outside,
}

/// A level that is only assumed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AssumptionRecord {
    /// The wave's id.
    pub wave: String,
    /// The unit's id.
    pub unit: String,
    /// The practice's id.
    pub practice: String,
    /// The assumed level.
    pub level: u8,
}

/// The record with what is planned, and what is assumed.
pub(in crate::view) fn with_plan<U>(record: Record<U>, scene: &Scene) -> Record<U> {
    let names = Names {
        model: scene.model,
        assessment: scene.assessment,
    };
    let planner = Planner {
        names: &names,
        scene,
    };
    Record {
        plan: Some(planner.plan()),
        what_if: planner.assumptions(),
        ..record
    }
}

struct Planner<'a> {
    names: &'a Names<'a>,
    scene: &'a Scene<'a>,
}

impl Planner<'_> {
    fn plan(&self) -> PlanRecord {
        let plan = &self.scene.plan;
        let steps = |steps: &Vec<Step>| steps.iter().map(|step| self.step(step)).collect();
        PlanRecord {
            unit: self.names.unit(self.scene.selection.unit),
            wave: self.names.wave(self.scene.selection.wave),
            at_once: plan.pace.at_once,
            iterations: plan.iterations.iter().map(steps).collect(),
            later: plan.later,
            way: plan.way.as_ref().map(|way| self.way(way)),
            followed: self.scene.followed.as_ref().map(|it| self.followed(it)),
        }
    }

    fn step(&self, step: &Step) -> StepRecord {
        let (reason, plateau, distance) = reason(step.reason);
        StepRecord {
            practice: self.names.practice(step.practice),
            step: act(step.act.kind()),
            from: step.act.from().map(Level::number),
            to: step.act.to().map(Level::number),
            reason,
            plateau: plateau.map(|plateau| self.names.plateau(plateau)),
            distance,
            units: self.names.units(&step.units),
            supports: self.names.practices(&step.supports),
            before: self.names.practices(&step.before),
            disputed: step.is_disputed,
        }
    }

    fn way(&self, way: &Way) -> WayRecord {
        let raise = |raise: &Raise| RaiseRecord {
            practice: self.names.practice(raise.practice),
            from: raise.from.number(),
            to: raise.to.number(),
            answers: raise.answers,
            units: self.names.units(&raise.units),
        };
        WayRecord {
            plateau: self.names.plateau(way.plateau),
            levels: way.levels(),
            answers: way.answers(),
            uncounted: way.uncounted(),
            practices: way.raises.iter().map(raise).collect(),
            undecided: self.names.practices(&way.undecided),
        }
    }

    fn followed(&self, followed: &Followed) -> FollowedRecord {
        let action = |(action, outcome): &(Action, Outcome)| ActionRecord {
            practice: self.names.practice(action.practice),
            step: act(action.kind),
            to: action.to.map(Level::number),
            status: status(action.status),
            outcome: came(*outcome),
        };
        FollowedRecord {
            file: followed.file.clone(),
            actions: followed.actions.iter().map(action).collect(),
            untouched: self.names.practices(&followed.untouched),
        }
    }

    fn assumptions(&self) -> Vec<AssumptionRecord> {
        let supposed = self.scene.selection.supposed.as_ref();
        let Some(what_if) = supposed.map(|supposed| &supposed.what_if) else {
            return Vec::new();
        };
        let levels = what_if.levels.iter();
        levels
            .map(|(&practice, level)| AssumptionRecord {
                wave: self.names.wave(what_if.wave),
                unit: self.names.unit(what_if.unit),
                practice: self.names.practice(practice),
                level: level.number(),
            })
            .collect()
    }
}

/// A reason's word, its plateau and its distance.
fn reason(reason: Reason) -> (ReasonWord, Option<usize>, Option<u64>) {
    match reason {
        Reason::Blocks { plateau, distance } => (ReasonWord::Blocks, Some(plateau), distance),
        Reason::NotCommon { plateau } => (ReasonWord::NotCommon, Some(plateau), None),
        Reason::Unknown { plateau } => (ReasonWord::Unknown, Some(plateau), None),
        Reason::Disputed => (ReasonWord::Disputed, None, None),
        Reason::PerhapsNotCommon => (ReasonWord::PerhapsNotCommon, None, None),
        Reason::Fragile { plateau, .. } => (ReasonWord::Fragile, Some(plateau), None),
        Reason::Target { .. } => (ReasonWord::Target, None, None),
    }
}

fn act(kind: ActKind) -> ActWord {
    match kind {
        ActKind::Raise => ActWord::Raise,
        ActKind::Spread => ActWord::Spread,
        ActKind::FindOut => ActWord::FindOut,
        ActKind::Agree => ActWord::Agree,
        ActKind::Secure => ActWord::Secure,
    }
}

fn status(status: ActionStatus) -> StatusWord {
    match status {
        ActionStatus::Waiting => StatusWord::Waiting,
        ActionStatus::Underway => StatusWord::Underway,
        ActionStatus::Done => StatusWord::Done,
        ActionStatus::Dropped => StatusWord::Dropped,
    }
}

fn came(outcome: Outcome) -> OutcomeWord {
    match outcome {
        Outcome::Done => OutcomeWord::Done,
        Outcome::WithoutEffect => OutcomeWord::WithoutEffect,
        Outcome::ReachedAnyway => OutcomeWord::ReachedAnyway,
        Outcome::Underway => OutcomeWord::Underway,
        Outcome::NotAddressed => OutcomeWord::NotAddressed,
        Outcome::Dropped => OutcomeWord::Dropped,
        Outcome::Unknown => OutcomeWord::Unknown,
        Outcome::Outside => OutcomeWord::Outside,
    }
}
