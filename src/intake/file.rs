//! One answers file from its bytes to its last row.

use std::collections::HashMap;
use std::io::{self, Read};

use csv::ByteRecord;

use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};

use super::cell::Cells;
use super::detected::Detected;
use super::dialect::{Broken, Dialect, Found, Rows, choose, is_sep_line};
use super::encoding::{Content, Examined, Fault, examine};
use super::fold::is_blank;
use super::gathered::Gathered;
use super::happened::{Happenings, tell_rejected};
use super::header::{Columns, Word};
use super::layout::{LAYOUTS, Reader};
use super::practices::Practices;
use super::reading::{Reading, Row};
use super::responses::Input;
use super::{Options, Source};

/// What all files are read with and into.
pub(super) struct Desk<'m> {
    /// What practices are called: in the model, then by each mapping.
    pub practices: Vec<Practices<'m>>,
    pub cells: Cells<'m>,
    pub gathered: Gathered<'m>,
    pub problems: Diagnostics,
    pub options: Options,
}

/// A file's part from which on it cannot be read.
type Stopped = Box<Diagnostic>;

/// Enough of a text to judge its first rows by.
const HEAD: u64 = 64 * 1024;

impl Desk<'_> {
    /// Reads one file; `None` if it cannot be read to its end.
    pub(super) fn read(
        &mut self,
        source: Source,
        index: usize,
        detected: &mut Detected,
    ) -> Option<Input> {
        let Source {
            content,
            name,
            waves,
        } = source;
        let stopped = match self.try_read(content, &name, &waves, index, detected) {
            Ok(input) => return input,
            Err(stopped) => *stopped,
        };
        let placed = match stopped.location {
            Some(_) => stopped,
            None => stopped.at(Location::File(name)),
        };
        self.problems.push(placed);
        None
    }

    fn try_read(
        &mut self,
        content: Content,
        name: &str,
        waves: &[usize],
        index: usize,
        detected: &mut Detected,
    ) -> Result<Option<Input>, Stopped> {
        let cannot = |error: io::Error| cannot_read(name, &error);
        let content = content.rereadable().map_err(cannot)?;
        let examined = examine(&content).map_err(cannot)?;
        detected.byte_order_mark = examined.mark > 0;
        check(&examined, name)?;
        detected.encoding = Some(examined.encoding);
        let called = called(&self.gathered, waves);
        let dialect = self.dialect(&content, &examined, called).map_err(cannot)?;
        detected.dialect = Some(dialect);

        let text = content.decoded(&examined).map_err(cannot)?;
        let mut rows = Rows::new(text, dialect.delimiter);
        let mut record = ByteRecord::new();
        let broken = |broken| broken_off(name, broken);
        let Some(row) = header(&mut rows, &mut record, dialect).map_err(broken)? else {
            return Err(empty());
        };
        let columns = Columns::of(&record, &self.practices[called]);
        let reader = LAYOUTS.iter().find(|reader| (reader.recognises)(&columns));
        detected.mapping = called.checked_sub(1);
        detected.take(&columns, reader);
        let Some(reader) = reader else {
            return self
                .no_layout(&columns, dialect, name, (row, called))
                .map_or(Ok(None), Err);
        };
        columns.fault(
            &self.practices[called],
            reader.once,
            name,
            row,
            &mut self.problems,
        );

        let mut reading = Reading {
            practices: &self.practices[called],
            cells: &mut self.cells,
            columns: &columns,
            gathered: &mut self.gathered,
            problems: &mut self.problems,
            file: name,
            index,
            waves,
            lenient: self.options.lenient,
            rejected: vec![0; columns.list.len()],
            happened: Happenings::default(),
            comments: 0,
            seen: HashMap::new(),
            scratch: Vec::new(),
        };
        let filled = read_rows(&mut reading, &mut rows, &mut record, reader, dialect);
        detected.comments = reading.comments;
        let (happened, rejected) = (reading.happened, reading.rejected);
        happened.tell(name, &mut self.problems);
        tell_rejected(&rejected, &columns, name, &mut self.problems);
        detected.rows = filled.map_err(broken)?;
        detected.respondents = self.gathered.people.of_file(index);
        if detected.rows == 0 {
            return Err(header_only());
        }
        Ok(Some(Input {
            name: short(name),
            sha256: examined.sha256,
            layout: reader.layout,
            rows: detected.rows,
            rejected: by_header(&columns, rejected),
        }))
    }

    /// The dialect, judged by the beginning of the text.
    fn dialect(
        &self,
        content: &Content,
        examined: &Examined,
        called: usize,
    ) -> io::Result<Dialect> {
        let mut head = Vec::new();
        let text = content.decoded(examined)?;
        text.take(HEAD).read_to_end(&mut head)?;
        let practices = &self.practices[called];
        let understood = |header: &ByteRecord| Columns::of(header, practices).understood();
        Ok(choose(&head, understood))
    }

    /// Says that no layout fits, unless misspelt practices are why.
    fn no_layout(
        &mut self,
        columns: &Columns,
        dialect: Dialect,
        file: &str,
        (row, called): (u64, usize),
    ) -> Option<Stopped> {
        let mut headers = Diagnostics::new();
        columns.fault(&self.practices[called], &[], file, row, &mut headers);
        if headers.has_errors() {
            self.problems.append(headers);
            return None;
        }
        let problem = columns.no_layout(file, row);
        Some(Box::new(match columns.word(Word::Practice) {
            Some(_) => problem,
            None => problem.help(way_out_of_no_layout(columns, dialect)),
        }))
    }
}

