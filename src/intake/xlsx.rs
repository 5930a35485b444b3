//! Workbooks: the sheet whose header names practices best, read cell by cell.
//!
//! Nothing is unpacked before the archive's directory is found reasonable, and no sheet is kept
//! whole: only cells that hold something take room, and there is a limit to how many.

mod refusal;
mod value;

use std::io::{BufReader, Read};

use calamine::{Reader as _, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError};
use csv::ByteRecord;

use crate::diagnostic::{Diagnostic, code};

use super::ahead::Ahead;
use super::container::{Flaw, Intake, Opening, Rank, Rows, Stopped, Table, cannot_read, empty};
use super::detected::{Detected, DetectedSheet};
use super::encoding::ReadSeek;
use super::grid::Grid;
use super::layout::Top;
use super::rows::Broken;
use super::zip;
use refusal::Refusal;
use value::{Value, value};

/// Workbooks, and what looks like one from outside.
pub(super) static XLSX: Intake = Intake {
    recognises: |start| {
        start.starts_with(b"PK\x03\x04") || start.starts_with(&refusal::OLD_CONTAINER)
    },
    open,
};

/// The most bytes that a workbook's texts may have unpacked.
const MOST_BYTES: u64 = 512 * 1024 * 1024;

/// The most cells with something in them that one sheet may have.
const MOST_CELLS: usize = 5_000_000;

/// The end of the name of the part that holds a workbook's texts, whatever its case.
const STRINGS: &str = "sharedstrings.xml";

/// Enough of it to see how many texts it promises.
const START: usize = 4096;

/// The header is looked for in so many rows that are not blank: a title may stand above it.
const HEAD: usize = 10;

type Workbook<'a> = Xlsx<BufReader<Box<dyn ReadSeek + 'a>>>;

fn open<'a>(opening: &'a Opening<'_>, detected: &mut Detected) -> Result<Table<'a>, Stopped> {
    let name = opening.name;
    let mut workbook = workbook(opening)?;
    let names = sheet_names(&workbook);
    let mut heads = Vec::new();
    for sheet in &names {
        let cells = cells(&mut workbook, name, sheet, Some(HEAD))?;
        heads.push(Head::of(opening, &cells));
    }
    if heads.iter().flatten().any(Head::is_report) {
        return Err(Refusal::Report.problem(name));
    }
    let best = |head: &Option<Head>| head.as_ref().map(|head| head.rank);
    let Some((chosen, head)) = (0..names.len())
        .rev()
        .max_by_key(|&index| best(&heads[index]).map(Rank::key))
        .and_then(|index| Some((index, heads[index].take()?)))
    else {
        return Err(empty());
    };
    let other_answers: Vec<&str> = heads
        .iter()
        .zip(&names)
        .filter(|(head, _)| best(head).is_some_and(|rank| rank.fits && rank.different > 1))
        .map(|(_, name)| name.as_str())
        .collect();
    let sheet = names[chosen].clone();
    detected.sheet = Some(DetectedSheet {
        name: sheet.clone(),
        row: head.row,
        others: names
            .iter()
            .filter(|&other| *other != sheet)
            .cloned()
            .collect(),
    });
    let rows = SheetRows {
        width: head.width,
        behind: head.row,
        cells: cells(&mut workbook, name, &sheet, None)?,
        next: 0,
    };
    Ok(Table {
        warnings: Vec::from_iter(left_alone(&sheet, &other_answers)),
        sheet: Some(sheet),
        header: head.record,
        row: head.row,
        rows: Ahead::new(Box::new(rows)),
        way_out_of_width: "give its column a header, or empty the cells beside the table".into(),
        way_out_of_header: None,
    })
}

fn left_alone(sheet: &str, others: &[&str]) -> Option<Diagnostic> {
    let others = others.iter().filter(|&&other| other != sheet);
    let others: Vec<String> = others.map(|other| format!("`{other}`")).collect();
    (!others.is_empty()).then(|| {
        let message = format!(
            "only the sheet `{sheet}` was read, but there are answers in {} too",
            others.join(", ")
        );
        Diagnostic::warning(&code::A036, message)
            .help("save each sheet of answers as a workbook of its own, and read them all")
    })
}

/// The workbook, found to be one and of a reasonable size.
fn workbook<'a>(opening: &'a Opening<'_>) -> Result<Workbook<'a>, Stopped> {
    let name = opening.name;
    let cannot = |error| cannot_read(name, &error);
    let mut bytes = opening.content.open().map_err(cannot)?;
    if opening.examined.start.starts_with(&refusal::OLD_CONTAINER) {
        let refusal = Refusal::of_old_container(&mut bytes).map_err(cannot)?;
        return Err(refusal.problem(name));
    }
    let entries = zip::entries(&mut *bytes).map_err(cannot)?;
    let Some(entries) = entries else {
        return Err(Refusal::Damaged.problem(name));
    };
    let has = |wanted: &str| entries.iter().any(|entry| entry.name == wanted);
    if !has("xl/workbook.xml") {
        return Err(Refusal::of_archive(has).problem(name));
    }
    let texts = entries
        .iter()
        .filter(|e| e.name.ends_with(".xml") || e.name.ends_with(".rels"));
    let size = texts.fold(0u64, |sum, entry| sum.saturating_add(entry.size));
    if size > MOST_BYTES {
        return Err(Refusal::TooLarge.problem(name));
    }
    let is_strings = |name: &str| name.to_ascii_lowercase().ends_with(STRINGS);
    for strings in entries.iter().filter(|entry| is_strings(&entry.name)) {
        let start = zip::beginning(&mut *bytes, strings, START).map_err(cannot)?;
        if !promises_little(&start) {
            return Err(Refusal::TooLarge.problem(name));
        }
    }
    let bytes = BufReader::new(opening.content.open().map_err(cannot)?);
    Xlsx::new(bytes).map_err(|error| refused(&error).problem(name))
}

