//! The sheets of a workbook, of whatever kind: which is read, and where its header stands.

use std::sync::Arc;

use csv::ByteRecord;

use crate::diagnostic::{Diagnostic, code};

use super::ahead::Ahead;
use super::codebook::{Codebook, Form};
use super::container::{Flaw, Opening, Rank, Rows, Stopped, Table, empty};
use super::detected::{Detected, DetectedSheet};
use super::layout::Top;
use super::refusal::Refusal;
use super::rows::Broken;
use super::value::Value;

/// The most bytes that a workbook's texts may have unpacked.
pub(super) const MOST_BYTES: u64 = 512 * 1024 * 1024;

/// The most cells with something in them that one sheet may have.
pub(super) const MOST_CELLS: usize = 5_000_000;

/// The most columns that a table may have: as many as a sheet has.
pub(super) const MOST_COLUMNS: usize = 16_384;

/// The longest text of a cell, in bytes: far more than a spreadsheet program takes.
pub(super) const LONGEST_CELL: usize = 1024 * 1024;

/// The header is looked for in so many rows that are not blank: a title may stand above it.
pub(super) const HEAD: usize = 10;

/// A cell that holds something, by its row from 1 and its column from 0.
pub(super) type Placed = (u64, usize, Value);

/// How much room the cells that are kept may still take.
pub(super) struct Room {
    left: usize,
}

impl Room {
    /// What a cell takes beside its text, in bytes.
    const CELL: usize = 64;

    /// Room for one sheet.
    pub(super) fn new() -> Self {
        Self {
            left: MOST_CELLS * Self::CELL,
        }
    }

    /// Takes room for so many cells that all hold a value.
    pub(super) fn take(&mut self, value: &Value, times: usize) -> Result<(), Refusal> {
        let text = match value {
            Value::Text(text) | Value::Flaw(text) => text.len(),
        };
        if text > LONGEST_CELL {
            return Err(Refusal::LongCell);
        }
        let all = times.checked_mul(Self::CELL + text);
        let left = all.and_then(|all| self.left.checked_sub(all));
        self.left = left.ok_or(Refusal::TooLarge)?;
        Ok(())
    }
}

/// The form of a sheet's first rows, if it is a codebook's.
pub(super) fn form(cells: &[Placed]) -> Option<Form> {
    let top: Vec<ByteRecord> = records(cells).take(Top::ROWS).collect();
    Form::of(&top)
}

/// A sheet's rows that hold anything.
pub(super) fn records(cells: &[Placed]) -> impl Iterator<Item = ByteRecord> {
    cells.chunk_by(|a, b| a.0 == b.0).map(|row| {
        let mut record = ByteRecord::new();
        write(row, usize::MAX, &mut record, &mut Vec::new());
        record
    })
}

/// The sheet that is read.
pub(super) struct Choice {
    sheet: String,
    chosen: usize,
    /// The names of the other sheets, and of those that tell what stands in this one.
    left: Vec<String>,
    codebooks: Vec<String>,
    head: Head,
    /// The names of other sheets that answers could stand in.
    others: Vec<String>,
    books: Vec<Arc<Codebook>>,
}

impl Choice {
    /// The sheet whose header names practices best; `tops` are the cells of the first rows of each.
    pub(super) fn of(
        opening: &Opening<'_>,
        names: Vec<String>,
        tops: &[Vec<Placed>],
        own: Option<Codebook>,
    ) -> Result<Self, Stopped> {
        let mut books = opening.codebooks();
        books.extend(own.map(Arc::new));
        let heads = tops.iter().map(|cells| match form(cells) {
            Some(_) => None, // it tells what stands in another
            None => Head::of(opening, cells, &books),
        });
        let mut heads: Vec<Option<Head>> = heads.collect();
        if heads.iter().flatten().any(Head::is_report) {
            return Err(Refusal::Report.problem(opening.name));
        }
        let best = |head: &Option<Head>| head.as_ref().map(|head| head.rank);
        let Some((chosen, head)) = (0..heads.len())
            .rev()
            .max_by_key(|&index| best(&heads[index]).map(Rank::key))
            .and_then(|index| Some((index, heads[index].take()?)))
        else {
            return Err(empty());
        };
        let others = heads
            .iter()
            .zip(&names)
            .filter(|(head, _)| best(head).is_some_and(|rank| rank.fits && rank.different > 1))
            .map(|(_, name)| name.clone())
            .collect();
        let (mut left, mut codebooks, mut sheet) = (Vec::new(), Vec::new(), String::new());
        for (index, (name, cells)) in names.into_iter().zip(tops).enumerate() {
            match form(cells) {
                _ if index == chosen => sheet = name,
                Some(_) => codebooks.push(name),
                None => left.push(name),
            }
        }
        Ok(Self {
            sheet,
            left,
            codebooks,
            chosen,
            head,
            others,
            books,
        })
    }

    /// Its place among all.
    pub(super) fn index(&self) -> usize {
        self.chosen
    }

