//! What has moved since the waves before, in the practices that can be compared.

use super::figure;
use crate::chart::Kind;
use crate::view::build::section;
use crate::view::charts::Pairing;
use crate::view::{Depth, Scene, Section};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let figures = [
        figure::of(scene, Kind::Trend),
        figure::gap(scene, Pairing::Waves),
    ];
    section(
        "change",
        scene.word("change.heading"),
        Depth::Detail,
        figures.into_iter().flatten().collect(),
    )
}
