//! Each role's mean of each practice, where it may be shown.

use super::figure;
use crate::scoring::{Fraction, RoleCell, RoleProfile, Shown};
use crate::text::ABSENT;
use crate::view::build::{HIDDEN, accent, left, plain, right, section, strong, table};
use crate::view::charts::Pairing;
use crate::view::{Block, Column, Depth, Line, Scene, Section, Span};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let roles = &scene.profile.roles;
    let shown = roles.iter().flat_map(|role| &role.cells).any(rated);
    let mut blocks = Vec::new();
    if shown && roles.len() > 1 {
        blocks.extend(far_apart(scene, roles));
        blocks.extend(figure::gap(scene, Pairing::Roles));
        blocks.push(by_practice(scene, roles));
        let hidden = roles
            .iter()
            .flat_map(|role| &role.cells)
            .filter(|cell| cell.is_hidden());
        blocks.extend(scene.hidden_note("hidden.cells", hidden.count()));
    }
    section("roles", scene.word("roles.heading"), Depth::Detail, blocks)
}

/// The practices that two roles put a whole level or more apart, in sentences.
fn far_apart(scene: &Scene, roles: &[RoleProfile]) -> Vec<Block> {
    let mut lines: Vec<(Fraction, usize, Line)> = Vec::new();
    for (place, one) in roles.iter().enumerate() {
        for other in &roles[place + 1..] {
            for practice in 0..scene.model.practices.len() {
                lines.extend(distance(scene, [one, other], practice));
            }
        }
    }
    lines.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let lines: Vec<Line> = lines.into_iter().map(|(_, _, line)| line).collect();
    if lines.is_empty() {
        return vec![Block::Paragraph(scene.line("roles.alike", &[]))];
    }
    vec![
        Block::Paragraph(scene.line("roles.apart", &[])),
        Block::List(lines),
    ]
}

/// How far two roles are apart on a practice, if it is far and both may be shown.
fn distance(
    scene: &Scene,
    roles: [&RoleProfile; 2],
    practice: usize,
) -> Option<(Fraction, usize, Line)> {
    let cell = |role: &RoleProfile| {
        let cell = role.cells[practice].as_option()?;
        Some((cell.mean.clone()?, cell.n, name(scene, role)))
    };
    let (one, other) = (cell(roles[0])?, cell(roles[1])?);
    let (high, low) = if one.0 < other.0 {
        (other, one)
    } else {
        (one, other)
    };
    let gap = high.0.minus(&low.0);
    if gap < Fraction::whole(1) {
        return None;
    }
    let words = &scene.words;
    let values = [
        ("practice", strong(scene.practice(practice))),
        ("high", Span::plain(high.2)),
        ("high_mean", accent(words.mean(&high.0))),
        ("high_n", Span::plain(words.whole(high.1))),
        ("low", Span::plain(low.2)),
        ("low_mean", accent(words.mean(&low.0))),
        ("low_n", Span::plain(words.whole(low.1))),
        ("gap", Span::plain(words.mean(&gap))),
    ];
    Some((gap, practice, scene.line("roles.distance", &values)))
}

fn rated(cell: &Shown<RoleCell>) -> bool {
    matches!(cell, Shown::Shown(cell) if cell.n > 0)
}

fn by_practice(scene: &Scene, roles: &[RoleProfile]) -> Block {
    let mut columns: Vec<Column> = vec![left(scene.word("column.practice"))];
    columns.extend(roles.iter().map(|role| right(name(scene, role))));
    let practices = 0..scene.model.practices.len();
    let rows = practices
        .map(|practice| row(scene, roles, practice))
        .collect();
    table(scene.word("roles.caption"), columns, rows)
}

fn name(scene: &Scene, role: &RoleProfile) -> String {
    match role.role {
        Some(role) => scene.assessment.roles[role].name.clone(),
        None => scene.word("roles.none"),
    }
}

fn row(scene: &Scene, roles: &[RoleProfile], practice: usize) -> Vec<Line> {
    let mut row = vec![scene.practice_cell(practice)];
    row.extend(
        roles
            .iter()
            .map(|role| plain(cell(scene, &role.cells[practice]))),
    );
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
