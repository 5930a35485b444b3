//! LimeSurvey: a CSV or workbook of responses, headed by codes, by texts, or by both.
//!
//! A row of an array is a column, `G01Q01[SQ001]` by its code. Answers are texts or the options'
//! codes; a response without a day on which it was submitted was not finished.

use crate::intake::fold::fold;
use crate::intake::responses::{Layout, NotCounted};

use super::head::grid;
use super::{Head, Heading, Own, OwnColumns, Reader, Tool, Top, own};

pub(super) const LIMESURVEY: Reader = {
    let mut reader = Tool::reader(
        Layout::of_tool("limesurvey", "LimeSurvey"),
        "among its first columns are `submitdate` and `lastpage` or `startlanguage`, or their texts",
        head,
    );
    if let Some(tool) = &mut reader.tool {
        tool.decode = Some(option);
    }
    reader
};

/// The tool's own columns by their codes, and by their texts in the languages that are known.
static OWN: OwnColumns = &[
    ("id", Own::Id),
    ("response id", Own::Id),
    ("svar-id", Own::Id),
    ("svar id", Own::Id),
    ("submitdate", Own::Standing(submitted)),
    ("date submitted", Own::Standing(submitted)),
    ("dato for indsendelse", Own::Standing(submitted)),
    ("indsendelsesdato", Own::Standing(submitted)),
    ("afsendelsesdato", Own::Standing(submitted)),
    ("lastpage", Own::Tools),
    ("last page", Own::Tools),
    ("sidste side", Own::Tools),
    ("startlanguage", Own::Tools),
    ("start language", Own::Tools),
    ("startsprog", Own::Tools),
    ("seed", Own::Tools),
    ("startdate", Own::Personal),
    ("date started", Own::Personal),
    ("startdato", Own::Personal),
    ("datestamp", Own::Personal),
    ("date last action", Own::Personal),
    ("dato for seneste handling", Own::Personal),
    ("ipaddr", Own::Personal),
    ("ip address", Own::Personal),
    ("ip-adresse", Own::Personal),
    ("refurl", Own::Personal),
    ("referrer url", Own::Personal),
    ("token", Own::Personal),
    ("access code", Own::Personal),
    ("adgangskode", Own::Personal),
];

fn head(top: &Top) -> Option<Head> {
    let mut head = top.first_row(&[]);
    for heading in &mut head.headings {
        dress(heading);
    }
    let owns = |wanted: fn(&Own) -> bool| {
        head.headings
            .iter()
            .filter_map(|heading| heading.own.as_ref())
            .any(wanted)
    };
    let is_submitted = owns(|own| matches!(own, Own::Standing(_)));
    let is_noted = owns(|own| matches!(own, Own::Tools));
    (is_submitted && is_noted).then_some(head)
}

/// Tells the parts of a header: its code, its text, and the row of an array.
fn dress(heading: &mut Heading) {
    let whole = heading.shown.clone();
    let (code, words) = match whole.split_once(". ") {
        Some((code, words)) if !code.contains(' ') => (code.trim(), words.trim()),
        _ => (whole.as_str(), whole.as_str()),
    };
    let found = own(OWN, code).or_else(|| own(OWN, &whole));
    if found.is_some() {
        heading.own = found;
        return;
    }
    if let Some(asked) = remark(code) {
        heading.parts = vec![format!("{asked} kommentar")];
        return;
    }
    let mut parts = vec![code.to_owned(), words.to_owned()];
    parts.extend(grid(code));
    parts.extend(grid(words));
    parts.retain(|part| *part != whole);
    heading.parts = parts;
}

/// The code that a box for words belongs to.
fn remark(code: &str) -> Option<&str> {
    let folded = fold(code);
    let ends = ["[comment]", "_comment", "comment"];
    let end = ends.iter().find(|end| folded.ends_with(*end))?;
    let asked = code.get(..code.len().checked_sub(end.len())?)?;
    (!asked.is_empty()).then_some(asked)
}

/// The number of an option by its code, such as `A3` or `AO03`.
fn option(cell: &str) -> Option<&str> {
    let digits = cell.strip_prefix("ao").or_else(|| cell.strip_prefix('a'))?;
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.trim_start_matches('0');
    (is_number && !number.is_empty()).then_some(number)
}

fn submitted(cell: &str) -> Option<NotCounted> {
    cell.is_empty().then_some(NotCounted::Unfinished)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_is_known_by_the_number_in_its_code() {
        assert_eq!(option("a3"), Some("3"));
        assert_eq!(option("ao10"), Some("10"));
        assert_eq!(option("a0"), None);
        assert_eq!(option("altid"), None);
    }

    #[test]
    fn a_box_for_words_belongs_to_its_question() {
        for code in ["PLA6comment", "PLA6[comment]", "PLA6_comment"] {
            assert_eq!(remark(code), Some("PLA6"), "{code}");
        }
        assert_eq!(remark("comment"), None);
    }
}
