//! The plateaus with their practices, and what is in the way of the next one.

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
    let number =
        |plateau: &PlateauScore| subject.model.plateaus[plateau.score.index].id.to_string();
    let heading = next.map(|plateau| {
        let key = if plateau.missed.is_empty() {
            "staircase_open"
        } else {
            "staircase_holds"
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
        undecided: words.get("undecided_mark").to_owned(),
        hidden: named("hidden", any(hides)),
        absent: named(
            "no_level",
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
        "staircase_note"
    } else {
        "staircase_note_plain"
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
    let points = words.decimal(points, 1);
    let max = total.points_max_adjusted.to_string();
    let (scored, practices) = (total.practices_scored, subject.model.practices.len());
    if scored == practices {
        return words.fill("points", &[("points", &points), ("max", &max)]);
    }
    let (scored, practices) = (scored.to_string(), practices.to_string());
    let values = [
        ("points", &*points),
        ("max", &*max),
        ("scored", &*scored),
        ("practices", &*practices),
    ];
    words.fill("points_of", &values)
}

fn title(subject: Subject<'_>, next: Option<&PlateauScore>) -> String {
    let words = subject.words();
    let Some(plateau) = next else {
        return words.get("staircase_title_all").to_owned();
    };
    let number = subject.model.plateaus[plateau.score.index].id.to_string();
    let number = [("plateau", &*number)];
    let rest = match plateau.verdict {
        scoring::Verdict::Missed => {
            words.count("staircase_title_missed", plateau.missed.len(), &number)
        }
        _ if plateau.undecided.is_empty() => words.fill("staircase_title_nothing", &number),
        _ => words.count(
            "staircase_title_undecided",
            plateau.undecided.len(),
            &number,
        ),
    };
    match subject.profile().plateau_reached {
        0 => rest,
        reached => {
            let reached = subject.model.plateaus[reached - 1].id.to_string();
            words.fill(
                "staircase_title_after",
                &[("reached", &reached), ("rest", &rest)],
            )
        }
    }
}

fn step(subject: Subject<'_>, plateau: &PlateauScore, next: Option<&PlateauScore>) -> Step {
    let words = subject.words();
    let stage = &subject.model.plateaus[plateau.score.index];
    let (verdict, key) = match plateau.verdict {
        scoring::Verdict::Met => (Verdict::Met, "staircase_met"),
        scoring::Verdict::Missed => (Verdict::Missed, "staircase_missed"),
        scoring::Verdict::Undecided => (Verdict::Undecided, "staircase_undecided"),
    };
    let judged = plateau.met.len() + plateau.missed.len() + plateau.undecided.len();
    let (met, practices) = (plateau.met.len().to_string(), judged.to_string());
    let mean = plateau
        .score
        .mean
        .as_ref()
        .map(|mean| words.decimal(mean, 1));
    let summary = match &mean {
        Some(mean) => words.fill("staircase_mean", &[("mean", mean)]),
        None => words.get("staircase_no_mean").to_owned(),
    };
    let (number, gate) = (stage.id.to_string(), stage.gate.level.number().to_string());
    let name = stage.name.get(subject.language);
    Step {
        name: words.fill("staircase_step", &[("number", &number), ("name", name)]),
        verdict,
        verdict_words: words.fill(key, &[("met", &met), ("practices", &practices)]),
        summary,
        gate: stage.gate.level.number().into(),
        gate_words: words.fill("staircase_gate", &[("gate", &gate)]),
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
    let gate = subject
        .model
        .gate_of(score.practice)
        .level
        .number()
        .to_string();
    let level = score
        .level
        .map(|level| level.number().to_string())
        .unwrap_or_default();
    let values = [("level", &*level), ("gate", &*gate)];
    match &score.standing {
        Standing::Below {
            distance: Some(distance),
        } => {
            let distance = usize::try_from(*distance).unwrap_or(usize::MAX);
            words.count("remark_distance", distance, &values)
        }
        Standing::Below { .. } if score.moderated.is_some() => {
            words.fill("remark_moderated", &values)
        }
        Standing::Below { .. } if score.settled.is_some() => words.fill("remark_settled", &values),
        Standing::Below { .. } => words.fill("remark_below", &values),
        Standing::NotCommon => {
            let units = match &score.commonness {
                Commonness::NotCommon(units) => units.as_slice(),
                _ => &[],
            };
            let names: Vec<&str> = units.iter().map(|&unit| subject.unit_name(unit)).collect();
            words.fill(
                "remark_not_common",
                &[("level", &*level), ("units", &words.list(&names))],
            )
        }
        Standing::Undecided(Undecided::Unanswered) => words.get("remark_unanswered").to_owned(),
        Standing::Undecided(Undecided::Hidden) => words.get("remark_hidden").to_owned(),
        Standing::Undecided(Undecided::ThinlyCovered) => thin(subject, score),
        Standing::Outside => words.get("remark_outside").to_owned(),
        Standing::Met { .. } => words.fill("remark_met", &values),
    }
}

fn thin(subject: Subject<'_>, score: &Score) -> String {
    let Some(figures) = score.figures.as_option() else {
        return String::new();
    };
    let (n, asked) = (figures.n, figures.n + figures.dont_know + figures.blank);
    subject.words().fill(
        "remark_thin",
        &[("n", &n.to_string()), ("asked", &asked.to_string())],
    )
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
        let values = [
            ("name", &*step.name),
            ("verdict", &*step.verdict_words),
            ("mean", &*step.summary),
        ];
        words.fill("staircase_description_step", &values)
    };
    let steps: Vec<String> = figure.steps.iter().map(step).collect();
    let text = words.fill(
        "staircase_description",
        &[("title", title), ("steps", &steps.join(" "))],
    );
    if figure.holds.is_empty() {
        return text;
    }
    let hold = |hold: &Hold| format!("{} {} ({})", hold.id, hold.name, hold.remark);
    let holds: Vec<String> = figure.holds.iter().map(hold).collect();
    let holds = words.fill(
        "staircase_description_holds",
        &[("practices", &holds.join("; "))],
    );
    format!("{text} {holds}")
}
