//! What is only assumed, and what would come of it.

use crate::model::Level;
use crate::scoring::Verdict;
use crate::view::build::{accent, plain, section, strong};
use crate::view::{Block, Depth, Line, Scene, Section, Span, Supposed};

/// Stands first wherever anything is assumed; nothing where nothing is.
pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let supposed = scene.selection.supposed.as_ref()?;
    let blocks = vec![
        Block::Paragraph(assumption(scene, supposed)),
        Block::Paragraph(consequence(scene, supposed)),
        Block::Note(scene.word("what_if.reading")),
    ];
    let heading = scene.word("what_if.heading");
    section("what_if", heading, Depth::Summary, blocks)
}

fn assumption(scene: &Scene, supposed: &Supposed) -> Line {
    let what_if = &supposed.what_if;
    let mut heights: Vec<Level> = what_if.levels.values().copied().collect();
    heights.sort_unstable();
    heights.dedup();
    let levels: Vec<String> = heights
        .into_iter()
        .map(|height| {
            let those = what_if.levels.iter().filter(|(_, level)| **level == height);
            // However many: what is assumed is never shortened.
            let ids: Vec<&str> = those.map(|(&practice, _)| scene.id(practice)).collect();
            let (practices, level) = (scene.words.list(&ids), height.number());
            let values: &[(&str, &dyn std::fmt::Display)] =
                &[("practices", &practices), ("level", &level)];
            scene.words.fill("what_if.level", values)
        })
        .collect();
    let values = [
        ("levels", strong(scene.words.list(&levels))),
        ("unit", Span::plain(scene.unit_name(what_if.unit))),
    ];
    let mut line = vec![accent(scene.word("what_if.warning")), Span::plain(" ")];
    line.extend(scene.line("what_if.text", &values));
    line
}

fn consequence(scene: &Scene, supposed: &Supposed) -> Line {
    let plateau = |key: &str, index: usize| {
        let plateau = scene.plateau(index);
        strong(scene.words.fill(key, &[("plateau", &plateau)]))
    };
    let reached = scene.profile.plateau_reached;
    let mut line = match (reached.checked_sub(1), scene.next_plateau()) {
        (Some(highest), _) => vec![plateau("what_if.reached", highest)],
        (None, Some(next)) => {
            let missed = scene.profile.plateaus[next].verdict == Verdict::Missed;
            let key = match missed {
                true => "what_if.not_reached",
                false => "what_if.open",
            };
            vec![plateau(key, next)]
        }
        (None, None) => Vec::new(),
    };
    line.push(Span::plain(" "));
    line.extend(match supposed.reached.checked_sub(1) {
        Some(today) => {
            let plateau = scene.plateau_number(today);
            plain(scene.words.fill("what_if.today", &[("plateau", &plateau)]))
        }
        None => scene.line("what_if.today_none", &[]),
    });
    line
}
