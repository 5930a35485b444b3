//! A drawing as a PNG. Only the embedded family is known: no font of the machine is looked for.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::Drawing;
use super::face::{CUTS, FAMILY};

/// How large a picture should be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Size {
    /// Picture points a pixel of the drawing.
    Scale(f64),
    /// Picture points across.
    Width(u32),
}

/// Why no picture could be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PngError {
    /// It would have this many points across and down: none, or more than is sensible.
    Size(u64, u64),
    /// The encoder's or the parser's own words.
    Failed(String),
}

/// The most picture points, whatever is asked for: 400 MB while drawing.
const MOST_POINTS: u64 = 100_000_000;

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for cut in &CUTS {
        fonts.load_font_data(cut.ttf.to_vec());
    }
    fonts.set_sans_serif_family(FAMILY);
    Arc::new(fonts)
});

/// A drawing as the bytes of a PNG.
///
/// # Errors
/// A size that is empty or beyond reason, or the encoder's failure.
pub fn png(drawing: &Drawing, size: Size) -> Result<Vec<u8>, PngError> {
    let scale = match size {
        Size::Scale(scale) => scale,
        Size::Width(points) => f64::from(points) / drawing.width,
    };
    let across = points(drawing.width * scale);
    let down = points(drawing.height * scale);
    let refused = PngError::Size(across, down);
    if across == 0 || down == 0 || across.saturating_mul(down) > MOST_POINTS {
        return Err(refused);
    }
    let (Ok(width), Ok(height)) = (u32::try_from(across), u32::try_from(down)) else {
        return Err(refused);
    };
    let tree = tree(&drawing.svg())?;
    let mut pixmap = Pixmap::new(width, height).ok_or(refused)?;
    // A drawing may end within a point, which is paper all the same.
    pixmap.fill(Color::WHITE);
    painted(&mut pixmap, &tree, scale);
    encoded(&pixmap).map_err(|fault| PngError::Failed(fault.to_string()))
}

/// An SVG document as the bytes of a PNG that is as large as fits into `most` points across and
/// down.
///
/// # Errors
/// It is no SVG, or the encoder's failure.
pub fn raster(svg: &str, most: (u32, u32)) -> Result<Vec<u8>, PngError> {
    let tree = tree(svg)?;
    let (across, down) = (
        f64::from(tree.size().width()),
        f64::from(tree.size().height()),
    );
    let scale = (f64::from(most.0) / across).min(f64::from(most.1) / down);
    let side = |length: f64, most: u32| {
        let points = points(length * scale).clamp(1, u64::from(most));
        u32::try_from(points).unwrap_or(most)
    };
    let (width, height) = (side(across, most.0), side(down, most.1));
    let refused = PngError::Size(width.into(), height.into());
    let mut pixmap = Pixmap::new(width, height).ok_or(refused)?;
    painted(&mut pixmap, &tree, scale);
    pixmap
        .encode_png()
        .map_err(|fault| PngError::Failed(fault.to_string()))
}

fn tree(svg: &str) -> Result<Tree, PngError> {
    let options = Options {
        font_family: FAMILY.to_owned(),
        fontdb: Arc::clone(&FONTS),
        ..Options::default()
    };
    Tree::from_str(svg, &options).map_err(|fault| PngError::Failed(fault.to_string()))
}

fn painted(pixmap: &mut Pixmap, tree: &Tree, scale: f64) {
    #[allow(clippy::cast_possible_truncation)] // a scale needs no more than single precision
    let transform = Transform::from_scale(scale as f32, scale as f32);
    resvg::render(tree, transform, &mut pixmap.as_mut());
}

/// The bytes of a PNG without transparency. Plain colours are written in a fraction of the time,
/// and in fewer bytes, where no filter is sought for every line, which suits photographs.
fn encoded(pixmap: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.write_header()?.write_image_data(pixmap.data())?;
    Ok(bytes)
}

/// A length as whole points; 0 for what is no length.
fn points(length: f64) -> u64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // saturates, NaN is 0
    let points = length.round() as u64;
    points
}
