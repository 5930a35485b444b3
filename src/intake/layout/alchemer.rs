//! Alchemer, earlier SurveyGizmo: a CSV of responses, a part of a question before the question.

use crate::intake::fold::fold;
use crate::intake::responses::{Layout, NotCounted};

use super::{Head, Own, Reader, Tool, Top};

pub(super) const ALCHEMER: Reader = Tool::reader(
    Layout::of_tool("alchemer", "Alchemer (SurveyGizmo)"),
    "it has the columns `Time Started`, `Date Submitted` and `Status`",
    head,
);

fn head(top: &Top) -> Option<Head> {
    if !top.has(&["time started", "date submitted", "status"]) {
        return None;
    }
    let mut head = top.first_row(&[
        ("response id", Own::Id),
        ("time started", Own::Personal),
        ("date submitted", Own::Personal),
        ("status", Own::Standing(status)),
        ("contact id", Own::Personal),
        ("legacy comments", Own::Tools),
        ("comments", Own::Tools),
        ("language", Own::Tools),
        ("referer", Own::Personal),
        ("extended referer", Own::Personal),
        ("sessionid", Own::Personal),
        ("session id", Own::Personal),
        ("user agent", Own::Personal),
        ("extended user agent", Own::Personal),
        ("tags", Own::Tools),
        ("ip address", Own::Personal),
        ("longitude", Own::Personal),
        ("latitude", Own::Personal),
        ("country", Own::Personal),
        ("city", Own::Personal),
        ("state/region", Own::Personal),
        ("postal", Own::Personal),
    ]);
    for heading in &mut head.headings {
        if let Some((part, question)) = heading.shown.split_once(':') {
            heading.parts = parts(part.trim(), question.trim());
        }
    }
    Some(head)
}

/// A box for words beside a question is said as the program's own layouts say it.
fn parts(part: &str, question: &str) -> Vec<String> {
    let is_box = |begins: &&str| fold(part).starts_with(begins);
    match ["comment", "kommentar", "other"].iter().any(is_box) {
        true => vec![format!("{question} comment")],
        false => vec![part.to_owned(), question.to_owned()],
    }
}

fn status(cell: &str) -> Option<NotCounted> {
    match cell {
        "partial" => Some(NotCounted::Unfinished),
        "disqualified" => Some(NotCounted::ScreenedOut),
        "test" | "test data" => Some(NotCounted::Test),
        _ => None,
    }
}
