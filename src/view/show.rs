//! A model as it stands: its levels, plateaus and practices.

use super::build::{left, page, plain, right, section, strong, table};
use super::phrase::Phrases;
use super::{Block, Depth, Line, Section, Span, View};
use crate::model::Model;

/// A model with its levels, its plateaus and every practice by discipline.
pub fn model(model: &Model, language: &str) -> View<'static> {
    let phrases = Phrases::new(model, language);
    let sections = [
        about(&phrases),
        levels(&phrases),
        plateaus(&phrases),
        practices(&phrases),
    ];
    page(
        phrases.words.language(),
        phrases.of(&model.title).to_owned(),
        format!(
            "{} {} · {}",
            model.id, model.version, model.provenance.licence
        ),
        sections,
    )
}

fn about(phrases: &Phrases) -> Option<Section> {
    let provenance = &phrases.model.provenance;
    let mut lines: Vec<Line> = vec![plain(phrases.of(&provenance.status))];
    lines.extend(phrases.reconstructed().map(plain));
    if let Some(overlay) = &phrases.model.overlay {
        lines.push(plain(
            phrases.words.fill("notes.overlay", &[("overlay", overlay)]),
        ));
    }
    lines.extend(
        provenance
            .sources
            .iter()
            .map(|source| plain(phrases.words.fill("method.source", &[("source", source)]))),
    );
    section(
        "about",
        phrases.word("model.about"),
        Depth::Summary,
        vec![Block::List(lines)],
    )
}

fn levels(phrases: &Phrases) -> Option<Section> {
    let columns = vec![
        right(phrases.word("column.level")),
        left(phrases.word("column.name")),
        left(phrases.word("column.definition")),
    ];
    let rows = phrases.model.scale.levels().map(|level| {
        vec![
            plain(level.number().to_string()),
            vec![strong(phrases.level_name(level))],
            plain(phrases.of(&phrases.model.scale.text(level).definition)),
        ]
    });
    let heading = phrases.word("model.levels");
    let table = table(heading.as_str(), columns, rows.collect());
    section("levels", heading, Depth::Summary, vec![table])
}

fn plateaus(phrases: &Phrases) -> Option<Section> {
    let columns = vec![
        left(phrases.word("column.plateau")),
        right(phrases.word("column.practices")),
        right(phrases.word("column.gate")),
        left(phrases.word("column.definition")),
    ];
    let rows = phrases.model.plateaus.iter().map(|plateau| {
        vec![
            vec![
                strong(plateau.id.to_string()),
                Span::plain(format!(" {}", phrases.of(&plateau.name))),
            ],
            plain(phrases.words.whole(plateau.practices.len() as u64)),
            plain(plateau.gate.level.number().to_string()),
            plain(phrases.of(&plateau.definition)),
        ]
    });
    let heading = phrases.word("model.plateaus");
    let table = table(heading.as_str(), columns, rows.collect());
    section("plateaus", heading, Depth::Summary, vec![table])
}

fn practices(phrases: &Phrases) -> Option<Section> {
    let columns = vec![
        left(phrases.word("column.practice")),
        left(phrases.word("column.discipline")),
        right(phrases.word("column.plateau")),
        right(phrases.word("column.gate")),
    ];
    let rows = phrases
        .model
        .practices
        .iter()
        .enumerate()
        .map(|(index, practice)| {
            let plateau = phrases.model.plateau_of(index);
            let discipline = &phrases.model.disciplines[practice.discipline];
            vec![
                vec![
                    strong(practice.id.as_str()),
                    Span::plain(format!(" {}", phrases.of(&practice.name))),
                ],
                plain(phrases.of(&discipline.name)),
                plain(plateau.id.to_string()),
                plain(plateau.gate.level.number().to_string()),
            ]
        });
    let heading = phrases.word("model.practices");
    let table = table(heading.as_str(), columns, rows.collect());
    section("practices", heading, Depth::Summary, vec![table])
}
