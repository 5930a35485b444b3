//! A command line as a person would type it again.

use std::path::PathBuf;

use crate::cli::{OutputArgs, SelectArgs};

use super::output::Output;

/// The inputs, unit, wave and language as typed; `None` where the inputs came through a pipe,
/// and where a report that is passed on would name a place of this machine.
pub fn as_typed(
    inputs: &[PathBuf],
    select: &SelectArgs,
    arguments: &OutputArgs,
    outputs: &[Output],
) -> Option<String> {
    let seen_here_only = outputs.iter().all(Output::is_for_the_terminal);
    let unfit =
        |input: &PathBuf| input.as_os_str() == "-" || (input.is_absolute() && !seen_here_only);
    if inputs.iter().any(unfit) {
        return None;
    }
    let options = [
        ("--unit", &select.unit),
        ("--wave", &select.wave),
        ("--lang", &arguments.lang),
    ];
    let mut typed: Vec<String> = inputs
        .iter()
        .map(|input| quoted(&input.to_string_lossy()))
        .collect();
    for (name, value) in options {
        typed.extend(
            value
                .iter()
                .map(|value| format!("{name} {}", quoted(value))),
        );
    }
    Some(typed.join(" "))
}

/// A word that a shell reads as one word, whatever is in it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:+,@%=".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
