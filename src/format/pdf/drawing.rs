//! One drawing as a document of its own: a page of its size.

use serde::Serialize;

use super::document::{Document, dated, language};
use crate::chart::{Drawing, writable};

/// Points a pixel of a drawing, 1/96 of an inch (CSS Values 3, "absolute lengths").
const POINTS: f64 = 0.75;

#[derive(Serialize)]
struct Sheet {
    language: String,
    title: String,
    alternative: String,
    date: [i16; 3],
    width: f64,
    height: f64,
}

/// Writes the drawing down for the template.
pub(super) fn compose(drawing: &Drawing) -> Document {
    let frame = &drawing.frame;
    let sheet = Sheet {
        language: language(&frame.language),
        title: writable(&frame.title),
        alternative: told(&writable(&frame.alternative())),
        date: dated(frame.date),
        width: drawing.width * POINTS,
        height: drawing.height * POINTS,
    };
    Document {
        template: include_str!("drawing.typ"),
        // Strings and numbers always have a JSON form.
        json: serde_json::to_vec(&sheet).unwrap_or_default(),
        figures: vec![drawing.svg()],
        logo: None,
        identity: format!("{}\n{}", frame.title, frame.subtitle),
    }
}

/// What a picture shows, as long as a PDF can hold it: its strings have at most 32,767 bytes
/// (ISO 19005-2, 6.1.13), and a character takes up to four.
pub(super) fn told(alternative: &str) -> String {
    const MOST: usize = 8000;
    alternative.chars().take(MOST).collect()
}
