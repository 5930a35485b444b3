//! A file opened as a table of cells, whatever container it is in.

use std::io;

use csv::ByteRecord;

use crate::diagnostic::{Diagnostic, code};

use super::Reads;
use super::detected::Detected;
use super::encoding::{Content, Examined};
use super::grid::Grid;
use super::header::Columns;
use super::layout::LAYOUTS;
use super::practices::Practices;
use super::rows::{Around, Broken};

/// A file's part from which on it cannot be read.
pub(super) type Stopped = Box<Diagnostic>;

/// A kind of file that holds rows of cells.
pub(super) struct Intake {
    /// Whether a file that begins with these bytes is of this kind.
    pub recognises: fn(&[u8]) -> bool,
    /// Opens a file of this kind, and notes what was detected.
    pub open: for<'a> fn(&'a Opening<'_>, &mut Detected) -> Result<Table<'a>, Stopped>,
}

/// How well a header row is understood: whether it is one, and how much it means.
pub(super) type Rank = fn(&ByteRecord) -> (bool, usize);

/// A file to be opened.
pub(super) struct Opening<'o> {
    pub content: &'o Content,
    pub examined: Examined,
    /// The file's name as given.
    pub name: &'o str,
    pub practices: &'o Practices<'o>,
    pub reads: Reads,
    /// How well a header row is understood, where the file holds something else than answers;
    /// see [`Opening::rank`].
    pub heads: Option<Rank>,
}

/// A file opened, its header read.
pub(super) struct Table<'a> {
    /// The sheet that is read, where there are sheets.
    pub sheet: Option<String>,
    pub header: ByteRecord,
    /// The header's number.
    pub row: u64,
    /// The rows below the header.
    pub rows: Box<dyn Rows + 'a>,
    /// What to do about a row that goes on behind the header's last column.
    pub way_out_of_width: String,
    /// What may be wrong with a header of which nothing is understood, if that can be told.
    pub way_out_of_header: Option<String>,
    /// What the person should know of the choice that was made.
    pub warnings: Vec<Diagnostic>,
}

/// Rows of cells, one at a time.
pub(super) trait Rows {
    /// Reads the next row that is not an empty line, notes its cells that have no text of their
    /// own, and returns its number.
    fn next(
        &mut self,
        record: &mut ByteRecord,
        flaws: &mut Vec<Flaw>,
    ) -> Result<Option<u64>, Broken>;

    /// The text around the place up to which rows were read, where rows are text.
    fn around(&mut self) -> Result<Option<Around<'_>>, Broken> {
        Ok(None)
    }

    /// Passes over text that was read otherwise: so many bytes in so many rows.
    fn pass(&mut self, _bytes: usize, _rows: u64) {}
}

/// A cell whose value cannot be read; it counts as blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Flaw {
    pub column: usize,
    /// What it holds instead.
    pub what: String,
}

impl Opening<'_> {
    /// How well a header row is understood: whether a layout fits, and how many different
    /// things its columns mean.
    pub(super) fn rank(&self, header: &ByteRecord) -> (bool, usize) {
        if let Some(heads) = self.heads {
            return heads(header);
        }
        let columns = Columns::of(header, self.practices);
        let fits = LAYOUTS.iter().any(|reader| (reader.recognises)(&columns));
        (fits, columns.different())
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
        Broken::Unreadable(error) => return cannot_read(&grid.file, &error),
        Broken::OpenQuote(row) => row,
    };
    let problem = Diagnostic::error(&code::A009, "a quotation mark in this row is never closed")
        .help("close it, or write it twice (`\"\"`) if it belongs to the text");
    Box::new(problem.at(grid.cell(Some(row), None)))
}
