//! Everything is said in every language.

use plateau::finding::{FINDINGS, Finding};
use plateau::scoring::*;
use plateau::text::Words;
use plateau::view::{Extent, Scene, explain_finding, explain_level, explain_practice, sentence};

use super::fixture::*;
use super::reading::*;

#[test]
fn every_section_speaks_every_language_with_all_its_placeholders_filled() {
    let (assessment, wave) = eventful();
    for language in LANGUAGES {
        let view = composed(&assessment, wave.clone(), language);
        assert_eq!(view.language, language);
        let ids: Vec<&str> = view.sections.iter().map(|section| section.id).collect();
        assert_eq!(
            ids,
            [
                "result",
                "plateaus",
                "blockers",
                "disagreement",
                "next",
                "notes",
                "disciplines",
                "roles",
                "units",
                "findings",
                "moderated",
                "settled",
                "tailoring",
                "practices",
                "method",
            ]
        );
        assert_spoken(&view);
        for extent in [Extent::Full, Extent::Illustrated] {
            assert_spoken(&composed_to(extent, &assessment, wave.clone(), language));
        }
    }
}

#[test]
fn a_summary_section_never_follows_a_detail_section() {
    let (assessment, wave) = eventful();
    let view = composed(&assessment, wave, "da");
    assert!(view.sections.is_sorted_by_key(|section| section.depth));
}

#[test]
fn every_kind_of_finding_is_a_sentence_that_says_its_n() {
    let (model, assessment) = (model(), assessment());
    let whole = |n: i32| Fraction::whole(n);
    let voice = |role, n, mean| Voice {
        role,
        n,
        mean: whole(mean),
    };
    let all = [
        Finding::Blocker {
            practice: BAKE,
            plateau: 0,
            level: level(2),
            gate: level(3),
            distance: Some(1),
        },
        Finding::NotCommon {
            practice: BAKE,
            plateau: 0,
            level: level(3),
            units: vec![1],
        },
        Finding::PerhapsNotCommon {
            practice: BAKE,
            plateau: 0,
            units: vec![1],
        },
        Finding::FragileGate {
            plateau: 0,
            practices: vec![(BAKE, 1)],
        },
        Finding::InvertedProfile {
            earlier: (0, whole(2)),
            later: (1, whole(3)),
        },
        Finding::ThinCoverage {
            practice: BAKE,
            n: 3,
            asked: 9,
        },
        Finding::Unanswered {
            plateau: 0,
            practices: vec![BAKE],
        },
        Finding::FarFromTarget {
            practice: BAKE,
            target: level(4),
            points: whole(2),
            gap: whole(2),
        },
        Finding::NoEvidence {
            practices: vec![BAKE],
        },
        Finding::OldEvidence {
            practices: vec![(BAKE, jiff::civil::date(2024, 3, 14))],
            max_age: 12,
        },
        Finding::Disputed {
            practice: BAKE,
            counts: vec![5, 0, 0, 6],
            a: -0.5,
            ad: whole(1),
        },
        Finding::PerceptionGap(PerceptionGap {
            practice: BAKE,
            high: voice(None, 6, 4),
            low: voice(None, 5, 2),
            gap: whole(2),
        }),
        Finding::ModerationGap(ModerationGap {
            practice: BAKE,
            answers: level(2),
            mean: whole(2),
            n: 11,
            moderated: level(3),
        }),
        Finding::Strength {
            practice: BAKE,
            level: level(4),
            points: whole(4),
        },
        Finding::LearnFrom {
            practice: BAKE,
            own: level(2),
            level: level(4),
            n: Some(7),
            units: vec![1],
        },
        Finding::StraightLining(StraightLined {
            people: 3,
            respondents: 40,
        }),
        Finding::HiddenGroups {
            practices: vec![BAKE],
            units: vec![1],
            minimum_group: 5,
        },
        gate(true),
        gate(false),
        moved(),
        Finding::SingleLayer,
    ];
    let kinds: Vec<&str> = all.iter().map(|finding| finding.kind().id).collect();
    assert!(FINDINGS.iter().all(|kind| kinds.contains(&kind.id)));
    let wave = wave((0..3).map(|p| rated(p, [0, 6, 5, 0])).collect());
    let scorecard = Scorecard { waves: vec![wave] };
    let responses = responses();
    for language in LANGUAGES {
        let selection = selection(language, Extent::Summary);
        let scene = Scene::new(
            &model,
            &assessment,
            &scorecard,
            &responses,
            &all,
            &selection,
        );
        let words = Words::of(language);
        for finding in &all {
            let text = words_of(&sentence(&scene, finding));
            assert!(
                !text.contains(['{', '}']) && !text.contains("finding."),
                "{text}"
            );
            assert!(!words.keys().any(|key| text.contains(key)), "{text}");
            let id = finding.kind().id;
            let silent = [
                "thin_coverage",
                "unanswered",
                "straight_lining",
                "hidden_groups",
                "gate_won",
                "gate_lost",
                "single_layer",
                "no_evidence",
                "old_evidence",
            ];
            assert_eq!(
                text.contains("n\u{a0}=\u{a0}"),
                !silent.contains(&id),
                "{text}"
            );
        }
    }
}

#[test]
fn practices_levels_findings_and_models_are_explained_in_every_language() {
    let model = model();
    for language in LANGUAGES {
        let practice = explain_practice(&model, BAKE, language);
        assert_spoken(&practice);
        let anchors = said(&practice, "anchors");
        assert!((1..=4).all(|k| anchors.iter().any(|text| text.ends_with(&format!("{k}.")))));
        assert_spoken(&explain_level(&model, level(3), language));
        assert_spoken(&plateau::view::model(&model, language));
        for kind in FINDINGS {
            let view = explain_finding(&model, kind, language);
            assert_spoken(&view);
            assert!(said(&view, "meaning")[0].len() > 100, "{}", kind.id);
        }
    }
}

#[test]
fn a_model_shows_every_practice_with_its_plateau_and_gate() {
    let view = plateau::view::model(&model(), "da");
    assert_eq!(
        row(&view, "practices", "CD-2"),
        ["CD-2 Tælle", "Disken", "2", "3"]
    );
}

/// A gate that was won or lost since the only wave.
fn gate(won: bool) -> Finding {
    let turn = |practice, cause| Turn {
        practice,
        levels: [Some(level(2)), Some(level(3))],
        cause,
    };
    let gate = GateChange {
        plateau: 0,
        won,
        verdicts: [Verdict::Missed, Verdict::Met],
        turns: vec![turn(BAKE, Cause::Level), turn(SELL, Cause::Coverage)],
    };
    match won {
        true => Finding::GateWon { since: 0, gate },
        false => Finding::GateLost { since: 0, gate },
    }
}

/// A practice that has moved since the only wave.
fn moved() -> Finding {
    let reading = |points| Reading {
        points: Fraction::whole(points),
        level: Some(level(2)),
        from: PointsFrom::Answers,
        counts: Some(vec![0, 5, 6, 0]),
    };
    Finding::Moved {
        practice: BAKE,
        since: 0,
        partly: true,
        moved: Moved {
            before: reading(2),
            now: reading(3),
            difference: Fraction::whole(1),
            superiority: Some(Fraction::new(3, 4)),
            left_out: Vec::new(),
        },
    }
}
