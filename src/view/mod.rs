//! The report in no format: sections of paragraphs, tables and notes, and the record of
//! every number behind them. A format turns this into bytes and computes nothing.

mod build;
mod change;
pub mod charts;
mod compose;
mod explain;
pub mod form;
mod phrase;
pub mod record;
mod scene;
mod section;
mod sentence;
mod show;
mod worksheet;

use crate::assessment::{Color, Logo};

pub use compose::{Extent, Selection, Supposed, Topic, Typed, compose};
pub use explain::{explain_code, explain_finding, explain_level, explain_practice};
pub use phrase::layout_called;
pub use record::Record;
use record::UnitRecords;
pub use scene::Scene;
pub use section::sections;
pub use sentence::sentence;
pub use show::model;
pub use worksheet::{Entry, Field, Fill, Worksheet};

/// A report on one unit at one point in time, or words about a part of the model.
#[derive(Debug, Clone, PartialEq)]
pub struct View<'a> {
    /// The report's language, such as `da`.
    pub language: String,
    /// What it is about, on one line.
    pub title: String,
    /// Unit, wave, model and version, in a line or two.
    pub subtitle: Vec<String>,
    /// Who stands behind it, its date and its look.
    pub imprint: Imprint,
    /// The parts of the report, in order.
    pub sections: Vec<Section>,
    /// Every number behind the report; absent where nothing was assessed, as in words about
    /// a practice or a diagnostic.
    pub record: Option<Record<UnitRecords<'a>>>,
    /// The table that people are to fill in, where the report is there for that.
    pub worksheet: Option<Worksheet>,
}

impl View<'_> {
    /// The same, to be kept when what its record is made from is gone.
    pub fn in_full(self) -> View<'static> {
        View {
            language: self.language,
            title: self.title,
            subtitle: self.subtitle,
            imprint: self.imprint,
            sections: self.sections,
            record: self.record.map(|record| record.in_full().into()),
            worksheet: self.worksheet,
        }
    }
}

/// Who stands behind a report, its date and its look: what a cover and a file's metadata name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imprint {
    /// The organisation in whose name it is written.
    pub organisation: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// What stands on the cover, where there is one.
    pub logo: Option<Logo>,
    /// The day it is dated; never the clock's.
    pub date: Option<jiff::civil::Date>,
    /// The one colour beside the greys.
    pub accent: Color,
}

impl Imprint {
    /// What stands for the logo where it cannot be seen.
    pub fn logo_words(&self) -> &str {
        self.organisation.as_deref().unwrap_or("Logo")
    }
}

impl Default for Imprint {
    fn default() -> Self {
        Self {
            organisation: None,
            author: None,
            logo: None,
            date: None,
            accent: Color::ACCENT,
        }
    }
}

/// A part of the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Permanent name, such as `plateaus`.
    pub id: &'static str,
    /// What stands above it.
    pub heading: String,
    /// Whether a summary shows it, or only the full report.
    pub depth: Depth,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// How deep a reader has to go to see something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// In every report.
    Summary,
    /// In the full report only.
    Detail,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Running text.
    Paragraph(Line),
    /// Points, one a line.
    List(Vec<Line>),
    /// Rows and columns.
    Table(Table),
    /// A remark on how to read what stands above it.
    Note(String),
    /// A command to type.
    Command(String),
    /// A picture.
    Figure(Figure),
    /// Blocks about one thing, under a heading of their own.
    Card(Card),
}

/// Text with its emphasis.
pub type Line = Vec<Span>;

/// A stretch of text in one tone. The text may be people's own words: formats must make
/// it inert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// How they are set.
    pub tone: Tone,
}

/// How words are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As running text.
    Plain,
    /// Worth seeing first.
    Strong,
    /// Look here: blockers, disputes.
    Accent,
    /// Context.
    Muted,
}

/// A picture with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The drawing, a whole SVG document.
    pub svg: String,
    /// What it shows, for those who cannot see it; not empty.
    pub alt: String,
    /// What stands with it; may be empty.
    pub caption: String,
    /// Whether it wants the whole width; two that do not may stand side by side.
    pub wide: bool,
}

/// Blocks about one thing, such as a practice or a plateau; formats keep it together where
/// they can, and list or fold it by its heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// What it is about; not empty.
    pub heading: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// Rows and columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it shows, for those who cannot see it and for formats that set captions.
    pub caption: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; each has a cell a column.
    pub rows: Vec<Vec<Line>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands above it; may be empty.
    pub heading: String,
    /// Where its cells stand.
    pub align: Align,
}

/// Where a cell's text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

impl Span {
    /// Words as running text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Plain)
    }

    /// Words in a tone.
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self {
            text: text.into(),
            tone,
        }
    }
}
