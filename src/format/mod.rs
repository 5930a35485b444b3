//! Bytes: a [`View`] in each output format. A format computes nothing, and makes people's
//! own words inert: whatever an answers file says, it is shown and never acted on.

mod csv;
mod document;
mod html;
pub mod image;
mod json;
mod markdown;
mod terminal;
mod words;

use crate::view::View;

pub use json::schema;

/// An output format.
pub struct Format {
    /// What `--format` calls it.
    pub name: &'static str,
    /// The file endings that choose it, without the dot.
    pub endings: &'static [&'static str],
    /// Renders a report; the same report and style give the same bytes.
    pub render: fn(&View, &Style) -> Vec<u8>,
}

/// All output formats; the first is what a terminal gets.
pub static FORMATS: &[Format] = &[
    Format {
        name: "terminal",
        endings: &["txt"],
        render: self::terminal::render,
    },
    Format {
        name: "markdown",
        endings: &["md", "markdown"],
        render: self::markdown::render,
    },
    Format {
        name: "html",
        endings: &["html"],
        render: self::html::render,
    },
    Format {
        name: "json",
        endings: &["json"],
        render: self::json::render,
    },
    Format {
        name: "csv",
        endings: &["csv"],
        render: self::csv::render,
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
