//! A row a part: plateau reached and points.

use super::is_brief;
use crate::scoring::{Fraction, UnitComparison, model_agreement};
use crate::text::ABSENT;
use crate::view::build::{HIDDEN, left, muted, plain, right, strong, table};
use crate::view::{Block, Column, Line, Scene, Span};

/// More parts than this are summed up where there is little room.
const MANY: usize = 12;
/// How many of the lowest and of the highest are named then.
const EXTREMES: usize = 5;

/// All parts; where there is room for some only, how many reached what, and the lowest, the
/// middle and the highest of them.
pub(super) fn blocks(scene: &Scene, compared: &UnitComparison) -> Vec<Block> {
    let mut blocks = Vec::new();
    let parts = &compared.parts;
    if is_brief(scene) && parts.len() > MANY {
        let ranked = ranked(scene, &compared.compared);
        blocks.push(Block::Paragraph(scene.line(
            "units.summed_up",
            &[
                ("count", Span::plain(compared.compared.len().to_string())),
                ("reached", Span::plain(reached(scene, &ranked))),
            ],
        )));
        blocks.push(Block::Paragraph(scene.line("units.extremes", &[])));
        let rows = extremes(&ranked).into_iter().map(|part| (part, 1));
        blocks.push(set(scene, "units.extremes", rows.collect()));
        blocks.push(Block::Note(scene.word("units.all")));
    } else {
        blocks.push(set(scene, "units.caption", parts.clone()));
    }
    let hidden = parts
        .iter()
        .filter(|&&(part, _)| scene.hidden_in(part) > 0)
        .count();
    blocks.extend(scene.hidden_note("hidden.units", hidden));
    blocks
}

/// The parts with points that may be shown, lowest share of the way from bottom to top first.
fn ranked(scene: &Scene, parts: &[usize]) -> Vec<usize> {
    let share = |&part: &usize| scene.card.profiles[part].total.rescaled.clone();
    let mut ranked: Vec<(Fraction, usize)> = parts
        .iter()
        .filter_map(|part| Some((share(part)?, *part)))
        .collect();
    ranked.sort();
    ranked.into_iter().map(|(_, part)| part).collect()
}

/// `31 endnu ikke nået et plateau og 8 nået plateau 1`.
fn reached(scene: &Scene, parts: &[usize]) -> String {
    let mut plateaus: Vec<usize> = vec![0];
    plateaus.extend(scene.model.plateaus.iter().map(|plateau| plateau.id));
    let counts = plateaus.iter().filter_map(|&id| {
        let has = |&&part: &&usize| scene.card.profiles[part].plateau_reached == id;
        let count = parts.iter().filter(has).count() as u64;
        let values: &[(&str, &dyn std::fmt::Display)] = &[("id", &id)];
        let key = match id {
            0 => "units.reached_none",
            _ => "units.reached",
        };
        (count > 0).then(|| scene.words.count(key, count, values))
    });
    scene.words.list(&counts.collect::<Vec<_>>())
}

fn extremes(ranked: &[usize]) -> Vec<usize> {
    if ranked.len() <= 2 * EXTREMES + 1 {
        return ranked.to_vec();
    }
    let mut named = ranked[..EXTREMES].to_vec();
    named.push(ranked[(ranked.len() - 1) / 2]);
    named.extend(&ranked[ranked.len() - EXTREMES..]);
    named
}

fn set(scene: &Scene, caption: &str, parts: Vec<(usize, usize)>) -> Block {
    let mut columns: Vec<Column> = vec![
        left(scene.word("column.unit")),
        right(scene.word("column.respondents")),
        right(scene.word("column.plateau_reached")),
        right(scene.word("column.points")),
        right(scene.word("column.points_max")),
        right(scene.word("column.practices")),
        right(scene.word("column.hidden")),
    ];
    if scene.selection.full_agreement {
        columns.push(right(scene.word("column.alpha")));
    }
    let rows = parts.iter().map(|&(part, layer)| row(scene, part, layer));
    table(scene.word(caption), columns, rows.collect())
}

fn row(scene: &Scene, part: usize, layer: usize) -> Vec<Line> {
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
    // A format takes spaces away; what stands for the layer must be seen.
    let mut name = vec![muted("· ".repeat(layer - 1)), strong(scene.unit_name(part))];
    name.retain(|span| !span.text.is_empty());
    let mut row = vec![
        name,
        plain(words.whole(profile.respondents)),
        plain(known(profile.plateau_reached.to_string())),
        plain(known(words.mean_or_absent(total.points.as_ref()))),
        plain(known(words.whole(total.points_max_adjusted))),
        plain(of),
        plain(words.whole(hidden as u64)),
    ];
    if scene.selection.full_agreement {
        let found = model_agreement(&scene.assessment.units, scene.card, part);
        row.push(plain(scene.defined(found.alpha)));
    }
    row
}
