//! Two readings of each practice and the distance between them.

use super::Levels;
use super::canvas::{Lettering, Paint, Pen};
use super::color::{Color, FAINT, INK, LINE, MUTED, PAPER};
use super::rows::{Group, Labelled, Labels, Row, draw_groups};
use super::sheet::{LABEL, MARGIN, NOTE, Sheet, count};

/// Two readings of each practice: two roles, two waves, or the answers and what was settled.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// The scale.
    pub levels: Levels,
    /// What the two readings are called: the first is drawn as a ring, the second as a dot.
    pub series: [String; 2],
    /// What stands above the distances.
    pub heading: String,
    /// The practices, largest distance first.
    pub rows: Vec<Dumbbell>,
}

/// A practice's two readings.
#[derive(Debug, Clone, PartialEq)]
pub struct Dumbbell {
    /// The practice; marked if the distance is worth looking at.
    pub row: Row,
    /// The two readings, 1 … K.
    pub values: [f64; 2],
    /// The readings in words.
    pub words: [String; 2],
    /// The distance in words, with its sign.
    pub difference: String,
}

const COLUMN: f64 = 36.0;

impl Gap {
    /// Draws it from `top` down and returns where it ends.
    pub(super) fn draw(&self, sheet: &Sheet, top: f64) -> f64 {
        let labels = Labels::new(self.rows.iter().map(|row| &row.row));
        let note = Lettering::note();
        let end = sheet.width - MARGIN;
        let last = note.width(&self.heading).clamp(COLUMN, 90.0);
        let columns = [end - last - 10.0 - COLUMN, end - last - 10.0, end];
        let (left, right) = (labels.right + 20.0, columns[0] - COLUMN - 4.0);
        let mut axis = self.draw_key(sheet, top) + 8.0;
        let levels = self.levels.names.len();
        let scale = 1.0..count(levels);
        let header = sheet.plot([left, axis, right, axis + 1.0], scale.clone(), 0.0..1.0);
        for level in 1..=levels {
            let (x, _) = header.place((count(level), 0.0));
            sheet.label(x, axis, &level.to_string(), note.strong().centred());
        }
        sheet.label(left - 14.0, axis, &self.levels.heading, note.ending());
        for (index, x) in columns.iter().take(2).enumerate() {
            draw_end(sheet, (x - 8.0, axis), index, MUTED);
        }
        let lines = note.wrap(&self.heading, last);
        axis += note.leading() * (count(lines.len()) - 1.0).max(0.0);
        sheet.lines(
            end,
            axis - note.leading() * (count(lines.len()) - 1.0) / 2.0,
            &lines,
            note.ending(),
        );
        let groups = [Group {
            heading: String::new(),
            summary: String::new(),
            rows: self.rows.iter().collect(),
        }];
        draw_groups(
            sheet,
            &groups,
            &labels,
            axis + 12.0,
            |bell, middle, height| {
                let edges = [left, middle - height / 2.0, right, middle + height / 2.0];
                let plot = sheet.plot(edges, scale.clone(), 0.0..1.0);
                for level in 1..=levels {
                    plot.line(
                        &[(count(level), 0.0), (count(level), 1.0)],
                        Pen::new(FAINT, 1.0),
                    );
                }
                let color = if bell.row.marked { sheet.accent } else { INK };
                let bar = if bell.row.marked { sheet.accent } else { LINE };
                plot.line(
                    &[(bell.values[0], 0.5), (bell.values[1], 0.5)],
                    Pen::new(bar, 2.0),
                );
                for (index, value) in bell.values.iter().enumerate() {
                    draw_end(sheet, plot.place((*value, 0.5)), index, color);
                    sheet.label(columns[index], middle, &bell.words[index], note.ending());
                }
                let difference = Lettering::new(LABEL).strong().color(color).ending();
                sheet.label(end, middle, &bell.difference, difference);
            },
        )
    }

    fn draw_key(&self, sheet: &Sheet, top: f64) -> f64 {
        let lettering = Lettering::new(NOTE).color(MUTED);
        let (mut x, mut y) = (MARGIN, top + 6.0);
        for (index, words) in self.series.iter().enumerate() {
            let room = sheet.width - MARGIN;
            if x + 16.0 + lettering.width(words) > room && x > MARGIN {
                (x, y) = (MARGIN, y + 17.0);
            }
            draw_end(sheet, (x + 5.0, y), index, INK);
            let lines = lettering.wrap(words, room - x - 16.0);
            let extra = lettering.leading() * (count(lines.len().max(1)) - 1.0);
            sheet.lines(x + 16.0, y + extra / 2.0, &lines, lettering);
            y += extra;
            x += 16.0 + lettering.width(words) + 20.0;
        }
        y + 18.0
    }
}

/// The first reading is a ring, the second a dot.
fn draw_end(sheet: &Sheet, at: (f64, f64), index: usize, color: Color) {
    let paint = if index == 0 {
        Paint::fill(PAPER).with(Pen::new(color, 1.75))
    } else {
        Paint::fill(color).with(Pen::new(PAPER, 0.75))
    };
    sheet
        .area
        .dot(at, if index == 0 { 3.75 } else { 4.75 }, paint);
}

impl Labelled for &Dumbbell {
    fn row(&self) -> &Row {
        &self.row
    }
}
