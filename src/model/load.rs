//! Model folder → [`Model`]: resolves ids and collects every fault.

use std::collections::BTreeMap;
use std::path::Path;

use crate::diagnostic::code::{M018, M019, M025, M026, M027, M028};
use crate::diagnostic::{Diagnostic, Diagnostics, Warned};

use super::folder::Folder;
use super::parsed::{Parsed, read};
use super::toml::{At, Part};
use super::{
    Discipline, Gate, Influence, Layer, LevelText, Model, Placement, Plateau, Practice, Provenance,
    Scale, Text, check, embedded, file,
};

/// The model that the program carries.
///
/// # Errors
/// None: the tests load it.
pub fn shipped() -> Result<Warned<Model>, Diagnostics> {
    build(&embedded::folder())
}

/// The model in a folder.
///
/// # Errors
/// Every fault of the folder with its place; faults of form hide those of meaning.
pub fn load(dir: &Path) -> Result<Warned<Model>, Diagnostics> {
    build(&Folder::read(dir)?)
}

fn build(folder: &Folder<'_>) -> Result<Warned<Model>, Diagnostics> {
    let mut problems = Diagnostics::new();
    let Some(parsed) = read(folder, &mut problems) else {
        return Err(problems);
    };
    let model = whole(&parsed, &mut problems);
    let problems = problems.in_order_of(parsed.files());
    match model {
        Some(model) => problems.guard(model),
        None => Err(problems),
    }
}

/// The model, if there is enough of it to make sense.
fn whole(parsed: &Parsed<'_>, problems: &mut Diagnostics) -> Option<Model> {
    if !check::check(parsed, problems) {
        return None;
    }
    let levels = parsed.model.says.levels.iter();
    let scale = Scale::new(levels.map(|level| Words(parsed).level(level)).collect())?;
    Some(resolve(parsed, scale, problems))
}

/// The words of the base files joined with their translations. Where a translation lacks
/// some, the check has said so.
#[derive(Clone, Copy)]
struct Words<'a>(&'a Parsed<'a>);

impl Words<'_> {
    fn join(
        self,
        base: &At<String>,
        pick: impl Fn(&file::Translation) -> Option<&At<String>>,
    ) -> Text {
        let mut text = Text::new(self.0.model.says.language.as_str(), base.as_str());
        for translation in &self.0.translations {
            if let Some(words) = pick(&translation.part.says) {
                text.set(&translation.language, words.as_str());
            }
        }
        text
    }

    fn level(self, level: &file::Level) -> LevelText {
        let key = level.id.to_string();
        LevelText {
            name: self.join(&level.name, |t| t.levels.value(key.as_str())?.name.as_ref()),
            label: self.join(&level.label, |t| {
                t.levels.value(key.as_str())?.label.as_ref()
            }),
            definition: self.join(&level.definition, |t| {
                t.levels.value(key.as_str())?.definition.as_ref()
            }),
            name_basis: level.basis.name,
            definition_basis: level.basis.definition,
        }
    }

    fn layer(self, layer: &file::Layer) -> Layer {
        Layer {
            id: layer.id.to_string(),
            name: self.join(&layer.name, |t| t.layers.value(layer.id.as_str())),
        }
    }

    fn provenance(self, provenance: &file::Provenance) -> Provenance {
        Provenance {
            licence: provenance.licence.to_string(),
            status: self.join(&provenance.status, |t| t.status.as_ref()),
            sources: provenance.sources.iter().map(|s| s.to_string()).collect(),
        }
    }
}

