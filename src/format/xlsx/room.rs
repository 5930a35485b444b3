//! How much room a text takes; merged cells do not grow by themselves.

use unicode_width::UnicodeWidthStr;

/// A line of body text, in points.
const LINE_HEIGHT: f64 = 15.0;
/// The greatest height that a row may have, in points.
pub const TALLEST: f64 = 409.0;
/// How many more characters of running text than digits, by which Excel measures, fit.
const RUNNING: f64 = 1.3;
/// The height of a row of so many lines, in points.
pub fn height(lines: usize) -> f64 {
    #[allow(clippy::cast_precision_loss)] // a row of text has few lines
    let lines = lines as f64;
    (lines * LINE_HEIGHT + 3.0).min(TALLEST)
}

/// How many lines a text takes in a cell so many characters wide.
pub fn lines(text: &str, width: f64) -> usize {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // some tens
    let width = ((width * RUNNING) as usize).max(1);
    text.split('\n').map(|line| wrapped(line, width)).sum()
}

fn wrapped(line: &str, width: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in line.split(' ') {
        let word = word.width();
        let room = if used == 0 { word } else { used + 1 + word };
        if room <= width {
            used = room;
            continue;
        }
        lines += usize::from(used > 0) + word.saturating_sub(1) / width;
        used = word - word.saturating_sub(1) / width * width;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_the_lines_that_its_words_need() {
        assert_eq!(lines("en to tre", 20.0), 1);
        assert_eq!(lines("en to tre", 5.0), 2);
        assert_eq!(lines("kundevendt", 5.0), 2);
        assert_eq!(lines("a\nb", 5.0), 2);
        assert_eq!(lines("ja kundevendt nej", 5.0), 4);
    }
}
