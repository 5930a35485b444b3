//! Workbooks: the sheet whose header names practices best, read cell by cell.
//!
//! Nothing is unpacked before the archive's directory is found reasonable, and no sheet is kept
//! whole: only cells that hold something take room, and there is a limit to how many.

use std::io::{BufReader, Read};

use calamine::{Reader as _, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError};

use crate::diagnostic::{Diagnostic, code};

use super::codebook::Codebook;
use super::container::{Intake, Opening, Stopped, Table, cannot_read};
use super::detected::Detected;
use super::encoding::ReadSeek;
use super::grid::Grid;
use super::refusal::{OLD_CONTAINER, Refusal};
use super::sheets::{Choice, HEAD, MOST_BYTES, MOST_CELLS, Placed, Room, form, records};
use super::value::value;
use super::zip;

/// Workbooks, and what looks like one from outside.
pub(super) static XLSX: Intake = Intake {
    recognises: |start| start.starts_with(b"PK\x03\x04") || start.starts_with(&OLD_CONTAINER),
    open,
};

/// The end of the name of the part that holds a workbook's texts, whatever its case.
const STRINGS: &str = "sharedstrings.xml";

/// Enough of it to see how many texts it promises.
const START: usize = 4096;

type Workbook<'a> = Xlsx<BufReader<Box<dyn ReadSeek + 'a>>>;

fn open<'a>(opening: &'a Opening<'_>, detected: &mut Detected) -> Result<Table<'a>, Stopped> {
    let name = opening.name;
    let mut workbook = workbook(opening)?;
    let names = sheet_names(&workbook);
    let mut heads = Vec::new();
    for sheet in &names {
        heads.push(cells(&mut workbook, name, sheet, Some(HEAD))?);
    }
    let mut own = Codebook::default();
    for (sheet, top) in names.iter().zip(&heads) {
        if let Some(form) = form(top) {
            let cells = cells(&mut workbook, name, sheet, None)?;
            own.add(form, records(&cells));
        }
    }
    let choice = Choice::of(opening, names, &heads, Some(own))?;
    let cells = cells(&mut workbook, name, choice.sheet(), None)?;
    Ok(choice.table(cells, detected))
}

/// The workbook, found to be one and of a reasonable size.
fn workbook<'a>(opening: &'a Opening<'_>) -> Result<Workbook<'a>, Stopped> {
    let name = opening.name;
    let cannot = |error| cannot_read(name, &error);
    let mut bytes = opening.content.open().map_err(cannot)?;
    if opening.examined.start.starts_with(&OLD_CONTAINER) {
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
    let mut room = Room::new();
    let mut begun = 0;
    while let Some(cell) = next(&mut reader, &grid, cells.last())? {
        let is_new = cells.last().is_none_or(|last| last.0 != cell.0);
        begun += usize::from(is_new);
        if rows.is_some_and(|rows| begun > rows) {
            break;
        }
        room.take(&cell.2, 1)
            .map_err(|refusal| refusal.problem(name))?;
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
