//! The numbers of the report by hand.

use plateau::view::Record;
use plateau::view::record::{
    AgreementRecord, AnswerWord, AssessmentRecord, BlockerReason, BlockerRecord, ComparisonRecord,
    DisciplineRecord, GateRecord, InputRecord, ModelRecord, ModeratedRecord, NameRecord,
    NamesRecord, PlateauRecord, PracticeRecord, PrivacyRecord, ScoringRecord, SettledRecord,
    StandingWord, Status, ToolRecord, UnitRecord, VerdictWord, WaveRecord, WeightingWord,
};

use super::names::{DISCIPLINES, GATE, LEVELS, PLATEAUS, practices};

fn blank(id: &str, discipline: &str, plateau: usize) -> PracticeRecord {
    PracticeRecord {
        id: id.to_owned(),
        discipline: discipline.to_owned(),
        plateau,
        hidden: false,
        status: Status::Unanswered,
        n: Some(0),
        dont_know: Some(0),
        not_relevant: Some(0),
        blank: Some(0),
        coverage: None,
        counts: Some(vec![0; LEVELS]),
        mean: None,
        sd: None,
        median: None,
        level: None,
        settled: None,
        moderated: None,
        points: None,
        share_at_gate: None,
        margin: None,
        standing: StandingWord::Undecided,
        agreement: None,
        target: Some(3),
        gap: None,
        assumed: None,
        comments: None,
        evidence: None,
    }
}

/// A practice that so many people put at each level.
#[allow(clippy::cast_precision_loss)]
fn rated(blank: PracticeRecord, counts: [u64; LEVELS], dont_know: u64) -> PracticeRecord {
    let n: u64 = counts.iter().sum();
    let at = |k: usize| counts[k - 1] as f64;
    let mean = (1..=LEVELS).map(|k| k as f64 * at(k)).sum::<f64>() / n as f64;
    let spread = (1..=LEVELS).map(|k| at(k) * (k as f64 - mean).powi(2));
    let sd = (spread.sum::<f64>() / (n - 1) as f64).sqrt();
    let reaches = |k: &usize| 2 * counts[k - 1..].iter().sum::<u64>() > n;
    let median = (1..=LEVELS).rev().find(reaches).unwrap();
    let ad = (1..=LEVELS).map(|k| at(k) * k.abs_diff(median) as f64);
    let asked = n + dont_know;
    PracticeRecord {
        status: Status::Scored,
        n: Some(n),
        dont_know: Some(dont_know),
        coverage: Some(n as f64 / asked as f64),
        counts: Some(counts.to_vec()),
        mean: Some(mean),
        sd: Some(sd),
        median: u8::try_from(median).ok(),
        level: u8::try_from(median).ok(),
        points: Some(mean),
        share_at_gate: Some(counts[GATE - 1..].iter().sum::<u64>() as f64 / n as f64),
        standing: match median >= GATE {
            true => StandingWord::Met,
            false => StandingWord::Below,
        },
        agreement: Some(AgreementRecord {
            a: 1.0 - sd / 1.8,
            ad: ad.sum::<f64>() / n as f64,
        }),
        gap: Some(3.0 - mean),
        ..blank
    }
}

fn hidden(blank: PracticeRecord) -> PracticeRecord {
    PracticeRecord {
        hidden: true,
        status: Status::Hidden,
        n: None,
        dont_know: None,
        not_relevant: None,
        blank: None,
        counts: None,
        ..blank
    }
}

fn plateau(index: usize) -> usize {
    match index % 5 {
        2 | 4 => 1,
        3 if index < 15 => 1,
        1 => 3,
        _ => 2,
    }
}

