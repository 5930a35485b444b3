//! The disciplines' means around a circle that begins at the scale's lowest level.

use std::f64::consts::TAU;

use super::Levels;
use super::canvas::{Anchor, Lettering, Paint, Pen};
use super::color::{Color, FAINT, LINE, MUTED, PAPER};
use super::key::spread;
use super::sheet::{Area, LABEL, MARGIN, NOTE, Sheet, count};

/// The disciplines' means for at most three series.
#[derive(Debug, Clone, PartialEq)]
pub struct Radar {
    /// The scale.
    pub levels: Levels,
    /// The disciplines, at least three.
    pub axes: Vec<Axis>,
    /// What is compared; more than three are not drawn.
    pub series: Vec<Series>,
}

/// A discipline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// Its name.
    pub name: String,
    /// Its means in words.
    pub words: String,
}

/// A unit, wave or role.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What it is called.
    pub name: String,
    /// A mean a discipline, 1 … K, where there is one.
    pub values: Vec<Option<f64>>,
}

/// The most series that can be told apart.
const MOST: usize = 3;
/// The most axes whose labels stand at their ends; more stand in two columns.
const AROUND: usize = 8;
const RADIUS: f64 = 165.0;

/// A label beside its axis.
struct Label {
    lines: Vec<String>,
    words: Vec<String>,
    x: f64,
    anchor: Anchor,
    middle: f64,
    height: f64,
    tip: (f64, f64),
}

impl Radar {
    /// Draws it from `top` down and returns where it ends.
    pub(super) fn draw(&self, sheet: &Sheet, top: f64) -> f64 {
        let top = self.draw_key(sheet, top);
        let centre = sheet.width / 2.0;
        let mut labels = self.labels(sheet, centre);
        let highest = labels
            .iter()
            .map(|label| label.middle - label.height / 2.0)
            .fold(0.0, f64::min);
        let lowest = labels
            .iter()
            .map(|label| label.middle + label.height / 2.0)
            .fold(0.0, f64::max);
        let middle = top - highest.min(-RADIUS) + 6.0;
        let edges = [
            centre - RADIUS,
            middle - RADIUS,
            centre + RADIUS,
            middle + RADIUS,
        ];
        let plot = sheet.plot(edges, -1.0..1.0, -1.0..1.0);
        if let [single] = self.series.as_slice() {
            self.draw_inside(&plot, single);
        }
        self.draw_web(sheet, &plot);
        for (index, series) in self.series.iter().take(MOST).enumerate() {
            self.draw_series(&plot, series, index);
        }
        self.draw_numbers(sheet, &plot);
        for label in &mut labels {
            label.middle += middle;
            label.tip.1 += middle;
            label.draw(sheet);
        }
        middle + lowest.max(RADIUS) + 6.0
    }

    /// Where an axis points, up first, then clockwise.
    fn direction(&self, axis: usize) -> (f64, f64) {
        let angle = TAU * count(axis) / count(self.axes.len().max(1));
        (angle.sin(), -angle.cos())
    }

    /// A value's distance from the centre as a share of the radius.
    fn distance(&self, value: f64) -> f64 {
        (value - 1.0) / (count(self.levels.names.len()) - 1.0)
    }

    fn draw_web(&self, sheet: &Sheet, plot: &Area) {
        for level in 2..=self.levels.names.len() {
            let share = self.distance(count(level));
            let ring: Vec<(f64, f64)> = (0..self.axes.len())
                .map(|axis| self.direction(axis))
                .map(|(x, y)| (x * share, y * share))
                .collect();
            let color = if level == self.levels.names.len() {
                LINE
            } else {
                FAINT
            };
            plot.polygon(&ring, Paint::outline(Pen::new(color, 1.0)));
        }
        for axis in 0..self.axes.len() {
            plot.line(&[(0.0, 0.0), self.direction(axis)], Pen::new(FAINT, 1.0));
        }
        sheet
            .area
            .dot(plot.place((0.0, 0.0)), 1.5, Paint::fill(LINE));
    }

    /// The levels' numbers along the first axis.
    fn draw_numbers(&self, sheet: &Sheet, plot: &Area) {
        let number = Lettering::new(NOTE).color(MUTED).ending();
        let step = RADIUS / (count(self.levels.names.len()) - 1.0);
        let every = if step < 14.0 { 2 } else { 1 };
        for level in (1..=self.levels.names.len()).rev().step_by(every) {
            let (x, y) = plot.place((0.0, -self.distance(count(level))));
            sheet.label(x - 8.0, y + 1.0, &level.to_string(), number);
        }
    }

    /// The area within a single series, below the web.
    fn draw_inside(&self, plot: &Area, series: &Series) {
        let point = |(axis, value): (usize, &Option<f64>)| {
            let (x, y) = self.direction(axis);
            value.map(|value| (x * self.distance(value), y * self.distance(value)))
        };
        let points: Option<Vec<(f64, f64)>> = series.values.iter().enumerate().map(point).collect();
        if let Some(points) = points {
            plot.polygon(&points, Paint::fill(TINT));
        }
    }

