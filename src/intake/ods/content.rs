//! The tables of an OpenDocument spreadsheet, read as a stream: what is repeated is counted before
//! it is kept, and no piece of it is longer than a cell may be.

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read};

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::intake::refusal::Refusal;
use crate::intake::sheets::{LONGEST_CELL, MOST_COLUMNS, Placed, Room};
use crate::intake::value::Value;

use super::cell::Cell;
use super::narrow::Narrow;

/// A table with cells.
pub(super) struct Sheet {
    pub name: String,
    /// Whether people can see it.
    pub is_visible: bool,
    pub cells: Vec<Placed>,
}

/// The sheets in order; of each only so many rows that hold anything as `rows` says by its place.
pub(super) fn sheets(
    content: impl Read,
    rows: impl Fn(usize) -> usize,
) -> Result<Vec<Sheet>, Refusal> {
    let mut xml = Reader::from_reader(Narrow::new(BufReader::new(content)));
    xml.config_mut().expand_empty_elements = true;
    let mut stream = Stream {
        xml,
        buffer: Vec::new(),
        room: Room::new(),
    };
    let mut sheets = Vec::new();
    let mut hidden: HashSet<String> = HashSet::new();
    let mut style = String::new();
    while let Some(piece) = stream.next()? {
        let Piece::Start(start) = piece else {
            continue;
        };
        match start.name().into_inner() {
            "style:style" => style = attribute(&start, "style:name"),
            "style:table-properties" if attribute(&start, "table:display") == "false" => {
                hidden.insert(std::mem::take(&mut style));
            }
            "table:table" => {
                let name = attribute(&start, "table:name");
                let style = attribute(&start, "table:style-name");
                let cells = stream.table(rows(sheets.len()))?;
                sheets.push(Sheet {
                    name,
                    is_visible: !hidden.contains(&style),
                    cells,
                });
            }
            _ => {}
        }
    }
    Ok(sheets)
}

/// A file while it is read.
struct Stream<R> {
    xml: Reader<Narrow<R>>,
    buffer: Vec<u8>,
    room: Room,
}

