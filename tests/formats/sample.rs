//! A small assessment built by hand: 3 practices, 2 disciplines, 4 levels, 2 plateaus. `said`
//! stands wherever people's own words can stand.

use std::collections::BTreeMap;

use jiff::civil::date;
use plateau::assessment::{Assessment, Role, Unit, Units};
use plateau::intake::{
    Answer, Evidence, Input, Layout, Moderated, Recurring, Respondents, Responses, Settled,
    Tallies, WaveResponses,
};
use plateau::model::{Level, Model};
use plateau::scoring::{
    Agreement, Commonness, Figures, Fraction, GroupScore, PlateauScore, Profile, Relevance,
    RoleCell, RoleProfile, Score, Scorecard, Shown, Standing, Total, Undecided, Verdict, WaveCard,
};
use plateau::view::record::{Scope, record};
use plateau::view::{
    Align, Block, Column, Depth, Imprint, Line, Record, Section, Span, Table, Tone, View,
};

use crate::support::model::{danish, model_of};
use crate::support::scorecard::unanswered;
use crate::support::undertaking::{unit, wave};

pub fn model() -> Model {
    let levels = ["Lav", "Mellem", "Høj", "Højest"].map(|name| (danish(name), danish(name)));
    let mut model = model_of(levels)
        .common_plateau(3)
        .practice("AAA-1")
        .practice("AAA-2")
        .common_plateau(3)
        .practice("BBB-1")
        .build();
    model.id = "lille".to_owned();
    model.version = "1.2.3".to_owned();
    model
}

fn level(number: u64) -> Level {
    model().scale.level(number).unwrap()
}

pub fn assessment(said: &str) -> Assessment {
    let all = Unit {
        invited: Some(12),
        implicit: true,
        ..unit("x", "Alle", None)
    };
    Assessment {
        title: Some(said.to_owned()),
        language: Some("da".to_owned()),
        date: Some(date(2026, 10, 1)),
        units: Units::new(vec![all, unit(said, said, Some(0))]).unwrap(),
        waves: vec![wave(None, said)],
        roles: vec![Role {
            id: said.to_owned(),
            name: said.to_owned(),
        }],
        tailored: vec![None, None, Some(said.to_owned())],
        targets: vec![Some(level(4)), None, None],
        ..Assessment::implicit(3)
    }
}

fn responses(said: &str) -> Responses {
    let settled = Settled {
        answer: Some(Answer::Rated(level(2))),
        comment: None,
        evidence: Some(Evidence {
            text: Some(said.to_owned()),
            date: Some(jiff::civil::date(2025, 3, 14)),
            source: Some(said.to_owned()),
        }),
        by: Some(said.to_owned()),
    };
    Responses {
        inputs: vec![Input {
            name: said.to_owned(),
            sha256: Some("0f".repeat(32)),
            layout: Layout::WIDE,
            rows: 10,
            not_counted: Vec::new(),
            rejected: vec![(said.to_owned(), 2), ("AAA-2".to_owned(), 1)],
        }],
        waves: vec![WaveResponses {
            tallies: Tallies::new(2, 2, 3, 4),
            respondents: Respondents::new(2, 2),
            settled: BTreeMap::from([((1, 1), settled)]),
            moderated: BTreeMap::new(),
            unmerged: 0,
            straight_lined: 0,
            comments: None,
        }],
        recurring: Recurring::default(),
    }
}

fn blank(practice: usize) -> Score {
    unanswered(practice, 4)
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
        change: None,
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
            straight_lined: None,
            date: None,
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

/// All waves and units.
pub fn everything() -> Scope<'static> {
    Scope {
        language: "da",
        date: Some(date(2026, 10, 1)),
        unit: None,
        wave: None,
        full_agreement: true,
    }
}

pub fn sample_record(said: &str, scope: &Scope<'_>) -> Record {
    record(
        &model(),
        &assessment(said),
        &responses(said),
        &scorecard(said),
        scope,
    )
    .in_full()
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
pub fn sample_view(said: &str) -> View<'static> {
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
        imprint: Imprint {
            organisation: Some(said.to_owned()),
            author: Some(said.to_owned()),
            ..Imprint::default()
        },
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
            section(
                "introduction",
                Depth::Detail,
                vec![Block::Paragraph(cell(said))],
            ),
            section("method", Depth::Detail, vec![Block::Paragraph(cell(said))]),
        ],
        record: Some(sample_record(said, &everything()).into()),
        worksheet: None,
    }
}
