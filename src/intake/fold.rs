//! Text made comparable: case, white space, invisible and typographic characters do not count.

use std::borrow::Cow;

use super::formula::unguarded;

/// `text` in the form in which words are compared, written over `folded`.
pub(super) fn fold_into(text: &str, folded: &mut String) {
    folded.clear();
    let mut gap = false;
    for letter in text.chars() {
        if letter.is_whitespace() {
            gap = !folded.is_empty();
            continue;
        }
        if is_invisible(letter) || compose(letter, folded) {
            continue;
        }
        if std::mem::take(&mut gap) {
            folded.push(' ');
        }
        match letter {
            'a'..='z' | '0'..='9' => folded.push(letter),
            '’' | '‘' | '`' | '´' | 'ʼ' => folded.push('\''),
            '“' | '”' | '„' | '«' | '»' => folded.push('"'),
            '‐' | '‑' | '–' | '—' | '−' => folded.push('-'),
            _ => folded.extend(letter.to_lowercase()),
        }
    }
    while folded.ends_with(['.', ' ']) {
        folded.pop();
    }
}

/// `text` in the form in which words are compared.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// `text` as it is shown and kept: trimmed, white space folded, invisible characters gone.
pub(super) fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for letter in text.chars().filter(|&letter| !is_invisible(letter)) {
        if !letter.is_whitespace() {
            tidied.push(letter);
        } else if !tidied.is_empty() && !tidied.ends_with(' ') {
            tidied.push(' ');
        }
    }
    if tidied.ends_with(' ') {
        tidied.pop();
    }
    tidied
}

/// Whether a cell holds nothing that can be seen.
pub(super) fn is_blank(cell: &[u8]) -> bool {
    let mut rest = cell.trim_ascii_start();
    while let Some(first) = rest.first() {
        let length = match first {
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            _ => return false,
        };
        let letter = rest
            .get(..length)
            .and_then(|letter| std::str::from_utf8(letter).ok());
        let is_unseen = |letter: char| letter.is_whitespace() || is_invisible(letter);
        if !letter.is_some_and(|letter| letter.chars().all(is_unseen)) {
            return false;
        }
        rest = rest[length..].trim_ascii_start();
    }
    true
}

/// A cell's text, without what keeps a spreadsheet from running it. Rows are decoded before
/// they are split, so nothing is lost here.
pub(super) fn text(cell: &[u8]) -> Cow<'_, str> {
    match String::from_utf8_lossy(cell) {
        Cow::Borrowed(text) => Cow::Borrowed(unguarded(text)),
        Cow::Owned(text) => Cow::Owned(unguarded(&text).to_owned()),
    }
}

/// Characters without width that copying and survey tools leave behind.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\0'
    )
}

/// Joins a combining mark to the letter before it, as some systems write `å` as two characters.
fn compose(mark: char, folded: &mut String) -> bool {
    let whole = match (folded.chars().next_back(), mark) {
        (Some('a'), '\u{30a}') => 'å',
        (Some('a'), '\u{308}') => 'ä',
        (Some('o'), '\u{308}') => 'ö',
        (Some('u'), '\u{308}') => 'ü',
        (Some('e'), '\u{301}') => 'é',
        _ => return false,
    };
    folded.pop();
    folded.push(whole);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_case_and_a_final_full_stop_do_not_count() {
        assert_eq!(fold("  Ved\u{a0}\u{a0}IKKE. "), "ved ikke");
        assert_eq!(fold("Don’t\u{200b} know"), "don't know");
        assert_eq!(fold("A\u{30a}ben"), "åben");
    }

    #[test]
    fn a_full_stop_alone_is_not_blank() {
        assert!(!is_blank(b"."));
        assert!(is_blank(" \u{a0}\u{feff}\t".as_bytes()));
    }

    #[test]
    fn tidied_text_keeps_its_case() {
        assert_eq!(tidy("\u{feff} Låne \u{a0} Service\n"), "Låne Service");
    }
}
