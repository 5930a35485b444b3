//! The plateaus as rising steps. Each practice is a tile on the shelf of its level; the gate
//! is the line that every tile must be above.

use super::Levels;
use super::canvas::{Lettering, Paint, Pen};
use super::color::{Color, INK, LINE, MUTED, PAPER, WASH};
use super::holds::{Hold, draw_holds};
use super::key::{draw_key, draw_nothing, draw_swatch};
use super::sheet::{LABEL, MARGIN, NOTE, Sheet, WIDTH, count};

/// Where a unit stands on the plateaus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staircase {
    /// The scale.
    pub levels: Levels,
    /// The plateaus, lowest first.
    pub steps: Vec<Step>,
    /// What stands beside the shelf of practices without a level, such as `?`.
    pub undecided: String,
    /// What hatched tiles are; empty if there are none.
    pub hidden: String,
    /// What dashed tiles are; empty if there are none.
    pub absent: String,
    /// What stands above the list of what is in the way.
    pub holds_heading: String,
    /// What is in the way of the next plateau, most important first.
    pub holds: Vec<Hold>,
}

/// A plateau.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its number and name.
    pub name: String,
    /// Its verdict.
    pub verdict: Verdict,
    /// The verdict in words.
    pub verdict_words: String,
    /// Its mean and how many practices meet the gate, in words.
    pub summary: String,
    /// The gate's level.
    pub gate: usize,
    /// What stands on the gate's line.
    pub gate_words: String,
    /// Whether it is the next plateau to reach.
    pub next: bool,
    /// Its practices, in model order.
    pub tiles: Vec<Tile>,
}

/// A gate's verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The gate is met.
    Met,
    /// It is missed.
    Missed,
    /// It cannot be said.
    Undecided,
}

/// A practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// Its id.
    pub id: String,
    /// Its level, if there is one.
    pub level: Option<usize>,
    /// What is to be said of it.
    pub state: TileState,
    /// Name, level and standing, for a pointer resting on it.
    pub explanation: String,
}

/// What is to be said of a practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TileState {
    /// Nothing more than its level.
    Plain,
    /// It is in the way.
    Blocker,
    /// It may not be shown.
    Hidden,
    /// There is nothing to show, or it does not count.
    Absent,
}

/// From one step to the next, in pixels.
const GAP: f64 = 10.0;
/// How much a step rises above the one before.
const RISE: f64 = 30.0;
/// A tile's height and the room between tiles.
const TILE: f64 = 20.0;
const BETWEEN: f64 = 5.0;
/// A shelf nobody stands on.
const EMPTY: f64 = 14.0;
/// The strip that the gate's line runs in.
const GATE: f64 = 16.0;
/// Room for a level's number at the left of a step.
const NUMBER: f64 = 22.0;
const PADDING: f64 = 6.0;
/// The narrowest step that is still readable.
const NARROWEST: f64 = 130.0;

/// Where things go, worked out before anything is drawn.
struct Layout {
    step: f64,
    tile: f64,
    columns: usize,
    /// Heights of the shelves, highest level first, practices without a level last.
    shelves: Vec<f64>,
    head: f64,
}

impl Staircase {
    pub(super) fn width(&self) -> f64 {
        let steps = count(self.steps.len());
        WIDTH.max(2.0 * MARGIN + steps * NARROWEST + (steps - 1.0) * GAP)
    }

    fn layout(&self, sheet: &Sheet) -> Layout {
        let steps = count(self.steps.len().max(1));
        let step = (sheet.width - 2.0 * MARGIN - (steps - 1.0) * GAP) / steps;
        let ids = self
            .steps
            .iter()
            .flat_map(|step| &step.tiles)
            .map(|tile| tile.id.as_str());
        let room = step - NUMBER - PADDING;
        let number = level_lettering(INK).width(&self.levels.names.len().to_string()) + 16.0;
        let tile = (id_lettering(INK).widest(ids) + number).min(room);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a few tiles
        let columns = (((room + BETWEEN) / (tile + BETWEEN)).floor() as usize).max(1);
        let tile = (room + BETWEEN) / count(columns) - BETWEEN;
        let tallest = |level: Option<usize>| {
            let lines = |step: &Step| {
                step.tiles
                    .iter()
                    .filter(|tile| tile.level == level)
                    .count()
                    .div_ceil(columns)
            };
            let lines = self.steps.iter().map(lines).max().unwrap_or(0);
            let height = count(lines) * (TILE + BETWEEN) + BETWEEN;
            if lines == 0 { EMPTY } else { height }
        };
        let mut shelves: Vec<f64> = (1..=self.levels.names.len())
            .rev()
            .map(|level| tallest(Some(level)))
            .collect();
        if self
            .steps
            .iter()
            .any(|step| step.tiles.iter().any(|tile| tile.level.is_none()))
        {
            shelves.push(tallest(None));
        }
        let head = |one: &Step| {
            let name = name_lettering().wrap(&one.name, step).len();
            let verdict = name_lettering().wrap(&one.verdict_words, step - 18.0).len();
            let summary = Lettering::note().wrap(&one.summary, step).len();
            count(name + verdict) * name_lettering().leading()
                + count(summary) * Lettering::note().leading()
                + 8.0
        };
        Layout {
            step,
            tile,
            columns,
            shelves,
            head: self.steps.iter().map(head).fold(0.0, f64::max),
        }
    }

