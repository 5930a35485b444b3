//! How a table is set: how large its type, how wide its columns, and whether it needs a
//! landscape page.

use super::document::page;
use super::typeface::Typeface;
use crate::view::{Align, Line, Table, Tone};

/// How a table is set. All lengths are in points.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Setting {
    /// The size of the type.
    pub(super) size: f64,
    /// The width of each column, insets included.
    pub(super) widths: Vec<f64>,
    /// Which columns are too narrow for their longest word, so that it must be hyphenated.
    pub(super) hyphenate: Vec<bool>,
    /// What stands free at each side of a cell.
    pub(super) inset: f64,
    /// Whether it stands on a landscape page.
    pub(super) landscape: bool,
}

/// The sizes of type to try, in points, and whether on a landscape page; best first.
const TRIES: [(f64, bool); 6] = [
    (9.0, false),
    (8.0, false),
    (7.2, false),
    (8.0, true),
    (7.2, true),
    (6.5, true),
];

/// From so many columns on, columns stand closer.
const MANY: usize = 9;

/// A column of words shows its longest text in so many lines or fewer …
const FEW_LINES: f64 = 3.0;

/// … unless that took more than this (in em).
const READABLE: f64 = 20.0;

/// Words up to this wide (in em) are not hyphenated: in columns of words, of numbers, and
/// where there are many columns.
const WHOLE_WORD: (f64, f64, f64) = (9.0, 5.6, 3.6);

/// What a column needs, in em.
struct Need {
    /// The widest word.
    word: f64,
    /// Below this, words would be cut or lines get too short to read.
    least: f64,
    /// With this, nothing wraps.
    natural: f64,
}

/// Sets a table with as large a type as its columns allow.
pub(super) fn set(table: &Table, typeface: &Typeface) -> Setting {
    let many = table.columns.len() >= MANY;
    let inset = if many { 0.35 } else { 0.55 };
    let mut needs: Vec<Need> = (0..table.columns.len())
        .map(|column| need(table, column, many, typeface))
        .collect();
    let least = total(&needs, inset);
    let [.., last] = TRIES;
    let (size, landscape) = TRIES
        .into_iter()
        .find(|(size, landscape)| least * size <= page::text_width(*landscape))
        .unwrap_or(last);
    let room = page::text_width(landscape) / size;
    if many {
        // Half of what is left over stays with the words.
        even_out(table, &mut needs, (room - least) / 2.0);
    }
    let widths = spread(table, &needs, inset, room);
    Setting {
        size,
        hyphenate: widths
            .iter()
            .zip(&needs)
            .map(|(width, need)| need.word > width - 2.0 * inset)
            .collect(),
        widths: widths.into_iter().map(|width| width * size).collect(),
        inset: inset * size,
        landscape,
    }
}

fn total(needs: &[Need], inset: f64) -> f64 {
    needs.iter().map(|need| need.least + 2.0 * inset).sum()
}

/// Makes many columns of numbers equally wide, as far as there is room.
fn even_out(table: &Table, needs: &mut [Need], mut room: f64) {
    let numbers = |table: &Table, i: usize| table.columns[i].align == Align::Right;
    let widest = (0..needs.len())
        .filter(|i| numbers(table, *i))
        .map(|i| needs[i].least)
        .fold(0.0, f64::max);
    let wish: f64 = (0..needs.len())
        .filter(|i| numbers(table, *i))
        .map(|i| widest - needs[i].least)
        .sum();
    room = room.max(0.0).min(wish);
    for (i, need) in needs.iter_mut().enumerate() {
        if numbers(table, i) && wish > 0.0 {
            need.least += (widest - need.least) * room / wish;
            need.natural = need.natural.max(need.least).min(widest);
        }
    }
}

/// How many lines a row's tallest cell will take.
pub(super) fn lines(row: &[Line], setting: &Setting, typeface: &Typeface) -> usize {
    row.iter()
        .zip(&setting.widths)
        .map(|(line, width)| {
            let room = (width - 2.0 * setting.inset).max(setting.size);
            // Whole lines only: what the ratio cuts off is the last line.
            1 + (line_width(line, typeface) * setting.size / room) as usize
        })
        .max()
        .unwrap_or(1)
}

