//! Charts as parts of sections: with their words, and left out where there is nothing to draw.

use crate::chart::{self, Chart, Kind, Theme};
use crate::view::charts::{self, Pairing, Subject};
use crate::view::{Block, Extent, Figure, Scene};

/// A chart of a kind, where charts are wanted and this one has something to show.
pub(super) fn of(scene: &Scene, kind: Kind) -> Option<Block> {
    let subject = subject(scene)?;
    Some(drawn(scene, charts::chart(kind, subject).ok()?))
}

/// A chart of two readings of each practice, as [`of`].
pub(super) fn gap(scene: &Scene, pairing: Pairing) -> Option<Block> {
    let subject = subject(scene)?;
    Some(drawn(scene, charts::gap(pairing, subject).ok()?))
}

fn subject<'a>(scene: &'a Scene<'_>) -> Option<Subject<'a>> {
    (scene.selection.extent == Extent::Illustrated).then_some(Subject {
        model: scene.model,
        assessment: scene.assessment,
        scorecard: scene.scorecard,
        unit: scene.selection.unit,
        wave: scene.selection.wave,
        language: scene.words.language(),
    })
}

fn drawn(scene: &Scene, chart: Chart) -> Block {
    let theme = Theme {
        accent: scene.assessment.report.accent,
    };
    Block::Figure(Figure {
        svg: chart::draw(&chart, theme).svg(),
        alt: chart.frame.alternative(),
        caption: String::new(), // the drawing has its title and notes within
        wide: !matches!(chart.figure, chart::Figure::Radar(_)),
    })
}
