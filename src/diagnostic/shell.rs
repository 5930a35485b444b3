//! People's words in a command that is to be copied.

use super::inert;

/// A word that a shell reads as one word, and that a terminal acts on in no way, whatever is in
/// it. What acts on a terminal is shown instead, so that such a name has to be typed by hand.
pub fn shell_word(word: &str) -> String {
    let word = inert(word);
    let plain = |c: char| c.is_alphanumeric() || "-_./:+,@%=".contains(c);
    // One shell takes a word that begins with `=` for the place of a program.
    if !word.is_empty() && !word.starts_with('=') && word.chars().all(plain) {
        word
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stays_one_word_and_runs_nothing() {
        assert_eq!(shell_word("svar-2026.csv"), "svar-2026.csv");
        assert_eq!(shell_word("$(rm -rf ~) & `x`"), "'$(rm -rf ~) & `x`'");
        assert_eq!(shell_word("it's"), r"'it'\''s'");
        assert_eq!(shell_word("=ls"), "'=ls'");
        assert_eq!(shell_word("a\u{1b}[31m\nb"), r"'a\u{1b}[31m\u{a}b'");
        assert_eq!(shell_word(""), "''");
    }
}
