//! What to do next: the first steps of the plan, and the commands to run.

use super::plan::step;
use crate::finding::plan::{Act, Step};
use crate::text::LANGUAGES;
use crate::view::build::{plain, section, strong};
use crate::view::{Block, Depth, Line, Scene, Section, Span, Typed};

/// How many steps are named.
const MOST: usize = 2;

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let mut blocks = Vec::new();
    let mut commands = Vec::new();
    if !scene.is_unanswered() {
        let first = scene.plan.steps().take(MOST);
        let steps: Vec<Line> = first.map(|step| line(scene, step)).collect();
        if !steps.is_empty() {
            blocks.push(Block::List(steps));
        }
        let explained = scene.plan.steps().next().map_or(0, |step| step.practice);
        commands.push(explain(scene, scene.id(explained)));
    }
    if let Some(Typed {
        inputs, choices, ..
    }) = &scene.selection.typed
    {
        if scene.is_unanswered() {
            commands.push(format!("plateau check {inputs}"));
        } else {
            let file = scene.word("next.file");
            commands.push(format!("plateau plan {inputs}{choices}"));
            commands.push(format!("plateau score {inputs}{choices} -o {file}"));
        }
    }
    blocks.extend(commands.into_iter().map(Block::Command));
    section("next", scene.word("next.heading"), Depth::Summary, blocks)
}

/// The command that explains a practice, in this language and by this model.
fn explain(scene: &Scene, id: &str) -> String {
    let typed = scene.selection.typed.as_ref();
    let model = typed.map_or("", |typed| &typed.model);
    let language = &scene.selection.language;
    match LANGUAGES.first() {
        Some(default) if default.code == language => format!("plateau explain {id}{model}"),
        _ => format!("plateau explain {id}{model} --lang {language}"),
    }
}

/// A step with what is to be seen then.
fn line(scene: &Scene, step: &Step) -> Line {
    let Some(to) = step.act.to() else {
        let mut line = step::brief(scene, step);
        line.extend(plain("."));
        return line;
    };
    // A blocker's name stands in the table of blockers.
    let name = match scene.next_plateau() {
        Some(_) => scene.id(step.practice).to_owned(),
        None => scene.practice(step.practice),
    };
    let anchor = scene.anchor(&scene.model.practices[step.practice], to);
    let key = match step.act {
        Act::Spread { .. } => "next.step_common",
        _ => "next.step",
    };
    let values = [
        ("practice", strong(name)),
        ("units", Span::plain(scene.unit_names(&step.units))),
        ("level", Span::plain(to.number().to_string())),
        ("anchor", Span::plain(anchor)),
    ];
    scene.line(key, &values)
}
