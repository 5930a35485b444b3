//! One answers file from its bytes to its last row.

use std::borrow::Cow;
use std::collections::HashMap;

use csv::ByteRecord;

use crate::assessment::Assessment;
use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};

use super::ahead::Ahead;
use super::cell::Cells;
use super::codebook::Book;
use super::container::{Opening, Rows as _, Stopped, Table, broken_off, cannot_read};
use super::detected::Detected;
use super::encoding::Content;
use super::gathered::Gathered;
use super::grid::Grid;
use super::guard::Guard;
use super::happened::{Happenings, tell_rejected};
use super::hash::while_hashing;
use super::header::{Columns, Word};
use super::layout::{Chosen, Whose};
use super::look::count;
use super::plainly::Plainly;
use super::practices::Practices;
use super::quick::{Hands, Quick};
use super::reading::Reading;
use super::responses::Input;
use super::rows::Broken;
use super::{Options, Reads, Source};

/// What all files are read with and into.
pub(super) struct Desk<'m> {
    /// What practices are called: in the model, then by each mapping.
    pub practices: Vec<Practices<'m>>,
    pub cells: Cells<'m>,
    pub gathered: Gathered<'m>,
    pub problems: Diagnostics,
    pub options: Options,
    /// How many bytes each file has, where that is known.
    pub lengths: Vec<Option<u64>>,
    /// The codebooks among all files.
    pub books: Vec<Book>,
}

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
            ..
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
        let cannot = |error: std::io::Error| cannot_read(name, &error);
        let content = content.rereadable().map_err(cannot)?;
        let is_hashed = self.is_hashed(index);
        if let Content::Stream(stream) = &content {
            stream.hash_up_to(self.options.hash_up_to.unwrap_or(u64::MAX));
            let input = self.read_content(&content, name, waves, index, detected)?;
            return Ok(input.map(|input| Input {
                sha256: stream.sha256(),
                ..input
            }));
        }
        let mut work = || self.read_content(&content, name, waves, index, detected);
        if !is_hashed {
            return work();
        }
        let (input, sha256) = while_hashing(&content, work);
        let Some(input) = input? else {
            return Ok(None);
        };
        let sha256 = Some(sha256.map_err(cannot)?);
        Ok(Some(Input { sha256, ..input }))
    }

    /// Whether a file is hashed; one that may be another's twin always is.
    fn is_hashed(&self, index: usize) -> bool {
        let length = self.lengths[index];
        let up_to = self.options.hash_up_to.unwrap_or(u64::MAX);
        let alike = self.lengths.iter().filter(|other| **other == length);
        length.is_none_or(|length| length <= up_to) || alike.count() > 1
    }

    /// Reads one file, which can be read more than once, but for its hash.
    fn read_content(
        &mut self,
        content: &Content,
        name: &str,
        waves: &[usize],
        index: usize,
        detected: &mut Detected,
    ) -> Result<Option<Input>, Stopped> {
        let called = called(self.gathered.assessment, waves);
        let practices = &self.practices[called];
        let opening = Opening {
            reads: self.options.reads,
            layout: self.options.layout,
            books: &self.books,
            ..Opening::of(Cow::Borrowed(content), name, practices)?
        };
        let mut table = opening.table(detected)?;
        for warning in std::mem::take(&mut table.warnings) {
            self.problems
                .push(warning.at(Location::File(name.to_owned())));
        }
        let grid = Grid {
            file: name.to_owned(),
            sheet: table.sheet.clone(),
        };
        table.check_width(&grid)?;
        let chosen = Chosen::of(&table.top(), practices, self.options.layout);
        detected.mapping = called.checked_sub(1);
        detected.take(&chosen);
        let (Some(reader), true) = (chosen.reader, chosen.fits) else {
            if chosen.reader.is_some() && chosen.refusal.is_none() {
                count(&mut table, &chosen, detected)?;
            }
            let problem = no_layout(&chosen, self.options.layout, practices, &table, &grid);
            return problem.map(|headers| {
                self.problems.append(headers);
                None
            });
        };
        let Chosen { head, columns, .. } = chosen;
        table.rows.skip(head.rows - 1);
        columns.fault(practices, reader.once, &grid, table.row, &mut self.problems);

        let mut reading = Reading {
            practices,
            cells: &mut self.cells,
            columns: &columns,
            gathered: &mut self.gathered,
            problems: &mut self.problems,
            grid: &grid,
            index,
            waves,
            lenient: self.options.lenient,
            decode: reader.tool.as_ref().and_then(|tool| tool.decode),
            rejected: vec![0; columns.list.len()],
            happened: Happenings::default(),
            comments: 0,
            seen: HashMap::new(),
            scratch: Vec::new(),
            whose: Whose::default(),
        };
        let mut guard = Guard::of(&head);
        let is_plain = self.options.reads == Reads::Plainly || !guard.is_idle();
        let dialect = detected.dialect.filter(|_| !is_plain);
        let room = match self.options.reads {
            Reads::QuicklyBy(room) => Some(room),
            _ => None,
        };
        let quick = dialect
            .and_then(|dialect| Quick::of(reader, &columns, practices, dialect.delimiter, room));
        let plainly = Plainly {
            reader,
            guard: &mut guard,
            way_out_of_width: &table.way_out_of_width,
        };
        let filled = read_rows(&mut reading, &mut table.rows, plainly, quick.as_ref());
        detected.encoding = table.rows.encoding().or(detected.encoding);
        detected.comments = reading.comments;
        let (happened, rejected) = (reading.happened, reading.rejected);
        happened.tell(&grid, &mut self.problems);
        tell_rejected(&rejected, &columns, &grid, &mut self.problems);
        detected.rows = filled.map_err(|broken| broken_off(&grid, broken))?;
        detected.not_counted = guard.not_counted();
        detected.read = true;
        guard.tell(detected.rows, &columns, &grid, &mut self.problems);
        detected.respondents = self.gathered.people.of_file(index);
        if detected.rows == 0 {
            return Err(header_only());
        }
        Ok(Some(Input {
            name: short(name),
            sha256: None,
            layout: reader.layout,
            rows: detected.rows,
            not_counted: detected.not_counted.clone(),
            rejected: by_header(&columns, rejected),
        }))
    }
}

