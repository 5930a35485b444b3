//! A finished drawing as SVG, and what every chart has around its figure.

use std::fmt::Write as _;

use super::canvas::{Lettering, TextBox, decimal, escape};
use super::color::{MUTED, PAPER};
use super::face::{CUTS, FAMILY, writable};
use super::sheet::{LABEL, MARGIN, Sheet, TITLE};
use super::{Chart, Frame};

/// A finished drawing: the same picture in every format.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// How wide it is, in pixels.
    pub width: f64,
    /// How tall it is.
    pub height: f64,
    /// The room each text takes up, in drawing order.
    pub texts: Vec<TextBox>,
    /// What stands around it.
    pub frame: Frame,
    head: String,
    body: String,
}

impl Drawing {
    /// What is on the paper, cut at `height`.
    pub(super) fn new(sheet: &Sheet, chart: &Chart, height: f64) -> Self {
        let (body, texts) = sheet.take();
        let (width, height) = (sheet.width, height.ceil());
        let frame = &chart.frame;
        let id = identity(&frame.id);
        let mut head = String::new();
        let _ = writeln!(
            head,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" \
             viewBox=\"0 0 {w} {h}\" role=\"img\" lang=\"{language}\" \
             aria-labelledby=\"{id}-title {id}-desc\" font-family=\"'{FAMILY}', sans-serif\">",
            w = decimal(width),
            h = decimal(height),
            language = escape(&frame.language),
        );
        let _ = writeln!(
            head,
            r#"<title id="{id}-title">{}</title>"#,
            words(&frame.title)
        );
        let _ = writeln!(
            head,
            r#"<desc id="{id}-desc">{}</desc>"#,
            words(&frame.description)
        );
        Self {
            width,
            height,
            texts,
            frame: frame.clone(),
            head,
            body,
        }
    }

    /// The drawing as SVG that names the type family: for documents that bring it along.
    pub fn svg(&self) -> String {
        self.around("")
    }

    /// The drawing as SVG that brings the type family along: for files that stand alone.
    pub fn standalone_svg(&self) -> String {
        let mut style = String::from("<style>");
        for cut in &CUTS {
            let _ = write!(
                style,
                "@font-face{{font-family:'{FAMILY}';font-weight:{};\
                 src:url(data:font/woff2;base64,{}) format('woff2')}}",
                cut.weight.number(),
                base64(cut.woff2)
            );
        }
        style.push_str("</style>\n");
        self.around(&style)
    }

    fn around(&self, style: &str) -> String {
        let Self {
            width,
            height,
            head,
            body,
            ..
        } = self;
        let (width, height) = (decimal(*width), decimal(*height));
        format!(
            "{head}{style}<rect width=\"{width}\" height=\"{height}\" fill=\"{PAPER}\"/>\n{body}</svg>\n"
        )
    }
}

fn words(text: &str) -> String {
    escape(&writable(text))
}

/// An id that is safe in an attribute and in a list of ids.
fn identity(id: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    id.chars().map(safe).collect()
}

/// Base64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| chunk.get(index).map_or(0, |&byte| u32::from(byte));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            let value = (bits >> (18 - 6 * digit)) & 0x3f;
            if digit <= chunk.len() {
                text.push(char::from(DIGITS[value as usize]));
            } else {
                text.push('=');
            }
        }
    }
    text
}

/// Sets title and subtitle; returns where the figure begins.
pub(super) fn head(sheet: &Sheet, frame: &Frame) -> f64 {
    let width = sheet.width - 2.0 * MARGIN;
    let title = Lettering::new(TITLE).strong();
    let y = sheet.paragraph((MARGIN, MARGIN - 4.0), width, &frame.title, title);
    let subtitle = Lettering::new(LABEL).color(MUTED);
    sheet.paragraph((MARGIN, y + 2.0), width, &frame.subtitle, subtitle) + 16.0
}

/// Sets the notes under a figure; returns where the paper ends.
pub(super) fn notes(sheet: &Sheet, frame: &Frame, bottom: f64) -> f64 {
    let width = sheet.width - 2.0 * MARGIN;
    let mut y = bottom + 14.0;
    for note in &frame.notes {
        y = sheet.paragraph((MARGIN, y), width, note, Lettering::note()) + 2.0;
    }
    y + MARGIN - 6.0
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
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ];
        for (plain, coded) in examples {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }
}
