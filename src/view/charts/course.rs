//! Means of disciplines and plateaus: now, and over waves.

use super::Subject;
use crate::chart::{Axis, Chart, Course, Figure, Kind, Panel, Radar, Series, Trend};
use crate::scoring::{Fraction, Score};

/// The disciplines' means in this wave and in the one before.
pub fn radar(subject: Subject<'_>) -> Result<Chart, &'static str> {
    let words = subject.words();
    let now = subject.wave;
    let mut waves = vec![now];
    waves.extend(earlier(subject).last());
    let like = Like::of(subject, &waves).filter(|like| like.count() > 0);
    let (waves, like) = match like {
        Some(like) => (waves, like),
        None => (
            vec![now],
            Like::of(subject, &[now]).ok_or("chart.missing.no_scores")?,
        ),
    };
    let disciplines = &subject.model.disciplines;
    let mean = |wave: usize, discipline: usize| {
        like.mean(subject, wave, &disciplines[discipline].practices)
    };
    let shown: Vec<usize> = (0..disciplines.len())
        .filter(|&index| mean(now, index).is_some())
        .collect();
    if shown.len() < 3 {
        return Err("chart.missing.few_disciplines");
    }
    let in_words = |index: usize| {
        let means = waves.iter().rev().filter_map(|&wave| mean(wave, index));
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
    let series = waves.iter().map(|&wave| Series {
        name: subject.wave_name(wave).to_owned(),
        values: shown
            .iter()
            .map(|&index| mean(wave, index).map(|mean| mean.to_f64()))
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
    let title = weakest(&shown, |index| mean(now, index)).map_or_else(
        || words.get("chart.radar.title").to_owned(),
        |index| words.fill("chart.radar.title_low", &[("name", &name(index))]),
    );
    let frame = subject.frame(Kind::Radar, title, &[], description);
    let mut notes = vec![words.get("chart.radar.note").to_owned()];
    if waves.len() > 1 {
        notes.push(like.note(subject, "chart.radar.like"));
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
    let mut waves: Vec<usize> = earlier(subject).collect();
    waves.push(subject.wave);
    if waves.len() < 2 || !has_points(subject, subject.wave) {
        return Err("chart.missing.one_wave");
    }
    let like = Like::of(subject, &waves).filter(|like| like.count() > 0);
    let like = like.ok_or("chart.missing.nothing_common")?;
    let course = |name: &str, practices: &[usize]| {
        let means: Vec<Option<Fraction>> = waves
            .iter()
            .map(|&wave| like.mean(subject, wave, practices))
            .collect();
        let ends = means
            .first()
            .cloned()
            .flatten()
            .zip(means.last().cloned().flatten());
        let in_words = ends.map_or_else(
            || words.get("chart.trend.none").to_owned(),
            |(first, last)| {
                format!(
                    "{} ({})",
                    words.mean(&last),
                    words.difference(&last.minus(&first))
                )
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
        course(&name, &plateau.practices)
    });
    let disciplines = subject
        .model
        .disciplines
        .iter()
        .map(|discipline| course(discipline.name.get(subject.language), &discipline.practices));
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
        breaks: Vec::new(),
        panels,
    };
    let all: Vec<usize> = (0..subject.model.practices.len()).collect();
    let [first, last] = [waves[0], subject.wave].map(|wave| {
        like.mean(subject, wave, &all)
            .map_or_else(String::new, |mean| words.mean(&mean))
    });
    let title = if first == last {
        "chart.trend.title_same"
    } else {
        "chart.trend.title"
    };
    let title = words.fill(title, &[("first", &first), ("last", &last)]);
    let frame = subject.frame(Kind::Trend, title, &[], description);
    let mut notes = vec![like.note(subject, "chart.trend.note")];
    notes.extend(subject.hidden_note());
    Ok(subject.finish(frame, Figure::Trend(figure), notes))
}

/// Earlier waves in which the unit has points.
fn earlier(subject: Subject<'_>) -> impl Iterator<Item = usize> {
    (0..subject.wave).filter(move |&wave| has_points(subject, wave))
}

fn has_points(subject: Subject<'_>, wave: usize) -> bool {
    scores(subject, wave)
        .iter()
        .any(|score| score.points.is_some())
}

fn scores<'a>(subject: Subject<'a>, wave: usize) -> &'a [Score] {
    &subject.scorecard.waves[wave].profiles[subject.unit].scores
}

/// The practices that have points in each of some waves: only these are compared.
struct Like(Vec<bool>);

impl Like {
    fn of(subject: Subject<'_>, waves: &[usize]) -> Option<Self> {
        let practices = subject.model.practices.len();
        let everywhere = |practice: usize| {
            waves
                .iter()
                .all(|&wave| scores(subject, wave)[practice].points.is_some())
        };
        let like = Self((0..practices).map(everywhere).collect());
        (like.count() > 0).then_some(like)
    }

    fn count(&self) -> usize {
        self.0.iter().filter(|&&like| like).count()
    }

    /// The mean of points over those of some practices that are alike.
    fn mean(&self, subject: Subject<'_>, wave: usize, practices: &[usize]) -> Option<Fraction> {
        let points = practices.iter().filter(|&&practice| self.0[practice]);
        Fraction::mean(
            points.filter_map(|&practice| scores(subject, wave)[practice].points.as_ref()),
        )
    }

    fn note(&self, subject: Subject<'_>, key: &str) -> String {
        subject
            .words()
            .fill(key, &[("n", &self.count()), ("practices", &self.0.len())])
    }
}
