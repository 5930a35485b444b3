//! Charts: data whose words are already made, drawn with plotters on one canvas.
//!
//! A [`Chart`] knows no model and no language: every label and number in it is a finished
//! string, beside the values that geometry needs. [`draw`] makes a [`Drawing`], which is the
//! same picture in every format.

mod backend;
mod canvas;
pub mod color;
mod distribution;
mod drawing;
mod face;
mod gap;
mod heatmap;
mod holds;
mod key;
mod profile;
mod radar;
mod raster;
mod rows;
mod sheet;
mod staircase;
mod trend;

pub use canvas::TextBox;
pub use color::Color;
pub use distribution::{Distribution, Share, Split};
pub use drawing::Drawing;
pub use face::{CUTS, Cut, FAMILY, Weight, writable, writes};
pub use gap::{Dumbbell, Gap};
pub use heatmap::{Cell, Heatmap, HeatmapColumns, HeatmapRow};
pub use holds::Hold;
pub use profile::{Profile, ProfileRow, Reading};
pub use radar::{Axis, Radar, Series};
pub use raster::{PngError, Size, png, raster};
pub use rows::{Group, Row};
pub use sheet::Theme;
pub use staircase::{Staircase, Step, Tile, TileState, Verdict};
pub use trend::{Course, Panel, Trend};

use jiff::civil::Date;

use sheet::Sheet;

/// Every kind of chart, in the order in which a report shows them.
pub static CHARTS: &[Kind] = &[
    Kind::Staircase,
    Kind::Profile,
    Kind::Radar,
    Kind::Distribution,
    Kind::Heatmap,
    Kind::Gap,
    Kind::Trend,
];

/// A kind of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The plateaus as rising steps with their practices and gates.
    Staircase,
    /// All practices' means, levels, spreads and targets.
    Profile,
    /// The disciplines' means.
    Radar,
    /// How the answers to each practice fall on the levels.
    Distribution,
    /// Units beside practices.
    Heatmap,
    /// Two readings of each practice and the distance between them.
    Gap,
    /// Means over waves.
    Trend,
}

impl Kind {
    /// Its name on the command line and in file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Staircase => "staircase",
            Self::Profile => "profile",
            Self::Radar => "radar",
            Self::Distribution => "distribution",
            Self::Heatmap => "heatmap",
            Self::Gap => "gap",
            Self::Trend => "trend",
        }
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        CHARTS.iter().copied().find(|kind| kind.name() == name)
    }
}

/// A chart, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What stands around it.
    pub frame: Frame,
    /// What it shows.
    pub figure: Figure,
}

/// What stands around a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Unique within a document; ASCII letters, digits and hyphens.
    pub id: String,
    /// The language of its words, such as `da`.
    pub language: String,
    /// The day it bears where a file must be dated.
    pub date: Option<Date>,
    /// What it says, in a sentence.
    pub title: String,
    /// Unit, wave, and what is shown, on a line.
    pub subtitle: String,
    /// What it shows, for those who cannot see it.
    pub description: String,
    /// How to read it, how many answered, and what is hidden.
    pub notes: Vec<String>,
}

impl Frame {
    /// What it says, then what it shows, for those who cannot see it.
    pub fn alternative(&self) -> String {
        let Self {
            title, description, ..
        } = self;
        if description.starts_with(title) {
            description.clone()
        } else {
            format!("{title}. {description}")
        }
    }
}

/// What a chart shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// See [`Kind::Staircase`].
    Staircase(Staircase),
    /// See [`Kind::Profile`].
    Profile(Profile),
    /// See [`Kind::Radar`].
    Radar(Radar),
    /// See [`Kind::Distribution`].
    Distribution(Distribution),
    /// See [`Kind::Heatmap`].
    Heatmap(Heatmap),
    /// See [`Kind::Gap`].
    Gap(Gap),
    /// See [`Kind::Trend`].
    Trend(Trend),
}

/// A scale's levels as a chart names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Levels {
    /// The levels' names, lowest first; a level's number is its place, from 1.
    pub names: Vec<String>,
    /// What stands before them, such as "Level".
    pub heading: String,
}

impl Chart {
    /// What kind it is.
    pub fn kind(&self) -> Kind {
        match self.figure {
            Figure::Staircase(_) => Kind::Staircase,
            Figure::Profile(_) => Kind::Profile,
            Figure::Radar(_) => Kind::Radar,
            Figure::Distribution(_) => Kind::Distribution,
            Figure::Heatmap(_) => Kind::Heatmap,
            Figure::Gap(_) => Kind::Gap,
            Figure::Trend(_) => Kind::Trend,
        }
    }

    fn width(&self) -> f64 {
        match &self.figure {
            Figure::Staircase(staircase) => staircase.width(),
            Figure::Heatmap(heatmap) => heatmap.width(),
            _ => sheet::WIDTH,
        }
    }
}

/// Draws a chart.
pub fn draw(chart: &Chart, theme: Theme) -> Drawing {
    let sheet = Sheet::new(chart.width(), theme.accent);
    let top = drawing::head(&sheet, &chart.frame);
    let bottom = match &chart.figure {
        Figure::Staircase(figure) => figure.draw(&sheet, top),
        Figure::Profile(figure) => figure.draw(&sheet, top),
        Figure::Radar(figure) => figure.draw(&sheet, top),
        Figure::Distribution(figure) => figure.draw(&sheet, top),
        Figure::Heatmap(figure) => figure.draw(&sheet, top),
        Figure::Gap(figure) => figure.draw(&sheet, top),
        Figure::Trend(figure) => figure.draw(&sheet, top),
    };
    let bottom = drawing::notes(&sheet, &chart.frame, bottom);
    Drawing::new(&sheet, chart, bottom)
}