/// What practices are called in a file of these waves: an index into [`Desk::practices`].
pub(super) fn called(assessment: &Assessment, waves: &[usize]) -> usize {
    let listed = waves.first().map(|&wave| &assessment.waves[wave]);
    listed
        .and_then(|wave| wave.mapping)
        .map_or(0, |mapping| mapping + 1)
}

/// Says that no layout fits; what is wrong with the headers, if misspelt practices are why.
fn no_layout(
    chosen: &Chosen,
    asked: Option<&str>,
    practices: &Practices<'_>,
    table: &Table<'_>,
    grid: &Grid,
) -> Result<Diagnostics, Stopped> {
    let columns = &chosen.columns;
    let mut headers = Diagnostics::new();
    columns.fault(practices, &[], grid, table.row, &mut headers);
    if headers.has_errors() {
        return Ok(headers);
    }
    if let Some(problem) = chosen.not_as(asked, grid) {
        return Err(Box::new(problem));
    }
    if let Some(refusal) = &chosen.refusal {
        return Err(Box::new(refusal.clone().at(grid.whole())));
    }
    let problem = columns.no_layout(grid, table.row);
    Err(Box::new(match columns.word(Word::Practice) {
        Some(_) => problem,
        None => problem.help(table.way_out_of_header.as_deref().unwrap_or(
            "where a survey has questions of its own, `[columns]` in `assessment.toml` ties them \
             to practices; `plateau check --write-mapping FILE` begins that file",
        )),
    }))
}

/// The columns with cells counted as blank, and how many.
fn by_header(columns: &Columns, rejected: Vec<u64>) -> Vec<(String, u64)> {
    let headers = columns.list.iter().map(|column| column.header.clone());
    headers
        .zip(rejected)
        .filter(|(_, cells)| *cells > 0)
        .collect()
}

/// Reads all rows below the header and returns how many hold anything.
fn read_rows<'m>(
    reading: &mut Reading<'_, 'm>,
    rows: &mut Ahead<'_>,
    mut plainly: Plainly<'_>,
    quick: Option<&Quick>,
) -> Result<u64, Broken> {
    let (practices, cells) = (reading.practices, &*reading.cells);
    let mut hands = quick.map(|quick| Hands::new(quick, practices, cells.clone()));
    let (mut record, mut flaws) = (ByteRecord::new(), Vec::new());
    let mut filled = 0;
    while let Some(number) = rows.next(&mut record, &mut flaws)? {
        filled += u64::from(plainly.take(reading, number, &record, &flaws));
        flaws.clear();
        if let Some(hands) = &mut hands
            && let Some((text, row)) = rows.take_text()
        {
            let (text, row, more) = hands.read(reading, &mut plainly, text, row);
            filled += more;
            rows.resume(text, row);
        }
    }
    Ok(filled)
}

fn header_only() -> Stopped {
    let message = "the file has a header row and no answers below it";
    let problem = Diagnostic::error(&code::A007, message);
    Box::new(problem.help("leave the file out until there are answers"))
}

/// A file's name without its folders.
pub(super) fn short(name: &str) -> String {
    let last = std::path::Path::new(name).file_name();
    last.map_or_else(
        || name.to_owned(),
        |last| last.to_string_lossy().into_owned(),
    )
}