/// Whether the part that holds a workbook's texts says at its beginning that they are no more
/// than a sheet may have cells: room is made for as many as it says.
fn promises_little(start: &[u8]) -> bool {
    let start = String::from_utf8_lossy(start);
    let start = start.trim_start_matches('\u{feff}');
    let list = match start.strip_prefix("<?xml") {
        Some(declared) => declared.split_once("?>").map_or("", |(_, list)| list),
        None => start,
    };
    let list = list.trim_start().strip_prefix('<').unwrap_or_default();
    let Some((attributes, _)) = list.split_once('>') else {
        return false;
    };
    let name = attributes
        .split(|c: char| c.is_whitespace() || c == '/')
        .next();
    if name.and_then(|name| name.rsplit(':').next()) != Some("sst") {
        return false;
    }
    attributes.split("uniqueCount").skip(1).all(|rest| {
        let digits = rest.chars().skip_while(|c| !c.is_ascii_digit());
        let digits: String = digits.take_while(char::is_ascii_digit).collect();
        digits.parse().is_ok_and(|count: usize| count <= MOST_CELLS)
    })
}

/// Why a workbook could not be opened.
fn refused(error: &XlsxError) -> Refusal {
    match error {
        XlsxError::Password => Refusal::Protected,
        _ => Refusal::Damaged,
    }
}

/// The names of the sheets with cells that people can see, in order; of all, if none can be seen.
fn sheet_names(workbook: &Workbook<'_>) -> Vec<String> {
    let sheets = || {
        let all = workbook.sheets_metadata().iter();
        all.filter(|sheet| sheet.typ == SheetType::WorkSheet)
    };
    let seen = sheets().any(|sheet| sheet.visible == SheetVisible::Visible);
    sheets()
        .filter(|sheet| !seen || sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect()
}

/// A cell that holds something, by its row from 1 and its column from 0.
type Placed = (u64, usize, Value);

/// The cells of a sheet in order; of so many rows only, if that is said.
fn cells(
    workbook: &mut Workbook<'_>,
    name: &str,
    sheet: &str,
    rows: Option<usize>,
) -> Result<Vec<Placed>, Stopped> {
    let mut reader = match workbook.worksheet_cells_reader(sheet) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Vec::new()),
        Err(error) => return Err(refused(&error).problem(name)),
    };
    let grid = Grid {
        file: name.to_owned(),
        sheet: Some(sheet.to_owned()),
    };
    let mut cells: Vec<Placed> = Vec::new();
    let mut begun = 0;
    while let Some(cell) = next(&mut reader, &grid, cells.last())? {
        let is_new = cells.last().is_none_or(|last| last.0 != cell.0);
        begun += usize::from(is_new);
        if rows.is_some_and(|rows| begun > rows) {
            break;
        }
        if cells.len() == MOST_CELLS {
            return Err(Refusal::TooLarge.problem(name));
        }
        cells.push(cell);
    }
    if !cells.is_sorted_by_key(|(row, column, _)| (*row, *column)) {
        cells.sort_by_key(|(row, column, _)| (*row, *column));
    }
    Ok(cells)
}

/// The next cell that holds something.
fn next<R: Read + std::io::Seek>(
    reader: &mut XlsxCellReader<'_, R>,
    grid: &Grid,
    last: Option<&Placed>,
) -> Result<Option<Placed>, Stopped> {
    loop {
        let cell = match reader.next_cell_with_formula_metadata() {
            Ok(Some(cell)) => cell,
            Ok(None) => return Ok(None),
            Err(XlsxError::CellError(what)) => {
                return Err(Box::new(
                    unknown_error(&what).at(grid.cell(last.map(|(row, ..)| *row), None)),
                ));
            }
            Err(error) => return Err(refused(&error).problem(&grid.file)),
        };
        if let Some(value) = value(&cell.value, cell.formula.is_some()) {
            let (row, column) = cell.pos;
            return Ok(Some((u64::from(row) + 1, column as usize, value)));
        }
    }
}

fn unknown_error(what: &str) -> Diagnostic {
    let message = format!("a cell in or below this row holds the spreadsheet error `{what}`");
    Diagnostic::error(&code::A021, message)
        .help("write the value itself into the cell, or empty it")
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
    fn of(opening: &Opening<'_>, cells: &[Placed]) -> Option<Self> {
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
            let rank = opening.rank(Top { rows: top });
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

impl Rows for SheetRows {
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
