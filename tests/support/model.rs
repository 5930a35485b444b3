//! Models built by hand in the words of the domain, of whatever dimensions a test needs.

use plateau::model::{
    Basis, Confidence, Discipline, Gate, LevelText, Model, Placement, Plateau, Practice,
    Provenance, Scale, Text,
};

/// Words in one language.
pub fn danish(words: &str) -> Text {
    Text::new("da", words)
}

/// Words in two languages.
pub fn both(da: &str, en: &str) -> Text {
    let mut text = danish(da);
    text.set("en", en);
    text
}

/// A model with so many levels, still without plateaus.
pub fn model(levels: usize) -> ModelBuilder {
    let name = |number: usize| danish(&format!("level {number}"));
    let label = |number: usize| danish(&format!("label {number}"));
    model_of((1..=levels).map(|number| (name(number), label(number))))
}

/// A model with levels of these names and labels, still without plateaus.
pub fn model_of(levels: impl IntoIterator<Item = (Text, Text)>) -> ModelBuilder {
    let level = |(name, label)| LevelText {
        name,
        label,
        definition: danish("what is true there"),
        name_basis: Basis::Attested,
        definition_basis: Basis::Attested,
    };
    ModelBuilder {
        scale: Scale::new(levels.into_iter().map(level).collect()).unwrap(),
        plateaus: Vec::new(),
        current: 0,
        disciplines: Vec::new(),
        practices: Vec::new(),
    }
}

/// A model in the making.
pub struct ModelBuilder {
    scale: Scale,
    plateaus: Vec<Plateau>,
    current: usize,
    disciplines: Vec<Discipline>,
    practices: Vec<Practice>,
}

impl ModelBuilder {
    /// One more plateau, whose gate asks for this level.
    pub fn plateau(self, gate: u64) -> Self {
        self.add_plateau(gate, false)
    }

    /// One more plateau, whose gate asks for this level in every part of the unit.
    pub fn common_plateau(self, gate: u64) -> Self {
        self.add_plateau(gate, true)
    }

    /// The practices that follow are on an earlier plateau, by its number; usually they are on the last.
    pub fn on(mut self, plateau: usize) -> Self {
        self.current = plateau - 1;
        self
    }

    /// One more practice; its discipline is what comes before the hyphen.
    pub fn practice(self, id: &str) -> Self {
        let name = danish(id);
        self.practice_called(id, name)
    }

    /// One more practice with a name, of which its question and anchors are made.
    pub fn practice_called(mut self, id: &str, name: Text) -> Self {
        let discipline = self.discipline(id);
        let index = self.practices.len();
        self.disciplines[discipline].practices.push(index);
        self.plateaus[self.current].practices.push(index);
        let anchors = self.scale.levels().map(|level| level.number());
        let anchors = anchors.map(|n| {
            said_of(
                &name,
                |da| format!("{da} på trin {n}."),
                |en| format!("{en} at step {n}."),
            )
        });
        self.practices.push(Practice {
            id: id.to_owned(),
            summary: said_of(
                &name,
                |da| format!("{da} i korthed."),
                |en| format!("{en} in short."),
            ),
            question: said_of(
                &name,
                |da| format!("Hvordan går det med {da}?"),
                |en| format!("How is {en}?"),
            ),
            discipline,
            placement: Placement {
                plateau: self.current,
                basis: Basis::Attested,
                confidence: Confidence::Medium,
                rationale: both("Det hører hjemme her.", "It belongs here."),
            },
            anchors: anchors.collect(),
            anchors_basis: Basis::Attested,
            links: Vec::new(),
            links_basis: Basis::Attested,
            influence: Vec::new(),
            influence_basis: Basis::Attested,
            name,
        });
        self
    }

    /// The model.
    pub fn build(self) -> Model {
        let bilingual = self
            .practices
            .iter()
            .any(|practice| practice.name.speaks("en"));
        let languages = if bilingual {
            vec!["da", "en"]
        } else {
            vec!["da"]
        };
        Model {
            id: "tiny".to_owned(),
            version: "1.0.0".to_owned(),
            languages: languages.into_iter().map(str::to_owned).collect(),
            title: both("Lille", "Tiny"),
            instruction: both("Vælg et niveau", "Choose a level"),
            provenance: Provenance {
                licence: "CC0-1.0".to_owned(),
                status: both("Opdigtet til prøver.", "Made up for tests."),
                sources: Vec::new(),
            },
            minimum_layers: 2,
            layers: Vec::new(),
            scale: self.scale,
            disciplines: self.disciplines,
            practices: self.practices,
            plateaus: self.plateaus,
            retired: Vec::new(),
            overlay: None,
        }
    }

    fn add_plateau(mut self, gate: u64, across_units: bool) -> Self {
        self.current = self.plateaus.len();
        self.plateaus.push(Plateau {
            id: self.current + 1,
            name: danish("plateau"),
            definition: danish("what is true there"),
            practices: Vec::new(),
            name_basis: Basis::Attested,
            definition_basis: Basis::Attested,
            gate: Gate {
                level: self.scale.level(gate).unwrap(),
                across_units,
                basis: Basis::Attested,
            },
        });
        self
    }

    /// The discipline of a practice, which may be a new one.
    fn discipline(&mut self, practice: &str) -> usize {
        let id = practice.split('-').next().unwrap();
        let known = self.disciplines.iter().position(|known| known.id == id);
        known.unwrap_or_else(|| {
            self.disciplines.push(Discipline {
                id: id.to_owned(),
                name: danish(id),
                practices: Vec::new(),
            });
            self.disciplines.len() - 1
        })
    }
}

/// A sentence about a name in each language that it speaks.
fn said_of(name: &Text, da: impl Fn(&str) -> String, en: impl Fn(&str) -> String) -> Text {
    let mut text = danish(&da(name.get("da")));
    if name.speaks("en") {
        text.set("en", en(name.get("en")));
    }
    text
}
