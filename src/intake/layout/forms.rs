//! Microsoft Forms: a workbook, or the CSV that is saved from it.
//!
//! The form's own columns come first: id, start and completion time, e-mail and name, and in some
//! accounts the time of the last change. A quiz has two more behind each question.

use crate::intake::fold::fold;
use crate::intake::personal::{is_personal, is_time};
use crate::intake::responses::Layout;

use super::{Head, Own, Reader, Tool, Top};

pub(super) const FORMS: Reader = {
    let mut reader = Tool::reader(
        Layout::of_tool("forms", "Microsoft Forms"),
        "its first columns are `ID`, `Start time` and `Completion time`, in the language of the account",
        head,
    );
    if let Some(tool) = &mut reader.tool {
        tool.tidy = Some(without_last_semicolon);
    }
    reader
};

/// The beginnings of the headers of a quiz's points and remarks, in the languages that are known.
static QUIZ: &[&str] = &["points - ", "feedback - ", "point - ", "pointtal - "];

/// A quiz's sums, in the languages that are known.
static SUMS: &[&str] = &[
    "total points",
    "quiz feedback",
    "point i alt",
    "samlet antal point",
    "quizfeedback",
];

fn head(top: &Top) -> Option<Head> {
    let first: Vec<String> = top.headers().take(3).collect();
    let [id, begun, sent] = first.as_slice() else {
        return None;
    };
    if id != "id" || !is_time(begun) || !is_time(sent) {
        return None;
    }
    let mut head = top.first_row(&[("id", Own::Id)]);
    let mut is_own = true;
    for heading in &mut head.headings {
        let header = fold(&heading.shown);
        // Only what comes before the first question can be the form's own.
        is_own &= header == "id" || is_name(&header) || is_personal(&header);
        if heading.own.is_none() && is_own {
            heading.own = Some(Own::Personal);
        }
        let is_quiz = QUIZ.iter().any(|begins| header.starts_with(begins));
        if is_quiz || SUMS.contains(&header.as_str()) {
            heading.own = Some(Own::Tools);
        }
    }
    Some(head)
}

fn is_name(header: &str) -> bool {
    matches!(header, "name" | "navn" | "namn")
}

/// What was chosen among several ends in a semicolon, also where only one was chosen.
fn without_last_semicolon(cell: &[u8]) -> &[u8] {
    let cell = cell.trim_ascii_end();
    cell.strip_suffix(b";").unwrap_or(cell)
}
