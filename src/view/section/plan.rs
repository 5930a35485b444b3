//! What to do next: the nearest practices, from what is seen today to what is to be seen.

use super::next::{next_level, practices, unanswered};
use crate::model::Level;
use crate::scoring::{Commonness, Standing};
use crate::view::build::{section, strong};
use crate::view::{Block, Card, Depth, Line, Scene, Section, Span};

/// How many steps a plan has: more are not taken at once.
const MOST: usize = 3;

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let mut blocks = Vec::new();
    if !scene.is_unanswered() {
        let steps = practices(scene, MOST).into_iter();
        blocks.extend(steps.filter_map(|practice| step(scene, practice)));
        if blocks.is_empty() {
            blocks.extend(unanswered(scene).map(Block::Paragraph));
        }
    }
    section("next", scene.word("next.heading"), Depth::Detail, blocks)
}

/// The steps, one on a line.
pub(super) fn briefly(scene: &Scene) -> Vec<Line> {
    let steps: Vec<Line> = practices(scene, MOST)
        .into_iter()
        .filter_map(|practice| brief(scene, practice))
        .collect();
    if steps.is_empty() {
        unanswered(scene).into_iter().collect()
    } else {
        steps
    }
}

fn brief(scene: &Scene, practice: usize) -> Option<Line> {
    let to = next_level(scene, practice)?;
    let score = scene.score(practice);
    let mut values = vec![
        ("practice", strong(scene.practice(practice))),
        ("level", Span::plain(to.number().to_string())),
    ];
    Some(match (&score.standing, &score.commonness, score.level) {
        (Standing::NotCommon, Commonness::NotCommon(units), _) => {
            values.push(("units", Span::plain(scene.unit_names(units))));
            scene.line("next.brief_common", &values)
        }
        (_, _, Some(from)) => {
            values.push(("from", Span::plain(from.number().to_string())));
            scene.line("next.brief", &values)
        }
        _ => scene.line("next.brief_level", &values),
    })
}

fn step(scene: &Scene, practice: usize) -> Option<Block> {
    let to = next_level(scene, practice)?;
    let from = scene.score(practice).level.filter(|from| *from < to);
    let mut lines: Vec<Line> = from
        .map(|from| anchor(scene, "next.today", practice, from))
        .into_iter()
        .collect();
    lines.push(anchor(scene, "next.then", practice, to));
    lines.extend(influence(scene, practice));
    Some(Block::Card(Card {
        heading: brief(scene, practice)?
            .into_iter()
            .map(|span| span.text)
            .collect(),
        blocks: vec![Block::List(lines)],
    }))
}

/// What is seen at a level of a practice, under a few words that say which.
fn anchor(scene: &Scene, key: &str, practice: usize, level: Level) -> Line {
    let text = scene.anchor(&scene.model.practices[practice], level);
    let values = [
        ("level", Span::plain(scene.level(level))),
        ("anchor", Span::plain(text)),
    ];
    scene.line(key, &values)
}

/// How much each layer of the organisation can do about a practice.
fn influence(scene: &Scene, practice: usize) -> Option<Line> {
    let influence = &scene.model.practices[practice].influence;
    let layers = scene.model.layers.iter().zip(influence);
    let parts: Vec<String> = layers
        .map(|(layer, influence)| {
            let (layer, influence) = (scene.of(&layer.name), scene.influence(*influence));
            let values: &[(&str, &dyn std::fmt::Display)] =
                &[("layer", &layer), ("influence", &influence)];
            scene.words.fill("next.layer", values)
        })
        .collect();
    let parts_listed = Span::plain(parts.join(", "));
    (!parts.is_empty()).then(|| scene.line("next.influence", &[("layers", parts_listed)]))
}
