//! Models and scorecards made by hand, in many shapes.

use plateau::assessment::{Assessment, Role, Unit, Units};
use plateau::model::*;
use plateau::scoring::*;

use crate::support::model::both;
use crate::support::scorecard::{profile_of, unanswered};
use crate::support::undertaking::{unit, wave};

/// Practices in Danish and English with their plateau: the longest names that were met in practice.
#[rustfmt::skip]
const NAMES: &[(&str, &str, &str, usize)] = &[
    ("PRO-1", "Proceslandskab og -hierarki", "Process landscape and hierarchy", 2),
    ("PRO-2", "Procesdokumentation og -notation", "Process documentation and notation", 2),
    ("PRO-3", "Forretnings- og driftsstandarder", "Business and operating standards", 1),
    ("PRO-4", "Roller og ansvar", "Roles and responsibilities", 1),
    ("PRO-5", "Træningsmetoder", "Training methods", 1),
    ("PRO-6", "Proceskonfirmering", "Process confirmation", 2),
    ("KUN-1", "Kunderejse- og kontaktpunktoverblik", "Customer journey and touchpoint overview", 2),
    ("KUN-2", "Servicekoncept", "Service concept", 2),
    ("KUN-3", "Kundekontakt og -klager", "Customer contact and complaints", 1),
    ("KUN-4", "Scripts og standardfraser", "Scripts and standard phrases", 2),
    ("KUN-5", "Feedback og målinger", "Feedback and measurements", 2),
    ("FOR-1", "Strateginedbrydning", "Strategy deployment", 3),
    ("FOR-2", "Service- og adfærdsdesign", "Service and behavioural design", 3),
    ("FOR-3", "Kunderejseanalyse og service blueprint", "Customer journey analysis and service blueprint", 2),
    ("FOR-4", "Værdistrømsanalyse og -design", "Value stream analysis and design", 3),
    ("FOR-5", "Problemløsning", "Problem solving", 2),
    ("FOR-6", "Løbende forbedringer", "Continuous improvement", 2),
    ("FOR-7", "IT-specifikation og user stories", "IT specification and user stories", 3),
    ("FOR-8", "Forbedringstavlen og -mødet", "The improvement board and meeting", 2),
    ("PLA-1", "Opgave- og processtamdata", "Task and process master data", 1),
    ("PLA-2", "Forecasting", "Forecasting", 2),
    ("PLA-3", "Planlægningsfaktorer", "Planning factors", 1),
    ("PLA-4", "Kapacitetsstyring", "Capacity management", 1),
    ("PLA-5", "Kompetent kapacitetsoverblik", "Competent capacity overview", 1),
    ("PLA-6", "Opgavestyring og hjemmearbejde", "Task management and home working", 1),
    ("PLA-7", "Prioritering", "Prioritisation", 1),
    ("PLA-8", "Driftstavlen og -mødet", "The operations board and meeting", 1),
    ("PRS-1", "KPI-styring", "KPI management", 2),
    ("PRS-2", "Målingslandskab", "Measurement landscape", 1),
    ("PRS-3", "Rapportering og transparens", "Reporting and transparency", 1),
    ("PRS-4", "Målstyringstavlen og -mødet", "The target board and meeting", 2),
];

/// The shape of a model.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    pub levels: usize,
    pub disciplines: usize,
    pub practices: usize,
    pub plateaus: usize,
}

pub const SHIPPED: Shape = Shape {
    levels: 5,
    disciplines: 5,
    practices: 31,
    plateaus: 3,
};
pub const TINY: Shape = Shape {
    levels: 4,
    disciplines: 2,
    practices: 3,
    plateaus: 2,
};
pub const LARGE: Shape = Shape {
    levels: 9,
    disciplines: 11,
    practices: 90,
    plateaus: 6,
};

