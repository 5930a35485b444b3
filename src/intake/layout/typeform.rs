//! Typeform: a CSV or workbook of responses, its own columns before and behind the questions.

use crate::intake::responses::{Layout, NotCounted};

use super::{Head, Own, Reader, Tool, Top};

pub(super) const TYPEFORM: Reader = Tool::reader(
    Layout::of_tool("typeform", "Typeform"),
    "it has the columns `Start Date (UTC)`, `Submit Date (UTC)` and `Network ID`",
    head,
);

fn head(top: &Top) -> Option<Head> {
    let is_known = top.has(&["start date (utc)", "submit date (utc)", "network id"]);
    is_known.then(|| {
        top.first_row(&[
            ("#", Own::Id),
            ("response type", Own::Standing(response_type)),
            ("start date (utc)", Own::Personal),
            ("stage date (utc)", Own::Personal),
            ("submit date (utc)", Own::Standing(sent)),
            ("network id", Own::Personal),
            ("tags", Own::Tools),
            ("ending", Own::Tools),
            ("score", Own::Tools),
        ])
    })
}

fn response_type(cell: &str) -> Option<NotCounted> {
    matches!(cell, "started" | "partial").then_some(NotCounted::Unfinished)
}

fn sent(cell: &str) -> Option<NotCounted> {
    cell.is_empty().then_some(NotCounted::Unfinished)
}
