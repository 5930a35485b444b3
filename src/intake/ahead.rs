//! Rows of which the first can be looked at before they are read.

use std::collections::VecDeque;

use csv::ByteRecord;

use super::container::{Flaw, Rows};
use super::encoding::Encoding;
use super::rows::Broken;
use super::text::Parts;

/// A table's rows, the first of them perhaps held back.
pub(super) struct Ahead<'a> {
    rows: Box<dyn Rows<'a> + 'a>,
    held: VecDeque<Held>,
    /// Why there are no more rows behind those held.
    broken: Option<Broken>,
}

struct Held {
    number: u64,
    record: ByteRecord,
    flaws: Vec<Flaw>,
}

impl<'a> Ahead<'a> {
    pub(super) fn new(rows: Box<dyn Rows<'a> + 'a>) -> Self {
        Self {
            rows,
            held: VecDeque::new(),
            broken: None,
        }
    }

    /// The first so many rows; fewer if there are not so many.
    pub(super) fn look(&mut self, most: usize) -> impl Iterator<Item = &ByteRecord> {
        while self.held.len() < most && self.broken.is_none() {
            let (mut record, mut flaws) = (ByteRecord::new(), Vec::new());
            match self.rows.next(&mut record, &mut flaws) {
                Ok(Some(number)) => self.held.push_back(Held {
                    number,
                    record,
                    flaws,
                }),
                Ok(None) => break,
                Err(broken) => self.broken = Some(broken),
            }
        }
        self.held.iter().take(most).map(|held| &held.record)
    }

    /// Leaves out the first so many rows.
    pub(super) fn skip(&mut self, rows: usize) {
        self.held.drain(..rows.min(self.held.len()));
    }
}

impl<'a> Rows<'a> for Ahead<'a> {
    fn next(
        &mut self,
        record: &mut ByteRecord,
        flaws: &mut Vec<Flaw>,
    ) -> Result<Option<u64>, Broken> {
        if let Some(held) = self.held.pop_front() {
            *record = held.record;
            flaws.extend(held.flaws);
            return Ok(Some(held.number));
        }
        match self.broken.take() {
            Some(broken) => Err(broken),
            None => self.rows.next(record, flaws),
        }
    }

    fn take_text(&mut self) -> Option<(Parts<'a>, u64)> {
        let is_idle = self.held.is_empty() && self.broken.is_none();
        is_idle.then(|| self.rows.take_text())?
    }

    fn encoding(&self) -> Option<Encoding> {
        self.rows.encoding()
    }

    fn resume(&mut self, text: Parts<'a>, row: u64) {
        self.rows.resume(text, row);
    }
}
