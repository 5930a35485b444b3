//! Text for a terminal: wrapped, aligned and readable without colour.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, TableStyle};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::view::{Align, Block, Depth, Section, Span, Table, Tone, View};

use super::Style;
use super::words::{one_line, words, words_of};

/// The narrowest terminal that text is set for.
const NARROWEST: usize = 60;

/// The widest text that reads well; tables may be wider.
const WIDEST_TEXT: usize = 100;

/// What stands before everything below a heading.
const INDENT: &str = "  ";

/// What stands before a point of a list.
const BULLET: &str = "• ";

/// What stands before a command.
const PROMPT: &str = "$ ";

/// The space between two columns of a table.
const GUTTER: u16 = 2;

/// A report as text, ANSI colours only if the style has them.
pub fn render(view: &View, style: &Style) -> Vec<u8> {
    let page = Page::new(style);
    let mut lines = page.text(&[Span::new(&view.title, Tone::Strong)], "", "");
    for subtitle in &view.subtitle {
        lines.extend(page.text(&[Span::new(subtitle, Tone::Muted)], "", ""));
    }
    let shown = |section: &&Section| style.verbose || section.depth == Depth::Summary;
    for section in view.sections.iter().filter(shown) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(page.section(section));
    }
    let mut text = String::new();
    for line in lines {
        text += &painted(line.trim_end());
        text.push('\n');
    }
    text.into_bytes()
}

/// How wide and how colourful a page is.
struct Page {
    text_width: usize,
    table_width: usize,
    colour: bool,
}

impl Page {
    fn new(style: &Style) -> Self {
        let width = usize::from(style.width).max(NARROWEST);
        Self {
            text_width: width.min(WIDEST_TEXT),
            table_width: width,
            colour: style.colour,
        }
    }

    fn section(&self, section: &Section) -> Vec<String> {
        let mut lines = self.text(&[Span::new(&section.heading, Tone::Strong)], "", "");
        lines.extend(self.blocks(&section.blocks));
        lines
    }

    fn blocks(&self, blocks: &[Block]) -> Vec<String> {
        let mut lines = Vec::new();
        let mut above = None;
        for block in blocks {
            if above.is_some_and(|above| is_apart(above, block)) {
                lines.push(String::new());
            }
            lines.extend(self.block(block));
            above = Some(block);
        }
        lines
    }

    fn block(&self, block: &Block) -> Vec<String> {
        match block {
            Block::Paragraph(line) => self.text(line, INDENT, INDENT),
            Block::List(points) => points
                .iter()
                .flat_map(|point| {
                    let hanging = format!("{INDENT}{}", " ".repeat(BULLET.width()));
                    self.text(point, &format!("{INDENT}{BULLET}"), &hanging)
                })
                .collect(),
            Block::Table(table) => self.table(table),
            Block::Note(text) => self.text(&[Span::new(text, Tone::Muted)], INDENT, INDENT),
            // Never wrapped: it is there to be copied.
            Block::Command(text) => vec![format!("{INDENT}{INDENT}{PROMPT}{}", one_line(text))],
            // The drawing is no text; its words are.
            Block::Figure(figure) => {
                let words = Span::new(words_of(figure), Tone::Muted);
                self.text(&[words], INDENT, INDENT)
            }
            Block::Card(card) => {
                let heading = Span::new(&card.heading, Tone::Strong);
                let mut lines = self.text(&[heading], INDENT, INDENT);
                lines.extend(self.blocks(&card.blocks));
                lines
            }
        }
    }

    /// Words wrapped, with what stands before the first line and before the others.
    fn text(&self, line: &[Span], first: &str, others: &str) -> Vec<String> {
        let mut lines = Vec::new();
        let mut current = first.to_owned();
        let mut is_empty = true;
        for word in self.marked(line) {
            let room = self.text_width.saturating_sub(current.width());
            if !is_empty && word.width() + 1 > room {
                lines.push(std::mem::replace(&mut current, others.to_owned()));
                is_empty = true;
            }
            if !is_empty {
                current.push(' ');
            }
            let mut rest = word.as_str();
            while current.width() + rest.width() > self.text_width {
                let (head, tail) = split(rest, self.text_width.saturating_sub(current.width()));
                current.push_str(head);
                lines.push(std::mem::replace(&mut current, others.to_owned()));
                rest = tail;
            }
            current.push_str(rest);
            is_empty = false;
        }
        if !is_empty {
            lines.push(current);
        }
        lines
    }

