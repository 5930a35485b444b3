//! The lowest, middle and highest part on each practice, then the whole.

use std::cmp::Reverse;

use super::is_brief;
use crate::scoring::{Fraction, PartScore, Reach, Spread, UnitComparison};
use crate::text::ABSENT;
use crate::view::build::{left, plain, right, strong, table};
use crate::view::{Block, Line, Scene, Span};

/// How many practices are named where there is little room.
const MOST: usize = 8;
/// Names of at most so many characters are kept on one line.
const SHORT: usize = 14;
/// More parts than this are counted and not named.
const NAMED: usize = 2;

pub(super) fn blocks(scene: &Scene, compared: &UnitComparison) -> Vec<Block> {
    let seen = |spread: &&Spread| !spread.shown.is_empty();
    let mut spreads: Vec<&Spread> = compared.spreads.iter().filter(seen).collect();
    if spreads.is_empty() {
        let nothing = scene.line("spread.nothing", &[]);
        return vec![Block::Paragraph(nothing)];
    }
    let mut caption = "spread.caption";
    if is_brief(scene) && spreads.len() > MOST {
        spreads.sort_by_key(|spread| Reverse(spread.width()));
        spreads.truncate(MOST);
        caption = "spread.widest";
    }
    let mut columns = vec![
        left(scene.word("column.practice")),
        left(scene.word("column.lowest")),
        left(scene.word("column.middle")),
        left(scene.word("column.highest")),
        right(scene.word("column.whole")),
    ];
    if !is_brief(scene) {
        columns.push(left(scene.word("column.reach")));
        columns.push(right(scene.word("column.shown")));
    }
    let rows = spreads.iter().map(|spread| row(scene, compared, spread));
    let hidden = compared.spreads.iter().map(|spread| spread.hidden).sum();
    let mut blocks = Vec::new();
    if is_brief(scene) {
        blocks.push(Block::Paragraph(scene.line(caption, &[])));
    }
    blocks.push(table(scene.word(caption), columns, rows.collect()));
    blocks.push(Block::Note(scene.word(match is_brief(scene) {
        true => "spread.reading_brief",
        false => "spread.reading",
    })));
    blocks.extend(scene.hidden_note("hidden.parts", hidden));
    blocks
}

fn row(scene: &Scene, compared: &UnitComparison, spread: &Spread) -> Vec<Line> {
    // Of one part there is no lowest and highest, of two no middle.
    let seen = spread.shown.len();
    let part = |part: Option<&PartScore>, is_told: bool| match part {
        Some(part) if is_told => told(scene, part),
        _ => plain(ABSENT),
    };
    let mut row = vec![
        scene.practice_cell(spread.practice),
        part(spread.lowest(), seen > 1),
        part(spread.middle(), seen != 2),
        part(spread.highest(), seen > 1),
        whole(scene, spread.practice),
    ];
    if !is_brief(scene) {
        let all = compared.compared.len();
        let values: &[(&str, &dyn std::fmt::Display)] = &[("some", &seen), ("all", &all)];
        row.push(plain(reach(scene, spread)));
        row.push(plain(scene.words.fill("term.some_of", values)));
    }
    row
}

/// `2 · 1,8 (9) Realkredit`; of a settled or moderated level, the level alone.
fn told(scene: &Scene, part: &PartScore) -> Line {
    let figures = part.n.map_or_else(String::new, |n| {
        let (mean, n) = (scene.words.mean(&part.points), scene.words.whole(n));
        format!(" · {mean}\u{a0}({n})")
    });
    let mut name = scene.unit_name(part.unit);
    if name.chars().count() <= SHORT {
        name = name.replace(' ', "\u{a0}");
    }
    vec![
        strong(part.level.number().to_string()),
        Span::plain(format!("{figures} {name}")),
    ]
}

fn whole(scene: &Scene, practice: usize) -> Line {
    let score = scene.score(practice);
    plain(match score.level {
        None => scene.level_cell(score),
        Some(level) => format!("{} · {}", level.number(), scene.points_cell(score)),
    })
}

fn reach(scene: &Scene, spread: &Spread) -> String {
    match &spread.reach {
        Reach::Common => scene.word("reach.is_common"),
        Reach::PerhapsCommon => scene.word("reach.is_perhaps"),
        Reach::Nowhere => scene.word("reach.is_nowhere"),
        Reach::Unseen => ABSENT.to_owned(),
        Reach::Local(units) if units.len() <= NAMED => {
            let units = scene.unit_names(units);
            scene.words.fill("reach.is_local", &[("units", &units)])
        }
        Reach::Local(units) => {
            let (some, all) = (units.len(), spread.shown.len());
            let values: &[(&str, &dyn std::fmt::Display)] = &[("some", &some), ("all", &all)];
            scene.words.fill("reach.is_local_in", values)
        }
    }
}

/// How far the best of the parts is ahead of the whole, in levels and in points.
pub(super) fn lead(scene: &Scene, spread: &Spread) -> Option<(u8, Fraction)> {
    let own = scene.score(spread.practice);
    let best = spread.learn_from.first()?;
    let levels = best.level.number() - own.level?.number();
    Some((levels, best.points.minus(own.points.as_ref()?)))
}
