//! Columns and words by which `assessment.toml` says whom an answer is from.

use crate::assessment::{Placing, Words};
use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};

use super::detected::{Detected, Taken};
use super::fold::fold;
use super::gathered::Gathered;
use super::header::{Column, Meaning, Word, excerpt};
use super::layout::{Head, Heading};
use super::practices::Practices;
use super::responses::Layout;

/// The columns that are named, with what stands in them.
fn columns(placing: &Placing) -> impl Iterator<Item = (Word, &Words)> {
    let all = [
        (Word::Unit, &placing.unit),
        (Word::Role, &placing.role),
        (Word::Respondent, &placing.respondent),
        (Word::Wave, &placing.wave),
    ];
    all.into_iter()
        .filter_map(|(word, words)| Some((word, words.as_ref()?)))
}

/// The folded headers of the columns that are named, with what stands in them.
pub(super) fn heads(placing: &Placing) -> Vec<(String, Word)> {
    let heads = columns(placing).map(|(word, words)| (fold(&words.text), word));
    heads.collect()
}

/// Takes in what units and roles are called.
pub(super) fn call(placing: &Placing, gathered: &mut Gathered<'_>) {
    for (words, meant) in &placing.units {
        gathered.units.call(&words.text, meant);
    }
    for (words, meant) in &placing.roles {
        gathered.roles.call(&words.text, meant);
    }
}

/// Where a file has a column that is named, those headed by the usual words give way to it.
/// Returns what stands in the columns that are named.
pub(super) fn give_way(list: &mut [Column], head: &Head, practices: &Practices<'_>) -> Vec<Word> {
    let named: Vec<Option<Word>> = head.headings.iter().map(|h| word(h, practices)).collect();
    for (column, own) in list.iter_mut().zip(&named) {
        let Meaning::Word(word) = column.meaning else {
            continue;
        };
        if own.is_none() && named.contains(&Some(word)) {
            column.meaning = match word {
                Word::Respondent => Meaning::Personal,
                _ => Meaning::Unknown,
            };
        }
    }
    named.into_iter().flatten().collect()
}

/// What a column holds, if it is named.
fn word(heading: &Heading, practices: &Practices<'_>) -> Option<Word> {
    let mut all = heading.parts.iter().chain([&heading.shown]);
    all.find_map(|words| practices.head_of(&fold(words)))
}

/// Says which of the columns and words are of no use.
pub(super) fn tell(
    placing: &Placing,
    detected: &[Detected],
    gathered: &Gathered<'_>,
    problems: &mut Diagnostics,
) {
    // What could not be read may have used them.
    if problems.has_errors() {
        return;
    }
    for (word, words) in columns(placing) {
        tell_missing(word, words, detected, problems);
    }
    let units = placing.units.iter().map(|(words, _)| ("unit", words));
    let roles = placing.roles.iter().map(|(words, _)| ("role", words));
    for (kind, words) in units.chain(roles) {
        let names = match kind {
            "unit" => &gathered.units,
            _ => &gathered.roles,
        };
        if !names.was_called(&words.text) {
            let message = format!("no answer names the {kind} `{}`", excerpt(&words.text));
            let warning = Diagnostic::warning(&code::A051, message)
                .help("correct the words, or take the entry away")
                .at(words.place.clone());
            problems.push(warning);
        }
    }
}

/// Says where a column is missing: in every file, or in some.
fn tell_missing(word: Word, words: &Words, detected: &[Detected], problems: &mut Diagnostics) {
    let has = |file: &Detected| file.named.contains(&word);
    // A sheet of settled or moderated levels has its own words, and no respondents.
    let says_otherwise = |file: &Detected| {
        file.layout == Some(Layout::SHEET)
            || file.columns.iter().any(|c| c.taken == Taken::Word(word))
    };
    let shown = excerpt(&words.text);
    if !detected.iter().any(has) {
        let message = format!("no answers file has the column `{shown}`");
        let headers = detected.iter().flat_map(|file| &file.columns);
        let problem = Diagnostic::error(&code::A050, message)
            .suggest(&words.text, headers.map(|column| column.header.as_str()))
            .help("write a header as it stands in the file; `plateau check` lists them")
            .at(words.place.clone());
        problems.push(problem);
        return;
    }
    for file in detected
        .iter()
        .filter(|file| !has(file) && !says_otherwise(file))
    {
        let message = format!("the file has no column `{shown}`, so nothing tells its {word}s");
        let warning = Diagnostic::warning(&code::A050, message)
            .help(format!("add the column, or one headed `{word}`"))
            .at(Location::File(file.name.clone()));
        problems.push(warning);
    }
}
