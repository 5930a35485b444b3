//! A step in words.

use crate::finding::plan::{Act, Reason, Step};
use crate::model::Level;
use crate::scoring::Undecided;
use crate::view::build::{plain, strong};
use crate::view::{Extent, Line, Scene, Span};

/// A step as it stands above its card.
pub(super) fn heading(scene: &Scene, step: &Step) -> String {
    let line = brief(scene, step).into_iter();
    line.map(|span| span.text).collect()
}

/// A step in one line.
pub(in crate::view) fn brief(scene: &Scene, step: &Step) -> Line {
    let mut values = vec![("practice", strong(scene.practice(step.practice)))];
    let number = |level: Level| Span::plain(level.number().to_string());
    match step.act {
        Act::Raise { from, to } => {
            values.extend([("from", number(from)), ("level", number(to))]);
            scene.line("next.brief", &values)
        }
        Act::Spread { to } => {
            let units = Span::plain(scene.unit_names(&step.units));
            values.extend([("units", units), ("level", number(to))]);
            scene.line("next.brief_common", &values)
        }
        Act::FindOut(_) => scene.line("next.brief_find_out", &values),
        Act::Agree => scene.line("next.brief_agree", &values),
        Act::Secure => scene.line("next.brief_secure", &values),
    }
}

/// All that is said of a step; what is seen today and who has influence, in full reports only.
pub(super) fn lines(scene: &Scene, step: &Step) -> Vec<Line> {
    let is_full = scene.selection.extent != Extent::Summary;
    let today = step.act.from().filter(|_| is_full);
    let mut lines: Vec<Line> = today
        .map(|from| anchor(scene, "next.today", step.practice, from))
        .into_iter()
        .collect();
    lines.extend(match (step.act, step.act.to()) {
        (Act::FindOut(why), _) => Some(plain(scene.word(way_to_find_out(why)))),
        (Act::Agree, _) => Some(plain(scene.word("step.agree"))),
        (Act::Secure, _) => Some(plain(scene.word("step.secure"))),
        (_, to) => to.map(|to| anchor(scene, "next.then", step.practice, to)),
    });
    lines.push(scene.line("step.why", &[("why", Span::plain(why(scene, step)))]));
    if !step.units.is_empty() && !matches!(step.act, Act::Spread { .. }) {
        let units = Span::plain(scene.unit_names(&step.units));
        lines.push(scene.line("step.begin_in", &[("units", units)]));
    }
    if step.is_disputed && step.act != Act::Agree {
        lines.push(scene.line("step.talk_first", &[]));
    }
    if !step.before.is_empty() {
        let practices = Span::plain(scene.ids(&step.before));
        lines.push(scene.line("step.before", &[("practices", practices)]));
    }
    if !step.supports.is_empty() {
        let practices = Span::plain(scene.ids(&step.supports));
        lines.push(scene.line("step.supports", &[("practices", practices)]));
    }
    if is_full {
        lines.extend(influence(scene, step.practice));
    }
    lines
}

/// Why a step is taken when it is.
pub(in crate::view) fn why(scene: &Scene, step: &Step) -> String {
    let of = |plateau: usize| scene.plateau_number(plateau);
    match step.reason {
        Reason::Blocks {
            plateau,
            distance: Some(distance),
        } => {
            let plateau = of(plateau);
            let values: &[(&str, &dyn std::fmt::Display)] = &[("plateau", &plateau)];
            scene.words.count("why.blocks_by", distance, values)
        }
        Reason::Blocks {
            plateau,
            distance: None,
        } => scene.words.fill("why.blocks", &[("plateau", &of(plateau))]),
        Reason::NotCommon { plateau } => {
            let plateau = of(plateau);
            scene.words.fill("why.not_common", &[("plateau", &plateau)])
        }
        Reason::Unknown { plateau } => {
            let plateau = of(plateau);
            let values: &[(&str, &dyn std::fmt::Display)] = &[("plateau", &plateau)];
            let key = match step.act {
                Act::FindOut(Undecided::Hidden) => "why.hidden",
                Act::FindOut(Undecided::ThinlyCovered) => "why.thin",
                _ => "why.unanswered",
            };
            scene.words.fill(key, values)
        }
        Reason::Disputed => scene.word("why.disputed"),
        Reason::PerhapsNotCommon => scene.word("why.perhaps_not_common"),
        Reason::Fragile { plateau, margin } => {
            let plateau = of(plateau);
            let values: &[(&str, &dyn std::fmt::Display)] = &[("plateau", &plateau)];
            scene.words.count("why.fragile", margin, values)
        }
        Reason::Target { level } => {
            let level = level.number();
            scene.words.fill("why.target", &[("level", &level)])
        }
    }
}

/// Whom a step is for: the units that fall short, else all.
pub(in crate::view) fn who(scene: &Scene, step: &Step) -> String {
    match step.units.as_slice() {
        [] => scene.word("step.all"),
        units => scene.unit_names(units),
    }
}

/// What is to be seen when a step is done.
pub(in crate::view) fn sight(scene: &Scene, step: &Step) -> String {
    match (step.act, step.act.to()) {
        (Act::FindOut(why), _) => scene.word(way_to_find_out(why)),
        (Act::Agree, _) => scene.word("step.agree"),
        (Act::Secure, _) => scene.word("step.secure"),
        (_, Some(to)) => {
            let practice = &scene.model.practices[step.practice];
            scene.anchor(practice, to).to_owned()
        }
        (_, None) => String::new(),
    }
}

fn way_to_find_out(why: Undecided) -> &'static str {
    match why {
        Undecided::Unanswered => "step.find_unanswered",
        Undecided::ThinlyCovered => "step.find_thin",
        Undecided::Hidden => "step.find_hidden",
    }
}

/// What is seen at a level of a practice, under a few words that say which.
fn anchor(scene: &Scene, key: &str, practice: usize, level: Level) -> Line {
    let text = scene.anchor(&scene.model.practices[practice], level);
    let values = [
        ("level", Span::plain(scene.level(level))),
        ("anchor", Span::plain(text)),
    ];
    scene.line(key, &values)
}

/// How much each layer of the organisation can do about a practice.
fn influence(scene: &Scene, practice: usize) -> Option<Line> {
    let influence = &scene.model.practices[practice].influence;
    let layers = scene.model.layers.iter().zip(influence);
    let parts: Vec<String> = layers
        .map(|(layer, influence)| {
            let (layer, influence) = (scene.of(&layer.name), scene.influence(*influence));
            let values: &[(&str, &dyn std::fmt::Display)] =
                &[("layer", &layer), ("influence", &influence)];
            scene.words.fill("next.layer", values)
        })
        .collect();
    let parts_listed = Span::plain(parts.join(", "));
    (!parts.is_empty()).then(|| scene.line("next.influence", &[("layers", parts_listed)]))
}
