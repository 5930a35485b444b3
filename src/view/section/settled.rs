//! What a settled reading rests on.

use crate::intake::{Answer, Settled};
use crate::text::ABSENT;
use crate::view::build::{left, plain, right, section, table};
use crate::view::{Block, Depth, Line, Scene, Section};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let unit = scene.selection.unit;
    let settled = &scene.responses.waves[scene.selection.wave].settled;
    let rows: Vec<Vec<Line>> = (0..scene.model.practices.len())
        .filter_map(|practice| Some(row(scene, practice, settled.get(&(unit, practice))?)))
        .collect();
    let mut blocks: Vec<Block> = Vec::new();
    if !rows.is_empty() {
        let columns = vec![
            left(scene.word("column.practice")),
            right(scene.word("column.level")),
            left(scene.word("column.evidence")),
            left(scene.word("column.comment")),
        ];
        blocks.push(table(scene.word("settled.caption"), columns, rows));
        blocks.push(Block::Note(scene.word("settled.reading")));
    }
    section(
        "settled",
        scene.word("settled.heading"),
        Depth::Detail,
        blocks,
    )
}

fn row(scene: &Scene, practice: usize, settled: &Settled) -> Vec<Line> {
    let or_absent = |text: &Option<String>| plain(text.as_deref().unwrap_or(ABSENT));
    vec![
        scene.practice_cell(practice),
        plain(answer(scene, settled.answer)),
        or_absent(&scene.evidence(settled.evidence.as_ref())),
        or_absent(&settled.comment),
    ]
}

fn answer(scene: &Scene, answer: Option<Answer>) -> String {
    match answer {
        Some(Answer::Rated(level)) => level.number().to_string(),
        Some(Answer::DontKnow) => scene.word("answer.dont_know"),
        Some(Answer::NotRelevant) => scene.word("answer.not_relevant"),
        None => ABSENT.to_owned(),
    }
}
