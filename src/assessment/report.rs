//! How reports look, and what stands in them.

use super::color::Color;
use super::logo::Logo;

/// How an assessment's reports look, and what stands in them besides the result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The organisation in whose name they are written.
    pub organisation: Option<String>,
    /// Who wrote them.
    pub author: Option<String>,
    /// What stands on their first page.
    pub logo: Option<Logo>,
    /// The one colour beside the greys; it can be read on [`Color::WASH`].
    pub accent: Color,
    /// The ids of their sections in order, each once; all in the usual order if `None`.
    pub sections: Option<Vec<String>>,
    /// What they say in words of their own after the result, a text a paragraph; may be empty.
    pub introduction: Vec<String>,
    /// What they say in words of their own after the next steps, likewise.
    pub conclusion: Vec<String>,
}

impl Default for Report {
    fn default() -> Self {
        Self {
            organisation: None,
            author: None,
            logo: None,
            accent: Color::ACCENT,
            sections: None,
            introduction: Vec::new(),
            conclusion: Vec::new(),
        }
    }
}

/// What the program can do in reports, for an assessment to choose from.
#[derive(Debug, Clone, Copy)]
pub struct Offer<'a> {
    /// The languages, by their codes.
    pub languages: &'a [&'a str],
    /// The ids of the sections, in the usual order.
    pub sections: &'a [&'a str],
}
