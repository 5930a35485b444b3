//! Tables that come out of survey tools and are no answers: refused with the way out.

use csv::ByteRecord;

use crate::diagnostic::{Diagnostic, code};
use crate::intake::fold::{fold, is_blank, text};

use super::Top;

/// What heads the choices of a summary.
static CHOICES: &[&str] = &[
    "answer choices",
    "answer options",
    "answer",
    "choice",
    "field",
    "svarmuligheder",
    "svarmulighed",
    "svar",
];

/// What heads the counts and shares of a summary.
static COUNTS: &[&str] = &[
    "responses",
    "response count",
    "response percent",
    "choice count",
    "count",
    "percent",
    "percentage",
    "%",
    "pct",
    "respondents",
    "besvarelser",
    "antal",
    "antal svar",
    "procent",
    "respondenter",
];

/// What heads the parts of a list of a survey's variables.
static VARIABLES: &[&str] = &[
    "variablename",
    "variable name",
    "variable",
    "variabel",
    "variabelnavn",
    "questionname",
    "questiontype",
    "question type",
    "choicevalue",
    "choicetext",
    "value label",
    "value labels",
];

/// The problem that a table is no answers, if it is seen to be something else.
pub(super) fn of(top: &Top) -> Option<Diagnostic> {
    let folded = |row: &ByteRecord| -> Vec<String> {
        let cells = row.iter().filter(|cell| !is_blank(cell));
        cells.map(|cell| fold(&text(cell))).collect()
    };
    let rows: Vec<Vec<String>> = top.rows.iter().map(folded).collect();
    if rows.iter().any(|row| is_summary(row)) {
        return Some(
            Diagnostic::error(
                &code::A025,
                "the file is a summary: a row a choice, with counts",
            )
            .help(
                "export the individual answers instead, a row a respondent: tools call them \
                     raw data, all responses or dataset",
            ),
        );
    }
    let is_structure = rows.first().is_some_and(|row| count(row, VARIABLES) >= 2);
    if is_structure || is_labels(&rows) {
        return Some(
            Diagnostic::error(
                &code::A025,
                "the file lists what a survey's codes mean, and no answers",
            )
            .help("export the dataset as well, and give that file or sheet"),
        );
    }
    None
}

fn count(row: &[String], words: &[&str]) -> usize {
    row.iter()
        .filter(|cell| words.contains(&cell.as_str()))
        .count()
}

/// Whether a row heads choices with how often each was made; answers have more columns.
fn is_summary(row: &[String]) -> bool {
    let (choices, counts) = (count(row, CHOICES), count(row, COUNTS));
    row.len() <= 6 && counts >= 1 && choices + counts >= 2 && choices + counts + 2 >= row.len()
}

/// Whether each row is a variable's name, a number and what the number means.
fn is_labels(rows: &[Vec<String>]) -> bool {
    let is_label = |row: &Vec<String>| {
        let [name, value, label] = row.as_slice() else {
            return false;
        };
        let is_name = !name.contains(' ') && name.contains(|c: char| c.is_ascii_digit());
        is_name && value.parse::<i64>().is_ok() && label.parse::<f64>().is_err()
    };
    rows.len() > 2 && rows.iter().all(is_label)
}
