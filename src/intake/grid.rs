//! The grid of cells that is read, a file or one sheet of it, as the place of problems.

use crate::diagnostic::Location;

/// A file of rows, or a sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Grid {
    /// The file's name as given.
    pub file: String,
    /// The sheet's name, where there are sheets.
    pub sheet: Option<String>,
}

impl Grid {
    /// The whole file.
    pub(super) fn whole(&self) -> Location {
        Location::File(self.file.clone())
    }

    /// A cell, or a whole row or column.
    pub(super) fn cell(&self, row: Option<u64>, column: Option<(usize, String)>) -> Location {
        Location::Cell {
            file: self.file.clone(),
            sheet: self.sheet.clone(),
            row,
            column,
            text: None,
        }
    }
}