/// A model of a shape; `SHIPPED` is the shipped model's disciplines, practices and plateaus.
pub fn model(shape: Shape) -> Model {
    let names = [
        "Individuel",
        "Lokalt standardiseret",
        "Fælles standardiseret",
        "Målt og datastyret",
        "Løbende optimeret",
    ];
    let level = |index: usize| LevelText {
        name: both(names[index % names.len()], names[index % names.len()]),
        label: both("", ""),
        definition: both("", ""),
        name_basis: Basis::Attested,
        definition_basis: Basis::Attested,
    };
    let scale = Scale::new((0..shape.levels).map(level).collect()).unwrap();
    let shipped = shape.practices == NAMES.len();
    let ids = [
        ("PRO", "Processer"),
        ("KUN", "Kunder"),
        ("FOR", "Forbedringer"),
        ("PLA", "Planlægning"),
        ("PRS", "Præstation"),
    ];
    let discipline_of = |index: usize| {
        if shipped {
            ids.iter()
                .position(|(id, _)| NAMES[index].0.starts_with(id))
                .unwrap()
        } else {
            index * shape.disciplines / shape.practices
        }
    };
    let plateau_of = |index: usize| {
        if shipped {
            NAMES[index].3 - 1
        } else {
            index % shape.plateaus
        }
    };
    let practice = |index: usize| {
        let (id, danish, english, _) = NAMES[index % NAMES.len()];
        Practice {
            id: if shipped {
                id.to_owned()
            } else {
                format!("{}-{}", ids[discipline_of(index) % 5].0, index + 1)
            },
            name: both(danish, english),
            summary: both("", ""),
            question: both("", ""),
            discipline: discipline_of(index),
            placement: Placement {
                plateau: plateau_of(index),
                basis: Basis::Attested,
                confidence: Confidence::High,
                rationale: both("", ""),
            },
            anchors: Vec::new(),
            anchors_basis: Basis::Attested,
            links_basis: Basis::Reconstructed,
            influence_basis: Basis::Reconstructed,
            links: Vec::new(),
            influence: Vec::new(),
        }
    };
    let practices: Vec<Practice> = (0..shape.practices).map(practice).collect();
    let of =
        |keep: &dyn Fn(usize) -> bool| (0..shape.practices).filter(|&index| keep(index)).collect();
    let stages = [
        "Grundlæggende drift",
        "Forbedrende drift",
        "Forretningsstøttende drift",
    ];
    Model {
        id: "test".into(),
        version: "1.0.0".into(),
        languages: vec!["da".into(), "en".into()],
        title: both("Prøve", "Test"),
        instruction: both("", ""),
        provenance: Provenance {
            licence: String::new(),
            status: both("", ""),
            sources: Vec::new(),
        },
        minimum_layers: 2,
        layers: Vec::new(),
        disciplines: (0..shape.disciplines)
            .map(|discipline| Discipline {
                id: ids[discipline % 5].0.into(),
                name: both(ids[discipline % 5].1, ids[discipline % 5].1),
                practices: of(&|index| discipline_of(index) == discipline),
            })
            .collect(),
        plateaus: (0..shape.plateaus)
            .map(|plateau| Plateau {
                id: plateau + 1,
                name: both(stages[plateau % 3], stages[plateau % 3]),
                definition: both("", ""),
                practices: of(&|index| plateau_of(index) == plateau),
                name_basis: Basis::Attested,
                definition_basis: Basis::Attested,
                gate: Gate {
                    level: scale.level(shape.levels.min(3) as u64).unwrap(),
                    across_units: true,
                    basis: Basis::Attested,
                },
            })
            .collect(),
        scale,
        practices,
        retired: Vec::new(),
        overlay: None,
    }
}

/// A top unit with so many parts, so many waves, and two roles.
pub fn assessment(model: &Model, parts: usize, waves: usize) -> Assessment {
    let names = [
        "Realkredit",
        "Privatlån",
        "Erhvervslån og leasing i provinsen",
        "Særlige engagementer",
    ];
    let part = |index: usize| {
        let name = format!("{} {index}", names[index % names.len()]);
        unit(&format!("u{index}"), &name, Some(0))
    };
    let units = std::iter::once(unit("u0", "Låne Service", None)).chain((1..=parts).map(part));
    let asked = |unit| Unit {
        invited: Some(12),
        ..unit
    };
    let mut assessment = Assessment::implicit(model.practices.len());
    assessment.units = Units::new(units.map(asked).collect()).unwrap();
    assessment.waves = (0..waves)
        .map(|index| {
            wave(
                Some(&index.to_string()),
                &format!("Efterår {}", 2019 + index),
            )
        })
        .collect();
    assessment.roles = ["Leder", "Medarbejder"]
        .map(|name| Role {
            id: name.to_lowercase(),
            name: name.into(),
        })
        .into();
    assessment
}

