//! A report's words without emphasis, for formats made of data.

use serde::Serialize;

use crate::view::{Block, Line, View};

/// Title and sections.
#[derive(Serialize)]
pub(super) struct Document {
    pub title: String,
    pub subtitle: Vec<String>,
    pub sections: Vec<Part>,
}

/// A section.
#[derive(Serialize)]
pub(super) struct Part {
    pub id: &'static str,
    pub heading: String,
    pub blocks: Vec<Piece>,
}

/// A block: one key, which says what it is.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Piece {
    Paragraph(String),
    List(Vec<String>),
    Table {
        caption: String,
        columns: Vec<String>,
        rows: Vec<Vec<String>>,
    },
    Note(String),
    Command(String),
    Figure {
        alt: String,
        caption: String,
    },
    Card {
        heading: String,
        blocks: Vec<Piece>,
    },
}

impl Document {
    /// The words of a report.
    pub fn of(view: &View) -> Self {
        Self {
            title: view.title.clone(),
            subtitle: view.subtitle.clone(),
            sections: view
                .sections
                .iter()
                .map(|section| Part {
                    id: section.id,
                    heading: section.heading.clone(),
                    blocks: section.blocks.iter().map(piece).collect(),
                })
                .collect(),
        }
    }
}

fn piece(block: &Block) -> Piece {
    match block {
        Block::Paragraph(line) => Piece::Paragraph(words(line)),
        Block::List(lines) => Piece::List(lines.iter().map(words).collect()),
        Block::Table(table) => Piece::Table {
            caption: table.caption.clone(),
            columns: table.columns.iter().map(|c| c.heading.clone()).collect(),
            rows: table
                .rows
                .iter()
                .map(|row| row.iter().map(words).collect())
                .collect(),
        },
        Block::Note(text) => Piece::Note(text.clone()),
        Block::Command(text) => Piece::Command(text.clone()),
        Block::Figure(figure) => Piece::Figure {
            alt: figure.alt.clone(),
            caption: figure.caption.clone(),
        },
        Block::Card(card) => Piece::Card {
            heading: card.heading.clone(),
            blocks: card.blocks.iter().map(piece).collect(),
        },
    }
}

fn words(line: &Line) -> String {
    line.iter().map(|span| span.text.as_str()).collect()
}
