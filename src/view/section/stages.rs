//! Each plateau by itself: its verdict, its practices, and what the ones in the way need.

use super::{blockers, plateaus};
use crate::model::Level;
use crate::scoring::{PlateauScore, Standing};
use crate::text::ABSENT;
use crate::view::build::{left, plain, right, section, strong, table};
use crate::view::{Block, Card, Depth, Line, Scene, Section, Span};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    if scene.is_unanswered() {
        return None;
    }
    let mut blocks = vec![plateaus::side_by_side(scene)];
    let each = scene.profile.plateaus.iter();
    blocks.extend(each.map(|score| Block::Card(stage(scene, score))));
    let heading = scene.word("plateaus.heading");
    section("plateaus", heading, Depth::Detail, blocks)
}

fn stage(scene: &Scene, score: &PlateauScore) -> Card {
    let plateau = &scene.model.plateaus[score.score.index];
    let name = scene.of(&plateau.name);
    let values: &[(&str, &dyn std::fmt::Display)] = &[("id", &plateau.id), ("name", &name)];
    let mut blocks = vec![Block::Paragraph(verdict(scene, score))];
    blocks.extend(mean(scene, score).map(Block::Paragraph));
    blocks.extend(blockers::undecided(scene, score.score.index).map(Block::Note));
    blocks.push(practices(scene, &plateau.practices));
    blocks.extend(to_the_next_level(scene, &score.missed));
    Card {
        heading: scene.words.fill("plateaus.stage", values),
        blocks,
    }
}

fn verdict(scene: &Scene, score: &PlateauScore) -> Line {
    let gate = scene.model.plateaus[score.score.index].gate.level;
    let total = score.met.len() + score.missed.len() + score.undecided.len();
    let count = |count: usize| Span::plain(scene.words.whole(count as u64));
    let values = [
        ("verdict", plateaus::verdict(scene, score.verdict)),
        ("met", count(score.met.len())),
        ("total", count(total)),
        ("level", Span::plain(scene.level(gate))),
    ];
    scene.line("plateaus.stage_verdict", &values)
}

fn mean(scene: &Scene, score: &PlateauScore) -> Option<Line> {
    let mean = score.score.mean.as_ref()?;
    let values = [("mean", strong(scene.words.mean(mean)))];
    let n = score.score.practices_scored as u64;
    Some(scene.count_line("plateaus.stage_mean", n, &values))
}

fn practices(scene: &Scene, practices: &[usize]) -> Block {
    let columns = vec![
        left(scene.word("column.practice")),
        right(scene.word("column.level")),
        right(scene.word("column.mean")),
        right(scene.word("column.n")),
        left(scene.word("column.standing")),
    ];
    let row = |&practice: &usize| {
        let score = scene.score(practice);
        let mean = scene.figure(score, |f| f.mean.as_ref().map(|m| scene.words.mean(m)));
        vec![
            scene.practice_cell(practice),
            plain(scene.level_cell(score)),
            plain(mean),
            plain(scene.n_cell(score)),
            plain(scene.standing(score)),
        ]
    };
    let rows = practices.iter().map(row).collect();
    table(scene.word("plateaus.stage_caption"), columns, rows)
}

/// Where the practices in the way are, and what the level above looks like.
fn to_the_next_level(scene: &Scene, missed: &[usize]) -> Option<Block> {
    let columns = vec![
        left(scene.word("column.practice")),
        left(scene.word("column.today")),
        left(scene.word("column.next_level")),
    ];
    let below =
        |&&practice: &&usize| matches!(scene.score(practice).standing, Standing::Below { .. });
    let row = |&practice: &usize| {
        let level = scene.score(practice).level;
        let next = level.and_then(|level| scene.model.scale.above(level));
        vec![
            scene.practice_cell(practice),
            anchor(scene, practice, level),
            anchor(scene, practice, next),
        ]
    };
    let rows: Vec<Vec<Line>> = missed.iter().filter(below).map(row).collect();
    (!rows.is_empty()).then(|| table(scene.word("plateaus.ahead_caption"), columns, rows))
}

/// `2: what is seen there`.
fn anchor(scene: &Scene, practice: usize, level: Option<Level>) -> Line {
    let Some(level) = level else {
        return plain(ABSENT);
    };
    let text = scene.anchor(&scene.model.practices[practice], level);
    vec![
        strong(level.number().to_string()),
        Span::plain(format!(": {text}")),
    ]
}