    /// Its name.
    pub(super) fn sheet(&self) -> &str {
        &self.sheet
    }

    /// It as a table; `cells` are all of its own.
    pub(super) fn table<'a>(self, cells: Vec<Placed>, detected: &mut Detected) -> Table<'a> {
        let sheet = self.sheet;
        let head = self.head;
        let warnings = Vec::from_iter(left_alone(&sheet, &self.others));
        detected.sheet = Some(DetectedSheet {
            name: sheet.clone(),
            row: head.row,
            others: self.left,
            codebooks: self.codebooks,
        });
        let rows = SheetRows {
            width: head.width,
            behind: head.row,
            cells,
            next: 0,
        };
        Table {
            warnings,
            books: self.books,
            sheet: Some(sheet),
            header: head.record,
            row: head.row,
            rows: Ahead::new(Box::new(rows)),
            way_out_of_width: "give its column a header, or empty the cells beside the table"
                .into(),
            way_out_of_header: None,
        }
    }
}

fn left_alone(sheet: &str, others: &[String]) -> Option<Diagnostic> {
    let others: Vec<String> = others.iter().map(|other| format!("`{other}`")).collect();
    (!others.is_empty()).then(|| {
        let message = format!(
            "only the sheet `{sheet}` was read, but there are answers in {} too",
            others.join(", ")
        );
        Diagnostic::warning(&code::A036, message)
            .help("save each sheet of answers as a workbook of its own, and read them all")
    })
}

/// A sheet's header row.
struct Head {
    row: u64,
    record: ByteRecord,
    /// How many columns have something above them.
    width: usize,
    rank: Rank,
}

impl Head {
    /// The first of a sheet's first rows that a layout fits, else the first; none of an empty
    /// sheet. Below the first, one that means but one thing is no header: it may be a list's row.
    fn of(opening: &Opening<'_>, cells: &[Placed], books: &[Arc<Codebook>]) -> Option<Self> {
        let rows: Vec<(u64, ByteRecord)> = cells
            .chunk_by(|a, b| a.0 == b.0)
            .map(|row| {
                let mut record = ByteRecord::new();
                write(row, usize::MAX, &mut record, &mut Vec::new());
                (row[0].0, record)
            })
            .collect();
        let heads = rows.iter().enumerate().map(|(index, (row, record))| {
            let below = rows[index..].iter().map(|(_, record)| record);
            let top: Vec<ByteRecord> = below.take(Top::ROWS).cloned().collect();
            let widths: Vec<usize> = top.iter().map(ByteRecord::len).collect();
            let rank = opening.rank(Top {
                rows: top,
                books: books.to_vec(),
            });
            Self {
                row: *row,
                record: record.clone(),
                width: widths.into_iter().take(rank.rows).max().unwrap_or(0),
                rank,
            }
        });
        let heads: Vec<Self> = heads.collect();
        let is_head = |(_, head): &(usize, &Self)| {
            head.rank.is_tool || (head.rank.fits && head.rank.different > 1)
        };
        let found = heads
            .iter()
            .enumerate()
            .find(is_head)
            .map(|(index, _)| index);
        heads.into_iter().nth(found.unwrap_or(0))
    }
}

/// The heads of the sheet for machines in a workbook that this program writes.
const REPORT: [&str; 7] = ["wave", "unit", "role", "kind", "id", "measure", "value"];

impl Head {
    fn is_report(&self) -> bool {
        self.record.iter().eq(REPORT.map(str::as_bytes))
    }
}

/// A sheet's rows below its header.
struct SheetRows {
    /// How many columns the header has.
    width: usize,
    /// The header's row.
    behind: u64,
    cells: Vec<Placed>,
    next: usize,
}

impl Rows<'_> for SheetRows {
    fn next(
        &mut self,
        record: &mut ByteRecord,
        flaws: &mut Vec<Flaw>,
    ) -> Result<Option<u64>, Broken> {
        while let Some(&(row, ..)) = self.cells.get(self.next) {
            let rest = &self.cells[self.next..];
            let length = rest.iter().take_while(|cell| cell.0 == row).count();
            self.next += length;
            if row > self.behind {
                write(&rest[..length], self.width, record, flaws);
                return Ok(Some(row));
            }
        }
        Ok(None)
    }
}

/// Writes a row's cells into a record: those behind `width` columns as one more, so that a cell
/// far out takes no more room than it needs.
fn write(row: &[Placed], width: usize, record: &mut ByteRecord, flaws: &mut Vec<Flaw>) {
    record.clear();
    for (_, column, value) in row {
        let column = (*column).min(width);
        if column < record.len() {
            continue;
        }
        let text = match value {
            Value::Text(text) => text.as_str(),
            Value::Flaw(what) => {
                let what = what.clone();
                flaws.push(Flaw { column, what });
                ""
            }
        };
        if column == width && text.trim().is_empty() {
            continue;
        }
        while record.len() < column {
            record.push_field(b"");
        }
        record.push_field(text.as_bytes());
    }
}
