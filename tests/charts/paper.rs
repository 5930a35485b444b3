//! One chart as PDF: what a reader can select, what a validator demands.

use lopdf::Document;
use plateau::chart::Drawing;
use plateau::format::image;

use super::fixture::{SHIPPED, TINY};
use super::{Case, Known};
use crate::pdf::{assert_valid, bare, pages};

fn pdf(drawing: &Drawing) -> Vec<u8> {
    let render = image::find("pdf").unwrap().render;
    let rendered = render(drawing, plateau::chart::Size::Scale(1.0)).unwrap();
    assert!(rendered.warnings.is_empty());
    rendered.value
}

#[test]
fn every_label_of_a_chart_can_be_found_on_its_one_page() {
    for (case, language) in [
        (Case::new(SHIPPED, 4, 2, Known::Something), "da"),
        (Case::new(TINY, 0, 1, Known::Everything), "en"),
    ] {
        for (name, drawing) in case.drawings(language) {
            let pages = pages(&pdf(&drawing));
            assert_eq!(pages.len(), 1, "{name}");
            for text in &drawing.texts {
                let words = bare(&text.text);
                assert!(pages[0].contains(&words), "{name} lacks `{}`", text.text);
            }
        }
    }
}

#[test]
fn a_chart_on_paper_is_archivable_and_accessible_and_the_same_twice() {
    let case = Case::new(SHIPPED, 4, 2, Known::Something);
    for (name, drawing) in case.drawings("da") {
        let bytes = pdf(&drawing);
        assert_valid(&bytes);
        assert!(bytes == pdf(&drawing), "{name}");
    }
}

#[test]
fn a_chart_s_paper_is_as_large_as_the_drawing_and_has_its_title() {
    let case = Case::new(SHIPPED, 0, 1, Known::Everything);
    for (name, drawing) in case.drawings("da") {
        let bytes = pdf(&drawing);
        let document = Document::load_mem(&bytes).unwrap();
        let page = document.get_pages()[&1];
        let edges = document.get_dictionary(page).unwrap().get(b"MediaBox");
        let edges: Vec<f32> = edges
            .unwrap()
            .as_array()
            .unwrap()
            .iter()
            .map(|edge| edge.as_float().unwrap())
            .collect();
        for (edge, pixels) in [(edges[2], drawing.width), (edges[3], drawing.height)] {
            assert!((f64::from(edge) - pixels * 0.75).abs() < 0.01, "{name}");
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let title = drawing.frame.title.replace('&', "&amp;");
        assert!(text.contains(&title), "{name}: the metadata lack `{title}`");
    }
}
