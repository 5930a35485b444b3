//! Practices as rows: their labels at the left, grouped under headings.

use super::canvas::{Lettering, Paint};
use super::color::{INK, MUTED, WASH};
use super::sheet::{LABEL, MARGIN, NOTE, Sheet, count};

/// A practice as a row's label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it is worth looking at.
    pub marked: bool,
}

/// Rows under a heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<T> {
    /// What stands above them; nothing if empty.
    pub heading: String,
    /// A figure at the heading's right end, such as the discipline's mean; may be empty.
    pub summary: String,
    /// The rows.
    pub rows: Vec<T>,
}

/// Rows that have a label.
pub(super) trait Labelled {
    fn row(&self) -> &Row;
}

/// Where labels go.
pub(super) struct Labels {
    id: f64,
    /// Where labels end.
    pub right: f64,
}

/// The lowest row.
const ROW: f64 = 19.0;
/// A heading's height.
const HEADING: f64 = 24.0;
/// The widest names get before they wrap.
const NAME: f64 = 215.0;

impl Labels {
    pub fn new<'a>(rows: impl Iterator<Item = &'a Row> + Clone) -> Self {
        let ids = Lettering::new(NOTE).widest(rows.clone().map(|row| row.id.as_str()));
        let names = Lettering::new(LABEL)
            .strong()
            .widest(rows.map(|row| row.name.as_str()));
        let id = (ids.ceil() + 9.0).min(110.0);
        Self {
            id,
            right: MARGIN + id + names.min(NAME).ceil() + 1.0,
        }
    }

    fn name(row: &Row) -> Lettering {
        let name = Lettering::new(LABEL);
        if row.marked { name.strong() } else { name }
    }

    /// How tall a row must be.
    pub fn height(&self, row: &Row) -> f64 {
        let name = Self::name(row);
        let names = name.wrap(&row.name, self.right - MARGIN - self.id).len();
        let id = Lettering::new(NOTE);
        let ids = id.wrap(&row.id, self.id - 8.0).len();
        let text = (count(names) * (name.leading() - 1.0)).max(count(ids) * id.leading());
        ROW.max(text + 5.0)
    }

    /// Sets a row's label centred on `middle`.
    pub fn draw(&self, sheet: &Sheet, row: &Row, middle: f64) {
        let accent = |color| if row.marked { sheet.accent } else { color };
        let id = Lettering::new(NOTE).color(accent(MUTED));
        sheet.lines(MARGIN, middle, &id.wrap(&row.id, self.id - 8.0), id);
        let name = Self::name(row).color(accent(INK));
        let lines = name.wrap(&row.name, self.right - MARGIN - self.id);
        sheet.lines(MARGIN + self.id, middle, &lines, name);
    }
}

/// Sets groups of rows from `top` down: headings here, rows by `draw`, which is given a row,
/// its middle and its height. Returns where they end.
pub(super) fn draw_groups<T: Labelled>(
    sheet: &Sheet,
    groups: &[Group<T>],
    labels: &Labels,
    top: f64,
    mut draw: impl FnMut(&T, f64, f64),
) -> f64 {
    let mut y = top;
    for (index, group) in groups.iter().enumerate() {
        if !group.heading.is_empty() {
            y += if index == 0 { 0.0 } else { 6.0 };
            let (left, right) = (MARGIN - 6.0, sheet.width - MARGIN + 6.0);
            let heading = Lettering::new(LABEL).strong();
            let room = right - left - 24.0 - heading.width(&group.summary);
            let lines = heading.wrap(&group.heading, room);
            let height = HEADING - 4.0 + heading.leading() * (count(lines.len()) - 1.0);
            sheet
                .area
                .rect((left, y), (right, y + height), 2.0, Paint::fill(WASH));
            sheet.lines(MARGIN, y + height / 2.0, &lines, heading);
            let summary = heading.ending();
            sheet.label(right - 6.0, y + height / 2.0, &group.summary, summary);
            y += height + 4.0;
        }
        for row in &group.rows {
            let height = labels.height(row.row());
            labels.draw(sheet, row.row(), y + height / 2.0);
            draw(row, y + height / 2.0, height);
            y += height;
        }
    }
    y
}
