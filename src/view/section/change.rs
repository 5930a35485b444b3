//! What has moved since the wave before, in the practices that can be compared.

mod over;
mod tables;

use super::figure;
use crate::assessment::Comparable;
use crate::chart::Kind;
use crate::scoring::{Change, Panel, PanelKind, Unlike, Verdict};
use crate::view::build::{plain, section};
use crate::view::charts::Pairing;
use crate::view::{Block, Depth, Line, Scene, Section, Span, Topic, change};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let mut blocks = Vec::new();
    match &scene.profile.change {
        Some(change) => blocks.extend(changed(scene, change)),
        None if scene.selection.topic == Topic::Waves => {
            blocks.push(Block::Paragraph(plain(scene.word("change.one_wave"))));
        }
        None => {}
    }
    blocks.extend(over::blocks(scene));
    let heading = match &scene.profile.change {
        Some(change) => scene.words.fill(
            "change.heading_since",
            &[
                ("before", &scene.wave_name(change.since)),
                ("now", &scene.wave_name(scene.selection.wave)),
            ],
        ),
        None => scene.word("change.heading"),
    };
    let depth = match scene.selection.topic {
        Topic::Waves => Depth::Summary,
        _ => Depth::Detail,
    };
    section("change", heading, depth, blocks)
}

fn changed(scene: &Scene, change: &Change) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(overall(scene, change))];
    let gates: Vec<Line> = change
        .gates
        .iter()
        .map(|gate| change::gate(scene, change.since, gate))
        .collect();
    blocks.push(match gates.is_empty() {
        true => Block::Paragraph(plain(scene.word(gates_alike(scene)))),
        false => Block::List(gates),
    });
    blocks.extend(clear(scene, change));
    blocks.push(Block::Paragraph(who(scene, change.panel.as_ref())));
    blocks.extend(tables::groups(scene, change));
    blocks.extend(figure::gap(scene, Pairing::Waves));
    blocks.extend(tables::practices(scene, change));
    blocks.extend(notes(scene, change).into_iter().map(Block::Note));
    blocks.extend(figure::of(scene, Kind::Trend));
    blocks
}

/// What to say where no gate was won or lost.
fn gates_alike(scene: &Scene) -> &'static str {
    let mut plateaus = scene.profile.plateaus.iter();
    match plateaus.any(|plateau| plateau.verdict == Verdict::Met) {
        true => "change.gates_same",
        false => "change.gates_none",
    }
}

/// How the mean over all practices that can be compared has moved.
fn overall(scene: &Scene, change: &Change) -> Line {
    let words = &scene.words;
    let before = scene.wave_name(change.since);
    let Some(([first, last], difference)) = change
        .total
        .means
        .as_ref()
        .zip(change.total.difference.as_ref())
    else {
        let reasons = words.list(&unlike(scene, change));
        let values: &[(&str, &dyn std::fmt::Display)] =
            &[("before", &before), ("reasons", &reasons)];
        return plain(words.fill("change.nothing", values));
    };
    let [first, last] = [first, last].map(|mean| words.mean(mean));
    let key = if first == last {
        "change.overall_same"
    } else {
        "change.overall"
    };
    let values = [
        ("before", Span::plain(before)),
        ("first", Span::plain(first)),
        ("last", crate::view::build::strong(last)),
        ("difference", Span::plain(words.difference(difference))),
    ];
    scene.count_line(key, change.total.practices as u64, &values)
}

/// The practices that have clearly moved, and how many have not.
fn clear(scene: &Scene, change: &Change) -> Vec<Block> {
    let alike = change.practices.iter().filter_map(|practice| {
        let moved = practice.moved.as_ref().ok()?;
        Some((practice, moved))
    });
    let mut clear: Vec<_> = alike
        .clone()
        .filter(|(_, moved)| moved.is_clear())
        .collect();
    clear.sort_by(|(a, one), (b, other)| {
        let size = other
            .difference
            .magnitude()
            .cmp(&one.difference.magnitude());
        size.then(a.practice.cmp(&b.practice))
    });
    let rest = (alike.count() - clear.len()) as u64;
    let lines: Vec<Line> = clear
        .into_iter()
        .map(|(practice, moved)| {
            let partly = practice.comparable == Comparable::Partly;
            change::listed(scene, practice.practice, partly, moved)
        })
        .collect();
    let key = if lines.is_empty() {
        "change.slight_all"
    } else {
        "change.slight"
    };
    let mut blocks = Vec::new();
    if !lines.is_empty() {
        blocks.push(Block::Paragraph(plain(scene.word("change.clear"))));
        blocks.push(Block::List(lines));
    }
    if rest > 0 {
        blocks.push(Block::Paragraph(scene.count_line(key, rest, &[])));
    }
    blocks
}

