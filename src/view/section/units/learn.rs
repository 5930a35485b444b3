//! The parts that are clearly ahead of the whole.

use std::cmp::Reverse;

use super::{is_brief, spread};
use crate::scoring::{PartScore, Spread, UnitComparison};
use crate::view::build::{accent, strong};
use crate::view::{Block, Line, Scene, Span};

/// How many practices are named where there is little room.
const MOST: usize = 5;

pub(super) fn blocks(scene: &Scene, compared: &UnitComparison) -> Vec<Block> {
    let mut ahead: Vec<&Spread> = compared
        .spreads
        .iter()
        .filter(|spread| !spread.learn_from.is_empty())
        .collect();
    ahead.sort_by_key(|spread| Reverse(spread::lead(scene, spread)));
    let most = if is_brief(scene) { MOST } else { usize::MAX };
    let lines: Vec<Line> = ahead.iter().take(most).map(|s| line(scene, s)).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Paragraph(scene.line("learn.intro", &[])),
        Block::List(lines),
    ]
}

fn line(scene: &Scene, spread: &Spread) -> Line {
    let best = spread.learn_from.iter().map(|part| named(scene, part));
    let best = scene.words.list(&best.collect::<Vec<_>>());
    let whole = scene.score(spread.practice);
    let values = [
        ("practice", strong(scene.practice(spread.practice))),
        ("best", accent(best)),
        ("level", Span::plain(scene.level_cell(whole))),
        ("points", Span::plain(scene.points_cell(whole))),
    ];
    scene.line("learn.from", &values)
}

/// `Realkredit 4 (4,1; n = 12)`; of a settled or moderated level, the level alone.
fn named(scene: &Scene, part: &PartScore) -> String {
    let (name, level) = (scene.unit_name(part.unit), part.level.number());
    match part.n {
        None => format!("{name} {level}"),
        Some(n) => {
            let values: &[(&str, &dyn std::fmt::Display)] = &[
                ("unit", &name),
                ("level", &level),
                ("mean", &scene.words.mean(&part.points)),
                ("n", &scene.words.whole(n)),
            ];
            scene.words.fill("learn.part", values)
        }
    }
}
