//! Rules for words: none is empty, and none can be taken for another where answers name it.

use std::collections::BTreeMap;

use crate::diagnostic::code::{M023, M024};
use crate::diagnostic::{Diagnostic, Diagnostics};

use crate::model::folded;
use crate::model::parsed::Parsed;
use crate::model::toml::Word;

/// Collects every empty text, and every text that answers could not tell from another.
pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Diagnostics) {
    let mut all = model(parsed);
    all.extend(practices(parsed));
    for translation in &parsed.translations {
        all.extend(super::translation::words(&translation.part));
    }
    for word in all {
        not_empty(word, problems);
    }
    confusable(parsed, problems);
}

/// Refuses a text of nothing but white space.
pub(in crate::model) fn not_empty(word: Word<'_>, problems: &mut Diagnostics) {
    if word.as_str().trim().is_empty() {
        problems.push(
            Diagnostic::error(&M023, "this text is empty")
                .at(word.location())
                .help("write what belongs here"),
        );
    }
}

fn model<'a>(parsed: &'a Parsed<'_>) -> Vec<Word<'a>> {
    let model = &parsed.model;
    let says = &model.says;
    let terms = &says.provenance;
    let single = [
        &says.title,
        &says.instruction,
        &terms.licence,
        &terms.status,
    ];
    let layers = says.layers.iter().map(|layer| &layer.name);
    let levels = says.levels.iter();
    let levels = levels.flat_map(|level| [&level.name, &level.label, &level.definition]);
    let plateaus = says.plateaus.iter();
    let plateaus = plateaus.flat_map(|plateau| [&plateau.name, &plateau.definition]);
    single
        .into_iter()
        .chain(&terms.sources)
        .chain(layers)
        .chain(levels)
        .chain(plateaus)
        .map(|text| model.word(text))
        .collect()
}

fn practices<'a>(parsed: &'a Parsed<'_>) -> Vec<Word<'a>> {
    let disciplines = parsed
        .disciplines
        .iter()
        .map(|part| part.word(&part.says.name));
    let practices = parsed.practices().flat_map(|(part, practice)| {
        [&practice.name, &practice.summary, &practice.question]
            .into_iter()
            .chain(practice.anchors.iter())
            .chain([&practice.placement.rationale])
            .map(|text| part.word(text))
    });
    disciplines.chain(practices).collect()
}

fn confusable(parsed: &Parsed<'_>, problems: &mut Diagnostics) {
    let model = &parsed.model;
    let levels = model.says.levels.iter().enumerate();
    let names = levels.flat_map(|(i, level)| [&level.name, &level.label].map(|text| (i, text)));
    alike(
        "level",
        names.map(|(i, text)| (i, model.word(text))),
        problems,
    );
    let practices = || parsed.practices().enumerate();
    alike(
        "practice",
        practices().map(|(i, (part, practice))| (i, part.word(&practice.name))),
        problems,
    );
    alike(
        "practice",
        practices().map(|(i, (part, practice))| (i, part.word(&practice.question))),
        problems,
    );
    for (part, practice) in parsed.practices() {
        let anchors = practice.anchors.iter().map(|anchor| part.word(anchor));
        alike("level", anchors.enumerate(), problems);
    }
}

/// Refuses words that stand for two different things of one kind.
///
/// Each word comes with the index of what it stands for. Case, white space and a final full
/// stop do not tell words apart, as they do not in answers.
pub(in crate::model) fn alike<'a>(
    kind: &str,
    words: impl Iterator<Item = (usize, Word<'a>)>,
    problems: &mut Diagnostics,
) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (index, word) in words {
        let mut key = folded(word.as_str());
        key.truncate(key.trim_end_matches('.').len());
        if key.is_empty() {
            continue;
        }
        if *seen.entry(key).or_insert(index) != index {
            problems.push(
                Diagnostic::error(&M024, format!("another {kind} has the same words"))
                    .at(word.location())
                    .help("word them differently: answers may name either by its words"),
            );
        }
    }
}
