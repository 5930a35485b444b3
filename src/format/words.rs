//! Text as words that no output acts on: white space collapsed, control characters and
//! invisible characters shown as `\u{1b}`.

use crate::diagnostic::inert;
use crate::view::{Figure, Span};

/// A word: stretches without white space, each in one tone.
pub(super) type Word = Vec<Span>;

/// The words of a line. No-break spaces belong to words.
pub(super) fn words(line: &[Span]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Word::new();
    for span in line {
        for (i, piece) in span.text.split([' ', '\t', '\n', '\r']).enumerate() {
            if i > 0 && !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            if !piece.is_empty() {
                word.push(Span::new(inert(piece), span.tone));
            }
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Text on one line.
pub(super) fn one_line(text: &str) -> String {
    let pieces: Vec<String> = text
        .split([' ', '\t', '\n', '\r'])
        .filter(|piece| !piece.is_empty())
        .map(inert)
        .collect();
    pieces.join(" ")
}

/// What a figure says where it cannot be drawn.
pub(super) fn words_of(figure: &Figure) -> &str {
    if figure.caption.is_empty() {
        &figure.alt
    } else {
        &figure.caption
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Tone;

    #[test]
    fn a_word_may_change_its_tone() {
        let line = [Span::new("PRO-3", Tone::Strong), Span::plain(", og\nmere ")];
        let words = words(&line);
        assert_eq!(
            words,
            [
                vec![Span::new("PRO-3", Tone::Strong), Span::plain(",")],
                vec![Span::plain("og")],
                vec![Span::plain("mere")],
            ]
        );
    }

    #[test]
    fn a_line_of_text_has_no_line_breaks() {
        assert_eq!(one_line(" a\r\n\tb\u{7} "), "a b\\u{7}");
    }
}
