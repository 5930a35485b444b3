//! The report as PDF, typeset by an embedded Typst: tagged, archivable (PDF/A-2a) and
//! accessible (PDF/UA-1), with the same bytes for the same report.
//!
//! `pdf.typ` is the design; it is given the report as data and never as code, so whatever
//! people wrote prints as written. The first section is the page for a reader in a hurry:
//! it stands alone on the second page, and its figures shrink (within reason) to fit there.
//!
//! A single chart is a page of the drawing's size, after the same rules (`pdf/drawing.typ`).

#[cfg(feature = "pdf")]
mod document;
#[cfg(feature = "pdf")]
mod drawing;
#[cfg(feature = "pdf")]
mod table;
#[cfg(feature = "pdf")]
mod typeface;
#[cfg(feature = "pdf")]
mod typeset;

use crate::chart::Drawing;
#[cfg(not(feature = "pdf"))]
use crate::diagnostic::{Diagnostic, Diagnostics, code};
use crate::view::View;

use super::Rendered;

/// Whether this binary can write PDF at all.
pub const AVAILABLE: bool = cfg!(feature = "pdf");

/// What a PDF may look like beyond what its report says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The one colour beside the greys, as red, green and blue. It carries text on white,
    /// so its contrast must be 4.5 : 1 or more.
    pub accent: [u8; 3],
}

impl Default for Look {
    fn default() -> Self {
        Self {
            accent: [0xa8, 0x3f, 0x0d],
        }
    }
}

/// Typesets a report. Characters that the typeface lacks are replaced and warned about
/// (C017).
///
/// # Errors
///
/// C004 if the binary was built without PDF, C018 if the typesetter refuses, which no report
/// should cause.
#[cfg(feature = "pdf")]
pub fn render(view: &View, look: &Look) -> Rendered {
    let mut typeface = typeface::Typeface::new(&view.language);
    let document = document::compose(view, look, &mut typeface);
    let bytes = typeset::typeset(&document)?;
    typeface.into_warnings().guard(bytes)
}

/// Typesets a report; this binary cannot.
///
/// # Errors
///
/// Always C004.
#[cfg(not(feature = "pdf"))]
pub fn render(_: &View, _: &Look) -> Rendered {
    Err(unavailable("ask for the report as .html or .md"))
}

/// Typesets a drawing on a page of its size. What the typeface lacks, the drawing has replaced
/// already.
///
/// # Errors
///
/// As [`render`].
#[cfg(feature = "pdf")]
pub fn render_drawing(drawing: &Drawing) -> Rendered {
    super::sound(typeset::typeset(&drawing::compose(drawing))?)
}

/// Typesets a drawing; this binary cannot.
///
/// # Errors
///
/// Always C004.
#[cfg(not(feature = "pdf"))]
pub fn render_drawing(_: &Drawing) -> Rendered {
    Err(unavailable("ask for the chart as .svg or .png"))
}

#[cfg(not(feature = "pdf"))]
fn unavailable(instead: &str) -> Diagnostics {
    Diagnostic::error(&code::C004, "this binary was built without PDF")
        .help(instead)
        .help("build with the feature `pdf`, which is on by default")
        .into()
}

#[cfg(all(test, not(feature = "pdf")))]
mod tests {
    use super::*;
    use crate::view::Imprint;

    #[test]
    fn a_binary_without_pdf_says_so() {
        let view = View {
            language: "da".into(),
            title: String::new(),
            subtitle: Vec::new(),
            imprint: Imprint::default(),
            sections: Vec::new(),
        };
        let refused = render(&view, &Look::default()).err();
        let code = refused.and_then(|all| all.iter().next().map(|each| each.first.code.id));
        assert_eq!((AVAILABLE, code), (false, Some("C004")));
    }
}
