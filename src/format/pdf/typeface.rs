//! The embedded family: which characters it has, how wide they are, and what stands in for
//! those that it lacks.

use std::collections::BTreeSet;

use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontVariant, FontVariations};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::diagnostic::{Diagnostic, Diagnostics, code};

/// The faces of the family, regular before semibold.
const FACES: [&[u8]; 2] = [
    include_bytes!("../../../assets/fonts/PlateauSans-Regular.ttf"),
    include_bytes!("../../../assets/fonts/PlateauSans-Semibold.ttf"),
];

/// Stands for a character that cannot be drawn.
const BOX: char = '□';

/// A stretch without a place to break is given one after so many characters.
const UNBROKEN: usize = 16;

/// The characters, from the first on, that are looked up once instead of wherever they occur.
const LATIN: std::ops::Range<char> = '\0'..'\u{180}';

/// The family, for texts of one language.
pub(super) struct Typeface {
    faces: Vec<FontInstance>,
    /// Whether every face has a character, for those that nearly all texts consist of.
    latin: Vec<bool>,
    language: Option<hypher::Lang>,
    lacking: BTreeSet<char>,
}

/// The faces as Typst knows them, in the order of [`FACES`].
pub(super) fn faces() -> Vec<Font> {
    FACES
        .iter()
        .filter_map(|face| Font::new(Bytes::new(*face), 0))
        .collect()
}

fn all_have(faces: &[FontInstance], c: char) -> bool {
    faces
        .iter()
        .all(|face| face.ttf().glyph_index(c).is_some_and(|glyph| glyph.0 != 0))
}

impl Typeface {
    pub(super) fn new(language: &str) -> Self {
        let iso: Option<[u8; 2]> = language.as_bytes().try_into().ok();
        let faces: Vec<FontInstance> = faces()
            .into_iter()
            .map(|face| {
                // The faces are static: neither variant nor size changes them.
                face.instantiate(
                    FontVariant::default(),
                    Abs::zero(),
                    &FontVariations::default(),
                )
            })
            .collect();
        Self {
            latin: LATIN.map(|c| all_have(&faces, c)).collect(),
            faces,
            language: iso.and_then(hypher::Lang::from_iso),
            lacking: BTreeSet::new(),
        }
    }

    /// The text with nothing in it that the family cannot draw.
    pub(super) fn drawable(&mut self, text: &str) -> String {
        let mut fit = String::with_capacity(text.len());
        // Composed first: the family has å, whichever way a file spells it.
        for c in text.replace("\r\n", "\n").nfc() {
            match c {
                '\n' | '\r' | '\u{2028}' | '\u{2029}' => fit.push('\n'),
                c if self.has(c) => fit.push(c),
                c if c.is_whitespace() => fit.push(' '),
                c if is_invisible(c) => {}
                c => {
                    self.lacking.insert(c);
                    fit.push_str(&self.stand_in(c));
                }
            }
        }
        fit
    }

    /// A drawable text that also breaks where a line ends, however long its words are.
    pub(super) fn breakable(&mut self, text: &str) -> String {
        let text = self.drawable(text);
        let mut soft = String::with_capacity(text.len());
        for word in text.split_inclusive(char::is_whitespace) {
            for part in self.parts(word) {
                let mut run = 0;
                for c in part.chars() {
                    if run == UNBROKEN {
                        soft.push('\u{200b}');
                        run = 0;
                    }
                    soft.push(c);
                    run += 1;
                }
            }
        }
        soft
    }

    /// The parts of a word between which a line may end.
    pub(super) fn parts<'a>(&self, word: &'a str) -> Vec<&'a str> {
        let letters = word.trim_end_matches(|c: char| !c.is_alphabetic());
        match self.language {
            Some(language) if !letters.is_empty() && letters.chars().all(char::is_alphabetic) => {
                let mut parts: Vec<&str> = hypher::hyphenate(letters, language).collect();
                parts.push(&word[letters.len()..]);
                parts
            }
            _ => vec![word],
        }
    }

    /// How wide a text is on one line, in em; kerning is ignored.
    pub(super) fn width(&self, text: &str, semibold: bool) -> f64 {
        let Some(face) = self.faces.get(usize::from(semibold)) else {
            return 0.0;
        };
        text.chars()
            .filter_map(|c| face.ttf().glyph_index(c))
            .filter_map(|glyph| face.x_advance(glyph.0))
            .map(typst::layout::Em::get)
            .sum()
    }

    /// What had to be replaced, as warnings. The characters alone say nothing about who
    /// wrote what.
    pub(super) fn into_warnings(self) -> Diagnostics {
        let mut warnings = Diagnostics::new();
        if !self.lacking.is_empty() {
            let codes: Vec<String> = self.lacking.iter().copied().map(name).collect();
            warnings.push(
                Diagnostic::warning(
                    &code::C017,
                    format!("the PDF's typeface cannot draw {}", codes.join(", ")),
                )
                .help("the HTML report shows the text as it was written"),
            );
        }
        warnings
    }

    fn has(&self, c: char) -> bool {
        let known = self.latin.get(c as usize).copied();
        known.unwrap_or_else(|| all_have(&self.faces, c))
    }

    /// The nearest plain letters, or a box. Never a character that markup gives a meaning.
    fn stand_in(&self, c: char) -> String {
        let plain: String = std::iter::once(c)
            .nfkd()
            .filter(|c| !is_combining_mark(*c))
            .collect();
        let fits = |c: char| c.is_alphanumeric() && self.has(c);
        if !plain.is_empty() && plain.chars().all(fits) {
            plain
        } else {
            BOX.to_string()
        }
    }
}

/// Characters without a shape of their own; some of them would reorder what follows.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// A character as a warning names it: drawn where a terminal surely can, and by number.
fn name(c: char) -> String {
    if c.is_control() {
        format!("U+{:04X}", u32::from(c))
    } else {
        format!("{c} (U+{:04X})", u32::from(c))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn both_faces_are_embedded_and_draw_danish() {
        let mut danish = Typeface::new("da");
        assert_eq!(danish.faces.len(), FACES.len());
        let text = "Æblegrød på Ærø – 2,5 ≥ 2 → ■ “så”";
        assert_eq!(danish.drawable(text), text);
        assert!(danish.into_warnings().is_empty());
    }

    #[test]
    fn a_decomposed_letter_is_the_same_letter() {
        assert_eq!(Typeface::new("da").drawable("a\u{30a}ben"), "åben");
    }

    #[test]
    fn what_cannot_be_drawn_is_replaced_and_named() {
        let mut danish = Typeface::new("da");
        assert_eq!(
            danish.drawable("👍\u{fe0f} ① 漢 \u{1b}[31m ＜b＞"),
            "□ 1 □ □[31m □b□"
        );
        let warnings = danish.into_warnings();
        let said = &warnings.iter().next().unwrap().first.message;
        assert!(said.contains("👍 (U+1F44D)"), "{said}");
        assert!(
            said.contains("U+001B") && !said.contains('\u{1b}'),
            "{said}"
        );
    }

    #[test]
    fn a_reordering_character_is_dropped() {
        assert_eq!(Typeface::new("da").drawable("a\u{202e}b"), "ab");
    }

    #[test]
    fn a_word_without_an_end_can_be_broken() {
        let long = "x".repeat(100);
        let soft = Typeface::new("da").breakable(&long);
        assert_eq!(soft.replace('\u{200b}', ""), long);
        assert!(soft.split('\u{200b}').all(|part| part.len() <= UNBROKEN));
    }
}
