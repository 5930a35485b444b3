//! All practices on the scale: mean as a dot, level as a tick, spread as a thin bar, the gate
//! as a line and the target as a ring.

use super::Levels;
use super::canvas::{Lettering, Paint, Pen};
use super::color::{Color, FAINT, INK, LINE, MUTED, PAPER};
use super::rows::{Group, Labelled, Labels, Row, draw_groups};
use super::sheet::{Area, LABEL, MARGIN, NOTE, Sheet, count};

/// Every practice's place on the scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// The scale.
    pub levels: Levels,
    /// What dot, tick, bar, line and ring stand for, in that order; empty for what there is none of.
    pub key: [String; 5],
    /// What stands above the means.
    pub mean_heading: String,
    /// What stands above the numbers of answers.
    pub n_heading: String,
    /// The practices, by discipline.
    pub groups: Vec<Group<ProfileRow>>,
}

/// A practice's place on the scale.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileRow {
    /// The practice; marked if it is in the way.
    pub row: Row,
    /// The gate's level.
    pub gate: usize,
    /// The level aimed at.
    pub target: Option<usize>,
    /// Where it is.
    pub reading: Reading,
}

/// What is known of a practice.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// Figures.
    Shown {
        /// The points, 1 … K.
        mean: f64,
        /// The points in words.
        mean_words: String,
        /// The level.
        level: Option<usize>,
        /// From where to where most answers lie.
        spread: Option<(f64, f64)>,
        /// How many rated it, in words.
        n: String,
    },
    /// It may not be shown; says so.
    Hidden(String),
    /// There is nothing to show; says why.
    Absent(String),
}

impl Labelled for ProfileRow {
    fn row(&self) -> &Row {
        &self.row
    }
}

/// Room for the two columns of numbers.
const MEAN: f64 = 44.0;
const N: f64 = 40.0;

impl Profile {
    /// Draws it from `top` down and returns where it ends.
    pub(super) fn draw(&self, sheet: &Sheet, top: f64) -> f64 {
        let rows = self.groups.iter().flat_map(|group| &group.rows);
        let labels = Labels::new(rows.map(|row| &row.row));
        let (left, right) = (labels.right + 24.0, sheet.width - MARGIN - MEAN - N - 8.0);
        let top = self.draw_key(sheet, top);
        let scale = 1.0..count(self.levels.names.len());
        let axis = top + 8.0;
        let note = Lettering::note();
        let header = sheet.plot([left, axis, right, axis + 1.0], scale.clone(), 0.0..1.0);
        for level in 1..=self.levels.names.len() {
            let (x, _) = header.place((count(level), 0.0));
            sheet.label(x, axis, &level.to_string(), note.strong().centred());
        }
        sheet.label(
            sheet.width - MARGIN - N,
            axis,
            &self.mean_heading,
            note.ending(),
        );
        sheet.label(sheet.width - MARGIN, axis, &self.n_heading, note.ending());
        let axis_label = note.ending();
        sheet.label(left - 14.0, axis, &self.levels.heading, axis_label);
        draw_groups(
            sheet,
            &self.groups,
            &labels,
            axis + 14.0,
            |row, middle, height| {
                let edges = [left, middle - height / 2.0, right, middle + height / 2.0];
                let plot = sheet.plot(edges, scale.clone(), 0.0..1.0);
                self.draw_row(sheet, &plot, row, middle);
            },
        )
    }

    fn draw_row(&self, sheet: &Sheet, plot: &Area, row: &ProfileRow, middle: f64) {
        let levels = self.levels.names.len();
        for level in 1..=levels {
            plot.line(
                &[(count(level), 0.0), (count(level), 1.0)],
                Pen::new(FAINT, 1.0),
            );
        }
        let gate = count(row.gate);
        plot.line(&[(gate, 0.0), (gate, 1.0)], Pen::new(INK, 1.5));
        let numbers = sheet.width - MARGIN;
        match &row.reading {
            Reading::Shown {
                mean,
                mean_words,
                level,
                spread,
                n,
            } => {
                if let Some((low, high)) = spread {
                    plot.line(&[(*low, 0.5), (*high, 0.5)], Pen::new(LINE, 3.0));
                }
                if let Some(level) = *level {
                    draw_tick(sheet, plot.place((count(level), 0.5)), level, levels);
                }
                if let Some(target) = row.target {
                    let ring = Paint::outline(Pen::new(MUTED, 1.25));
                    plot.dot((count(target), 0.5), 6.5, ring);
                }
                let color = if row.row.marked { sheet.accent } else { INK };
                plot.dot(
                    (*mean, 0.5),
                    4.0,
                    Paint::fill(color).with(Pen::new(PAPER, 1.0)),
                );
                let words = Lettering::new(LABEL).strong().color(color).ending();
                sheet.label(numbers - N, middle, mean_words, words);
                sheet.label(numbers, middle, n, Lettering::note().ending());
            }
            Reading::Hidden(words) => {
                let (a, b) = ((1.0, 0.22), (count(levels), 0.78));
                plot.rect(a, b, 0.0, Paint::fill(PAPER));
                plot.hatch(a, b, Pen::new(FAINT, 1.0));
                sheet.label(numbers, middle, words, Lettering::note().ending());
            }
            Reading::Absent(words) => {
                let pen = Pen::dashed(LINE, 1.0);
                plot.line(&[(1.0, 0.5), (count(levels), 0.5)], pen);
                sheet.label(numbers, middle, words, Lettering::note().ending());
            }
        }
    }

    fn draw_key(&self, sheet: &Sheet, top: f64) -> f64 {
        let note = Lettering::new(NOTE).color(MUTED);
        let (mut x, mut y) = (MARGIN, top + 6.0);
        for (index, words) in self
            .key
            .iter()
            .enumerate()
            .filter(|(_, words)| !words.is_empty())
        {
            let width = 22.0 + note.width(words) + 18.0;
            if x + width > sheet.width - MARGIN && x > MARGIN {
                (x, y) = (MARGIN, y + 17.0);
            }
            let at = (x + 8.0, y);
            match index {
                0 => sheet.area.dot(at, 4.0, Paint::fill(INK)),
                1 => draw_tick(sheet, at, 1, 1),
                2 => sheet
                    .area
                    .line(&[(x, y), (x + 16.0, y)], Pen::new(LINE, 3.0)),
                3 => sheet
                    .area
                    .line(&[(at.0, y - 7.0), (at.0, y + 7.0)], Pen::new(INK, 1.5)),
                _ => sheet
                    .area
                    .dot(at, 6.5, Paint::outline(Pen::new(MUTED, 1.25))),
            }
            sheet.label(x + 22.0, y, words, note);
            x += width;
        }
        y + 20.0
    }
}

/// The level as a small upright tick in its colour.
fn draw_tick(sheet: &Sheet, (x, y): (f64, f64), level: usize, levels: usize) {
    let color = if levels == 1 {
        Color::of_level(3, 5)
    } else {
        Color::of_level(level, levels)
    };
    let paint = Paint::fill(color).with(Pen::new(INK, 0.75));
    sheet
        .area
        .rect((x - 2.5, y - 7.0), (x + 2.5, y + 7.0), 1.0, paint);
}
