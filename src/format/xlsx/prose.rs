//! The report's sentences and tables on a grid of columns.

use unicode_width::UnicodeWidthStr;

use rust_xlsxwriter::{Format, FormatAlign, XlsxError};

use crate::view::{Align, Block, Line, Section, Span, Table};

use super::page::{Outcome, Page, last_column};
use super::room::{height, lines};

/// The height of a title.
const TITLE_HEIGHT: f64 = 30.0;
/// The height of a heading.
const HEADING_HEIGHT: f64 = 28.0;
/// The height of a heading within a section.
const SUBHEADING_HEIGHT: f64 = 24.0;
/// The columns of a sheet of nothing but words.
const WIDTHS: [f64; 9] = [10.0; 9];
/// A column of a table does not ask for more than this for its longest cell.
const WIDEST: usize = 60;

/// A grid that text flows over.
pub struct Grid<'g, 'a> {
    pub page: &'g mut Page<'a>,
    /// The columns' widths in characters.
    pub widths: &'g [f64],
    /// The next free row.
    pub row: u32,
}

/// Which blocks are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blocks {
    /// All.
    All,
    /// What is still to be said beside the numbers: no tables, no commands to type.
    Words,
    /// No commands to type.
    NoCommands,
}

impl Blocks {
    /// Whether a block is among those written, or anything in it is.
    pub fn has(self, block: &Block) -> bool {
        match (block, self) {
            // The workbook has charts of its own, made of its cells.
            (Block::Figure(_), _) => false,
            (Block::Card(card), _) => card.blocks.iter().any(|block| self.has(block)),
            (_, Self::All) => true,
            (Block::Command(_), _) => false,
            (Block::Table(_), Self::Words) => false,
            _ => true,
        }
    }
}

impl Grid<'_, '_> {
    /// Sets the columns' widths.
    pub fn set_widths(&mut self) -> Outcome {
        for (column, width) in (0..).zip(self.widths) {
            self.page.sheet.set_column_width(column, *width)?;
        }
        Ok(())
    }

    /// A heading over the whole grid.
    pub fn heading(&mut self, text: &str) -> Outcome {
        let look = self.page.look;
        self.headed(text, HEADING_HEIGHT, &look.heading)
    }

    fn headed(&mut self, text: &str, height: f64, format: &Format) -> Outcome {
        self.page.sheet.set_row_height(self.row, height)?;
        self.page.text(self.row, 0, text, format)?;
        self.row += 1;
        Ok(())
    }

    /// A section under its heading; nothing where nothing of it is written.
    pub fn section(&mut self, section: &Section, blocks: Blocks) -> Outcome {
        let is_written = |block: &&Block| blocks.has(block);
        let mut written = section.blocks.iter().filter(is_written).peekable();
        if written.peek().is_none() {
            return Ok(());
        }
        self.heading(&section.heading)?;
        for block in written {
            self.block(block, blocks)?;
        }
        self.row += 1;
        Ok(())
    }

    /// One block, and of what is in it what is to be written.
    pub fn block(&mut self, block: &Block, blocks: Blocks) -> Outcome {
        let look = self.page.look;
        match block {
            Block::Paragraph(line) => self.line(line, "", &look.body),
            Block::List(lines) => {
                let mut lines = lines.iter();
                lines.try_for_each(|line| self.line(line, "• ", &look.body))
            }
            Block::Note(text) | Block::Command(text) => {
                self.line(&vec![Span::plain(text.as_str())], "", &look.note)
            }
            Block::Table(table) => self.table(table),
            Block::Card(card) => {
                self.headed(&card.heading, SUBHEADING_HEIGHT, &look.subheading)?;
                let mut written = card.blocks.iter().filter(|block| blocks.has(block));
                written.try_for_each(|block| self.block(block, blocks))
            }
            Block::Figure(_) => Ok(()),
        }
    }

    /// Text over the whole grid, in as many lines as it needs.
    fn line(&mut self, line: &Line, mark: &str, format: &Format) -> Outcome {
        let last = last_column(self.widths.len());
        let text: String = line.iter().map(|span| span.text.as_str()).collect();
        let marked = format!("{mark}{text}");
        let width = self.widths.iter().sum();
        self.height(lines(&marked, width))?;
        self.page.wide(self.row, (0, last), &marked, format)?;
        self.page.rich((self.row, 0), line, mark, format)?;
        self.row += 1;
        Ok(())
    }

    fn height(&mut self, lines: usize) -> Outcome {
        self.page.sheet.set_row_height(self.row, height(lines))?;
        Ok(())
    }

    /// A table of the report, its columns laid over the grid's.
    fn table(&mut self, table: &Table) -> Outcome {
        let spans = spans(table, self.widths.len());
        let headings: Vec<String> = table.columns.iter().map(|c| c.heading.clone()).collect();
        let look = self.page.look;
        if !table.caption.is_empty() {
            let caption = vec![Span::plain(table.caption.as_str())];
            self.line(&caption, "", &look.caption)?;
        }
        self.cells(
            table,
            &spans,
            &headings,
            [&look.head_words, &look.head_right],
        )?;
        let left = look.of(super::look::Kind::Words);
        let right = left.clone().set_align(FormatAlign::Right);
        for row in &table.rows {
            let texts: Vec<String> = row
                .iter()
                .map(|line| line.iter().map(|span| span.text.as_str()).collect())
                .collect();
            self.cells(table, &spans, &texts, [left, &right])?;
        }
        Ok(())
    }

