//! The shortest way to the next plateau.

use crate::scoring::{Raise, Way};
use crate::view::build::{joined, plain, strong};
use crate::view::{Block, Line, Scene, Span};

/// How far it is to the next plateau, and which practices lie on the way.
pub(super) fn blocks(scene: &Scene) -> Vec<Block> {
    let Some(way) = &scene.plan.way else {
        return vec![Block::Paragraph(scene.line("plan.way_done", &[]))];
    };
    let mut blocks = vec![Block::Paragraph(sum(scene, way))];
    let raises: Vec<Line> = way.raises.iter().map(|raise| line(scene, raise)).collect();
    if !raises.is_empty() {
        blocks.push(Block::List(raises));
    }
    blocks
}

/// The way in a sentence or two.
fn sum(scene: &Scene, way: &Way) -> Line {
    let undecided = (!way.undecided.is_empty()).then(|| {
        let practices = Span::plain(scene.ids(&way.undecided));
        let count = way.undecided.len() as u64;
        scene.count_line("plan.way_undecided", count, &[("practices", practices)])
    });
    if way.raises.is_empty() {
        return undecided.unwrap_or_else(|| scene.line("result.none_counts", &[]));
    }
    let gate = scene.model.plateaus[way.plateau].gate.level.number();
    let gate = Span::plain(gate.to_string());
    let levels = scene.words.count("plan.levels", way.levels(), &[]);
    let plateau = strong(scene.plateau_number(way.plateau));
    let values = [
        ("plateau", plateau),
        ("gate", gate.clone()),
        ("levels", Span::plain(levels)),
    ];
    let mut line = scene.count_line("plan.way", way.raises.len() as u64, &values);
    if way.answers() > 0 {
        let answers = scene.count_line("plan.way_answers", way.answers(), &[("gate", gate)]);
        line = joined(line, answers);
    }
    let uncounted = way.uncounted() as u64;
    if uncounted > 0 && way.answers() > 0 {
        line = joined(line, scene.count_line("plan.way_uncounted", uncounted, &[]));
    }
    joined(line, undecided.unwrap_or_default())
}

fn line(scene: &Scene, raise: &Raise) -> Line {
    let mut line = vec![strong(scene.practice(raise.practice)), Span::plain(": ")];
    let units = scene.unit_names(&raise.units);
    let values: &[(&str, &dyn std::fmt::Display)] = &[
        ("from", &raise.from.number()),
        ("level", &raise.to.number()),
        ("units", &units),
    ];
    let key = match raise.units.is_empty() {
        true => "plan.way_raise",
        false => "plan.way_raise_in",
    };
    line.extend(plain(scene.words.fill(key, values)));
    if let Some(answers) = raise.answers {
        line.extend(plain(scene.words.count(
            "plan.way_raise_answers",
            answers,
            &[],
        )));
    }
    line
}
