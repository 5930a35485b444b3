//! What to do next: what the next level looks like, and the commands to run.

use super::blockers;
use crate::finding::Finding;
use crate::model::Level;
use crate::view::build::{section, strong};
use crate::view::{Block, Depth, Line, Scene, Section, Span};

/// How many steps are named.
const MOST: usize = 2;

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let mut blocks = Vec::new();
    let mut commands = Vec::new();
    if !scene.is_unanswered() {
        let practices = practices(scene, MOST);
        let steps: Vec<Line> = match practices.is_empty() {
            false => practices
                .iter()
                .filter_map(|&practice| step(scene, practice))
                .collect(),
            true => unanswered(scene).into_iter().collect(),
        };
        if !steps.is_empty() {
            blocks.push(Block::List(steps));
        }
        let explained = practices.first().copied().unwrap_or(0);
        commands.push(format!("plateau explain {}", scene.id(explained)));
    }
    if let Some(inputs) = &scene.selection.inputs {
        commands.push(if scene.is_unanswered() {
            format!("plateau check {inputs}")
        } else {
            let file = scene.word("next.file");
            format!("plateau score {inputs} -o {file}")
        });
    }
    blocks.extend(commands.into_iter().map(Block::Command));
    section("next", scene.word("next.heading"), Depth::Summary, blocks)
}

/// The practices to work on first: the nearest blockers, else those furthest from their targets.
pub(super) fn practices(scene: &Scene, most: usize) -> Vec<usize> {
    let mut practices = match scene.next_plateau() {
        Some(plateau) => blockers::practices(scene, plateau),
        None => Vec::new(),
    };
    if practices.is_empty() && scene.next_plateau().is_none() {
        practices = scene
            .findings
            .iter()
            .filter_map(|finding| match finding {
                Finding::FarFromTarget { practice, .. } => Some(*practice),
                _ => None,
            })
            .collect();
    }
    practices.truncate(most);
    practices
}

fn step(scene: &Scene, practice: usize) -> Option<Line> {
    let level = next_level(scene, practice)?;
    // A blocker's name stands in the table of blockers.
    let name = match scene.next_plateau() {
        Some(_) => scene.id(practice).to_owned(),
        None => scene.practice(practice),
    };
    let anchor = scene.anchor(&scene.model.practices[practice], level);
    Some(scene.line(
        "next.step",
        &[
            ("practice", strong(name)),
            ("level", Span::plain(level.number().to_string())),
            ("anchor", Span::plain(anchor)),
        ],
    ))
}

/// The level to aim at first: the next one up, or the gate's where only some parts lack it.
pub(super) fn next_level(scene: &Scene, practice: usize) -> Option<Level> {
    let gate = scene.model.gate_of(practice).level;
    let level = scene.score(practice).level?;
    let not_common = scene.next_plateau().is_some() && level >= gate;
    if not_common {
        Some(gate)
    } else {
        scene.model.scale.above(level)
    }
}

/// Which ratings are lacking, where nothing else stands in the way.
pub(super) fn unanswered(scene: &Scene) -> Option<Line> {
    let undecided = &scene.profile.plateaus[scene.next_plateau()?].undecided;
    let practices = Span::plain(scene.ids(undecided));
    (!undecided.is_empty()).then(|| {
        scene.count_line(
            "next.unanswered",
            undecided.len() as u64,
            &[("practices", practices)],
        )
    })
}
