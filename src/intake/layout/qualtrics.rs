//! Qualtrics: a CSV, TSV or workbook with the columns' names, then the questions, then mostly a
//! row of ids in braces.
//!
//! A row of a matrix is a column, whose question is followed by ` - ` and the row's own text. The
//! older form has the names of the tool's own columns in the second row.

use crate::intake::codebook::Labels;
use crate::intake::fold::{fold, text, tidy};
use crate::intake::responses::{Layout, NotCounted};

use super::{Head, Heading, Own, OwnColumns, Reader, Tool, Top, own};

pub(super) const QUALTRICS: Reader = Tool::reader(
    Layout::of_tool("qualtrics", "Qualtrics"),
    "its first or second row has `ResponseId` and `Finished`, or its third ids in braces, and \
     questions stand in the second",
    head,
);

/// The tool's own columns, in the newer form and in the older.
static OWN: OwnColumns = &[
    ("responseid", Own::Id),
    ("startdate", Own::Personal),
    ("enddate", Own::Personal),
    ("recordeddate", Own::Personal),
    ("status", Own::Standing(status)),
    ("finished", Own::Standing(finished)),
    ("distributionchannel", Own::Standing(channel)),
    ("progress", Own::Tools),
    ("duration (in seconds)", Own::Tools),
    ("userlanguage", Own::Tools),
    ("ipaddress", Own::Personal),
    ("recipientlastname", Own::Personal),
    ("recipientfirstname", Own::Personal),
    ("recipientemail", Own::Personal),
    ("externalreference", Own::Personal),
    ("locationlatitude", Own::Personal),
    ("locationlongitude", Own::Personal),
    ("locationaccuracy", Own::Personal),
    ("responseset", Own::Tools),
    ("name", Own::Personal),
    ("externaldatareference", Own::Personal),
    ("emailaddress", Own::Personal),
];

fn head(top: &Top) -> Option<Head> {
    let names = top.rows.first()?;
    let questions = top.rows.get(1)?;
    let has = |row: &csv::ByteRecord, wanted: &[&str]| {
        let cells: Vec<String> = row.iter().map(|cell| fold(&text(cell))).collect();
        wanted
            .iter()
            .all(|wanted| cells.iter().any(|cell| cell == wanted))
    };
    let is_import = |cell: &[u8]| text(cell).contains("\"ImportId\"");
    let has_imports = top.rows.get(2).is_some_and(|row| row.iter().any(is_import));
    // Whoever exports may leave the tool's own columns out; its ids then still tell.
    let is_newer = has_imports || has(names, &["responseid", "finished"]);
    let is_older = !is_newer && has(questions, &["responseid", "finished"]);
    if !is_newer && !is_older {
        return None;
    }
    let named_by = if is_older { questions } else { names };
    let headings = (0..names.len().max(questions.len())).map(|column| {
        let [name, question, known] = [names, questions, named_by].map(|row| {
            let cell = row.get(column).unwrap_or_default();
            tidy(&text(cell))
        });
        heading(&name, &question, &known)
    });
    Some(Head {
        headings: headings.collect(),
        rows: if has_imports { 3 } else { 2 },
    })
}

/// What the tool fills in a column by its name, if it fills it.
fn own_by(name: &str) -> Option<Own> {
    let folded = fold(name);
    // What the tool works out begins so, and the order in which it showed choices ends so.
    let is_noted = folded.starts_with("q_") || folded.ends_with("_do") || folded.contains("_do_");
    own(OWN, name).or_else(|| is_noted.then_some(Own::Tools))
}

/// What heads a column; `known` is what names it if the tool fills it.
fn heading(name: &str, question: &str, known: &str) -> Heading {
    let own = own_by(known);
    let is_words = fold(name).ends_with("_text");
    let mut parts = vec![name.to_owned()];
    match question.rsplit_once(" - ") {
        _ if is_words => parts.push(format!("{question} kommentar")),
        Some((asked, row)) => parts.extend([asked, row].map(|part| part.trim().to_owned())),
        None => {}
    }
    let shown = match (&own, question.is_empty()) {
        (Some(_), _) => known,
        (None, true) => name,
        (None, false) => question,
    };
    if own.is_some() {
        parts.truncate(1);
    }
    Heading {
        shown: shown.to_owned(),
        own,
        parts,
        labels: Labels::default(),
        choice_of: None,
    }
}

/// What became of a response: a number made of single signs, or its words.
fn status(cell: &str) -> Option<NotCounted> {
    const PREVIEW: u8 = 1;
    const TEST: u8 = 2;
    const SPAM: u8 = 8;
    let signs: u8 = cell.parse().unwrap_or(0);
    let has = |sign: u8, words: &[&str]| signs & sign > 0 || words.contains(&cell);
    if has(PREVIEW, &["survey preview", "offline survey preview"]) {
        Some(NotCounted::Preview)
    } else if has(TEST, &["survey test"]) {
        Some(NotCounted::Test)
    } else if has(SPAM, &["spam", "possible spam"]) {
        Some(NotCounted::ScreenedOut)
    } else {
        None
    }
}

fn finished(cell: &str) -> Option<NotCounted> {
    matches!(cell, "0" | "false" | "falsk").then_some(NotCounted::Unfinished)
}

fn channel(cell: &str) -> Option<NotCounted> {
    match cell {
        "preview" => Some(NotCounted::Preview),
        "test" => Some(NotCounted::Test),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_a_number_of_signs_or_words() {
        assert_eq!(status("0"), None);
        assert_eq!(status("16"), None);
        assert_eq!(status("ip address"), None);
        assert_eq!(status("9"), Some(NotCounted::Preview));
        assert_eq!(status("survey test"), Some(NotCounted::Test));
        assert_eq!(status("8"), Some(NotCounted::ScreenedOut));
    }
}
