//! An overlay: level names, anchors and placements that replace a model's own, by id.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::diagnostic::code::{M003, M024, M032, M033, M034, M035, M036, M037, M038};
use crate::diagnostic::{Diagnostic, Diagnostics, Location, Warned};

use super::check::{alike, empty_plateau, not_empty, wrong_number_of_anchors};
use super::folder::toml_files;
use super::load::unknown_plateau;
use super::toml::{At, Part, parse, read_text};
use super::{Confidence, Level, Model, Text, file};

/// The model with an overlay laid over it: a TOML file, or a folder of them.
///
/// # Errors
/// Every fault of the overlay with its place.
pub fn overlay(model: Model, path: &Path) -> Result<Warned<Model>, Diagnostics> {
    let texts = read(path)?;
    let mut problems = Diagnostics::new();
    let mut parts: Vec<Part<'_, file::Overlay>> = Vec::new();
    for (name, text) in &texts {
        let part = parse(name.clone(), text.as_str(), &file::NUMBERED, &mut problems);
        parts.extend(part);
    }
    if parts.len() < texts.len() {
        return Err(problems);
    }
    let mut laying = Laying {
        model,
        replaced: BTreeSet::new(),
        problems,
    };
    for part in &parts {
        laying.lay(part);
    }
    laying.settle(&path.display().to_string());
    let titles: BTreeSet<&str> = parts.iter().map(|part| part.says.title.as_str()).collect();
    laying.model.overlay = Some(titles.into_iter().collect::<Vec<_>>().join("; "));
    let files = parts.iter().map(|part| part.name.as_str());
    laying.problems.in_order_of(files).guard(laying.model)
}

/// The overlay's files as name and text.
fn read(path: &Path) -> Result<Vec<(String, String)>, Diagnostics> {
    let name = path.display().to_string();
    let files: Vec<PathBuf> = if path.is_dir() {
        toml_files(path)?
            .iter()
            .map(|file| path.join(file))
            .collect()
    } else if path.exists() {
        vec![path.to_owned()]
    } else {
        return Err(Diagnostic::error(&M032, format!("there is no `{name}`"))
            .at(Location::File(name))
            .help("name an overlay's TOML file, or a folder of them")
            .into());
    };
    if files.is_empty() {
        return Err(
            Diagnostic::error(&M032, format!("`{name}` holds no TOML file"))
                .at(Location::File(name))
                .help("name an overlay's TOML file, or a folder of them")
                .into(),
        );
    }
    let mut problems = Diagnostics::new();
    let mut texts = Vec::new();
    for file in files {
        match read_text(&file, &M003) {
            Ok(text) => texts.push((file.display().to_string(), text)),
            Err(more) => problems.append(more),
        }
    }
    problems.guard(texts).map(|read| read.value)
}

/// A model on which overlay files are being laid.
struct Laying {
    model: Model,
    /// What has been replaced, as dotted keys.
    replaced: BTreeSet<String>,
    problems: Diagnostics,
}

impl Laying {
    fn lay(&mut self, part: &Part<'_, file::Overlay>) {
        let says = &part.says;
        not_empty(part.word(&says.title), &mut self.problems);
        if *says.model != self.model.id {
            let (wanted, found) = (says.model.as_str(), self.model.id.clone());
            self.problems.push(
                Diagnostic::error(
                    &M033,
                    format!("this overlay is for `{wanted}`, not `{found}`"),
                )
                .at(part.at(&says.model))
                .help("choose the model with `--model`, or an overlay that fits this one"),
            );
            return;
        }
        if says.levels.is_empty() && says.practices.is_empty() {
            self.problems.push(
                Diagnostic::warning(&M038, "this overlay replaces nothing")
                    .at(part.whole())
                    .help("add tables such as `[levels.1]` or `[practices.ID]`"),
            );
        }
        let mut words = Words {
            part,
            kept: BTreeMap::new(),
        };
        for (number, change) in says.levels.iter() {
            self.level(&mut words, number, change);
        }
        for (id, change) in says.practices.iter() {
            self.practice(&mut words, id, change);
        }
        for (language, count) in words.kept {
            let texts = if count == 1 {
                "text keeps"
            } else {
                "texts keep"
            };
            let message = format!("{count} replaced {texts} the model's wording in `{language}`");
            self.problems.push(
                Diagnostic::warning(&M037, message)
                    .at(part.whole())
                    .help(format!(
                        "say them in `{language}` too, or use reports in another language"
                    )),
            );
        }
    }

