//! What is in the way of a plateau, as a list below the staircase.

use super::canvas::Lettering;
use super::color::{Color, MUTED};
use super::sheet::{LABEL, MARGIN, Sheet, count};

/// Something in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// The practice's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it is and how far that is from the gate.
    pub remark: String,
    /// Whether it blocks, or is only undecided.
    pub blocks: bool,
}

/// Sets the list from `top` down and returns where it ends.
pub(super) fn draw_holds(sheet: &Sheet, heading: &str, holds: &[Hold], top: f64) -> f64 {
    if holds.is_empty() {
        return top;
    }
    let whole = sheet.width - 2.0 * MARGIN;
    let title = Lettering::new(LABEL).strong().color(sheet.accent);
    let mut y = sheet.paragraph((MARGIN, top), whole, heading, title) + 4.0;
    let columns = if holds.len() > 2 { 2 } else { 1 };
    let width = (whole - 24.0 * (count(columns) - 1.0)) / count(columns);
    let ids = holds.iter().map(|hold| hold.id.as_str());
    let indent = (id_lettering(sheet.accent).widest(ids) + 10.0).min(width / 2.0);
    let rows = holds.len().div_ceil(columns);
    for row in 0..rows {
        let mut bottom = y;
        for column in 0..columns {
            if let Some(hold) = holds.get(column * rows + row) {
                let x = MARGIN + count(column) * (width + 24.0);
                bottom = bottom.max(draw_hold(sheet, hold, (x, y), [indent, width]));
            }
        }
        y = bottom + 3.0;
    }
    y
}

fn draw_hold(sheet: &Sheet, hold: &Hold, (x, y): (f64, f64), [indent, width]: [f64; 2]) -> f64 {
    let color = if hold.blocks { sheet.accent } else { MUTED };
    let id = id_lettering(color);
    for (index, line) in id.wrap(&hold.id, indent - 4.0).iter().enumerate() {
        sheet
            .area
            .text((x, y + id.size + id.leading() * count(index)), line, id);
    }
    let ids = y + id.leading() * count(id.wrap(&hold.id, indent - 4.0).len());
    let bottom = sheet.paragraph(
        (x + indent, y),
        width - indent,
        &hold.name,
        Lettering::new(LABEL),
    );
    sheet
        .paragraph(
            (x + indent, bottom - 2.0),
            width - indent,
            &hold.remark,
            Lettering::note(),
        )
        .max(ids)
}

fn id_lettering(color: Color) -> Lettering {
    Lettering::new(LABEL).strong().color(color)
}
