//! How a file's rows and columns are to be understood: one file a layout.

mod long;
mod person;
mod sheet;
mod wide;

use super::header::{Columns, Word};
use super::reading::{Reading, Row};
use super::responses::Layout;

pub(super) use person::Own;

/// A layout that can be read.
pub(super) struct Reader {
    pub layout: Layout,
    /// The header words that it has a use for.
    pub words: &'static [Word],
    /// Those of them that may stand above one column only.
    pub once: &'static [Word],
    /// Whether columns are of this layout.
    pub recognises: fn(&Columns) -> bool,
    /// Reads one row.
    pub row: fn(&mut Reading<'_, '_>, Row<'_>),
}

/// All layouts; of several that recognise a file's columns the first is taken.
pub(super) static LAYOUTS: &[Reader] = &[long::LONG, sheet::SHEET, person::PERSON, wide::WIDE];

/// Whether each row is about one practice.
fn is_row_a_practice(columns: &Columns) -> bool {
    let has = |word| columns.word(word).is_some();
    has(Word::Practice) && (has(Word::Level) || has(Word::Moderated))
}
