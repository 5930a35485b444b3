//! SurveyMonkey: a CSV or workbook with a question over the first of its columns only, and below
//! it what each of them is.

use csv::ByteRecord;

use crate::intake::codebook::Labels;
use crate::intake::fold::{fold, is_blank, text, tidy};
use crate::intake::responses::Layout;

use super::{Head, Heading, Own, OwnColumns, Reader, Tool, Top, own};

pub(super) const SURVEYMONKEY: Reader = Tool::reader(
    Layout::of_tool("surveymonkey", "SurveyMonkey"),
    "its first columns are `Respondent ID` and `Collector ID`, and the second row tells the columns \
     of a question apart",
    head,
);

/// The tool's own columns, in the older form and in the newer.
static OWN: OwnColumns = &[
    ("respondent id", Own::Id),
    ("respondent_id", Own::Id),
    ("respondentid", Own::Id),
    ("respondent-id", Own::Id),
    ("collector id", Own::Tools),
    ("collector_id", Own::Tools),
    ("collectorid", Own::Tools),
    ("collector-id", Own::Tools),
    ("indsamler id", Own::Tools),
    ("indsamler-id", Own::Tools),
    ("start date", Own::Personal),
    ("startdato", Own::Personal),
    ("slutdato", Own::Personal),
    ("ip-adresse", Own::Personal),
    ("mailadresse", Own::Personal),
    ("e-mailadresse", Own::Personal),
    ("fornavn", Own::Personal),
    ("efternavn", Own::Personal),
    ("brugerdefinerede data", Own::Personal),
    ("brugerdefinerede data 1", Own::Personal),
    ("startdate", Own::Personal),
    ("date_created", Own::Personal),
    ("end date", Own::Personal),
    ("enddate", Own::Personal),
    ("date_modified", Own::Personal),
    ("ip address", Own::Personal),
    ("ip_address", Own::Personal),
    ("email address", Own::Personal),
    ("email_address", Own::Personal),
    ("first name", Own::Personal),
    ("first_name", Own::Personal),
    ("last name", Own::Personal),
    ("last_name", Own::Personal),
    ("custom data", Own::Personal),
    ("custom data 1", Own::Personal),
    ("custom_1", Own::Personal),
];

/// What stands below a question that has one column, in the languages that are known.
static ANSWERS: &[&str] = &[
    "response",
    "open-ended response",
    "svar",
    "besvarelse",
    "åbent svar",
];

/// How a box for words beside a question begins.
static BOXES: &[&str] = &["other (", "andet (", "comment", "kommentar"];

fn head(top: &Top) -> Option<Head> {
    let first = top.rows.first()?;
    let known = |column: usize| own(OWN, &cell(first, column));
    let begins = matches!(known(0), Some(Own::Id)) && matches!(known(1), Some(Own::Tools));
    if !begins {
        return None;
    }
    // A response has an id; what has none heads the columns.
    let below = top.rows[1..].iter();
    let below: Vec<&ByteRecord> = below
        .take_while(|row| row.get(0).is_none_or(is_blank))
        .collect();
    let columns = below
        .iter()
        .map(|row| row.len())
        .chain([first.len()])
        .max()?;
    let (mut question, mut begins) = (String::new(), 0);
    let mut headings = Vec::with_capacity(columns);
    for column in 0..columns {
        let above = cell(first, column);
        let own = own(OWN, &above);
        if !above.is_empty() {
            question.clone_from(&above);
            begins = column;
        }
        let parts = below.iter().map(|row| cell(row, column));
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        // What goes on with a question says below it with what.
        let goes_on = !above.is_empty() || !parts.is_empty();
        let question = if goes_on { question.as_str() } else { "" };
        let mut heading = heading(question, parts, own);
        heading.choice_of = (goes_on && own.is_none()).then_some(begins);
        headings.push(heading);
    }
    Some(Head {
        headings,
        rows: 1 + below.len(),
    })
}

fn cell(row: &ByteRecord, column: usize) -> String {
    tidy(&text(row.get(column).unwrap_or_default()))
}

/// What heads a column of a question.
fn heading(question: &str, below: Vec<String>, own: Option<Own>) -> Heading {
    let is_own_words = |part: &String| !ANSWERS.contains(&fold(part).as_str());
    let below: Vec<String> = below.into_iter().filter(is_own_words).collect();
    if own.is_some() || below.is_empty() {
        return Heading {
            shown: question.to_owned(),
            own,
            parts: Vec::new(),
            labels: Labels::default(),
            choice_of: None,
        };
    }
    let shown = format!("{question} [{}]", below.join(" - "));
    let is_box = |part: &String| BOXES.iter().any(|begins| fold(part).starts_with(begins));
    let parts = match below.iter().any(is_box) {
        true => vec![format!("{question} kommentar")],
        false => [vec![question.to_owned()], below].concat(),
    };
    Heading {
        shown,
        own,
        parts,
        labels: Labels::default(),
        choice_of: None,
    }
}
