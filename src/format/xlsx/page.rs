//! A sheet being written.

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, Format, FormatAlign, Worksheet, XlsxError,
};

use unicode_width::UnicodeWidthStr;

use crate::text::Words;

use super::legal;
use super::look::{self, Cell, Kind, Look};
use super::room;

/// A4, in Excel's numbering.
const A4: u8 = 9;

/// The characters that one page's width takes so that they can still be read.
const PAGE: f64 = 240.0;
/// A character of an upright head, in points.
const UPRIGHT: f64 = 4.6;
/// A filter's button, in points.
const BUTTON: f64 = 18.0;
/// The characters that an indent and a cell's own edges take.
const INDENT: f64 = 2.0;
/// Two lines of a head and a filter's button, in points.
const LINES_AND_BUTTON: f64 = 46.0;

/// What comes of writing; it fails only where a sheet's limits are broken.
pub type Outcome = Result<(), XlsxError>;

/// A column of a table.
pub struct Column {
    pub heading: String,
    /// In characters.
    pub width: f64,
    pub kind: Kind,
}

impl Column {
    /// A column.
    pub fn new(heading: impl Into<String>, width: f64, kind: Kind) -> Self {
        Self {
            heading: heading.into(),
            width,
            kind,
        }
    }
}

/// Rows under heads.
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

/// A sheet being written.
pub struct Page<'a> {
    pub sheet: Worksheet,
    pub words: &'static Words,
    pub look: &'a Look,
    /// The levels of the model's scale.
    pub levels: usize,
}