fn practice(index: usize, seed: usize, people: u64) -> PracticeRecord {
    let (id, discipline, _) = &practices()[index];
    let blank = blank(id, discipline, plateau(index));
    if people < 5 {
        return hidden(blank);
    }
    let weights = |k: usize| {
        1 + (index * 5 + seed * 3 + k * 7) % 6 + 4 * usize::from((index + seed) % 4 == k)
    };
    let all: usize = (0..LEVELS).map(weights).sum();
    let mut counts = [0; LEVELS];
    for (k, count) in counts.iter_mut().enumerate() {
        *count = people * weights(k) as u64 / all as u64;
    }
    counts[(index + seed) % 4] += people - counts.iter().sum::<u64>();
    match (id.as_str(), seed) {
        ("PLA-3", _) => hidden(blank),
        ("FOR-7", _) => blank,
        ("KUN-4", _) => PracticeRecord {
            status: Status::Tailored,
            standing: StandingWord::Outside,
            target: None,
            ..blank
        },
        ("PRS-2", 0) => PracticeRecord {
            level: Some(4),
            points: Some(4.0),
            gap: Some(-1.0),
            standing: StandingWord::Met,
            moderated: Some(ModeratedRecord {
                level: 4,
                reason: "Gennemgang af tavler og rapporter i alle tre afdelinger viste, at \
                         målingerne bruges i den daglige styring."
                    .to_owned(),
                by: Some("Facilitator".to_owned()),
                evidence: Some("Målingskatalog v3, tavlefotos uge 38".to_owned()),
                evidence_date: Some("2026-09-17".to_owned()),
                source: Some("Driftens fællesdrev".to_owned()),
            }),
            ..rated(blank, counts, 2)
        },
        ("PLA-8", 0) => PracticeRecord {
            standing: StandingWord::NotCommon,
            ..rated(blank, [1, 6, people - 13, 4, 2], 0)
        },
        _ => rated(blank, counts, people % 3),
    }
}

fn mean(points: &[f64]) -> Option<f64> {
    #[allow(clippy::cast_precision_loss)]
    let count = points.len() as f64;
    (!points.is_empty()).then(|| points.iter().sum::<f64>() / count)
}

fn unit(id: &str, name: &str, parent: Option<&str>, seed: usize, people: u64) -> UnitRecord {
    let practices: Vec<PracticeRecord> = (0..practices().len())
        .map(|index| practice(index, seed, people))
        .collect();
    let points_of = |is: &dyn Fn(&PracticeRecord) -> bool| -> Vec<f64> {
        let of = practices.iter().filter(|practice| is(practice));
        of.filter_map(|practice| practice.points).collect()
    };
    let all = points_of(&|_| true);
    let disciplines = DISCIPLINES.iter().map(|(id, _, names)| {
        let points = points_of(&|practice| practice.discipline == *id);
        DisciplineRecord {
            id: (*id).to_owned(),
            mean: mean(&points),
            points: (!points.is_empty()).then(|| points.iter().sum()),
            points_max: (names.len() * LEVELS) as u64,
            practices: points.len(),
        }
    });
    let plateaus = (1..=PLATEAUS.len()).map(|id| {
        let points = points_of(&|practice| practice.plateau == id);
        PlateauRecord {
            id,
            mean: mean(&points),
            practices: points.len(),
            gate: gate(&practices, id),
        }
    });
    UnitRecord {
        id: id.to_owned(),
        name: name.to_owned(),
        parent: parent.map(str::to_owned),
        respondents: people,
        invited: parent.is_none().then_some(50),
        points: (!all.is_empty()).then(|| all.iter().sum()),
        points_max: (LEVELS * practices.len()) as u64,
        points_max_adjusted: (LEVELS * all.len()) as u64,
        practices_scored: all.len(),
        rescaled: mean(&all).map(|mean| (mean - 1.0) / 4.0),
        mean: mean(&all),
        plateau_reached: 0,
        profile_inverted: false,
        hidden_practices: practices.iter().filter(|practice| practice.hidden).count(),
        plateaus: plateaus.collect(),
        disciplines: disciplines.collect(),
        roles: Vec::new(),
        findings: Vec::new(),
        comparison: ComparisonRecord {
            units: None,
            roles: None,
        },
        practices,
        change: None,
    }
}

