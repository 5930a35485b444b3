//! A small assessment built by hand: 3 practices, 2 disciplines, 4 levels, 2 plateaus. `said`
//! stands wherever people's own words can stand.

use std::collections::BTreeMap;

use jiff::civil::date;
use plateau::assessment::{Assessment, Declared, Privacy, Role, Rules, Unit, Units, Wave};
use plateau::finding::Finding;
use plateau::intake::{
    Answer, Input, Layout, Moderated, Respondents, Responses, Settled, Tallies, WaveResponses,
};
use plateau::model::{
    Basis, Confidence, Discipline, Gate, Level, LevelText, Model, Placement, Plateau, Practice,
    Provenance, Scale, Text,
};
use plateau::scoring::{
    Agreement, Commonness, Figures, Fraction, GroupScore, PlateauScore, Profile, Relevance,
    RoleCell, RoleProfile, Score, Scorecard, Shown, Standing, Total, Undecided, Verdict, WaveCard,
};
use plateau::view::record::{Scope, record};
use plateau::view::{Align, Block, Column, Depth, Line, Record, Section, Span, Table, Tone, View};

fn text(words: &str) -> Text {
    Text::new("da", words)
}

fn scale() -> Scale {
    let level = |name: &str| LevelText {
        name: text(name),
        label: text(name),
        definition: text(name),
        name_basis: Basis::Attested,
        definition_basis: Basis::Attested,
    };
    Scale::new(["Lav", "Mellem", "Høj", "Højest"].map(level).to_vec()).unwrap()
}

fn level(number: u64) -> Level {
    scale().level(number).unwrap()
}

fn practice(id: &str, discipline: usize, plateau: usize) -> Practice {
    Practice {
        id: id.to_owned(),
        name: text(id),
        summary: text(id),
        question: text(id),
        discipline,
        placement: Placement {
            plateau,
            basis: Basis::Attested,
            confidence: Confidence::High,
            rationale: text(id),
        },
        anchors: vec![text(id); 4],
        anchors_basis: Basis::Attested,
        links_basis: Basis::Reconstructed,
        influence_basis: Basis::Reconstructed,
        links: Vec::new(),
        influence: Vec::new(),
    }
}

pub fn model() -> Model {
    let plateau = |id, practices: &[usize]| Plateau {
        id,
        name: text("Trin"),
        definition: text("Trin"),
        practices: practices.to_vec(),
        name_basis: Basis::Attested,
        definition_basis: Basis::Attested,
        gate: Gate {
            level: level(3),
            across_units: true,
            basis: Basis::Attested,
        },
    };
    let discipline = |id: &str, practices: &[usize]| Discipline {
        id: id.to_owned(),
        name: text(id),
        practices: practices.to_vec(),
    };
    Model {
        id: "lille".to_owned(),
        version: "1.2.3".to_owned(),
        languages: vec!["da".to_owned()],
        title: text("Lille"),
        instruction: text("Svar"),
        provenance: Provenance {
            licence: "CC0-1.0".to_owned(),
            status: text("Prøve"),
            sources: Vec::new(),
        },
        minimum_layers: 1,
        layers: Vec::new(),
        scale: scale(),
        disciplines: vec![discipline("AAA", &[0, 1]), discipline("BBB", &[2])],
        practices: vec![
            practice("AAA-1", 0, 0),
            practice("AAA-2", 0, 0),
            practice("BBB-1", 1, 1),
        ],
        plateaus: vec![plateau(1, &[0, 1]), plateau(2, &[2])],
        retired: Vec::new(),
        overlay: None,
    }
}

fn unit(id: &str, name: &str, parent: Option<usize>) -> Unit {
    Unit {
        id: id.to_owned(),
        name: name.to_owned(),
        parent,
        invited: parent.is_none().then_some(12),
        implicit: parent.is_none(),
        children: Vec::new(),
    }
}

pub fn assessment(said: &str) -> Assessment {
    Assessment {
        title: Some(said.to_owned()),
        language: Some("da".to_owned()),
        date: Some(date(2026, 10, 1)),
        units: Units::new(vec![unit("x", "Alle", None), unit(said, said, Some(0))]).unwrap(),
        waves: vec![Wave {
            id: None,
            name: said.to_owned(),
            date: None,
            answers: Vec::new(),
        }],
        roles: vec![Role {
            id: said.to_owned(),
            name: said.to_owned(),
        }],
        declared: Declared::default(),
        tailored: vec![None, None, Some(said.to_owned())],
        targets: vec![Some(level(4)), None, None],
        privacy: Privacy::default(),
        rules: Rules::default(),
        columns: Vec::new(),
    }
}

