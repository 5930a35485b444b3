//! The workbook's colours: the ramp for levels, greys for context.

/// Running text.
pub const INK: u32 = 0x1a_22_2c;
/// Text that is context.
pub const MUTED: u32 = 0x5b_66_73;
/// Lines under table heads.
pub const LINE: u32 = 0x9a_a4_af;
/// Lines between rows.
pub const FAINT: u32 = 0xdc_e1_e6;
/// Heads and key figures.
pub const WASH: u32 = 0xf3_f5_f7;
/// Paper.
pub const PAPER: u32 = 0xff_ff_ff;
/// Bars that are no level.
pub const BAR: u32 = 0x2a_77_b0;

/// The ramp's stops, lightest first; they survive greyscale and colour blindness.
const RAMP: [u32; 5] = [0xff_f9_c9, 0xa9_dc_b5, 0x41_b6_c4, 0x2a_77_b0, 0x25_34_94];

/// The least contrast between text and what it stands on (WCAG 2.2, criterion 1.4.3).
const CONTRAST: f64 = 4.5;

/// The colour of a level, from 1, on a scale of so many.
pub fn of_level(level: usize, levels: usize) -> u32 {
    let last = RAMP.len() - 1;
    let steps = levels.max(2) - 1;
    let place = (level.max(1) - 1).min(steps) * last;
    let (stop, rest) = (place / steps, place % steps);
    readable(mixed(RAMP[stop], RAMP[(stop + 1).min(last)], rest, steps))
}

/// This colour, or the nearest darker one that carries readable text.
fn readable(mut colour: u32) -> u32 {
    while contrast(luminance(ink_on(colour)), luminance(colour)) < CONTRAST {
        colour = mixed(colour, INK, 1, 40);
    }
    colour
}

/// Dark or white, whichever is read more easily on a colour.
pub fn ink_on(colour: u32) -> u32 {
    let on_dark = contrast(luminance(PAPER), luminance(colour));
    let on_light = contrast(luminance(INK), luminance(colour));
    if on_light >= on_dark { INK } else { PAPER }
}

fn mixed(from: u32, to: u32, part: usize, whole: usize) -> u32 {
    let bytes = std::iter::zip(from.to_be_bytes(), to.to_be_bytes());
    bytes.fold(0, |colour, (from, to)| {
        let (from, to) = (usize::from(from), usize::from(to));
        let byte = (from * (whole - part) + to * part) / whole;
        // A mean of two bytes is a byte.
        (colour << 8) | u32::try_from(byte).unwrap_or(u32::from(u8::MAX))
    })
}

/// Relative luminance (WCAG 2.2).
fn luminance(colour: u32) -> f64 {
    let [_, red, green, blue] = colour.to_be_bytes().map(|byte| {
        let part = f64::from(byte) / 255.0;
        match part <= 0.04045 {
            true => part / 12.92,
            false => ((part + 0.055) / 1.055).powf(2.4),
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The contrast between two luminances, the lighter first or last.
fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_s_number_can_be_read_on_its_colour() {
        for levels in 2..=9 {
            for level in 1..=levels {
                let colour = of_level(level, levels);
                let ink = ink_on(colour);
                let contrast = contrast(luminance(ink), luminance(colour));
                assert!(contrast >= CONTRAST, "{level} of {levels}: {contrast}");
            }
        }
    }

    #[test]
    fn the_ramp_goes_from_its_first_to_its_last_colour() {
        for levels in 2..=9 {
            assert_eq!(of_level(1, levels), RAMP[0]);
            assert_eq!(of_level(levels, levels), RAMP[4]);
        }
    }
}
