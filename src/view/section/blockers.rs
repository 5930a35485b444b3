//! What exactly stands between the unit and the next plateau.

use crate::finding::Finding;
use crate::scoring::{Figures, Shown, Standing, Undecided};
use crate::view::build::{accent, left, plain, right, section, table};
use crate::view::{Block, Depth, Line, Scene, Section, Span};

/// How many blockers the summary lists; the full report lists all.
const MOST: usize = 5;

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let plateau = scene.next_plateau().filter(|_| !scene.is_unanswered())?;
    let mut blocks = Vec::new();
    let blockers = practices(scene, plateau);
    if !blockers.is_empty() {
        blocks.push(listed(scene, &blockers[..blockers.len().min(MOST)]));
        blocks.extend(reading(scene, &blockers));
    }
    if let Some(more) = blockers.len().checked_sub(MOST).filter(|&more| more > 0) {
        blocks.push(Block::Note(scene.words.count(
            "blockers.more",
            more as u64,
            &[],
        )));
    }
    blocks.extend(undecided(scene, plateau).map(Block::Note));
    let number = scene.model.plateaus[plateau].id;
    let heading = scene.words.fill("blockers.heading", &[("id", &number)]);
    section("blockers", heading, Depth::Summary, blocks)
}

/// The practices that keep a plateau's gate from being met, nearest first.
pub(super) fn practices(scene: &Scene, plateau: usize) -> Vec<usize> {
    let of_gate = |finding: &&Finding| finding.gate(scene.model) == Some(plateau);
    scene
        .findings
        .iter()
        .filter(of_gate)
        .filter_map(|finding| match finding {
            Finding::Blocker { practice, .. } | Finding::NotCommon { practice, .. } => {
                Some(*practice)
            }
            _ => None,
        })
        .collect()
}

fn listed(scene: &Scene, practices: &[usize]) -> Block {
    let columns = vec![
        left(scene.word("column.practice")),
        right(scene.word("column.level")),
        right(scene.word("column.n")),
        left(scene.word("column.lacks")),
    ];
    let rows = practices
        .iter()
        .map(|&practice| row(scene, practice))
        .collect();
    table(scene.word("blockers.caption"), columns, rows)
}

fn row(scene: &Scene, practice: usize) -> Vec<Line> {
    let score = scene.score(practice);
    let gate = scene.model.gate_of(practice).level.number();
    let level = scene.level_cell(score);
    let is_high_enough = score.standing == Standing::NotCommon;
    let mut lacks = vec![accent(scene.lacks(score))];
    if score.moderated.is_some() {
        lacks.push(Span::plain(scene.word("blockers.moderated")));
    }
    vec![
        scene.practice_cell(practice),
        plain(match is_high_enough {
            true => level,
            false => format!("{level} → {gate}"),
        }),
        plain(scene.n_cell(score)),
        lacks,
    ]
}

/// How to read a distance, where there is one.
fn reading(scene: &Scene, practices: &[usize]) -> Option<Block> {
    let counted = |&&practice: &&usize| {
        let standing = &scene.score(practice).standing;
        matches!(standing, Standing::Below { distance: Some(_) })
    };
    let gate = scene
        .model
        .gate_of(*practices.iter().find(counted)?)
        .level
        .number();
    Some(Block::Note(
        scene.words.fill("blockers.reading", &[("level", &gate)]),
    ))
}

/// The practices of which it cannot be said, by reason, in one line.
pub(super) fn undecided(scene: &Scene, plateau: usize) -> Option<String> {
    let score = &scene.profile.plateaus[plateau];
    let those = |reason: Undecided| -> Vec<usize> {
        let undecided = score.undecided.iter().copied();
        undecided
            .filter(|&practice| scene.score(practice).standing == Standing::Undecided(reason))
            .collect()
    };
    let mut parts = Vec::new();
    let unanswered = those(Undecided::Unanswered);
    if !unanswered.is_empty() {
        parts.push(part(
            scene,
            "blockers.unanswered",
            unanswered.len(),
            &scene.ids(&unanswered),
        ));
    }
    let thin = those(Undecided::ThinlyCovered);
    if !thin.is_empty() {
        let named: Vec<String> = thin
            .iter()
            .map(|&practice| thin_practice(scene, practice))
            .collect();
        parts.push(part(
            scene,
            "blockers.thin",
            thin.len(),
            &scene.words.list(&named),
        ));
    }
    let hidden = those(Undecided::Hidden);
    if !hidden.is_empty() {
        parts.push(part(
            scene,
            "blockers.hidden",
            hidden.len(),
            &scene.ids(&hidden),
        ));
    }
    let list = parts.join("; ");
    (!parts.is_empty()).then(|| scene.words.fill("blockers.undecided", &[("parts", &list)]))
}

fn part(scene: &Scene, key: &str, count: usize, practices: &str) -> String {
    scene
        .words
        .count(key, count as u64, &[("practices", &practices)])
}

/// `KUN-4: 3 of 9`.
fn thin_practice(scene: &Scene, practice: usize) -> String {
    let id = scene.id(practice);
    match &scene.score(practice).figures {
        Shown::Shown(Figures {
            n,
            dont_know,
            blank,
            ..
        }) => {
            let asked = n + dont_know + blank;
            let of = scene
                .words
                .fill("term.some_of", &[("some", n), ("all", &asked)]);
            format!("{id}: {of}")
        }
        Shown::Hidden => id.to_owned(),
    }
}