    fn level(&mut self, words: &mut Words<'_>, number: &At<String>, change: &file::LevelChange) {
        let scale = &self.model.scale;
        let Some(level) = number.parse().ok().and_then(|number| scale.level(number)) else {
            let count = scale.len();
            let message = format!("the scale has no level `{}`", number.as_str());
            self.problems.push(
                Diagnostic::error(&M034, message)
                    .at(words.part.at(number))
                    .help(format!("name a level from 1 to {count}")),
            );
            return;
        };
        let basis = change.basis.unwrap_or(words.part.says.basis);
        let key = format!("levels.{}", level.number());
        let mut text = self.model.scale.text(level).clone();
        if self.words(words, &format!("{key}.name"), &change.name, &mut text.name) {
            text.name_basis = basis;
        }
        self.words(
            words,
            &format!("{key}.label"),
            &change.label,
            &mut text.label,
        );
        let definition = &mut text.definition;
        if self.words(
            words,
            &format!("{key}.definition"),
            &change.definition,
            definition,
        ) {
            text.definition_basis = basis;
        }
        self.model.scale.set_text(level, text);
    }

    fn practice(&mut self, words: &mut Words<'_>, id: &At<String>, change: &file::PracticeChange) {
        let practices = &self.model.practices;
        let Some(index) = practices.iter().position(|practice| practice.id == **id) else {
            let message = format!("there is no practice `{}`", id.as_str());
            self.problems.push(
                Diagnostic::error(&M034, message)
                    .at(words.part.at(id))
                    .suggest(id, practices.iter().map(|practice| practice.id.as_str()))
                    .help("use the ids that `plateau model show` lists"),
            );
            return;
        };
        self.placement(words, index, id, change);
        self.anchors(words, index, id, change);
    }

    fn placement(
        &mut self,
        words: &mut Words<'_>,
        index: usize,
        id: &At<String>,
        change: &file::PracticeChange,
    ) {
        let part = words.part;
        let mut placement = self.model.practices[index].placement.clone();
        if let Some(plateau) = &change.plateau {
            let key = format!("practices.{}.plateau", id.as_str());
            self.once(key, part.at(plateau));
            let count = self.model.plateaus.len();
            let number = usize::try_from(**plateau).unwrap_or(usize::MAX);
            if !(1..=count).contains(&number) {
                let known = (1..=count).map(|number| number.to_string());
                let problem = unknown_plateau(**plateau, known).at(part.at(plateau));
                self.problems.push(problem);
                return;
            }
            placement.plateau = number - 1;
            placement.basis = change.basis.unwrap_or(part.says.basis);
            placement.confidence = change.confidence.unwrap_or(Confidence::High);
            // The model's own reason argued for the model's own placement.
            placement.rationale = Text::new(self.model.base_language(), part.says.title.as_str());
        } else if let Some(confidence) = change.confidence {
            placement.confidence = confidence;
        }
        let key = format!("practices.{}.rationale", id.as_str());
        self.words(words, &key, &change.rationale, &mut placement.rationale);
        self.model.practices[index].placement = placement;
    }

