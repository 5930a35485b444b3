//! One chart as a file of its own: the same drawing in every format.

use crate::chart::{self, Drawing, PngError, Size};

/// A format for single charts.
pub struct Image {
    /// Its name, which is also the file ending.
    pub name: &'static str,
    /// Makes the file; the size matters to pictures made of points only.
    pub render: fn(&Drawing, Size) -> Result<Vec<u8>, PngError>,
}

/// Every format for single charts, the default first.
pub static IMAGES: &[Image] = &[
    Image {
        name: "png",
        render: chart::png,
    },
    Image {
        name: "svg",
        render: |drawing, _| Ok(drawing.standalone_svg().into_bytes()),
    },
];

/// The format of this name or file ending, in any case.
pub fn find(name: &str) -> Option<&'static Image> {
    IMAGES
        .iter()
        .find(|image| image.name.eq_ignore_ascii_case(name))
}
