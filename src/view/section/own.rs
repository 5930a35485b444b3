//! What those behind the report say in their own words.

use crate::view::build::{plain, section};
use crate::view::{Block, Depth, Scene, Section};

pub(super) fn introduction(scene: &Scene) -> Option<Section> {
    let report = &scene.assessment.report;
    told(
        scene,
        "introduction",
        "introduction.heading",
        &report.introduction,
    )
}

pub(super) fn conclusion(scene: &Scene) -> Option<Section> {
    let report = &scene.assessment.report;
    told(
        scene,
        "conclusion",
        "conclusion.heading",
        &report.conclusion,
    )
}

fn told(scene: &Scene, id: &'static str, heading: &str, paragraphs: &[String]) -> Option<Section> {
    let paragraphs = paragraphs.iter();
    let blocks = paragraphs.map(|text| Block::Paragraph(plain(text.as_str())));
    section(id, scene.word(heading), Depth::Detail, blocks.collect())
}