/// Answers at each level, don't-knows, not relevant; hidden if `None`.
pub type Tally = Option<(Vec<u64>, u64, u64)>;

/// A scorecard from a tally a wave, unit (role) and practice.
pub fn scorecard(
    model: &Model,
    assessment: &Assessment,
    tally: &dyn Fn(usize, usize, Option<usize>, usize) -> Tally,
) -> Scorecard {
    let profile = |wave: usize, unit: usize| {
        let scores: Vec<Score> = (0..model.practices.len())
            .map(|practice| score(model, practice, tally(wave, unit, None, practice)))
            .collect();
        let role = |role: usize| RoleProfile {
            role: Some(role),
            respondents: Shown::Hidden,
            cells: (0..model.practices.len())
                .map(|practice| match tally(wave, unit, Some(role), practice) {
                    Some((counts, _, _)) => Shown::Shown(RoleCell {
                        n: counts.iter().sum(),
                        mean: mean(&counts),
                    }),
                    None => Shown::Hidden,
                })
                .collect(),
        };
        let roles = (0..assessment.roles.len()).map(role).collect();
        Profile {
            respondents: 44,
            invited: Some(47),
            roles,
            ..profile_of(model, unit, scores)
        }
    };
    Scorecard {
        waves: (0..assessment.waves.len())
            .map(|wave| WaveCard {
                straight_lined: None,
                date: None,
                profiles: (0..assessment.units.len())
                    .map(|unit| profile(wave, unit))
                    .collect(),
            })
            .collect(),
    }
}

fn mean(counts: &[u64]) -> Option<Fraction> {
    let n: u64 = counts.iter().sum();
    let sum: u64 = counts
        .iter()
        .zip(1..)
        .map(|(count, level)| count * level)
        .sum();
    (n > 0).then(|| Fraction::new(sum.into(), n.into()))
}

fn score(model: &Model, practice: usize, tally: Tally) -> Score {
    let gate = model.gate_of(practice).level;
    let mut score = Score {
        figures: Shown::Hidden,
        standing: Standing::Undecided(Undecided::Hidden),
        target: Some(gate),
        ..unanswered(practice, model.scale.len())
    };
    let Some((counts, dont_know, not_relevant)) = tally else {
        return score;
    };
    let n: u64 = counts.iter().sum();
    let above = |level: usize| counts[level - 1..].iter().sum::<u64>();
    let median = (1..=counts.len()).rev().find(|&level| 2 * above(level) > n);
    let median = median
        .filter(|_| n > 0)
        .and_then(|level| model.scale.level(level as u64));
    let covered = 2 * n >= n + dont_know && n > 0;
    score.level = median.filter(|_| covered);
    score.points = mean(&counts);
    let share = above(gate.number().into());
    score.standing = match score.level {
        None if n == 0 => Standing::Undecided(Undecided::Unanswered),
        None => Standing::Undecided(Undecided::ThinlyCovered),
        Some(level) if level >= gate => Standing::Met {
            margin: Some(share - n / 2),
        },
        Some(_) => Standing::Below {
            distance: Some(n / 2 + 1 - share),
        },
    };
    if n == 0 && not_relevant > 0 {
        (score.relevance, score.standing) = (Relevance::NotRelevant, Standing::Outside);
    }
    let middle = median.map_or(0, |level| level.number().into());
    let away: usize = counts
        .iter()
        .enumerate()
        .map(|(index, &count)| (index + 1).abs_diff(middle) * count as usize)
        .sum();
    let average = score.points.as_ref().map_or(0.0, Fraction::to_f64);
    let squares: f64 = counts
        .iter()
        .zip(1_u8..)
        .map(|(&count, level)| count as f64 * (f64::from(level) - average).powi(2))
        .sum();
    score.figures = Shown::Shown(Figures {
        n,
        dont_know,
        not_relevant,
        // Even where nobody rated it, people were asked.
        blank: 5,
        coverage: None,
        mean: score.points.clone(),
        sd: (n > 1).then(|| (squares / (n - 1) as f64).sqrt()),
        median,
        share_at_gate: (n > 0).then(|| Fraction::new(share.into(), n.into())),
        agreement: (n > 1).then(|| Agreement {
            a: 0.0,
            ad: Fraction::new(away as i128, n.into()),
            disputed: away * 6 > n as usize * counts.len(),
        }),
        counts,
    });
    score
}
