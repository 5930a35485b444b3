//! What cells look like.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, FormatPattern};

use crate::assessment::Color;
use crate::chart::color;
use crate::text::Words;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is known: an empty cell.
    Absent,
    /// Something is known and not shown.
    Hidden,
    /// Words; may be people's own.
    Text(String),
    /// Words to look at first.
    Accent(String),
    /// A number, unrounded.
    Number(f64),
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A count. Counts of answers are far below 2⁵³, up to which a cell's number is exact.
    #[allow(clippy::cast_precision_loss)]
    pub fn count(count: impl TryInto<u64>) -> Self {
        count
            .try_into()
            .map_or(Self::Absent, |count| Self::Number(count as f64))
    }

    /// A number that may be absent.
    pub fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Absent, Self::Number)
    }

    /// A count that may be absent.
    pub fn counted(count: Option<impl TryInto<u64>>) -> Self {
        count.map_or(Self::Absent, Self::count)
    }

    /// A level that may be absent.
    pub fn level(level: Option<u8>) -> Self {
        Self::counted(level)
    }

    /// Words that may be absent.
    pub fn words(text: Option<&str>) -> Self {
        text.map_or(Self::Absent, Self::text)
    }
}

/// How a column's cells are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words, wrapped.
    Words,
    /// Ids and names, bold.
    Name,
    /// Whole numbers.
    Count,
    /// Whole numbers in a narrow column under an upright head.
    Upright,
    /// Plateaus, gates and targets.
    Ordinal,
    /// Means and points, to one decimal.
    Mean,
    /// Agreement, to two decimals.
    Fine,
    /// Shares, in whole per cent.
    Share,
    /// Levels, coloured.
    Level,
    /// Levels, coloured, in a narrow column under an upright head.
    UprightLevel,
    /// Numbers as they are.
    Plain,
}

/// Every kind, in the order of their names above.
const KINDS: [Kind; 11] = [
    Kind::Words,
    Kind::Name,
    Kind::Count,
    Kind::Upright,
    Kind::Ordinal,
    Kind::Mean,
    Kind::Fine,
    Kind::Share,
    Kind::Level,
    Kind::UprightLevel,
    Kind::Plain,
];

/// The formats of a workbook.
pub struct Look {
    percent: &'static str,
    /// By kind, in the order of [`KINDS`].
    kinds: [Format; KINDS.len()],
    pub title: Format,
    pub subtitle: Format,
    pub heading: Format,
    pub subheading: Format,
    pub caption: Format,
    pub body: Format,
    pub note: Format,
    pub head: Format,
    pub head_right: Format,
    pub head_words: Format,
    pub head_centre: Format,
    pub head_upright: Format,
    pub hidden: Format,
    pub accent: Format,
    pub strong_run: Format,
    pub accent_run: Format,
    pub muted_run: Format,
    pub plain_run: Format,
}