fn gate(practices: &[PracticeRecord], plateau: usize) -> GateRecord {
    let of = || {
        practices
            .iter()
            .filter(|practice| practice.plateau == plateau)
    };
    let count = |standing| of().filter(|p| p.standing == standing).count();
    let blockers: Vec<BlockerRecord> = of()
        .filter_map(|practice| {
            let (reason, distance, units) = match practice.standing {
                StandingWord::Below => (BlockerReason::Below, Some(3), Vec::new()),
                StandingWord::NotCommon => {
                    let units = vec!["realkredit".to_owned(), "erhverv".to_owned()];
                    (BlockerReason::NotCommon, None, units)
                }
                _ => return None,
            };
            Some(BlockerRecord {
                practice: practice.id.clone(),
                reason,
                level: practice.level,
                distance,
                units,
            })
        })
        .collect();
    GateRecord {
        level: 3,
        verdict: match blockers.is_empty() {
            true => VerdictWord::Undecided,
            false => VerdictWord::Missed,
        },
        met: count(StandingWord::Met),
        missed: blockers.len(),
        undecided: count(StandingWord::Undecided),
        blockers,
    }
}

fn wave(id: &str, name: &str, date: &str, seed: usize) -> WaveRecord {
    let mut units = vec![
        unit("laane-service", "Låne Service", None, seed, 41),
        unit(
            "realkredit",
            "Realkredit",
            Some("laane-service"),
            seed + 1,
            17,
        ),
        unit(
            "erhverv",
            "Erhvervsudlån og kautioner",
            Some("laane-service"),
            seed + 2,
            20,
        ),
        unit("arkiv", "Arkiv", Some("laane-service"), seed + 3, 4),
    ];
    let settled = &mut units[3].practices[4];
    settled.settled = Some(SettledRecord {
        answer: Some(AnswerWord::Rated),
        comment: None,
        level: Some(2),
        evidence: Some("Oplæringsplan findes, men bruges kun af to hold.".to_owned()),
        evidence_date: None,
        source: None,
        by: None,
    });
    settled.level = Some(2);
    settled.points = Some(2.0);
    WaveRecord {
        id: id.to_owned(),
        name: name.to_owned(),
        date: Some(date.to_owned()),
        units,
        model_version: "1.0.0".to_owned(),
        mapping: None,
    }
}

fn named(id: &str, name: &str) -> NameRecord {
    NameRecord {
        id: id.to_owned(),
        name: name.to_owned(),
    }
}

/// The record.
pub fn record() -> Record {
    let levels = [
        "Individuel",
        "Lokalt standardiseret",
        "Fælles standardiseret",
        "Målt og datastyret",
        "Løbende optimeret",
    ];
    Record {
        schema: 1,
        tool: ToolRecord {
            name: "plateau".to_owned(),
            version: "0.1.0".to_owned(),
        },
        model: ModelRecord {
            id: "driftsledelse-2024".to_owned(),
            version: "1.0.0".to_owned(),
            levels: LEVELS,
            overlay: None,
            names: NamesRecord {
                title: "Driftsledelse".to_owned(),
                levels: levels.map(str::to_owned).into(),
                plateaus: PLATEAUS.map(str::to_owned).into(),
                disciplines: DISCIPLINES
                    .iter()
                    .map(|(id, name, _)| named(id, name))
                    .collect(),
                practices: practices()
                    .iter()
                    .map(|(id, _, name)| named(id, name))
                    .collect(),
            },
        },
        assessment: AssessmentRecord {
            title: Some("Låne Service".to_owned()),
            language: "da".to_owned(),
            date: Some("2026-10-01".to_owned()),
        },
        inputs: vec![
            InputRecord {
                name: "svar-2025.csv".to_owned(),
                sha256: Some(
                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
                ),
                layout: "wide".to_owned(),
                not_counted: Vec::new(),
                rows: 41,
                rejected: 0,
                rejected_columns: Vec::new(),
            },
            InputRecord {
                name: "svar-2026.csv".to_owned(),
                sha256: Some(
                    "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752".to_owned(),
                ),
                layout: "long".to_owned(),
                not_counted: Vec::new(),
                rows: 1228,
                rejected: 2,
                rejected_columns: Vec::new(),
            },
        ],
        privacy: PrivacyRecord {
            minimum_group: 5,
            minimum_comments: 10,
            allow_small_groups: false,
        },
        scoring: ScoringRecord {
            minimum_coverage: 0.5,
            weighting: WeightingWord::Respondent,
        },
        waves: vec![
            wave("2025", "Efterår 2025", "2025-10-01", 4),
            wave("2026", "Efterår 2026", "2026-10-01", 0),
        ],
        agreement: None,
        plan: None,
        what_if: Vec::new(),
    }
}
