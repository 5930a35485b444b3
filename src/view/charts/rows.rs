//! Charts with a row a practice: the profile and the distribution.

use std::cmp::Reverse;

use super::{Order, Subject, hides};
use crate::chart::{
    Chart, Distribution, Figure, Group, Kind, Profile, ProfileRow, Reading, Row, Share, Split,
};
use crate::scoring::{Fraction, GroupScore, Relevance, Score, Standing, Undecided};

/// All practices' means, levels and spreads.
pub fn profile(subject: Subject<'_>) -> Result<Chart, &'static str> {
    let (words, scores) = (subject.words(), &subject.profile().scores);
    if scores
        .iter()
        .all(|score| score.points.is_none() && shown_mean(score).is_none())
    {
        return Err("chart.missing.no_scores");
    }
    let next = subject
        .profile()
        .plateaus
        .get(subject.profile().plateau_reached);
    let in_the_way = next.map_or(&[][..], |plateau| &plateau.missed);
    let row = |score: &Score| ProfileRow {
        row: label(
            subject,
            score.practice,
            in_the_way.contains(&score.practice),
        ),
        gate: subject.model.gate_of(score.practice).level.number().into(),
        target: score
            .target
            .filter(|level| *level != subject.model.gate_of(score.practice).level)
            .map(|level| level.number().into()),
        reading: reading(subject, score),
    };
    let mut figure = Profile {
        levels: subject.levels(),
        key: [
            "chart.profile.key_mean",
            "chart.profile.key_level",
            "chart.profile.key_spread",
            "chart.profile.key_gate",
            "chart.profile.key_target",
        ]
        .map(|key| words.get(key).to_owned()),
        mean_heading: words.get("chart.profile.mean").to_owned(),
        n_heading: words.get("chart.profile.n").to_owned(),
        groups: by_discipline(subject, row),
    };
    let count = scores
        .iter()
        .filter(|score| score.relevance == Relevance::Relevant)
        .count();
    let below = scores.iter().filter(|score| blocks(score)).count();
    let title = if below > 0 {
        "chart.profile.title"
    } else {
        "chart.profile.title_all"
    };
    let title = words.fill(title, &[("n", &count), ("below", &below)]);
    let rows = figure.groups.iter().flat_map(|group| &group.rows);
    let targets = rows.clone().any(|row| row.target.is_some());
    let marked = rows.clone().any(|row| row.row.marked);
    if !targets {
        figure.key[4].clear();
    }
    let frame = subject.frame(Kind::Profile, title, &[], describe_profile(subject));
    let mut notes = Vec::new();
    if let Some(plateau) = next.filter(|_| marked) {
        let number = subject.model.plateaus[plateau.score.index].id;
        notes.push(words.fill("chart.profile.note_marked", &[("plateau", &number)]));
    }
    notes.push(words.get("chart.profile.note").to_owned());
    if targets {
        notes.push(words.get("chart.profile.note_target").to_owned());
    }
    notes.extend(subject.hidden_note());
    notes.extend(subject.exceptions());
    Ok(subject.finish(frame, Figure::Profile(figure), notes))
}

/// How the answers to each practice fall on the levels.
pub fn distribution(order: Order, subject: Subject<'_>) -> Result<Chart, &'static str> {
    let (words, scores) = (subject.words(), &subject.profile().scores);
    let answered = |score: &Score| {
        score
            .figures
            .as_option()
            .is_some_and(|figures| figures.n > 0)
    };
    if !scores.iter().any(answered) {
        return Err("chart.missing.no_answers");
    }
    let disputed = |score: &Score| {
        let agreement = score
            .figures
            .as_option()
            .and_then(|figures| figures.agreement.as_ref());
        agreement.is_some_and(|agreement| agreement.disputed)
    };
    let row = |score: &Score| Split {
        row: label(subject, score.practice, disputed(score)),
        gate: subject.model.gate_of(score.practice).level.number().into(),
        shares: share(subject, score),
    };
    let groups = match order {
        Order::Discipline => by_discipline(subject, row)
            .into_iter()
            .map(|group| Group {
                summary: String::new(),
                ..group
            })
            .collect(),
        Order::Share => vec![Group {
            heading: String::new(),
            summary: String::new(),
            rows: by_share(scores).into_iter().map(row).collect(),
        }],
    };
    let missing = |hidden: bool, key: &str| {
        let rows = groups.iter().flat_map(|group| &group.rows);
        let any = rows
            .into_iter()
            .any(|row| matches!(&row.shares, Err((is, _)) if *is == hidden));
        if any {
            words.get(key).to_owned()
        } else {
            String::new()
        }
    };
    let figure = Distribution {
        levels: subject.levels(),
        headings: ["chart.distribution.dont_know", "chart.distribution.n"]
            .map(|key| words.get(key).to_owned()),
        half: words.get("chart.distribution.half").to_owned(),
        notch: words.get("chart.distribution.notch").to_owned(),
        hidden: missing(true, "chart.hidden"),
        absent: missing(false, "chart.absent"),
        groups,
    };
    let count = scores.iter().filter(|score| disputed(score)).count();
    let title = match count {
        0 => words.get("chart.distribution.title_none").to_owned(),
        n => words.count("chart.distribution.title", n as u64, &[]),
    };
    let mut frame = subject.frame(Kind::Distribution, title, &[], describe_shares(subject));
    let mut notes = vec![words.get("chart.distribution.note").to_owned()];
    if order == Order::Share {
        frame.id.push_str("-share");
        notes.push(words.get("chart.distribution.note_share").to_owned());
    }
    if count > 0 {
        notes.push(words.get("chart.distribution.note_marked").to_owned());
    }
    if scores.iter().any(thin) {
        notes.push(words.get("chart.distribution.note_thin").to_owned());
    }
    notes.extend(subject.hidden_note());
    notes.extend(subject.exceptions());
    Ok(subject.finish(frame, Figure::Distribution(figure), notes))
}

/// A practice as a row's label.
pub fn label(subject: Subject<'_>, practice: usize, marked: bool) -> Row {
    Row {
        id: subject.model.practices[practice].id.clone(),
        name: subject.practice_name(practice).to_owned(),
        marked,
    }
}

fn blocks(score: &Score) -> bool {
    matches!(score.standing, Standing::Below { .. } | Standing::NotCommon)
}

/// The mean of the answers, if it may be shown.
pub fn shown_mean(score: &Score) -> Option<&Fraction> {
    score
        .figures
        .as_option()
        .and_then(|figures| figures.mean.as_ref())
}

fn by_discipline<T>(subject: Subject<'_>, row: impl Fn(&Score) -> T) -> Vec<Group<T>> {
    let (words, profile) = (subject.words(), subject.profile());
    let group = |group: &GroupScore| {
        let discipline = &subject.model.disciplines[group.index];
        let mean = group.mean.as_ref().map(|mean| words.mean(mean));
        Group {
            heading: discipline.name.get(subject.language).to_owned(),
            summary: mean.unwrap_or_default(),
            rows: discipline
                .practices
                .iter()
                .map(|&index| row(&profile.scores[index]))
                .collect(),
        }
    };
    profile.disciplines.iter().map(group).collect()
}

/// The largest share of answers at the gate first, then what has none to show; each in the
/// model's order where shares are equal.
fn by_share(scores: &[Score]) -> Vec<&Score> {
    let share = |score: &&Score| {
        let relevant = score.relevance == Relevance::Relevant;
        let figures = score.figures.as_option().filter(|_| relevant);
        Reverse(figures.and_then(|figures| figures.share_at_gate.clone()))
    };
    let mut scores: Vec<&Score> = scores.iter().collect();
    scores.sort_by_key(share);
    scores
}

fn reading(subject: Subject<'_>, score: &Score) -> Reading {
    let words = subject.words();
    if score.relevance != Relevance::Relevant {
        return Reading::Absent(words.get("chart.not_relevant").to_owned());
    }
    if hides(score) {
        return Reading::Hidden(words.get("chart.hidden").to_lowercase());
    }
    let figures = score.figures.as_option();
    let level = score.level.map(|level| usize::from(level.number()));
    let Some(mean) = shown_mean(score).or(score.points.as_ref()) else {
        return Reading::Absent(words.get("chart.unanswered").to_owned());
    };
    let (value, highest) = (
        mean.to_f64(),
        f64::from(subject.model.scale.highest().number()),
    );
    let sd = figures.and_then(|figures| figures.sd);
    Reading::Shown {
        mean: value,
        mean_words: words.mean(mean),
        level,
        spread: sd.map(|sd| ((value - sd).max(1.0), (value + sd).min(highest))),
        n: figures
            .map(|figures| figures.n)
            .filter(|&n| n > 0)
            .map(|n| n.to_string())
            .unwrap_or_default(),
    }
}

fn share(subject: Subject<'_>, score: &Score) -> Result<Share, (bool, String)> {
    let words = subject.words();
    if score.relevance != Relevance::Relevant {
        return Err((false, words.get("chart.not_relevant").to_owned()));
    }
    let Some(figures) = score.figures.as_option() else {
        return Err((true, words.get("chart.hidden").to_lowercase()));
    };
    if figures.n == 0 {
        return Err((false, words.get("chart.unanswered").to_owned()));
    }
    Ok(Share {
        counts: figures.counts.clone(),
        dont_know: figures.dont_know.to_string(),
        n: if thin(score) {
            format!("({})", figures.n)
        } else {
            figures.n.to_string()
        },
    })
}

fn thin(score: &Score) -> bool {
    score.standing == Standing::Undecided(Undecided::ThinlyCovered)
}

fn describe_profile(subject: Subject<'_>) -> String {
    let (words, profile) = (subject.words(), subject.profile());
    let discipline = |group: &GroupScore| {
        let mean = words.mean(group.mean.as_ref()?);
        Some(format!(
            "{} {mean}",
            subject.model.disciplines[group.index]
                .name
                .get(subject.language)
        ))
    };
    let disciplines: Vec<String> = profile.disciplines.iter().filter_map(discipline).collect();
    let scored = profile
        .scores
        .iter()
        .filter_map(|score| Some((score.points.as_ref()?, score.practice)));
    let mut scored: Vec<(&Fraction, usize)> = scored.collect();
    scored.sort();
    let name = |place: Option<&(&Fraction, usize)>| {
        place.map_or_else(String::new, |&(points, practice)| {
            format!("{} {}", subject.practice_name(practice), words.mean(points))
        })
    };
    words.fill(
        "chart.profile.description",
        &[
            ("disciplines", &words.list(&disciplines)),
            ("low", &name(scored.first())),
            ("high", &name(scored.last())),
        ],
    )
}

fn describe_shares(subject: Subject<'_>) -> String {
    let words = subject.words();
    let share = |score: &Score| {
        let share = score.figures.as_option()?.share_at_gate.as_ref()?;
        let name = subject.practice_name(score.practice);
        Some(format!("{name} {}", words.share(share)))
    };
    let shares: Vec<String> = subject.profile().scores.iter().filter_map(share).collect();
    words.fill(
        "chart.distribution.description",
        &[("shares", &words.list(&shares))],
    )
}
