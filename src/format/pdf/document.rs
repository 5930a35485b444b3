//! The report as the template reads it: data only, every text drawable.

mod room;

use jiff::civil::Date;
use serde::Serialize;

use super::drawing::told;
use super::running::{self, Mark};
use super::table;
use super::typeface::Typeface;
use crate::view::{Align, Block, Card, Depth, Figure, Line, Section, Table, Tone, View};

/// The paper: A4, in points. The template is told, so that both agree.
pub(super) mod page {
    /// Points a millimetre.
    const MM: f64 = 72.0 / 25.4;
    /// The short edge of the paper.
    pub(crate) const SHORT: f64 = 210.0 * MM;
    /// The long edge of the paper.
    pub(crate) const LONG: f64 = 297.0 * MM;
    /// What stands free left and right.
    pub(crate) const SIDE: f64 = 22.0 * MM;
    /// What stands free above the text, running header included.
    pub(crate) const TOP: f64 = 28.0 * MM;
    /// What stands free below the text, running footer included.
    pub(crate) const BOTTOM: f64 = 24.0 * MM;

    /// The size of the running header and footer.
    pub(crate) const SMALL: f64 = 8.0;

    /// How wide the text is.
    pub(crate) fn text_width(landscape: bool) -> f64 {
        (if landscape { LONG } else { SHORT }) - 2.0 * SIDE
    }
}

/// The date in the metadata of what has none: an archivable PDF must be dated, and
/// the clock's date would change its bytes.
const UNDATED: [i16; 3] = [1970, 1, 1];

/// A row that takes more lines than this may be split over two pages.
const TALL_ROW: usize = 24;

/// A drawing (whose type is 12 units or so) that would be set at less than this many points
/// a unit across a portrait page is given a landscape page.
const SMALLEST_UNIT: f64 = 0.47;

