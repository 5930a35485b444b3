//! Paper to draw on: places in pixels or in a plot's own units, text that is measured, wrapped
//! and set, the head and the notes that every chart shares.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::types::RangedCoordf64;
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::{Cartesian2d, DrawingArea};
use plotters_backend::{BackendCoord, DrawingErrorKind};

use super::canvas::{Anchor, Canvas, GRID, Lettering, Paint, Pen, TextBox};
use super::color::{Color, INK, MUTED};
use super::face::{self, Weight};

/// Font size of a chart's title, in pixels.
pub const TITLE: f64 = 17.0;
/// Font size of labels.
pub const LABEL: f64 = 12.0;
/// Font size of notes and of whatever is context.
pub const NOTE: f64 = 10.5;
/// Free paper around the drawing, in pixels.
pub const MARGIN: f64 = 20.0;
/// The width of a chart that has no reason to be wider: at 170 mm its smallest text is 6.7 pt.
pub const WIDTH: f64 = 760.0;

type Coordinates = Cartesian2d<RangedCoordf64, RangedCoordf64>;

/// An area with its own units in which shapes and words are placed.
pub struct Area {
    canvas: Rc<RefCell<Canvas>>,
    area: DrawingArea<Canvas, Coordinates>,
}

/// The paper, in pixels from its upper left corner.
pub struct Sheet {
    /// Where to draw.
    pub area: Area,
    /// How wide it is.
    pub width: f64,
    /// What to look at first.
    pub accent: Color,
}

/// A shape at places that plotters translates into the canvas's grid.
struct Mark<'a> {
    places: &'a [(f64, f64)],
    shape: Shape<'a>,
}

enum Shape<'a> {
    Line(Pen),
    Polygon(Paint),
    Rect(f64, Paint),
    Hatch(Pen),
    Dot(f64, Paint),
    Text(&'a str, Lettering),
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a Mark<'_> {
    type Point = &'a (f64, f64);
    type IntoIter = &'a [(f64, f64)];

    fn point_iter(self) -> Self::IntoIter {
        self.places
    }
}

impl Drawable<Canvas> for Mark<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        places: I,
        canvas: &mut Canvas,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<std::convert::Infallible>> {
        let places: Vec<BackendCoord> = places.collect();
        match (&self.shape, places.as_slice()) {
            (Shape::Line(pen), points) => canvas.line(points, pen),
            (Shape::Polygon(paint), points) => canvas.polygon(points, paint),
            (Shape::Rect(radius, paint), &[a, b]) => canvas.rect(a, b, *radius, paint),
            (Shape::Hatch(pen), &[a, b]) => canvas.hatch(a, b, pen),
            (Shape::Dot(radius, paint), &[at]) => canvas.dot(at, *radius, paint),
            (Shape::Text(words, lettering), &[at]) => canvas.text(at, words, lettering),
            _ => {}
        }
        Ok(())
    }
}

impl Area {
    fn draw(&self, places: &[(f64, f64)], shape: Shape<'_>) {
        // The canvas cannot fail and is borrowed by nobody else while a mark is drawn.
        let drawn = self.area.draw(&Mark { places, shape });
        debug_assert!(drawn.is_ok());
    }

    /// A line through places.
    pub fn line(&self, places: &[(f64, f64)], pen: Pen) {
        self.draw(places, Shape::Line(pen));
    }

    /// A closed shape through places.
    pub fn polygon(&self, places: &[(f64, f64)], paint: Paint) {
        self.draw(places, Shape::Polygon(paint));
    }

    /// A rectangle between two corners.
    pub fn rect(&self, a: (f64, f64), b: (f64, f64), radius: f64, paint: Paint) {
        self.draw(&[a, b], Shape::Rect(radius, paint));
    }

    /// A rectangle filled with slanted lines.
    pub fn hatch(&self, a: (f64, f64), b: (f64, f64), pen: Pen) {
        self.draw(&[a, b], Shape::Hatch(pen));
    }

    /// A disc or ring; its radius is in pixels.
    pub fn dot(&self, at: (f64, f64), radius: f64, paint: Paint) {
        self.draw(&[at], Shape::Dot(radius, paint));
    }

    /// Words on one line, their baseline at `at`.
    pub fn text(&self, at: (f64, f64), words: &str, lettering: Lettering) {
        self.draw(&[at], Shape::Text(words, lettering));
    }

    /// Where a place is on the paper, in pixels.
    pub fn place(&self, at: (f64, f64)) -> (f64, f64) {
        let (x, y) = self.area.map_coordinate(&at);
        (
            f64::from(x) / f64::from(GRID),
            f64::from(y) / f64::from(GRID),
        )
    }
}

impl Sheet {
    /// Empty paper.
    pub fn new(width: f64, accent: Color) -> Self {
        let pixels = steps(width) / GRID;
        let canvas = Rc::new(RefCell::new(Canvas::new(pixels)));
        let root = DrawingArea::from(&canvas);
        let coordinates = Cartesian2d::new(
            0.0..width,
            0.0..f64::from(Canvas::TALLEST),
            (0..pixels * GRID, 0..Canvas::TALLEST * GRID),
        );
        let area = Area {
            area: root.apply_coord_spec(coordinates),
            canvas,
        };
        Self {
            area,
            width,
            accent,
        }
    }

