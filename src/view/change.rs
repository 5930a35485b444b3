//! What has changed between two waves, in sentences.

use super::build::{accent, strong};
use super::{Line, Scene, Span};
use crate::scoring::{Cause, GateChange, Moved, PointsFrom, Turn};

/// Whether a gate was won or lost, and what did it.
pub(super) fn gate(scene: &Scene, since: usize, gate: &GateChange) -> Line {
    let turns: Vec<String> = gate
        .turns
        .iter()
        .map(|it| turn(scene, it, gate.won))
        .collect();
    let mut because = match turns.is_empty() {
        true => String::new(),
        false => {
            let turns = scene.words.list(&turns);
            scene.words.fill("change.because", &[("turns", &turns)])
        }
    };
    let key = if gate.won {
        "change.won"
    } else {
        "change.lost"
    };
    let moves = gate.has_movement();
    let mut line = scene.line(
        key,
        &[
            ("plateau", strong(scene.plateau(gate.plateau))),
            ("before", Span::plain(scene.wave_name(since))),
            ("because", Span::plain(std::mem::take(&mut because))),
        ],
    );
    if !moves {
        line.push(Span::plain(scene.word("change.no_movement")));
    }
    line
}

fn turn(scene: &Scene, turn: &Turn, won: bool) -> String {
    let key = match (turn.cause, won) {
        (Cause::Level, _) => "change.turn_level",
        (Cause::Settling, _) => "change.turn_settling",
        (Cause::Version, _) => "change.turn_version",
        (Cause::Common, true) => "change.turn_common_won",
        (Cause::Common, false) => "change.turn_common_lost",
        (Cause::Coverage, true) => "change.turn_coverage_won",
        (Cause::Coverage, false) => "change.turn_coverage_lost",
        (Cause::Answered, true) => "change.turn_answered_won",
        (Cause::Answered, false) => "change.turn_answered_lost",
        (Cause::Hiding, true) => "change.turn_hiding_won",
        (Cause::Hiding, false) => "change.turn_hiding_lost",
        (Cause::Relevance, true) => "change.turn_relevance_won",
        (Cause::Relevance, false) => "change.turn_relevance_lost",
    };
    let level = |at: usize| {
        let level = turn.levels[at].map(|level| level.number().to_string());
        level.unwrap_or_default()
    };
    let values: &[(&str, &dyn std::fmt::Display)] = &[
        ("practice", &scene.id(turn.practice)),
        ("first", &level(0)),
        ("last", &level(1)),
    ];
    scene.words.fill(key, values)
}

/// A practice that has clearly moved, as a finding.
pub(super) fn found(
    scene: &Scene,
    practice: usize,
    since: usize,
    partly: bool,
    moved: &Moved,
) -> Line {
    let n = |n: Option<u64>| Span::plain(n.map_or_else(String::new, |n| scene.words.whole(n)));
    let mut values = values(scene, practice, partly, moved);
    values.extend([
        ("before", Span::plain(scene.wave_name(since))),
        ("n_before", n(moved.before.n())),
        ("n_now", n(moved.now.n())),
    ]);
    scene.line(key("finding.moved", moved), &values)
}

/// A practice that has clearly moved, beside others of the same two waves.
pub(super) fn listed(scene: &Scene, practice: usize, partly: bool, moved: &Moved) -> Line {
    let values = values(scene, practice, partly, moved);
    scene.line(key("change.moved", moved), &values)
}

/// The key for what people answered, or for what was settled.
fn key(answered: &'static str, moved: &Moved) -> &'static str {
    match (moved.now.from, answered) {
        (PointsFrom::Answers, _) => answered,
        (_, "finding.moved") => "finding.moved_settled",
        _ => "change.moved_settled",
    }
}

fn values(
    scene: &Scene,
    practice: usize,
    partly: bool,
    moved: &Moved,
) -> Vec<(&'static str, Span)> {
    let words = &scene.words;
    let points = |points| match moved.now.from {
        PointsFrom::Answers => Span::plain(words.mean(points)),
        _ => Span::plain(points.rounded(0).to_string()),
    };
    let superiority = moved.superiority.as_ref().map(|chance| words.share(chance));
    let partly = if partly {
        scene.word("change.partly")
    } else {
        String::new()
    };
    vec![
        ("practice", strong(scene.practice(practice))),
        ("partly", Span::plain(partly)),
        ("first", points(&moved.before.points)),
        ("last", points(&moved.now.points)),
        ("difference", accent(words.difference(&moved.difference))),
        ("superiority", Span::plain(superiority.unwrap_or_default())),
    ]
}