    /// A row of a table.
    fn cells(
        &mut self,
        table: &Table,
        spans: &[(u16, u16)],
        texts: &[String],
        [left, right]: [&Format; 2],
    ) -> Outcome {
        let mut most = 1;
        for ((column, &span), text) in table.columns.iter().zip(spans).zip(texts) {
            let format = match column.align {
                Align::Left => left,
                Align::Right => right,
            };
            most = most.max(lines(text, self.width(span)));
            self.page.wide(self.row, span, text, format)?;
        }
        self.height(most)?;
        self.row += 1;
        Ok(())
    }

    /// Text over some columns of a row that is part of a table; the row grows with it.
    pub fn wide_row(&mut self, row: u32, span: (u16, u16), text: &str, format: &Format) -> Outcome {
        self.page.wide(row, span, text, format)?;
        let lines = lines(text, self.width(span));
        if lines > 1 {
            self.page.sheet.set_row_height(row, height(lines))?;
        }
        Ok(())
    }

    /// The width of some columns; those beyond the grid have Excel's usual one.
    fn width(&self, (first, last): (u16, u16)) -> f64 {
        let width = |column: u16| self.widths.get(usize::from(column)).copied();
        (first..=last)
            .map(|column| width(column).unwrap_or(8.0))
            .sum()
    }
}

/// Which of the grid's columns each column of a table takes: one at least, more the longer
/// its longest cell.
fn spans(table: &Table, grid: usize) -> Vec<(u16, u16)> {
    let longest: Vec<usize> = (0..table.columns.len())
        .map(|column| longest(table, column))
        .collect();
    let mut takes = vec![1_usize; longest.len()];
    for _ in takes.len()..grid {
        // The column that is tightest; of several, the first.
        let tightest = (0..takes.len()).rev().max_by(|&one, &other| {
            (longest[one] * takes[other]).cmp(&(longest[other] * takes[one]))
        });
        if let Some(column) = tightest {
            takes[column] += 1;
        }
    }
    let mut end = 0;
    takes
        .iter()
        .map(|&take| {
            let first = end;
            end += take;
            (last_column(first + 1), last_column(end))
        })
        .collect()
}

fn longest(table: &Table, column: usize) -> usize {
    let heading = table.columns[column].heading.width();
    let cells = table.rows.iter().filter_map(|row| row.get(column));
    let cells = cells.map(|line| line.iter().map(|span| span.text.width()).sum());
    cells.fold(heading, usize::max).clamp(4, WIDEST)
}

/// A sheet of nothing but words.
pub fn sheet<'s>(
    page: &mut Page,
    (title, subtitle): (&str, &[String]),
    sections: impl IntoIterator<Item = &'s Section>,
    blocks: Blocks,
) -> Outcome {
    let mut grid = Grid {
        page,
        widths: &WIDTHS,
        row: 0,
    };
    grid.set_widths()?;
    grid.title(title, subtitle)?;
    sections
        .into_iter()
        .try_for_each(|section| grid.section(section, blocks))?;
    page.sheet.set_screen_gridlines(false);
    Ok(())
}

impl Grid<'_, '_> {
    /// A title and what stands under it.
    pub fn title(&mut self, title: &str, subtitle: &[String]) -> Result<(), XlsxError> {
        let beside = last_column(self.widths.len()) + 1;
        self.title_beside(title, subtitle, (beside, TITLE_HEIGHT))
    }

    /// A title that leaves room from a column on, in a row of a height, and what stands under it.
    pub fn title_beside(
        &mut self,
        title: &str,
        subtitle: &[String],
        (beside, height): (u16, f64),
    ) -> Result<(), XlsxError> {
        let look = self.page.look;
        let last = last_column(self.widths.len());
        self.page.sheet.set_row_height(self.row, height)?;
        self.page
            .wide(self.row, (0, beside - 1), title, &look.title)?;
        if beside <= last {
            self.page.wide(self.row, (beside, last), "", &look.title)?;
        }
        self.row += 1;
        for line in subtitle {
            self.page.wide(self.row, (0, last), line, &look.subtitle)?;
            self.row += 1;
        }
        self.row += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Column;

    #[test]
    fn a_table_s_columns_share_the_grid_by_their_length() {
        let column = |heading: &str| Column {
            heading: heading.to_owned(),
            align: Align::Left,
        };
        let table = |headings: &[&str]| Table {
            caption: String::new(),
            columns: headings.iter().copied().map(column).collect(),
            rows: Vec::new(),
        };
        let long = "en lang overskrift over noget";
        assert_eq!(spans(&table(&["n", long]), 8), [(0, 0), (1, 7)]);
        assert_eq!(spans(&table(&["a", "b", "c"]), 2), [(0, 0), (1, 1), (2, 2)]);
        assert_eq!(spans(&table(&[]), 2), []);
    }
}
