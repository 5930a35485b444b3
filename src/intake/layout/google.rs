//! Google Forms: the sheet of responses, as a workbook or CSV.
//!
//! A time stamp comes first. A grid is a column a row of it, headed `Question [Row]`.

use crate::intake::responses::{Layout, NotCounted};

use super::{Head, Own, Reader, Tool, Top};

pub(super) const GOOGLE: Reader = Tool::reader(
    Layout::of_tool("google", "Google Forms"),
    "its first column is headed `Timestamp` (or `Tidsstempel`) and holds days with times",
    head,
);

/// What heads the first column, in the languages that are known.
static STAMPS: &[&str] = &[
    "timestamp",
    "tidsstempel",
    "tidsstämpel",
    "tidstämpel",
    "tidsmerke",
    "tidspunkt",
    "zeitstempel",
    "horodateur",
    "marca temporal",
    "marca de temps",
    "tijdstempel",
    "aikaleima",
    "informazioni cronologiche",
    "carimbo de data/hora",
    "sygnatura czasowa",
];

fn head(top: &Top) -> Option<Head> {
    let stamp = top.headers().next()?;
    if !STAMPS.contains(&stamp.as_str()) {
        return None;
    }
    if top.rows.len() > 1 && !top.holds_days(0) {
        return None;
    }
    let mut head = top.first_row(&[
        ("score", Own::Tools),
        ("total score", Own::Tools),
        ("username", Own::Personal),
        ("brugernavn", Own::Personal),
        ("email address", Own::Personal),
        ("e-mailadresse", Own::Personal),
        ("mailadresse", Own::Personal),
    ]);
    if let Some(first) = head.headings.first_mut() {
        first.own = Some(Own::Standing(|cell| {
            cell.is_empty().then_some(NotCounted::SummaryRow)
        }));
    }
    Some(head)
}
