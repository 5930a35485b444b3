//! Scores and profiles made by hand, for what is found in them and said of them.

use plateau::model::{Model, Plateau};
use plateau::scoring::{
    Comments, Commonness, Figures, Fraction, GroupScore, PlateauScore, Profile, Relevance, Score,
    Shown, Standing, Total, Undecided, Verdict,
};

/// The score of a practice that nobody has answered, on a scale of so many levels.
pub fn unanswered(practice: usize, levels: usize) -> Score {
    Score {
        practice,
        figures: Shown::Shown(Figures {
            n: 0,
            counts: vec![0; levels],
            dont_know: 0,
            not_relevant: 0,
            blank: 0,
            coverage: None,
            mean: None,
            sd: None,
            median: None,
            share_at_gate: None,
            agreement: None,
        }),
        settled: None,
        moderated: None,
        assumed: None,
        evidence: None,
        relevance: Relevance::Relevant,
        level: None,
        points: None,
        standing: Standing::Undecided(Undecided::Unanswered),
        commonness: Commonness::NotAsked,
        target: None,
        gap: None,
        comments: Comments::NotKept,
    }
}

/// The profile of a unit with these scores; totals, plateaus and verdicts follow from them.
pub fn profile_of(model: &Model, unit: usize, scores: Vec<Score>) -> Profile {
    let levels = model.scale.len() as u64;
    let group = |index: usize, practices: &[usize]| group(index, practices, levels, &scores);
    let plateau = |(index, plateau): (usize, &Plateau)| {
        let those = |which: fn(&Standing) -> bool| -> Vec<usize> {
            let mut those = plateau.practices.clone();
            those.retain(|&practice| which(&scores[practice].standing));
            those
        };
        let met = those(|s| matches!(s, Standing::Met { .. }));
        let missed = those(|s| matches!(s, Standing::Below { .. } | Standing::NotCommon));
        let undecided = those(|s| matches!(s, Standing::Undecided(_)));
        let verdict = match (missed.is_empty(), undecided.is_empty() && !met.is_empty()) {
            (false, _) => Verdict::Missed,
            (true, true) => Verdict::Met,
            (true, false) => Verdict::Undecided,
        };
        PlateauScore {
            score: group(index, &plateau.practices),
            verdict,
            met,
            missed,
            undecided,
        }
    };
    let plateaus: Vec<PlateauScore> = model.plateaus.iter().enumerate().map(plateau).collect();
    let disciplines = model.disciplines.iter().enumerate();
    let disciplines = disciplines.map(|(index, one)| group(index, &one.practices));
    Profile {
        unit,
        respondents: 10,
        invited: None,
        total: total(group(0, &Vec::from_iter(0..scores.len())), levels),
        disciplines: disciplines.collect(),
        plateau_reached: plateaus
            .iter()
            .take_while(|plateau| plateau.verdict == Verdict::Met)
            .count(),
        plateaus,
        inversions: Vec::new(),
        roles: Vec::new(),
        change: None,
        scores,
    }
}

fn group(index: usize, practices: &[usize], levels: u64, scores: &[Score]) -> GroupScore {
    let points: Vec<&Fraction> = practices
        .iter()
        .filter_map(|&practice| scores[practice].points.as_ref())
        .collect();
    GroupScore {
        index,
        mean: Fraction::mean(points.iter().copied()),
        points: (!points.is_empty()).then(|| Fraction::sum(points.iter().copied())),
        points_max: levels * practices.len() as u64,
        practices_scored: points.len(),
    }
}

fn total(all: GroupScore, levels: u64) -> Total {
    let scored = all.practices_scored as u64;
    // Each practice scored has one point at the lowest level, and so many more at the highest.
    let span = i128::from((levels - 1) * scored);
    let rescaled = |points: &Fraction| {
        let above_lowest = points.minus(&Fraction::whole(scored));
        above_lowest.times(&Fraction::new(1, span))
    };
    Total {
        rescaled: all.points.as_ref().map(rescaled),
        points: all.points,
        points_max: all.points_max,
        points_max_adjusted: levels * scored,
        practices_scored: all.practices_scored,
        mean: all.mean,
    }
}
