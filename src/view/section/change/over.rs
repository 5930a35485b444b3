//! All waves up to this one: each by itself, and over the practices that all of them have.

use crate::scoring::{Course, Group};
use crate::text::ABSENT;
use crate::view::build::{left, plain, right, strong, table};
use crate::view::{Block, Line, Scene, Topic};

/// The waves side by side; nothing where there are no more than two, unless they are the topic.
pub(super) fn blocks(scene: &Scene) -> Vec<Block> {
    let (unit, wave) = (scene.selection.unit, scene.selection.wave);
    let mut waves = scene.assessment.waves_before(wave);
    waves.push(wave);
    waves.retain(|&wave| scene.scorecard.has_points(wave, unit));
    let least = if scene.selection.topic == Topic::Waves {
        2
    } else {
        3
    };
    if waves.len() < least {
        return Vec::new();
    }
    let mut blocks = vec![alone(scene, &waves)];
    if waves.len() < 3 {
        return blocks;
    }
    let course = Course::over(scene.model, scene.assessment, scene.scorecard, unit, &waves);
    if course.alike() == 0 {
        blocks.push(Block::Note(scene.word("change.nothing_over")));
        return blocks;
    }
    let n = course.alike();
    let model = scene.model;
    let plateaus = model.plateaus.iter().map(|one| one.id.to_string());
    let disciplines = model.disciplines.iter().map(|one| one.id.clone());
    for (key, names, groups) in [
        (
            "change.plateaus_over",
            plateaus.collect::<Vec<_>>(),
            &course.plateaus,
        ),
        (
            "change.disciplines_over",
            disciplines.collect(),
            &course.disciplines,
        ),
    ] {
        let caption = scene.words.fill(key, &[("n", &n)]);
        blocks.push(means(scene, caption, names, groups, &course));
    }
    blocks.push(Block::Note(what_is_followed(scene, &course)));
    blocks
}

/// Which practices and parts the course is made of.
fn what_is_followed(scene: &Scene, course: &Course) -> String {
    let alike = course.practices.iter().flatten();
    let mut parts: Vec<usize> = alike.flat_map(|like| like.left_out.clone()).collect();
    parts.sort_unstable();
    parts.dedup();
    let without = match parts.is_empty() {
        true => String::new(),
        false => {
            let units = scene.unit_names(&parts);
            scene
                .words
                .fill("change.over_without", &[("units", &units)])
        }
    };
    let values: &[(&str, &dyn std::fmt::Display)] =
        &[("n", &course.alike()), ("without", &without)];
    scene.words.fill("change.over", values)
}

/// Each wave with all practices that it has points for.
fn alone(scene: &Scene, waves: &[usize]) -> Block {
    let columns = vec![
        left(scene.word("column.wave")),
        right(scene.word("column.respondents")),
        right(scene.word("column.plateau_reached")),
        right(scene.word("column.points")),
        right(scene.word("column.points_max")),
        right(scene.word("column.practices")),
    ];
    let words = &scene.words;
    let row = |&wave: &usize| {
        let profile = &scene.scorecard.waves[wave].profiles[scene.selection.unit];
        let total = &profile.total;
        vec![
            vec![strong(scene.wave_name(wave))],
            plain(words.whole(profile.respondents)),
            plain(profile.plateau_reached.to_string()),
            plain(words.mean_or_absent(total.points.as_ref())),
            plain(words.whole(total.points_max_adjusted)),
            plain(words.whole(total.practices_scored as u64)),
        ]
    };
    let rows = waves.iter().map(row).collect();
    table(scene.word("change.waves_caption"), columns, rows)
}

/// A row a wave, so that any number of waves fits a page's width.
fn means(
    scene: &Scene,
    caption: String,
    names: Vec<String>,
    groups: &[Group],
    course: &Course,
) -> Block {
    let mut columns = vec![left(scene.word("column.wave"))];
    columns.extend(names.into_iter().map(right));
    columns.push(right(scene.word("change.total")));
    let groups: Vec<&Group> = groups.iter().chain([&course.total]).collect();
    let row = |place: usize| -> Vec<Line> {
        let mean = |group: &&Group| {
            let mean = group.means[place].as_ref();
            plain(mean.map_or(ABSENT.to_owned(), |mean| scene.words.mean(mean)))
        };
        let name = vec![strong(scene.wave_name(course.waves[place]))];
        [name].into_iter().chain(groups.iter().map(mean)).collect()
    };
    table(caption, columns, (0..course.waves.len()).map(row).collect())
}