    /// Draws it from `top` down and returns where it ends.
    pub(super) fn draw(&self, sheet: &Sheet, top: f64) -> f64 {
        let layout = self.layout(sheet);
        let wall: f64 = layout.shelves.iter().sum::<f64>() + GATE + 2.0 * PADDING;
        let rises = count(self.steps.len().saturating_sub(1)) * RISE;
        let ground = top + layout.head + rises + wall;
        for (index, step) in self.steps.iter().enumerate() {
            let left = MARGIN + count(index) * (layout.step + GAP);
            let tread = ground - wall - count(index) * RISE;
            self.draw_step(sheet, &layout, step, [left, tread, ground]);
        }
        let ends = (MARGIN, sheet.width - MARGIN);
        sheet
            .area
            .line(&[(ends.0, ground), (ends.1, ground)], Pen::new(LINE, 1.0));
        let y = draw_key(
            sheet,
            &self.levels,
            [&self.hidden, &self.absent],
            ground + 12.0,
        );
        draw_holds(sheet, &self.holds_heading, &self.holds, y + 14.0)
    }

    fn draw_step(
        &self,
        sheet: &Sheet,
        layout: &Layout,
        step: &Step,
        [left, tread, ground]: [f64; 3],
    ) {
        let right = left + layout.step;
        let strong = if step.next {
            sheet.accent
        } else {
            verdict_color(step.verdict)
        };
        sheet
            .area
            .rect((left, tread), (right, ground), 0.0, Paint::fill(WASH));
        sheet.area.rect(
            (left, tread),
            (right, tread + 3.0),
            0.0,
            Paint::fill(strong),
        );
        draw_head(sheet, layout, step, strong, [left, tread]);
        let mut y = tread + 3.0 + PADDING;
        for (place, height) in layout.shelves.iter().enumerate() {
            let level = self
                .levels
                .names
                .len()
                .checked_sub(place)
                .filter(|&level| level > 0);
            let words = level.map_or_else(|| self.undecided.clone(), |level| level.to_string());
            let number = Lettering::note().centred();
            let first = y + if *height > EMPTY {
                BETWEEN + TILE / 2.0
            } else {
                EMPTY / 2.0
            };
            sheet.label(left + NUMBER / 2.0, first, &words, number);
            self.draw_shelf(sheet, layout, step, level, (left + NUMBER, y));
            y += height;
            if level == Some(step.gate) {
                draw_gate(sheet, step, [left, right], y + GATE / 2.0);
                y += GATE;
            }
        }
    }

    fn draw_shelf(
        &self,
        sheet: &Sheet,
        layout: &Layout,
        step: &Step,
        level: Option<usize>,
        (left, top): (f64, f64),
    ) {
        let tiles = step.tiles.iter().filter(|tile| tile.level == level);
        for (index, tile) in tiles.enumerate() {
            let x = left + count(index % layout.columns) * (layout.tile + BETWEEN);
            let y = top + BETWEEN + count(index / layout.columns) * (TILE + BETWEEN);
            sheet.explained(&tile.explanation, || {
                self.draw_tile(sheet, step, tile, [x, y, x + layout.tile, y + TILE]);
            });
        }
    }

