//! A colour and how well it can be read.

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

impl Color {
    /// The paper.
    pub const PAPER: Self = Self::hex(0x00ff_ffff);
    /// Large areas: the darkest ground that words in the accent stand on.
    pub const WASH: Self = Self::hex(0x00f3_f5f7);
    /// Look here: blockers and disputes. What reports have unless they ask for another.
    pub const ACCENT: Self = Self::hex(0x00b4_3c0a);
    /// The least contrast between text and what it stands on (WCAG 2.2, criterion 1.4.3).
    pub const CONTRAST: f64 = 4.5;

    /// A colour from its six hexadecimal digits.
    pub(crate) const fn hex(rgb: u32) -> Self {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Self { red, green, blue }
    }

    /// A colour as style sheets write it, `#rrggbb` or `#rgb`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        match digits.len() {
            6 => Some(Self::hex(number)),
            // Each digit stands for two: 17 is hexadecimal 11.
            3 => Some(Self::hex(
                17 * ((number & 0xf00) << 8 | (number & 0x0f0) << 4 | number & 0x00f),
            )),
            _ => None,
        }
    }

    /// The contrast ratio between two colours, 1 … 21 (WCAG 2.2, "contrast ratio").
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The lightest shade of the same hue that can be read on a light ground; itself if it can.
    pub fn darkened_on(self, ground: Self) -> Self {
        let black = Self::hex(0);
        let steps = usize::from(u8::MAX);
        let mut shades = (0..=steps).map(|part| self.mix(black, part, steps));
        let readable = shades.find(|shade| shade.contrast(ground) >= Self::CONTRAST);
        readable.unwrap_or(black)
    }

    /// The darkest tint of the same hue that can be read on a dark ground; itself if it can.
    pub fn lightened_on(self, ground: Self) -> Self {
        let steps = usize::from(u8::MAX);
        let mut tints = (0..=steps).map(|part| self.mix(Self::PAPER, part, steps));
        let readable = tints.find(|tint| tint.contrast(ground) >= Self::CONTRAST);
        readable.unwrap_or(Self::PAPER)
    }

    /// `part`/`whole` of the way to another colour.
    pub(crate) fn mix(self, other: Self, part: usize, whole: usize) -> Self {
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

    /// Relative luminance, 0 … 1 (WCAG 2.2, "relative luminance").
    pub(crate) fn luminance(self) -> f64 {
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
    fn a_colour_is_written_as_it_is_read() {
        for text in ["#b43c0a", "#000000", "#ffffff", "#00ff7f"] {
            assert_eq!(
                Color::parse(text).map(|c| c.to_string()).as_deref(),
                Some(text)
            );
        }
        assert_eq!(Color::parse("#A4f"), Color::parse("#aa44ff"));
        for no_colour in ["b43c0a", "#b43c0", "#b43c0g", "#", "red", "#+43c0a", "#ææø"] {
            assert_eq!(Color::parse(no_colour), None, "{no_colour}");
        }
    }

    #[test]
    fn contrast_agrees_with_the_ends_and_a_known_grey() {
        let grey = Color::hex(0x0076_7676); // the lightest grey for text on white
        assert_eq!(Color::PAPER.contrast(Color::hex(0)), 21.0);
        assert!((grey.contrast(Color::PAPER) - 4.54).abs() < 0.005);
    }

    #[test]
    fn the_accent_can_be_read_wherever_it_stands() {
        for ground in [Color::PAPER, Color::WASH] {
            assert!(Color::ACCENT.contrast(ground) >= Color::CONTRAST);
            assert_eq!(Color::ACCENT.darkened_on(ground), Color::ACCENT);
        }
    }

    #[test]
    fn a_shade_is_the_lightest_that_can_be_read_and_keeps_its_hue() {
        let orange = Color::hex(0x00ff_8000);
        let shade = orange.darkened_on(Color::WASH);
        let contrast = shade.contrast(Color::WASH);
        assert!((Color::CONTRAST..4.6).contains(&contrast), "{shade}");
        let green = f64::from(shade.green) / f64::from(shade.red);
        assert!((green - 0.5).abs() < 0.01 && shade.blue == 0, "{shade}");
    }

    #[test]
    fn any_colour_has_a_tint_that_can_be_read_at_night() {
        let night = Color::hex(0x001c_232a);
        for colour in [Color::hex(0), Color::ACCENT, Color::hex(0x0000_00ff)] {
            let tint = colour.lightened_on(night);
            assert!(tint.contrast(night) >= Color::CONTRAST, "{colour} {tint}");
        }
    }
}