fn responses(said: &str) -> Responses {
    let settled = Settled {
        answer: Some(Answer::Rated(level(2))),
        comment: None,
        evidence: Some(said.to_owned()),
    };
    Responses {
        inputs: vec![Input {
            name: said.to_owned(),
            sha256: "0f".repeat(32),
            layout: Layout::Wide,
            rows: 10,
            rejected: vec![(said.to_owned(), 2), ("AAA-2".to_owned(), 1)],
        }],
        waves: vec![WaveResponses {
            tallies: Tallies::new(2, 2, 3, 4),
            respondents: Respondents::new(2, 2),
            settled: BTreeMap::from([((1, 1), settled)]),
            moderated: BTreeMap::new(),
        }],
    }
}

fn blank(practice: usize) -> Score {
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

fn rated() -> Score {
    Score {
        figures: Shown::Shown(Figures {
            n: 9,
            counts: vec![1, 4, 3, 1],
            dont_know: 1,
            not_relevant: 0,
            blank: 0,
            coverage: Some(Fraction::new(9, 10)),
            mean: Some(Fraction::new(22, 9)),
            sd: Some(0.881_917_103_688_197_1),
            median: Some(level(2)),
            share_at_gate: Some(Fraction::new(4, 9)),
            agreement: Some(Agreement {
                a: 0.5,
                ad: Fraction::new(2, 3),
                disputed: false,
            }),
        }),
        level: Some(level(2)),
        points: Some(Fraction::new(22, 9)),
        standing: Standing::Below { distance: Some(1) },
        target: Some(level(4)),
        gap: Some(Fraction::new(14, 9)),
        ..blank(0)
    }
}

fn hidden_but_moderated(said: &str) -> Score {
    Score {
        figures: Shown::Hidden,
        moderated: Some(Moderated {
            level: level(3),
            reason: said.to_owned(),
            by: Some(said.to_owned()),
            evidence: None,
        }),
        level: Some(level(3)),
        points: Some(Fraction::whole(3)),
        standing: Standing::NotCommon,
        commonness: Commonness::NotCommon(vec![1]),
        ..blank(1)
    }
}

fn group(index: usize, points: Option<Fraction>, max: u64, scored: usize) -> GroupScore {
    GroupScore {
        index,
        mean: points
            .as_ref()
            .map(|points| points.times(&Fraction::new(1, scored.try_into().unwrap()))),
        points,
        points_max: max,
        practices_scored: scored,
    }
}

/// A unit of whose first plateau's practices the last `scored` ones have these points.
fn profile(unit: usize, scores: Vec<Score>, points: Fraction, scored: u64) -> Profile {
    let count = usize::try_from(scored).unwrap();
    let first = group(0, Some(points.clone()), 8, count);
    let second = group(1, None, 4, 0);
    let above_least = points.minus(&Fraction::whole(scored));
    Profile {
        unit,
        respondents: 10,
        invited: Some(12),
        scores,
        total: Total {
            points: Some(points),
            points_max: 12,
            points_max_adjusted: 4 * scored,
            practices_scored: count,
            rescaled: Some(above_least.times(&Fraction::new(1, i128::from(3 * scored)))),
            mean: first.mean.clone(),
        },
        disciplines: vec![first.clone(), second.clone()],
        plateaus: vec![
            PlateauScore {
                score: first,
                verdict: Verdict::Missed,
                met: Vec::new(),
                missed: (2 - count..2).collect(),
                undecided: (0..2 - count).collect(),
            },
            PlateauScore {
                score: second,
                verdict: Verdict::Undecided,
                met: Vec::new(),
                missed: Vec::new(),
                undecided: Vec::new(),
            },
        ],
        plateau_reached: 0,
        inversions: Vec::new(),
        roles: vec![role(Some(0), Shown::Shown(7)), role(None, Shown::Hidden)],
    }
}

fn role(role: Option<usize>, respondents: Shown<u64>) -> RoleProfile {
    let cell = |n, mean| Shown::Shown(RoleCell { n, mean });
    RoleProfile {
        role,
        cells: match respondents {
            Shown::Shown(_) => vec![
                cell(6, Some(Fraction::new(5, 2))),
                Shown::Hidden,
                cell(0, None),
            ],
            Shown::Hidden => vec![Shown::Hidden; 3],
        },
        respondents,
    }
}

pub fn scorecard(said: &str) -> Scorecard {
    let tailored = Score {
        relevance: Relevance::TailoredAway,
        standing: Standing::Outside,
        ..blank(2)
    };
    let settled = Score {
        settled: Some(Answer::Rated(level(2))),
        level: Some(level(2)),
        points: Some(Fraction::whole(2)),
        standing: Standing::Below { distance: None },
        ..blank(1)
    };
    let hidden = Score {
        figures: Shown::Hidden,
        standing: Standing::Undecided(Undecided::Hidden),
        ..blank(0)
    };
    Scorecard {
        waves: vec![WaveCard {
            profiles: vec![
                profile(
                    0,
                    vec![rated(), hidden_but_moderated(said), tailored.clone()],
                    Fraction::new(49, 9),
                    2,
                ),
                profile(1, vec![hidden, settled, tailored], Fraction::whole(2), 1),
            ],
        }],
    }
}

fn findings() -> Vec<Vec<Vec<Finding>>> {
    let top = vec![
        Finding::Blocker {
            practice: 0,
            plateau: 0,
            level: level(2),
            gate: level(3),
            distance: Some(1),
        },
        Finding::NotCommon {
            practice: 1,
            plateau: 0,
            level: level(3),
            units: vec![1],
        },
        Finding::FragileGate {
            plateau: 1,
            practices: vec![(2, 1)],
        },
        Finding::InvertedProfile {
            earlier: (0, Fraction::new(5, 2)),
            later: (1, Fraction::whole(3)),
        },
        Finding::Disputed {
            practice: 0,
            counts: vec![1, 4, 3, 1],
            a: 0.5,
            ad: Fraction::new(2, 3),
        },
    ];
    vec![vec![top, vec![Finding::SingleLayer]]]
}

/// All waves and units.
pub fn everything() -> Scope<'static> {
    Scope {
        language: "da",
        date: Some(date(2026, 10, 1)),
        unit: None,
        wave: None,
    }
}