/// Everything that is typeset: a report or a drawing with its design.
pub(super) struct Document {
    /// The design.
    pub(super) template: &'static str,
    /// What is said, as JSON.
    pub(super) json: Vec<u8>,
    /// The drawings that it names `/figure-N.svg`, in the order of N.
    pub(super) figures: Vec<String>,
    /// The logo under the name that the report gives it.
    pub(super) logo: Option<(&'static str, Vec<u8>)>,
    /// What tells this document from others.
    pub(super) identity: String,
}

#[derive(Serialize)]
struct Report {
    language: String,
    title: String,
    subtitle: Vec<String>,
    organisation: Option<String>,
    author: Option<String>,
    logo: Option<Mark>,
    header: Vec<String>,
    footer: Option<String>,
    date: [i16; 3],
    accent: [u8; 3],
    paper: Paper,
    sections: Vec<Chapter>,
}

#[derive(Serialize)]
struct Paper {
    short: f64,
    long: f64,
    side: f64,
    top: f64,
    bottom: f64,
    small: f64,
}

/// A section, cut where the paper turns.
#[derive(Serialize)]
struct Chapter {
    heading: String,
    /// Whether it is the page for a reader in a hurry.
    lead: bool,
    runs: Vec<Run>,
}

#[derive(Serialize)]
struct Run {
    landscape: bool,
    pieces: Vec<Piece>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Piece {
    Paragraph { line: Vec<Words> },
    List { lines: Vec<Vec<Words>> },
    Note { text: String },
    Command { text: String },
    Table(Grid),
    Figure(Picture),
    Card(Sheet),
}

#[derive(Serialize)]
struct Sheet {
    heading: String,
    pieces: Vec<Piece>,
    /// Whether it surely fits on one page, so that the template need not set it to know.
    short: bool,
}

#[derive(Serialize)]
struct Words {
    text: String,
    tone: &'static str,
}

#[derive(Serialize)]
struct Grid {
    caption: String,
    size: f64,
    inset: f64,
    widths: Vec<f64>,
    hyphenate: Vec<bool>,
    landscape: bool,
    heads: Vec<String>,
    right: Vec<bool>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    tall: bool,
    #[serde(skip)]
    lines: usize,
    cells: Vec<Vec<Words>>,
}

#[derive(Serialize)]
struct Picture {
    path: String,
    alt: String,
    caption: String,
    /// Its own size, in points.
    width: f64,
    height: f64,
    wide: bool,
    landscape: bool,
}

/// Writes the report down for the template.
pub(super) fn compose(view: &View, typeface: &mut Typeface) -> Document {
    let mut writer = Writer {
        typeface,
        figures: Vec::new(),
    };
    let subtitle: Vec<String> = view.subtitle.iter().map(|line| writer.text(line)).collect();
    let imprint = &view.imprint;
    let lead = view
        .sections
        .iter()
        .position(|section| section.depth == Depth::Summary);
    let report = Report {
        language: language(&view.language),
        title: writer.text(&view.title),
        subtitle,
        organisation: imprint
            .organisation
            .as_deref()
            .map(|name| writer.text(name)),
        author: imprint.author.as_deref().map(|name| writer.text(name)),
        logo: Mark::of(view, writer.typeface),
        header: running::header(view, writer.typeface),
        footer: running::footer(view, writer.typeface),
        date: dated(imprint.date),
        accent: [
            imprint.accent.red,
            imprint.accent.green,
            imprint.accent.blue,
        ],
        paper: Paper {
            short: page::SHORT,
            long: page::LONG,
            side: page::SIDE,
            top: page::TOP,
            bottom: page::BOTTOM,
            small: page::SMALL,
        },
        sections: view
            .sections
            .iter()
            .enumerate()
            .map(|(place, section)| writer.chapter(section, lead == Some(place)))
            .collect(),
    };
    Document {
        template: include_str!("../pdf.typ"),
        // Strings, numbers and lists always have a JSON form.
        json: serde_json::to_vec(&report).unwrap_or_default(),
        figures: writer.figures,
        logo: imprint.logo.as_ref().map(running::file),
        identity: format!("{}\n{}", view.title, view.subtitle.join("\n")),
    }
}

/// A date for the metadata, as year, month and day.
pub(super) fn dated(date: Option<Date>) -> [i16; 3] {
    date.map_or(UNDATED, |date| {
        [date.year(), date.month().into(), date.day().into()]
    })
}

/// A language code that the typesetter takes; anything else is "undetermined".
pub(super) fn language(code: &str) -> String {
    let letters = code.bytes().all(|b| b.is_ascii_lowercase());
    let code = if letters && matches!(code.len(), 2 | 3) {
        code
    } else {
        "und"
    };
    code.to_owned()
}

struct Writer<'a> {
    typeface: &'a mut Typeface,
    figures: Vec<String>,
}

impl Writer<'_> {
    fn text(&mut self, text: &str) -> String {
        self.typeface.breakable(text)
    }

    fn line(&mut self, line: &Line) -> Vec<Words> {
        line.iter()
            .map(|span| Words {
                text: self.text(&span.text),
                tone: match span.tone {
                    Tone::Plain => "plain",
                    Tone::Strong => "strong",
                    Tone::Accent => "accent",
                    Tone::Muted => "muted",
                },
            })
            .collect()
    }

    fn chapter(&mut self, section: &Section, lead: bool) -> Chapter {
        Chapter {
            lead,
            heading: self.text(&section.heading),
            runs: runs(self.pieces(&section.blocks)),
        }
    }

    fn pieces(&mut self, blocks: &[Block]) -> Vec<Piece> {
        blocks.iter().map(|block| self.piece(block)).collect()
    }

    fn piece(&mut self, block: &Block) -> Piece {
        match block {
            Block::Paragraph(line) => Piece::Paragraph {
                line: self.line(line),
            },
            Block::List(lines) => Piece::List {
                lines: lines.iter().map(|line| self.line(line)).collect(),
            },
            Block::Table(table) => Piece::Table(self.grid(table)),
            Block::Note(text) => Piece::Note {
                text: self.text(text),
            },
            Block::Command(text) => Piece::Command {
                text: self.text(text),
            },
            Block::Figure(figure) => Piece::Figure(self.picture(figure)),
            Block::Card(Card { heading, blocks }) => {
                let pieces = self.pieces(blocks);
                Piece::Card(Sheet {
                    heading: self.text(heading),
                    short: room::is_short(&pieces),
                    pieces,
                })
            }
        }
    }

