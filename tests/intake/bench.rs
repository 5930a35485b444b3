//! A tiny model, and files to read with it.

use plateau::assessment::{Assessment, Role, Unit, Units, Wave};
use plateau::diagnostic::{Diagnostics, Warned};
use plateau::intake::{self, Answer, Content, Options, Read, Source, Tally};
use plateau::model::{
    Basis, Confidence, Discipline, Gate, LevelText, Model, Placement, Plateau, Practice,
    Provenance, Scale, Text,
};

pub fn words(da: &str, en: &str) -> Text {
    let mut text = Text::new("da", da);
    text.set("en", en);
    text
}

/// Three practices, two disciplines, four levels, two plateaus, two languages.
pub fn model() -> Model {
    let level = |da, en, label_da, label_en| LevelText {
        name: words(da, en),
        label: words(label_da, label_en),
        definition: words("…", "…"),
        name_basis: Basis::Attested,
        definition_basis: Basis::Attested,
    };
    let scale = Scale::new(vec![
        level("Individuel", "Individual", "Intet aftalt", "Nothing agreed"),
        level("Lokal", "Local", "Aftalt i teamet", "Agreed in the team"),
        level(
            "Fælles standardiseret",
            "Common",
            "Ens i hele enheden",
            "Same across the unit",
        ),
        level(
            "Løbende forbedret",
            "Improving",
            "Bliver bedre",
            "Gets better",
        ),
    ])
    .unwrap();
    let gate = Gate {
        level: scale.at(2),
        across_units: true,
        basis: Basis::Attested,
    };
    let practice = |id: &str, da, en, asked_da, asked_en, discipline, plateau| Practice {
        id: id.to_owned(),
        name: words(da, en),
        summary: words("…", "…"),
        question: words(asked_da, asked_en),
        discipline,
        placement: Placement {
            plateau,
            basis: Basis::Attested,
            confidence: Confidence::High,
            rationale: words("…", "…"),
        },
        anchors: (1..=4)
            .map(|n| words(&format!("{da} på trin {n}."), &format!("{en} at step {n}.")))
            .collect(),
        anchors_basis: Basis::Attested,
        links_basis: Basis::Reconstructed,
        influence_basis: Basis::Reconstructed,
        links: Vec::new(),
        influence: Vec::new(),
    };
    let plateau = |id, practices| Plateau {
        id,
        name: words("Trin", "Stage"),
        definition: words("…", "…"),
        practices,
        name_basis: Basis::Attested,
        definition_basis: Basis::Attested,
        gate: gate.clone(),
    };
    Model {
        id: "tiny".into(),
        version: "1.0.0".into(),
        languages: vec!["da".into(), "en".into()],
        title: words("Lille", "Tiny"),
        instruction: words("…", "…"),
        provenance: Provenance {
            licence: "CC0-1.0".into(),
            status: words("…", "…"),
            sources: Vec::new(),
        },
        minimum_layers: 1,
        layers: Vec::new(),
        scale,
        disciplines: vec![
            Discipline {
                id: "PRO".into(),
                name: words("Processer", "Processes"),
                practices: vec![0, 1],
            },
            Discipline {
                id: "PLA".into(),
                name: words("Planlægning", "Planning"),
                practices: vec![2],
            },
        ],
        practices: vec![
            practice(
                "PRO-1",
                "Procesoverblik",
                "Process overview",
                "Kender I processerne?",
                "Do you know the processes?",
                0,
                0,
            ),
            practice(
                "PRO-2",
                "Fejlfinding",
                "Fault finding",
                "Finder I fejlene?",
                "Do you find the faults?",
                0,
                1,
            ),
            practice(
                "PLA-4",
                "Kapacitetsstyring",
                "Capacity management",
                "Styrer I kapaciteten?",
                "Do you manage capacity?",
                1,
                0,
            ),
        ],
        plateaus: vec![plateau(1, vec![0, 2]), plateau(2, vec![1])],
        retired: vec!["PRO-3".into()],
        overlay: None,
    }
}

/// Nothing declared.
pub fn open() -> Assessment {
    Assessment::implicit(model().practices.len())
}

/// Units `dep` with parts `a` (Team A) and `b` (Team B), waves 2025 and 2026, one role.
pub fn declared() -> Assessment {
    let mut assessment = open();
    let unit = |id: &str, name: &str, parent| Unit {
        id: id.into(),
        name: name.into(),
        parent,
        invited: None,
        implicit: false,
        children: Vec::new(),
    };
    assessment.units = Units::new(vec![
        unit("dep", "Afdelingen", None),
        unit("team-a", "Hold Aksel", Some(0)),
        unit("team-b", "Hold Bodil", Some(0)),
    ])
    .unwrap();
    assessment.waves = ["2025", "2026"]
        .map(|id| Wave {
            id: Some(id.into()),
            name: format!("Efterår {id}"),
            date: None,
            answers: Vec::new(),
        })
        .to_vec();
    assessment.roles = vec![Role {
        id: "leder".into(),
        name: "Leder".into(),
    }];
    assessment.declared.units = true;
    assessment.declared.waves = true;
    assessment.declared.roles = true;
    assessment
}

pub fn file(name: &str, bytes: impl AsRef<[u8]>) -> Source {
    Source {
        content: Content::Bytes(bytes.as_ref().to_vec()),
        name: name.to_owned(),
        waves: Vec::new(),
    }
}

pub fn read_with(
    assessment: Assessment,
    sources: Vec<Source>,
    lenient: bool,
) -> Result<Warned<Read>, Diagnostics> {
    intake::read(&model(), assessment, sources, Options { lenient })
}

/// Reads one file of which nothing is declared, and which has nothing wrong.
pub fn read(text: impl AsRef<[u8]>) -> Read {
    let warned = read_with(open(), vec![file("answers.csv", text)], false);
    let warned = warned.unwrap_or_else(|problems| panic!("{problems}"));
    assert!(
        warned.warnings.is_empty(),
        "{}",
        warned.warnings.render(false)
    );
    warned.value
}

/// What is wrong with one file of which nothing is declared.
pub fn problems(text: impl AsRef<[u8]>) -> String {
    match read_with(open(), vec![file("answers.csv", text)], false) {
        Ok(warned) => warned.warnings.render(false),
        Err(problems) => problems.render(false),
    }
}

/// Level counts, don't know, not relevant and blank.
pub fn counts(tally: Tally<'_>) -> Vec<u64> {
    let levels = tally.counts().iter().map(|&count| u64::from(count));
    let rest = [tally.dont_know(), tally.not_relevant(), tally.blank()];
    levels.chain(rest).collect()
}

pub fn rated(number: u64) -> Answer {
    Answer::Rated(model().scale.level(number).unwrap())
}
