//! Units beside practices: a cell a level, gaps between disciplines, hidden cells hatched.

use super::Levels;
use super::canvas::{Lettering, Pen};
use super::color::{Color, INK, LINE};
use super::key::{draw_key, draw_nothing, draw_swatch};
use super::sheet::{LABEL, MARGIN, NOTE, Sheet, WIDTH, count};

/// Units (and waves) down, practices across.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heatmap {
    /// The scale.
    pub levels: Levels,
    /// What hatched cells are; empty if there are none.
    pub hidden: String,
    /// What dashed cells are; empty if there are none.
    pub absent: String,
    /// The practices, by discipline.
    pub columns: Vec<HeatmapColumns>,
    /// The units and waves.
    pub rows: Vec<HeatmapRow>,
}

/// A discipline's practices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatmapColumns {
    /// The discipline's name.
    pub heading: String,
    /// The practices' ids and names.
    pub practices: Vec<(String, String)>,
}

/// A unit at a point in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatmapRow {
    /// The unit's name; empty if the row above is the same unit.
    pub name: String,
    /// How deep it lies in the organisation, from 0.
    pub depth: usize,
    /// The wave, where several are shown; may be empty.
    pub wave: String,
    /// A cell a practice, in the columns' order.
    pub cells: Vec<Cell>,
}

/// What is known of a practice in a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// Its level.
    Level(usize),
    /// It may not be shown.
    Hidden,
    /// There is nothing to show.
    Absent,
}

/// The gap between disciplines, and between units that have several waves.
const BETWEEN: f64 = 7.0;
/// The narrowest and widest column.
const COLUMN: (f64, f64) = (17.0, 34.0);
const ROW: f64 = 20.0;
/// The widest a unit's name gets, and the longest a practice's, before they wrap.
const NAME: f64 = 150.0;
const LONGEST: f64 = 225.0;
/// The lowest a discipline's heading reaches into the next gap.
const INDENT: f64 = 10.0;

struct Layout {
    /// Where wave labels and cells begin.
    wave: f64,
    cells: f64,
    column: f64,
    /// Height of the practices' names and of the disciplines' headings.
    names: f64,
    headings: f64,
}

impl Heatmap {
    fn names(&self) -> impl Iterator<Item = &str> {
        self.columns
            .iter()
            .flat_map(|group| &group.practices)
            .map(|(_, name)| name.as_str())
    }

    fn layout(&self) -> Layout {
        let unit = Lettering::new(LABEL).strong();
        let longest = |row: &HeatmapRow| unit.width(&row.name) + count(row.depth) * INDENT;
        let names = self.rows.iter().map(longest).fold(0.0, f64::max).min(NAME);
        let note = Lettering::note();
        let waves = note.widest(self.rows.iter().map(|row| row.wave.as_str()));
        let wave = MARGIN + names + 8.0;
        let cells = wave
            + if waves > 0.0 {
                waves.min(90.0) + 8.0
            } else {
                0.0
            };
        let ids = self.columns.iter().flat_map(|group| &group.practices);
        let ids = note.widest(ids.map(|(id, _)| id.as_str()));
        let columns = count(self.names().count().max(1));
        let gaps = count(self.columns.len().saturating_sub(1)) * BETWEEN;
        let lines = self
            .names()
            .map(|name| note.wrap(name, LONGEST).len())
            .max()
            .unwrap_or(1);
        let needed = note.leading() * count(lines) + 2.0;
        let free = (WIDTH - MARGIN - cells - gaps) / columns;
        let column = free.clamp(COLUMN.0.max(needed), COLUMN.1.max(needed));
        let heading = |group: &HeatmapColumns| {
            let width = count(group.practices.len()) * column + BETWEEN - 6.0;
            count(heading_lettering().wrap(&group.heading, width).len())
        };
        let headings = self.columns.iter().map(heading).fold(0.0, f64::max);
        Layout {
            wave,
            cells,
            column,
            names: note.widest(self.names()).min(LONGEST) + ids + 18.0,
            headings: headings * heading_lettering().leading() + 4.0,
        }
    }

    pub(super) fn width(&self) -> f64 {
        let layout = self.layout();
        let gaps = count(self.columns.len().saturating_sub(1)) * BETWEEN;
        let cells = count(self.names().count()) * layout.column + gaps;
        (layout.cells + cells + MARGIN).ceil().max(WIDTH)
    }

