//! A sheet of settled readings while it is being filled in: a row a practice. Whatever else is
//! in the file stays in it, cell by cell.

use std::borrow::Cow;

use csv::ByteRecord;

use crate::assessment::Assessment;
use crate::diagnostic::{Diagnostic, Diagnostics, Location, Warned, code};
use crate::model::Model;

use super::cell::{Cell, Cells};
use super::container::{Opening, Rows, Stopped, broken_off};
use super::csv::CSV;
use super::detected::Detected;
use super::encoding::{Content, Encoding};
use super::fold::{fold, is_blank, text, tidy};
use super::formula::guarded;
use super::grid::Grid;
use super::header::{Columns, Word};
use super::layout::LAYOUTS;
use super::practices::Practices;
use super::responses::{Answer, Layout};
use super::{Options, Source, inspect};

/// What a sheet is filled in about.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The unit's id and name; `None` for what answers without a unit belong to.
    pub unit: Option<[&'a str; 2]>,
    /// Whether rows that name no unit are about this one.
    pub is_whole: bool,
    /// The wave's id and name, if there are waves.
    pub wave: Option<[&'a str; 2]>,
    /// Whether rows that name no wave are of this one.
    pub is_only_wave: bool,
}

/// A sheet of settled readings while it is being filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerSheet {
    /// The header and the rows, as they stand in the file.
    pub table: Vec<Vec<String>>,
    /// What stands between two cells.
    pub delimiter: u8,
    /// Whether a byte order mark stands before them.
    pub mark: bool,
    columns: Places,
    /// The row of each practice asked, as an index into the table, by practice.
    rows: Vec<Option<usize>>,
    /// What was answered, by practice.
    answers: Vec<Option<Answer>>,
}

/// Where the columns stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Places {
    practice: usize,
    level: usize,
    unit: Option<usize>,
    wave: Option<usize>,
    comment: Option<usize>,
}

impl AnswerSheet {
    /// A sheet with nothing in it but its `heads`: practice, level, unit, wave, comment.
    pub fn new(model: &Model, heads: [&str; 5], delimiter: u8, mark: bool) -> Self {
        let practices = model.practices.len();
        Self {
            table: vec![heads.map(str::to_owned).to_vec()],
            delimiter,
            mark,
            columns: Places {
                practice: 0,
                level: 1,
                unit: Some(2),
                wave: Some(3),
                comment: Some(4),
            },
            rows: vec![None; practices],
            answers: vec![None; practices],
        }
    }

    /// Gives every practice asked a row, and every column that they need a head, of those given
    /// to [`AnswerSheet::new`]. Rows that are there stay where they are.
    pub fn complete(&mut self, model: &Model, asked: &[usize], of: Subject<'_>, heads: [&str; 5]) {
        let needs_unit = of.unit.is_some() && !of.is_whole;
        let needs_wave = of.wave.is_some() && !of.is_only_wave;
        let columns = self.columns;
        let column = |sheet: &mut Self, known: Option<usize>, is_needed: bool, head: &str| {
            let missing = is_needed && known.is_none();
            known.or_else(|| missing.then(|| sheet.add_column(head)))
        };
        self.columns.unit = column(self, columns.unit, needs_unit, heads[2]);
        self.columns.wave = column(self, columns.wave, needs_wave, heads[3]);
        self.columns.comment = column(self, columns.comment, true, heads[4]);
        let columns = self.columns;
        for &practice in asked {
            if self.rows[practice].is_some() {
                continue;
            }
            let mut row = vec![String::new(); self.table[0].len()];
            row[columns.practice] = guarded(&model.practices[practice].id).into_owned();
            if let (Some(column), Some([id, _])) = (columns.unit, of.unit) {
                row[column] = guarded(id).into_owned();
            }
            if let (Some(column), Some([id, _])) = (columns.wave, of.wave) {
                row[column] = guarded(id).into_owned();
            }
            self.rows[practice] = Some(self.table.len());
            self.table.push(row);
        }
    }

    fn add_column(&mut self, head: &str) -> usize {
        let width = self.table[0].len();
        for row in &mut self.table {
            row.resize(width + 1, String::new());
        }
        self.table[0][width] = head.to_owned();
        width
    }

    /// What was answered about a practice.
    pub fn answer(&self, practice: usize) -> Option<Answer> {
        self.answers[practice]
    }

    /// What was remarked on a practice.
    pub fn comment(&self, practice: usize) -> Option<String> {
        let row = self.rows[practice]?;
        let cell = &self.table[row][self.columns.comment?];
        (!is_blank(cell.as_bytes())).then(|| tidy(&text(cell.as_bytes())))
    }

    /// Notes an answer, `words` being what stands for it in the file. The practice must have a row.
    pub fn set_answer(&mut self, practice: usize, answer: Answer, words: &str) {
        self.answers[practice] = Some(answer);
        self.set(practice, Some(self.columns.level), words);
    }

    /// Notes a remark; an empty one takes away what was there. The practice must have a row.
    pub fn set_comment(&mut self, practice: usize, words: &str) {
        self.set(practice, self.columns.comment, words);
    }

