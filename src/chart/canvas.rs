//! The one canvas that every chart is drawn on: a grid of 1/16 pixel. It can do what plotters'
//! own SVG cannot (weights, dashes, rounded corners, titles) and writes the same bytes every
//! time.

use std::fmt::Write as _;

use plotters_backend::BackendCoord;

use super::color::Color;
use super::face::{ASCENT, DESCENT, Weight, writable};

/// Grid steps a pixel.
pub const GRID: i32 = 16;

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pen {
    /// Its colour.
    pub color: Color,
    /// Its width in pixels.
    pub width: f64,
    /// Lengths in pixels of dash and gap, if it is broken.
    pub dash: Option<(f64, f64)>,
}

/// How a shape is filled and outlined.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Paint {
    /// Inside.
    pub fill: Option<Color>,
    /// Around.
    pub pen: Option<Pen>,
}

/// Which end of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It runs from there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// How words are set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lettering {
    /// Font size in pixels.
    pub size: f64,
    /// Cut.
    pub weight: Weight,
    /// Colour.
    pub color: Color,
    /// Which end stands at the place.
    pub anchor: Anchor,
    /// Whether it reads upwards.
    pub upright: bool,
}

/// The room that a text takes up, in pixels; kept so that tests can find collisions.
#[derive(Debug, Clone, PartialEq)]
pub struct TextBox {
    /// Left, top, right, bottom.
    pub edges: [f64; 4],
    /// What stands there.
    pub text: String,
}

/// What is drawn so far.
#[derive(Debug)]
pub struct Canvas {
    /// How wide the paper is, in pixels.
    pub(super) width: i32,
    body: String,
    texts: Vec<TextBox>,
}

impl Pen {
    /// An unbroken line.
    pub const fn new(color: Color, width: f64) -> Self {
        Self {
            color,
            width,
            dash: None,
        }
    }

    /// A broken line.
    pub const fn dashed(color: Color, width: f64) -> Self {
        Self {
            color,
            width,
            dash: Some((3.0, 3.0)),
        }
    }
}

impl Canvas {
    /// The tallest picture there can be, in pixels; a drawing is cut to what it needs.
    pub const TALLEST: i32 = 100_000;

    /// Empty paper so many pixels wide and as long as it needs to be.
    pub fn new(width: i32) -> Self {
        Self {
            width,
            body: String::new(),
            texts: Vec::new(),
        }
    }

    /// The SVG elements and texts drawn so far, leaving the canvas empty.
    pub fn take(&mut self) -> (String, Vec<TextBox>) {
        (
            std::mem::take(&mut self.body),
            std::mem::take(&mut self.texts),
        )
    }

    /// Begins a group that a pointer resting on it explains.
    pub fn open(&mut self, title: &str) {
        let _ = write!(self.body, "<g><title>{}</title>", escape(title));
    }

    /// Ends the group begun last.
    pub fn close(&mut self) {
        self.body.push_str("</g>\n");
    }

    /// A line through points.
    pub fn line(&mut self, points: &[BackendCoord], pen: &Pen) {
        let paint = Paint {
            fill: None,
            pen: Some(*pen),
        };
        let _ = writeln!(
            self.body,
            r#"<path d="{}"{}/>"#,
            path(points),
            attributes(&paint)
        );
    }

    /// A closed shape through points.
    pub fn polygon(&mut self, points: &[BackendCoord], paint: &Paint) {
        let _ = writeln!(
            self.body,
            r#"<path d="{}Z"{}/>"#,
            path(points),
            attributes(paint)
        );
    }

