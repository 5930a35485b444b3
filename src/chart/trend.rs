//! Means over waves: a line a plateau or discipline, named at its end.

use super::Levels;
use super::canvas::{Lettering, Paint, Pen};
use super::color::{Color, FAINT, LINE, MUTED, PAPER};
use super::key::spread;
use super::sheet::{Area, LABEL, MARGIN, Sheet, count};

/// Means over waves.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// The scale.
    pub levels: Levels,
    /// The waves' names and how many answered, in words; at least two.
    pub waves: Vec<(String, String)>,
    /// Waves (from 0) before which figures cannot be compared with those after, and why.
    pub breaks: Vec<(usize, String)>,
    /// The plateaus, the disciplines.
    pub panels: Vec<Panel>,
}

/// Lines that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// What they are.
    pub heading: String,
    /// The lines.
    pub courses: Vec<Course>,
}

/// A plateau or discipline over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// What it is called.
    pub name: String,
    /// Its last mean and the change, in words.
    pub words: String,
    /// A mean a wave, 1 … K, where there is one.
    pub values: Vec<Option<f64>>,
}

/// A level's height in a panel, and the least a panel gets.
const LEVEL: f64 = 34.0;
const LOWEST: f64 = 120.0;
/// Room for names at the lines' ends.
const NAMES: f64 = 215.0;
/// The most room between a panel's edge and its first and last wave.
const EDGE: f64 = 44.0;
const SCALE: f64 = 16.0;

impl Trend {
    /// Draws it from `top` down and returns where it ends.
    pub(super) fn draw(&self, sheet: &Sheet, top: f64) -> f64 {
        let mut y = top;
        for panel in &self.panels {
            y = self.draw_panel(sheet, panel, y) + 18.0;
        }
        y - 8.0
    }

    fn draw_panel(&self, sheet: &Sheet, panel: &Panel, top: f64) -> f64 {
        let heading = Lettering::new(LABEL).strong();
        let whole = sheet.width - 2.0 * MARGIN;
        let (left, right) = (MARGIN + SCALE, sheet.width - MARGIN - NAMES);
        let mut top = sheet.paragraph((MARGIN, top - 4.0), whole, &panel.heading, heading) + 10.0;
        if !self.breaks.is_empty() {
            top += 14.0;
        }
        let levels = self.levels.names.len();
        let names: Vec<Vec<String>> = panel.courses.iter().map(name_lines).collect();
        let name = Lettering::new(LABEL);
        let rooms: Vec<f64> = names
            .iter()
            .map(|lines| count(lines.len()) * name.leading() + 1.0)
            .collect();
        let tall = (count(levels - 1) * LEVEL)
            .max(LOWEST)
            .max(rooms.iter().sum::<f64>());
        let bottom = top + tall;
        let last = count(self.waves.len().saturating_sub(1)).max(1.0);
        let pad = ((right - left) / (last + 1.0) / 2.0).min(EDGE);
        let slot = ((right - left - 2.0 * pad) / last).min(2.0 * pad + MARGIN);
        let edges = [left + pad, top, right - pad, bottom];
        let plot = sheet.plot(edges, 0.0..last, count(levels)..1.0);
        self.draw_scale(sheet, &plot, [left, right]);
        self.draw_breaks(sheet, &plot, [top, bottom], [left, right]);
        let mut ends = Vec::new();
        for (index, course) in panel.courses.iter().enumerate() {
            ends.push(self.draw_course(&plot, course, index));
        }
        let wanted: Vec<f64> = ends
            .iter()
            .map(|end| end.map_or(bottom, |(_, y)| y))
            .collect();
        let places = spread(&wanted, &rooms, top - 6.0, bottom + 6.0);
        for (index, lines) in names.iter().enumerate() {
            let color = ends[index].map_or(MUTED, |_| Color::of_series(index));
            sheet.lines(
                right + 12.0,
                places[index],
                lines,
                name.color(color).strong(),
            );
            if let Some((x, y)) = ends[index] {
                let leader = [
                    (x + 6.0, y),
                    (right, places[index]),
                    (right + 8.0, places[index]),
                ];
                sheet.area.line(
                    &leader,
                    Pen {
                        dash: Some((1.0, 2.0)),
                        ..Pen::new(color, 1.0)
                    },
                );
            }
        }
        self.draw_waves(sheet, &plot, slot, bottom + 8.0)
    }

