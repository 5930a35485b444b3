//! A tiny model (3 practices, 2 disciplines, 4 levels, 2 plateaus) and scorecards made by hand.

use plateau::assessment::{Assessment, Units, Wave};
use plateau::intake::{Input, Layout, Recurring, Respondents, Responses, Tallies, WaveResponses};
use plateau::model::*;
use plateau::scoring::*;

pub use crate::support::model::both;
use crate::support::model::model_of;
use crate::support::scorecard::{profile_of, unanswered};
use crate::support::undertaking::{self, unit};

pub const BAKE: usize = 0;
pub const SELL: usize = 1;
pub const COUNT: usize = 2;

pub fn model() -> Model {
    let levels = [
        ("Alene", "Alone"),
        ("Sammen", "Together"),
        ("Fælles", "Common"),
        ("Bedre", "Better"),
    ];
    let levels = levels.map(|(da, en)| {
        let label = both(&format!("{da} kort"), &format!("{en} short"));
        (both(da, en), label)
    });
    let mut model = model_of(levels)
        .common_plateau(3)
        .practice_called("AB-1", both("Bage", "Baking"))
        .practice_called("CD-1", both("Sælge", "Selling"))
        .plateau(3)
        .practice_called("CD-2", both("Tælle", "Counting"))
        .build();
    model.title = both("Bageriet", "The bakery");
    model.disciplines[0].name = both("Ovnen", "The oven");
    model.disciplines[1].name = both("Disken", "The counter");
    model.plateaus[0].name = both("Varmt brød", "Warm bread");
    model.plateaus[1].name = both("Godt brød", "Good bread");
    model.layers = vec![Layer {
        id: "hold".to_owned(),
        name: both("Holdet", "The team"),
    }];
    model.provenance.sources = vec!["Bager (2024)".to_owned()];
    for practice in &mut model.practices {
        practice.anchors_basis = Basis::Reconstructed;
        practice.placement.basis = Basis::Reconstructed;
        practice.placement.confidence = Confidence::Low;
        practice.influence = vec![Influence::Direct];
    }
    model.practices[BAKE].links = vec![SELL];
    model
}

pub fn level(number: u64) -> Level {
    model().scale.level(number).unwrap()
}

/// A unit `byen` with two parts, `nord` and `syd`.
pub fn assessment() -> Assessment {
    let mut assessment = Assessment::implicit(3);
    assessment.title = Some("Byens bagerier".to_owned());
    assessment.units = Units::new(vec![
        unit("byen", "Byen", None),
        unit("nord", "Nord", Some(0)),
        unit("syd", "Syd", Some(0)),
    ])
    .unwrap();
    assessment.waves = vec![Wave {
        date: Some(jiff::civil::date(2026, 10, 1)),
        ..undertaking::wave(Some("2026"), "Efterår 2026")
    }];
    assessment
}

/// Nothing answered yet.
pub fn empty(practice: usize) -> Score {
    unanswered(practice, 4)
}

/// A practice that people put at these levels, judged at level 3; not disputed.
pub fn rated(practice: usize, counts: [u64; 4]) -> Score {
    let n: u64 = counts.iter().sum();
    let sum: u64 = (1..).zip(counts).map(|(k, c)| k * c).sum();
    let mean = Fraction::new(sum.into(), n.into());
    let at = |k: usize| counts[k - 1..].iter().sum::<u64>();
    let median = (1..=4).rev().find(|&k| 2 * at(k) > n).unwrap();
    let s = at(3);
    Score {
        figures: Shown::Shown(Figures {
            n,
            counts: counts.to_vec(),
            dont_know: 1,
            not_relevant: 0,
            blank: 0,
            coverage: Some(Fraction::new(n.into(), (n + 1).into())),
            mean: Some(mean.clone()),
            sd: Some(0.75),
            median: Some(level(median as u64)),
            share_at_gate: Some(Fraction::new(s.into(), n.into())),
            agreement: Some(Agreement {
                a: 0.5,
                ad: Fraction::new(1, 2),
                disputed: false,
            }),
        }),
        level: Some(level(median as u64)),
        points: Some(mean),
        standing: if 2 * s > n {
            Standing::Met {
                margin: Some(s - n / 2),
            }
        } else {
            Standing::Below {
                distance: Some(n / 2 + 1 - s),
            }
        },
        ..empty(practice)
    }
}

/// A practice that may not be shown.
pub fn hidden(practice: usize) -> Score {
    Score {
        figures: Shown::Hidden,
        standing: Standing::Undecided(Undecided::Hidden),
        ..empty(practice)
    }
}

pub fn figures(score: &mut Score) -> &mut Figures {
    match &mut score.figures {
        Shown::Shown(figures) => figures,
        Shown::Hidden => panic!("hidden"),
    }
}

pub fn disputed(practice: usize, counts: [u64; 4], a: f64) -> Score {
    let mut score = rated(practice, counts);
    figures(&mut score).agreement = Some(Agreement {
        a,
        ad: Fraction::new(3, 2),
        disputed: true,
    });
    score
}

/// The profile of a unit with these scores; totals, plateaus and verdicts follow from them.
pub fn profile(unit: usize, scores: Vec<Score>) -> Profile {
    profile_of(&model(), unit, scores)
}

/// A wave in which the whole has these scores and its parts the same.
pub fn wave(scores: Vec<Score>) -> WaveCard {
    WaveCard {
        straight_lined: None,
        date: None,
        profiles: (0..3).map(|unit| profile(unit, scores.clone())).collect(),
    }
}

pub fn responses() -> Responses {
    Responses {
        inputs: vec![Input {
            name: "svar.csv".to_owned(),
            sha256: Some("ab12".repeat(16)),
            layout: Layout::WIDE,
            rows: 10,
            not_counted: Vec::new(),
            rejected: vec![("Bage".to_owned(), 2)],
        }],
        waves: vec![WaveResponses {
            tallies: Tallies::new(3, 1, 3, 4),
            respondents: Respondents::new(3, 1),
            settled: Default::default(),
            moderated: Default::default(),
            unmerged: 0,
            straight_lined: 0,
            comments: None,
        }],
        recurring: Recurring::default(),
    }
}
