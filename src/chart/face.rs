//! The embedded type family: what it can write, how wide it runs, where lines may break.

use std::sync::LazyLock;

use ttf_parser::Face;

/// What the family is called in SVG.
pub const FAMILY: &str = "Plateau Sans";
/// How far letters reach above the baseline, in ems.
pub const ASCENT: f64 = 0.74;
/// How far letters reach below it, in ems.
pub const DESCENT: f64 = 0.21;
/// Stands in for what the family cannot write.
const SUBSTITUTE: char = '□';

/// A cut of the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Titles and what should be seen first.
    Semibold,
}

/// A cut as files: TrueType for drawing here, WOFF2 for browsers.
pub struct Cut {
    /// Which one it is.
    pub weight: Weight,
    /// The TrueType file.
    pub ttf: &'static [u8],
    /// The WOFF2 file.
    pub woff2: &'static [u8],
}

/// Every cut of the family.
pub static CUTS: [Cut; 2] = [
    Cut {
        weight: Weight::Regular,
        ttf: include_bytes!("../../assets/fonts/PlateauSans-Regular.ttf"),
        woff2: include_bytes!("../../assets/fonts/PlateauSans-Regular.woff2"),
    },
    Cut {
        weight: Weight::Semibold,
        ttf: include_bytes!("../../assets/fonts/PlateauSans-Semibold.ttf"),
        woff2: include_bytes!("../../assets/fonts/PlateauSans-Semibold.woff2"),
    },
];

/// Every advance in font units, by cut and character; `None` for what the family lacks.
static ADVANCES: LazyLock<[Vec<Option<u16>>; 2]> = LazyLock::new(|| {
    CUTS.each_ref().map(|cut| match Face::parse(cut.ttf, 0) {
        Ok(face) => (0..BEYOND)
            .map(|code| face.glyph_hor_advance(face.glyph_index(char::from_u32(code)?)?))
            .collect(),
        // The bytes are compiled in, and a test measures with them.
        Err(fault) => unreachable!("the embedded font is damaged: {fault}"),
    })
});

/// One past the last character that the recipe puts into the family.
const BEYOND: u32 = 0x2800;
/// The family's font units an em.
const UNITS: f64 = 1000.0;

impl Weight {
    /// Its number in CSS and SVG.
    pub fn number(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Semibold => 600,
        }
    }

    fn advance(self, character: char) -> Option<u16> {
        let advances = &ADVANCES[usize::from(self == Self::Semibold)];
        advances.get(character as usize).copied().flatten()
    }

    /// How wide a text runs at a font size of one. Kerning is left out, which makes it a
    /// per cent or so too wide, never too narrow.
    pub fn width(self, text: &str) -> f64 {
        let advance = |c| self.advance(c).or_else(|| self.advance(SUBSTITUTE));
        let units: u32 = text.chars().filter_map(advance).map(u32::from).sum();
        f64::from(units) / UNITS
    }
}

/// Whether the family can write a character.
pub fn writes(character: char) -> bool {
    Weight::Regular.advance(character).is_some()
}

/// A text as it can be written: on one line, without control and direction characters, a
/// placeholder for what the family lacks.
pub fn writable(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            c if c.is_whitespace() => {
                if !clean.is_empty() && !clean.ends_with(' ') {
                    clean.push(' ');
                }
            }
            c if c.is_control() || invisible(c) => {}
            c if writes(c) => clean.push(c),
            _ => clean.push(SUBSTITUTE),
        }
    }
    clean.truncate(clean.trim_end().len());
    clean
}

/// Characters that leave no mark but may turn or hide what stands around them.
fn invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
        | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e0fff}')
}

/// A writable text on as many lines as it needs, none wider than `width` ems (a single
/// letter apart). Breaks at spaces and after hyphens and slashes, inside a word only where
/// the word alone is too wide.
pub fn wrap(text: &str, weight: Weight, width: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(&writable(text)) {
        let line = lines.last_mut().map(std::mem::take).unwrap_or_default();
        lines.pop();
        let joined = format!("{line}{piece}");
        if weight.width(joined.trim_end()) <= width {
            lines.push(joined);
            continue;
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines.extend(split(&piece, weight, width));
    }
    let mut lines: Vec<String> = lines
        .into_iter()
        .map(|line| line.trim_end().to_owned())
        .collect();
    lines.retain(|line| !line.is_empty());
    lines
}

/// A text cut after every place where a line may end.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        piece.push(character);
        let next_is_letter = characters.peek().is_some_and(|c| c.is_alphabetic());
        let may_end = character == ' ' || (matches!(character, '-' | '/' | '–') && next_is_letter);
        if may_end && piece.chars().count() > 1 {
            pieces.push(std::mem::take(&mut piece));
        }
    }
    pieces.push(piece);
    pieces
}

/// A piece cut so that each part and its hyphen fit; one that fits is left whole.
fn split(piece: &str, weight: Weight, width: f64) -> Vec<String> {
    if weight.width(piece.trim_end()) <= width {
        return vec![piece.to_owned()];
    }
    let mut parts = vec![String::new()];
    for character in piece.chars() {
        let part = parts.last().cloned().unwrap_or_default();
        if part.chars().count() > 1 && weight.width(&format!("{part}{character}-")) > width {
            if let Some(last) = parts.last_mut().filter(|last| !last.ends_with('-')) {
                last.push('-');
            }
            parts.push(character.to_string());
        } else if let Some(last) = parts.last_mut() {
            last.push(character);
        }
    }
    parts
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn danish_letters_and_the_marks_of_charts_can_be_written() {
        for character in "æøåÆØÅéüöß→▲●■□✓≥≤−–»«…½×".chars() {
            assert!(writes(character), "{character}");
        }
        assert_eq!(writable("漢\u{202e}x\u{7}  \n y\u{200b}"), "□x y");
    }

    #[test]
    fn the_advances_are_those_of_the_embedded_files() {
        for cut in &CUTS {
            let face = Face::parse(cut.ttf, 0).unwrap();
            assert_eq!(f64::from(face.units_per_em()), UNITS);
            let glyph = face.glyph_index('Å').unwrap();
            assert_eq!(cut.weight.advance('Å'), face.glyph_hor_advance(glyph));
        }
    }

    #[test]
    fn digits_are_equally_wide_so_that_columns_line_up() {
        for weight in [Weight::Regular, Weight::Semibold] {
            for digit in "123456789".chars() {
                let difference = weight.width(&digit.to_string()) - weight.width("0");
                assert!(difference.abs() < 1e-9, "{digit}");
            }
        }
    }

    #[test]
    fn no_line_is_wider_than_asked_and_nothing_is_lost() {
        let text = "Kunderejseanalyse og service blueprint, Forretnings- og driftsstandarder";
        for width in 2..40 {
            let width = f64::from(width);
            let lines = wrap(text, Weight::Regular, width);
            let kept: String = lines.concat().replace(['-', ' '], "");
            assert_eq!(kept, text.replace(['-', ' '], ""));
            for line in lines {
                assert!(
                    Weight::Regular.width(&line) <= width + 1e-9,
                    "{line} at {width}"
                );
            }
        }
    }
}