fn resolve(parsed: &Parsed<'_>, scale: Scale, problems: &mut Diagnostics) -> Model {
    let says = &parsed.model.says;
    let words = Words(parsed);
    let practices = practices(parsed, problems);
    Model {
        id: says.id.to_string(),
        version: says.version.to_string(),
        languages: std::iter::once(says.language.to_string())
            .chain(parsed.translations.iter().map(|t| t.language.clone()))
            .collect(),
        title: words.join(&says.title, |t| t.title.as_ref()),
        instruction: words.join(&says.instruction, |t| t.instruction.as_ref()),
        provenance: words.provenance(&says.provenance),
        minimum_layers: usize::try_from(*says.minimum_layers).unwrap_or(usize::MAX),
        layers: says.layers.iter().map(|layer| words.layer(layer)).collect(),
        disciplines: disciplines(parsed),
        plateaus: plateaus(parsed, &scale, &practices, problems),
        scale,
        practices,
        retired: says.retired.iter().map(|id| id.to_string()).collect(),
        overlay: None,
    }
}

fn disciplines(parsed: &Parsed<'_>) -> Vec<Discipline> {
    let mut next = 0;
    let mut list = Vec::new();
    for part in &parsed.disciplines {
        let id = part.says.id.as_str();
        let first = next;
        next += part.says.practices.len();
        list.push(Discipline {
            id: id.to_owned(),
            name: Words(parsed).join(&part.says.name, |t| t.disciplines.value(id)),
            practices: (first..next).collect(),
        });
    }
    list
}

fn plateaus(
    parsed: &Parsed<'_>,
    scale: &Scale,
    practices: &[Practice],
    problems: &mut Diagnostics,
) -> Vec<Plateau> {
    let mut list = Vec::new();
    for (index, plateau) in parsed.model.says.plateaus.iter().enumerate() {
        let level = scale.level(*plateau.gate.level).unwrap_or_else(|| {
            let wrong = *plateau.gate.level;
            problems.push(
                Diagnostic::error(&M018, format!("the scale has no level {wrong}"))
                    .at(parsed.model.at(&plateau.gate.level))
                    .help(format!("name a level from 1 to {}", scale.len())),
            );
            scale.highest()
        });
        let key = plateau.id.to_string();
        let words = Words(parsed);
        list.push(Plateau {
            id: index + 1,
            name: words.join(&plateau.name, |t| {
                t.plateaus.value(key.as_str())?.name.as_ref()
            }),
            definition: words.join(&plateau.definition, |t| {
                t.plateaus.value(key.as_str())?.definition.as_ref()
            }),
            name_basis: plateau.basis.name,
            definition_basis: plateau.basis.definition,
            practices: (0..practices.len())
                .filter(|&p| practices[p].placement.plateau == index)
                .collect(),
            gate: Gate {
                level,
                across_units: plateau.gate.across_units,
                basis: plateau.gate.basis,
            },
        });
    }
    list
}

fn practices(parsed: &Parsed<'_>, problems: &mut Diagnostics) -> Vec<Practice> {
    let ids = parsed.practices().enumerate();
    let ids: BTreeMap<&str, usize> = ids.map(|(i, (_, p))| (p.id.as_str(), i)).collect();
    let mut list = Vec::new();
    for (discipline, part) in parsed.disciplines.iter().enumerate() {
        for practice in &part.says.practices {
            let words = PracticeWords {
                words: Words(parsed),
                id: &practice.id,
            };
            list.push(Practice {
                id: practice.id.to_string(),
                name: words.join(&practice.name, |w| w.name.as_ref()),
                summary: words.join(&practice.summary, |w| w.summary.as_ref()),
                question: words.join(&practice.question, |w| w.question.as_ref()),
                discipline,
                placement: placement(parsed, part, practice, words, problems),
                anchors: words.anchors(practice),
                anchors_basis: practice.basis.anchors,
                links: links(part, practice, &ids, problems),
                links_basis: practice.basis.links,
                influence: influence(parsed, part, practice, problems),
                influence_basis: practice.basis.influence,
            });
        }
    }
    list
}

/// The words of one practice joined with their translations.
#[derive(Clone, Copy)]
struct PracticeWords<'a> {
    words: Words<'a>,
    id: &'a str,
}

