//! A finding as a sentence.

use jiff::civil::Date;

use super::build::{accent, strong};
use super::{Line, Scene, Span, change};
use crate::finding::Finding;
use crate::intake::STRAIGHT_LINED_FROM;
use crate::model::Level;
use crate::scoring::{Figures, Fraction, PerceptionGap, Shown, StraightLined};

/// A finding as a sentence or two, with its n where people's answers are behind it.
pub fn sentence(scene: &Scene, finding: &Finding) -> Line {
    match finding {
        Finding::Blocker {
            practice,
            level,
            gate,
            distance,
            ..
        } => blocker(scene, *practice, *level, *gate, *distance),
        Finding::NotCommon {
            practice,
            level,
            units,
            ..
        } => scene.line(
            "finding.not_common",
            &[
                practice_of(scene, *practice),
                ("n", scene.n(*practice)),
                ("level", number(*level)),
                ("units", accent(scene.unit_names(units))),
            ],
        ),
        Finding::PerhapsNotCommon {
            practice, units, ..
        } => scene.line(
            "finding.perhaps_not_common",
            &[
                practice_of(scene, *practice),
                ("n", scene.n(*practice)),
                ("units", Span::plain(scene.unit_names(units))),
            ],
        ),
        Finding::FragileGate { plateau, practices } => fragile(scene, *plateau, practices),
        Finding::InvertedProfile { earlier, later } => inverted(scene, earlier, later),
        Finding::ThinCoverage { practice, n, asked } => scene.line(
            "finding.thin_coverage",
            &[
                practice_of(scene, *practice),
                ("n", Span::plain(scene.words.whole(*n))),
                ("asked", Span::plain(scene.words.whole(*asked))),
            ],
        ),
        Finding::Unanswered { plateau, practices } => scene.count_line(
            "finding.unanswered",
            practices.len() as u64,
            &[
                ("plateau", strong(scene.plateau(*plateau))),
                ("practices", Span::plain(scene.ids(practices))),
            ],
        ),
        Finding::FarFromTarget {
            practice,
            target,
            points,
            gap,
        } => scene.line(
            "finding.far_from_target",
            &[
                practice_of(scene, *practice),
                ("n", scene.n(*practice)),
                ("points", Span::plain(scene.words.mean(points))),
                ("target", number(*target)),
                ("gap", Span::plain(scene.words.mean(gap))),
            ],
        ),
        Finding::Disputed {
            practice,
            counts,
            a,
            ad,
        } => disputed(scene, *practice, counts, *a, ad),
        Finding::NoEvidence { practices } => scene.count_line(
            "finding.no_evidence",
            practices.len() as u64,
            &[("practices", Span::plain(scene.ids(practices)))],
        ),
        Finding::OldEvidence { practices, max_age } => old_evidence(scene, practices, *max_age),
        Finding::GateWon { since, gate } | Finding::GateLost { since, gate } => {
            change::gate(scene, *since, gate)
        }
        Finding::Moved {
            practice,
            since,
            partly,
            moved,
        } => change::found(scene, *practice, *since, *partly, moved),
        Finding::Strength {
            practice, level, ..
        } => scene.line(
            "finding.strength",
            &[
                practice_of(scene, *practice),
                ("n", scene.n(*practice)),
                ("level", number(*level)),
                ("gate", number(scene.model.gate_of(*practice).level)),
            ],
        ),
        Finding::PerceptionGap(gap) => perception_gap(scene, gap),
        Finding::ModerationGap(gap) => scene.line(
            "finding.moderation_gap",
            &[
                practice_of(scene, gap.practice),
                ("moderated", number(gap.moderated)),
                ("level", number(gap.answers)),
                ("n", Span::plain(scene.words.whole(gap.n))),
            ],
        ),
        Finding::LearnFrom {
            practice,
            own,
            level,
            n,
            units,
        } => scene.count_line(
            "finding.learn_from",
            units.len() as u64,
            &[
                practice_of(scene, *practice),
                ("own", number(*own)),
                ("level", number(*level)),
                ("n", n_of(scene, *n)),
                ("units", Span::plain(scene.unit_names(units))),
            ],
        ),
        Finding::StraightLining(straight) => straight_lining(scene, *straight),
        Finding::HiddenGroups {
            practices,
            units,
            minimum_group,
        } => hidden_groups(scene, practices, units, *minimum_group),
        Finding::SingleLayer => scene.line("finding.single_layer", &[]),
    }
}

fn practice_of(scene: &Scene, practice: usize) -> (&'static str, Span) {
    ("practice", strong(scene.practice(practice)))
}

fn number(level: Level) -> Span {
    Span::plain(level.number().to_string())
}

/// ` (n = 38)` where it is known.
fn n_of(scene: &Scene, n: Option<u64>) -> Span {
    Span::plain(n.map_or_else(String::new, |n| {
        let n = scene.words.whole(n);
        scene.words.fill("term.n", &[("n", &n)])
    }))
}

