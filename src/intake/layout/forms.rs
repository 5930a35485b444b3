//! Microsoft Forms: a workbook, or the CSV that is saved from it.
//!
//! The form's own columns come first: id, start and completion time, e-mail and name, and in some
//! accounts the time of the last change. A quiz has two more behind each question.

use crate::intake::fold::fold;
use crate::intake::personal::is_time;
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

/// What the form notes beside times and names, in the languages that are known.
static NOTES: &[&str] = &[
    "last modified time",
    "language",
    "sprog",
    "språk",
    "sprache",
    "langue",
];

fn head(top: &Top) -> Option<Head> {
    let first: Vec<String> = top.headers().take(3).collect();
    let [id, begun, sent] = first.as_slice() else {
        return None;
    };
    // Of a language that is not known, the days below tell.
    let is_begun = is_time(begun) || (begun.starts_with("start") && top.holds_days(1));
    let is_sent = is_time(sent) || top.holds_days(2);
    if id != "id" || !is_begun || !is_sent {
        return None;
    }
    let mut head = top.first_row(&[]);
    let own = [Own::Id, Own::Personal, Own::Personal];
    for (heading, own) in head.headings.iter_mut().zip(own) {
        heading.own = Some(own);
    }
    // E-mail and name, which may be missing, are known as they are in any other file.
    for heading in &mut head.headings {
        let header = fold(&heading.shown);
        let is_quiz = QUIZ.iter().any(|begins| header.starts_with(begins));
        if is_quiz || [SUMS, NOTES].concat().contains(&header.as_str()) {
            heading.own = Some(Own::Tools);
        }
    }
    Some(head)
}

/// What was chosen among several ends in a semicolon, also where only one was chosen.
fn without_last_semicolon(cell: &[u8]) -> &[u8] {
    let cell = cell.trim_ascii_end();
    cell.strip_suffix(b";").unwrap_or(cell)
}
