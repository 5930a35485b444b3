//! Which practices are common, and which are only local.

use crate::scoring::{Reach, UnitComparison};
use crate::view::build::strong;
use crate::view::{Block, Line, Scene, Span};

/// The key of a line, and which practices it names.
type Kind = (&'static str, fn(&Reach) -> bool);

pub(super) fn blocks(scene: &Scene, compared: &UnitComparison) -> Vec<Block> {
    let kinds: [Kind; 5] = [
        ("reach.common", |reach| matches!(reach, Reach::Common)),
        ("reach.perhaps", |reach| {
            matches!(reach, Reach::PerhapsCommon)
        }),
        ("reach.local", |reach| matches!(reach, Reach::Local(_))),
        ("reach.nowhere", |reach| matches!(reach, Reach::Nowhere)),
        ("reach.unseen", |reach| matches!(reach, Reach::Unseen)),
    ];
    let lines: Vec<Line> = kinds
        .into_iter()
        .filter_map(|kind| line(scene, compared, kind))
        .collect();
    if lines.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Paragraph(scene.line("reach.intro", &[])),
        Block::List(lines),
    ]
}

fn line(scene: &Scene, compared: &UnitComparison, (key, is): Kind) -> Option<Line> {
    let practices: Vec<usize> = compared
        .spreads
        .iter()
        .filter(|spread| is(&spread.reach))
        .map(|spread| spread.practice)
        .collect();
    let n = practices.len().to_string();
    let values = [
        ("n", strong(n)),
        ("practices", Span::plain(scene.ids(&practices))),
    ];
    (!practices.is_empty()).then(|| scene.line(key, &values))
}