fn perception_gap(scene: &Scene, gap: &PerceptionGap) -> Line {
    let words = &scene.words;
    let (high, low) = (&gap.high, &gap.low);
    scene.line(
        "finding.perception_gap",
        &[
            practice_of(scene, gap.practice),
            ("high", Span::plain(scene.role_name(high.role))),
            ("high_mean", accent(words.mean(&high.mean))),
            ("high_n", Span::plain(words.whole(high.n))),
            ("low", Span::plain(scene.role_name(low.role))),
            ("low_mean", accent(words.mean(&low.mean))),
            ("low_n", Span::plain(words.whole(low.n))),
            ("gap", Span::plain(words.mean(&gap.gap))),
        ],
    )
}

fn blocker(
    scene: &Scene,
    practice: usize,
    level: Level,
    gate: Level,
    distance: Option<u64>,
) -> Line {
    let score = scene.score(practice);
    let values = [
        practice_of(scene, practice),
        ("n", scene.n(practice)),
        ("level", number(level)),
        ("gate", number(gate)),
    ];
    match distance {
        Some(distance) => scene.count_line("finding.blocker", distance, &values),
        None if score.assumed.is_some() => scene.line("finding.blocker_assumed", &values),
        None if score.moderated.is_some() => scene.line("finding.blocker_moderated", &values),
        None if score.settled.is_some() => scene.line("finding.blocker_settled", &values),
        None => scene.line("finding.blocker_weighted", &values),
    }
}

fn fragile(scene: &Scene, plateau: usize, practices: &[(usize, u64)]) -> Line {
    let named: Vec<String> = practices
        .iter()
        .map(|&(practice, margin)| {
            let n = match &scene.score(practice).figures {
                Shown::Shown(Figures { n, .. }) => scene.words.whole(*n),
                Shown::Hidden => super::build::HIDDEN.to_owned(),
            };
            let id = scene.id(practice);
            scene.words.count(
                "finding.fragile_practice",
                margin,
                &[("practice", &id), ("n", &n)],
            )
        })
        .collect();
    scene.line(
        "finding.fragile_gate",
        &[
            ("plateau", strong(scene.plateau(plateau))),
            ("practices", Span::plain(scene.words.list(&named))),
        ],
    )
}

fn old_evidence(scene: &Scene, practices: &[(usize, Date)], max_age: u16) -> Line {
    let dated = |&(practice, date): &(usize, Date)| {
        let values: &[(&str, &dyn std::fmt::Display)] = &[
            ("practice", &scene.id(practice)),
            ("date", &scene.words.date(date)),
        ];
        scene.words.fill("finding.dated_practice", values)
    };
    let months = scene.words.count("evidence.months", max_age.into(), &[]);
    let named = scene.some_of(practices, dated);
    scene.count_line(
        "finding.old_evidence",
        practices.len() as u64,
        &[
            ("practices", Span::plain(named)),
            ("months", Span::plain(months)),
        ],
    )
}

fn inverted(scene: &Scene, earlier: &(usize, Fraction), later: &(usize, Fraction)) -> Line {
    let n = |plateau: usize| {
        let scored = scene.profile.plateaus[plateau].score.practices_scored;
        Span::plain(scene.words.whole(scored as u64))
    };
    scene.line(
        "finding.inverted_profile",
        &[
            ("later", strong(scene.plateau_number(later.0))),
            ("later_mean", Span::plain(scene.words.mean(&later.1))),
            ("later_n", n(later.0)),
            ("earlier", strong(scene.plateau_number(earlier.0))),
            ("earlier_mean", Span::plain(scene.words.mean(&earlier.1))),
            ("earlier_n", n(earlier.0)),
        ],
    )
}

fn disputed(scene: &Scene, practice: usize, counts: &[u64], a: f64, ad: &Fraction) -> Line {
    let n: u64 = counts.iter().sum();
    scene.line(
        "finding.disputed",
        &[
            practice_of(scene, practice),
            ("counts", accent(scene.counts(counts, " · "))),
            ("highest", number(scene.model.scale.highest())),
            ("n", Span::plain(scene.words.whole(n))),
            ("a", Span::plain(scene.words.agreement_f64(a))),
            ("ad", Span::plain(scene.words.agreement(ad))),
        ],
    )
}

fn straight_lining(scene: &Scene, straight: StraightLined) -> Line {
    let whole = |number: u64| Span::plain(scene.words.whole(number));
    scene.count_line(
        "finding.straight_lining",
        straight.people,
        &[
            ("respondents", whole(straight.respondents)),
            ("least", whole(STRAIGHT_LINED_FROM as u64)),
        ],
    )
}

fn hidden_groups(scene: &Scene, practices: &[usize], units: &[usize], minimum: u64) -> Line {
    let mut what = Vec::new();
    if !practices.is_empty() {
        what.push(scene.ids(practices));
    }
    if !units.is_empty() {
        let units = scene.unit_names(units);
        what.push(
            scene
                .words
                .fill("finding.hidden_units", &[("units", &units)]),
        );
    }
    scene.line(
        "finding.hidden_groups",
        &[
            ("minimum", Span::plain(scene.words.whole(minimum))),
            ("what", Span::plain(what.join("; "))),
        ],
    )
}
