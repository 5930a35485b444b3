//! Rows taken one by one, as their layout's reader says.

use csv::ByteRecord;

use crate::diagnostic::{Diagnostic, code};

use super::container::Flaw;
use super::fold::is_blank;
use super::guard::Guard;
use super::layout::Reader;
use super::reading::{Reading, Row};
use super::sheets::LONGEST_CELL;

/// Takes rows one by one.
pub(super) struct Plainly<'r> {
    pub reader: &'static Reader,
    pub guard: &'r mut Guard,
    /// What to do about a row that goes on behind the header's last column.
    pub way_out_of_width: &'r str,
}

impl Plainly<'_> {
    /// Takes the row with this number, and its cells that have no text of their own; whether it
    /// holds anything.
    pub(super) fn take(
        &mut self,
        reading: &mut Reading<'_, '_>,
        number: u64,
        record: &ByteRecord,
        flaws: &[Flaw],
    ) -> bool {
        if let Some(problem) = too_long(record) {
            let place = reading.grid.cell(Some(number), None);
            reading.problems.push(problem.at(place));
            return false;
        }
        let is_filled = !record.iter().all(is_blank);
        if is_filled && self.guard.turns_away(number, record) {
            return true;
        }
        for flaw in flaws {
            reading.flaw(number, flaw, self.reader.words);
        }
        if !is_filled {
            return false;
        }
        let columns = reading.columns.list.len();
        if record.iter().skip(columns).any(|cell| !is_blank(cell)) {
            let problem = too_many_cells(self.way_out_of_width);
            let place = reading.grid.cell(Some(number), None);
            reading.problems.push(problem.at(place));
            return true;
        }
        let cells = &self.reader.tidied(record, reading.columns);
        (self.reader.row)(reading, Row { number, cells });
        true
    }
}

/// The problem that a cell holds more than an answer ever does; such a row is not looked at.
fn too_long(record: &ByteRecord) -> Option<Diagnostic> {
    if record.as_slice().len() <= LONGEST_CELL
        || record.iter().all(|cell| cell.len() <= LONGEST_CELL)
    {
        return None;
    }
    let message = "a cell of this row has more text than an answer ever has";
    let hint = "look for the cell and shorten it: a megabyte is the most";
    Some(Diagnostic::error(&code::A053, message).help(hint))
}

fn too_many_cells(way_out: &str) -> Diagnostic {
    let message = "the row has more cells than the header has columns";
    Diagnostic::error(&code::A010, message).help(way_out)
}