impl PracticeWords<'_> {
    fn join(
        self,
        base: &At<String>,
        pick: impl Fn(&file::PracticeWords) -> Option<&At<String>>,
    ) -> Text {
        self.words.join(base, |t| pick(t.practices.value(self.id)?))
    }

    fn anchors(self, practice: &file::Practice) -> Vec<Text> {
        let anchors = practice.anchors.iter().enumerate();
        anchors
            .map(|(level, anchor)| self.join(anchor, |w| w.anchors.as_ref()?.get(level)))
            .collect()
    }
}

fn placement(
    parsed: &Parsed<'_>,
    part: &Part<'_, file::Discipline>,
    practice: &file::Practice,
    words: PracticeWords<'_>,
    problems: &mut Diagnostics,
) -> Placement {
    let placement = &practice.placement;
    let wanted = *placement.plateau;
    let plateaus = &parsed.model.says.plateaus;
    let found = plateaus.iter().position(|plateau| *plateau.id == wanted);
    if found.is_none() {
        let known = plateaus.iter().map(|plateau| plateau.id.to_string());
        let problem = unknown_plateau(wanted, known);
        problems.push(problem.at(part.at(&placement.plateau)));
    }
    Placement {
        plateau: found.unwrap_or_default(),
        basis: placement.basis,
        confidence: placement.confidence,
        rationale: words.join(&placement.rationale, |w| w.rationale.as_ref()),
    }
}

/// The complaint about a plateau that a model does not have.
pub(super) fn unknown_plateau(wanted: u64, known: impl Iterator<Item = String>) -> Diagnostic {
    let known: Vec<String> = known.collect();
    Diagnostic::error(&M019, format!("the model has no plateau {wanted}"))
        .help(format!("name one of its plateaus: {}", known.join(", ")))
}

fn links(
    part: &Part<'_, file::Discipline>,
    practice: &file::Practice,
    ids: &BTreeMap<&str, usize>,
    problems: &mut Diagnostics,
) -> Vec<usize> {
    let mut links = Vec::new();
    for link in &practice.links {
        let id = practice.id.as_str();
        match ids.get(link.as_str()) {
            None => problems.push(
                Diagnostic::error(&M025, format!("there is no practice `{}`", link.as_str()))
                    .at(part.at(link))
                    .suggest(link, ids.keys().copied())
                    .help("link to the id of a practice of this model"),
            ),
            Some(_) if link.as_str() == id => problems.push(
                Diagnostic::error(&M026, format!("`{id}` is linked to itself"))
                    .at(part.at(link))
                    .help("remove it from `links`"),
            ),
            Some(index) if links.contains(index) => problems.push(
                Diagnostic::error(&M026, format!("`{}` is linked twice", link.as_str()))
                    .at(part.at(link))
                    .help("remove one of the two from `links`"),
            ),
            Some(&index) => links.push(index),
        }
    }
    links
}

fn influence(
    parsed: &Parsed<'_>,
    part: &Part<'_, file::Discipline>,
    practice: &file::Practice,
    problems: &mut Diagnostics,
) -> Vec<Influence> {
    let layers = &parsed.model.says.layers;
    for layer in practice.influence.keys() {
        if !layers.iter().any(|known| known.id == *layer) {
            problems.push(
                Diagnostic::error(
                    &M027,
                    format!("the model has no layer `{}`", layer.as_str()),
                )
                .at(part.at(layer))
                .suggest(layer, layers.iter().map(|known| known.id.as_str()))
                .help("name a layer that `model.toml` lists under `[[layers]]`"),
            );
        }
    }
    let mut list = Vec::new();
    for layer in layers {
        let found = practice.influence.value(layer.id.as_str()).copied();
        if found.is_none() {
            let (id, layer) = (practice.id.as_str(), layer.id.as_str());
            problems.push(
                Diagnostic::error(&M028, format!("`{id}` does not say what `{layer}` can do"))
                    .at(part.at(&practice.id))
                    .help(format!("add `{layer}` to its `influence`")),
            );
        }
        list.push(found.unwrap_or(Influence::Limited));
    }
    list
}
