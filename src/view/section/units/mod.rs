//! The unit's parts side by side: where each stands, how they spread on each practice, and
//! which of them the others could learn from.

mod learn;
mod reach;
mod spread;
mod table;

use super::figure;
use crate::chart::Kind;
use crate::scoring::units_side_by_side;
use crate::view::build::section;
use crate::view::{Block, Extent, Scene, Section, Span, Topic};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let unit = scene.selection.unit;
    let is_topic = scene.selection.topic == Topic::Units;
    let units = &scene.assessment.units;
    let mut blocks: Vec<Block> = Vec::new();
    if !units[unit].children.is_empty() {
        let layers = scene.selection.layers;
        let compared = units_side_by_side(scene.model, units, scene.card, unit, layers);
        blocks.extend(figure::of(scene, Kind::Heatmap));
        blocks.extend(table::blocks(scene, &compared));
        blocks.extend(reach::blocks(scene, &compared));
        blocks.extend(spread::blocks(scene, &compared));
        blocks.extend(learn::blocks(scene, &compared));
    } else if is_topic {
        let name = Span::plain(scene.unit_name(unit));
        blocks.push(Block::Paragraph(
            scene.line("units.none", &[("unit", name)]),
        ));
    }
    let depth = scene.depth(Topic::Units);
    section("units", scene.word("units.heading"), depth, blocks)
}

/// Whether only what fits on a screen is wanted.
fn is_brief(scene: &Scene) -> bool {
    scene.selection.extent == Extent::Summary
}
