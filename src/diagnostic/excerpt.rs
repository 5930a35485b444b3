//! People's text made safe and short enough to be shown in a terminal.

use std::fmt::Write;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The most columns that a line of people's text takes.
const LINE: usize = 72;

/// The most columns that people's text takes within a sentence.
const QUOTE: usize = 48;

/// `text` without anything a terminal acts on: control characters, escapes, bidirectional
/// overrides and invisible characters are shown as `\u{1b}`.
pub fn inert(text: &str) -> String {
    text.chars()
        .fold(String::with_capacity(text.len()), |mut shown, c| {
            show(c, &mut shown);
            shown
        })
}

/// `text` made [`inert`] and cut to what fits within a sentence, with `…` where it was cut.
pub fn shortened(text: &str) -> String {
    cut(text, QUOTE)
}

/// `text` made [`inert`] and cut to so many columns, with `…` where it was cut.
pub(super) fn cut(text: &str, columns: usize) -> String {
    let pieces = Pieces::of(text);
    let end = pieces.reach(0, columns);
    if end == pieces.0.len() {
        return pieces.text(0, end);
    }
    let end = pieces.reach(0, columns.saturating_sub(1));
    pieces.text(0, end) + "…"
}

/// A part of a line with what stands around it, ready to be shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The line, shortened around the part.
    pub line: String,
    /// The columns before the part.
    pub before: usize,
    /// The columns that the part takes, at least 1.
    pub width: usize,
}

impl Excerpt {
    /// The `count` characters of `line` from character `start` (from 0), and what fits around them.
    pub fn of(line: &str, start: usize, count: usize) -> Self {
        let pieces = Pieces::of(line);
        let length = pieces.0.len();
        let start = start.min(length);
        let end = start.saturating_add(count).min(length);
        let (from, to) = pieces.window(start, end);
        let mut shown = String::new();
        if from > 0 {
            shown.push('…');
        }
        shown += &pieces.text(from, start);
        let before = shown.width();
        let marked = pieces.text(start, end.min(to));
        shown += &marked;
        shown += &pieces.text(end.min(to), to);
        if to < length {
            shown.push('…');
        }
        Self {
            line: shown,
            before,
            width: marked.width().max(1),
        }
    }
}

/// A text's characters as shown, each with its columns.
struct Pieces(Vec<(String, usize)>);

impl Pieces {
    fn of(text: &str) -> Self {
        Self(
            text.chars()
                .map(|c| {
                    let mut shown = String::new();
                    show(c, &mut shown);
                    let width = match shown.len() == c.len_utf8() {
                        true => c.width().unwrap_or(0),
                        false => shown.width(),
                    };
                    (shown, width)
                })
                .collect(),
        )
    }

    fn text(&self, from: usize, to: usize) -> String {
        self.0[from..to]
            .iter()
            .map(|(shown, _)| shown.as_str())
            .collect()
    }

    fn width(&self, from: usize, to: usize) -> usize {
        self.0[from..to].iter().map(|(_, width)| width).sum()
    }

    /// The last place that so many columns from `from` on reach.
    fn reach(&self, from: usize, columns: usize) -> usize {
        let mut used = 0;
        self.0[from..]
            .iter()
            .take_while(|(_, width)| {
                used += width;
                used <= columns
            })
            .count()
            + from
    }

    /// The characters to show so that `start..end` is seen: all, or as many as fit around it.
    fn window(&self, start: usize, end: usize) -> (usize, usize) {
        if self.width(0, self.0.len()) <= LINE {
            return (0, self.0.len());
        }
        let marked = self.width(start, end).min(LINE);
        let mut lead = (LINE - marked) / 2;
        let behind = self.width(start, self.0.len()) - marked;
        lead += (LINE - marked - lead).saturating_sub(behind);
        let mut from = start;
        while from > 0 && self.0[from - 1].1 <= lead {
            lead -= self.0[from - 1].1;
            from -= 1;
        }
        let to = self.reach(from, LINE);
        (from, to)
    }
}

fn show(c: char, shown: &mut String) {
    match c {
        '\t' => shown.push_str("    "),
        c if acts(c) => {
            // Writing to a string cannot fail.
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(c));
        }
        c => shown.push(c),
    }
}

/// Whether a terminal does something else with `c` than draw it, or draws nothing for it where
/// a person would not expect that.
pub fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_acts_on_gets_through() {
        assert_eq!(
            inert("a\u{1b}[31mb\u{7}\u{202e}c\u{9b}\r\n\u{feff}é"),
            "a\\u{1b}[31mb\\u{7}\\u{202e}c\\u{9b}\\u{d}\\u{a}\\u{feff}é"
        );
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let excerpt = Excerpt::of("navn = \"Æblet\"", 7, 7);
        assert_eq!(excerpt.line, "navn = \"Æblet\"");
        assert_eq!((excerpt.before, excerpt.width), (7, 7));
    }

    #[test]
    fn columns_are_counted_as_a_terminal_draws_them() {
        let wide = Excerpt::of("日本 = x", 5, 1);
        assert_eq!((wide.before, wide.width), (7, 1));
        let combining = Excerpt::of("e\u{301}e\u{301} = 日", 7, 1);
        assert_eq!((combining.before, combining.width), (5, 2));
        let escaped = Excerpt::of("a\u{200b}b", 1, 1);
        assert_eq!(
            (escaped.line.as_str(), escaped.before, escaped.width),
            ("a\\u{200b}b", 1, 8)
        );
    }

    #[test]
    fn a_long_line_is_cut_around_the_part() {
        let line = format!("{}HER{}", "æ".repeat(200), "ø".repeat(200));
        let excerpt = Excerpt::of(&line, 200, 3);
        assert!(excerpt.line.starts_with("…æ") && excerpt.line.ends_with("ø…"));
        assert_eq!(excerpt.line.width(), LINE + 2);
        let marked: String = excerpt.line.chars().skip(excerpt.before).take(3).collect();
        assert_eq!(marked, "HER");
    }

    #[test]
    fn a_part_at_the_end_of_a_long_line_has_more_before_it() {
        let line = format!("{}END", "x".repeat(200));
        let excerpt = Excerpt::of(&line, 200, 3);
        assert_eq!(excerpt.line, format!("…{}END", "x".repeat(LINE - 3)));
    }

    #[test]
    fn a_part_wider_than_a_line_is_cut_itself() {
        let excerpt = Excerpt::of(&"日".repeat(500), 0, 500);
        assert_eq!(excerpt.line, "日".repeat(LINE / 2) + "…");
        assert_eq!(excerpt.width, LINE);
    }

    #[test]
    fn a_part_outside_the_line_is_moved_to_its_end() {
        let excerpt = Excerpt::of("ab", 9, usize::MAX);
        assert_eq!((excerpt.before, excerpt.width), (2, 1));
        assert_eq!(Excerpt::of("", 0, 0).width, 1);
    }

    #[test]
    fn long_text_is_shortened_for_a_sentence() {
        assert_eq!(shortened("kort"), "kort");
        assert_eq!(shortened(&"å".repeat(100)), "å".repeat(QUOTE - 1) + "…");
    }
}
