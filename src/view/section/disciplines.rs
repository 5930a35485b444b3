//! Every discipline and every practice with all its figures.

use super::figure;
use crate::chart::Kind;
use crate::model::Discipline;
use crate::scoring::{Figures, Score};
use crate::view::build::{left, plain, right, section, strong, table};
use crate::view::{Block, Column, Depth, Line, Scene, Section, Span};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let mut blocks = vec![disciplines(scene)];
    blocks.extend(figure::of(scene, Kind::Radar));
    blocks.extend(figure::of(scene, Kind::Profile));
    let each = scene.model.disciplines.iter().enumerate();
    blocks.extend(each.map(|(index, discipline)| practices(scene, index, discipline)));
    blocks.extend(answers(scene));
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

/// A column of figures: its heading's key and its cell.
type Figure = (&'static str, fn(&Scene, &Figures) -> Option<String>);

/// What stands beside a practice's level and status.
static RESULTS: &[Figure] = &[
    ("column.mean", |scene, f| {
        f.mean.as_ref().map(|mean| scene.words.mean(mean))
    }),
    ("column.n", |scene, f| Some(scene.words.whole(f.n))),
];

/// What people answered, and how far they agree.
static ANSWERS: &[Figure] = &[
    ("column.counts", |scene, f| {
        Some(scene.counts(&f.counts, "·"))
    }),
    ("column.sd", |scene, f| {
        f.sd.map(|sd| scene.words.deviation(Some(sd)))
    }),
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

/// A discipline's practices with what each came to.
fn practices(scene: &Scene, index: usize, discipline: &Discipline) -> Block {
    let mut columns = vec![
        left(scene.word("column.practice")),
        right(scene.word("column.level")),
    ];
    columns.extend(headings(scene, RESULTS));
    columns.push(right(scene.word("column.points")));
    columns.push(left(scene.word("column.standing")));
    let rows = discipline.practices.iter().map(|&practice| {
        let score = scene.score(practice);
        let mut row = vec![
            scene.practice_cell(score.practice),
            plain(scene.level_cell(score)),
        ];
        row.extend(cells(scene, score, RESULTS));
        row.push(plain(scene.points_cell(score)));
        row.push(plain(scene.standing(score)));
        row
    });
    let rows = rows.collect();
    let mean = scene
        .words
        .mean_or_absent(scene.profile.disciplines[index].mean.as_ref());
    let values: &[(&str, &dyn std::fmt::Display)] =
        &[("discipline", &scene.of(&discipline.name)), ("mean", &mean)];
    let caption = scene.words.fill("disciplines.practices_caption", values);
    table(caption, columns, rows)
}

/// The answers behind the results; nothing where nobody was asked.
fn answers(scene: &Scene) -> Option<Block> {
    let mut columns = vec![left(scene.word("column.practice"))];
    columns.extend(headings(scene, ANSWERS));
    let asked = |score: &&Score| {
        let answered = |f: &Figures| f.n + f.dont_know + f.not_relevant + f.blank > 0;
        score.figures.as_option().is_none_or(answered)
    };
    let scores = scene.profile.scores.iter().filter(asked);
    let rows: Vec<Vec<Line>> = scores
        .map(|score| {
            let mut row = vec![vec![strong(scene.id(score.practice))]];
            row.extend(cells(scene, score, ANSWERS));
            row
        })
        .collect();
    (!rows.is_empty()).then(|| table(scene.word("disciplines.answers_caption"), columns, rows))
}

fn headings(scene: &Scene, figures: &[Figure]) -> Vec<Column> {
    figures
        .iter()
        .map(|(key, _)| right(scene.word(key)))
        .collect()
}

fn cells(scene: &Scene, score: &Score, figures: &[Figure]) -> Vec<Line> {
    figures
        .iter()
        .map(|(_, write)| plain(scene.figure(score, |figures| write(scene, figures))))
        .collect()
}
