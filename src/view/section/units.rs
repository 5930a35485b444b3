//! The unit's parts side by side.

use super::figure;
use crate::chart::Kind;
use crate::text::ABSENT;
use crate::view::build::{HIDDEN, left, plain, right, section, strong, table};
use crate::view::{Block, Depth, Line, Scene, Section};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let parts = &scene.assessment.units[scene.selection.unit].children;
    let mut blocks: Vec<Block> = Vec::new();
    if !parts.is_empty() {
        let columns = vec![
            left(scene.word("column.unit")),
            right(scene.word("column.respondents")),
            right(scene.word("column.plateau_reached")),
            right(scene.word("column.points")),
            right(scene.word("column.points_max")),
            right(scene.word("column.practices")),
            right(scene.word("column.hidden")),
        ];
        let rows = parts.iter().map(|&part| row(scene, part)).collect();
        blocks.extend(figure::of(scene, Kind::Heatmap));
        blocks.push(table(scene.word("units.caption"), columns, rows));
        let hidden = parts
            .iter()
            .filter(|&&part| scene.hidden_in(part) > 0)
            .count();
        blocks.extend(scene.hidden_note("hidden.units", hidden));
    }
    section("units", scene.word("units.heading"), Depth::Detail, blocks)
}

fn row(scene: &Scene, part: usize) -> Vec<Line> {
    let words = &scene.words;
    let profile = &scene.card.profiles[part];
    let total = &profile.total;
    let hidden = scene.hidden_in(part);
    let known = |written: String| match (total.practices_scored, hidden) {
        (0, 0) => ABSENT.to_owned(),
        (0, _) => HIDDEN.to_owned(),
        _ => written,
    };
    let all = scene.model.practices.len();
    let of = words.fill(
        "term.some_of",
        &[("some", &total.practices_scored), ("all", &all)],
    );
    vec![
        vec![strong(scene.unit_name(part))],
        plain(words.whole(profile.respondents)),
        plain(known(profile.plateau_reached.to_string())),
        plain(known(words.mean_or_absent(total.points.as_ref()))),
        plain(known(words.whole(total.points_max_adjusted))),
        plain(of),
        plain(words.whole(hidden as u64)),
    ]
}