/// What the file goes on with.
enum Piece {
    Start(BytesStart<'static>),
    End(String),
    Text(String),
}

impl<R: BufRead> Stream<R> {
    /// The next piece that says something; `None` at the end.
    fn next(&mut self) -> Result<Option<Piece>, Refusal> {
        loop {
            self.buffer.clear();
            self.xml.get_mut().allow(LONGEST_CELL);
            let event = match self.xml.read_event_into(&mut self.buffer) {
                Ok(event) => event,
                Err(_) if self.xml.get_ref().has_refused() => return Err(Refusal::LongCell),
                Err(_) => return Err(Refusal::Damaged),
            };
            let piece = match event {
                Event::Start(start) => Piece::Start(start.into_owned()),
                Event::End(end) => Piece::End(end.name().into_inner().to_owned()),
                Event::Text(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(named) => Piece::Text(entity(&named)?),
                Event::Eof => return Ok(None),
                // What a document type declares is never looked up.
                _ => continue,
            };
            return Ok(Some(piece));
        }
    }

    /// As [`Stream::next`], where the file must not end yet.
    fn inside(&mut self) -> Result<Piece, Refusal> {
        self.next()?.ok_or(Refusal::Damaged)
    }

    /// Passes over everything up to an element's end.
    fn skip(&mut self, name: &str) -> Result<(), Refusal> {
        let mut open = 1_usize;
        while open > 0 {
            match self.inside()? {
                Piece::Start(start) if start.name().into_inner() == name => open += 1,
                Piece::End(end) if end == name => open -= 1,
                _ => {}
            }
        }
        Ok(())
    }

    /// The cells of the first `most` rows of a table that hold anything.
    fn table(&mut self, most: usize) -> Result<Vec<Placed>, Refusal> {
        let mut cells: Vec<Placed> = Vec::new();
        let (mut row, mut filled) = (1_u64, 0);
        loop {
            match self.inside()? {
                Piece::Start(start) => match start.name().into_inner() {
                    "table:table-row" => {
                        let times = repeated(&start, "table:number-rows-repeated");
                        let found = self.row()?;
                        if !found.is_empty() {
                            let wanted = times.min(most - filled);
                            self.keep(found, row, wanted, &mut cells)?;
                            filled += wanted;
                        }
                        row = row.saturating_add(times as u64);
                    }
                    group if is_group(group) => {}
                    other => self.skip(other)?,
                },
                Piece::End(end) if end == "table:table" => return Ok(cells),
                _ => {}
            }
        }
    }

    /// Keeps a row so many times.
    fn keep(
        &mut self,
        found: Vec<(usize, Value)>,
        row: u64,
        times: usize,
        cells: &mut Vec<Placed>,
    ) -> Result<(), Refusal> {
        for (_, value) in &found {
            self.room.take(value, times)?;
        }
        for again in 0..times as u64 {
            let placed = found.iter().cloned();
            cells.extend(placed.map(|(column, value)| (row + again, column, value)));
        }
        Ok(())
    }

    /// A row's cells that hold anything, by their columns.
    fn row(&mut self) -> Result<Vec<(usize, Value)>, Refusal> {
        let mut cells = Vec::new();
        let mut column = 0_usize;
        let mut room = Room::new();
        loop {
            match self.inside()? {
                Piece::Start(start) => {
                    let name = start.name().into_inner().to_owned();
                    match name.as_str() {
                        "table:table-cell" | "table:covered-table-cell" => {
                            let times = repeated(&start, "table:number-columns-repeated");
                            let value = self.cell(&start, &name)?;
                            // What lies below a merged cell cannot be seen.
                            let value = value.filter(|_| name == "table:table-cell");
                            let end = column.saturating_add(times);
                            if let Some(value) = value {
                                if end > MOST_COLUMNS {
                                    return Err(Refusal::TooLarge);
                                }
                                room.take(&value, times)?;
                                cells.extend((column..end).map(|at| (at, value.clone())));
                            }
                            column = end;
                        }
                        other => self.skip(other)?,
                    }
                }
                Piece::End(end) if end == "table:table-row" => return Ok(cells),
                _ => {}
            }
        }
    }

    /// What a cell holds, read to its end.
    fn cell(&mut self, start: &BytesStart<'_>, name: &str) -> Result<Option<Value>, Refusal> {
        let mut cell = Cell::default();
        for (key, value) in attributes(start) {
            cell.says(&key, &value);
        }
        let mut paragraph = false;
        loop {
            match self.inside()? {
                Piece::Start(start) => match start.name().into_inner() {
                    "text:p" => {
                        cell.begin_paragraph();
                        paragraph = true;
                    }
                    "text:s" => cell.write(&" ".repeat(spaces(&start))),
                    "text:tab" => cell.write("\t"),
                    "text:line-break" => cell.write("\n"),
                    "text:span" | "text:a" => {}
                    // Remarks, drawings and tables within.
                    other => self.skip(other)?,
                },
                Piece::End(end) if end == name => return Ok(cell.value()),
                Piece::End(end) => paragraph &= end != "text:p",
                Piece::Text(text) if paragraph => cell.write(&text),
                Piece::Text(_) => {}
            }
            if cell.text.len() > LONGEST_CELL {
                return Err(Refusal::LongCell);
            }
        }
    }
}

/// Whether an element only holds rows together.
fn is_group(name: &str) -> bool {
    let groups = [
        "table:table-header-rows",
        "table:table-rows",
        "table:table-row-group",
    ];
    groups.contains(&name)
}

/// How often a row or cell stands there; once, unless it says so.
fn repeated(start: &BytesStart<'_>, key: &str) -> usize {
    attribute(start, key).parse().unwrap_or(1).max(1)
}

/// How many spaces an element stands for: more than a cell's worth are none.
fn spaces(start: &BytesStart<'_>) -> usize {
    let count = attribute(start, "text:c").parse().unwrap_or(1);
    if count > LONGEST_CELL { 1 } else { count }
}

/// What a character by its number or name is; one that the file declares itself is never looked up.
fn entity(named: &BytesRef<'_>) -> Result<String, Refusal> {
    if let Ok(Some(letter)) = named.resolve_char_ref() {
        return Ok(letter.into());
    }
    let known = quick_xml::escape::resolve_predefined_entity(named);
    known.map(str::to_owned).ok_or(Refusal::Damaged)
}

fn attribute(start: &BytesStart<'_>, key: &str) -> String {
    let mut found = attributes(start).filter(|(known, _)| known == key);
    found.next().map_or_else(String::new, |(_, value)| value)
}

fn attributes<'s>(start: &'s BytesStart<'_>) -> impl Iterator<Item = (Cow<'s, str>, String)> {
    let all = start.attributes().flatten();
    all.filter_map(|attribute| {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some((attribute.key.into_inner().into(), value.into_owned()))
    })
}