    fn grid(&mut self, table: &Table) -> Grid {
        let setting = table::set(table, self.typeface);
        Grid {
            caption: self.text(&table.caption),
            heads: table
                .columns
                .iter()
                .map(|column| self.text(&column.heading))
                .collect(),
            right: table
                .columns
                .iter()
                .map(|column| column.align == Align::Right)
                .collect(),
            rows: table
                .rows
                .iter()
                .map(|row| {
                    let lines = table::lines(row, &setting, self.typeface);
                    Row {
                        tall: lines > TALL_ROW,
                        lines,
                        cells: row.iter().map(|line| self.line(line)).collect(),
                    }
                })
                .collect(),
            size: setting.size,
            inset: setting.inset,
            widths: setting.widths,
            hyphenate: setting.hyphenate,
            landscape: setting.landscape,
        }
    }

    fn picture(&mut self, figure: &Figure) -> Picture {
        let path = format!("/figure-{}.svg", self.figures.len());
        // A drawing without a size of its own is set as wide as there is room.
        let (width, height) = size(&figure.svg).unwrap_or((page::text_width(false), 1.0));
        self.figures.push(self.typeface.drawable(&figure.svg));
        Picture {
            path,
            alt: told(&self.typeface.drawable(&figure.alt)),
            caption: self.text(&figure.caption),
            wide: figure.wide,
            landscape: figure.wide && is_too_wide((width, height)),
            width,
            height,
        }
    }
}

/// Whether the type of a drawing of this size would be too small across a portrait page.
fn is_too_wide((width, height): (f64, f64)) -> bool {
    width > height && page::text_width(false) / width < SMALLEST_UNIT
}

/// The width and height that a drawing states, in its own units; none when it states none.
fn size(svg: &str) -> Option<(f64, f64)> {
    let head = svg.split_once("<svg").map_or("", |(_, rest)| rest);
    let head = head.split_once('>').map_or("", |(head, _)| head);
    let side = |name: &str| {
        let (_, rest) = head.split_once(&format!(" {name}=\""))?;
        let side = rest.split('"').next()?.trim_end_matches("px");
        side.parse().ok().filter(|side| *side > 0.0)
    };
    Some((side("width")?, side("height")?))
}

/// Cuts pieces where the paper turns. What leads straight from a section's heading to a wide
/// piece turns with it, so that no heading stays behind alone, and so do the notes on it.
fn runs(pieces: Vec<Piece>) -> Vec<Run> {
    let mut turned: Vec<bool> = pieces.iter().map(needs_landscape).collect();
    for i in 1..pieces.len() {
        turned[i] |= turned[i - 1] && matches!(pieces[i], Piece::Note { .. });
    }
    if let Some(first) = turned.iter().position(|turned| *turned) {
        let is_lead = |piece: &Piece| matches!(piece, Piece::Paragraph { .. } | Piece::Note { .. });
        if pieces[..first].iter().all(is_lead) {
            turned[..first].fill(true);
        }
    }
    let mut runs: Vec<Run> = Vec::new();
    for (piece, landscape) in pieces.into_iter().zip(turned) {
        match runs.last_mut() {
            Some(run) if run.landscape == landscape => run.pieces.push(piece),
            _ => runs.push(Run {
                landscape,
                pieces: vec![piece],
            }),
        }
    }
    runs
}

fn needs_landscape(piece: &Piece) -> bool {
    match piece {
        Piece::Table(grid) => grid.landscape,
        Piece::Figure(picture) => picture.landscape,
        Piece::Card(card) => card.pieces.iter().any(needs_landscape),
        _ => false,
    }
}
