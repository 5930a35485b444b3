//! The room that pieces take up on a page, from above: setting a card only to learn whether it
//! fits on a page took a third of a report's time.

use super::{Grid, Piece, Words, needs_landscape, page};

/// A line of running text, in points.
const LINE: f64 = 17.0;
/// A letter of running text: wider than nearly all.
const LETTER: f64 = 6.5;
/// What stands free around a piece, a table's head and caption included.
const AROUND: f64 = 70.0;
/// A line in a table, and what stands free around a row, both in em.
const ROW: (f64, f64) = (1.4, 0.9);

/// Whether pieces surely fit on one portrait page below a heading.
pub(super) fn is_short(pieces: &[Piece]) -> bool {
    let height: Option<f64> = pieces.iter().map(height).sum();
    height.is_some_and(|height| height + AROUND < page::LONG - page::TOP - page::BOTTOM)
}

/// More than a piece takes up; none where that is not known.
fn height(piece: &Piece) -> Option<f64> {
    match piece {
        Piece::Paragraph { line } => Some(text(letters(line)?)),
        Piece::List { lines } => lines.iter().map(|line| Some(text(letters(line)?))).sum(),
        Piece::Note { text: words } | Piece::Command { text: words } => Some(text(count(words)?)),
        Piece::Table(grid) if !needs_landscape(piece) => table(grid),
        Piece::Table(_) | Piece::Figure(_) | Piece::Card(_) => None,
    }
}

fn letters(line: &[Words]) -> Option<usize> {
    line.iter().map(|words| count(&words.text)).sum()
}

/// The letters of a text; none where it has lines of its own.
fn count(text: &str) -> Option<usize> {
    (!text.contains('\n')).then(|| text.chars().count())
}

/// Running text of so many letters, broken early, and a line around it.
fn text(letters: usize) -> f64 {
    let across = page::text_width(false) * 0.8;
    LINE * (2.0 + letters as f64 * LETTER / across)
}

/// A table whose every row takes a line more than its letters need.
fn table(grid: &Grid) -> Option<f64> {
    let mut cells = grid.rows.iter().flat_map(|row| &row.cells);
    cells.try_for_each(|cell| letters(cell).map(|_| ()))?;
    let lines = |lines: usize| (lines + 1) as f64 * ROW.0 + ROW.1;
    let rows: f64 = grid.rows.iter().map(|row| lines(row.lines)).sum();
    Some(AROUND + grid.size * rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(text: &str) -> Piece {
        Piece::Paragraph {
            line: vec![Words {
                text: text.to_owned(),
                tone: "plain",
            }],
        }
    }

    #[test]
    fn only_what_surely_fits_is_short() {
        let words = "Hver praksis har et kendetegn. ";
        assert!(is_short(&[paragraph(words), paragraph(&words.repeat(10))]));
        assert!(!is_short(&[paragraph(&words.repeat(100))]));
    }

    #[test]
    fn a_text_with_lines_of_its_own_is_not_judged_by_its_letters() {
        assert!(!is_short(&[paragraph(&"a\n".repeat(60))]));
    }
}
