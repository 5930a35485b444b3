//! Everything that was found, in sentences.

use crate::view::build::section;
use crate::view::{Block, Depth, Line, Scene, Section, sentence};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let all = scene.findings.iter();
    let lines: Vec<Line> = all.map(|finding| sentence(scene, finding)).collect();
    let blocks = if lines.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(lines)]
    };
    section(
        "findings",
        scene.word("findings.heading"),
        Depth::Detail,
        blocks,
    )
}
