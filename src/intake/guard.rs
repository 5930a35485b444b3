//! Rows that are no respondents': counted, said, and not read.

use std::collections::BTreeMap;

use csv::ByteRecord;

use crate::diagnostic::{Diagnostic, Diagnostics, code};

use super::fold::{fold, is_blank, text};
use super::grid::Grid;
use super::happened::Happened;
use super::header::{Columns, Word};
use super::layout::{Head, Standing};
use super::responses::NotCounted;

/// What people call a row of averages that they added below the answers.
static AVERAGES: &[&str] = &[
    "gennemsnit",
    "gns",
    "snit",
    "middel",
    "middelværdi",
    "median",
    "average",
    "avg",
    "mean",
];

/// What they call a row of sums or counts; a unit may be called so, too.
static TOTALS: &[&str] = &["i alt", "total", "sum", "antal", "count"];

/// Turns away rows of which a survey tool's own columns, or the words that they begin with, say
/// that nobody answered in them.
pub(super) struct Guard {
    standings: Vec<Standing>,
    /// Whether rows begin with where people belong.
    begins_with_place: bool,
    /// Rows by why, with the column that said so first.
    turned_away: BTreeMap<NotCounted, (usize, Happened)>,
}

/// Whether a row that begins with this cell is called a summary; `or_total` also takes sums.
pub(super) fn is_summary(cell: &[u8], or_total: bool) -> bool {
    const LONGEST: usize = 16;
    // No such word holds a digit, and most ids do.
    if cell.len() > LONGEST || cell.is_empty() || cell.iter().any(u8::is_ascii_digit) {
        return false;
    }
    let folded = fold(&text(cell));
    let called = folded.trim_end_matches([':', '.']);
    AVERAGES.contains(&called) || (or_total && TOTALS.contains(&called))
}

impl Guard {
    pub(super) fn of(head: &Head) -> Self {
        Self {
            standings: head.standings(),
            begins_with_place: head.headings.first().is_some_and(|heading| {
                let word = Word::of(&fold(&heading.shown));
                matches!(word, Some(Word::Unit | Word::Role | Word::Wave))
            }),
            turned_away: BTreeMap::new(),
        }
    }

    /// Whether no row is ever turned away.
    pub(super) fn is_idle(&self) -> bool {
        self.standings.is_empty()
    }

    /// Whether a row is no respondent's; it is noted then.
    pub(super) fn turns_away(&mut self, number: u64, row: &ByteRecord) -> bool {
        let said = self.standings.iter();
        let said = said.filter_map(|standing| Some((standing.of(row)?, standing.column)));
        let said = said.chain(self.summary(row).map(|at| (NotCounted::SummaryRow, at)));
        // Of several reasons the weightiest is told.
        let Some((why, column)) = said.min() else {
            return false;
        };
        let entry = self.turned_away.entry(why);
        let (_, rows) = entry.or_insert_with(|| (column, Happened::default()));
        rows.at(number);
        true
    }

    /// The first filled cell of a row, if it is called a summary there.
    fn summary(&self, row: &ByteRecord) -> Option<usize> {
        let (at, cell) = row.iter().enumerate().find(|(_, cell)| !is_blank(cell))?;
        is_summary(cell, !self.begins_with_place).then_some(at)
    }

    /// How many rows were turned away for which reason.
    pub(super) fn not_counted(&self) -> Vec<(NotCounted, u64)> {
        let all = self.turned_away.iter();
        all.map(|(why, (_, rows))| (*why, rows.times())).collect()
    }

    /// Says which rows were turned away; an error if no other of `rows` is left.
    pub(super) fn tell(
        &self,
        rows: u64,
        columns: &Columns,
        grid: &Grid,
        problems: &mut Diagnostics,
    ) {
        for (why, (column, happened)) in &self.turned_away {
            let (noun, verb) = match happened.times() {
                1 => ("row", "was"),
                _ => ("rows", "were"),
            };
            let message = format!("{} {noun} {verb} not counted: {why}", happened.times());
            let mut warning = Diagnostic::warning(&code::A039, message);
            if happened.times() > 1 {
                warning = warning.help(format!("see {}", happened.rows()));
            }
            let first = happened.first().unwrap_or_default();
            let warning = warning.help(
                "if it should count, write in this column what the tool writes for an answer that \
                 was sent",
            );
            problems.push(warning.at(columns.place(grid, first, *column)));
        }
        let all: u64 = self.not_counted().iter().map(|(_, rows)| rows).sum();
        if rows > 0 && all == rows {
            let message = "none of the rows is a respondent's";
            let problem = Diagnostic::error(&code::A007, message)
                .help("leave the file out until there are answers");
            problems.push(problem.at(grid.whole()));
        }
    }
}
