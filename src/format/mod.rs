//! Bytes: a [`View`] in each output format. A format computes nothing, and makes people's
//! own words inert: whatever an answers file says, it is shown and never acted on.

mod body;
pub mod csv;
mod document;
pub mod form;
pub mod html;
pub mod image;
mod json;
mod limesurvey;
mod markdown;
mod measure;
pub mod pdf;
mod quick_import;
pub mod terminal;
mod words;
mod xlsx;

use std::io::{self, Write};

use crate::diagnostic::{Diagnostics, Warned};
use crate::view::{Extent, View};

pub use body::Body;
pub use json::schema;

/// An output format.
pub struct Format {
    /// What `--format` calls it.
    pub name: &'static str,
    /// The file endings that choose it, without the dot.
    pub endings: &'static [&'static str],
    /// Whether the bytes are UTF-8 text.
    pub is_text: bool,
    /// How much of a report it shows, unless more is asked for.
    pub extent: Extent,
    /// How it makes bytes; the same report and style give the same.
    writes: Writes,
}

/// How a format makes bytes of a report.
enum Writes {
    /// All at once.
    Whole(fn(&View, &Style) -> Rendered),
    /// Piece by piece, as they are written: where there may be many, and nothing can be wrong.
    Piecemeal(fn(&View, &mut dyn Write) -> io::Result<()>),
}

/// A file's bytes with what should be said about them, or why there are none.
pub type Rendered = Result<Warned<Vec<u8>>, Diagnostics>;

/// Bytes about which there is nothing to say.
fn sound(bytes: Vec<u8>) -> Rendered {
    Diagnostics::new().guard(bytes)
}

/// All output formats; the first is what a terminal gets.
pub static FORMATS: &[Format] = &[
    Format {
        name: "terminal",
        endings: &["txt"],
        is_text: true,
        extent: Extent::Summary,
        writes: Writes::Whole(|view, style| sound(self::terminal::render(view, style))),
    },
    Format {
        name: "markdown",
        endings: &["md", "markdown"],
        is_text: true,
        extent: Extent::Illustrated,
        writes: Writes::Whole(|view, style| sound(self::markdown::render(view, style))),
    },
    Format {
        name: "html",
        endings: &["html"],
        is_text: true,
        extent: Extent::Illustrated,
        writes: Writes::Whole(|view, style| sound(self::html::render(view, style))),
    },
    Format {
        name: "pdf",
        endings: &["pdf"],
        is_text: false,
        extent: Extent::Illustrated,
        writes: Writes::Whole(|view, _| self::pdf::render(view)),
    },
    Format {
        name: "xlsx",
        endings: &["xlsx"],
        is_text: false,
        extent: Extent::Full,
        writes: Writes::Whole(|view, style| sound(self::xlsx::render(view, style))),
    },
    Format {
        name: "json",
        endings: &["json"],
        is_text: true,
        extent: Extent::Numbers,
        writes: Writes::Piecemeal(self::json::write),
    },
    Format {
        name: "csv",
        endings: &["csv"],
        is_text: true,
        extent: Extent::Numbers,
        writes: Writes::Piecemeal(self::csv::write),
    },
];

/// How a format that has a choice sets a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The columns of a terminal.
    pub width: u16,
    /// Whether ANSI colours may be used.
    pub colour: bool,
    /// Whether the terminal shows the full report, not only the summary.
    pub verbose: bool,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            width: 80,
            colour: false,
            verbose: false,
        }
    }
}

impl Format {
    /// How much of a report it shows in a style.
    pub fn extent(&self, style: &Style) -> Extent {
        match self.extent {
            Extent::Summary if style.verbose => Extent::Full,
            extent => extent,
        }
    }

    /// A report as a file is to hold it; the same report and style give the same bytes.
    ///
    /// # Errors
    /// Why the format cannot show it.
    pub fn render<'v>(
        &self,
        view: &'v View,
        style: &Style,
    ) -> Result<Warned<Body<'v>>, Diagnostics> {
        match self.writes {
            Writes::Whole(render) => {
                let Warned { value, warnings } = render(view, style)?;
                warnings.guard(value.into())
            }
            Writes::Piecemeal(write) => Diagnostics::new().guard(Body::Piecemeal(view, write)),
        }
    }
}

/// The format with this name.
pub fn find(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// The format that a file ending (without the dot, in any case) chooses.
pub fn by_ending(ending: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| {
        format
            .endings
            .iter()
            .any(|known| known.eq_ignore_ascii_case(ending))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_chooses_a_format_in_any_case() {
        assert_eq!(by_ending("MD").unwrap().name, "markdown");
        assert!(by_ending("docx").is_none());
    }

    #[test]
    fn no_two_formats_share_a_name_or_an_ending() {
        for (i, one) in FORMATS.iter().enumerate() {
            assert_eq!(find(one.name).unwrap().name, one.name);
            for other in &FORMATS[i + 1..] {
                assert!(one.endings.iter().all(|e| !other.endings.contains(e)));
            }
        }
    }
}
