//! Before, now and the change: practices, disciplines and plateaus.

use crate::assessment::Comparable;
use crate::scoring::{Change, GroupChange, Moved, PointsFrom, PracticeChange, Reading};
use crate::text::ABSENT;
use crate::view::build::{left, plain, right, strong, table};
use crate::view::{Block, Line, Scene, Span};

/// Every practice that can be compared, in model order.
pub(super) fn practices(scene: &Scene, change: &Change) -> Option<Block> {
    let alike = change.practices.iter().filter_map(|practice| {
        let moved = practice.moved.as_ref().ok()?;
        Some(row(scene, practice, moved))
    });
    let rows: Vec<Vec<Line>> = alike.collect();
    let columns = vec![
        left(scene.word("column.practice")),
        right(scene.word("column.before")),
        right(scene.word("column.now")),
        right(scene.word("column.change")),
        right(scene.word("column.higher")),
        right(scene.word("column.levels_both")),
        right(scene.word("column.n")),
    ];
    let caption = scene.words.fill(
        "change.practices_caption",
        &[
            ("before", &scene.wave_name(change.since)),
            ("now", &scene.wave_name(scene.selection.wave)),
        ],
    );
    (!rows.is_empty()).then(|| table(caption, columns, rows))
}

fn row(scene: &Scene, practice: &PracticeChange, moved: &Moved) -> Vec<Line> {
    let words = &scene.words;
    let mut name = scene.practice_cell(practice.practice);
    if practice.comparable == Comparable::Partly {
        name.push(Span::plain(scene.word("change.partly_mark")));
    }
    let difference = words.difference(&moved.difference);
    let [before, now] = [&moved.before, &moved.now];
    let level = |reading: &Reading| match reading.level {
        Some(level) => level.number().to_string(),
        None => ABSENT.to_owned(),
    };
    let n = |reading: &Reading| reading.n().map_or(ABSENT.to_owned(), |n| words.whole(n));
    vec![
        name,
        plain(points(scene, before)),
        plain(points(scene, now)),
        match moved.is_clear() {
            true => vec![strong(difference)],
            false => plain(difference),
        },
        plain(words.share_or_absent(moved.superiority.as_ref())),
        plain(both(level(before), level(now))),
        plain(both(n(before), n(now))),
    ]
}

/// `2 → 3`, or one where both are the same.
fn both(before: String, now: String) -> String {
    match before == now {
        true => now,
        false => format!("{before} → {now}"),
    }
}

fn points(scene: &Scene, reading: &Reading) -> String {
    let points = scene.words.mean(&reading.points);
    let key = match reading.from {
        PointsFrom::Answers => return points,
        PointsFrom::Settled => "change.settled_mark",
        PointsFrom::Moderated => "change.moderated_mark",
    };
    scene.words.fill(key, &[("points", &points)])
}

/// Whether the table of practices needs its marks explained.
pub(super) fn has_marks(change: &Change) -> bool {
    let marked = |practice: &PracticeChange| match &practice.moved {
        Ok(moved) => {
            practice.comparable == Comparable::Partly
                || [&moved.before, &moved.now]
                    .iter()
                    .any(|reading| reading.from != PointsFrom::Answers)
        }
        Err(_) => false,
    };
    change.practices.iter().any(marked)
}

/// Disciplines, plateaus and everything.
pub(super) fn groups(scene: &Scene, change: &Change) -> Option<Block> {
    change.total.means.as_ref()?;
    let columns = vec![
        left(scene.word("column.group")),
        right(scene.word("column.before")),
        right(scene.word("column.now")),
        right(scene.word("column.change")),
        right(scene.word("column.practices")),
    ];
    let model = scene.model;
    let plateaus = change.plateaus.iter().map(|it| {
        let plateau = &model.plateaus[it.index];
        let name = Span::plain(format!(" {}", scene.of(&plateau.name)));
        group(scene, vec![strong(plateau.id.to_string()), name], it)
    });
    let disciplines = change.disciplines.iter().map(|it| {
        let discipline = &model.disciplines[it.index];
        let name = Span::plain(format!(" {}", scene.of(&discipline.name)));
        group(scene, vec![strong(discipline.id.as_str()), name], it)
    });
    let total = group(
        scene,
        vec![strong(scene.word("change.total"))],
        &change.total,
    );
    let rows = plateaus.chain(disciplines).chain([total]).collect();
    Some(table(scene.word("change.groups_caption"), columns, rows))
}

fn group(scene: &Scene, name: Line, group: &GroupChange) -> Vec<Line> {
    let words = &scene.words;
    let mean = |at: usize| words.mean_or_absent(group.means.as_ref().map(|means| &means[at]));
    let difference = group.difference.as_ref();
    vec![
        name,
        plain(mean(0)),
        plain(mean(1)),
        plain(difference.map_or(ABSENT.to_owned(), |difference| words.difference(difference))),
        plain(words.whole(group.practices as u64)),
    ]
}
