//! Each role's mean of each practice, where it may be shown.

use crate::scoring::{RoleCell, RoleProfile, Shown};
use crate::text::ABSENT;
use crate::view::build::{HIDDEN, left, plain, right, section, table};
use crate::view::{Block, Column, Depth, Line, Scene, Section};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let roles = &scene.profile.roles;
    let shown = roles.iter().flat_map(|role| &role.cells).any(rated);
    let mut blocks = Vec::new();
    if shown && roles.len() > 1 {
        blocks.push(by_practice(scene, roles));
        let hidden = roles
            .iter()
            .flat_map(|role| &role.cells)
            .filter(|cell| cell.is_hidden());
        blocks.extend(scene.hidden_note("hidden.cells", hidden.count()));
    }
    section("roles", scene.word("roles.heading"), Depth::Detail, blocks)
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
