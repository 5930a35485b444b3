//! A tiny model (3 practices, 2 disciplines, 4 levels, 2 plateaus) and scorecards made by hand.

use plateau::assessment::{Assessment, Unit, Units, Wave};
use plateau::intake::{Input, Layout, Respondents, Responses, Tallies, WaveResponses};
use plateau::model::*;
use plateau::scoring::*;

pub const BAKE: usize = 0;
pub const SELL: usize = 1;
pub const COUNT: usize = 2;

pub fn both(da: &str, en: &str) -> Text {
    let mut text = Text::new("da", da);
    text.set("en", en);
    text
}

pub fn model() -> Model {
    let names = ["Alene", "Sammen", "Fælles", "Bedre"];
    let english = ["Alone", "Together", "Common", "Better"];
    let levels = names
        .iter()
        .zip(english)
        .enumerate()
        .map(|(i, (da, en))| LevelText {
            name: both(da, en),
            label: both(&format!("{da} kort"), &format!("{en} short")),
            definition: both(
                &format!("{da} betyder noget."),
                &format!("{en} means something."),
            ),
            name_basis: if i == 2 {
                Basis::Attested
            } else {
                Basis::Reconstructed
            },
            definition_basis: Basis::Reconstructed,
        });
    let scale = Scale::new(levels.collect()).unwrap();
    let gate = |across_units| Gate {
        level: scale.level(3).unwrap(),
        across_units,
        basis: Basis::Attested,
    };
    let practice = |id: &str, da: &str, en: &str, discipline, plateau| Practice {
        id: id.to_owned(),
        name: both(da, en),
        summary: both(&format!("{da} i korthed."), &format!("{en} in short.")),
        question: both(
            &format!("Hvordan går det med {da}?"),
            &format!("How is {en}?"),
        ),
        discipline,
        placement: Placement {
            plateau,
            basis: Basis::Reconstructed,
            confidence: Confidence::Low,
            rationale: both("Det hører hjemme her.", "It belongs here."),
        },
        anchors: (1..=4)
            .map(|k| both(&format!("{da} trin {k}."), &format!("{en} step {k}.")))
            .collect(),
        anchors_basis: Basis::Reconstructed,
        links_basis: Basis::Reconstructed,
        influence_basis: Basis::Reconstructed,
        links: if id == "AB-1" { vec![SELL] } else { Vec::new() },
        influence: vec![Influence::Direct],
    };
    Model {
        id: "bageri".to_owned(),
        version: "1.0.0".to_owned(),
        languages: vec!["da".to_owned(), "en".to_owned()],
        title: both("Bageriet", "The bakery"),
        instruction: both("Vælg.", "Choose."),
        provenance: Provenance {
            licence: "CC-BY-4.0".to_owned(),
            status: both("Opdigtet til prøver.", "Made up for tests."),
            sources: vec!["Bager (2024)".to_owned()],
        },
        minimum_layers: 2,
        layers: vec![Layer {
            id: "hold".to_owned(),
            name: both("Holdet", "The team"),
        }],
        disciplines: vec![
            Discipline {
                id: "AB".to_owned(),
                name: both("Ovnen", "The oven"),
                practices: vec![BAKE],
            },
            Discipline {
                id: "CD".to_owned(),
                name: both("Disken", "The counter"),
                practices: vec![SELL, COUNT],
            },
        ],
        practices: vec![
            practice("AB-1", "Bage", "Baking", 0, 0),
            practice("CD-1", "Sælge", "Selling", 1, 0),
            practice("CD-2", "Tælle", "Counting", 1, 1),
        ],
        plateaus: vec![
            Plateau {
                id: 1,
                name: both("Varmt brød", "Warm bread"),
                definition: both("Der er brød.", "There is bread."),
                practices: vec![BAKE, SELL],
                name_basis: Basis::Attested,
                definition_basis: Basis::Attested,
                gate: gate(true),
            },
            Plateau {
                id: 2,
                name: both("Godt brød", "Good bread"),
                definition: both("Det er godt.", "It is good."),
                practices: vec![COUNT],
                name_basis: Basis::Attested,
                definition_basis: Basis::Attested,
                gate: gate(false),
            },
        ],
        scale,
        retired: Vec::new(),
        overlay: None,
    }
}

