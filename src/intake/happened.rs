//! What the person should know of a whole file, counted while its rows are read.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, code};

use super::grid::Grid;
use super::header::Columns;

/// What happened in a file that is worth a word.
#[derive(Default)]
pub(super) struct Happenings {
    /// A respondent answered a practice once more.
    pub again: Happened,
    /// A respondent came with another role.
    pub two_roles: Happened,
    /// A sheet settled or moderated a practice once more.
    pub settled_again: Happened,
    /// An option's code was taken for the level of its number.
    pub decoded: Happened,
}

/// Rows where something happened: the first few, and how often.
#[derive(Default)]
pub(super) struct Happened {
    rows: Vec<u64>,
    more_rows: u64,
    last: u64,
    times: u64,
}

impl Happened {
    const SHOWN: usize = 8;

    /// Notes that it happened in a row.
    pub(super) fn at(&mut self, row: u64) {
        self.times += 1;
        if self.last == row {
            return;
        }
        self.last = row;
        if self.rows.len() < Self::SHOWN {
            self.rows.push(row);
        } else {
            self.more_rows += 1;
        }
    }

    /// Takes in what was noted of other rows.
    pub(super) fn join(&mut self, other: Self) {
        self.times += other.times;
        self.last = self.last.max(other.last);
        self.more_rows += other.more_rows;
        self.rows.extend(other.rows);
        self.rows.sort_unstable();
        let more = self.rows.len().saturating_sub(Self::SHOWN);
        self.rows.truncate(Self::SHOWN);
        self.more_rows += more as u64;
    }

    /// The first row where it happened.
    pub(super) fn first(&self) -> Option<u64> {
        self.rows.first().copied()
    }

    /// How often it happened.
    pub(super) fn times(&self) -> u64 {
        self.times
    }

    /// The rows in words.
    pub(super) fn rows(&self) -> String {
        let rows: Vec<String> = self.rows.iter().map(u64::to_string).collect();
        let rows = match rows.as_slice() {
            [one] => format!("row {one}"),
            many => format!("rows {}", many.join(", ")),
        };
        match self.more_rows {
            0 => rows,
            more => format!("{rows} and {more} more"),
        }
    }
}

impl Happenings {
    /// Says what happened.
    pub(super) fn tell(&self, grid: &Grid, problems: &mut Diagnostics) {
        let again = ["practice was answered", "practices were answered"];
        let roles = ["row gives", "rows give"];
        let settled = ["practice was settled", "practices were settled"];
        let all: [(&Happened, &'static Code, _, _); 3] = [
            (
                &self.again,
                &code::A032,
                again,
                "again by the same respondent",
            ),
            (
                &self.two_roles,
                &code::A033,
                roles,
                "a respondent another role than before",
            ),
            (
                &self.settled_again,
                &code::A034,
                settled,
                "again for the same unit and wave",
            ),
        ];
        for (happened, kind, verb, what) in all {
            let Some(&row) = happened.rows.first() else {
                continue;
            };
            let verb = verb[usize::from(happened.times != 1)];
            let message = format!("{} {verb} {what}; the last counts", happened.times);
            let warning = Diagnostic::warning(kind, message)
                .help(format!("see {}", happened.rows()))
                .at(grid.cell(Some(row), None));
            problems.push(warning);
        }
        if let Some(warning) = self.coded() {
            problems.push(warning.at(grid.whole()));
        }
    }

    /// Says that levels were told from the numbers of codes, which may count the other way.
    fn coded(&self) -> Option<Diagnostic> {
        let times = self.decoded.times;
        let noun = match times {
            0 => return None,
            1 => "cell holds an option's code",
            _ => "cells hold options' codes",
        };
        let message = format!(
            "{times} {noun} such as `A1`: option 1 was taken for the lowest level, and so on"
        );
        let warning = Diagnostic::warning(&code::A055, message)
            .help("export full answers instead, then nothing has to be taken for anything")
            .help("where the highest level stands first, say in `[answers]` which level each code means");
        Some(warning)
    }
}

/// Says how many cells of each column were counted as blank.
pub(super) fn tell_rejected(
    rejected: &[u64],
    columns: &Columns,
    grid: &Grid,
    problems: &mut Diagnostics,
) {
    for (index, (column, &cells)) in columns.list.iter().zip(rejected).enumerate() {
        if cells > 0 {
            let noun = if cells == 1 { "cell is" } else { "cells are" };
            let message = format!("{cells} {noun} no answer and counted as blank");
            let place = grid.cell(None, Some((index, column.header.clone())));
            problems.push(Diagnostic::warning(&code::A031, message).at(place));
        }
    }
}
