//! The plateaus with their practices, and what is in the way of the next one.

use std::fmt::Display;

use super::{Subject, hides};
use crate::chart::{Chart, Figure, Hold, Kind, Staircase, Step, Tile, TileState, Verdict};
use crate::scoring::{self, Commonness, PlateauScore, Relevance, Score, Standing, Undecided};

/// The staircase of a unit.
pub fn compose(subject: Subject<'_>) -> Result<Chart, &'static str> {
    let (words, profile) = (subject.words(), subject.profile());
    let next = profile.plateaus.get(profile.plateau_reached);
    let steps: Vec<Step> = profile
        .plateaus
        .iter()
        .map(|plateau| step(subject, plateau, next))
        .collect();
    let holds = next
        .map(|plateau| holds(subject, plateau))
        .unwrap_or_default();
    let title = title(subject, next);
    let any = |keep: fn(&Score) -> bool| profile.scores.iter().any(keep);
    let number = |plateau: &PlateauScore| subject.model.plateaus[plateau.score.index].id;
    let heading = next.map(|plateau| {
        let key = if plateau.missed.is_empty() {
            "chart.staircase.open"
        } else {
            "chart.staircase.holds"
        };
        words.fill(key, &[("plateau", &number(plateau))])
    });
    let named = |key, present: bool| {
        if present {
            words.get(key).to_owned()
        } else {
            String::new()
        }
    };
    let figure = Staircase {
        levels: subject.levels(),
        undecided: words.get("chart.undecided_mark").to_owned(),
        hidden: named("chart.hidden", any(hides)),
        absent: named(
            "chart.no_level",
            any(|score| score.level.is_none() && !hides(score)),
        ),
        holds_heading: heading.unwrap_or_default(),
        holds,
        steps,
    };
    let description = describe(subject, &title, &figure);
    let frame = subject.frame(Kind::Staircase, title, &[points(subject)], description);
    let common = subject
        .model
        .plateaus
        .iter()
        .any(|plateau| plateau.gate.across_units);
    let note = if common {
        "chart.staircase.note"
    } else {
        "chart.staircase.note_plain"
    };
    let mut notes = vec![words.get(note).to_owned()];
    notes.extend(subject.hidden_note());
    notes.extend(subject.exceptions());
    Ok(subject.finish(frame, Figure::Staircase(figure), notes))
}

fn points(subject: Subject<'_>) -> String {
    let (words, total) = (subject.words(), &subject.profile().total);
    let Some(points) = &total.points else {
        return String::new();
    };
    let (points, max) = (words.mean(points), total.points_max_adjusted);
    let (scored, practices) = (total.practices_scored, subject.model.practices.len());
    if scored == practices {
        return words.fill("chart.points", &[("points", &points), ("max", &max)]);
    }
    let values: [(&str, &dyn Display); 4] = [
        ("points", &points),
        ("max", &max),
        ("scored", &scored),
        ("practices", &practices),
    ];
    words.fill("chart.points_of", &values)
}

fn title(subject: Subject<'_>, next: Option<&PlateauScore>) -> String {
    let words = subject.words();
    let Some(plateau) = next else {
        return words.get("chart.staircase.title_all").to_owned();
    };
    let number = subject.model.plateaus[plateau.score.index].id;
    let number: [(&str, &dyn Display); 1] = [("plateau", &number)];
    let rest = match plateau.verdict {
        scoring::Verdict::Missed => words.count(
            "chart.staircase.title_missed",
            plateau.missed.len() as u64,
            &number,
        ),
        _ if plateau.undecided.is_empty() => words.fill("chart.staircase.title_nothing", &number),
        _ => words.count(
            "chart.staircase.title_undecided",
            plateau.undecided.len() as u64,
            &number,
        ),
    };
    match subject.profile().plateau_reached {
        0 => rest,
        reached => {
            let reached = subject.model.plateaus[reached - 1].id;
            words.fill(
                "chart.staircase.title_after",
                &[("reached", &reached), ("rest", &rest)],
            )
        }
    }
}

fn step(subject: Subject<'_>, plateau: &PlateauScore, next: Option<&PlateauScore>) -> Step {
    let words = subject.words();
    let stage = &subject.model.plateaus[plateau.score.index];
    let (verdict, key) = match plateau.verdict {
        scoring::Verdict::Met => (Verdict::Met, "chart.staircase.met"),
        scoring::Verdict::Missed => (Verdict::Missed, "chart.staircase.missed"),
        scoring::Verdict::Undecided => (Verdict::Undecided, "chart.staircase.undecided"),
    };
    let judged = plateau.met.len() + plateau.missed.len() + plateau.undecided.len();
    let summary = match &plateau.score.mean {
        Some(mean) => words.fill("chart.staircase.mean", &[("mean", &words.mean(mean))]),
        None => words.get("chart.staircase.no_mean").to_owned(),
    };
    let (gate, name) = (stage.gate.level.number(), stage.name.get(subject.language));
    Step {
        name: words.fill(
            "chart.staircase.step",
            &[("number", &stage.id), ("name", &name)],
        ),
        verdict,
        verdict_words: words.fill(key, &[("met", &plateau.met.len()), ("practices", &judged)]),
        summary,
        gate: gate.into(),
        gate_words: words.fill("chart.staircase.gate", &[("gate", &gate)]),
        next: next == Some(plateau),
        tiles: stage
            .practices
            .iter()
            .map(|&practice| tile(subject, practice))
            .collect(),
    }
}

fn tile(subject: Subject<'_>, practice: usize) -> Tile {
    let score = &subject.profile().scores[practice];
    let id = subject.model.practices[practice].id.clone();
    let state = match score.standing {
        Standing::Below { .. } | Standing::NotCommon => TileState::Blocker,
        _ if hides(score) => TileState::Hidden,
        _ if score.level.is_none() => TileState::Absent,
        _ => TileState::Plain,
    };
    let counts = score.relevance == Relevance::Relevant;
    let level = score
        .level
        .filter(|_| counts)
        .map(|level| level.number().into());
    let (name, remark) = (subject.practice_name(practice), remark(subject, score));
    Tile {
        level,
        state,
        explanation: format!("{id} {name}: {remark}"),
        id,
    }
}

/// Where a practice stands at its gate, in words.
fn remark(subject: Subject<'_>, score: &Score) -> String {
    let words = subject.words();
    let gate = subject.model.gate_of(score.practice).level.number();
    let level = score
        .level
        .map(|level| level.number().to_string())
        .unwrap_or_default();
    let values: [(&str, &dyn Display); 2] = [("level", &level), ("gate", &gate)];
    match &score.standing {
        Standing::Below {
            distance: Some(distance),
        } => words.count("chart.remark.distance", *distance, &values),
        Standing::Below { .. } if score.moderated.is_some() => {
            words.fill("chart.remark.moderated", &values)
        }
        Standing::Below { .. } if score.settled.is_some() => {
            words.fill("chart.remark.settled", &values)
        }
        Standing::Below { .. } => words.fill("chart.remark.below", &values),
        Standing::NotCommon => {
            let units = match &score.commonness {
                Commonness::NotCommon(units) => units.as_slice(),
                _ => &[],
            };
            let names: Vec<&str> = units.iter().map(|&unit| subject.unit_name(unit)).collect();
            words.fill(
                "chart.remark.not_common",
                &[("level", &level), ("units", &words.list(&names))],
            )
        }
        Standing::Undecided(Undecided::Unanswered) => {
            words.get("chart.remark.unanswered").to_owned()
        }
        Standing::Undecided(Undecided::Hidden) => words.get("chart.remark.hidden").to_owned(),
        Standing::Undecided(Undecided::ThinlyCovered) => thin(subject, score),
        Standing::Outside => words.get("chart.remark.outside").to_owned(),
        Standing::Met { .. } => words.fill("chart.remark.met", &values),
    }
}

fn thin(subject: Subject<'_>, score: &Score) -> String {
    let Some(figures) = score.figures.as_option() else {
        return String::new();
    };
    let (n, asked) = (figures.n, figures.n + figures.dont_know + figures.blank);
    subject
        .words()
        .fill("chart.remark.thin", &[("n", &n), ("asked", &asked)])
}

/// What is in the way: blockers, the nearest last, then what cannot be said.
fn holds(subject: Subject<'_>, plateau: &PlateauScore) -> Vec<Hold> {
    let profile = subject.profile();
    let hold = |&practice: &usize| Hold {
        id: subject.model.practices[practice].id.clone(),
        name: subject.practice_name(practice).to_owned(),
        remark: remark(subject, &profile.scores[practice]),
        blocks: plateau.missed.contains(&practice),
    };
    plateau
        .missed
        .iter()
        .chain(&plateau.undecided)
        .map(hold)
        .collect()
}

fn describe(subject: Subject<'_>, title: &str, figure: &Staircase) -> String {
    let words = subject.words();
    let step = |step: &Step| {
        let values: [(&str, &dyn Display); 3] = [
            ("name", &step.name),
            ("verdict", &step.verdict_words),
            ("mean", &step.summary),
        ];
        words.fill("chart.staircase.description_step", &values)
    };
    let steps: Vec<String> = figure.steps.iter().map(step).collect();
    let text = words.fill(
        "chart.staircase.description",
        &[("title", &title), ("steps", &steps.join(" "))],
    );
    if figure.holds.is_empty() {
        return text;
    }
    let hold = |hold: &Hold| format!("{} {} ({})", hold.id, hold.name, hold.remark);
    let holds: Vec<String> = figure.holds.iter().map(hold).collect();
    let holds = words.fill(
        "chart.staircase.description_holds",
        &[("practices", &holds.join("; "))],
    );
    format!("{text} {holds}")
}
