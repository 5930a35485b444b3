//! Bytes → text → what a file says, with everything wrong about its form.

use std::borrow::Cow;
use std::fs;
use std::io::Read;
use std::ops::Range;
use std::path::Path;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue, Deserializer, Error};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Location, shortened};

use super::fault::{Unknown, fault, syntax};
use super::{Form, Part, place};

/// How many unknown keys are told of before reading stops.
const UNKNOWN_KEYS: usize = 20;

/// The most bytes of a file: ten thousand units take one megabyte.
const MOST_BYTES: u64 = 64 << 20;

/// A file's text, a byte-order mark removed; `code` is what its unreadability is faulted with.
///
/// # Errors
/// The file cannot be read, or is not encoded as UTF-8.
pub fn read_text(path: &Path, code: &'static Code) -> Result<String, Diagnostics> {
    let name = path.display().to_string();
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes))
        .map_err(|error| unreadable(&name, &error, code))?;
    if bytes.len() as u64 > MOST_BYTES {
        let message = format!("`{name}` takes more than {} MB", MOST_BYTES >> 20);
        return Err(Diagnostic::error(code, message)
            .at(Location::File(name))
            .help("name a file of TOML, as a person writes it")
            .into());
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            Ok(text)
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..valid].split(|&b| b == b'\n').count();
            let message = format!("the text in line {line} is not encoded as UTF-8");
            Err(Diagnostic::error(code, message)
                .at(Location::File(name))
                .help("save the file again with the encoding UTF-8")
                .into())
        }
    }
}

/// The problem that a file or folder is there, but cannot be read.
pub(in crate::model) fn unreadable(
    name: &str,
    error: &std::io::Error,
    code: &'static Code,
) -> Diagnostics {
    Diagnostic::error(code, format!("`{name}` cannot be read: {error}"))
        .at(Location::File(name.to_owned()))
        .help("check that the file is there and that you may read it")
        .into()
}

/// What a file says. Unknown keys are told and passed over, so that the rest can be judged too;
/// a misspelt one is read as the key that it is near to.
///
/// `None` if anything else is wrong with the file's form, which is told.
pub fn parse<'a, T: DeserializeOwned>(
    name: String,
    text: impl Into<Cow<'a, str>>,
    form: &Form,
    problems: &mut Diagnostics,
) -> Option<Part<'a, T>> {
    let text = text.into();
    let reading = Reading {
        name: &name,
        text: &text,
        form,
    };
    let says = reading.sound().or_else(|| {
        let mut found = Diagnostics::new();
        let says = reading.recover(&mut found);
        problems.append(found.in_order_of([name.as_str()]));
        says
    })?;
    Some(Part { name, text, says })
}

/// A file that is being read.
struct Reading<'a> {
    name: &'a str,
    text: &'a str,
    form: &'a Form,
}

impl Reading<'_> {
    /// What the file says if nothing is wrong with it, which is the usual and must be quick.
    fn sound<T: DeserializeOwned>(&self) -> Option<T> {
        let document = DeTable::parse(self.text).ok()?;
        self.schema(document.get_ref()).ok()?;
        T::deserialize(Deserializer::from(document)).ok()
    }

    /// What the file says for all that is wrong with it.
    fn recover<T: DeserializeOwned>(&self, problems: &mut Diagnostics) -> Option<T> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            let problem = syntax(self.form, error.message());
            problems.push(problem.at(self.place(error.span().unwrap_or_default())));
        }
        let mut table = table.into_inner();
        if let Err(problem) = self.schema(&table) {
            problems.push(*problem);
            return None;
        }
        if !errors.is_empty() {
            return None;
        }
        for _ in 0..UNKNOWN_KEYS {
            let document = Spanned::new(0..self.text.len(), table.clone());
            let error = match T::deserialize(Deserializer::from(document)) {
                Ok(says) => return Some(says),
                Err(error) => error,
            };
            problems.push(self.told(&error));
            let unknown = Unknown::of(error.message())?;
            let key = error.span().unwrap_or_default();
            if !take(&mut table, &key, unknown.near()) {
                return None;
            }
        }
        None
    }

    fn told(&self, error: &Error) -> Diagnostic {
        let range = error.span().unwrap_or_default();
        let about_whole = error.message().starts_with("missing field") && range.start == 0;
        let location = match about_whole {
            true => Location::File(self.name.to_owned()),
            false => self.place(range),
        };
        fault(self.form, error.message()).at(location)
    }

    fn place(&self, range: Range<usize>) -> Location {
        place(self.name, self.text, range)
    }

    /// Refuses a file of another layout before anything else in it is held against it.
    fn schema(&self, table: &DeTable<'_>) -> Result<(), Box<Diagnostic>> {
        let Some((form, value)) = self.form.schema.as_ref().zip(table.get("schema")) else {
            return Ok(());
        };
        let known = form.number;
        let written = match value.get_ref().as_integer() {
            Some(number) if number.as_str().parse() != Ok(known) => number.as_str(),
            _ => return Ok(()),
        };
        let message = format!("this program does not know schema {}", shortened(written));
        let problem = Diagnostic::error(form.unknown, message).at(self.place(value.span()));
        Err(Box::new(problem.help(format!(
            "write `schema = {known}`, or use the newer version of `plateau` that the file was written for"
        ))))
    }
}

/// Takes the key that stands at `range` out of the table, wherever in it that is, and puts its
/// value under `near` if that is free.
///
/// Recursion is as deep as values lie in each other, which the TOML reader limits.
fn take(table: &mut DeTable<'_>, range: &Range<usize>, near: Option<&str>) -> bool {
    let key = table
        .iter()
        .find(|(key, _)| key.span() == *range)
        .map(|(key, _)| key.get_ref().to_string());
    let Some(key) = key else {
        return table
            .iter_mut()
            .any(|(_, value)| take_within(value.get_mut(), range, near));
    };
    let taken = table.remove(key.as_str());
    let found = taken.is_some();
    if let Some((near, value)) = near
        .zip(taken)
        .filter(|(near, _)| !table.contains_key(*near))
    {
        let near = DeString::Owned(near.to_owned());
        table.insert(Spanned::new(range.clone(), near), value);
    }
    found
}

fn take_within(value: &mut DeValue<'_>, range: &Range<usize>, near: Option<&str>) -> bool {
    match value {
        DeValue::Table(table) => take(table, range, near),
        DeValue::Array(list) => list
            .iter_mut()
            .any(|value| take_within(value.get_mut(), range, near)),
        _ => false,
    }
}
