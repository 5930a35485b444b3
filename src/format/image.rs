//! One chart as a file of its own: the same drawing in every format.

use crate::chart::{self, Drawing, PngError, Size};
use crate::diagnostic::{Diagnostic, code};

use super::{Rendered, pdf, sound};

/// A format for single charts.
pub struct Image {
    /// Its name, which is also the file ending.
    pub name: &'static str,
    /// Whether it is made of points, so that their number may be chosen.
    pub has_points: bool,
    /// Makes the file; the size matters to pictures made of points only.
    pub render: fn(&Drawing, Size) -> Rendered,
}

/// Every format for single charts, the default first.
pub static IMAGES: &[Image] = &[
    Image {
        name: "png",
        has_points: true,
        render: png,
    },
    Image {
        name: "svg",
        has_points: false,
        render: |drawing, _| sound(drawing.standalone_svg().into_bytes()),
    },
    Image {
        name: "pdf",
        has_points: false,
        render: |drawing, _| pdf::render_drawing(drawing),
    },
];

/// The format of this name or file ending, in any case.
pub fn find(name: &str) -> Option<&'static Image> {
    IMAGES
        .iter()
        .find(|image| image.name.eq_ignore_ascii_case(name))
}

fn png(drawing: &Drawing, size: Size) -> Rendered {
    match chart::png(drawing, size) {
        Ok(bytes) => sound(bytes),
        Err(PngError::Size(across, down)) => Err(Diagnostic::error(
            &code::C016,
            format!("a picture of {across} × {down} points cannot be made"),
        )
        .help("choose another `--width` or `--scale`")
        .into()),
        Err(PngError::Failed(reason)) => Err(Diagnostic::error(
            &code::C016,
            format!("the picture could not be made: {reason}"),
        )
        .help("as .svg it has no points and can be made")
        .into()),
    }
}
