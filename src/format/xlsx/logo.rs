//! The logo beside the summary's title.

use rust_xlsxwriter::{Image as Picture, ObjectMovement};

use crate::assessment::{Image, Logo};
use crate::chart;

use super::page::{Outcome, Page};

/// The height of a title that a logo stands beside, in points.
pub const TITLE_HEIGHT: f64 = 39.0;
/// The most pixels across and down on the sheet.
const ROOM: (u32, u32) = (164, 46);
/// Points of the picture to a pixel of the sheet, for print.
const SHARP: u32 = 4;

/// Sets a logo into the first row from a column on; `words` stand for it where it cannot be seen.
pub fn write(page: &mut Page, logo: &Logo, words: &str, column: u16) -> Outcome {
    let drawn;
    let bytes = match &logo.image {
        Image::Png(bytes) => bytes,
        // It was drawn when it was read, so it can be drawn again.
        Image::Svg(svg) => match chart::raster(svg, (ROOM.0 * SHARP, ROOM.1 * SHARP)) {
            Ok(bytes) => {
                drawn = bytes;
                &drawn
            }
            Err(_) => return Ok(()),
        },
    };
    let picture = Picture::new_from_buffer(bytes)?
        .set_scale_to_size(ROOM.0, ROOM.1, true)
        .set_alt_text(words)
        .set_object_movement(ObjectMovement::DontMoveOrSizeWithCells);
    page.sheet
        .insert_image_with_offset(0, column, &picture, 0, 2)?;
    Ok(())
}
