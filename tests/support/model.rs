//! A model built by hand.

use plateau::model::{
    Basis, Confidence, Discipline, Gate, LevelText, Model, Placement, Plateau, Practice,
    Provenance, Scale, Text,
};

/// A model with so many levels, still without plateaus.
pub fn model(levels: usize) -> ModelBuilder {
    ModelBuilder {
        levels,
        gates: Vec::new(),
        practices: Vec::new(),
    }
}

/// A model in the making.
pub struct ModelBuilder {
    levels: usize,
    gates: Vec<(u64, bool)>,
    practices: Vec<(String, usize)>,
}

impl ModelBuilder {
    /// One more plateau, whose gate asks for this level.
    pub fn plateau(mut self, gate: u64) -> Self {
        self.gates.push((gate, false));
        self
    }

    /// One more plateau, whose gate asks for this level in every part of the unit.
    pub fn common_plateau(mut self, gate: u64) -> Self {
        self.gates.push((gate, true));
        self
    }

    /// One more practice on the last plateau; its discipline is what comes before the hyphen.
    pub fn practice(mut self, id: &str) -> Self {
        let plateau = self.gates.len() - 1;
        self.practices.push((id.to_owned(), plateau));
        self
    }

    /// The model.
    pub fn build(self) -> Model {
        let scale = Scale::new((1..=self.levels).map(level_text).collect()).unwrap();
        let mut disciplines: Vec<Discipline> = Vec::new();
        let mut practices = Vec::new();
        for (index, (id, plateau)) in self.practices.iter().enumerate() {
            let group = id.split('-').next().unwrap();
            let discipline = disciplines.iter().position(|known| known.id == group);
            let discipline = discipline.unwrap_or_else(|| {
                disciplines.push(Discipline {
                    id: group.to_owned(),
                    name: text(group),
                    practices: Vec::new(),
                });
                disciplines.len() - 1
            });
            disciplines[discipline].practices.push(index);
            practices.push(practice(id, discipline, *plateau, self.levels));
        }
        let plateaus = self
            .gates
            .iter()
            .enumerate()
            .map(|(plateau, &(level, across_units))| Plateau {
                id: plateau + 1,
                name: text("plateau"),
                definition: text("what is true there"),
                practices: (0..self.practices.len())
                    .filter(|&practice| self.practices[practice].1 == plateau)
                    .collect(),
                name_basis: Basis::Attested,
                definition_basis: Basis::Attested,
                gate: Gate {
                    level: scale.level(level).unwrap(),
                    across_units,
                    basis: Basis::Reconstructed,
                },
            });
        Model {
            id: "tiny".to_owned(),
            version: "1.0.0".to_owned(),
            languages: vec!["da".to_owned()],
            title: text("A tiny model"),
            instruction: text("Choose a level"),
            provenance: Provenance {
                licence: "CC0-1.0".to_owned(),
                status: text("made up"),
                sources: Vec::new(),
            },
            minimum_layers: 2,
            layers: Vec::new(),
            plateaus: plateaus.collect(),
            scale,
            disciplines,
            practices,
            retired: Vec::new(),
            overlay: None,
        }
    }
}

fn text(words: &str) -> Text {
    Text::new("da", words)
}

fn level_text(number: usize) -> LevelText {
    LevelText {
        name: text(&format!("level {number}")),
        label: text(&format!("label {number}")),
        definition: text("what is true there"),
        name_basis: Basis::Reconstructed,
        definition_basis: Basis::Reconstructed,
    }
}

fn practice(id: &str, discipline: usize, plateau: usize, levels: usize) -> Practice {
    Practice {
        id: id.to_owned(),
        name: text(id),
        summary: text("what it is"),
        question: text("how is it?"),
        discipline,
        placement: Placement {
            plateau,
            basis: Basis::Reconstructed,
            confidence: Confidence::Medium,
            rationale: text("why"),
        },
        anchors: (1..=levels).map(|level| text(&level.to_string())).collect(),
        anchors_basis: Basis::Reconstructed,
        links_basis: Basis::Reconstructed,
        influence_basis: Basis::Reconstructed,
        links: Vec::new(),
        influence: Vec::new(),
    }
}