impl<'a> Page<'a> {
    /// An empty sheet.
    pub fn new(
        name: &str,
        words: &'static Words,
        look: &'a Look,
        levels: usize,
    ) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        sheet.set_paper_size(A4);
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_margins(0.5, 0.5, 0.75, 0.75, 0.3, 0.3);
        Ok(Self {
            sheet,
            words,
            look,
            levels,
        })
    }

    /// A page's header and footer.
    pub fn running(&mut self, title: &str, model: &str) {
        let (title, model) = (legal::header(title), legal::header(model));
        let page = self.words.get("xlsx.page");
        let of = self.words.get("xlsx.of");
        self.sheet.set_header(format!("&L&9{title}&R&9&A"));
        self.sheet
            .set_footer(format!("&L&9{model}&R&9{page} &P {of} &N"));
    }

    /// Words in a cell, as words whatever they look like.
    pub fn text(&mut self, row: u32, column: u16, text: &str, format: &Format) -> Outcome {
        let text = legal::cell(text, self.words.get("xlsx.cut"));
        match legal::runs(&text) {
            true => {
                let format = format.clone().set_quote_prefix();
                self.sheet
                    .write_string_with_format(row, column, text, &format)?
            }
            false => self
                .sheet
                .write_string_with_format(row, column, text, format)?,
        };
        Ok(())
    }

    /// Words over several cells of a row.
    pub fn wide(
        &mut self,
        row: u32,
        (first, last): (u16, u16),
        text: &str,
        format: &Format,
    ) -> Outcome {
        if first < last {
            self.sheet.merge_range(row, first, row, last, "", format)?;
        }
        self.text(row, first, text, format)
    }

    /// A number over several cells of a row.
    pub fn wide_number(
        &mut self,
        row: u32,
        (first, last): (u16, u16),
        number: f64,
        format: &Format,
    ) -> Outcome {
        if first < last {
            self.sheet.merge_range(row, first, row, last, "", format)?;
        }
        self.sheet
            .write_number_with_format(row, first, number, format)?;
        Ok(())
    }

    /// A cell of a table.
    pub fn cell(&mut self, row: u32, column: u16, cell: &Cell, kind: Kind) -> Outcome {
        let look = self.look;
        let format = look.of(kind);
        match (cell, kind) {
            // Sheets for machines are long, and set no cell.
            (Cell::Absent, Kind::Plain) => {}
            (Cell::Number(number), Kind::Plain) => {
                self.sheet.write_number(row, column, *number)?;
            }
            (Cell::Absent, _) => {
                self.sheet.write_blank(row, column, format)?;
            }
            (Cell::Number(number), _) => {
                self.sheet
                    .write_number_with_format(row, column, *number, format)?;
            }
            (Cell::Text(text), _) => self.text(row, column, text, format)?,
            (Cell::Accent(text), _) => self.text(row, column, text, &look.accent)?,
            (Cell::Hidden, _) => {
                self.text(row, column, self.words.get("standing.hidden"), &look.hidden)?
            }
        }
        Ok(())
    }

    /// A table's heads and rows from a row on; the row after it.
    pub fn table(&mut self, first: u32, table: &Table) -> Result<u32, XlsxError> {
        let look = self.look;
        for (column, about) in (0..).zip(&table.columns) {
            self.text(first, column, &about.heading, look.head(about.kind))?;
        }
        let mut row = first;
        for cells in &table.rows {
            row += 1;
            for (column, (cell, about)) in (0..).zip(cells.iter().zip(&table.columns)) {
                self.cell(row, column, cell, about.kind)?;
            }
        }
        for (column, about) in (0..).zip(&table.columns) {
            if matches!(about.kind, Kind::Level | Kind::UprightLevel) && row > first {
                self.colour_levels((first + 1, column), (row, column))?;
            }
        }
        Ok(row + 1)
    }

    /// A table that is the whole sheet: widths, frozen heads, filters, heads on every page.
    pub fn whole(&mut self, table: &Table, frozen_columns: u16) -> Outcome {
        for (column, about) in (0..).zip(&table.columns) {
            self.sheet.set_column_width(column, about.width)?;
        }
        let end = self.table(0, table)?;
        for (column, about) in (0..).zip(&table.columns) {
            let format = self.look.head(about.kind).clone();
            let format = format.set_align(FormatAlign::Top);
            self.text(0, column, &about.heading, &format)?;
        }
        self.sheet.set_row_height(0, head_height(table))?;
        for (row, cells) in (1..).zip(&table.rows) {
            let lines = lines_of(cells, &table.columns);
            if lines > 1 {
                self.sheet.set_row_height(row, room::height(lines))?;
            }
        }
        self.sheet.set_freeze_panes(1, frozen_columns)?;
        self.sheet.set_repeat_rows(0, 0)?;
        let width: f64 = table.columns.iter().map(|column| column.width).sum();
        if width > PAGE {
            self.sheet.set_print_fit_to_pages(2, 0);
            if let Some(last) = frozen_columns.checked_sub(1) {
                self.sheet.set_repeat_columns(0, last)?;
            }
        }
        let last = last_column(table.columns.len());
        self.sheet.autofilter(0, 0, end - 1, last)?;
        self.sheet.set_landscape();
        Ok(())
    }

    /// Colours cells that hold a level by that level, also after somebody edits one.
    pub fn colour_levels(&mut self, from: (u32, u16), to: (u32, u16)) -> Outcome {
        for level in 1..=self.levels {
            let number = u32::try_from(level).unwrap_or(u32::MAX);
            let rule = ConditionalFormatCell::new()
                .set_rule(ConditionalFormatCellRule::EqualTo(number))
                .set_format(look::level(level, self.levels));
            self.sheet
                .add_conditional_format(from.0, from.1, to.0, to.1, &rule)?;
        }
        Ok(())
    }
}

/// How many lines the longest of a row's texts takes.
fn lines_of(cells: &[Cell], columns: &[Column]) -> usize {
    let texts = cells.iter().zip(columns).map(|(cell, column)| match cell {
        Cell::Text(text) | Cell::Accent(text) if column.kind != Kind::Plain => {
            room::lines(text, column.width - INDENT)
        }
        _ => 1,
    });
    texts.max().unwrap_or(1)
}

/// The height of a head that has room for its words above the filters' buttons, in points.
fn head_height(table: &Table) -> f64 {
    let upright = |column: &&Column| matches!(column.kind, Kind::Upright | Kind::UprightLevel);
    let upright = table.columns.iter().filter(upright);
    let longest = upright.map(|column| column.heading.width()).max();
    #[allow(clippy::cast_precision_loss)] // a name has some tens of characters
    let height = longest.map_or(0.0, |longest| longest as f64 * UPRIGHT + BUTTON);
    height.clamp(LINES_AND_BUTTON, room::TALLEST)
}

/// The index of the last of so many columns.
pub fn last_column(columns: usize) -> u16 {
    u16::try_from(columns.saturating_sub(1)).unwrap_or(u16::MAX)
}
