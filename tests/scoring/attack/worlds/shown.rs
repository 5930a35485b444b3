//! Everything that anybody can be shown of an undertaking.

use std::collections::BTreeMap;

use super::Picks;
use crate::support::waves::Waves;
use plateau::finding::plan::Pace;
use plateau::format::{
    FORMATS, Style,
    form::{FORM_FORMATS, Writes},
};
use plateau::scoring::{Scorecard, WhatIf, score, score_if};
use plateau::view::form::{Form, moderation};
use plateau::view::{Extent, Selection, Supposed, Topic, View, compose};

/// Numbers, reports and forms; a format turns nothing but a report or a form into bytes.
pub struct Seen {
    cards: Vec<Scorecard>,
    views: Vec<(String, View<'static>)>,
    forms: Vec<Form>,
    bytes: Vec<(String, Vec<u8>)>,
}

impl Seen {
    /// Where something differs from what is seen in another world.
    pub fn difference(&self, other: &Self) -> Option<String> {
        for ((what, bytes), (_, others)) in self.bytes.iter().zip(&other.bytes) {
            if bytes != others {
                let [one, two] = [bytes, others].map(|bytes| String::from_utf8_lossy(bytes));
                let line = one.lines().zip(two.lines()).find(|(one, two)| one != two);
                return Some(format!("{what}: {line:?}"));
            }
        }
        for ((what, view), (_, others)) in self.views.iter().zip(&other.views) {
            if view != others {
                return Some(what.clone());
            }
        }
        if self.forms != other.forms {
            return Some("a form".to_owned());
        }
        (self.cards != other.cards).then(|| "a scorecard".to_owned())
    }
}

/// All views of the unit that is chosen and of the first top unit, the whole report of every
/// unit, and what would be if some practices stood elsewhere.
pub fn everything(waves: &Waves, wave: usize, picks: &Picks) -> Seen {
    let units = waves.assessment.units.len();
    let chosen = picks[10].index(units);
    let plain = Look::new(waves, wave, None);
    let mut views = Vec::new();
    for unit in 0..units {
        views.push(plain.view(Topic::Whole, unit, Extent::Full));
    }
    for unit in [0, chosen] {
        for topic in [Topic::Units, Topic::Roles, Topic::Waves, Topic::Plan] {
            views.push(plain.view(topic, unit, Extent::Full));
        }
    }
    let supposing = Look::new(waves, wave, Some(what_if(waves, wave, chosen, picks)));
    views.push(supposing.view(Topic::Whole, chosen, Extent::Full));
    views.push(supposing.view(Topic::Plan, chosen, Extent::Full));
    views.push(plain.view(Topic::Whole, chosen, Extent::Illustrated));
    let forms: Vec<Form> = (0..units).map(|unit| plain.form(unit)).collect();
    let mut bytes = Vec::new();
    let in_bytes = views.iter().filter(|(_, view)| view.record.is_some());
    for (what, view) in in_bytes.rev().take(3) {
        for format in FORMATS.iter().filter(|format| format.is_text) {
            let style = Style {
                verbose: true,
                ..Style::default()
            };
            let rendered = format.render(view, &style).unwrap();
            let what = format!("{what} as {}", format.name);
            bytes.push((what, rendered.value.into_bytes()));
        }
    }
    for format in FORM_FORMATS {
        let Writes::Tables { render, .. } = format.writes else {
            continue; // a questionnaire holds no figures
        };
        let what = format!("a form as {}", format.name);
        let rendered = render(&forms[chosen]).unwrap();
        bytes.push((what, rendered.take(&mut Default::default())));
    }
    Seen {
        cards: vec![plain.card, supposing.card],
        views,
        forms,
        bytes,
    }
}

/// Any practices at any levels.
fn what_if(waves: &Waves, wave: usize, unit: usize, picks: &Picks) -> WhatIf {
    let scale = &waves.model.scale;
    let practices = waves.model.practices.len();
    let levels: BTreeMap<_, _> = picks[11..14]
        .iter()
        .map(|pick| (pick.index(practices), scale.at(pick.index(scale.len()))))
        .collect();
    WhatIf { wave, unit, levels }
}

struct Look<'a> {
    waves: &'a Waves,
    wave: usize,
    card: Scorecard,
    supposed: Option<Supposed>,
}

impl<'a> Look<'a> {
    fn new(waves: &'a Waves, wave: usize, what_if: Option<WhatIf>) -> Self {
        let Waves {
            model,
            assessment,
            responses,
        } = waves;
        let plain = score(model, assessment, responses);
        let card = score_if(model, assessment, responses, what_if.as_ref());
        let supposed = what_if.map(|what_if| Supposed {
            reached: plain.waves[wave].profiles[what_if.unit].plateau_reached,
            what_if,
        });
        Self {
            waves,
            wave,
            card,
            supposed,
        }
    }

    fn view(&self, topic: Topic, unit: usize, extent: Extent) -> (String, View<'static>) {
        let Waves {
            model,
            assessment,
            responses,
        } = self.waves;
        let selection = Selection {
            topic,
            unit,
            wave: self.wave,
            only_unit: false,
            only_wave: false,
            extent,
            layers: 2,
            full_agreement: true,
            language: "da".to_owned(),
            date: None,
            typed: Some(plateau::view::Typed {
                inputs: "svar".to_owned(),
                choices: String::new(),
                model: String::new(),
            }),
            pace: Pace::default(),
            past: None,
            supposed: self.supposed.clone(),
        };
        let view = compose(model, assessment, &self.card, responses, &selection);
        let supposed = if self.supposed.is_some() {
            ", assumed"
        } else {
            ""
        };
        (
            format!("{topic:?} of unit {unit}{supposed}"),
            view.in_full(),
        )
    }

    fn form(&self, unit: usize) -> Form {
        let Waves {
            model, assessment, ..
        } = self.waves;
        moderation(model, assessment, &self.card, (unit, self.wave), "da")
    }
}
