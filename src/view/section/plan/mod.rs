//! What to do next: the plan, from the shortest way to the next plateau to a form to fill in.

mod followed;
pub(in crate::view) mod step;
mod way;

use crate::finding::plan::{Pace, Step};
use crate::view::build::{left, plain, right, section, table};
use crate::view::{Block, Card, Depth, Extent, Field, Fill, Line, Scene, Section, Typed};

/// How many steps are worth a director's time.
const MOST: usize = 3;

/// The plan as a part of the report: the first iteration in full, the rest as a table.
pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let mut blocks = Vec::new();
    if !scene.is_unanswered() {
        blocks.extend(way::blocks(scene));
        blocks.extend(first(scene));
        blocks.extend(ahead(scene));
        blocks.extend(followed::card(scene));
    }
    section("next", scene.word("next.heading"), Depth::Detail, blocks)
}

/// The first steps, one on a line.
pub(super) fn briefly(scene: &Scene) -> Vec<Line> {
    let steps = scene.plan.steps().take(MOST);
    steps.map(|step| step::brief(scene, step)).collect()
}

/// How far it is to the next plateau, and what has come of the last plan.
pub(super) fn compose_way(scene: &Scene) -> Option<Section> {
    let blocks = match scene.is_unanswered() {
        true => vec![Block::Paragraph(scene.line("result.nothing", &[]))],
        false => way::blocks(scene),
    };
    let next = scene.plan.way.as_ref();
    let heading = match next.map(|way| scene.model.plateaus[way.plateau].id) {
        Some(id) => scene.words.fill("plan.way_heading", &[("id", &id)]),
        None => scene.word("plan.way_done_heading"),
    };
    section("way", heading, Depth::Summary, blocks)
}

/// The first iteration, a card a step.
pub(super) fn compose_first(scene: &Scene) -> Option<Section> {
    let heading = scene.words.fill("plan.iteration", &[("number", &1)]);
    section("now", heading, Depth::Summary, first(scene))
}

/// The iterations after the first.
pub(super) fn compose_ahead(scene: &Scene) -> Option<Section> {
    let heading = scene.word("plan.ahead");
    section("ahead", heading, Depth::Summary, ahead(scene))
}

/// What has come of the last plan.
pub(super) fn compose_followed(scene: &Scene) -> Option<Section> {
    let heading = scene.word("followed.heading");
    let blocks = followed::blocks(scene);
    section("followed", heading, Depth::Summary, blocks)
}

/// A table to fill in on paper, where there is paper; spreadsheets have a form of their own.
pub(super) fn compose_form(scene: &Scene) -> Option<Section> {
    if scene.selection.extent != Extent::Illustrated || is_unplanned(scene) {
        return None;
    }
    let sheet = crate::view::worksheet::worksheet(scene);
    let is_empty = |field: &&Field| !matches!(field.fill, Fill::Short | Fill::Long);
    let mut columns = vec![
        right(scene.word("worksheet.iteration")),
        left(scene.word("worksheet.step")),
    ];
    let empty = sheet.fields.iter().filter(is_empty);
    columns.extend(empty.map(|field| left(field.heading.clone())));
    let width = columns.len();
    let rows = numbered(scene).map(|(number, step)| {
        let mut row = vec![plain(number.to_string()), step::brief(scene, step)];
        row.resize(width, Line::new());
        row
    });
    let blocks = vec![
        table(scene.word("plan.form_caption"), columns, rows.collect()),
        Block::Note(scene.word("plan.form_note")),
    ];
    let heading = scene.word("plan.form");
    section("form", heading, Depth::Detail, blocks)
}

/// Every step with the number of its iteration.
fn numbered<'s>(scene: &'s Scene) -> impl Iterator<Item = (usize, &'s Step)> {
    let iterations = (1..).zip(&scene.plan.iterations);
    iterations.flat_map(|(number, steps)| steps.iter().map(move |step| (number, step)))
}

/// The commands to go on with.
pub(super) fn compose_commands(scene: &Scene) -> Option<Section> {
    let typed = scene.selection.typed.as_ref();
    let typed = typed.filter(|_| scene.selection.extent == Extent::Summary)?;
    let Typed {
        inputs, choices, ..
    } = typed;
    let file = scene.word("plan.file");
    let pace = pace(scene.selection.pace);
    let commands = match is_unplanned(scene) {
        true => vec![format!("plateau check {inputs}")],
        false => vec![
            format!("plateau plan {inputs}{choices}{pace} -o {file}.xlsx -o {file}.csv"),
            format!("plateau plan {inputs}{choices}{pace} --plan {file}.xlsx"),
        ],
    };
    let blocks = commands.into_iter().map(Block::Command).collect();
    let heading = scene.word("plan.commands");
    section("commands", heading, Depth::Summary, blocks)
}

/// The options for another pace than the usual one, with the space before each.
fn pace(chosen: Pace) -> String {
    let usual = Pace::default();
    let mut options = String::new();
    if chosen.at_once != usual.at_once {
        options.push_str(&format!(" --at-once {}", chosen.at_once));
    }
    if chosen.iterations != usual.iterations {
        options.push_str(&format!(" --iterations {}", chosen.iterations));
    }
    options
}

fn is_unplanned(scene: &Scene) -> bool {
    scene.is_unanswered() || scene.plan.iterations.is_empty()
}

fn first(scene: &Scene) -> Vec<Block> {
    if scene.is_unanswered() {
        return Vec::new();
    }
    match scene.plan.iterations.first() {
        Some(steps) => {
            let cards = steps.iter().map(|step| Block::Card(card(scene, step)));
            cards.collect()
        }
        None => vec![Block::Paragraph(scene.line("plan.nothing", &[]))],
    }
}

fn card(scene: &Scene, step: &Step) -> Card {
    Card {
        heading: step::heading(scene, step),
        blocks: vec![Block::List(step::lines(scene, step))],
    }
}

/// The iterations after the first, and how much there is after those.
fn ahead(scene: &Scene) -> Vec<Block> {
    let mut blocks = Vec::new();
    let after_first = numbered(scene).filter(|(number, _)| *number > 1);
    let rows: Vec<Vec<Line>> = after_first
        .map(|(number, step)| row(scene, number, step))
        .collect();
    if scene.is_unanswered() {
        return blocks;
    }
    if !rows.is_empty() {
        let columns = vec![
            right(scene.word("worksheet.iteration")),
            left(scene.word("worksheet.step")),
            left(scene.word("worksheet.why")),
        ];
        blocks.push(table(scene.word("plan.ahead_caption"), columns, rows));
    }
    let later = scene.plan.later as u64;
    if later > 0 {
        blocks.push(Block::Note(scene.words.count("plan.later", later, &[])));
    }
    blocks
}

fn row(scene: &Scene, number: usize, step: &Step) -> Vec<Line> {
    vec![
        plain(number.to_string()),
        step::brief(scene, step),
        plain(step::why(scene, step)),
    ]
}
