//! What has come of the last plan.

use crate::finding::plan::{Followed, Outcome};
use crate::intake::Action;
use crate::view::build::{accent, strong};
use crate::view::worksheet::act;
use crate::view::{Block, Card, Line, Scene, Span};

/// Every outcome with its words, best first.
const OUTCOMES: [(Outcome, &str); 8] = [
    (Outcome::Done, "followed.done"),
    (Outcome::ReachedAnyway, "followed.reached_anyway"),
    (Outcome::WithoutEffect, "followed.without_effect"),
    (Outcome::Underway, "followed.underway"),
    (Outcome::NotAddressed, "followed.not_addressed"),
    (Outcome::Dropped, "followed.dropped"),
    (Outcome::Unknown, "followed.unknown"),
    (Outcome::Outside, "followed.outside"),
];

/// What has come of the last plan, as a part of a larger section.
pub(super) fn card(scene: &Scene) -> Option<Block> {
    let blocks = blocks(scene);
    (!blocks.is_empty()).then(|| {
        Block::Card(Card {
            heading: scene.word("followed.heading"),
            blocks,
        })
    })
}

/// The plan's steps by what has come of them, and the blockers that it leaves alone.
pub(super) fn blocks(scene: &Scene) -> Vec<Block> {
    let Some(followed) = &scene.followed else {
        return Vec::new();
    };
    let count = followed.actions.len() as u64;
    let file = Span::plain(followed.file.as_str());
    let mut blocks = vec![Block::Paragraph(scene.count_line(
        "followed.sum",
        count,
        &[("file", file)],
    ))];
    let outcomes = OUTCOMES.iter();
    let lines: Vec<Line> = outcomes
        .filter_map(|(outcome, key)| line(scene, followed, *outcome, key))
        .collect();
    if !lines.is_empty() {
        blocks.push(Block::List(lines));
    }
    blocks.extend(untouched(scene, followed).map(Block::Paragraph));
    blocks
}

fn line(scene: &Scene, followed: &Followed, outcome: Outcome, key: &str) -> Option<Line> {
    let actions: Vec<String> = followed
        .actions
        .iter()
        .filter(|(_, own)| *own == outcome)
        .map(|(action, _)| named(scene, action))
        .collect();
    let mut line = vec![strong(scene.word(key))];
    line.push(Span::plain(format!(": {}.", actions.join(", "))));
    (!actions.is_empty()).then_some(line)
}

/// `PRO-3 → 3`, or `PRO-3 (find out)`.
fn named(scene: &Scene, action: &Action) -> String {
    let id = scene.id(action.practice);
    match action.to {
        Some(to) => format!("{id}\u{a0}→\u{a0}{}", to.number()),
        None => format!("{id} ({})", scene.word(act(action.kind))),
    }
}

fn untouched(scene: &Scene, followed: &Followed) -> Option<Line> {
    let plateau = Span::plain(scene.plateau_number(scene.next_plateau()?));
    let count = followed.untouched.len() as u64;
    if count == 0 {
        return Some(scene.line("followed.all_touched", &[("plateau", plateau)]));
    }
    let practices = accent(scene.ids(&followed.untouched));
    Some(scene.count_line(
        "followed.untouched",
        count,
        &[("practices", practices), ("plateau", plateau)],
    ))
}
