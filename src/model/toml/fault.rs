//! Faults of form in a person's words: the sentences of serde and toml, taken apart.

use crate::diagnostic::{Code, Diagnostic, nearest, shortened};

/// What a kind of file is faulted with.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// It is not TOML.
    pub syntax: &'static Code,
    /// It has a key that means nothing.
    pub unknown: &'static Code,
    /// It lacks a key.
    pub missing: &'static Code,
    /// A key has a value of the wrong kind.
    pub unfit: &'static Code,
    /// The number of its layout, if it has one.
    pub schema: Option<Numbered>,
}

/// The number of a file's layout.
#[derive(Debug, Clone, Copy)]
pub struct Numbered {
    /// The one that this program knows.
    pub number: u64,
    /// What any other number is faulted with.
    pub unknown: &'static Code,
}

/// What a message of the TOML reader means, and what to do about it.
pub(super) fn fault(form: &Form, message: &str) -> Diagnostic {
    if let Some(unknown) = Unknown::of(message) {
        let key = shortened(unknown.word);
        let problem = Diagnostic::error(form.unknown, format!("there is no key `{key}` here"));
        return unknown.way_out(problem, "the keys here are");
    }
    if let Some(key) = message.strip_prefix("missing field `") {
        let key = key.trim_end_matches('`');
        let value = match (key, form.schema) {
            ("schema", Some(schema)) => schema.number.to_string(),
            _ => "…".to_owned(),
        };
        return Diagnostic::error(form.missing, format!("the key `{key}` is missing"))
            .help(format!("add a line `{key} = {value}` to this table"));
    }
    if let Some(variant) = Unknown::among(message, "unknown variant `") {
        let word = shortened(variant.word);
        let message = format!("`{word}` is not one of the words here");
        return variant.way_out(Diagnostic::error(form.unfit, message), "the words here are");
    }
    let kinds = ["invalid type: ", "invalid value: "];
    match kinds.iter().find_map(|kind| message.strip_prefix(kind)) {
        Some(kinds) => unfit(form, kinds),
        None => Diagnostic::error(form.unfit, message),
    }
}

/// A word that the file may not have, and those that it may.
pub(super) struct Unknown<'a> {
    word: &'a str,
    known: Vec<&'a str>,
}

impl<'a> Unknown<'a> {
    /// The unknown key that a message is about, if it is about one.
    pub fn of(message: &'a str) -> Option<Self> {
        Self::among(message, "unknown field `")
    }

    fn among(message: &'a str, start: &str) -> Option<Self> {
        let message = message.strip_prefix(start)?;
        // The word is the person's and may hold anything; what follows its end does not.
        let (word, known) = message
            .rsplit_once("`, expected ")
            .or_else(|| message.rsplit_once("`, there are "))?;
        let known = known.split('`').skip(1).step_by(2).collect();
        Some(Self { word, known })
    }

    /// The known word that is meant, by all appearances.
    pub fn near(&self) -> Option<&'a str> {
        nearest(self.word, self.known.iter().copied())
    }

    fn way_out(&self, problem: Diagnostic, lead: &str) -> Diagnostic {
        match self.near() {
            Some(near) => problem.help(format!("did you mean `{near}`?")),
            None if self.known.is_empty() => problem,
            None => problem.help(format!("{lead} {}", listed(&self.known))),
        }
    }
}

/// Words in back quotes with commas between them.
pub fn listed(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    quoted.join(", ")
}