    fn draw_tile(
        &self,
        sheet: &Sheet,
        step: &Step,
        tile: &Tile,
        [left, top, right, bottom]: [f64; 4],
    ) {
        let (a, b) = ((left, top), (right, bottom));
        let middle = f64::midpoint(top, bottom);
        let Some(level) = tile.level else {
            draw_nothing(sheet, a, b, tile.state == TileState::Hidden);
            let id = id_lettering(MUTED);
            let hidden = tile.state == TileState::Hidden;
            let end = left + PADDING + id.width(&tile.id).min(right - left - 8.0) + 3.0;
            let behind = [(left + 3.0, top + 2.0), (end, bottom - 2.0)];
            if hidden {
                sheet
                    .area
                    .rect(behind[0], behind[1], 2.0, Paint::fill(PAPER));
            }
            return sheet.label(
                left + PADDING,
                middle,
                &fit(&tile.id, id, right - left - 8.0),
                id,
            );
        };
        let color = Color::of_level(level, self.levels.names.len());
        draw_swatch(sheet, a, b, color);
        if tile.state == TileState::Blocker && step.next {
            let (a, b) = ((left - 0.5, top - 0.5), (right + 0.5, bottom + 0.5));
            sheet
                .area
                .rect(a, b, 3.0, Paint::outline(Pen::new(sheet.accent, 2.5)));
        }
        let number = level_lettering(color.ink()).ending();
        sheet.label(right - PADDING, middle, &level.to_string(), number);
        let id = id_lettering(color.ink());
        let room = right - left - number.width(&level.to_string()) - 15.0;
        sheet.label(left + PADDING, middle, &fit(&tile.id, id, room), id);
    }
}

fn draw_head(sheet: &Sheet, layout: &Layout, step: &Step, strong: Color, [left, tread]: [f64; 2]) {
    let name = name_lettering();
    let summary = Lettering::note();
    let verdict = name.color(strong);
    let verdict_lines = verdict.wrap(&step.verdict_words, layout.step - 18.0);
    let height = name.leading()
        * count(name.wrap(&step.name, layout.step).len() + verdict_lines.len())
        + summary.leading() * count(summary.wrap(&step.summary, layout.step).len());
    let y = sheet.paragraph((left, tread - 6.0 - height), layout.step, &step.name, name);
    let middle = y + verdict.leading() / 2.0 + 1.5;
    draw_verdict(sheet, step.verdict, (left + 6.0, middle), strong);
    let y = sheet.paragraph(
        (left + 18.0, y),
        layout.step - 18.0,
        &step.verdict_words,
        verdict,
    );
    sheet.paragraph((left, y), layout.step, &step.summary, summary);
}

/// A mark that tells the verdicts apart without colour.
fn draw_verdict(sheet: &Sheet, verdict: Verdict, (x, y): (f64, f64), color: Color) {
    match verdict {
        Verdict::Met => {
            sheet.area.dot((x, y), 5.5, Paint::fill(color));
            let tick = [(x - 2.5, y), (x - 0.6, y + 2.1), (x + 2.7, y - 2.0)];
            sheet.area.line(&tick, Pen::new(PAPER, 1.5));
        }
        Verdict::Missed => {
            sheet.area.dot((x, y), 5.5, Paint::fill(color));
            sheet
                .area
                .line(&[(x - 2.8, y), (x + 2.8, y)], Pen::new(PAPER, 1.8));
        }
        Verdict::Undecided => {
            sheet
                .area
                .dot((x, y), 4.8, Paint::outline(Pen::dashed(color, 1.4)));
        }
    }
}

fn draw_gate(sheet: &Sheet, step: &Step, [left, right]: [f64; 2], y: f64) {
    let words = Lettering::new(NOTE).strong();
    let room = right - left - 40.0;
    let line = words.wrap(&step.gate_words, room);
    let label = if line.len() == 1 {
        line[0].as_str()
    } else {
        ""
    };
    let end = if label.is_empty() {
        right
    } else {
        right - words.width(label) - 10.0
    };
    sheet.area.line(&[(left, y), (end, y)], Pen::new(INK, 2.0));
    sheet.label(right - 5.0, y, label, words.ending());
}

fn verdict_color(verdict: Verdict) -> Color {
    match verdict {
        Verdict::Met => Color::of_level(2, 2),
        Verdict::Missed | Verdict::Undecided => MUTED,
    }
}

fn name_lettering() -> Lettering {
    Lettering::new(LABEL).strong()
}

fn id_lettering(color: Color) -> Lettering {
    Lettering::new(NOTE).color(color)
}

fn level_lettering(color: Color) -> Lettering {
    Lettering::new(NOTE).strong().color(color)
}

/// What of an id fits a tile: whole, or its beginning; the explanation has the rest.
fn fit(id: &str, lettering: Lettering, room: f64) -> String {
    lettering
        .wrap(id, room)
        .into_iter()
        .next()
        .unwrap_or_default()
}