    fn draw_scale(&self, sheet: &Sheet, plot: &Area, [left, right]: [f64; 2]) {
        for level in 1..=self.levels.names.len() {
            let (_, y) = plot.place((0.0, count(level)));
            let pen = Pen::new(if level == 1 { LINE } else { FAINT }, 1.0);
            sheet.area.line(&[(left, y), (right, y)], pen);
            let number = Lettering::note().strong().ending();
            sheet.label(left - 6.0, y, &level.to_string(), number);
        }
    }

    fn draw_breaks(
        &self,
        sheet: &Sheet,
        plot: &Area,
        [top, bottom]: [f64; 2],
        [left, right]: [f64; 2],
    ) {
        let note = Lettering::note();
        let mut free = left;
        for (wave, words) in &self.breaks {
            let (x, _) = plot.place((count(*wave) - 0.5, 1.0));
            sheet
                .area
                .line(&[(x, top - 6.0), (x, bottom)], Pen::dashed(MUTED, 1.25));
            let half = note.width(words) / 2.0;
            let middle = x.max(free + half).min(right + NAMES - half);
            if middle - half >= free {
                sheet.label(middle, top - 14.0, words, note.centred());
                free = middle + half + 8.0;
            }
        }
    }

    /// Draws a line, interrupted at breaks and where there is no figure; returns its last point.
    fn draw_course(&self, plot: &Area, course: &Course, index: usize) -> Option<(f64, f64)> {
        let color = Color::of_series(index);
        let dashes = [None, Some((6.0, 3.0)), Some((2.0, 2.5))];
        let pen = Pen {
            dash: dashes[(index / 6) % dashes.len()],
            ..Pen::new(color, 2.0)
        };
        let mut run: Vec<(f64, f64)> = Vec::new();
        let mut last = None;
        for (wave, value) in course.values.iter().enumerate() {
            if value.is_none() || self.breaks.iter().any(|(broken, _)| *broken == wave) {
                draw_run(plot, &run, pen);
                run.clear();
            }
            if let Some(value) = value {
                run.push((count(wave), *value));
                last = run.last().copied();
            }
        }
        draw_run(plot, &run, pen);
        for (wave, value) in course.values.iter().enumerate() {
            if let Some(value) = value {
                let paint = Paint::fill(color).with(Pen::new(PAPER, 1.0));
                plot.dot((count(wave), *value), 3.75, paint);
            }
        }
        last.map(|point| plot.place(point))
    }

    fn draw_waves(&self, sheet: &Sheet, plot: &Area, slot: f64, top: f64) -> f64 {
        let note = Lettering::note().centred();
        let mut bottom = top;
        for (wave, (name, n)) in self.waves.iter().enumerate() {
            let (x, _) = plot.place((count(wave), 1.0));
            let y = sheet.paragraph((x, top), slot - 6.0, name, note.strong());
            bottom = bottom.max(sheet.paragraph((x, y), slot - 6.0, n, note));
        }
        bottom
    }
}

/// A line's name and last figure, on as many lines as they need.
fn name_lines(course: &Course) -> Vec<String> {
    let text = format!("{} {}", course.name, course.words);
    Lettering::new(LABEL).strong().wrap(&text, NAMES - 14.0)
}

fn draw_run(plot: &Area, run: &[(f64, f64)], pen: Pen) {
    if run.len() > 1 {
        plot.line(run, pen);
    }
}