    fn table(&self, table: &Table) -> Vec<String> {
        let headings: Vec<Vec<String>> = table
            .columns
            .iter()
            .map(|column| self.marked(&[Span::new(&column.heading, Tone::Muted)]))
            .collect();
        let rows: Vec<Vec<Vec<String>>> = table
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| self.marked(cell)).collect())
            .collect();
        let width = self.table_width.saturating_sub(INDENT.width());
        let mut set = comfy_table::Table::new();
        set.load_style(TableStyle::new())
            .set_content_arrangement(if natural_width(&headings, &rows) <= width {
                ContentArrangement::Disabled
            } else {
                ContentArrangement::Dynamic
            })
            .set_width(u16::try_from(width).unwrap_or(u16::MAX));
        if headings.iter().any(|heading| !heading.is_empty()) {
            set.load_style(TableStyle::new().header_separator(LineStyle::none().fill('─')));
            set.set_header(headings.iter().map(|words| words.join(" ")));
        }
        for row in &rows {
            set.add_row(row.iter().map(|words| words.join(" ")));
        }
        let least = least_widths(&headings, &rows, &table.columns, width);
        for (i, column) in table.columns.iter().enumerate() {
            let Some(set) = set.column_mut(i) else {
                continue;
            };
            set.set_padding((0, gutter(i, table.columns.len())));
            set.set_cell_alignment(match column.align {
                Align::Left => CellAlignment::Left,
                Align::Right => CellAlignment::Right,
            });
            if let Some(least) = least[i] {
                set.set_constraint(ColumnConstraint::LowerBoundary(comfy_table::Width::Fixed(
                    least,
                )));
            }
        }
        set.lines().map(|line| format!("{INDENT}{line}")).collect()
    }

    /// A line's words with marks for their tones, if the page is colourful.
    fn marked(&self, line: &[Span]) -> Vec<String> {
        let mark = |span: &Span| match (self.colour, Mark::of(span.tone)) {
            (true, Some(mark)) => format!("{}{}{}", mark.start, span.text, END),
            _ => span.text.clone(),
        };
        words(line)
            .iter()
            .map(|word| word.iter().map(mark).collect())
            .collect()
    }
}

/// Whether an empty line stands between two blocks.
fn is_apart(above: &Block, below: &Block) -> bool {
    match (above, below) {
        (_, Block::Note(_)) => false,
        (Block::Paragraph(_), Block::Paragraph(_)) => true,
        (Block::Paragraph(_), _) | (Block::Command(_), Block::Command(_)) => false,
        _ => true,
    }
}

/// The space behind a column: none behind the last.
fn gutter(column: usize, columns: usize) -> u16 {
    if column + 1 == columns { 0 } else { GUTTER }
}

/// The width of a table whose cells are not wrapped.
fn natural_width(headings: &[Vec<String>], rows: &[Vec<Vec<String>>]) -> usize {
    let set = |words: &[String]| words.iter().map(|word| word.width() + 1).sum::<usize>();
    let columns = headings.iter().enumerate().map(|(i, heading)| {
        let cells = rows.iter().filter_map(|row| row.get(i));
        let widest = cells.map(|words| set(words)).max().unwrap_or(0);
        widest.max(set(heading)).saturating_sub(1) + usize::from(gutter(i, headings.len()))
    });
    columns.sum()
}

/// The least width of each column so that no word is broken, padding included: of all columns
/// if they fit, else of those that hold numbers.
fn least_widths(
    headings: &[Vec<String>],
    rows: &[Vec<Vec<String>>],
    columns: &[crate::view::Column],
    width: usize,
) -> Vec<Option<u16>> {
    let longest = |words: &[String]| words.iter().map(|word| word.width()).max().unwrap_or(0);
    let least: Vec<usize> = (0..columns.len())
        .map(|i| {
            let heading = headings.get(i).map_or(0, |words| longest(words));
            let cells = rows.iter().filter_map(|row| row.get(i));
            let cell = cells.map(|words| longest(words)).max().unwrap_or(0);
            heading.max(cell) + usize::from(gutter(i, columns.len()))
        })
        .collect();
    let all_fit = least.iter().sum::<usize>() <= width;
    least
        .iter()
        .zip(columns)
        .map(|(least, column)| {
            (all_fit || column.align == Align::Right)
                .then(|| u16::try_from(*least).unwrap_or(u16::MAX))
        })
        .collect()
}

/// The part of a word that fits so many columns (at least one character) and the rest.
fn split(word: &str, columns: usize) -> (&str, &str) {
    let mut used = 0;
    let end = word
        .char_indices()
        .find(|(at, c)| {
            used += c.width().unwrap_or(0);
            *at > 0 && used > columns
        })
        .map_or(word.len(), |(at, _)| at);
    word.split_at(end)
}

/// A tone's start as a character of no width, which [`words`] never lets through, so that
/// wrapping and alignment count columns as without colour; and the ANSI code it stands for.
struct Mark {
    tone: Tone,
    start: char,
    code: &'static str,
}

/// The end of a tone.
const END: char = '\u{2064}';

const MARKS: &[Mark] = &[
    Mark {
        tone: Tone::Strong,
        start: '\u{2061}',
        code: "\u{1b}[1m",
    },
    Mark {
        tone: Tone::Accent,
        start: '\u{2062}',
        code: "\u{1b}[1;35m",
    },
    Mark {
        tone: Tone::Muted,
        start: '\u{2063}',
        code: "\u{1b}[2m",
    },
];

/// The ANSI code that ends all tones.
const RESET: &str = "\u{1b}[0m";

impl Mark {
    fn of(tone: Tone) -> Option<&'static Self> {
        MARKS.iter().find(|mark| mark.tone == tone)
    }
}

/// A line with its marks turned into ANSI codes; a tone goes on over one space between two
/// words and ends with its line.
fn painted(line: &str) -> String {
    let line = MARKS.iter().fold(line.to_owned(), |line, mark| {
        line.replace(&format!("{END} {}", mark.start), " ")
    });
    let mut text = String::with_capacity(line.len());
    let mut open = false;
    for c in line.chars() {
        if let Some(mark) = MARKS.iter().find(|mark| mark.start == c) {
            text += mark.code;
            open = true;
        } else if c == END {
            text += if open { RESET } else { "" };
            open = false;
        } else {
            text.push(c);
        }
    }
    if open {
        text += RESET;
    }
    text
}