    fn set(&mut self, practice: usize, column: Option<usize>, words: &str) {
        if let (Some(row), Some(column)) = (self.rows[practice], column) {
            self.table[row][column] = guarded(words).into_owned();
        }
    }
}

/// Reads a sheet to go on with; `waves` are the declared waves that list the file.
///
/// # Errors
/// Everything that keeps the file from being read as answers, and a file that is no sheet.
pub fn answer_sheet(
    model: &Model,
    assessment: &Assessment,
    of: Subject<'_>,
    (content, name, waves): (Content, &str, Vec<usize>),
) -> Result<Warned<AnswerSheet>, Diagnostics> {
    let stopped = |stopped: Stopped| match stopped.location {
        Some(_) => Diagnostics::from(*stopped),
        None => Diagnostics::from(stopped.at(Location::File(name.to_owned()))),
    };
    let sheet = read(model, of, &content, name).map_err(stopped)?;
    let source = Source {
        content,
        name: name.to_owned(),
        waves,
        folder: None,
    };
    let (_, read) = inspect(model, assessment.clone(), vec![source], Options::default());
    let Warned { warnings, .. } = read?;
    Ok(Warned {
        value: sheet,
        warnings,
    })
}

fn read(
    model: &Model,
    of: Subject<'_>,
    content: &Content,
    name: &str,
) -> Result<AnswerSheet, Stopped> {
    let practices = Practices::new(model, &[]);
    let opening = Opening::of(Cow::Owned(content.clone()), name, &practices)?;
    let mut detected = Detected::new(name);
    let mut table = (CSV.open)(&opening, &mut detected)?;
    let columns = Columns::of(&table.header, &practices);
    let grid = Grid {
        file: name.to_owned(),
        sheet: None,
    };
    let places = places(&columns).ok_or_else(|| no_sheet(name).at(grid.whole()))?;
    let mut sheet = AnswerSheet {
        table: vec![cells(&table.header, table.header.len())],
        delimiter: detected.dialect.map_or(b',', |dialect| dialect.delimiter),
        mark: detected.byte_order_mark || detected.encoding != Some(Encoding::Utf8),
        columns: places,
        rows: vec![None; model.practices.len()],
        answers: vec![None; model.practices.len()],
    };
    let mut levels = Cells::new(model);
    let (mut record, mut flaws) = (ByteRecord::new(), Vec::new());
    loop {
        let next = table.rows.next(&mut record, &mut flaws);
        if next.map_err(|broken| broken_off(&grid, broken))?.is_none() {
            return Ok(sheet);
        }
        let row = sheet.table.len();
        sheet.table.push(cells(&record, table.header.len()));
        let named = record.get(places.practice).unwrap_or_default();
        let Some(practice) = practices.find(&fold(&text(named))) else {
            continue;
        };
        let is_own = is_about(&record, places.unit, of.unit, of.is_whole)
            && is_about(&record, places.wave, of.wave, of.is_only_wave);
        if !is_own {
            continue;
        }
        let level = record.get(places.level).unwrap_or_default();
        let answer = match levels.read(practice, level) {
            Cell::Is(answer) => Some(answer),
            Cell::Blank | Cell::No(_) => None,
        };
        // As in reading: of several rows the last that settles anything counts.
        if answer.is_some() || sheet.answers[practice].is_none() {
            sheet.rows[practice] = Some(row);
            sheet.answers[practice] = answer;
        }
    }
}

/// Where a sheet's columns stand; `None` if these are not a sheet's.
fn places(columns: &Columns) -> Option<Places> {
    let layout = LAYOUTS.iter().find(|reader| (reader.recognises)(columns));
    layout.filter(|reader| reader.layout == Layout::SHEET)?;
    Some(Places {
        practice: columns.word(Word::Practice)?,
        level: columns.word(Word::Level)?,
        unit: columns.word(Word::Unit),
        wave: columns.word(Word::Wave),
        comment: columns.word(Word::Comment),
    })
}

/// A row's cells as they stand, without the end of its line, as many as there are heads or more.
fn cells(record: &ByteRecord, width: usize) -> Vec<String> {
    let cells = record.iter().map(String::from_utf8_lossy);
    let mut cells: Vec<String> = cells.map(String::from).collect();
    if let Some(last) = cells.last_mut() {
        last.truncate(last.trim_end_matches('\r').len());
    }
    cells.resize(width.max(cells.len()), String::new());
    cells
}

/// Whether a row is about what has one of these names, by its cell in a column.
fn is_about(
    record: &ByteRecord,
    column: Option<usize>,
    names: Option<[&str; 2]>,
    is_default: bool,
) -> bool {
    let cell = column.and_then(|column| record.get(column));
    match (cell.filter(|cell| !is_blank(cell)), names) {
        (None, _) => is_default,
        (Some(_), None) => false,
        (Some(cell), Some(names)) => {
            let cell = fold(&text(cell));
            names.iter().any(|name| fold(name) == cell)
        }
    }
}

fn no_sheet(name: &str) -> Diagnostic {
    let message = format!("`{name}` is there already, and is no sheet with a row a practice");
    Diagnostic::error(&code::C025, message)
        .help("name a new file, or one that has the columns `practice` and `level`")
        .help("nothing was written")
}
