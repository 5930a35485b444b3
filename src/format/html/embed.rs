//! What the file brings along: type, style and script, and the policy that allows them alone.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::assessment::{Color, Image, Logo};

/// Colours, type and focus of every page.
const BASE: &str = include_str!("base.css");

/// The type family's cuts: weight and woff2. The charts' labels are measured in it.
const CUTS: [(u16, &[u8]); 2] = [
    (
        400,
        include_bytes!("../../../assets/fonts/PlateauSans-Regular.woff2"),
    ),
    (
        600,
        include_bytes!("../../../assets/fonts/PlateauSans-Semibold.woff2"),
    ),
];

/// The darkest large area of a page at night; `base.css` has it too.
const NIGHT: Color = Color {
    red: 0x1c,
    green: 0x23,
    blue: 0x2a,
};

/// A page's style sheet with its type and accent colour behind what all pages share.
pub(super) fn style(accent: Color, sheet: &str) -> String {
    let mut style = String::new();
    for (weight, woff2) in CUTS {
        // Writing to a string cannot fail.
        let _ = writeln!(
            style,
            "@font-face{{font-family:\"Plateau Sans\";font-weight:{weight};font-display:block;\
             src:url(data:font/woff2;base64,{}) format(\"woff2\")}}",
            base64(woff2)
        );
    }
    let _ = writeln!(
        style,
        ":root{{--accent-day:{accent};--accent-night:{}}}",
        accent.lightened_on(NIGHT)
    );
    style + BASE + sheet
}

/// The content-security policy under which this style and script may work, and nothing else.
pub(super) fn policy(style: &str, script: &str) -> String {
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; img-src data:; font-src data:; \
         base-uri 'none'; form-action 'none'",
        source(style),
        source(script)
    )
}

/// A logo as an address that holds it whole.
pub(super) fn picture(logo: &Logo) -> String {
    let (kind, bytes) = match &logo.image {
        Image::Svg(svg) => ("svg+xml", svg.as_bytes()),
        Image::Png(bytes) => ("png", bytes.as_slice()),
    };
    format!("data:image/{kind};base64,{}", base64(bytes))
}

/// An inline block as a policy names it.
fn source(block: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(block.as_bytes())))
}

/// A name for a text that another text has not: the beginning of its SHA-256, in hexadecimal.
pub(super) fn fingerprint(text: &str) -> String {
    const BYTES: usize = 8;
    let hash = Sha256::digest(text.as_bytes());
    let digits = hash.iter().take(BYTES).map(|byte| format!("{byte:02x}"));
    digits.collect()
}

/// Base64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |i: usize| chunk.get(i).map_or(0, |&byte| u32::from(byte));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            if digit > chunk.len() {
                text.push('=');
            } else {
                let value = (bits >> (18 - 6 * digit)) & 0x3f;
                text.push(char::from(DIGITS[value as usize]));
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_agrees_with_the_examples_of_its_standard() {
        let examples = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (plain, coded) in examples {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn a_block_is_named_by_its_hash() {
        // An example of the standard (CSP Level 3, section 8.3).
        assert_eq!(
            source("alert('Hello, world.');"),
            "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
        );
    }

    #[test]
    fn the_night_of_the_style_is_the_one_that_the_accent_is_fit_for() {
        assert!(BASE.contains(&format!("--wash: {NIGHT};")));
    }
}
