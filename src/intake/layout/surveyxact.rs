//! SurveyXact: a dataset headed by variables' names, its answers codes, with the codebooks that
//! belong to it (see [`crate::intake::codebook`]).

use std::collections::HashSet;
use std::sync::Arc;

use crate::intake::codebook::{Codebook, Variable};
use crate::intake::fold::fold;
use crate::intake::responses::{Layout, NotCounted};

use super::{Head, Heading, Own, OwnColumns, Reader, Tool, Top};

pub(super) const SURVEYXACT: Reader = Tool::reader(
    Layout::of_tool("surveyxact", "SurveyXact"),
    "its labels and its structure are given with it, or it has the columns `stato_1` to `stato_5`",
    head,
);

/// The tool's own columns.
static OWN: OwnColumns = &[
    ("respondentid", Own::Id),
    ("respid", Own::Id),
    ("respondentkey", Own::Personal),
    ("email", Own::Personal),
    ("organisationid", Own::Tools),
    ("created", Own::Personal),
    ("modified", Own::Personal),
    ("starttime", Own::Personal),
    ("closetime", Own::Personal),
    ("difftime", Own::Personal),
    ("responsecollectsession", Own::Tools),
    ("numberofreturnedmail", Own::Tools),
    ("importgroup", Own::Tools),
    ("distributionschedule", Own::Tools),
    ("digitaldistributionerrormessage", Own::Tools),
];

/// How the names of the variables begin by which the tool tells what became of a response.
static STATUSES: &[&str] = &["statoverall_", "stato_"];

/// Which of them is set where the respondent came to the end.
const COMPLETED: &str = "4";

fn head(top: &Top) -> Option<Head> {
    let headers: HashSet<String> = top.headers().collect();
    let fitting = top.books.iter().filter(|book| book.fits(&headers));
    let books: Vec<&Arc<Codebook>> = fitting.collect();
    let has_status = STATUSES
        .iter()
        .any(|begins| headers.contains(&format!("{begins}{COMPLETED}")));
    if books.is_empty() && !has_status {
        return None;
    }
    let mut head = top.first_row(OWN);
    for heading in &mut head.headings {
        let name = fold(&heading.shown);
        if let Some(which) = STATUSES.iter().find_map(|begins| name.strip_prefix(begins)) {
            heading.own = Some(match which {
                COMPLETED => Own::Standing(completed),
                _ => Own::Tools,
            });
        }
        for variable in books.iter().filter_map(|book| book.variable(&name)) {
            dress(heading, variable);
        }
    }
    Some(head)
}

/// Adds what is known of a variable to what heads its column.
fn dress(heading: &mut Heading, variable: &Variable) {
    if !variable.labels.is_empty() {
        heading.labels = Arc::clone(&variable.labels);
    }
    if let Some(question) = &variable.question {
        heading.parts.push(question.clone());
        if let Some((asked, row)) = question.rsplit_once(" - ") {
            heading
                .parts
                .extend([asked, row].map(|part| part.trim().to_owned()));
        }
    }
    heading.parts.extend(variable.choice.clone());
}

fn completed(cell: &str) -> Option<NotCounted> {
    (cell == "0").then_some(NotCounted::Unfinished)
}
