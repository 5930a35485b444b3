//! Charts that hold things side by side: units, and two readings of each practice.

use std::fmt::Display;

use super::course::earlier;
use super::rows::{label, shown_mean};
use super::{Pairing, Subject, hides};
use crate::chart::{Cell, Chart, Dumbbell, Figure, Gap, Heatmap, HeatmapColumns, HeatmapRow, Kind};
use crate::model::Discipline;
use crate::scoring::{Fraction, Like, Relevance, Score, Standing};

/// More rows than this are too many to take in; then only the latest waves are shown, at least two.
const MOST_ROWS: usize = 48;

/// More units than this no page can hold in letters that can be read.
const MOST_UNITS: usize = 100;

/// The unit and everything below it, beside the practices.
pub fn heatmap(subject: Subject<'_>) -> Result<Chart, &'static str> {
    let words = subject.words();
    let all_units = below(subject);
    let units = highest(&all_units);
    let all_waves = waves_with_figures(subject, &units);
    let most = (MOST_ROWS / units.len()).clamp(2.min(all_waves.len()), all_waves.len());
    let waves = &all_waves[all_waves.len() - most..];
    let mut rows = Vec::new();
    for &(unit, depth) in &units {
        for (place, &wave) in waves.iter().enumerate() {
            let name = subject.unit_name(unit);
            rows.push(HeatmapRow {
                name: if place == 0 {
                    name.to_owned()
                } else {
                    String::new()
                },
                depth,
                wave: if waves.len() > 1 {
                    subject.wave_name(wave).to_owned()
                } else {
                    String::new()
                },
                cells: cells(subject, unit, wave),
            });
        }
    }
    let column = |discipline: &Discipline| HeatmapColumns {
        heading: discipline.name.get(subject.language).to_owned(),
        practices: discipline
            .practices
            .iter()
            .map(|&index| {
                (
                    subject.model.practices[index].id.clone(),
                    subject.practice_name(index).to_owned(),
                )
            })
            .collect(),
    };
    let shows = |cell: Cell, key: &str| {
        let any = rows.iter().any(|row| row.cells.contains(&cell));
        if any {
            words.get(key).to_owned()
        } else {
            String::new()
        }
    };
    let figure = Heatmap {
        levels: subject.levels(),
        hidden: shows(Cell::Hidden, "chart.hidden"),
        absent: shows(Cell::Absent, "chart.no_level"),
        columns: subject.model.disciplines.iter().map(column).collect(),
        rows,
    };
    let title = if units.len() > 1 {
        "chart.heatmap.title"
    } else {
        "chart.heatmap.title_alone"
    };
    let description = describe_units(subject, &units);
    let frame = subject.frame(Kind::Heatmap, words.get(title).to_owned(), &[], description);
    let hidden = |&&(unit, _): &&(usize, usize)| {
        waves.iter().any(|&wave| {
            subject.scorecard.waves[wave].profiles[unit]
                .scores
                .iter()
                .any(hides)
        })
    };
    let mut notes = vec![words.get("chart.heatmap.note").to_owned()];
    if units.len() < all_units.len() {
        let all = words.whole(all_units.len() as u64);
        let values: [(&str, &dyn Display); 2] = [("shown", &units.len()), ("all", &all)];
        notes.push(words.fill("chart.heatmap.note_units", &values));
    }
    if waves.len() < all_waves.len() {
        notes.push(words.fill("chart.heatmap.note_waves", &[("n", &waves.len())]));
    }
    notes.extend(subject.hidden_count("chart.hidden_units", units.iter().filter(hidden).count()));
    notes.extend(subject.exceptions());
    Ok(subject.finish(frame, Figure::Heatmap(figure), notes))
}

/// The unit and everything below it with its depth, in the assessment's order.
fn below(subject: Subject<'_>) -> Vec<(usize, usize)> {
    let mut units = Vec::new();
    let mut waiting = vec![(subject.unit, 0)];
    while let Some((unit, depth)) = waiting.pop() {
        units.push((unit, depth));
        let children = subject.assessment.units[unit].children.iter().rev();
        waiting.extend(children.map(|&child| (child, depth + 1)));
    }
    units
}

/// As many units as a page has room for: whole layers from the top first, in the same order.
fn highest(units: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut places: Vec<usize> = (0..units.len()).collect();
    places.sort_by_key(|&place| units[place].1);
    places.truncate(MOST_UNITS);
    places.sort_unstable();
    places.into_iter().map(|place| units[place]).collect()
}

/// The waves up to the subject's own in which any of the units has something to show or hide.
fn waves_with_figures(subject: Subject<'_>, units: &[(usize, usize)]) -> Vec<usize> {
    let any = |&wave: &usize| {
        let profiles = &subject.scorecard.waves[wave].profiles;
        let scores = units.iter().flat_map(|&(unit, _)| &profiles[unit].scores);
        wave == subject.wave
            || scores
                .into_iter()
                .any(|score| score.level.is_some() || hides(score))
    };
    let mut waves = subject.assessment.waves_before(subject.wave);
    waves.push(subject.wave);
    waves.retain(any);
    waves
}

fn cells(subject: Subject<'_>, unit: usize, wave: usize) -> Vec<Cell> {
    let scores = &subject.scorecard.waves[wave].profiles[unit].scores;
    let practices = subject
        .model
        .disciplines
        .iter()
        .flat_map(|discipline| &discipline.practices);
    let cell = |&practice: &usize| match &scores[practice] {
        score if hides(score) => Cell::Hidden,
        Score {
            level: Some(level),
            relevance: Relevance::Relevant,
            ..
        } => Cell::Level(level.number().into()),
        _ => Cell::Absent,
    };
    practices.map(cell).collect()
}

/// How many units are told of to those who cannot see the chart: a listener cannot skip.
const TOLD: usize = 40;

fn describe_units(subject: Subject<'_>, units: &[(usize, usize)]) -> String {
    let words = subject.words();
    let row = |&(unit, _): &(usize, usize)| {
        let scores = &subject.scorecard.waves[subject.wave].profiles[unit].scores;
        let at_gate =
            |score: &&Score| matches!(score.standing, Standing::Met { .. } | Standing::NotCommon);
        let met = scores.iter().filter(at_gate).count();
        let hidden = scores.iter().filter(|score| hides(score)).count();
        let name = subject.unit_name(unit);
        words.fill(
            "chart.heatmap.description_row",
            &[("name", &name), ("levels", &met), ("hidden", &hidden)],
        )
    };
    let mut rows: Vec<String> = units.iter().take(TOLD).map(row).collect();
    if let more @ 1.. = units.len().saturating_sub(TOLD) {
        rows.push(words.fill("chart.heatmap.description_more", &[("n", &more)]));
    }
    words.fill("chart.heatmap.description", &[("rows", &rows.join("; "))])
}

/// A practice's two readings.
struct Pair {
    practice: usize,
    readings: [Fraction; 2],
}

/// Two readings of each practice, largest distance first.
pub fn gap(pairing: Pairing, subject: Subject<'_>) -> Result<Chart, &'static str> {
    let words = subject.words();
    let (series, mut pairs) = match pairing {
        Pairing::Roles => roles(subject),
        Pairing::Moderated => moderated(subject),
        Pairing::Waves => waves(subject),
    }
    .filter(|(_, pairs)| !pairs.is_empty())
    .ok_or("chart.missing.no_pair")?;
    let distance = |pair: &Pair| pair.readings[1].minus(&pair.readings[0]);
    let size = |pair: &Pair| {
        let distance = distance(pair);
        if distance.is_negative() {
            Fraction::whole(0).minus(&distance)
        } else {
            distance
        }
    };
    pairs.sort_by(|a, b| size(b).cmp(&size(a)).then(a.practice.cmp(&b.practice)));
    let [name, title, note] = match pairing {
        Pairing::Roles => ["roles", "chart.gap.title_roles", "chart.gap.note_roles"],
        Pairing::Moderated => [
            "moderated",
            "chart.gap.title_moderated",
            "chart.gap.note_moderated",
        ],
        Pairing::Waves => ["waves", "chart.gap.title_waves", "chart.gap.note_waves"],
    };
    let marked = |pair: &Pair| match pairing {
        Pairing::Waves => distance(pair).rounded(1) < 0,
        _ => size(pair) >= Fraction::whole(1),
    };
    let row = |pair: &Pair| Dumbbell {
        row: label(subject, pair.practice, marked(pair)),
        values: [pair.readings[0].to_f64(), pair.readings[1].to_f64()],
        words: [0, 1].map(|index: usize| words.mean(&pair.readings[index])),
        difference: words.difference(&distance(pair)),
    };
    let rows: Vec<Dumbbell> = pairs.iter().map(row).collect();
    let of = |bell: &Dumbbell| format!("{} {} → {}", bell.row.name, bell.words[0], bell.words[1]);
    let description: Vec<String> = rows.iter().map(of).collect();
    let description = words.fill(
        "chart.gap.description",
        &[("rows", &description.join("; "))],
    );
    let title = words.fill(title, &[("first", &series[0]), ("second", &series[1])]);
    let relevant = |score: &&Score| score.relevance == Relevance::Relevant;
    let practices = subject.profile().scores.iter().filter(relevant).count();
    let note = words.fill(note, &[("shown", &rows.len()), ("practices", &practices)]);
    let heading = words.get("chart.gap.heading").to_owned();
    let figure = Gap {
        levels: subject.levels(),
        series,
        heading,
        rows,
    };
    let mut frame = subject.frame(Kind::Gap, title, &[], description);
    frame.id.push_str(&format!("-{name}"));
    let mut notes = vec![note];
    notes.extend(subject.hidden_note());
    Ok(subject.finish(frame, Figure::Gap(figure), notes))
}

type Pairs = Option<([String; 2], Vec<Pair>)>;

/// The first two roles of which any practice may be shown.
fn roles(subject: Subject<'_>) -> Pairs {
    let mean = |role: &crate::scoring::RoleProfile, practice: usize| {
        role.cells[practice]
            .as_option()
            .and_then(|cell| cell.mean.clone())
    };
    let practices = subject.model.practices.len();
    let named = subject
        .profile()
        .roles
        .iter()
        .filter(|role| role.role.is_some());
    let mut roles =
        named.filter(|role| (0..practices).any(|practice| mean(role, practice).is_some()));
    let (first, second) = (roles.next()?, roles.next()?);
    let pair = |practice| {
        let readings = [mean(second, practice)?, mean(first, practice)?];
        Some(Pair { practice, readings })
    };
    let name = |role: Option<usize>| {
        role.map_or_else(String::new, |role| {
            subject.assessment.roles[role].name.clone()
        })
    };
    Some((
        [name(second.role), name(first.role)],
        (0..practices).filter_map(pair).collect(),
    ))
}

/// The answers' means and the moderated levels.
fn moderated(subject: Subject<'_>) -> Pairs {
    let words = subject.words();
    let pair = |score: &Score| {
        let level = score.moderated.as_ref()?.level;
        let readings = [shown_mean(score)?.clone(), Fraction::whole(level.number())];
        Some(Pair {
            practice: score.practice,
            readings,
        })
    };
    let pairs = subject.profile().scores.iter().filter_map(pair).collect();
    Some((
        ["chart.gap.answers", "chart.gap.moderated"].map(|key| words.get(key).to_owned()),
        pairs,
    ))
}

/// The wave before and the subject's own, like for like.
fn waves(subject: Subject<'_>) -> Pairs {
    let waves = [earlier(subject).pop()?, subject.wave];
    let course = subject.course(&waves);
    let pair = |like: &Like| {
        let [before, now] = like.readings.as_slice() else {
            return None;
        };
        let readings = [before.points.clone(), now.points.clone()];
        Some(Pair {
            practice: like.practice,
            readings,
        })
    };
    let pairs = course.practices.iter().flatten().filter_map(pair).collect();
    let names = waves.map(|wave| subject.wave_name(wave).to_owned());
    Some((names, pairs))
}
