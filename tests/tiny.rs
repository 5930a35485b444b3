//! A model of other dimensions than the shipped one, made by hand.

use plateau::model::{
    Basis, Confidence, Discipline, Gate, LevelText, Model, Placement, Plateau, Practice,
    Provenance, Scale, Text,
};

fn text(words: &str) -> Text {
    Text::new("da", words)
}

/// Three practices in two disciplines, four levels, two plateaus.
pub fn tiny_model() -> Model {
    let level = |name: &str| LevelText {
        name: text(name),
        label: text(name),
        definition: text(name),
        name_basis: Basis::Attested,
        definition_basis: Basis::Attested,
    };
    let scale = Scale::new(["Intet", "Noget", "Meget", "Alt"].map(level).to_vec()).unwrap();
    let gate = Gate {
        level: scale.at(2),
        across_units: true,
        basis: Basis::Attested,
    };
    let practice = |id: &str, name: &str, discipline, plateau| Practice {
        id: id.into(),
        name: text(name),
        summary: text(name),
        question: text(&format!("Hvor \"godt\" går {name}; ærligt?")),
        discipline,
        placement: Placement {
            plateau,
            basis: Basis::Attested,
            confidence: Confidence::High,
            rationale: text(name),
        },
        anchors: vec![text(name); scale.len()],
        anchors_basis: Basis::Attested,
        links_basis: Basis::Reconstructed,
        influence_basis: Basis::Reconstructed,
        links: Vec::new(),
        influence: Vec::new(),
    };
    let plateau = |id, practices: &[usize]| Plateau {
        id,
        name: text("Plateau"),
        definition: text("Plateau"),
        practices: practices.to_vec(),
        name_basis: Basis::Attested,
        definition_basis: Basis::Attested,
        gate: gate.clone(),
    };
    let discipline = |id: &str, practices: &[usize]| Discipline {
        id: id.into(),
        name: text(id),
        practices: practices.to_vec(),
    };
    Model {
        id: "tiny".into(),
        version: "1.0.0".into(),
        languages: vec!["da".into()],
        title: text("Lille"),
        instruction: text("Svar"),
        provenance: Provenance {
            licence: "CC0-1.0".into(),
            status: text("Opdigtet"),
            sources: Vec::new(),
        },
        minimum_layers: 2,
        layers: Vec::new(),
        disciplines: vec![discipline("PLAN", &[0, 1]), discipline("FOLK", &[2])],
        practices: vec![
            practice("PLAN-1", "Planlægning", 0, 0),
            practice("PLAN-2", "=Opfølgning", 0, 1),
            practice("FOLK-1", "Oplæring", 1, 0),
        ],
        plateaus: vec![plateau(1, &[0, 2]), plateau(2, &[1])],
        retired: vec!["FOLK-9".into()],
        overlay: None,
        scale,
    }
}