fn unfit(form: &Form, kinds: &str) -> Diagnostic {
    let (found, wanted) = kinds.rsplit_once(", expected ").unwrap_or((kinds, ""));
    let found = match found.split(' ').next().unwrap_or_default() {
        "string" => "text".to_owned(),
        "integer" => found.replacen("integer", "the number", 1),
        "floating" => found.replacen("floating point", "the number", 1),
        "boolean" => "true or false".to_owned(),
        "sequence" => "a list".to_owned(),
        "map" => "a table".to_owned(),
        _ => shortened(found),
    };
    let wanted = match wanted {
        "u64" => "a whole number from 0 upwards",
        "i64" => "a whole number",
        "f64" => "a number",
        "a string" => "text in quotation marks",
        "a boolean" => "`true` or `false`",
        "a sequence" => "a list in square brackets",
        "a TOML datetime" => "a date such as 2026-10-01, without quotation marks,",
        "a map" => "a table",
        _ if wanted.starts_with("string") => "one of the words allowed here, in quotation marks",
        _ if wanted.starts_with("struct") || wanted.starts_with("map") => "a table",
        _ => wanted,
    };
    Diagnostic::error(form.unfit, format!("{found} stands where {wanted} belongs"))
        .help(format!("write {}", wanted.trim_end_matches(',')))
}

/// How the commonest messages about syntax begin, what they mean, and the way out.
const SYNTAX: &[(&str, &str, &str)] = &[
    (
        "invalid basic string",
        "a text is not closed, or is broken by a character that may not stand in it",
        "end it with `\"`; within it write `\\\"` for a quotation mark and `\\n` for a new line",
    ),
    (
        "invalid literal string",
        "a text is not closed on its line",
        "end it with `'`",
    ),
    (
        "string values must be quoted",
        "text stands here without quotation marks",
        "put it between two `\"`",
    ),
    (
        "missing opening quote",
        "text stands here without a quotation mark before it",
        "put it between two `\"`",
    ),
    (
        "duplicate key",
        "this key stands in its table already",
        "remove or rename one of the two",
    ),
    (
        "unclosed array table",
        "a table's name is not closed",
        "end it with `]]`",
    ),
    ("unclosed array", "a list is not closed", "end it with `]`"),
    (
        "unclosed inline table",
        "a table is not closed",
        "end it with `}`",
    ),
    (
        "unclosed table",
        "a table's name is not closed",
        "end it with `]`",
    ),
    (
        "missing comma",
        "a comma is missing",
        "put a comma between one entry and the next",
    ),
    (
        "key with no value",
        "a key stands here without a value",
        "write `key = value`",
    ),
    (
        "missing value",
        "a key stands here without a value",
        "write `key = value`",
    ),
    (
        "missing assignment",
        "a key stands here without a value",
        "write `key = value`",
    ),
];

/// What a message about syntax means, and what to do about it.
pub(super) fn syntax(form: &Form, message: &str) -> Diagnostic {
    let common = SYNTAX.iter().find(|(start, ..)| message.starts_with(start));
    if let Some((_, meaning, way_out)) = common {
        return Diagnostic::error(form.syntax, *meaning).help(*way_out);
    }
    let (found, wanted) = message.split_once(", expected ").unwrap_or((message, ""));
    let found = found.lines().next().unwrap_or_default();
    let problem = Diagnostic::error(form.syntax, format!("this is not TOML: {found}"));
    if wanted.is_empty() {
        problem
    } else {
        problem.help(format!("what may stand here: {wanted}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::code::{M004, M005, M006, M007};

    const FORM: Form = Form {
        syntax: &M004,
        unknown: &M005,
        missing: &M006,
        unfit: &M007,
        schema: None,
    };

    #[test]
    fn a_message_that_is_not_known_is_passed_on() {
        let problem = syntax(&FORM, "unexpected sign, expected `-`");
        assert_eq!(problem.message, "this is not TOML: unexpected sign");
        assert_eq!(problem.hints, ["what may stand here: `-`"]);
    }

    #[test]
    fn a_near_key_is_suggested_and_otherwise_all_are_listed() {
        let near = fault(&FORM, "unknown field `nmae`, expected one of `name`, `id`");
        assert_eq!(near.hints, ["did you mean `name`?"]);
        let far = fault(&FORM, "unknown field `colour`, expected `name` or `id`");
        assert_eq!(far.hints, ["the keys here are `name`, `id`"]);
    }

    #[test]
    fn a_key_that_looks_like_a_message_is_still_a_key() {
        let problem = fault(&FORM, "unknown field `a`, expected `b`, expected `name`");
        assert_eq!(problem.message, "there is no key `a`, expected `b` here");
    }
}
