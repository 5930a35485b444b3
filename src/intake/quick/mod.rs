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
use super::practices::Practices;
use super::reading::Reading;
use super::responses::Layout;
use super::rows::Around;

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
        layout: Layout,
        columns: &Columns,
        practices: &Practices<'_>,
        delimiter: u8,
    ) -> Option<Self> {
        let kinds = columns::kinds(layout, columns, practices)?;
        match layout {
            Layout::Long => Some(Self::Long(Long::new(kinds, delimiter))),
            Layout::Wide => Some(Self::Wide(Wide::new(kinds, delimiter))),
            Layout::Sheet => None,
        }
    }

    /// Reads the rows behind the one with this number as far as all is known of them.
    pub(super) fn run(&mut self, reading: &mut Reading<'_, '_>, row: u64, text: Around<'_>) -> Run {
        match self {
            Self::Long(long) => long.run(reading, row, text.after),
            Self::Wide(wide) => wide.run(reading, row, text.after),
        }
    }
}
