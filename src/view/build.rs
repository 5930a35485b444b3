//! Small pieces that sections are put together from.

use super::{Align, Block, Column, Depth, Imprint, Line, Section, Span, Table, Tone, View};

/// Stands where a figure is hidden.
pub(super) const HIDDEN: &str = "■";

pub(super) fn strong(text: impl Into<String>) -> Span {
    Span::new(text, Tone::Strong)
}

pub(super) fn accent(text: impl Into<String>) -> Span {
    Span::new(text, Tone::Accent)
}

pub(super) fn muted(text: impl Into<String>) -> Span {
    Span::new(text, Tone::Muted)
}

/// A line, or a table's cell, in one tone.
pub(super) fn plain(text: impl Into<String>) -> Line {
    vec![Span::plain(text)]
}

/// Two lines as one.
pub(super) fn joined(mut first: Line, then: Line) -> Line {
    if !first.is_empty() && !then.is_empty() {
        first.push(Span::plain(" "));
    }
    first.extend(then);
    first
}

pub(super) fn left(heading: impl Into<String>) -> Column {
    Column {
        heading: heading.into(),
        align: Align::Left,
    }
}

pub(super) fn right(heading: impl Into<String>) -> Column {
    Column {
        heading: heading.into(),
        align: Align::Right,
    }
}

pub(super) fn table(
    caption: impl Into<String>,
    columns: Vec<Column>,
    rows: Vec<Vec<Line>>,
) -> Block {
    Block::Table(Table {
        caption: caption.into(),
        columns,
        rows,
    })
}

/// A section; none if it has nothing to say.
pub(super) fn section(
    id: &'static str,
    heading: impl Into<String>,
    depth: Depth,
    blocks: Vec<Block>,
) -> Option<Section> {
    let heading = heading.into();
    (!blocks.is_empty()).then_some(Section {
        id,
        heading,
        depth,
        blocks,
    })
}

/// A view that reports on no unit: words about a part of a model or of the program.
pub(super) fn page(
    language: impl Into<String>,
    title: impl Into<String>,
    subtitle: impl Into<String>,
    sections: impl IntoIterator<Item = Option<Section>>,
) -> View<'static> {
    View {
        language: language.into(),
        title: title.into(),
        subtitle: vec![subtitle.into()],
        record: None,
        worksheet: None,
        imprint: Imprint::default(),
        sections: sections.into_iter().flatten().collect(),
    }
}
