//! Cells that hold a day, and cells without a value that can be read.

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, code};
use crate::intake::cell::Cell;
use crate::intake::container::Flaw;
use crate::intake::date;
use crate::intake::fold::{fold, text, tidy};
use crate::intake::header::{Meaning, Word, excerpt};
use crate::intake::practices::By;
use crate::intake::responses::Answer;

use super::{Reading, Row};

impl Reading<'_, '_> {
    /// The day in the column of a header word, if there is one.
    pub(in crate::intake) fn day(&mut self, row: Row<'_>, word: Word) -> Option<Date> {
        let column = self.columns.word(word)?;
        let words = text(row.filled(column)?);
        let day = date::day(&tidy(&words));
        if day.is_none() && self.lenient {
            self.rejected[column] += 1;
        } else if day.is_none() {
            let shown = excerpt(&words);
            let problem = Diagnostic::error(&code::A022, format!("`{shown}` is not a day"))
                .help("write year, month and day, such as 2026-10-01, or 01-10-2026 as in Denmark");
            self.fault_in_cell(row, word, problem, shown);
        }
        day
    }

    /// What a cell that is no answer to a practice is a survey tool's code for, if it is.
    pub(super) fn decoded(&mut self, row: Row<'_>, practice: usize, cell: &[u8]) -> Option<Answer> {
        let folded = fold(&text(cell));
        let number = (self.decode?)(&folded)?;
        match self.cells.read(practice, number.as_bytes()) {
            Cell::Is(answer) => {
                self.happened.decoded.at(row.number);
                Some(answer)
            }
            _ => None,
        }
    }

    /// Whether the file seems to come from another program: it has a tool's own columns, or heads
    /// answers by other words than ids.
    pub(super) fn is_foreign(&self) -> bool {
        self.columns.list.iter().any(|column| match column.meaning {
            Meaning::Answer(_, by) => by != By::Id,
            Meaning::Personal | Meaning::Tools | Meaning::Standing => true,
            _ => false,
        })
    }

    /// Reports a cell without a readable value, if its column is read; `words` are those that
    /// the layout has a use for.
    pub(in crate::intake) fn flaw(&mut self, row: u64, flaw: &Flaw, words: &[Word]) {
        let meaning = self.columns.list.get(flaw.column).map(|c| c.meaning);
        let is_read = match meaning {
            Some(Meaning::Word(word)) => words.contains(&word),
            Some(Meaning::Answer(..) | Meaning::Remark(_)) => true,
            _ => false,
        };
        if !is_read {
            return;
        }
        if self.lenient {
            self.rejected[flaw.column] += 1;
            return;
        }
        let message = format!("the cell holds {}, no value", flaw.what);
        let problem = Diagnostic::error(&code::A021, message)
            .help("write the value itself into the cell, or empty it")
            .at(self.columns.place(self.grid, row, flaw.column));
        self.problems.push(problem);
    }
}
