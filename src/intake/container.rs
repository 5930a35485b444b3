//! A file opened as a table of cells, whatever container it is in.

use std::borrow::Cow;
use std::io;
use std::sync::Arc;

use ::csv::ByteRecord;

use crate::diagnostic::{Diagnostic, code};

use super::ahead::Ahead;
use super::codebook::{Book, Codebook};
use super::csv;
use super::detected::Detected;
use super::encoding::{Content, Encoding, Examined, Fault, examine};
use super::grid::Grid;
use super::layout::{Chosen, Top};
use super::practices::Practices;
use super::rows::Broken;
use super::sheets::{LONGEST_CELL, MOST_COLUMNS};
use super::text::Parts;
use super::{INTAKES, Reads};

/// A file's part from which on it cannot be read.
pub(super) type Stopped = Box<Diagnostic>;

/// A kind of file that holds rows of cells.
pub(super) struct Intake {
    /// Whether a file that begins with these bytes is of this kind.
    pub recognises: fn(&[u8]) -> bool,
    /// Opens a file of this kind, and notes what was detected.
    pub open: for<'a> fn(&'a Opening<'_>, &mut Detected) -> Result<Table<'a>, Stopped>,
}

/// How well a table's first rows are understood.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Rank {
    /// Whether there is something to be read below them.
    pub fits: bool,
    /// Whether they are known to be a survey tool's.
    pub is_tool: bool,
    /// How many different things their columns mean.
    pub different: usize,
    /// How many of them are the head.
    pub rows: usize,
}

/// A file to be opened.
pub(super) struct Opening<'o> {
    pub content: Cow<'o, Content>,
    pub examined: Examined,
    /// The file's name as given.
    pub name: &'o str,
    pub practices: &'o Practices<'o>,
    pub reads: Reads,
    /// How well a header row is understood, where the file holds something else than answers; see
    /// [`Opening::rank`].
    pub heads: Option<fn(&ByteRecord) -> Rank>,
    /// The layout that was asked for, by its name.
    pub layout: Option<&'static str>,
    /// The codebooks among the files that are given.
    pub books: &'o [Book],
}

/// A file opened, its header read.
pub(super) struct Table<'a> {
    /// The sheet that is read, where there are sheets.
    pub sheet: Option<String>,
    pub header: ByteRecord,
    /// The header's number.
    pub row: u64,
    /// The rows below the header.
    pub rows: Ahead<'a>,
    /// What to do about a row that goes on behind the header's last column.
    pub way_out_of_width: String,
    /// What may be wrong with a header of which nothing is understood, if that can be told.
    pub way_out_of_header: Option<String>,
    /// What the person should know of the choice that was made.
    pub warnings: Vec<Diagnostic>,
    /// The codebooks that may belong to it.
    pub books: Vec<Arc<Codebook>>,
}

impl Table<'_> {
    /// Refuses a header wider or longer than any sheet has.
    pub(super) fn check_width(&self, grid: &Grid) -> Result<(), Stopped> {
        let columns = self.header.len();
        let (message, hint) = if columns > MOST_COLUMNS {
            let most = format!("{MOST_COLUMNS} are the most that a sheet can have");
            (format!("the header has {columns} columns"), most)
        } else if self.header.iter().any(|cell| cell.len() > LONGEST_CELL) {
            let most = "a megabyte is the most; open the file in a text editor and look";
            let message = "a cell of the header has more text than any header has";
            (message.to_owned(), most.to_owned())
        } else {
            return Ok(());
        };
        let problem = Diagnostic::error(&code::A053, message);
        let place = grid.cell(Some(self.row), None);
        Err(Box::new(problem.help(hint).at(place)))
    }

    /// The header and the rows right below it.
    pub(super) fn top(&mut self) -> Top {
        let mut rows = vec![self.header.clone()];
        rows.extend(self.rows.look(Top::ROWS - 1).cloned());
        let books = self.books.clone();
        Top { rows, books }
    }
}