pub fn level(number: u64) -> Level {
    model().scale.level(number).unwrap()
}

/// A unit `byen` with two parts, `nord` and `syd`.
pub fn assessment() -> Assessment {
    let unit = |id: &str, name: &str, parent| Unit {
        id: id.to_owned(),
        name: name.to_owned(),
        parent,
        invited: None,
        implicit: false,
        children: Vec::new(),
    };
    let mut assessment = Assessment::implicit(3);
    assessment.title = Some("Byens bagerier".to_owned());
    assessment.units = Units::new(vec![
        unit("byen", "Byen", None),
        unit("nord", "Nord", Some(0)),
        unit("syd", "Syd", Some(0)),
    ])
    .unwrap();
    assessment.waves = vec![Wave {
        id: Some("2026".to_owned()),
        name: "Efterår 2026".to_owned(),
        date: Some(jiff::civil::date(2026, 10, 1)),
        answers: Vec::new(),
    }];
    assessment
}

/// Nothing answered yet.
pub fn empty(practice: usize) -> Score {
    Score {
        practice,
        figures: Shown::Shown(Figures {
            n: 0,
            counts: vec![0; 4],
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
        relevance: Relevance::Relevant,
        level: None,
        points: None,
        standing: Standing::Undecided(Undecided::Unanswered),
        commonness: Commonness::NotAsked,
        target: None,
        gap: None,
    }
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
    let model = model();
    let group = |index: usize, practices: &[usize]| {
        let points: Vec<Fraction> = practices
            .iter()
            .filter_map(|&p| scores[p].points.clone())
            .collect();
        GroupScore {
            index,
            mean: Fraction::mean(&points),
            points: (!points.is_empty()).then(|| Fraction::sum(&points)),
            points_max: 4 * practices.len() as u64,
            practices_scored: points.len(),
        }
    };
    let plateaus: Vec<PlateauScore> = model
        .plateaus
        .iter()
        .enumerate()
        .map(|(index, plateau)| {
            let those = |which: fn(&Standing) -> bool| -> Vec<usize> {
                plateau
                    .practices
                    .iter()
                    .copied()
                    .filter(|&p| which(&scores[p].standing))
                    .collect()
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
        })
        .collect();
    let all = group(0, &[BAKE, SELL, COUNT]);
    let m = all.practices_scored as i128;
    Profile {
        unit,
        respondents: 10,
        invited: None,
        total: Total {
            points: all.points.clone(),
            points_max: 12,
            points_max_adjusted: 4 * m as u64,
            practices_scored: all.practices_scored,
            rescaled: all
                .points
                .as_ref()
                .map(|p| p.minus(&Fraction::whole(m)).times(&Fraction::new(1, 3 * m))),
            mean: all.mean,
        },
        disciplines: model
            .disciplines
            .iter()
            .enumerate()
            .map(|(index, discipline)| group(index, &discipline.practices))
            .collect(),
        plateau_reached: plateaus
            .iter()
            .take_while(|p| p.verdict == Verdict::Met)
            .count(),
        plateaus,
        inversions: Vec::new(),
        roles: Vec::new(),
        scores,
    }
}

/// A wave in which the whole has these scores and its parts the same.
pub fn wave(scores: Vec<Score>) -> WaveCard {
    WaveCard {
        profiles: (0..3).map(|unit| profile(unit, scores.clone())).collect(),
    }
}

pub fn responses() -> Responses {
    Responses {
        inputs: vec![Input {
            name: "svar.csv".to_owned(),
            sha256: "ab12".repeat(16),
            layout: Layout::Wide,
            rows: 10,
            rejected: vec![("Bage".to_owned(), 2)],
        }],
        waves: vec![WaveResponses {
            tallies: Tallies::new(3, 1, 3, 4),
            respondents: Respondents::new(3, 1),
            settled: Default::default(),
            moderated: Default::default(),
        }],
    }
}
