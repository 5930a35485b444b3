//! A table that people fill in, in a spreadsheet or on paper.

use super::Scene;
use super::section::plan::step;
use crate::finding::plan::Step;
use crate::intake::{ActKind, ActionStatus};

/// A table that people fill in. Its headings and choices are read back in every language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worksheet {
    /// What it is called; short.
    pub name: String,
    /// Its columns.
    pub fields: Vec<Field>,
    /// Its rows; each has an entry a column.
    pub rows: Vec<Vec<Entry>>,
}

/// A column of a worksheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// What stands above it.
    pub heading: String,
    /// What is in it.
    pub fill: Fill,
}

/// What is in a column of a worksheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fill {
    /// An id, a number or a word or two.
    Short,
    /// A name or a sentence.
    Long,
    /// To be filled in with words.
    Words,
    /// To be filled in with a date.
    Date,
    /// To be filled in with one of these.
    Choice(Vec<String>),
}

/// What stands in a worksheet's cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// Nothing yet.
    Empty,
    /// Words; may be people's own.
    Text(String),
    /// A whole number.
    Number(u64),
}

/// The plan to be filled in, a row a step.
pub(super) fn worksheet(scene: &Scene) -> Worksheet {
    Worksheet {
        name: scene.word("plan.name"),
        fields: fields(scene),
        rows: rows(scene),
    }
}

fn fields(scene: &Scene) -> Vec<Field> {
    let choices = |keys: &[&str]| Fill::Choice(keys.iter().map(|key| scene.word(key)).collect());
    let sizes = || choices(&["worksheet.small", "worksheet.medium", "worksheet.large"]);
    let statuses = ActionStatus::ALL.map(status);
    [
        ("worksheet.iteration", Fill::Short),
        ("worksheet.practice", Fill::Short),
        ("worksheet.name", Fill::Long),
        ("worksheet.step", Fill::Short),
        ("worksheet.from", Fill::Short),
        ("worksheet.to", Fill::Short),
        ("worksheet.sight", Fill::Long),
        ("worksheet.who", Fill::Long),
        ("worksheet.why", Fill::Long),
        ("worksheet.supports", Fill::Long),
        ("worksheet.owner", Fill::Words),
        ("worksheet.start", Fill::Date),
        ("worksheet.due", Fill::Date),
        ("worksheet.effort", sizes()),
        ("worksheet.effect", sizes()),
        ("worksheet.status", choices(&statuses)),
        ("worksheet.unit", Fill::Short),
        ("worksheet.wave", Fill::Short),
    ]
    .into_iter()
    .map(|(key, fill)| Field {
        heading: scene.word(key),
        fill,
    })
    .collect()
}

/// How many columns people fill in.
const EMPTY: usize = 6;

fn rows(scene: &Scene) -> Vec<Vec<Entry>> {
    let iterations = scene.plan.iterations.iter();
    let numbered = (1..).zip(iterations);
    numbered
        .flat_map(|(number, steps)| steps.iter().map(move |step| row(scene, number, step)))
        .collect()
}

fn row(scene: &Scene, iteration: u64, step: &Step) -> Vec<Entry> {
    let practice = &scene.model.practices[step.practice];
    let level = |level: Option<crate::model::Level>| {
        level.map_or(Entry::Empty, |level| Entry::Number(level.number().into()))
    };
    let unit = &scene.assessment.units[scene.selection.unit];
    let wave = &scene.assessment.waves[scene.selection.wave];
    let mut row = vec![
        Entry::Number(iteration),
        Entry::Text(practice.id.clone()),
        Entry::Text(scene.of(&practice.name).to_owned()),
        Entry::Text(scene.word(act(step.act.kind()))),
        level(step.act.from()),
        level(step.act.to()),
        Entry::Text(step::sight(scene, step)),
        Entry::Text(step::who(scene, step)),
        Entry::Text(step::why(scene, step)),
        Entry::Text(scene.ids(&step.supports)),
    ];
    row.extend(std::iter::repeat_n(Entry::Empty, EMPTY));
    // An implicit unit has no name that an answers file knows.
    row.push(match unit.implicit {
        true => Entry::Empty,
        false => Entry::Text(unit.id.clone()),
    });
    row.push(wave.id.clone().map_or(Entry::Empty, Entry::Text));
    row
}

/// What a kind of act is called; reading a plan back knows the same words.
pub(super) fn act(kind: ActKind) -> &'static str {
    match kind {
        ActKind::Raise => "act.raise",
        ActKind::Spread => "act.spread",
        ActKind::FindOut => "act.find_out",
        ActKind::Agree => "act.agree",
        ActKind::Secure => "act.secure",
    }
}

/// What a status is called; reading a plan back knows the same words.
fn status(status: ActionStatus) -> &'static str {
    match status {
        ActionStatus::Waiting => "status.waiting",
        ActionStatus::Underway => "status.underway",
        ActionStatus::Done => "status.done",
        ActionStatus::Dropped => "status.dropped",
    }
}
