//! What each role sees: the widest gaps in sentences, then every discipline and practice.

use std::cmp::Reverse;

use super::figure;
use crate::finding::Finding;
use crate::scoring::{
    DisciplineGap, PerceptionGap, RoleCell, RoleComparison, RoleProfile, Shown, roles_side_by_side,
};
use crate::text::ABSENT;
use crate::view::build::{HIDDEN, left, plain, right, section, table};
use crate::view::charts::Pairing;
use crate::view::{Block, Column, Extent, Line, Scene, Section, Topic, sentence};

/// How many practices are named where there is little room.
const MOST: usize = 10;

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let is_topic = scene.selection.topic == Topic::Roles;
    let compared = roles_side_by_side(scene.model, scene.profile);
    let mut blocks = Vec::new();
    if !compared.gaps.is_empty() {
        blocks.extend(far_apart(scene));
        blocks.extend(by_discipline(scene, &compared));
        blocks.extend(figure::gap(scene, Pairing::Roles));
        blocks.extend(by_practice(scene, &compared));
        blocks.extend(scene.hidden_note("hidden.split", compared.hidden.len()));
    } else if is_topic {
        let hides = !compared.hidden.is_empty();
        let key = if hides {
            "roles.hidden"
        } else {
            "roles.nobody"
        };
        blocks.push(Block::Paragraph(scene.line(key, &[])));
        blocks.extend(scene.hidden_note("hidden.split", compared.hidden.len()));
    }
    let depth = scene.depth(Topic::Roles);
    section("roles", scene.word("roles.heading"), depth, blocks)
}

/// The practices that two roles put a whole level or more apart, in sentences.
fn far_apart(scene: &Scene) -> Vec<Block> {
    let gaps = scene.findings.iter();
    let lines: Vec<Line> = gaps
        .filter(|finding| matches!(finding, Finding::PerceptionGap(_)))
        .map(|finding| sentence(scene, finding))
        .take(if is_brief(scene) { MOST } else { usize::MAX })
        .collect();
    if lines.is_empty() {
        return vec![Block::Paragraph(scene.line("roles.alike", &[]))];
    }
    vec![
        Block::Paragraph(scene.line("roles.apart", &[])),
        Block::List(lines),
    ]
}

fn is_brief(scene: &Scene) -> bool {
    scene.selection.extent == Extent::Summary
}

fn by_discipline(scene: &Scene, compared: &RoleComparison) -> Option<Block> {
    let first = compared.disciplines.first()?;
    let mut columns: Vec<Column> = vec![left(scene.word("column.discipline"))];
    let roles = first.means.iter().map(|(role, _)| scene.role_name(*role));
    columns.extend(roles.map(right));
    columns.push(right(scene.word("column.difference")));
    columns.push(right(scene.word("column.practices")));
    let row = |gap: &DisciplineGap| {
        let discipline = &scene.model.disciplines[gap.discipline];
        let mut row = vec![plain(scene.of(&discipline.name))];
        row.extend(
            gap.means
                .iter()
                .map(|(_, mean)| plain(scene.words.mean(mean))),
        );
        row.push(plain(scene.words.mean(&gap.gap)));
        let values: &[(&str, &dyn std::fmt::Display)] = &[
            ("some", &gap.practices),
            ("all", &discipline.practices.len()),
        ];
        row.push(plain(scene.words.fill("term.some_of", values)));
        row
    };
    let rows = compared.disciplines.iter().map(row).collect();
    Some(table(
        scene.word("roles.disciplines_caption"),
        columns,
        rows,
    ))
}

/// Every practice; where there is little room, those with the widest gaps.
fn by_practice(scene: &Scene, compared: &RoleComparison) -> Vec<Block> {
    let roles = &scene.profile.roles;
    let mut columns: Vec<Column> = vec![left(scene.word("column.practice"))];
    columns.extend(roles.iter().map(|role| right(scene.role_name(role.role))));
    columns.push(right(scene.word("column.difference")));
    let gap_of = |practice: usize| {
        let mut gaps = compared.gaps.iter();
        gaps.find(|gap| gap.practice == practice)
    };
    let mut practices: Vec<usize> = (0..scene.model.practices.len()).collect();
    let mut caption = "roles.caption";
    if is_brief(scene) && compared.gaps.len() > MOST {
        let mut widest: Vec<&PerceptionGap> = compared.gaps.iter().collect();
        widest.sort_by_key(|gap| Reverse(&gap.gap));
        practices = widest.iter().take(MOST).map(|gap| gap.practice).collect();
        caption = "roles.widest";
    }
    let rows = practices
        .into_iter()
        .map(|practice| row(scene, roles, practice, gap_of(practice)));
    let table = table(scene.word(caption), columns, rows.collect());
    let above = is_brief(scene).then(|| Block::Paragraph(scene.line(caption, &[])));
    above.into_iter().chain([table]).collect()
}

fn row(
    scene: &Scene,
    roles: &[RoleProfile],
    practice: usize,
    gap: Option<&PerceptionGap>,
) -> Vec<Line> {
    let mut row = vec![scene.practice_cell(practice)];
    let cells = roles.iter().map(|role| &role.cells[practice]);
    row.extend(cells.map(|shown| plain(cell(scene, shown))));
    row.push(plain(match gap {
        Some(gap) => scene.words.mean(&gap.gap),
        None => ABSENT.to_owned(),
    }));
    row
}

fn cell(scene: &Scene, cell: &Shown<RoleCell>) -> String {
    match cell {
        Shown::Hidden => HIDDEN.to_owned(),
        Shown::Shown(RoleCell {
            mean: Some(mean),
            n,
        }) => {
            format!("{} ({})", scene.words.mean(mean), scene.words.whole(*n))
        }
        Shown::Shown(_) => ABSENT.to_owned(),
    }
}