fn need(table: &Table, column: usize, many: bool, typeface: &Typeface) -> Need {
    let head = &table.columns[column];
    let cells = || table.rows.iter().filter_map(|row| row.get(column));
    let widest = cells()
        .map(|line| line_width(line, typeface))
        .fold(0.0, f64::max);
    let floor = match (many, head.align) {
        (false, Align::Left) => WHOLE_WORD.0,
        (false, Align::Right) => WHOLE_WORD.1,
        (true, _) => WHOLE_WORD.2,
    };
    let heading = widest_part(&head.heading, floor, typeface);
    let word = cells()
        .flatten()
        .map(|span| widest_word(&span.text, typeface))
        .fold(widest_word(&head.heading, typeface), f64::max);
    match head.align {
        Align::Right => Need {
            word,
            least: widest.max(heading),
            natural: widest.max(typeface.width(&head.heading, true).min(2.0 * floor)),
        },
        Align::Left => {
            let words = cells()
                .flatten()
                .map(|span| widest_part(&span.text, floor, typeface))
                .fold(heading, f64::max);
            Need {
                word,
                least: words.max((widest / FEW_LINES).min(READABLE)),
                natural: widest.max(typeface.width(&head.heading, true)),
            }
        }
    }
}

fn widest_word(text: &str, typeface: &Typeface) -> f64 {
    text.split_whitespace()
        .map(|word| typeface.width(word, true))
        .fold(0.0, f64::max)
}

/// The widest piece of a text that cannot be broken; words narrower than `floor` are not
/// broken at all.
fn widest_part(text: &str, floor: f64, typeface: &Typeface) -> f64 {
    let hyphen = typeface.width("-", true);
    text.split_whitespace()
        .map(|word| {
            let parts = typeface.parts(word);
            let part = parts
                .iter()
                .map(|part| typeface.width(part, true) + hyphen)
                .fold(0.0, f64::max);
            typeface.width(word, true).min(part.max(floor))
        })
        .fold(0.0, f64::max)
}

/// Shares out the room: what each column needs at least, then what it would like, then what
/// is left, so that a table fills the width unless it is much narrower.
fn spread(table: &Table, needs: &[Need], inset: f64, room: f64) -> Vec<f64> {
    let least = total(needs, inset);
    if least > room {
        let share = room / least;
        return needs
            .iter()
            .map(|need| (need.least + 2.0 * inset) * share)
            .collect();
    }
    let wish: f64 = needs.iter().map(|need| need.natural - need.least).sum();
    let share = if wish > 0.0 {
        ((room - least) / wish).min(1.0)
    } else {
        0.0
    };
    let mut widths: Vec<f64> = needs
        .iter()
        .map(|need| need.least + share * (need.natural - need.least) + 2.0 * inset)
        .collect();
    let left = room - widths.iter().sum::<f64>();
    let count = widths.len() as f64;
    if left > 0.45 * room {
        // Far apart, cells of a row would no longer be read as one.
        widths.iter_mut().for_each(|width| *width += 1.0);
        return widths;
    }
    let each = (left / count).min(2.0);
    widths.iter_mut().for_each(|width| *width += each);
    let words = table
        .columns
        .iter()
        .position(|column| column.align == Align::Left)
        .unwrap_or(0);
    if let Some(width) = widths.get_mut(words) {
        *width += left - each * count;
    }
    widths
}

fn line_width(line: &Line, typeface: &Typeface) -> f64 {
    line.iter()
        .map(|span| {
            let semibold = matches!(span.tone, Tone::Strong | Tone::Accent);
            typeface.width(&span.text, semibold)
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Column, Span};

    fn numbers(columns: usize, cell: &str) -> Table {
        let column = |heading: &str, align| Column {
            heading: heading.into(),
            align,
        };
        let mut heads = vec![column("Praksis", Align::Left)];
        heads.extend((1..columns).map(|_| column("Snit", Align::Right)));
        let mut row = vec![vec![Span::plain("Kapacitetsstyring på tværs af enheder")]];
        row.extend((1..columns).map(|_| vec![Span::plain(cell)]));
        Table {
            caption: String::new(),
            columns: heads,
            rows: vec![row],
        }
    }

    #[test]
    fn more_columns_get_smaller_type_and_then_a_landscape_page() {
        let typeface = Typeface::new("da");
        let few = set(&numbers(4, "2,8"), &typeface);
        let more = set(&numbers(20, "2,8"), &typeface);
        let most = set(&numbers(20, "2,8 (±0,95)"), &typeface);
        assert!(!few.landscape && few.size >= more.size && more.size >= most.size);
        assert!(most.landscape);
    }

    #[test]
    fn no_table_is_wider_than_its_page() {
        let typeface = Typeface::new("da");
        for columns in [1, 2, 5, 13, 21, 60] {
            let setting = set(&numbers(columns, "12.345,6"), &typeface);
            let width: f64 = setting.widths.iter().sum();
            assert!(
                width <= page::text_width(setting.landscape) + 0.01,
                "{columns} columns"
            );
        }
    }

    #[test]
    fn a_number_is_never_wrapped() {
        let typeface = Typeface::new("da");
        let setting = set(&numbers(13, "12.345,6"), &typeface);
        let number = typeface.width("12.345,6", false) * setting.size;
        for width in &setting.widths[1..] {
            assert!(width - 2.0 * setting.inset >= number - 0.01);
        }
    }
}