/// Rows of cells, one at a time.
pub(super) trait Rows<'a> {
    /// Reads the next row that is not an empty line, notes its cells that have no text of their
    /// own, and returns its number.
    fn next(
        &mut self,
        record: &mut ByteRecord,
        flaws: &mut Vec<Flaw>,
    ) -> Result<Option<u64>, Broken>;

    /// The text behind the last row, to be read otherwise, and that row's number; nothing where
    /// rows are no text, or none can be taken now.
    fn take_text(&mut self) -> Option<(Parts<'a>, u64)> {
        None
    }

    /// The encoding of the text so far, where it may turn out to be another than its beginning
    /// said.
    fn encoding(&self) -> Option<Encoding> {
        None
    }

    /// Goes on with text behind the row with this number.
    fn resume(&mut self, _text: Parts<'a>, _row: u64) {}
}

/// A cell whose value cannot be read; it counts as blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Flaw {
    pub column: usize,
    /// What it holds instead.
    pub what: String,
}

impl Rank {
    /// What of two is the better understood has the greater of.
    pub(super) fn key(self) -> (bool, bool, usize) {
        (self.fits, self.fits || self.is_tool, self.different)
    }
}

impl<'o> Opening<'o> {
    /// The codebooks among the files that are given.
    pub(super) fn codebooks(&self) -> Vec<Arc<Codebook>> {
        let books = self.books.iter();
        books.map(|book| Arc::clone(&book.codebook)).collect()
    }

    /// A file of answers.
    pub(super) fn of(
        content: Cow<'o, Content>,
        name: &'o str,
        practices: &'o Practices<'o>,
    ) -> Result<Self, Stopped> {
        let cannot = |error: io::Error| cannot_read(name, &error);
        let content = match content {
            Cow::Owned(content) => Cow::Owned(content.rereadable().map_err(cannot)?),
            rereadable => rereadable,
        };
        let examined = examine(&content).map_err(cannot)?;
        Ok(Self {
            content,
            examined,
            name,
            practices,
            reads: Reads::default(),
            heads: None,
            layout: None,
            books: &[],
        })
    }

    /// The table in it, whatever container it is in.
    pub(super) fn table<'a>(&'a self, detected: &mut Detected) -> Result<Table<'a>, Stopped> {
        let start = self.examined.start.as_slice();
        let intake = INTAKES.iter().find(|intake| (intake.recognises)(start));
        // The last of them recognises everything.
        intake.map_or_else(|| Err(empty()), |intake| (intake.open)(self, detected))
    }

    /// How well a table's first rows are understood.
    pub(super) fn rank(&self, top: Top) -> Rank {
        if let Some(heads) = self.heads {
            return top.rows.first().map_or_else(Rank::default, heads);
        }
        let chosen = Chosen::of(&top, self.practices, self.layout);
        Rank {
            fits: chosen.fits,
            is_tool: chosen.reader.is_some_and(|reader| reader.tool.is_some()),
            different: chosen.columns.different(),
            rows: chosen.head.rows,
        }
    }
}

/// The problem that a file holds nothing at all.
pub(super) fn empty() -> Stopped {
    let problem = Diagnostic::error(&code::A007, "the file is empty");
    Box::new(problem.help("leave the file out until there are answers"))
}

/// The problem that a file's bytes cannot be had.
pub(super) fn cannot_read(name: &str, error: &io::Error) -> Stopped {
    let (message, hint) = match error.kind() {
        io::ErrorKind::NotFound => (
            format!("there is no file `{name}`"),
            "check the name, and from which folder it is looked for",
        ),
        io::ErrorKind::IsADirectory => (
            format!("`{name}` is a folder, not an answers file"),
            "name the file in it that holds the answers",
        ),
        kind => (
            format!("`{name}` cannot be read: {kind}"),
            "check the file and the right to read it",
        ),
    };
    Box::new(Diagnostic::error(&code::A001, message).help(hint))
}

/// The problem that there are no more rows, though the file has not ended.
pub(super) fn broken_off(grid: &Grid, broken: Broken) -> Stopped {
    let row = match broken {
        Broken::Unreadable(error) => {
            return match Fault::of(&error) {
                Some(fault) => csv::faulty(fault, &grid.file),
                None => cannot_read(&grid.file, &error),
            };
        }
        Broken::OpenQuote(row) => row,
    };
    let problem = Diagnostic::error(&code::A009, "a quotation mark in this row is never closed")
        .help("close it, or write it twice (`\"\"`) if it belongs to the text");
    Box::new(problem.at(grid.cell(Some(row), None)))
}