    fn anchors(
        &mut self,
        words: &mut Words<'_>,
        index: usize,
        id: &At<String>,
        change: &file::PracticeChange,
    ) {
        let part = words.part;
        let levels = self.model.scale.len();
        for (language, anchors) in change.anchors.iter() {
            if !self.speaks(part, language) {
                continue;
            }
            let key = format!("practices.{}.anchors.{}", id.as_str(), language.as_str());
            self.once(key, part.at(language));
            if anchors.len() != levels {
                let problem = wrong_number_of_anchors(id, anchors.len(), levels);
                self.problems.push(problem.at(part.at(anchors)));
                continue;
            }
            let new = anchors.iter().map(|anchor| part.word(anchor));
            alike("level", new.enumerate(), &mut self.problems);
            let practice = &mut self.model.practices[index];
            practice.anchors_basis = change.basis.unwrap_or(part.says.basis);
            for (text, anchor) in practice.anchors.iter_mut().zip(anchors.iter()) {
                not_empty(part.word(anchor), &mut self.problems);
                text.set(language, anchor.as_str());
            }
        }
        if !change.anchors.is_empty() {
            words.keep(&self.model, levels, |l| change.anchors.value(l).is_some());
        }
    }

    /// Replaces words by language; says whether there were any.
    fn words(
        &mut self,
        words: &mut Words<'_>,
        key: &str,
        change: &file::Words,
        text: &mut Text,
    ) -> bool {
        for (language, new) in change.iter() {
            if self.speaks(words.part, language) {
                let key = format!("{key}.{}", language.as_str());
                self.once(key, words.part.at(language));
                not_empty(words.part.word(new), &mut self.problems);
                text.set(language, new.as_str());
            }
        }
        if !change.is_empty() {
            words.keep(&self.model, 1, |language| change.value(language).is_some());
        }
        !change.is_empty()
    }

    fn speaks(&mut self, part: &Part<'_, file::Overlay>, language: &At<String>) -> bool {
        let languages = &self.model.languages;
        let speaks = languages.iter().any(|known| *known == **language);
        if !speaks {
            let message = format!("the model does not speak `{}`", language.as_str());
            let known = languages.join("`, `");
            self.problems.push(
                Diagnostic::error(&M035, message)
                    .at(part.at(language))
                    .help(format!("its languages are `{known}`")),
            );
        }
        speaks
    }

    fn once(&mut self, key: String, location: Location) {
        if self.replaced.contains(&key) {
            self.problems.push(
                Diagnostic::error(&M036, format!("`{key}` is replaced a second time"))
                    .at(location)
                    .help("keep one of the two"),
            );
        }
        self.replaced.insert(key);
    }

    /// Puts the plateaus' lists right, and checks what only the whole can show.
    fn settle(&mut self, name: &str) {
        let location = Location::File(name.to_owned());
        let practices = &self.model.practices;
        for (index, plateau) in self.model.plateaus.iter_mut().enumerate() {
            plateau.practices = (0..practices.len())
                .filter(|&p| practices[p].placement.plateau == index)
                .collect();
            if plateau.practices.is_empty() {
                let problem = empty_plateau(plateau.id as u64);
                self.problems.push(problem.at(location.clone()));
            }
        }
        let scale = &self.model.scale;
        let mut seen: BTreeMap<(String, String), Level> = BTreeMap::new();
        for level in scale.levels() {
            let text = scale.text(level);
            for language in &self.model.languages {
                for words in [text.name.get(language), text.label.get(language)] {
                    let key = (language.clone(), words.to_lowercase());
                    let first = *seen.entry(key).or_insert(level);
                    if first != level {
                        let (low, high) = (first.number(), level.number());
                        let message = format!("levels {low} and {high} are both called `{words}`");
                        self.problems.push(
                            Diagnostic::error(&M024, message).at(location.clone()).help(
                                "word them differently: answers may name a level by its words",
                            ),
                        );
                    }
                }
            }
        }
    }
}

/// The words of one overlay file.
struct Words<'a> {
    part: &'a Part<'a, file::Overlay>,
    /// How many texts keep the model's own wording in a language while they change in others.
    kept: BTreeMap<String, usize>,
}

impl Words<'_> {
    fn keep(&mut self, model: &Model, texts: usize, replaced: impl Fn(&str) -> bool) {
        for language in model
            .languages
            .iter()
            .filter(|language| !replaced(language))
        {
            *self.kept.entry(language.clone()).or_default() += texts;
        }
    }
}
