//! Means of disciplines and plateaus: now, and over waves.

use std::fmt::Display;

use super::Subject;
use crate::assessment::Comparable;
use crate::chart::{Axis, Chart, Course, Figure, Kind, Panel, Radar, Series, Trend};
use crate::scoring::{self, Fraction, Group};
use crate::text::Words;

/// The disciplines' means in this wave and in the one before.
pub fn radar(subject: Subject<'_>) -> Result<Chart, &'static str> {
    let words = subject.words();
    let now = subject.wave;
    let both = earlier(subject)
        .pop()
        .map(|before| subject.course(&[before, now]));
    let course = both
        .filter(|course| course.alike() > 0)
        .unwrap_or_else(|| subject.course(&[now]));
    if course.alike() == 0 {
        return Err("chart.missing.no_scores");
    }
    let disciplines = &subject.model.disciplines;
    let places = 0..course.waves.len();
    let mean =
        |place: usize, discipline: usize| course.disciplines[discipline].means[place].clone();
    let last = course.waves.len() - 1;
    let shown: Vec<usize> = (0..disciplines.len())
        .filter(|&index| mean(last, index).is_some())
        .collect();
    if shown.len() < 3 {
        return Err("chart.missing.few_disciplines");
    }
    let in_words = |index: usize| {
        let means = places.clone().filter_map(|place| mean(place, index));
        means
            .map(|mean| words.mean(&mean))
            .collect::<Vec<_>>()
            .join(" → ")
    };
    let name = |index: usize| disciplines[index].name.get(subject.language).to_owned();
    let axes: Vec<Axis> = shown
        .iter()
        .map(|&index| Axis {
            name: name(index),
            words: in_words(index),
        })
        .collect();
    // The latest wave comes first: it is drawn strongest.
    let series = places.clone().rev().map(|place| Series {
        name: subject.wave_name(course.waves[place]).to_owned(),
        values: shown
            .iter()
            .map(|&index| mean(place, index).map(|mean| mean.to_f64()))
            .collect(),
    });
    let means: Vec<String> = axes
        .iter()
        .map(|axis| format!("{} {}", axis.name, axis.words))
        .collect();
    let description = words.fill("chart.radar.description", &[("means", &words.list(&means))]);
    let figure = Radar {
        levels: subject.levels(),
        series: series.collect(),
        axes,
    };
    let title = weakest(&shown, |index| mean(last, index)).map_or_else(
        || words.get("chart.radar.title").to_owned(),
        |index| words.fill("chart.radar.title_low", &[("name", &name(index))]),
    );
    let frame = subject.frame(Kind::Radar, title, &[], description);
    let mut notes = vec![words.get("chart.radar.note").to_owned()];
    if last > 0 {
        notes.push(alike(subject, &course, "chart.radar.like"));
    }
    notes.extend(subject.hidden_note());
    Ok(subject.finish(frame, Figure::Radar(figure), notes))
}

/// The one discipline whose printed mean is below all others'.
fn weakest(shown: &[usize], mean: impl Fn(usize) -> Option<Fraction>) -> Option<usize> {
    let mut means: Vec<(i128, usize)> = shown
        .iter()
        .filter_map(|&index| Some((mean(index)?.rounded(1), index)))
        .collect();
    means.sort_unstable();
    match means.as_slice() {
        [(lowest, index), (second, _), ..] if lowest < second => Some(*index),
        _ => None,
    }
}

/// Plateau and discipline means over all waves up to this one.
pub fn trend(subject: Subject<'_>) -> Result<Chart, &'static str> {
    let words = subject.words();
    let mut waves = earlier(subject);
    waves.push(subject.wave);
    if waves.len() < 2 || !subject.scorecard.has_points(subject.wave, subject.unit) {
        return Err("chart.missing.one_wave");
    }
    let over = subject.course(&waves);
    if over.alike() == 0 {
        return Err("chart.missing.nothing_common");
    }
    // What is on either side of a break is not to be held against each other.
    let since = over.breaks.last().copied().unwrap_or(0);
    let course = |name: &str, group: &Group| {
        let means = &group.means;
        let first = means.get(since).cloned().flatten();
        let ends = first.zip(means.last().cloned().flatten());
        let in_words = ends.map_or_else(
            || words.get("chart.trend.none").to_owned(),
            |(_, last)| match group.means.len() - since {
                1 => words.mean(&last),
                _ => format!("{} ({})", words.mean(&last), moved(words, &means[since..])),
            },
        );
        Course {
            name: name.to_owned(),
            words: in_words,
            values: means
                .iter()
                .map(|mean| mean.as_ref().map(Fraction::to_f64))
                .collect(),
        }
    };
    let plateaus = subject.model.plateaus.iter().map(|plateau| {
        let name = plateau.name.get(subject.language);
        let name = words.fill(
            "chart.staircase.step",
            &[("number", &plateau.id), ("name", &name)],
        );
        course(&name, &over.plateaus[plateau.id - 1])
    });
    let disciplines = subject.model.disciplines.iter().zip(&over.disciplines);
    let disciplines =
        disciplines.map(|(discipline, group)| course(discipline.name.get(subject.language), group));
    let panels = vec![
        Panel {
            heading: words.get("chart.trend.plateaus").to_owned(),
            courses: plateaus.collect(),
        },
        Panel {
            heading: words.get("chart.trend.disciplines").to_owned(),
            courses: disciplines.collect(),
        },
    ];
    let rows = panels.iter().flat_map(|panel| &panel.courses);
    let rows: Vec<String> = rows
        .map(|course| format!("{} {}", course.name, course.words))
        .collect();
    let description = words.fill("chart.trend.description", &[("rows", &rows.join("; "))]);
    let n = |wave: usize| match subject.scorecard.waves[wave].profiles[subject.unit].respondents {
        0 => String::new(),
        n => words.count("chart.persons", n, &[]),
    };
    let figure = Trend {
        levels: subject.levels(),
        waves: waves
            .iter()
            .map(|&wave| (subject.wave_name(wave).to_owned(), n(wave)))
            .collect(),
        breaks: breaks(subject, &over),
        panels,
    };
    let [first, last] = [since, waves.len() - 1].map(|place| {
        let mean = over.total.means[place].as_ref();
        mean.map_or_else(String::new, |mean| words.mean(mean))
    });
    let title = if since + 1 == waves.len() {
        "chart.trend.title_break"
    } else if first == last {
        "chart.trend.title_same"
    } else {
        "chart.trend.title"
    };
    let title = words.fill(title, &[("first", &first), ("last", &last)]);
    let frame = subject.frame(Kind::Trend, title, &[], description);
    let mut notes = vec![alike(subject, &over, "chart.trend.note")];
    notes.extend(subject.hidden_note());
    Ok(subject.finish(frame, Figure::Trend(figure), notes))
}

/// The difference between the last and the first of some means, in words.
fn moved(words: &Words, means: &[Option<Fraction>]) -> String {
    match (means.first(), means.last()) {
        (Some(Some(first)), Some(Some(last))) => words.difference(&last.minus(first)),
        _ => String::new(),
    }
}

/// Where the model's major version differs, with what is to be said of it.
fn breaks(subject: Subject<'_>, over: &scoring::Course) -> Vec<(usize, String)> {
    let words = subject.words();
    let broken = |&place: &usize| (place, words.get("chart.trend.break").to_owned());
    over.breaks.iter().map(broken).collect()
}

/// Earlier waves in which the unit has points, oldest first.
pub(super) fn earlier(subject: Subject<'_>) -> Vec<usize> {
    let mut waves = subject.assessment.waves_before(subject.wave);
    waves.retain(|&wave| subject.scorecard.has_points(wave, subject.unit));
    waves
}

/// How many practices stand behind the means, and what is left out or only partly comparable.
fn alike(subject: Subject<'_>, over: &scoring::Course, key: &str) -> String {
    let words = subject.words();
    let values: &[(&str, &dyn Display)] =
        &[("n", &over.alike()), ("practices", &over.practices.len())];
    let mut note = words.fill(key, values);
    let alike = over.practices.iter().flatten();
    let partly = |practice: &usize| {
        subject.assessment.comparable(&over.waves, *practice) == Comparable::Partly
    };
    let partly: Vec<&str> = alike
        .clone()
        .map(|like| like.practice)
        .filter(partly)
        .map(|practice| subject.model.practices[practice].id.as_str())
        .collect();
    if !partly.is_empty() {
        note.push(' ');
        note.push_str(&words.fill("chart.partly", &[("practices", &words.list(&partly))]));
    }
    let mut parts: Vec<usize> = alike.flat_map(|like| like.left_out.clone()).collect();
    parts.sort_unstable();
    parts.dedup();
    if !parts.is_empty() {
        let names: Vec<String> = parts
            .iter()
            .map(|&part| subject.unit_name(part).to_owned())
            .collect();
        note.push(' ');
        note.push_str(&words.fill("chart.left_out", &[("units", &words.list(&names))]));
    }
    note
}
