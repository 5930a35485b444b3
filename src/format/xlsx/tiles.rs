//! The key figures, as tiles: a label, a number, a remark.

use super::page::{Outcome, Page};
use super::subject::Subject;

/// The columns that each of a row's tiles takes.
const PLACES: [(u16, u16); 4] = [(0, 1), (2, 3), (4, 5), (6, 7)];
/// The heights of a label, a number and a remark, in points.
const LARGE: [f64; 3] = [20.0, 32.0, 18.0];
const SMALL: [f64; 3] = [18.0, 22.0, 8.0];

struct Tile {
    label: &'static str,
    number: Option<f64>,
    format: &'static str,
    remark: String,
}

/// Writes the tiles from a row on; the row after them.
pub fn write(
    page: &mut Page,
    subject: &Subject,
    row: u32,
) -> Result<u32, rust_xlsxwriter::XlsxError> {
    tiles(page, row, &foremost(page, subject), LARGE, 22)?;
    tiles(page, row + 3, &further(page, subject), SMALL, 13)?;
    Ok(row + 6)
}

fn tiles(page: &mut Page, row: u32, tiles: &[Tile; 4], heights: [f64; 3], size: u32) -> Outcome {
    for (row, height) in (row..).zip(heights) {
        page.sheet.set_row_height(row, height)?;
    }
    for (place, tile) in PLACES.into_iter().zip(tiles) {
        let [label, number, remark] = page.look.tile(tile.format, size);
        page.wide(row, place, tile.label, &label)?;
        match tile.number {
            Some(value) => page.wide_number(row + 1, place, value, &number)?,
            None => page.wide(row + 1, place, "–", &number)?,
        }
        page.wide(row + 2, place, &tile.remark, &remark)?;
    }
    Ok(())
}

/// What is read first.
fn foremost(page: &Page, subject: &Subject) -> [Tile; 4] {
    let (words, unit) = (page.words, subject.unit);
    let of = |all: &dyn std::fmt::Display| format!("{} {all}", words.get("xlsx.of"));
    let next = subject.next().map_or(String::new(), |next| {
        let name = subject.plateau(next.id);
        format!(" · {}: {} {name}", words.get("xlsx.figure.next"), next.id)
    });
    let is_settled = unit.respondents == 0 && unit.practices.iter().any(|p| p.settled.is_some());
    let answered = match (is_settled, unit.invited) {
        (true, _) => words.get("xlsx.figure.settled_only").to_owned(),
        (false, Some(invited)) => {
            format!("{} {}", of(&invited), words.get("xlsx.figure.of_invited"))
        }
        (false, None) => String::new(),
    };
    [
        Tile {
            label: words.get("column.plateau_reached"),
            number: Some(count(unit.plateau_reached)),
            format: "0",
            remark: format!("{}{next}", of(&unit.plateaus.len())),
        },
        Tile {
            label: words.get("column.points"),
            number: unit.points,
            format: "0.0",
            remark: of(&unit.points_max),
        },
        Tile {
            label: words.get("xlsx.figure.respondents"),
            number: (!is_settled).then(|| count(unit.respondents)),
            format: "0",
            remark: answered,
        },
        Tile {
            label: words.get("xlsx.figure.scored"),
            number: Some(count(unit.practices_scored)),
            format: "0",
            remark: of(&unit.practices.len()),
        },
    ]
}

/// What is read next.
fn further(page: &Page, subject: &Subject) -> [Tile; 4] {
    let (words, unit) = (page.words, subject.unit);
    let tile = |label, number, format| Tile {
        label,
        number,
        format,
        remark: String::new(),
    };
    [
        tile(
            words.get("xlsx.figure.rescaled"),
            unit.rescaled,
            page.look.percent(),
        ),
        tile(
            words.get("xlsx.figure.adjusted"),
            Some(count(unit.points_max_adjusted)),
            "0",
        ),
        tile(words.get("xlsx.column.mean"), unit.mean, "0.0"),
        tile(
            words.get("xlsx.figure.hidden_practices"),
            Some(count(unit.hidden_practices)),
            "0",
        ),
    ]
}

/// Counts are far below 2⁵³, up to which a cell's number is exact.
#[allow(clippy::cast_precision_loss)]
fn count(count: impl TryInto<u64>) -> f64 {
    count.try_into().unwrap_or(u64::MAX) as f64
}
