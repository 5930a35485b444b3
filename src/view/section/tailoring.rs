//! Practices that do not count, and why.

use crate::scoring::{Relevance, Score};
use crate::view::build::{left, plain, section, table};
use crate::view::{Block, Depth, Line, Scene, Section};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let scores = scene.profile.scores.iter();
    let rows: Vec<Vec<Line>> = scores.filter_map(|score| row(scene, score)).collect();
    let mut blocks: Vec<Block> = Vec::new();
    if !rows.is_empty() {
        let columns = vec![
            left(scene.word("column.practice")),
            left(scene.word("column.reason")),
        ];
        blocks.push(table(scene.word("tailoring.caption"), columns, rows));
        blocks.push(Block::Note(scene.word("tailoring.reading")));
    }
    section(
        "tailoring",
        scene.word("tailoring.heading"),
        Depth::Detail,
        blocks,
    )
}

fn row(scene: &Scene, score: &Score) -> Option<Vec<Line>> {
    let reason = match score.relevance {
        Relevance::Relevant => return None,
        Relevance::TailoredAway => scene.assessment.tailored[score.practice].clone(),
        Relevance::NotRelevant => Some(scene.word("tailoring.by_all")),
    };
    let reason = reason.unwrap_or_default();
    Some(vec![scene.practice_cell(score.practice), plain(reason)])
}
