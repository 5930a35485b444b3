//! Faults of form in a person's words: the sentences of serde and toml, taken apart.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::code::{M004, M005, M006, M007};

/// What a message of the TOML reader means, and what to do about it.
pub(super) fn fault(message: &str) -> Diagnostic {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let first = quoted.first().copied().unwrap_or_default();
    let known = quoted.get(1..).unwrap_or_default();
    if message.starts_with("unknown field") {
        let problem = Diagnostic::error(&M005, format!("`{first}` is not a key of this table"));
        choose(problem, first, known, "the keys here are")
    } else if message.starts_with("missing field") {
        Diagnostic::error(&M006, format!("the key `{first}` is missing"))
            .help(format!("add a line `{first} = …` to this table"))
    } else if message.starts_with("unknown variant") {
        let problem = Diagnostic::error(&M007, format!("`{first}` is not one of the words here"));
        choose(problem, first, known, "the words here are")
    } else if message.starts_with("invalid type") || message.starts_with("invalid value") {
        match message.split_once(": ") {
            Some((_, kinds)) => wrong_kind(kinds),
            None => syntax(message),
        }
    } else {
        syntax(message)
    }
}

fn choose(problem: Diagnostic, wrong: &str, known: &[&str], lead: &str) -> Diagnostic {
    let problem = problem.suggest(wrong, known.iter().copied());
    if known.is_empty() || !problem.hints.is_empty() {
        return problem;
    }
    let list: Vec<String> = known.iter().map(|key| format!("`{key}`")).collect();
    problem.help(format!("{lead} {}", list.join(", ")))
}

fn wrong_kind(kinds: &str) -> Diagnostic {
    let (found, wanted) = kinds.rsplit_once(", expected ").unwrap_or((kinds, ""));
    let found = match found.split(' ').next().unwrap_or_default() {
        "string" => "text".to_owned(),
        "integer" => found.replacen("integer", "the number", 1),
        "floating" => found.replacen("floating point", "the number", 1),
        "boolean" => "true or false".to_owned(),
        "sequence" => "a list".to_owned(),
        "map" => "a table".to_owned(),
        _ => found.to_owned(),
    };
    let wanted = match wanted.split(' ').next().unwrap_or_default() {
        "u64" => "a whole number from 0 upwards",
        "a" if wanted == "a string" => "text in quotation marks",
        "a" if wanted == "a boolean" => "`true` or `false`",
        "a" if wanted == "a sequence" => "a list in square brackets",
        "a" if wanted == "a map" => "a table",
        "string" => "one of the words allowed here, in quotation marks",
        "struct" | "map" => "a table",
        _ => wanted,
    };
    Diagnostic::error(&M007, format!("{found} stands where {wanted} belongs"))
        .help(format!("write {wanted}"))
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

fn syntax(message: &str) -> Diagnostic {
    let common = SYNTAX.iter().find(|(start, ..)| message.starts_with(start));
    if let Some((_, meaning, way_out)) = common {
        return Diagnostic::error(&M004, *meaning).help(*way_out);
    }
    let (found, wanted) = message.split_once(", expected ").unwrap_or((message, ""));
    let found = found.lines().next().unwrap_or_default();
    let problem = Diagnostic::error(&M004, format!("this is not TOML: {found}"));
    if wanted.is_empty() {
        problem
    } else {
        problem.help(format!("what may stand here: {wanted}"))
    }
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn a_message_that_is_not_known_is_passed_on() {
        let problem = fault("unexpected sign, expected `-`");
        assert_eq!(problem.message, "this is not TOML: unexpected sign");
        assert_eq!(problem.hints, ["what may stand here: `-`"]);
    }

    #[test]
    fn a_near_key_is_suggested_and_otherwise_all_are_listed() {
        let near = fault("unknown field `nmae`, expected one of `name`, `id`");
        assert_eq!(near.hints, ["did you mean `name`?"]);
        let far = fault("unknown field `colour`, expected `name` or `id`");
        assert_eq!(far.hints, ["the keys here are `name`, `id`"]);
    }
}