impl Look {
    /// The formats for a language and an accent.
    pub fn new(words: &'static Words, accent: Color) -> Self {
        let ink = Format::new().set_font_color(color::INK);
        let muted = Format::new().set_font_color(color::MUTED);
        let wrapped = |format: &Format| {
            let format = format.clone().set_text_wrap();
            format.set_align(FormatAlign::Top)
        };
        let head = ink
            .clone()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Bottom)
            .set_background_color(color::WASH)
            .set_border_bottom(FormatBorder::Medium)
            .set_border_bottom_color(color::LINE);
        Self {
            percent: words.get("xlsx.percent"),
            kinds: KINDS.map(|kind| of(kind, &ink, words.get("xlsx.percent"))),
            title: ink
                .clone()
                .set_bold()
                .set_font_size(20)
                .set_border_bottom(FormatBorder::Medium)
                .set_border_bottom_color(accent),
            subtitle: muted.clone().set_font_size(11),
            heading: ink
                .clone()
                .set_bold()
                .set_font_size(14)
                .set_align(FormatAlign::Bottom),
            subheading: ink
                .clone()
                .set_bold()
                .set_font_size(12)
                .set_align(FormatAlign::Bottom),
            caption: wrapped(&muted),
            body: wrapped(&ink),
            note: wrapped(&muted).set_font_size(9),
            head_words: head.clone().set_align(FormatAlign::Left).set_indent(1),
            head_centre: head.clone().set_align(FormatAlign::Center),
            head_right: head.clone().set_align(FormatAlign::Right),
            head_upright: head
                .clone()
                .set_align(FormatAlign::Center)
                .set_rotation(90)
                .set_font_size(9),
            head,
            hidden: ruled(&muted)
                .set_italic()
                .set_font_size(9)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::Top)
                .set_pattern(FormatPattern::LightUp)
                .set_foreground_color(color::FAINT)
                .set_background_color(color::PAPER),
            accent: wrapped(&ruled(&ink))
                .set_align(FormatAlign::Left)
                .set_indent(1)
                .set_bold()
                .set_font_color(accent),
            strong_run: ink.clone().set_bold(),
            accent_run: Format::new().set_bold().set_font_color(accent),
            muted_run: muted,
            plain_run: ink,
        }
    }

    /// How cells of a kind are set.
    pub fn of(&self, kind: Kind) -> &Format {
        &self.kinds[kind as usize]
    }

    /// How the head of a column of a kind is set.
    pub fn head(&self, kind: Kind) -> &Format {
        match kind {
            Kind::Name | Kind::Plain => &self.head,
            Kind::Words => &self.head_words,
            Kind::Ordinal | Kind::Level => &self.head_centre,
            Kind::Upright | Kind::UprightLevel => &self.head_upright,
            _ => &self.head_right,
        }
    }

    /// A key figure's label, number and remark.
    pub fn tile(&self, number_format: &str, size: u32) -> [Format; 3] {
        let tile = |format: &Format| {
            format
                .clone()
                .set_background_color(color::WASH)
                .set_border_right(FormatBorder::Thick)
                .set_border_right_color(color::PAPER)
                .set_indent(1)
                .set_align(FormatAlign::Left)
                .set_align(FormatAlign::VerticalCenter)
        };
        [
            tile(&self.muted_run).set_font_size(9),
            tile(&self.strong_run)
                .set_font_size(size)
                .set_num_format(number_format),
            tile(&self.muted_run).set_font_size(9),
        ]
    }

    /// Excel's code for shares.
    pub fn percent(&self) -> &'static str {
        self.percent
    }
}

/// How cells of a kind are set.
fn of(kind: Kind, ink: &Format, percent: &str) -> Format {
    let base = ruled(ink).set_align(FormatAlign::Top);
    match kind {
        Kind::Words => base
            .set_text_wrap()
            .set_align(FormatAlign::Left)
            .set_indent(1),
        Kind::Ordinal => base.set_num_format("0").set_align(FormatAlign::Center),
        Kind::Name => base.set_text_wrap().set_bold().set_align(FormatAlign::Left),
        Kind::Count | Kind::Upright => base.set_num_format("0"),
        Kind::Mean => base.set_num_format("0.0"),
        Kind::Fine => base.set_num_format("0.00"),
        Kind::Share => base.set_num_format(percent),
        Kind::Level | Kind::UprightLevel => base
            .set_num_format("0")
            .set_bold()
            .set_align(FormatAlign::Center),
        Kind::Plain => Format::new(),
    }
}

/// With a thin line below.
fn ruled(format: &Format) -> Format {
    format
        .clone()
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(color::FAINT)
}

impl From<Color> for rust_xlsxwriter::Color {
    fn from(color: Color) -> Self {
        Self::RGB(u32::from_be_bytes([0, color.red, color.green, color.blue]))
    }
}

/// The colours of a level.
pub fn level(level: usize, levels: usize) -> Format {
    let colour = Color::of_level(level, levels);
    Format::new()
        .set_background_color(colour)
        .set_font_color(colour.ink())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_own_format() {
        for (place, kind) in KINDS.into_iter().enumerate() {
            assert_eq!(kind as usize, place);
        }
    }
}
