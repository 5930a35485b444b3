//! What stands on every page: the report's name above, the organisation's below, and on the
//! cover its logo.

use serde::Serialize;

use super::document::page;
use super::typeface::Typeface;
use crate::assessment::{Image, Logo};
use crate::view::View;

/// What the page's number takes of the footer, in em, with the space before it.
const NUMBER: f64 = 8.0;
/// The space between the header's two texts, in em.
const GAP: f64 = 1.5;

/// A logo, as the template reads it.
#[derive(Serialize)]
pub(super) struct Mark {
    path: &'static str,
    alt: String,
    /// Whether it is a drawing, which may be enlarged.
    drawn: bool,
}

impl Mark {
    /// The logo of a report with what stands for it where it cannot be seen.
    pub(super) fn of(view: &View, typeface: &mut Typeface) -> Option<Self> {
        let logo = view.imprint.logo.as_ref()?;
        Some(Self {
            path: path(logo),
            alt: typeface.drawable(view.imprint.logo_words()),
            drawn: matches!(logo.image, Image::Svg(_)),
        })
    }
}

/// A logo's file within the template's.
pub(super) fn file(logo: &Logo) -> (&'static str, Vec<u8>) {
    let bytes = match &logo.image {
        Image::Svg(svg) => svg.clone().into_bytes(),
        Image::Png(bytes) => bytes.clone(),
    };
    (path(logo), bytes)
}

fn path(logo: &Logo) -> &'static str {
    match logo.image {
        Image::Svg(_) => "/logo.svg",
        Image::Png(_) => "/logo.png",
    }
}

/// The header's texts, left and right, on one line together: the cover has them whole.
pub(super) fn header(view: &View, typeface: &mut Typeface) -> Vec<String> {
    let title = typeface.drawable(&view.title);
    let about = view.subtitle.first().map(|line| typeface.drawable(line));
    let Some(about) = about.filter(|about| *about != title) else {
        return vec![cut(&title, line(), typeface)];
    };
    let room = line() - GAP;
    let rest = room - typeface.width(&title, false);
    let about = cut(&about, rest.max(room / 2.0), typeface);
    let title = cut(&title, room - typeface.width(&about, false), typeface);
    vec![title, about]
}

/// The footer's text beside the page's number.
pub(super) fn footer(view: &View, typeface: &mut Typeface) -> Option<String> {
    let name = typeface.drawable(view.imprint.organisation.as_deref()?);
    Some(cut(&name, line() - NUMBER, typeface))
}

/// A line across an upright page, in em.
fn line() -> f64 {
    page::text_width(false) / page::SMALL
}

/// A text on one line, with an ellipsis where it is too wide.
fn cut(text: &str, width: f64, typeface: &Typeface) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if typeface.width(&text, false) <= width {
        return text;
    }
    let mut cut = String::new();
    for c in text.chars() {
        cut.push(c);
        if typeface.width(&format!("{cut}…"), false) > width {
            cut.pop();
            break;
        }
    }
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_too_wide_ends_in_an_ellipsis_and_fits() {
        let typeface = Typeface::new("da");
        let long = "Modenhedsvurdering af driftsledelse i Låne Service og Kunderådgivning";
        assert_eq!(cut(long, 100.0, &typeface), long);
        let short = cut(long, 10.0, &typeface);
        assert!(short.ends_with('…') && long.starts_with(short.trim_end_matches('…')));
        assert!(
            (8.0..=10.0).contains(&typeface.width(&short, false)),
            "{short}"
        );
    }
}
