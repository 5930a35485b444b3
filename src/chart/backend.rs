//! The canvas as a backend of plotters, so that whatever plotters can draw can be drawn on it.
//! Lengths that plotters passes on (stroke widths, radii, font sizes) are grid steps too.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

use super::canvas::{Anchor, Canvas, GRID, Lettering, Paint, Pen};
use super::color::{Color, INK};
use super::face::{Weight, writable};

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Color {
    fn of(color: BackendColor) -> Option<Self> {
        let (red, green, blue) = color.rgb;
        (color.alpha > 0.0).then_some(Self { red, green, blue })
    }
}

fn paint<S: BackendStyle>(style: &S, fill: bool) -> Paint {
    let color = Color::of(style.color());
    let width = f64::from(style.stroke_width()) / f64::from(GRID);
    if fill {
        Paint {
            fill: color,
            pen: None,
        }
    } else {
        Paint {
            fill: None,
            pen: color.map(|color| Pen::new(color, width)),
        }
    }
}

fn lettering<T: BackendTextStyle>(style: &T) -> Lettering {
    Lettering {
        size: style.size() / f64::from(GRID),
        weight: match style.style() {
            FontStyle::Bold => Weight::Semibold,
            _ => Weight::Regular,
        },
        color: Color::of(style.color()).unwrap_or(INK),
        anchor: match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        },
        upright: false,
    }
}

impl DrawingBackend for Canvas {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let size = |pixels: i32| u32::try_from(pixels * GRID).unwrap_or(0);
        (size(self.width), size(Self::TALLEST))
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S) -> Drawn {
        self.draw_path([a, b], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.rect(a, b, 0.0, &paint(style, fill));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Drawn {
        if let Some(pen) = paint(style, false).pen {
            self.line(&points.into_iter().collect::<Vec<_>>(), &pen);
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.dot(
            centre,
            f64::from(radius) / f64::from(GRID),
            &paint(style, fill),
        );
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Drawn {
        self.polygon(&points.into_iter().collect::<Vec<_>>(), &paint(style, true));
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Drawn {
        let lettering = lettering(style);
        #[allow(clippy::cast_possible_truncation)] // a font size in grid steps
        let size = style.size() as i32;
        let down = match style.anchor().v_pos {
            VPos::Top => size * 3 / 4,
            VPos::Center => size / 3,
            VPos::Bottom => -size / 5,
        };
        self.text((at.0, at.1 + down), text, &lettering);
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = lettering(style).weight.width(&writable(text)) * style.size();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // lengths of a text
        let size = (width.ceil() as u32, style.size().ceil() as u32);
        Ok(size)
    }
}
