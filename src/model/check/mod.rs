//! Rules of sense for a model folder, beyond those that resolving its ids brings up.

mod translation;
mod words;

use crate::diagnostic::code::{M009, M010, M011, M014, M015, M016, M017, M020, M021, M022};
use crate::diagnostic::{Diagnostic, Diagnostics};

use super::file;
use super::parsed::Parsed;
use super::toml::{At, Part, Word};

pub(super) use words::{alike, not_empty};

/// Collects every breach; whether there is enough of a model for its ids to be resolved.
pub(super) fn check(parsed: &Parsed<'_>, problems: &mut Diagnostics) -> bool {
    identity(&parsed.model, problems);
    if !has_parts(parsed, problems) {
        return false;
    }
    let says = &parsed.model.says;
    let levels: Vec<_> = says.levels.iter().map(|level| &level.id).collect();
    numbering(&parsed.model, "level", &levels, problems);
    let plateaus: Vec<_> = says.plateaus.iter().map(|plateau| &plateau.id).collect();
    numbering(&parsed.model, "plateau", &plateaus, problems);
    ids(parsed, problems);
    anchors(parsed, problems);
    empty_disciplines(parsed, problems);
    empty_plateaus(parsed, problems);
    words::check(parsed, problems);
    translation::check(parsed, problems);
    true
}

fn identity(model: &Part<'_, file::Model>, problems: &mut Diagnostics) {
    let says = &model.says;
    well_formed(model.word(&says.id), problems);
    for layer in &says.layers {
        well_formed(model.word(&layer.id), problems);
    }
    let numbers: Vec<&str> = says.version.split('.').collect();
    if numbers.len() != 3 || numbers.iter().any(|number| number.parse::<u32>().is_err()) {
        problems.push(
            Diagnostic::error(
                &M010,
                format!("`{}` is not a version", says.version.as_str()),
            )
            .at(model.at(&says.version))
            .help("write three whole numbers with full stops between, such as `1.0.0`"),
        );
    }
    if !is_language(&says.language) {
        problems.push(no_language(&says.language).at(model.at(&says.language)));
    }
}

fn is_language(code: &str) -> bool {
    (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase())
}

fn no_language(code: &str) -> Diagnostic {
    Diagnostic::error(&M011, format!("`{code}` is not a language code"))
        .help("write two or three small letters, such as `da` or `en`")
}

fn well_formed(id: Word<'_>, problems: &mut Diagnostics) {
    let text = id.as_str();
    let fits = |c: char| c.is_alphanumeric() || "-_.".contains(c);
    if text.is_empty() || !text.chars().all(fits) {
        problems.push(
            Diagnostic::error(&M009, format!("`{text}` cannot be an id"))
                .at(id.location())
                .help("use letters, digits, `-`, `_` and `.` only, without spaces"),
        );
    }
}

/// Whether there is enough of a model for its other rules to make sense.
fn has_parts(parsed: &Parsed<'_>, problems: &mut Diagnostics) -> bool {
    let says = &parsed.model.says;
    let mut enough = true;
    let mut lacks = |what: &str, way_out: &str| {
        enough = false;
        problems.push(
            Diagnostic::error(&M014, format!("the model has {what}"))
                .at(parsed.model.whole())
                .help(way_out),
        );
    };
    match says.levels.len() {
        0 | 1 => lacks("fewer than two levels", "add a `[[levels]]` table for each"),
        2..=250 => {}
        _ => lacks("more than 250 levels", "join some of them"),
    }
    if says.plateaus.is_empty() {
        lacks(
            "no plateaus",
            "add a `[[plateaus]]` table for each; one is enough",
        );
    }
    if says.disciplines.is_empty() {
        lacks(
            "no disciplines",
            "name a file for each in `disciplines`; one is enough",
        );
    }
    enough
}

