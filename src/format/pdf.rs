//! The report as PDF, typeset by an embedded Typst: tagged, archivable (PDF/A-2a) and
//! accessible (PDF/UA-1), with the same bytes for the same report.
//!
//! `pdf.typ` is the design; it is given the report as data and never as code, so whatever
//! people wrote prints as written. The first section of every report's depth is the page for a
//! reader in a hurry: it stands alone on a page, and its figures shrink (within reason) to fit there.
//!
//! A single chart is a page of the drawing's size, after the same rules (`pdf/drawing.typ`).

#[cfg(feature = "pdf")]
mod document;
#[cfg(feature = "pdf")]
mod drawing;
#[cfg(feature = "pdf")]
mod questionnaire;
#[cfg(feature = "pdf")]
mod running;
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
use crate::view::form::Questionnaire;

use super::Rendered;

/// Whether this binary can write PDF at all.
pub const AVAILABLE: bool = cfg!(feature = "pdf");

/// Typesets a report. Characters that the typeface lacks are replaced and warned about
/// (C017).
///
/// # Errors
///
/// C004 if the binary was built without PDF, C018 if the typesetter refuses, which no report
/// should cause.
#[cfg(feature = "pdf")]
pub fn render(view: &View) -> Rendered {
    let mut typeface = typeface::Typeface::new(&view.language);
    let document = document::compose(view, &mut typeface);
    let bytes = typeset::typeset(&document)?;
    typeface.into_warnings().guard(bytes)
}

/// Typesets a report; this binary cannot.
///
/// # Errors
///
/// Always C004.
#[cfg(not(feature = "pdf"))]
pub fn render(_: &View) -> Rendered {
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

/// Typesets a questionnaire to be filled in on paper. Characters that the typeface lacks are
/// replaced and warned about (C017).
///
/// # Errors
///
/// As [`render`].
#[cfg(feature = "pdf")]
pub fn render_questionnaire(asked: &Questionnaire) -> Rendered {
    let mut typeface = typeface::Typeface::new(&asked.language);
    let document = questionnaire::compose(asked, &mut typeface);
    let bytes = typeset::typeset(&document)?;
    typeface.into_warnings().guard(bytes)
}

/// Typesets a questionnaire; this binary cannot.
///
/// # Errors
///
/// Always C004.
#[cfg(not(feature = "pdf"))]
pub fn render_questionnaire(_: &Questionnaire) -> Rendered {
    Err(unavailable("ask for the questionnaire as .xlsx or .html"))
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
        let refused = render(&view).err();
        let code = refused.and_then(|all| all.iter().next().map(|each| each.first.code.id));
        assert_eq!((AVAILABLE, code), (false, Some("C004")));
    }
}
