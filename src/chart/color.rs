//! Colours: one ramp for levels, one accent, and greys for everything that is context.

pub use crate::assessment::Color;

/// The paper.
pub const PAPER: Color = Color::PAPER;
/// Large areas.
pub const WASH: Color = Color::WASH;
/// Running text.
pub const INK: Color = Color::hex(0x001a_222c);
/// Text that is context.
pub const MUTED: Color = Color::hex(0x005b_6673);
/// Lines that carry something.
pub const LINE: Color = Color::hex(0x009a_a4af);
/// Grid lines, borders and tracks.
pub const FAINT: Color = Color::hex(0x00dc_e1e6);

/// Bars that are no level.
pub const BAR: Color = RAMP[3];

/// Text on light colours.
const DARK: Color = Color::hex(0x000b_1016);
/// The ramp's stops, lightest first; they survive greyscale and colour blindness.
const RAMP: [Color; 5] = [
    Color::hex(0x00ff_f9c9),
    Color::hex(0x00a9_dcb5),
    Color::hex(0x0041_b6c4),
    Color::hex(0x002a_77b0),
    Color::hex(0x0025_3494),
];
/// Lines that must be told apart; no red beside a green, each readable as text on paper.
const SERIES: [Color; 6] = [
    Color::hex(0x0025_3494),
    Color::hex(0x001b_6d7e),
    Color::hex(0x007a_4e9c),
    Color::hex(0x005b_6673),
    Color::hex(0x008a_5a00),
    Color::hex(0x0023_6a9f),
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
        if self.contrast(DARK) >= Self::CONTRAST {
            DARK
        } else {
            PAPER
        }
    }

    /// This colour, or the nearest darker one that carries readable text.
    fn readable(self) -> Self {
        let mut color = self;
        while color.contrast(color.ink()) < Self::CONTRAST {
            color = color.mix(DARK, 1, 40);
        }
        color
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
                    color.contrast(color.ink()) >= Color::CONTRAST,
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
        for color in [INK, MUTED, Color::ACCENT].into_iter().chain(series) {
            assert!(color.contrast(PAPER) >= Color::CONTRAST, "{color}");
            assert!(color.contrast(WASH) >= Color::CONTRAST, "{color}");
        }
    }
}
