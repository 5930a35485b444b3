//! Agreement over the whole model, where it was asked for.

use crate::scoring::{GroupAgreement, ModelAgreement, model_agreement};
use crate::view::build::{left, plain, right, section, strong, table};
use crate::view::{Block, Extent, Line, Scene, Section, Span};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let selection = scene.selection;
    let mut blocks = Vec::new();
    if selection.full_agreement {
        let units = &scene.assessment.units;
        let found = model_agreement(units, scene.card, selection.unit);
        blocks.push(Block::Paragraph(alpha(scene, &found)));
        blocks.push(Block::Note(scene.word("agreement.reading")));
        if selection.extent != Extent::Summary && !found.groups.is_empty() {
            blocks.push(by_practice(scene, &found));
            blocks.push(Block::Note(scene.word("agreement.groups_reading")));
        }
        let hidden = scene.hidden_in(selection.unit);
        blocks.extend(scene.hidden_note("hidden.practices", hidden));
    }
    let depth = scene.depth(selection.topic);
    section("agreement", scene.word("agreement.heading"), depth, blocks)
}

fn alpha(scene: &Scene, found: &ModelAgreement) -> Line {
    let Some(alpha) = found.alpha else {
        return scene.line("agreement.undefined", &[]);
    };
    let values = [
        ("alpha", strong(scene.words.agreement_f64(alpha))),
        ("answers", Span::plain(scene.words.whole(found.answers))),
    ];
    scene.count_line("agreement.alpha", found.practices as u64, &values)
}

fn by_practice(scene: &Scene, found: &ModelAgreement) -> Block {
    let columns = vec![
        left(scene.word("column.practice")),
        right(scene.word("column.groups")),
        right(scene.word("column.n")),
        right(scene.word("column.icc1")),
        right(scene.word("column.icc2")),
    ];
    let row = |group: &GroupAgreement| {
        vec![
            scene.practice_cell(group.practice),
            plain(scene.words.whole(group.groups as u64)),
            plain(scene.words.whole(group.n)),
            plain(scene.defined(group.icc1)),
            plain(scene.defined(group.icc2)),
        ]
    };
    let rows = found.groups.iter().map(row).collect();
    table(scene.word("agreement.caption"), columns, rows)
}
