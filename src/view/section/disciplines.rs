//! Every discipline and every practice with all its figures.

use super::figure;
use crate::chart::Kind;
use crate::model::Discipline;
use crate::scoring::{Figures, Score};
use crate::view::build::{left, plain, right, section, strong, table};
use crate::view::{Block, Depth, Line, Scene, Section, Span};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let mut blocks = vec![disciplines(scene)];
    blocks.extend(figure::of(scene, Kind::Radar));
    let each = scene.model.disciplines.iter().enumerate();
    blocks.extend(each.map(|(index, discipline)| practices(scene, index, discipline)));
    blocks.extend(figure::of(scene, Kind::Profile));
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
    let columns = vec![
        left(scene.word("column.practice")),
        right(scene.word("column.level")),
        right(scene.word("column.mean")),
        right(scene.word("column.n")),
        right(scene.word("column.points")),
        left(scene.word("column.standing")),
    ];
    let rows = discipline.practices.iter().map(|&practice| {
        let score = scene.score(practice);
        let mean = |figures: &Figures| Some(scene.words.mean(figures.mean.as_ref()?));
        vec![
            scene.practice_cell(score.practice),
            plain(scene.level_cell(score)),
            plain(scene.figure(score, mean)),
            plain(scene.n_cell(score)),
            plain(scene.points_cell(score)),
            plain(scene.standing(score)),
        ]
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
    columns.extend(ANSWERS.iter().map(|(key, _)| right(scene.word(key))));
    let asked = |score: &&Score| {
        let answered = |f: &Figures| f.n + f.dont_know + f.not_relevant + f.blank > 0;
        score.figures.as_option().is_none_or(answered)
    };
    let scores = scene.profile.scores.iter().filter(asked);
    let rows: Vec<Vec<Line>> = scores
        .map(|score| {
            let mut row = vec![vec![strong(scene.id(score.practice))]];
            let write = |write: fn(&Scene, &Figures) -> Option<String>| {
                plain(scene.figure(score, |figures| write(scene, figures)))
            };
            row.extend(ANSWERS.iter().map(|(_, figure)| write(*figure)));
            row
        })
        .collect();
    (!rows.is_empty()).then(|| table(scene.word("disciplines.answers_caption"), columns, rows))
}
