//! How the answers to each practice fall on the levels: bars of the same length, a notch
//! where the gate is, and the middle that the notch must not pass.

use super::Levels;
use super::canvas::{Lettering, Paint, Pen};
use super::color::{Color, INK, LINE, PAPER};
use super::key::{draw_key, draw_nothing};
use super::rows::{Group, Labelled, Labels, Row, draw_groups};
use super::sheet::{Area, MARGIN, NOTE, Sheet};

/// Every practice's answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Distribution {
    /// The scale.
    pub levels: Levels,
    /// What stands above don't-knows and numbers of answers, in that order.
    pub headings: [String; 2],
    /// What the line at half of the answers is called.
    pub half: String,
    /// What the notch is called.
    pub notch: String,
    /// What hatched bars are; empty if there are none.
    pub hidden: String,
    /// What dashed bars are; empty if there are none.
    pub absent: String,
    /// The practices.
    pub groups: Vec<Group<Split>>,
}

/// A practice's answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// The practice; marked if it is in the way or disputed.
    pub row: Row,
    /// The gate's level.
    pub gate: usize,
    /// The answers, or words that say why there are none.
    pub shares: Result<Share, (bool, String)>,
}

/// How answers fall on the levels.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// Answers at each level, lowest first; not all zero.
    pub counts: Vec<u64>,
    /// Don't-knows, in words.
    pub dont_know: String,
    /// How many rated it, in words.
    pub n: String,
}

impl Labelled for Split {
    fn row(&self) -> &Row {
        &self.row
    }
}

/// Room for the two columns of numbers.
const COLUMN: f64 = 52.0;

impl Distribution {
    /// Draws it from `top` down and returns where it ends.
    pub(super) fn draw(&self, sheet: &Sheet, top: f64) -> f64 {
        let labels = Labels::new(
            self.groups
                .iter()
                .flat_map(|group| &group.rows)
                .map(|row| &row.row),
        );
        let (left, right) = (
            labels.right + 14.0,
            sheet.width - MARGIN - 2.0 * COLUMN + 8.0,
        );
        let axis = draw_key(sheet, &self.levels, [&self.hidden, &self.absent], top) + 14.0;
        let note = Lettering::note();
        let mark = [(left + 1.5, axis - 7.0), (left + 1.5, axis + 7.0)];
        sheet.area.line(&mark, Pen::new(INK, 2.5));
        sheet.label(left + 8.0, axis, &self.notch, note);
        let (half, after) = (
            f64::midpoint(left, right),
            left + note.width(&self.notch) + 24.0,
        );
        let words = note.width(&self.half) / 2.0;
        if half - words > after && half + words < right {
            sheet.label(half, axis, &self.half, note.centred());
        } else {
            sheet.label(right, axis, &self.half, note.ending());
        }
        sheet.label(
            sheet.width - MARGIN - COLUMN,
            axis,
            &self.headings[0],
            note.ending(),
        );
        sheet.label(sheet.width - MARGIN, axis, &self.headings[1], note.ending());
        let bottom = draw_groups(
            sheet,
            &self.groups,
            &labels,
            axis + 12.0,
            |split, middle, height| {
                let plot = sheet.plot(
                    [left, middle - 7.5, right, middle + 7.5],
                    0.0..1.0,
                    0.0..1.0,
                );
                self.draw_bar(sheet, &plot, split, middle);
                let tall = sheet.plot(
                    [left, middle - height / 2.0, right, middle + height / 2.0],
                    0.0..1.0,
                    0.0..1.0,
                );
                tall.line(&[(0.5, 0.0), (0.5, 1.0)], Pen::dashed(INK, 0.75));
            },
        );
        bottom + 2.0
    }

    fn draw_bar(&self, sheet: &Sheet, plot: &Area, split: &Split, middle: f64) {
        let numbers = sheet.width - MARGIN;
        let share = match &split.shares {
            Ok(share) => share,
            Err((hidden, words)) => {
                draw_nothing(
                    sheet,
                    plot.place((0.0, 0.0)),
                    plot.place((1.0, 1.0)),
                    *hidden,
                );
                return sheet.label(numbers, middle, words, Lettering::note().ending());
            }
        };
        let levels = self.levels.names.len();
        let n: u64 = share.counts.iter().sum();
        let at = |answers: u64| part(answers, n);
        let mut sum = 0;
        let mut gate = 0.0;
        for (index, &answers) in share.counts.iter().enumerate() {
            if index + 1 == split.gate {
                gate = at(sum);
            }
            if answers == 0 {
                continue;
            }
            let color = Color::of_level(index + 1, levels);
            let (from, to) = (at(sum), at(sum + answers));
            plot.rect(
                (from, 0.0),
                (to, 1.0),
                0.0,
                Paint::fill(color).with(Pen::new(PAPER, 0.75)),
            );
            let number = Lettering::new(NOTE).color(color.ink()).centred();
            let half = plot.place((0.5, 0.0)).0;
            let words = answers.to_string();
            let (a, b) = (plot.place((from, 0.0)).0, plot.place((to, 0.0)).0);
            let (a, b) = clear_of(half, number.width(&words), (a, b));
            if number.width(&words) + 5.0 < b - a {
                sheet.label(f64::midpoint(a, b), middle, &words, number);
            }
            sum += answers;
        }
        let outline = Paint::outline(Pen::new(LINE, 0.75));
        plot.rect((0.0, 0.0), (1.0, 1.0), 0.0, outline);
        let (x, _) = plot.place((gate, 0.0));
        sheet.area.line(
            &[(x, middle - 9.5), (x, middle + 9.5)],
            Pen::new(PAPER, 4.5),
        );
        sheet
            .area
            .line(&[(x, middle - 9.5), (x, middle + 9.5)], Pen::new(INK, 2.5));
        let label = Lettering::note().ending();
        sheet.label(numbers - COLUMN, middle, &share.dont_know, label);
        sheet.label(numbers, middle, &share.n, label.strong().color(INK));
    }
}

/// The part of a segment in which a text does not touch the line at `half`.
fn clear_of(half: f64, text: f64, (a, b): (f64, f64)) -> (f64, f64) {
    let middle = f64::midpoint(a, b);
    if (middle - half).abs() > text / 2.0 + 2.0 {
        (a, b)
    } else if half - a > b - half {
        (a, half)
    } else {
        (half, b)
    }
}

fn part(answers: u64, n: u64) -> f64 {
    let number = |count: u64| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(answers) / number(n.max(1))
}