    /// A rectangle between two corners, its own corners rounded by `radius` pixels.
    pub fn rect(&mut self, a: BackendCoord, b: BackendCoord, radius: f64, paint: &Paint) {
        let rx = if radius > 0.0 {
            format!(r#" rx="{}""#, decimal(radius))
        } else {
            String::new()
        };
        let _ = writeln!(
            self.body,
            r#"<rect x="{}" y="{}" width="{}" height="{}"{rx}{}/>"#,
            grid(a.0.min(b.0)),
            grid(a.1.min(b.1)),
            grid((a.0 - b.0).abs()),
            grid((a.1 - b.1).abs()),
            attributes(paint)
        );
    }

    /// Slanted lines that fill a rectangle.
    pub fn hatch(&mut self, a: BackendCoord, b: BackendCoord, pen: &Pen) {
        let (left, right) = (a.0.min(b.0), a.0.max(b.0));
        let (top, bottom) = (a.1.min(b.1), a.1.max(b.1));
        let (width, height) = (right - left, bottom - top);
        let mut lines = String::new();
        let mut offset = 2 * GRID;
        while offset < width + height {
            let from = (left + offset.min(width), top + (offset - width).max(0));
            let to = (left + (offset - height).max(0), top + offset.min(height));
            lines.push_str(&path(&[from, to]));
            offset += 4 * GRID;
        }
        let paint = Paint {
            fill: None,
            pen: Some(*pen),
        };
        if !lines.is_empty() {
            let _ = writeln!(self.body, r#"<path d="{lines}"{}/>"#, attributes(&paint));
        }
    }

    /// A disc or ring with a radius in pixels.
    pub fn dot(&mut self, centre: BackendCoord, radius: f64, paint: &Paint) {
        let _ = writeln!(
            self.body,
            r#"<circle cx="{}" cy="{}" r="{}"{}/>"#,
            grid(centre.0),
            grid(centre.1),
            decimal(radius),
            attributes(paint)
        );
    }

    /// Words on one line, their baseline at `at`.
    pub fn text(&mut self, at: BackendCoord, words: &str, lettering: &Lettering) {
        let words = writable(words);
        if words.is_empty() {
            return;
        }
        let turn = if lettering.upright {
            format!(r#" transform="rotate(-90 {} {})""#, grid(at.0), grid(at.1))
        } else {
            String::new()
        };
        let anchor = match lettering.anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        let weight = match lettering.weight {
            Weight::Regular => String::new(),
            weight => format!(r#" font-weight="{}""#, weight.number()),
        };
        let _ = writeln!(
            self.body,
            r#"<text x="{}" y="{}" font-size="{}" fill="{}"{weight}{anchor}{turn}>{}</text>"#,
            grid(at.0),
            grid(at.1),
            decimal(lettering.size),
            lettering.color,
            escape(&words)
        );
        self.texts.push(TextBox {
            edges: edges(at, &words, lettering),
            text: words,
        });
    }
}

/// The room a text takes up, in pixels.
fn edges(at: BackendCoord, words: &str, lettering: &Lettering) -> [f64; 4] {
    let (x, y) = (
        f64::from(at.0) / f64::from(GRID),
        f64::from(at.1) / f64::from(GRID),
    );
    let width = lettering.weight.width(words) * lettering.size;
    let before = match lettering.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => width / 2.0,
        Anchor::End => width,
    };
    let (up, down) = (ASCENT * lettering.size, DESCENT * lettering.size);
    if lettering.upright {
        [x - up, y - (width - before), x + down, y + before]
    } else {
        [x - before, y - up, x - before + width, y + down]
    }
}

/// A grid coordinate in pixels.
fn grid(steps: i32) -> String {
    decimal(f64::from(steps) / f64::from(GRID))
}

/// A number with at most two decimals and no needless zeros.
pub fn decimal(number: f64) -> String {
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

fn path(points: &[BackendCoord]) -> String {
    let mut path = String::new();
    for (index, point) in points.iter().enumerate() {
        let command = if index == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{command}{} {}", grid(point.0), grid(point.1));
    }
    path
}

fn attributes(paint: &Paint) -> String {
    let mut text = match paint.fill {
        Some(color) => format!(r#" fill="{color}""#),
        None => r#" fill="none""#.to_owned(),
    };
    if let Some(pen) = paint.pen {
        let _ = write!(
            text,
            r#" stroke="{}" stroke-width="{}""#,
            pen.color,
            decimal(pen.width)
        );
        if let Some((dash, gap)) = pen.dash {
            let _ = write!(
                text,
                r#" stroke-dasharray="{} {}""#,
                decimal(dash),
                decimal(gap)
            );
        }
    }
    text
}

/// Text as it may stand in an element or attribute.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
