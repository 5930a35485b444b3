//! Rows that are like rows read before, read without taking them apart anew.
//!
//! What a row means is said in one place, by its layout's reader. Here rows are passed over
//! quickly of which every cell has been seen before, byte for byte, or is plain: what they come
//! to is handed on just as the reader would. The first row of which anything is not known ends
//! the run; the layout's reader takes it, and from then on its words are known here, too. A test
//! reads hostile files both ways and compares answer by answer.

mod cell;
mod columns;
mod long;
mod who;
mod wide;

use super::header::Columns;
use super::layout::Reader;
use super::practices::Practices;
use super::reading::Reading;
use super::responses::EachRow;

use long::Long;
use wide::Wide;

/// How rows of a file are read quickly.
pub(super) enum Quick {
    Long(Long),
    Wide(Wide),
}

/// How far rows were read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Run {
    pub bytes: usize,
    pub rows: u64,
}

impl Quick {
    /// How rows of these columns are read quickly, if they can be.
    pub(super) fn of(
        reader: &Reader,
        columns: &Columns,
        practices: &Practices<'_>,
        delimiter: u8,
    ) -> Option<Self> {
        let is_tidied = reader.tool.as_ref().is_some_and(|tool| tool.tidy.is_some());
        if is_tidied || columns.are_labelled {
            return None;
        }
        let each = reader.layout.row;
        let kinds = columns::kinds(each, columns, practices)?;
        match each {
            EachRow::Answer => Some(Self::Long(Long::new(kinds, delimiter))),
            EachRow::Respondent => Some(Self::Wide(Wide::new(kinds, delimiter))),
            EachRow::Practice | EachRow::Question => None,
        }
    }

    /// Reads the rows behind the one with this number as far as all is known of them.
    pub(super) fn run(&mut self, reading: &mut Reading<'_, '_>, row: u64, text: &[u8]) -> Run {
        match self {
            Self::Long(long) => long.run(reading, row, text),
            Self::Wide(wide) => wide.run(reading, row, text),
        }
    }
}