fn empty_disciplines(parsed: &Parsed<'_>, problems: &mut Diagnostics) {
    for part in &parsed.disciplines {
        if part.says.practices.is_empty() {
            let id = part.says.id.as_str();
            problems.push(
                Diagnostic::error(&M021, format!("the discipline `{id}` has no practices"))
                    .at(part.at(&part.says.id))
                    .help("add a `[[practices]]` table, or take the file out of `disciplines`"),
            );
        }
    }
}

fn numbering(
    model: &Part<'_, file::Model>,
    what: &str,
    numbers: &[&At<u64>],
    problems: &mut Diagnostics,
) {
    for (index, number) in numbers.iter().enumerate() {
        let wanted = index as u64 + 1;
        if ***number == wanted {
            continue;
        }
        let found = ***number;
        let problem = if numbers[..index].contains(number) {
            Diagnostic::error(&M016, format!("{what} {found} stands here a second time"))
        } else {
            Diagnostic::error(
                &M015,
                format!("{what} {found} stands where {wanted} belongs"),
            )
        };
        problems.push(
            problem
                .at(model.at(number))
                .help("number them 1, 2, 3 and so on, lowest first"),
        );
        // The numbers after it would be out of step for the same reason.
        return;
    }
}

fn ids(parsed: &Parsed<'_>, problems: &mut Diagnostics) {
    let mut seen: Vec<String> = Vec::new();
    let disciplines = parsed.disciplines.iter().map(|p| p.word(&p.says.id));
    let practices = parsed.practices().map(|(part, p)| part.word(&p.id));
    for id in disciplines.chain(practices) {
        well_formed(id, problems);
        unused(id, &seen, problems);
        seen.push(id.as_str().to_lowercase());
        retired(id, parsed, problems);
    }
    let mut layers = Vec::new();
    for layer in &parsed.model.says.layers {
        unused(parsed.model.word(&layer.id), &layers, problems);
        layers.push(layer.id.to_lowercase());
    }
}

fn unused(id: Word<'_>, seen: &[String], problems: &mut Diagnostics) {
    if seen.contains(&id.as_str().to_lowercase()) {
        problems.push(
            Diagnostic::error(
                &M016,
                format!("the id `{}` is used a second time", id.as_str()),
            )
            .at(id.location())
            .help("give each its own id; small and capital letters count as the same"),
        );
    }
}

fn retired(id: Word<'_>, parsed: &Parsed<'_>, problems: &mut Diagnostics) {
    let retired = &parsed.model.says.retired;
    if retired
        .iter()
        .any(|old| old.eq_ignore_ascii_case(id.as_str()))
    {
        problems.push(
            Diagnostic::error(&M017, format!("the id `{}` is retired", id.as_str()))
                .at(id.location())
                .help("choose an id that was never used; answers to the old one may still exist"),
        );
    }
}

fn anchors(parsed: &Parsed<'_>, problems: &mut Diagnostics) {
    let levels = parsed.model.says.levels.len();
    for (part, practice) in parsed.practices() {
        let found = practice.anchors.len();
        if found != levels {
            let problem = wrong_number_of_anchors(&practice.id, found, levels);
            problems.push(problem.at(part.at(&practice.anchors)));
        }
    }
}

/// The complaint about a list of anchors that does not fit the scale.
pub(super) fn wrong_number_of_anchors(id: &str, found: usize, levels: usize) -> Diagnostic {
    Diagnostic::error(
        &M022,
        format!("`{id}` has {found} anchors on a scale of {levels} levels"),
    )
    .help("write one anchor a level, lowest level first")
}

fn empty_plateaus(parsed: &Parsed<'_>, problems: &mut Diagnostics) {
    for plateau in &parsed.model.says.plateaus {
        let number = *plateau.id;
        if !parsed
            .practices()
            .any(|(_, p)| *p.placement.plateau == number)
        {
            problems.push(empty_plateau(number).at(parsed.model.at(&plateau.id)));
        }
    }
}

/// The complaint about a plateau that nothing would ever keep a unit from.
pub(super) fn empty_plateau(number: u64) -> Diagnostic {
    Diagnostic::error(&M020, format!("plateau {number} has no practices"))
        .help("place at least one practice on it")
}
