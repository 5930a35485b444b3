//! Moderated levels beside the answers that they do not replace.

use crate::intake::Moderated;
use crate::model::Level;
use crate::scoring::Score;
use crate::text::ABSENT;
use crate::view::build::{left, plain, right, section, table};
use crate::view::{Block, Depth, Line, Scene, Section};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let scores = scene.profile.scores.iter();
    let rows: Vec<Vec<Line>> = scores
        .filter_map(|score| Some(row(scene, score, score.moderated.as_ref()?)))
        .collect();
    let mut blocks: Vec<Block> = Vec::new();
    if !rows.is_empty() {
        let columns = vec![
            left(scene.word("column.practice")),
            right(scene.word("column.answers_level")),
            right(scene.word("column.n")),
            right(scene.word("column.moderated")),
            right(scene.word("column.difference")),
            left(scene.word("column.reason")),
            left(scene.word("column.evidence")),
        ];
        blocks.push(table(scene.word("moderated.caption"), columns, rows));
        blocks.push(Block::Note(scene.word("moderated.reading")));
    }
    section(
        "moderated",
        scene.word("moderated.heading"),
        Depth::Detail,
        blocks,
    )
}

fn row(scene: &Scene, score: &Score, moderated: &Moderated) -> Vec<Line> {
    let median = |level: Option<Level>| level.map(|level| level.number().to_string());
    vec![
        scene.practice_cell(score.practice),
        plain(scene.figure(score, |figures| median(figures.median))),
        plain(scene.n_cell(score)),
        plain(moderated.level.number().to_string()),
        plain(scene.figure(score, |figures| {
            Some(difference(figures.median?, moderated.level))
        })),
        plain(moderated.reason.as_str()),
        plain(
            scene
                .evidence(moderated.evidence.as_ref())
                .unwrap_or(ABSENT.into()),
        ),
    ]
}

/// How far a level was moved, with its sign.
fn difference(from: Level, to: Level) -> String {
    match to.number().abs_diff(from.number()) {
        0 => "0".to_owned(),
        by if to > from => format!("+{by}"),
        by => format!("−{by}"),
    }
}
