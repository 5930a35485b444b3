//! Rules for translations: each says all that the base language says, and nothing else.

use crate::diagnostic::code::{M029, M030, M031};
use crate::diagnostic::{Diagnostic, Diagnostics, Location};

use super::{alike, is_language, no_language, wrong_number_of_anchors};
use crate::model::file;
use crate::model::parsed::{Parsed, Translation};
use crate::model::toml::{At, Entries, Part, Word};

/// Collects what every translation lacks or has too much of.
pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Diagnostics) {
    for translation in &parsed.translations {
        language(parsed, translation, problems);
        let part = &translation.part;
        singles(part, problems);
        model_tables(parsed, part, problems);
        practice_tables(parsed, part, problems);
        confusable(parsed, part, problems);
    }
}

/// Every text of a translation.
pub(super) fn words<'a>(part: &'a Part<'_, file::Translation>) -> Vec<Word<'a>> {
    let says = &part.says;
    let mut all: Vec<&At<String>> = Vec::new();
    all.extend(
        [&says.title, &says.instruction, &says.status]
            .into_iter()
            .flatten(),
    );
    all.extend(says.layers.values());
    for level in says.levels.values() {
        all.extend(
            [&level.name, &level.label, &level.definition]
                .into_iter()
                .flatten(),
        );
    }
    for plateau in says.plateaus.values() {
        all.extend([&plateau.name, &plateau.definition].into_iter().flatten());
    }
    all.extend(says.disciplines.values());
    for practice in says.practices.values() {
        let single = [
            &practice.name,
            &practice.summary,
            &practice.question,
            &practice.rationale,
        ];
        all.extend(single.into_iter().flatten());
        all.extend(practice.anchors.iter().flat_map(|anchors| anchors.iter()));
    }
    all.into_iter().map(|text| part.word(text)).collect()
}

fn language(parsed: &Parsed<'_>, translation: &Translation<'_>, problems: &mut Diagnostics) {
    let language = &translation.language;
    if !is_language(language) {
        let problem = no_language(language).at(translation.part.whole());
        problems.push(problem.help("a translation's file is named after its language"));
    } else if *language == *parsed.model.says.language {
        problems.push(
            Diagnostic::error(&M031, format!("`{language}` is the model's own language"))
                .at(translation.part.whole())
                .help("name the file after the language it translates into"),
        );
    }
}

fn singles(part: &Part<'_, file::Translation>, problems: &mut Diagnostics) {
    let says = &part.says;
    for (key, text) in [
        ("title", &says.title),
        ("instruction", &says.instruction),
        ("status", &says.status),
    ] {
        if text.is_none() {
            problems.push(missing(&format!("`{key}` is not translated")).at(part.whole()));
        }
    }
}

fn model_tables(
    parsed: &Parsed<'_>,
    part: &Part<'_, file::Translation>,
    problems: &mut Diagnostics,
) {
    let base = &parsed.model.says;
    let says = &part.says;
    let mut table = Table { part, problems };
    table.ids(
        "layers",
        &says.layers,
        base.layers.iter().map(|l| l.id.to_string()),
    );
    table.ids(
        "levels",
        &says.levels,
        base.levels.iter().map(|l| l.id.to_string()),
    );
    for (key, level) in says.levels.iter() {
        table.key(key, "name", level.name.is_some());
        table.key(key, "label", level.label.is_some());
        table.key(key, "definition", level.definition.is_some());
    }
    table.ids(
        "plateaus",
        &says.plateaus,
        base.plateaus.iter().map(|p| p.id.to_string()),
    );
    for (key, plateau) in says.plateaus.iter() {
        table.key(key, "name", plateau.name.is_some());
        table.key(key, "definition", plateau.definition.is_some());
    }
    let disciplines = parsed.disciplines.iter().map(|d| d.says.id.to_string());
    table.ids("disciplines", &says.disciplines, disciplines);
}

fn practice_tables(
    parsed: &Parsed<'_>,
    part: &Part<'_, file::Translation>,
    problems: &mut Diagnostics,
) {
    let says = &part.says;
    let levels = parsed.model.says.levels.len();
    let mut table = Table { part, problems };
    let ids = parsed
        .practices()
        .map(|(_, practice)| practice.id.to_string());
    table.ids("practices", &says.practices, ids);
    for (key, practice) in says.practices.iter() {
        table.key(key, "name", practice.name.is_some());
        table.key(key, "summary", practice.summary.is_some());
        table.key(key, "question", practice.question.is_some());
        table.key(key, "rationale", practice.rationale.is_some());
        table.key(key, "anchors", practice.anchors.is_some());
        if let Some(anchors) = practice.anchors.as_ref().filter(|a| a.len() != levels) {
            let problem = wrong_number_of_anchors(key, anchors.len(), levels);
            table.problems.push(problem.at(part.at(anchors)));
        }
    }
}

fn missing(message: &str) -> Diagnostic {
    Diagnostic::error(&M029, message).help("translate it, or remove the translation's file")
}

/// A table of a translation, by id.
struct Table<'a, 'p> {
    part: &'a Part<'a, file::Translation>,
    problems: &'p mut Diagnostics,
}

impl Table<'_, '_> {
    /// Compares a table's ids with those of the base files.
    fn ids<V>(&mut self, table: &str, found: &Entries<V>, wanted: impl Iterator<Item = String>) {
        let wanted: Vec<String> = wanted.collect();
        for id in &wanted {
            if found.value(id).is_none() {
                let message = format!("`{table}.{id}` is not translated");
                self.problems.push(missing(&message).at(self.part.whole()));
            }
        }
        for id in found
            .keys()
            .filter(|id| !wanted.iter().any(|known| known == id.as_str()))
        {
            let message = format!("the model has no `{table}.{}` to translate", id.as_str());
            self.problems.push(
                Diagnostic::error(&M030, message)
                    .at(self.part.at(id))
                    .suggest(id, wanted.iter().map(String::as_str))
                    .help("use the ids of the files in the model's own language"),
            );
        }
    }

    fn key(&mut self, id: &At<String>, key: &str, found: bool) {
        if !found {
            let location: Location = self.part.at(id);
            let message = format!("`{key}` of `{}` is not translated", id.as_str());
            self.problems.push(missing(&message).at(location));
        }
    }
}

fn confusable(parsed: &Parsed<'_>, part: &Part<'_, file::Translation>, problems: &mut Diagnostics) {
    let says = &part.says;
    let levels = says.levels.values().enumerate();
    let names = levels.flat_map(|(i, level)| {
        let both = [&level.name, &level.label].into_iter().flatten();
        both.map(move |text| (i, part.word(text)))
    });
    alike("level", names, problems);
    let practices = || {
        let ids = parsed.practices().map(|(_, practice)| practice.id.as_str());
        ids.filter_map(|id| says.practices.value(id)).enumerate()
    };
    let names = practices().filter_map(|(i, p)| Some((i, part.word(p.name.as_ref()?))));
    alike("practice", names, problems);
    let questions = practices().filter_map(|(i, p)| Some((i, part.word(p.question.as_ref()?))));
    alike("practice", questions, problems);
    for (_, practice) in practices() {
        let anchors = practice.anchors.iter().flat_map(|anchors| anchors.iter());
        alike("level", anchors.map(|a| part.word(a)).enumerate(), problems);
    }
}
