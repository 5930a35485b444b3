//! Means of disciplines and plateaus: now, and over waves.

use super::Subject;
use crate::chart::{Axis, Chart, Course, Figure, Kind, Panel, Radar, Series, Trend};
use crate::scoring::{self, Fraction, Group};
use crate::text::charts::Words;

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
        return Err("absent_no_scores");
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
        return Err("absent_few_disciplines");
    }
    let in_words = |index: usize| {
        let means = places.clone().filter_map(|place| mean(place, index));
        means
            .map(|mean| words.decimal(&mean, 1))
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
    let description = words.fill("radar_description", &[("means", &words.list(&means))]);
    let figure = Radar {
        levels: subject.levels(),
        series: series.collect(),
        axes,
    };
    let title = weakest(&shown, |index| mean(last, index)).map_or_else(
        || words.get("radar_title").to_owned(),
        |index| words.fill("radar_title_low", &[("name", &name(index))]),
    );
    let frame = subject.frame(Kind::Radar, title, &[], description);
    let mut notes = vec![words.get("radar_note").to_owned()];
    if last > 0 {
        notes.push(alike(subject, &course, "radar_like"));
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
        return Err("absent_one_wave");
    }
    let over = subject.course(&waves);
    if over.alike() == 0 {
        return Err("absent_nothing_common");
    }
    // What is on either side of a break is not to be held against each other.
    let since = over.breaks.last().copied().unwrap_or(0);
    let course = |name: &str, group: &Group| {
        let means = &group.means;
        let first = means.get(since).cloned().flatten();
        let ends = first.zip(means.last().cloned().flatten());
        let in_words = ends.map_or_else(
            || words.get("trend_none").to_owned(),
            |(_, last)| match group.means.len() - since {
                1 => words.decimal(&last, 1),
                _ => format!(
                    "{} ({})",
                    words.decimal(&last, 1),
                    moved(words, &means[since..])
                ),
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
        let number = plateau.id.to_string();
        let name = plateau.name.get(subject.language);
        let name = words.fill("staircase_step", &[("number", &number), ("name", name)]);
        course(&name, &over.plateaus[plateau.id - 1])
    });
    let disciplines = subject.model.disciplines.iter().zip(&over.disciplines);
    let disciplines =
        disciplines.map(|(discipline, group)| course(discipline.name.get(subject.language), group));
    let panels = vec![
        Panel {
            heading: words.get("trend_plateaus").to_owned(),
            courses: plateaus.collect(),
        },
        Panel {
            heading: words.get("trend_disciplines").to_owned(),
            courses: disciplines.collect(),
        },
    ];
    let rows = panels.iter().flat_map(|panel| &panel.courses);
    let rows: Vec<String> = rows
        .map(|course| format!("{} {}", course.name, course.words))
        .collect();
    let description = words.fill("trend_description", &[("rows", &rows.join("; "))]);
    let n = |wave: usize| match subject.scorecard.waves[wave].profiles[subject.unit].respondents {
        0 => String::new(),
        n => words.count("persons", usize::try_from(n).unwrap_or(usize::MAX), &[]),
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
        mean.map_or_else(String::new, |mean| words.decimal(mean, 1))
    });
    let title = if since + 1 == waves.len() {
        "trend_title_break"
    } else if first == last {
        "trend_title_same"
    } else {
        "trend_title"
    };
    let title = words.fill(title, &[("first", &first), ("last", &last)]);
    let frame = subject.frame(Kind::Trend, title, &[], description);
    let mut notes = vec![alike(subject, &over, "trend_note")];
    notes.extend(subject.hidden_note());
    Ok(subject.finish(frame, Figure::Trend(figure), notes))
}

/// The difference between the last and the first of some means, in words.
fn moved(words: &Words, means: &[Option<Fraction>]) -> String {
    match (means.first(), means.last()) {
        (Some(Some(first)), Some(Some(last))) => words.difference(&last.minus(first), 1),
        _ => String::new(),
    }
}

/// Where the model's major version differs, with what is to be said of it.
fn breaks(subject: Subject<'_>, over: &scoring::Course) -> Vec<(usize, String)> {
    let words = subject.words();
    let broken = |&place: &usize| (place + 1, words.get("trend_break").to_owned());
    over.breaks.iter().map(broken).collect()
}

/// Earlier waves in which the unit has points, oldest first.
fn earlier(subject: Subject<'_>) -> Vec<usize> {
    let mut waves = subject.assessment.waves_before(subject.wave);
    waves.retain(|&wave| subject.scorecard.has_points(wave, subject.unit));
    waves
}

/// How many practices stand behind the means, and what is left out or only partly comparable.
fn alike(subject: Subject<'_>, over: &scoring::Course, key: &str) -> String {
    let (n, all) = (over.alike().to_string(), over.practices.len().to_string());
    let words = subject.words();
    let mut note = words.fill(key, &[("n", &n), ("practices", &all)]);
    let alike = over.practices.iter().flatten();
    let mut parts: Vec<usize> = alike.flat_map(|like| like.left_out.clone()).collect();
    parts.sort_unstable();
    parts.dedup();
    if !parts.is_empty() {
        let names: Vec<String> = parts
            .iter()
            .map(|&part| subject.unit_name(part).to_owned())
            .collect();
        note.push(' ');
        note.push_str(&words.fill("left_out", &[("units", &words.list(&names))]));
    }
    note
}
