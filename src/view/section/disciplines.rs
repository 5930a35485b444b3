//! Every discipline and every practice with all its figures.

use crate::model::Discipline;
use crate::scoring::{Figures, Score};
use crate::text::ABSENT;
use crate::view::build::{left, plain, right, section, strong, table};
use crate::view::{Block, Column, Depth, Line, Scene, Section, Span};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let mut blocks = vec![disciplines(scene), practices(scene)];
    let hidden = scene.hidden_in(scene.selection.unit);
    blocks.extend(scene.hidden_note("hidden.practices", hidden));
    blocks.push(Block::Note(scene.word("disciplines.reading")));
    section(
        "disciplines",
        scene.word("disciplines.heading"),
        Depth::Detail,
        blocks,
    )
}

fn disciplines(scene: &Scene) -> Block {
    let columns = vec![
        left(scene.word("column.discipline")),
        right(scene.word("column.mean")),
        right(scene.word("column.points")),
        right(scene.word("column.points_max")),
        right(scene.word("column.practices")),
    ];
    let rows = scene.model.disciplines.iter().enumerate();
    let rows = rows
        .map(|(index, discipline)| discipline_row(scene, index, discipline))
        .collect();
    table(scene.word("disciplines.caption"), columns, rows)
}

fn discipline_row(scene: &Scene, index: usize, discipline: &Discipline) -> Vec<Line> {
    let words = &scene.words;
    let score = &scene.profile.disciplines[index];
    let of = words.fill(
        "term.some_of",
        &[
            ("some", &score.practices_scored),
            ("all", &discipline.practices.len()),
        ],
    );
    vec![
        vec![
            strong(discipline.id.as_str()),
            Span::plain(format!(" {}", scene.of(&discipline.name))),
        ],
        plain(words.mean_or_absent(score.mean.as_ref())),
        plain(words.mean_or_absent(score.points.as_ref())),
        plain(words.whole(score.points_max)),
        plain(of),
    ]
}

/// A column of the practice table: its heading's key and its cell.
type Figure = (&'static str, fn(&Scene, &Figures) -> Option<String>);

static FIGURES: &[Figure] = &[
    ("column.mean", |scene, f| {
        f.mean.as_ref().map(|mean| scene.words.mean(mean))
    }),
    ("column.sd", |scene, f| {
        f.sd.map(|sd| scene.words.deviation(Some(sd)))
    }),
    ("column.n", |scene, f| Some(scene.words.whole(f.n))),
    ("column.coverage", |scene, f| {
        f.coverage.as_ref().map(|share| scene.words.share(share))
    }),
    ("column.dont_know", |scene, f| {
        Some(scene.words.whole(f.dont_know))
    }),
    ("column.not_relevant", |scene, f| {
        Some(scene.words.whole(f.not_relevant))
    }),
    ("column.blank", |scene, f| Some(scene.words.whole(f.blank))),
    ("column.a", |scene, f| {
        f.agreement.as_ref().map(|a| scene.words.agreement_f64(a.a))
    }),
    ("column.ad", |scene, f| {
        f.agreement.as_ref().map(|a| scene.words.agreement(&a.ad))
    }),
];

fn practices(scene: &Scene) -> Block {
    let mut columns: Vec<Column> = vec![
        left(scene.word("column.practice")),
        right(scene.word("column.level")),
    ];
    columns.extend(FIGURES.iter().map(|(key, _)| right(scene.word(key))));
    columns.push(left(scene.word("column.standing")));
    let rows = scene
        .profile
        .scores
        .iter()
        .map(|score| row(scene, score))
        .collect();
    table(scene.word("disciplines.practices_caption"), columns, rows)
}

fn row(scene: &Scene, score: &Score) -> Vec<Line> {
    let mut row = vec![
        scene.practice_cell(score.practice),
        plain(scene.level_cell(score)),
    ];
    row.extend(FIGURES.iter().map(|(_, write)| {
        if score.settled.is_some() {
            return plain(ABSENT); // no people's answers stand behind a settled reading
        }
        plain(scene.figure(score, |figures| write(scene, figures)))
    }));
    row.push(plain(scene.standing(score)));
    row
}
