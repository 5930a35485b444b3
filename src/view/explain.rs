//! What a practice, a level or a kind of finding means.

use super::build::{left, page, plain, right, section, strong, table};
use super::phrase::Phrases;
use super::{Block, Depth, Line, Section, Span, View};
use crate::diagnostic::Code;
use crate::finding::Kind;
use crate::model::{Basis, Level, Model, Practice};

/// A practice (an index into the model's) in full: its question, place, anchors and links.
pub fn explain_practice(model: &Model, practice: usize, language: &str) -> View<'static> {
    let phrases = Phrases::new(model, language);
    let text = &model.practices[practice];
    let discipline = phrases.of(&model.disciplines[text.discipline].name);
    let sections = [
        meaning(&phrases, text),
        placement(&phrases, text),
        anchors(&phrases, text),
        influence(&phrases, text),
    ];
    page(
        phrases.words.language(),
        phrases.practice(practice),
        discipline,
        sections,
    )
}

fn meaning(phrases: &Phrases, practice: &Practice) -> Option<Section> {
    let mut blocks = vec![
        Block::Paragraph(vec![strong(phrases.of(&practice.question))]),
        Block::Paragraph(plain(phrases.of(&practice.summary))),
    ];
    if !practice.links.is_empty() {
        let links: Vec<String> = practice
            .links
            .iter()
            .map(|&link| phrases.practice(link))
            .collect();
        let links = Span::plain(phrases.words.list(&links));
        blocks.push(Block::Paragraph(
            phrases.line("explain.links", &[("practices", links)]),
        ));
    }
    section(
        "meaning",
        phrases.word("explain.meaning_heading"),
        Depth::Summary,
        blocks,
    )
}

fn placement(phrases: &Phrases, practice: &Practice) -> Option<Section> {
    let placement = &practice.placement;
    let gate = phrases.model.plateaus[placement.plateau].gate.level;
    let sentence = phrases.line(
        "explain.placement",
        &[
            ("plateau", strong(phrases.plateau(placement.plateau))),
            ("gate", Span::plain(phrases.level(gate))),
        ],
    );
    let confidence = Span::plain(phrases.confidence(placement.confidence));
    let basis = match placement.basis {
        Basis::Attested => phrases.line("explain.placement_attested", &[]),
        Basis::Reconstructed => {
            phrases.line("explain.placement_basis", &[("confidence", confidence)])
        }
    };
    let blocks = vec![
        Block::Paragraph(sentence),
        Block::Paragraph(plain(phrases.of(&placement.rationale))),
        Block::Paragraph(basis),
    ];
    section(
        "placement",
        phrases.word("explain.placement_heading"),
        Depth::Summary,
        blocks,
    )
}

fn anchors(phrases: &Phrases, practice: &Practice) -> Option<Section> {
    let columns = vec![
        right(phrases.word("column.level")),
        left(phrases.word("column.name")),
        left(phrases.word("column.anchor")),
    ];
    let rows = phrases.model.scale.levels().map(|level| {
        vec![
            plain(level.number().to_string()),
            plain(phrases.level_name(level)),
            plain(phrases.anchor(practice, level)),
        ]
    });
    let basis = phrases.basis(practice.anchors_basis);
    let blocks = vec![
        table(
            phrases.word("explain.anchors_caption"),
            columns,
            rows.collect(),
        ),
        Block::Note(phrases.words.fill("explain.basis", &[("basis", &basis)])),
    ];
    section(
        "anchors",
        phrases.word("explain.anchors_heading"),
        Depth::Summary,
        blocks,
    )
}

fn influence(phrases: &Phrases, practice: &Practice) -> Option<Section> {
    let layers = phrases.model.layers.iter().zip(&practice.influence);
    let lines: Vec<Line> = layers
        .map(|(layer, &influence)| {
            let layer = strong(phrases.of(&layer.name));
            let influence = Span::plain(phrases.influence(influence));
            phrases.line(
                "explain.influence",
                &[("layer", layer), ("influence", influence)],
            )
        })
        .collect();
    let blocks = if lines.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(lines)]
    };
    section(
        "influence",
        phrases.word("explain.influence_heading"),
        Depth::Summary,
        blocks,
    )
}

/// A level: its name, label and definition, and what it rests on.
pub fn explain_level(model: &Model, level: Level, language: &str) -> View<'static> {
    let phrases = Phrases::new(model, language);
    let text = model.scale.text(level);
    let (name, definition) = (text.name_basis, text.definition_basis);
    let basis = phrases.line(
        "explain.level_basis",
        &[
            ("name", Span::plain(phrases.basis(name))),
            ("definition", Span::plain(phrases.basis(definition))),
        ],
    );
    let label = Span::plain(phrases.of(&text.label));
    let blocks = vec![
        Block::Paragraph(vec![strong(phrases.of(&text.definition))]),
        Block::Paragraph(phrases.line("explain.label", &[("label", label)])),
        Block::Paragraph(basis),
    ];
    let heading = phrases.word("explain.meaning_heading");
    let number = level.number();
    let name = phrases.level_name(level);
    page(
        phrases.words.language(),
        phrases.words.fill(
            "explain.level_title",
            &[("level", &number), ("name", &name)],
        ),
        phrases.of(&model.title),
        [section("meaning", heading, Depth::Summary, blocks)],
    )
}

/// A kind of finding: what it means, how it is worked out, and what to do about it.
pub fn explain_finding(model: &Model, kind: &Kind, language: &str) -> View<'static> {
    let phrases = Phrases::new(model, language);
    let text = phrases.word(&format!("kind.{}.text", kind.id));
    let heading = phrases.word("explain.meaning_heading");
    let blocks = vec![Block::Paragraph(plain(text))];
    page(
        phrases.words.language(),
        phrases.word(&format!("kind.{}.title", kind.id)),
        kind.id,
        [section("meaning", heading, Depth::Summary, blocks)],
    )
}

/// A kind of problem: the paragraph kept beside its code, in the language of diagnostics.
pub fn explain_code(code: &Code) -> View<'static> {
    let phrase = Block::Paragraph(plain(code.explanation));
    let sections = [section(
        "meaning",
        "What it means",
        Depth::Summary,
        vec![phrase],
    )];
    page("en", code.id, code.title, sections)
}