/// What practices are called in a file of these waves: an index into [`Desk::practices`].
fn called(gathered: &Gathered<'_>, waves: &[usize]) -> usize {
    let listed = waves.first().map(|&wave| &gathered.assessment.waves[wave]);
    listed
        .and_then(|wave| wave.mapping)
        .map_or(0, |mapping| mapping + 1)
}

/// What may be wrong with a header row of which nothing is understood.
fn way_out_of_no_layout(columns: &Columns, dialect: Dialect) -> String {
    let filled = columns.list.iter().filter(|c| !c.header.is_empty());
    if dialect.found == Found::SepLine {
        let delimiter = dialect.name();
        format!("the first line says that a {delimiter} parts the cells: correct it or take it out")
    } else if filled.count() <= 1 {
        "the header must be the first row that is not blank, with commas, semicolons or tabs \
         between its cells"
            .to_owned()
    } else {
        "where a survey has questions of its own, `[columns]` in `assessment.toml` ties them to \
         practices; `plateau init DIR` makes that file"
            .to_owned()
    }
}

/// The columns with cells counted as blank, and how many.
fn by_header(columns: &Columns, rejected: Vec<u64>) -> Vec<(String, u64)> {
    let headers = columns.list.iter().map(|column| column.header.clone());
    headers
        .zip(rejected)
        .filter(|(_, cells)| *cells > 0)
        .collect()
}

/// Reads up to the header row and returns its number, counted behind a `sep=` line.
fn header(
    rows: &mut Rows<'_>,
    record: &mut ByteRecord,
    dialect: Dialect,
) -> Result<Option<u64>, Broken> {
    let mut is_first = true;
    while let Some(row) = rows.next(record)? {
        if is_first && dialect.found == Found::SepLine && is_sep_line(record, dialect.delimiter) {
            rows.restart();
        } else if !record.iter().all(is_blank) {
            return Ok(Some(row));
        }
        is_first = false;
    }
    Ok(None)
}

/// Reads all rows below the header and returns how many hold anything.
fn read_rows(
    reading: &mut Reading<'_, '_>,
    rows: &mut Rows<'_>,
    record: &mut ByteRecord,
    reader: &Reader,
    dialect: Dialect,
) -> Result<u64, Broken> {
    let columns = reading.columns.list.len();
    let mut filled = 0;
    while let Some(number) = rows.next(record)? {
        if record.iter().all(is_blank) {
            continue;
        }
        filled += 1;
        if record.len() > columns && record.iter().skip(columns).any(|cell| !is_blank(cell)) {
            let problem = too_many_cells(dialect).at(whole_row(reading.file, number));
            reading.problems.push(problem);
            continue;
        }
        let cells = &*record;
        (reader.row)(reading, Row { number, cells });
    }
    Ok(filled)
}

fn check(examined: &Examined, name: &str) -> Result<(), Stopped> {
    let problem = match examined.fault {
        _ if examined.empty => return Err(empty()),
        None => return Ok(()),
        Some(Fault::Workbook) => Diagnostic::error(
            &code::A002,
            format!("`{name}` is a workbook or archive, not text"),
        )
        .help("save it as `CSV UTF-8` in the spreadsheet program and read that file"),
        Some(Fault::Binary) => {
            Diagnostic::error(&code::A002, format!("`{name}` is not a text file"))
                .help("answers are read from CSV: text with commas, semicolons or tabs")
        }
        Some(Fault::CutUtf16) => Diagnostic::error(
            &code::A008,
            format!("`{name}` is UTF-16, but ends in the middle of a character"),
        )
        .help("get the whole file once more, or save it anew as `CSV UTF-8`"),
        Some(Fault::Utf32) => Diagnostic::error(&code::A008, format!("`{name}` is UTF-32"))
            .help("save it anew as `CSV UTF-8`"),
        Some(Fault::BrokenUtf8(line)) => {
            let message = format!("`{name}` says it is UTF-8, but line {line} is not");
            Diagnostic::error(&code::A008, message).help("save it anew as `CSV UTF-8`")
        }
    };
    Err(Box::new(problem))
}

fn cannot_read(name: &str, error: &io::Error) -> Stopped {
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

fn broken_off(name: &str, broken: Broken) -> Stopped {
    let row = match broken {
        Broken::Unreadable(error) => return cannot_read(name, &error),
        Broken::OpenQuote(row) => row,
    };
    let problem = Diagnostic::error(&code::A009, "a quotation mark in this row is never closed")
        .help("close it, or write it twice (`\"\"`) if it belongs to the text");
    Box::new(problem.at(whole_row(name, row)))
}

fn whole_row(file: &str, row: u64) -> Location {
    Location::Cell {
        file: file.to_owned(),
        row: Some(row),
        column: None,
        text: None,
    }
}

fn empty() -> Stopped {
    let problem = Diagnostic::error(&code::A007, "the file is empty");
    Box::new(problem.help("leave the file out until there are answers"))
}

fn header_only() -> Stopped {
    let message = "the file has a header row and no answers below it";
    let problem = Diagnostic::error(&code::A007, message);
    Box::new(problem.help("leave the file out until there are answers"))
}

fn too_many_cells(dialect: Dialect) -> Diagnostic {
    let delimiter = dialect.name();
    Diagnostic::error(
        &code::A010,
        "the row has more cells than the header has columns",
    )
    .help(format!(
        "put a cell that holds a {delimiter} in quotation marks"
    ))
}

/// A file's name without its folders.
fn short(name: &str) -> String {
    let last = std::path::Path::new(name).file_name();
    last.map_or_else(
        || name.to_owned(),
        |last| last.to_string_lossy().into_owned(),
    )
}