    /// Draws it from `top` down and returns where it ends.
    pub(super) fn draw(&self, sheet: &Sheet, top: f64) -> f64 {
        let layout = self.layout();
        let top = draw_key(sheet, &self.levels, [&self.hidden, &self.absent], top) + 10.0;
        self.draw_columns(sheet, &layout, top);
        let mut y = top + layout.headings + layout.names + 4.0;
        for (index, row) in self.rows.iter().enumerate() {
            if index > 0 && !row.wave.is_empty() && !row.name.is_empty() {
                y += BETWEEN - 2.0;
            }
            let after = self.rows[index + 1..].iter();
            let followers = after
                .take_while(|row| row.name.is_empty() && !row.wave.is_empty())
                .count();
            y += self.draw_row(sheet, &layout, row, [y, count(followers) * ROW]);
        }
        y
    }

    fn draw_columns(&self, sheet: &Sheet, layout: &Layout, top: f64) {
        let mut x = layout.cells;
        let bottom = top + layout.headings + layout.names;
        let note = Lettering::note();
        for group in &self.columns {
            let width = count(group.practices.len()) * layout.column;
            let heading = heading_lettering();
            sheet.paragraph(
                (x + 1.0, top - 4.0),
                width + BETWEEN - 6.0,
                &group.heading,
                heading,
            );
            let line = top + layout.headings;
            sheet.area.line(
                &[(x + 1.0, line), (x + width - 1.0, line)],
                Pen::new(LINE, 1.0),
            );
            for (id, name) in &group.practices {
                let middle = x + layout.column / 2.0;
                let strong = note.strong().color(INK).upright();
                sheet
                    .area
                    .text((middle + NOTE * 0.33, bottom - 2.0), id, strong);
                let above = bottom - 2.0 - strong.width(id) - 6.0;
                let lines = note.wrap(name, LONGEST);
                let first =
                    middle + NOTE * 0.33 - note.leading() * (count(lines.len()) - 1.0) / 2.0;
                for (index, line) in lines.iter().enumerate() {
                    let x = first + note.leading() * count(index);
                    sheet.area.text((x, above), line, note.upright());
                }
                x += layout.column;
            }
            x += BETWEEN;
        }
    }

    fn draw_row(
        &self,
        sheet: &Sheet,
        layout: &Layout,
        row: &HeatmapRow,
        [top, spare]: [f64; 2],
    ) -> f64 {
        let name = Lettering::new(LABEL);
        let name = if row.depth == 0 { name.strong() } else { name };
        let left = MARGIN + (count(row.depth) * INDENT).min(NAME / 2.0);
        let lines = name.wrap(&row.name, layout.wave - 8.0 - left);
        let note = Lettering::note();
        let waves = note.wrap(&row.wave, layout.cells - layout.wave - 6.0);
        let names = count(lines.len()) * name.leading() - spare;
        let height = ROW.max(names.max(count(waves.len()) * note.leading()) + 4.0);
        let middle = top + height / 2.0;
        // A name may reach into the room of the same unit's later waves.
        let over = (name.leading() * count(lines.len()) + 4.0 - height).clamp(0.0, spare.max(0.0));
        sheet.lines(left, middle + over / 2.0, &lines, name);
        sheet.lines(layout.wave, middle, &waves, note);
        let mut x = layout.cells;
        let mut cells = row.cells.iter();
        for group in &self.columns {
            for cell in cells.by_ref().take(group.practices.len()) {
                let (a, b) = (
                    (x + 1.0, top + 1.0),
                    (x + layout.column - 1.0, top + height - 1.0),
                );
                match cell {
                    Cell::Level(level) => {
                        let color = Color::of_level(*level, self.levels.names.len());
                        draw_swatch(sheet, a, b, color);
                        let number = Lettering::new(NOTE).color(color.ink()).centred();
                        sheet.label(x + layout.column / 2.0, middle, &level.to_string(), number);
                    }
                    Cell::Hidden => draw_nothing(sheet, a, b, true),
                    Cell::Absent => draw_nothing(sheet, a, b, false),
                }
                x += layout.column;
            }
            x += BETWEEN;
        }
        height
    }
}

fn heading_lettering() -> Lettering {
    Lettering::new(LABEL).strong()
}