/// Whether the same people answered.
fn who(scene: &Scene, panel: Option<&Panel>) -> Line {
    let Some(panel) = panel else {
        return plain(scene.word("result.settled_only"));
    };
    let words = &scene.words;
    let [before, now] = [panel.before, panel.now].map(|people| words.whole(people));
    let same = panel.same.map(|same| words.whole(same));
    let numbers = match &same {
        Some(same) => words.fill(
            "change.panel_numbers",
            &[("same", same), ("before", &before), ("now", &now)],
        ),
        None => words.fill("change.panel_sizes", &[("before", &before), ("now", &now)]),
    };
    let key = match panel.kind {
        PanelKind::Panel => "change.panel",
        PanelKind::Partly => "change.partly_panel",
        PanelKind::CrossSections => "change.cross_sections",
        PanelKind::Untold => "change.untold",
    };
    let mut line = plain(words.fill(key, &[("numbers", &numbers)]));
    if scene.assessment.units[scene.selection.unit]
        .parent
        .is_some()
    {
        line.push(Span::plain(" "));
        line.push(Span::plain(scene.word("change.whole_assessment")));
    }
    line
}

/// How to read the tables, and what is left out of them.
fn notes(scene: &Scene, change: &Change) -> Vec<String> {
    let words = &scene.words;
    let mut notes = vec![scene.word("change.reading")];
    if tables::has_marks(change) {
        notes.push(scene.word("change.marks"));
    }
    if change.other_version {
        notes.push(scene.word("change.break"));
    }
    notes.extend(left_out(scene, change));
    let reasons = unlike(scene, change);
    if change.total.means.is_some() && !reasons.is_empty() {
        let reasons = words.list(&reasons);
        notes.push(words.fill("change.unlike", &[("reasons", &reasons)]));
    }
    notes
}

/// Which parts are left out of which practices, one sentence for each set of parts.
fn left_out(scene: &Scene, change: &Change) -> Vec<String> {
    let mut sets: Vec<(&[usize], Vec<usize>)> = Vec::new();
    for practice in &change.practices {
        let Ok(moved) = &practice.moved else { continue };
        if moved.left_out.is_empty() {
            continue;
        }
        match sets.iter_mut().find(|(parts, _)| *parts == moved.left_out) {
            Some((_, practices)) => practices.push(practice.practice),
            None => sets.push((&moved.left_out, vec![practice.practice])),
        }
    }
    let say = |(parts, practices): (&[usize], Vec<usize>)| {
        let (units, practices) = (scene.unit_names(parts), scene.ids(&practices));
        let values: &[(&str, &dyn std::fmt::Display)] =
            &[("units", &units), ("practices", &practices)];
        scene.words.fill("change.left_out", values)
    };
    sets.into_iter().map(say).collect()
}

/// What cannot be compared and why, a phrase for each reason.
fn unlike(scene: &Scene, change: &Change) -> Vec<String> {
    let mut reasons: Vec<(&Unlike, Vec<usize>)> = Vec::new();
    for practice in &change.practices {
        let Err(unlike) = &practice.moved else {
            continue;
        };
        match reasons.iter_mut().find(|(known, _)| *known == unlike) {
            Some((_, practices)) => practices.push(practice.practice),
            None => reasons.push((unlike, vec![practice.practice])),
        }
    }
    let say = |(unlike, practices): (&Unlike, Vec<usize>)| {
        let (key, units) = match unlike {
            Unlike::NoPoints => ("change.unlike_no_points", String::new()),
            Unlike::Hidden => ("change.unlike_hidden", String::new()),
            Unlike::Parts(parts) => ("change.unlike_parts", scene.unit_names(parts)),
            Unlike::NothingLeft => ("change.unlike_nothing_left", String::new()),
            Unlike::Version => ("change.unlike_version", String::new()),
        };
        let ids = scene.ids(&practices);
        let values: &[(&str, &dyn std::fmt::Display)] = &[("practices", &ids), ("units", &units)];
        scene.words.count(key, practices.len() as u64, values)
    };
    reasons.into_iter().map(say).collect()
}
