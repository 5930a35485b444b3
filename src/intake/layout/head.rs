//! A table's first rows, and how a survey tool makes them the heads of columns.

use std::sync::Arc;

use csv::ByteRecord;

use crate::intake::codebook::{Codebook, Labels};
use crate::intake::date::day;
use crate::intake::fold::{fold, text, tidy};
use crate::intake::responses::NotCounted;

/// A table's first rows that are not blank, its header first.
pub(in crate::intake) struct Top {
    pub rows: Vec<ByteRecord>,
    /// The codebooks that are given with it.
    pub books: Vec<Arc<Codebook>>,
}

/// What stands above the columns.
pub(in crate::intake) struct Head {
    /// One a column.
    pub headings: Vec<Heading>,
    /// How many rows of the table it takes.
    pub rows: usize,
}

/// What stands above a column.
pub(in crate::intake) struct Heading {
    /// It in one line, as it is shown and as `[columns]` names it.
    pub shown: String,
    /// What the survey tool fills itself; nothing if people do.
    pub own: Option<Own>,
    /// Parts of it that may name a practice by themselves, such as a row of a grid.
    pub parts: Vec<String>,
    /// What the codes in its cells stand for, where they do.
    pub labels: Labels,
    /// The first column of its question, where the question goes over several; only `Columns` can
    /// tell whether they are its choices or questions of their own.
    pub choice_of: Option<usize>,
}

/// What a survey tool fills in a column of its own.
#[derive(Debug, Clone, Copy)]
pub(in crate::intake) enum Own {
    /// What tells one response from the others in this file.
    Id,
    /// What tells of people, or when they answered.
    Personal,
    /// What the tool notes for itself.
    Tools,
    /// By its folded cells a row is known to be no respondent's.
    Standing(fn(&str) -> Option<NotCounted>),
}

/// Columns that a survey tool fills itself, by their folded headers.
pub(super) type OwnColumns = &'static [(&'static str, Own)];

/// What the tool fills in the column with a header, if it fills it.
pub(super) fn own(columns: OwnColumns, header: &str) -> Option<Own> {
    let folded = fold(header);
    let mut known = columns.iter();
    known.find_map(|(header, own)| (*header == folded).then_some(*own))
}

impl Top {
    /// The most rows that are looked at.
    pub(in crate::intake) const ROWS: usize = 4;

    /// The folded headers of the first row.
    pub(super) fn headers(&self) -> impl Iterator<Item = String> {
        let first = self.rows.first();
        first.into_iter().flatten().map(|cell| fold(&text(cell)))
    }

    /// Whether a day stands below the first row in a column.
    pub(super) fn holds_days(&self, column: usize) -> bool {
        let below = self.rows.iter().skip(1);
        let mut cells = below.filter_map(|row| row.get(column));
        cells.any(|cell| is_day(&text(cell)))
    }

    /// Whether all these stand among the folded headers of the first row.
    pub(super) fn has(&self, wanted: &[&str]) -> bool {
        let headers: Vec<String> = self.headers().collect();
        wanted
            .iter()
            .all(|wanted| headers.iter().any(|header| header == wanted))
    }

    /// The first row as the head of its columns, those that the tool fills itself told from the
    /// others.
    pub(super) fn first_row(&self, own: OwnColumns) -> Head {
        let mut head = self.rows.first().map_or_else(Head::default, Head::plain);
        for heading in &mut head.headings {
            heading.own = self::own(own, &heading.shown);
        }
        head
    }
}

impl Default for Head {
    fn default() -> Self {
        Self {
            headings: Vec::new(),
            rows: 1,
        }
    }
}

impl Head {
    /// A row of headers as they stand; a row of a grid is told as survey tools mostly tell it.
    pub(in crate::intake) fn plain(header: &ByteRecord) -> Self {
        let heading = |cell| Heading {
            shown: tidy(&text(cell)),
            own: None,
            parts: grid(&tidy(&text(cell))),
            labels: Labels::default(),
            choice_of: None,
        };
        Self {
            headings: header.iter().map(heading).collect(),
            rows: 1,
        }
    }

    /// The columns by whose cells rows are known to be no respondents'.
    pub(in crate::intake) fn standings(&self) -> Vec<Standing> {
        let all = self.headings.iter().enumerate();
        all.filter_map(|(column, heading)| match heading.own {
            Some(Own::Standing(tells)) => Some(Standing { column, tells }),
            // A tool numbers every response: what has no number was added by hand.
            Some(Own::Id) => Some(Standing {
                column,
                tells: |cell| cell.is_empty().then_some(NotCounted::SummaryRow),
            }),
            _ => None,
        })
        .collect()
    }
}

/// A column by whose cells rows are known to be no respondents'.
pub(in crate::intake) struct Standing {
    pub(in crate::intake) column: usize,
    tells: fn(&str) -> Option<NotCounted>,
}

impl Standing {
    /// Why a row is no respondent's, if its cell says so.
    pub(in crate::intake) fn of(&self, row: &ByteRecord) -> Option<NotCounted> {
        let cell = row.get(self.column).unwrap_or_default();
        (self.tells)(&fold(&text(cell)))
    }
}

/// The row and the question of a grid's header: `Question [Row]` or `Question >> Row`.
pub(super) fn grid(header: &str) -> Vec<String> {
    let bracketed = || header.strip_suffix(']')?.rsplit_once('[');
    let parts = header.rsplit_once(" >> ").or_else(bracketed);
    parts.map_or_else(Vec::new, |(question, row)| {
        vec![row.trim().to_owned(), question.trim_end().to_owned()]
    })
}

/// Whether a cell is a day, perhaps with a time, in any order of day, month and year.
fn is_day(cell: &str) -> bool {
    let cell = cell.trim();
    let turned = |cell: &str| {
        let (first, rest) = cell.split_once('/')?;
        let (second, rest) = rest.split_once('/')?;
        day(&format!("{second}/{first}/{rest}"))
    };
    let year_first = || day(&cell.replace('/', "-"));
    day(cell)
        .or_else(|| turned(cell))
        .or_else(year_first)
        .is_some()
}