    fn draw_series(&self, plot: &Area, series: &Series, index: usize) {
        let color = Color::of_series(index);
        let mut points = Vec::new();
        let mut runs: Vec<Vec<(f64, f64)>> = vec![Vec::new()];
        for (axis, value) in series.values.iter().enumerate() {
            if let Some(value) = value {
                let (x, y) = self.direction(axis);
                let share = self.distance(*value);
                points.push((x * share, y * share));
                if let Some(run) = runs.last_mut() {
                    run.push((x * share, y * share));
                }
            } else {
                runs.push(Vec::new());
            }
        }
        let pen = if index == 0 {
            Pen::new(color, 2.25)
        } else {
            dashed(color, index)
        };
        if points.len() == self.axes.len() {
            plot.polygon(&points, Paint::outline(pen));
        } else {
            for run in runs.iter().filter(|run| run.len() > 1) {
                plot.line(run, pen);
            }
        }
        for point in points {
            plot.dot(point, 4.0, Paint::fill(color).with(Pen::new(PAPER, 1.0)));
        }
    }

    /// Labels relative to the web's centre height.
    fn labels(&self, sheet: &Sheet, centre: f64) -> Vec<Label> {
        let name = name_lettering();
        let note = Lettering::note();
        let columns = self.axes.len() > AROUND;
        let mut labels: Vec<Label> = Vec::new();
        for (index, axis) in self.axes.iter().enumerate() {
            let (x, y) = self.direction(index);
            let tip = (centre + x * RADIUS, y * RADIUS);
            let (anchor, x) = if x.abs() < 1e-6 {
                (Anchor::Middle, centre)
            } else {
                let reach = if columns {
                    RADIUS + 26.0
                } else {
                    x.abs() * RADIUS + 12.0
                };
                let anchor = if x > 0.0 { Anchor::Start } else { Anchor::End };
                (anchor, centre + x.signum() * reach)
            };
            let room = match anchor {
                Anchor::Middle => 240.0,
                Anchor::Start => sheet.width - MARGIN - x,
                Anchor::End => x - MARGIN,
            };
            let lines = name.wrap(&axis.name, room);
            let words = note.wrap(&axis.words, room);
            let height =
                count(lines.len()) * name.leading() + count(words.len()) * note.leading() + 2.0;
            let middle = match anchor {
                Anchor::Middle => tip.1 + y.signum() * (height / 2.0 + 8.0),
                _ => tip.1,
            };
            labels.push(Label {
                lines,
                words,
                x,
                anchor,
                middle,
                height,
                tip,
            });
        }
        for side in [Anchor::Start, Anchor::End] {
            let beside: Vec<usize> = (0..labels.len())
                .filter(|&index| labels[index].anchor == side)
                .collect();
            let wanted: Vec<f64> = beside.iter().map(|&index| labels[index].middle).collect();
            let rooms: Vec<f64> = beside
                .iter()
                .map(|&index| labels[index].height + 3.0)
                .collect();
            let reach = (rooms.iter().sum::<f64>() / 2.0).max(RADIUS + 20.0);
            let places = spread(&wanted, &rooms, -reach, reach);
            for (&index, place) in beside.iter().zip(places) {
                labels[index].middle = place;
            }
        }
        labels
    }

    fn draw_key(&self, sheet: &Sheet, top: f64) -> f64 {
        if self.series.len() < 2 {
            return top;
        }
        let lettering = Lettering::new(LABEL);
        let (mut x, mut y) = (MARGIN, top + 6.0);
        for (index, series) in self.series.iter().take(MOST).enumerate() {
            let color = Color::of_series(index);
            let room = sheet.width - MARGIN;
            if x + 30.0 + lettering.width(&series.name) > room && x > MARGIN {
                (x, y) = (MARGIN, y + 18.0);
            }
            let pen = if index == 0 {
                Pen::new(color, 2.25)
            } else {
                dashed(color, index)
            };
            sheet.area.line(&[(x, y), (x + 24.0, y)], pen);
            sheet.area.dot(
                (x + 12.0, y),
                3.5,
                Paint::fill(color).with(Pen::new(PAPER, 1.0)),
            );
            let own = lettering.color(color).strong();
            let lines = own.wrap(&series.name, room - x - 30.0);
            let extra = own.leading() * (count(lines.len().max(1)) - 1.0);
            sheet.lines(x + 30.0, y + extra / 2.0, &lines, own);
            y += extra;
            x += 30.0 + own.width(&series.name) + 20.0;
        }
        y + 18.0
    }
}

impl Label {
    fn draw(&self, sheet: &Sheet) {
        let name = Lettering {
            anchor: self.anchor,
            ..name_lettering()
        };
        let note = Lettering {
            anchor: self.anchor,
            ..Lettering::note()
        };
        let names = count(self.lines.len()) * name.leading();
        let words = count(self.words.len()) * note.leading();
        let top = self.middle - f64::midpoint(names, words);
        sheet.lines(self.x, top + names / 2.0, &self.lines, name);
        sheet.lines(self.x, top + names + words / 2.0, &self.words, note);
        let beside = match self.anchor {
            Anchor::Middle => return,
            Anchor::Start => self.x - 4.0,
            Anchor::End => self.x + 4.0,
        };
        let far =
            (beside - self.tip.0).abs() > 14.0 || (self.middle - self.tip.1).abs() > self.height;
        if far {
            sheet
                .area
                .line(&[self.tip, (beside, self.middle)], Pen::new(FAINT, 1.0));
        }
    }
}

/// The inside of a single series: the first series' colour, nearly white.
const TINT: Color = Color {
    red: 0xe6,
    green: 0xea,
    blue: 0xf6,
};

fn name_lettering() -> Lettering {
    Lettering::new(LABEL).strong()
}

fn dashed(color: Color, index: usize) -> Pen {
    Pen {
        color,
        width: 2.0,
        dash: Some(if index == 1 { (6.0, 3.0) } else { (2.0, 3.0) }),
    }
}
