//! Each plateau's mean and verdict.

use crate::scoring::{PlateauScore, Verdict};
use crate::text::ABSENT;
use crate::view::build::{HIDDEN, accent, left, muted, plain, right, section, strong, table};
use crate::view::{Block, Depth, Line, Scene, Section, Span};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    if scene.is_unanswered() {
        return None;
    }
    let heading = scene.word("plateaus.heading");
    section(
        "plateaus",
        heading,
        Depth::Summary,
        vec![side_by_side(scene)],
    )
}

/// Every plateau's mean and verdict.
pub(super) fn side_by_side(scene: &Scene) -> Block {
    let plateaus = &scene.profile.plateaus;
    let undecided = plateaus.iter().any(|score| !score.undecided.is_empty());
    let mut columns = vec![
        left(scene.word("column.plateau")),
        right(scene.word("column.mean_n")),
        left(scene.word("column.gate")),
        right(scene.word("column.met")),
    ];
    columns.extend(undecided.then(|| right(scene.word("column.undecided"))));
    let rows = plateaus.iter().map(|score| {
        let mut row = row(scene, score);
        row.truncate(columns.len());
        row
    });
    let rows = rows.collect();
    table(scene.word("plateaus.caption"), columns, rows)
}

fn row(scene: &Scene, score: &PlateauScore) -> Vec<Line> {
    let plateau = &scene.model.plateaus[score.score.index];
    let count = |practices: &[usize]| scene.words.whole(practices.len() as u64);
    let total = score.met.len() + score.missed.len() + score.undecided.len();
    let total = scene.words.whole(total as u64);
    let of = [
        ("some", &count(&score.met) as &dyn std::fmt::Display),
        ("all", &total),
    ];
    vec![
        vec![
            strong(plateau.id.to_string()),
            Span::plain(format!(" {}", scene.of(&plateau.name))),
        ],
        plain(mean(scene, score)),
        vec![verdict(scene, score.verdict)],
        plain(scene.words.fill("term.some_of", &of)),
        plain(count(&score.undecided)),
    ]
}

fn mean(scene: &Scene, score: &PlateauScore) -> String {
    let practices = &scene.model.plateaus[score.score.index].practices;
    let n = score.score.practices_scored;
    match &score.score.mean {
        Some(mean) => format!("{} ({n})", scene.words.mean(mean)),
        None if practices
            .iter()
            .any(|&p| scene.score(p).figures.is_hidden()) =>
        {
            HIDDEN.to_owned()
        }
        None => ABSENT.to_owned(),
    }
}

/// Whether a gate is met, in a word.
pub(super) fn verdict(scene: &Scene, verdict: Verdict) -> Span {
    match verdict {
        Verdict::Met => strong(scene.word("verdict.met")),
        Verdict::Missed => accent(scene.word("verdict.missed")),
        Verdict::Undecided => muted(scene.word("verdict.undecided")),
    }
}
