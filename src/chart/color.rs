//! Colours: one ramp for levels, one accent, and greys for everything that is context.

use std::fmt;

/// An opaque colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

/// A colour from its six hexadecimal digits.
const fn hex(rgb: u32) -> Color {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Color { red, green, blue }
}

/// The paper.
pub const PAPER: Color = hex(0x00ff_ffff);
/// Running text.
pub const INK: Color = hex(0x001a_222c);
/// Text that is context.
pub const MUTED: Color = hex(0x005b_6673);
/// Lines that carry something.
pub const LINE: Color = hex(0x009a_a4af);
/// Grid lines, borders and tracks.
pub const FAINT: Color = hex(0x00dc_e1e6);
/// Large areas.
pub const WASH: Color = hex(0x00f3_f5f7);
/// Look here: blockers and disputes.
pub const ACCENT: Color = hex(0x00b4_3c0a);

/// Bars that are no level.
pub const BAR: Color = RAMP[3];

/// Text on light colours.
const DARK: Color = hex(0x000b_1016);
/// The least contrast between text and what it stands on (WCAG 2.2, criterion 1.4.3).
const CONTRAST: f64 = 4.5;
/// The ramp's stops, lightest first; they survive greyscale and colour blindness.
const RAMP: [Color; 5] = [
    hex(0x00ff_f9c9),
    hex(0x00a9_dcb5),
    hex(0x0041_b6c4),
    hex(0x002a_77b0),
    hex(0x0025_3494),
];
/// Lines that must be told apart; no red beside a green, each readable as text on paper.
const SERIES: [Color; 6] = [
    hex(0x0025_3494),
    hex(0x001b_6d7e),
    hex(0x007a_4e9c),
    hex(0x005b_6673),
    hex(0x008a_5a00),
    hex(0x0023_6a9f),
];

impl Color {
    /// The colour of a level, from 1, on a scale of so many.
    pub fn of_level(level: usize, levels: usize) -> Self {
        let last = RAMP.len() - 1;
        let (numerator, denominator) = (level.max(1) - 1, levels.max(2) - 1);
        let place = numerator.min(denominator) * last;
        let (stop, rest) = (place / denominator, place % denominator);
        let mixed = RAMP[stop].mix(RAMP[(stop + 1).min(last)], rest, denominator);
        mixed.readable()
    }

    /// The colour of one of several lines; after the last it starts over.
    pub fn of_series(index: usize) -> Self {
        SERIES[index % SERIES.len()]
    }

    /// Black or white, whichever can be read on this colour.
    pub fn ink(self) -> Self {
        if self.contrast(DARK) >= CONTRAST {
            DARK
        } else {
            PAPER
        }
    }

    /// The contrast ratio between two colours, 1 … 21 (WCAG 2.2, "contrast ratio").
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This colour, or the nearest darker one that carries readable text.
    fn readable(self) -> Self {
        let mut color = self;
        while color.contrast(color.ink()) < CONTRAST {
            color = color.mix(DARK, 1, 40);
        }
        color
    }

    /// `part`/`whole` of the way to another colour.
    fn mix(self, other: Self, part: usize, whole: usize) -> Self {
        let channel = |from: u8, to: u8| {
            let (from, to) = (usize::from(from), usize::from(to));
            let sum = from * (whole - part) + to * part;
            u8::try_from((sum + whole / 2) / whole).unwrap_or(u8::MAX)
        };
        Self {
            red: channel(self.red, other.red),
            green: channel(self.green, other.green),
            blue: channel(self.blue, other.blue),
        }
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_can_be_read_on_every_level_of_every_scale() {
        for levels in 2..=20 {
            for level in 1..=levels {
                let color = Color::of_level(level, levels);
                assert!(
                    color.contrast(color.ink()) >= CONTRAST,
                    "{level} of {levels}: {color}"
                );
            }
        }
    }

    #[test]
    fn every_scale_goes_from_the_ramp_s_first_colour_to_its_last() {
        for levels in 2..=9 {
            assert_eq!(Color::of_level(1, levels), RAMP[0]);
            assert_eq!(Color::of_level(levels, levels), RAMP[4]);
        }
    }

    #[test]
    fn a_higher_level_is_darker_so_that_greyscale_keeps_the_order() {
        for levels in 2..=12 {
            let ramp: Vec<f64> = (1..=levels)
                .map(|level| Color::of_level(level, levels).luminance())
                .collect();
            assert!(
                ramp.windows(2).all(|pair| pair[0] > pair[1]),
                "{levels}: {ramp:?}"
            );
        }
    }

    #[test]
    fn words_can_be_read_on_paper_and_wash() {
        let series = (0..SERIES.len()).map(Color::of_series);
        for color in [INK, MUTED, ACCENT].into_iter().chain(series) {
            assert!(color.contrast(PAPER) >= CONTRAST, "{color}");
            assert!(color.contrast(WASH) >= CONTRAST, "{color}");
        }
    }
}