    /// A part of the paper (left, top, right, bottom) with its own units. A vertical axis
    /// that should rise is given as `highest..lowest`.
    pub fn plot(
        &self,
        [left, top, right, bottom]: [f64; 4],
        x: std::ops::Range<f64>,
        y: std::ops::Range<f64>,
    ) -> Area {
        let coordinates =
            Cartesian2d::new(x, y, (steps(left)..steps(right), steps(top)..steps(bottom)));
        let root = DrawingArea::from(&self.area.canvas);
        Area {
            area: root.apply_coord_spec(coordinates),
            canvas: Rc::clone(&self.area.canvas),
        }
    }

    /// Draws a group that a pointer resting on it explains.
    pub fn explained(&self, title: &str, draw: impl FnOnce()) {
        self.area.canvas.borrow_mut().open(&face::writable(title));
        draw();
        self.area.canvas.borrow_mut().close();
    }

    /// Everything drawn, leaving the paper empty.
    pub fn take(&self) -> (String, Vec<TextBox>) {
        self.area.canvas.borrow_mut().take()
    }

    /// Words whose capitals are centred on a height.
    pub fn label(&self, x: f64, middle: f64, words: &str, lettering: Lettering) {
        self.area
            .text((x, middle + lettering.size * 0.33), words, lettering);
    }

    /// Words on as many lines as they need within `width`, from `top` down; returns where
    /// they end.
    pub fn paragraph(
        &self,
        (x, top): (f64, f64),
        width: f64,
        words: &str,
        lettering: Lettering,
    ) -> f64 {
        let lines = lettering.wrap(words, width);
        for (index, line) in lines.iter().enumerate() {
            let baseline = top + lettering.leading() * count(index) + lettering.size;
            self.area.text((x, baseline), line, lettering);
        }
        top + lettering.leading() * count(lines.len())
    }

    /// Wrapped lines whose block is centred on a height.
    pub fn lines(&self, x: f64, middle: f64, lines: &[String], lettering: Lettering) {
        let first = middle - lettering.leading() * (count(lines.len()) - 1.0) / 2.0;
        for (index, line) in lines.iter().enumerate() {
            self.label(
                x,
                first + lettering.leading() * count(index),
                line,
                lettering,
            );
        }
    }
}

impl Lettering {
    /// Running text of a size.
    pub const fn new(size: f64) -> Self {
        Self {
            size,
            weight: Weight::Regular,
            color: INK,
            anchor: Anchor::Start,
            upright: false,
        }
    }

    /// Context.
    pub const fn note() -> Self {
        Self::new(NOTE).color(MUTED)
    }

    /// In semibold.
    pub const fn strong(self) -> Self {
        Self {
            weight: Weight::Semibold,
            ..self
        }
    }

    /// In a colour.
    pub const fn color(self, color: Color) -> Self {
        Self { color, ..self }
    }

    /// Centred on its place.
    pub const fn centred(self) -> Self {
        Self {
            anchor: Anchor::Middle,
            ..self
        }
    }

    /// Ending at its place.
    pub const fn ending(self) -> Self {
        Self {
            anchor: Anchor::End,
            ..self
        }
    }

    /// Reading upwards.
    pub const fn upright(self) -> Self {
        Self {
            upright: true,
            ..self
        }
    }

    /// How wide a text runs, in pixels.
    pub fn width(&self, text: &str) -> f64 {
        self.weight.width(&face::writable(text)) * self.size
    }

    /// A text on lines no wider than so many pixels.
    pub fn wrap(&self, text: &str, width: f64) -> Vec<String> {
        face::wrap(text, self.weight, width / self.size)
    }

    /// From one line to the next, in pixels.
    pub fn leading(&self) -> f64 {
        (self.size * 1.25).ceil()
    }

    /// The widest of some texts, in pixels.
    pub fn widest<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> f64 {
        texts
            .into_iter()
            .map(|text| self.width(text))
            .fold(0.0, f64::max)
    }
}

impl Paint {
    /// Filled, without an outline.
    pub const fn fill(color: Color) -> Self {
        Self {
            fill: Some(color),
            pen: None,
        }
    }

    /// Outlined only.
    pub const fn outline(pen: Pen) -> Self {
        Self {
            fill: None,
            pen: Some(pen),
        }
    }

    /// With an outline.
    pub const fn with(self, pen: Pen) -> Self {
        Self {
            pen: Some(pen),
            ..self
        }
    }
}

/// How a chart looks, beyond its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// What to look at first.
    pub accent: Color,
}

impl Default for Theme {
    fn default() -> Self {
        Self {
            accent: Color::ACCENT,
        }
    }
}

/// A small number of things as a length factor.
pub fn count(things: usize) -> f64 {
    f64::from(u32::try_from(things).unwrap_or(u32::MAX))
}

/// Pixels in grid steps.
fn steps(pixels: f64) -> i32 {
    #[allow(clippy::cast_possible_truncation)] // a chart is some thousand pixels
    let steps = (pixels * f64::from(GRID)).round() as i32;
    steps
}
