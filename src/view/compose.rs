//! The report on one unit at one point in time.

use jiff::civil::Date;

use super::record::{Scope, record, with_plan};
use super::section;
use super::worksheet::worksheet;
use super::{Imprint, Scene, View};
use crate::assessment::Assessment;
use crate::finding::find;
use crate::finding::plan::Pace;
use crate::intake::{PastPlan, Responses};
use crate::model::Model;
use crate::scoring::{Scorecard, WhatIf};

/// What a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// The whole assessment of a unit.
    Whole,
    /// Units side by side.
    Units,
    /// Roles side by side.
    Roles,
    /// Waves side by side.
    Waves,
    /// What to do next.
    Plan,
}

/// How much of a report is composed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// What fits on a screen.
    Summary,
    /// The record alone, for formats without words.
    Numbers,
    /// The full report in words and tables.
    Full,
    /// The full report with its charts.
    Illustrated,
}

/// Which unit and wave are reported on, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// What is reported.
    pub topic: Topic,
    /// An index into the assessment's units.
    pub unit: usize,
    /// An index into the assessment's waves.
    pub wave: usize,
    /// Whether the record holds that unit alone.
    pub only_unit: bool,
    /// Whether the record holds that wave alone.
    pub only_wave: bool,
    /// How much is composed.
    pub extent: Extent,
    /// How many layers of sub-units stand side by side, from 1.
    pub layers: usize,
    /// Whether agreement over the whole model is shown.
    pub full_agreement: bool,
    /// The report's language, such as `da`.
    pub language: String,
    /// The report's date; the assessment's if `None`.
    pub date: Option<Date>,
    /// What was typed, for the commands to run next; `None` leaves those commands out.
    pub typed: Option<Typed>,
    /// How much is planned.
    pub pace: Pace,
    /// Last time's plan, to be held against the numbers.
    pub past: Option<PastPlan>,
    /// What is assumed, where the scorecard is one of an assumption.
    pub supposed: Option<Supposed>,
}

/// What was typed, in pieces that the commands to run next are put together from: each option
/// with the space before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The inputs and how they are read: what every command that reads answers takes.
    pub inputs: String,
    /// Unit, wave and language: what a command that reports takes besides.
    pub choices: String,
    /// The model, for a command that reads nothing else.
    pub model: String,
}

/// An assumption, and what it is to be told apart from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supposed {
    /// What is assumed.
    pub what_if: WhatIf,
    /// The number of the plateau that the unit has reached without it; 0 if none.
    pub reached: usize,
}

/// Puts numbers, and what deserves saying of them, into words, section by section.
///
/// # Panics
/// If the assessment has no such unit or wave as `selection` names.
pub fn compose<'a>(
    model: &'a Model,
    assessment: &'a Assessment,
    scorecard: &'a Scorecard,
    responses: &'a Responses,
    selection: &Selection,
) -> View<'a> {
    let card = &scorecard.waves[selection.wave];
    let found = find(model, assessment, card, selection.unit);
    let scene = Scene::new(model, assessment, scorecard, responses, &found, selection);
    let scope = Scope {
        language: scene.words.language(),
        date: selection.date.or(assessment.date),
        unit: selection.only_unit.then_some(selection.unit),
        wave: selection.only_wave.then_some(selection.wave),
        full_agreement: selection.full_agreement,
    };
    let report = &assessment.report;
    let has_record = selection.extent != Extent::Summary;
    let record = has_record.then(|| {
        let record = record(model, assessment, responses, scorecard, &scope);
        with_plan(record, &scene)
    });
    View {
        language: scene.words.language().to_owned(),
        title: title(&scene),
        subtitle: subtitle(&scene),
        sections: section::of(
            selection.topic,
            selection.extent,
            report.sections.as_deref(),
        )
        .iter()
        .filter_map(|compose| compose(&scene))
        .collect(),
        record,
        worksheet: (selection.topic == Topic::Plan).then(|| worksheet(&scene)),
        imprint: Imprint {
            organisation: report.organisation.clone(),
            author: report.author.clone(),
            logo: report.logo.clone(),
            date: selection.date.or(assessment.date),
            accent: report.accent,
        },
    }
}

/// What the report is called; an assumption never goes by the name of a result.
fn title(scene: &Scene) -> String {
    let own = own_title(scene);
    let values: &[(&str, &dyn std::fmt::Display)] = &[("title", &own)];
    match (&scene.selection.supposed, scene.selection.topic) {
        (Some(_), _) => scene.words.fill("what_if.title", values),
        (None, Topic::Plan) => scene.words.fill("plan.title", values),
        (None, _) => own,
    }
}

fn own_title(scene: &Scene) -> String {
    match &scene.assessment.title {
        Some(title) => title.clone(),
        None => scene.of(&scene.model.title).to_owned(),
    }
}

fn subtitle(scene: &Scene) -> Vec<String> {
    let title = own_title(scene);
    let unit = scene.unit_name(scene.selection.unit);
    let wave = &scene.assessment.waves[scene.selection.wave];
    let wave_name = wave.id.as_ref().map(|_| wave.name.clone());
    let date = scene.selection.date.or(scene.assessment.date);
    let about: Vec<String> = [
        (unit != title).then_some(unit),
        wave_name,
        date.map(|date| scene.words.date(date)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let name = scene.of(&scene.model.title);
    let version = &scene.model.version;
    let model = scene
        .words
        .fill("report.model", &[("name", &name), ("version", version)]);
    [about.join(" · "), model]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect()
}