pub fn sample_record(said: &str, scope: &Scope<'_>) -> Record {
    record(
        &model(),
        &assessment(said),
        &responses(said),
        &scorecard(said),
        &findings(),
        scope,
    )
}

fn cell(words: &str) -> Line {
    vec![Span::plain(words)]
}

fn table(said: &str) -> Table {
    let column = |heading: &str, align| Column {
        heading: heading.to_owned(),
        align,
    };
    Table {
        caption: format!("Praksisser {said}"),
        columns: vec![
            column("Praksis", Align::Left),
            column(said, Align::Left),
            column("Svar", Align::Right),
        ],
        rows: vec![
            vec![cell("AAA-1"), cell(said), cell("1.309")],
            vec![
                vec![Span::new("AAA-2", Tone::Accent)],
                vec![Span::new(said, Tone::Strong), Span::plain(said)],
                vec![Span::new("–", Tone::Muted)],
            ],
        ],
    }
}

/// A report with every kind of block.
pub fn sample_view(said: &str) -> View {
    let section = |id, depth, blocks| Section {
        id,
        heading: format!("Plateauer {said}"),
        depth,
        blocks,
    };
    View {
        language: "da".to_owned(),
        title: said.to_owned(),
        subtitle: vec![said.to_owned(), "Model lille 1.2.3".to_owned()],
        sections: vec![
            section(
                "plateaus",
                Depth::Summary,
                vec![
                    Block::Paragraph(vec![
                        Span::plain("Enheden "),
                        Span::new(said, Tone::Strong),
                        Span::plain(
                            " har nået plateau 0; 5,4 af 8 point over 2 praksisser, og \
                                     det holdes tilbage af ",
                        ),
                        Span::new("AAA-1", Tone::Accent),
                        Span::plain(", som skal løftes ét niveau."),
                    ]),
                    Block::List(vec![
                        vec![
                            Span::new("AAA-1", Tone::Accent),
                            Span::plain(
                                ": 1 til skal vurdere den til niveau 3, og så er den \
                                         dér hvor porten kræver den, i hele enheden",
                            ),
                        ],
                        cell(said),
                    ]),
                    Block::Table(table(said)),
                    Block::Note(format!("Læs tabellen {said}")),
                    Block::Command(format!("plateau score --unit {said}")),
                ],
            ),
            section("method", Depth::Detail, vec![Block::Paragraph(cell(said))]),
        ],
        record: Some(sample_record(said, &everything())),
    }
}
