//! Text → [`File`], and what is wrong with its form, in plain words.

use std::ops::Range;

use serde::de::Deserialize;
use toml::de::{DeTable, DeValue, Error};

use crate::diagnostic::{Diagnostic, Diagnostics, Location, code, shortened};

use super::file::{File, SCHEMA};
use super::load::{Source, listed};

/// How many unknown keys are told of before reading stops.
const UNKNOWN_KEYS: usize = 20;

/// The file, with what is said of the unknown keys that were left out of it.
///
/// # Errors
/// What keeps it from being read at all; unknown keys are among them.
pub(super) fn read(source: &Source) -> Result<(File, Vec<Diagnostic>), Diagnostics> {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    let mut problems: Vec<Diagnostic> = errors.iter().map(|e| syntax(source, e)).collect();
    if !problems.is_empty() {
        return Err(in_file_order(problems));
    }
    let mut table = table.into_inner();
    layout(source, &table)?;
    for _ in 0..UNKNOWN_KEYS {
        let document = toml::Spanned::new(0..source.text.len(), table.clone());
        let error = match File::deserialize(toml::de::Deserializer::from(document)) {
            Ok(file) => return Ok((file, problems)),
            Err(error) => error,
        };
        let unknown = error.message().starts_with("unknown field");
        problems.push(fault(source, &error));
        let range = error.span().unwrap_or_default();
        if !(unknown && remove_key(&mut table, &range)) {
            break;
        }
    }
    Err(in_file_order(problems))
}

/// The problems as one meets them reading the file; those of the whole file come first.
pub(super) fn in_file_order(mut problems: Vec<Diagnostic>) -> Diagnostics {
    problems.sort_by_key(|problem| match &problem.location {
        Some(Location::Text { span, .. }) => (span.line, span.column),
        _ => (0, 0),
    });
    let mut all = Diagnostics::new();
    for problem in problems {
        all.push(problem);
    }
    all
}

fn syntax(source: &Source, error: &Error) -> Diagnostic {
    let message = error.message();
    // What would have been allowed besides is no way out for a person who forgot the quotes.
    let message = message
        .strip_suffix(", expected literal string")
        .unwrap_or(message);
    source.at(
        Diagnostic::error(&code::S003, message),
        error.span().unwrap_or_default(),
    )
}

/// Refuses a file of another layout before anything else in it is held against it.
fn layout(source: &Source, table: &DeTable<'_>) -> Result<(), Diagnostics> {
    let Some(value) = table.get("schema") else {
        return Ok(());
    };
    let number = value.get_ref().as_integer();
    match number.map(|number| (number.as_str(), number.as_str().parse::<i64>())) {
        Some((_, Ok(SCHEMA))) | None => Ok(()),
        Some((written, _)) => Err(source
            .at(
                Diagnostic::error(
                    &code::S004,
                    format!("this program does not know schema {}", shortened(written)),
                ),
                value.span(),
            )
            .help(format!(
                "write `schema = {SCHEMA}`, or use the newer version of `plateau` that the file was written for"
            ))
            .into()),
    }
}

/// An error of the TOML reader in plain words.
fn fault(source: &Source, error: &Error) -> Diagnostic {
    let message = error.message();
    let range = error.span().unwrap_or_default();
    if let Some((key, known)) = unknown_key(message) {
        let problem = source
            .at(
                Diagnostic::error(
                    &code::S005,
                    format!("there is no key `{}` here", shortened(key)),
                ),
                range,
            )
            .suggest(key, known.iter().copied());
        return match problem.hints.is_empty() {
            true => problem.help(format!("the keys here are {}", listed(&known))),
            false => problem,
        };
    }
    if let Some(key) = quoted(message, "missing field `") {
        let problem = Diagnostic::error(&code::S006, format!("`{key}` is missing"));
        let problem = match range.start == 0 {
            true => problem.at(Location::File(source.name.clone())),
            false => source.at(problem, range),
        };
        return match example(key) {
            Some(example) => problem.help(format!("write for example `{example}`")),
            None => problem,
        };
    }
    let problem = match message.rsplit_once(", expected ") {
        Some((_, expected)) => format!("this must be {}", plain(expected)),
        None => message.to_owned(),
    };
    source.at(Diagnostic::error(&code::S006, problem), range)
}

/// The key of an `unknown field` message, and those that would be known.
fn unknown_key(message: &str) -> Option<(&str, Vec<&str>)> {
    let (key, expected) = message
        .strip_prefix("unknown field `")?
        .rsplit_once("`, expected ")?;
    Some((key, expected.split('`').skip(1).step_by(2).collect()))
}

fn quoted<'a>(message: &'a str, before: &str) -> Option<&'a str> {
    message.strip_prefix(before)?.strip_suffix('`')
}

/// What the TOML reader expects, as a person would say it.
fn plain(expected: &str) -> &str {
    match expected {
        "i64" => "a whole number",
        "f64" => "a number",
        "a string" => "text in quotes",
        "a boolean" => "`true` or `false`",
        "a sequence" => "a list in square brackets",
        "a TOML datetime" => "a date such as 2026-10-01, without quotes",
        other => other,
    }
}

fn example(key: &str) -> Option<&'static str> {
    match key {
        "schema" => Some("schema = 1"),
        "title" => Some("title = \"Customer service, autumn\""),
        "model" => Some("model = \"./my-model\""),
        "id" => Some("id = \"customer-service\""),
        _ => None,
    }
}

/// Removes the key that stands at `range`, wherever in the table it is.
///
/// Recursion is as deep as values lie in each other, which the TOML reader limits.
fn remove_key(table: &mut DeTable<'_>, range: &Range<usize>) -> bool {
    let key = table
        .iter()
        .find(|(key, _)| key.span() == *range)
        .map(|(key, _)| key.get_ref().to_string());
    if let Some(key) = key {
        return table.remove(key.as_str()).is_some();
    }
    table
        .iter_mut()
        .any(|(_, value)| remove_within(value.get_mut(), range))
}

fn remove_within(value: &mut DeValue<'_>, range: &Range<usize>) -> bool {
    match value {
        DeValue::Table(table) => remove_key(table, range),
        DeValue::Array(list) => list
            .iter_mut()
            .any(|value| remove_within(value.get_mut(), range)),
        _ => false,
    }
}
