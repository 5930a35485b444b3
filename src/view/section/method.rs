//! How the numbers are made, what is protected, and what they were made from.

use std::fmt::Display;

use super::carried;
use crate::assessment::{Privacy, Weighting};
use crate::intake::Input;
use crate::scoring::Comments;
use crate::text::ABSENT;
use crate::view::build::{HIDDEN, left, plain, right, section, table};
use crate::view::phrase::layout_called;
use crate::view::{Block, Depth, Line, Scene, Section};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let mut blocks = vec![Block::List(numbers(scene)), Block::List(protection(scene))];
    blocks.push(Block::List(about_model(scene)));
    blocks.extend(carried::blocks(scene));
    if !scene.responses.inputs.is_empty() {
        blocks.push(inputs(scene));
        let rejected = rejected(scene);
        if !rejected.is_empty() {
            blocks.push(Block::List(rejected));
        }
    }
    section(
        "method",
        scene.word("method.heading"),
        Depth::Detail,
        blocks,
    )
}

fn numbers(scene: &Scene) -> Vec<Line> {
    let rules = &scene.assessment.rules;
    let coverage = scene.words.share(&near(rules.minimum_coverage));
    let weighting = match rules.weighting {
        Weighting::Respondent => "method.by_respondent",
        Weighting::Unit => "method.by_unit",
    };
    [
        scene.word("method.level"),
        scene.word("method.points"),
        scene
            .words
            .fill("method.coverage", &[("coverage", &coverage)]),
        scene.word("method.gate"),
        scene.word(weighting),
        scene.word("method.agreement"),
    ]
    .into_iter()
    .map(plain)
    .collect()
}

/// A share from the set-up as a fraction: it was typed in decimals.
fn near(share: f64) -> crate::scoring::Fraction {
    #[allow(clippy::cast_possible_truncation)] // a share lies between 0 and 1
    let millionths = (share * 1e6).round() as i128;
    crate::scoring::Fraction::new(millionths, 1_000_000)
}

fn protection(scene: &Scene) -> Vec<Line> {
    let Privacy {
        minimum_group,
        minimum_comments,
        allow_small_groups,
        ..
    } = scene.assessment.privacy;
    let mut lines = vec![
        scene
            .words
            .fill("method.privacy", &[("minimum", &minimum_group)]),
        scene
            .words
            .fill("method.marks", &[("hidden", &HIDDEN), ("absent", &ABSENT)]),
        scene.word("method.limits"),
    ];
    lines.extend(comments(scene).map(|key| {
        let values: &[(&str, &dyn Display)] = &[("minimum", &minimum_comments)];
        scene.words.fill(key, values)
    }));
    if allow_small_groups {
        lines.push(
            scene
                .words
                .fill("result.small_groups", &[("minimum", &minimum_group)]),
        );
    }
    lines.into_iter().map(plain).collect()
}

/// What is to be said of people's comments, if anything.
fn comments(scene: &Scene) -> Option<&'static str> {
    if !scene.assessment.privacy.comments {
        return Some("comments.left_out");
    }
    let mut scores = scene.profile.scores.iter();
    scores
        .any(|score| match &score.comments {
            Comments::Shown(comments) => !comments.is_empty(),
            Comments::Hidden => true,
            Comments::NotKept => false,
        })
        .then_some("comments.reading")
}

fn about_model(scene: &Scene) -> Vec<Line> {
    let model = scene.model;
    let values: &[(&str, &dyn Display)] = &[
        ("name", &scene.of(&model.title)),
        ("id", &model.id),
        ("version", &model.version),
        ("licence", &model.provenance.licence),
    ];
    let mut lines = vec![
        scene.words.fill("method.model", values),
        scene.of(&model.provenance.status).to_owned(),
    ];
    lines.extend(scene.reconstructed());
    if let Some(overlay) = &model.overlay {
        lines.push(scene.words.fill("notes.overlay", &[("overlay", overlay)]));
    }
    lines.push(scene.word("method.cmmi"));
    let sources = model.provenance.sources.iter();
    lines.extend(sources.map(|source| scene.words.fill("method.source", &[("source", source)])));
    lines.into_iter().map(plain).collect()
}

fn inputs(scene: &Scene) -> Block {
    let columns = vec![
        left(scene.word("column.file")),
        left(scene.word("column.layout")),
        right(scene.word("column.rows")),
        right(scene.word("column.rejected")),
        left(scene.word("column.sha256")),
    ];
    let inputs = scene.responses.inputs.iter();
    let rows = inputs.map(|input| input_row(scene, input)).collect();
    table(scene.word("method.inputs_caption"), columns, rows)
}

fn input_row(scene: &Scene, input: &Input) -> Vec<Line> {
    let layout = layout_called(scene.words, input.layout.name);
    let rejected = input.rejected.iter().map(|(_, count)| count).sum();
    vec![
        plain(input.name.as_str()),
        plain(layout),
        plain(scene.words.whole(input.rows)),
        plain(scene.words.whole(rejected)),
        plain(input.sha256.as_deref().unwrap_or_default()),
    ]
}

/// The answers that could not be read, by file and column.
fn rejected(scene: &Scene) -> Vec<Line> {
    let inputs = scene.responses.inputs.iter();
    inputs
        .flat_map(|input| {
            input
                .rejected
                .iter()
                .map(move |column| (&input.name, column))
        })
        .map(|(file, (column, count))| {
            let values: &[(&str, &dyn Display)] = &[("file", file), ("column", column)];
            plain(scene.words.count("method.rejected", *count, values))
        })
        .collect()
}
