//! The shipped model, a tiny one, and what is said of broken ones.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use plateau::model::{self, Basis, Confidence, Model, Text};
use serde::Deserialize;

use crate::support::expect_file;

fn models(below: &str) -> PathBuf {
    Path::new("tests/models").join(below)
}

fn tiny() -> Model {
    let read = model::load(&models("valid/tiny")).unwrap();
    assert_eq!(read.warnings.render(false), "");
    read.value
}

/// Every text of a model.
fn texts(model: &Model) -> Vec<&Text> {
    let mut all = vec![&model.title, &model.instruction, &model.provenance.status];
    all.extend(model.layers.iter().map(|layer| &layer.name));
    for level in model.scale.levels() {
        let words = model.scale.text(level);
        all.extend([&words.name, &words.label, &words.definition]);
    }
    for plateau in &model.plateaus {
        all.extend([&plateau.name, &plateau.definition]);
    }
    all.extend(model.disciplines.iter().map(|discipline| &discipline.name));
    for practice in &model.practices {
        all.extend([&practice.name, &practice.summary, &practice.question]);
        all.push(&practice.placement.rationale);
        all.extend(&practice.anchors);
    }
    all
}

#[test]
fn the_shipped_model_has_no_faults() {
    let shipped = model::shipped().unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(shipped.warnings.render(false), "");
    let model = shipped.value;
    assert_eq!(model.practices.len(), 31);
    assert_eq!(model.practices.len() * model.scale.len(), 155);
    assert_eq!(model.languages, ["da", "en"]);
    let first_gate = &model.plateaus[0].gate;
    assert_eq!(first_gate.basis, Basis::Attested);
    assert_eq!(
        model.scale.text(first_gate.level).name.get("da"),
        "Fælles standardiseret"
    );
}

#[test]
fn every_text_of_the_shipped_and_the_tiny_model_speaks_every_language() {
    for model in [model::shipped().unwrap().value, tiny()] {
        for text in texts(&model) {
            for language in &model.languages {
                assert!(text.speaks(language), "{text:?} lacks {language}");
            }
        }
    }
}

#[test]
fn the_tiny_model_is_what_its_files_say() {
    let model = tiny();
    assert_eq!(model.languages, ["en", "da"]);
    assert_eq!(model.scale.len(), 4);
    let ids: Vec<&str> = model.practices.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(ids, ["SOIL-1", "SOIL-2", "HARVEST-1"]);
    assert_eq!(model.disciplines[1].practices, [2]);
    assert_eq!(model.plateaus[0].practices, [0]);
    assert_eq!(model.plateaus[1].practices, [1, 2]);
    assert_eq!(model.plateaus[1].gate.level, model.scale.highest());
    assert!(!model.plateaus[1].gate.across_units);
    assert_eq!(model.practices[2].links, [0, 1]);
    assert_eq!(model.practices[1].placement.confidence, Confidence::Low);
    assert_eq!(
        model.practices[0].anchors[3].get("da"),
        "Det lægges i lag, måles og gøres bedre."
    );
}

#[test]
fn an_exported_model_loads_as_the_same_model() {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in model::export() {
        let file = folder.path().join(&path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        if path.ends_with(".toml") {
            let schema = schema_named_in(&text);
            let schema = Path::new(&path).parent().unwrap().join(schema);
            let up = schema
                .components()
                .filter(|c| c.as_os_str() == "..")
                .count();
            assert_eq!(
                schema.components().count(),
                2 + 2 * up,
                "{path}: {schema:?}"
            );
        }
        fs::write(file, text).unwrap();
    }
    let loaded = model::load(folder.path()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(loaded.warnings.render(false), "");
    assert_eq!(loaded.value, model::shipped().unwrap().value);
}

#[test]
fn the_schemas_are_those_in_the_repository() {
    for (name, json) in model::schemas() {
        expect_file(&Path::new("schema").join(name), json.as_bytes());
    }
}

#[test]
fn every_model_file_names_its_schema() {
    for model in ["model/driftsledelse-2024", "tests/models/valid/tiny"] {
        for folder in [Path::new(model).to_owned(), Path::new(model).join("text")] {
            for file in toml_files(&folder) {
                let text = fs::read_to_string(&file).unwrap();
                let schema = schema_named_in(&text);
                assert!(folder.join(schema).is_file(), "{file:?} names {schema}");
            }
        }
    }
}

/// The schema that the first line of a TOML file names.
fn schema_named_in(text: &str) -> &str {
    let first = text.lines().next().unwrap();
    first.strip_prefix("#:schema ").unwrap()
}

fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .collect()
}

#[test]
fn every_broken_model_gets_its_complaint() {
    for fault in faults("invalid") {
        let folder = tempfile::tempdir().unwrap();
        break_tiny(&fault, folder.path());
        let said = match model::load(folder.path()) {
            Ok(read) => read.warnings.render(false),
            Err(problems) => problems.render(false),
        };
        assert!(!said.is_empty(), "{fault:?} passed");
        let said = said.replace(&folder.path().display().to_string(), "DIR");
        expect_file(&fault.join("expected.stderr"), said.as_bytes());
    }
}

/// What `fault.toml` says: which texts of the tiny model to replace to break it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fault {
    changes: Vec<Change>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    file: String,
    /// The text to replace; empty for the whole file.
    #[serde(default)]
    find: String,
    #[serde(default)]
    write: String,
    #[serde(default)]
    remove: bool,
}

/// Writes the tiny model with a fault's changes into `folder`.
fn break_tiny(fault: &Path, folder: &Path) {
    let whole = models("valid/tiny");
    for below in ["", "text"] {
        fs::create_dir_all(folder.join(below)).unwrap();
        for file in toml_files(&whole.join(below)) {
            fs::copy(&file, folder.join(file.strip_prefix(&whole).unwrap())).unwrap();
        }
    }
    let fault: Fault =
        toml::from_str(&fs::read_to_string(fault.join("fault.toml")).unwrap()).unwrap();
    for change in fault.changes {
        let file = folder.join(&change.file);
        if change.remove {
            fs::remove_file(file).unwrap();
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        assert!(
            text.contains(&change.find),
            "nothing to change: {}",
            change.find
        );
        let text = match change.find.as_str() {
            "" => change.write,
            find => text.replacen(find, &change.write, 1),
        };
        fs::write(file, text).unwrap();
    }
}

#[test]
fn a_name_that_is_no_model_folder_is_refused() {
    for (name, what) in [
        ("tests/models/nowhere", "there is no folder"),
        ("tests/tests.rs", "`tests/tests.rs` is a file"),
    ] {
        let said = model::load(Path::new(name)).unwrap_err().render(false);
        assert!(said.starts_with(&format!("error[M001]: {what}")), "{said}");
        assert!(said.contains(&format!("  --> {name}\n")), "{said}");
    }
}

#[test]
fn an_overlay_that_is_not_there_or_no_text_is_refused() {
    let problems = model::overlay(tiny(), Path::new("tests/nowhere.toml")).unwrap_err();
    assert!(
        problems
            .render(false)
            .starts_with("error[M032]: there is no `tests/nowhere.toml`")
    );
    let folder = tempfile::tempdir().unwrap();
    let problems = model::overlay(tiny(), folder.path()).unwrap_err();
    assert!(problems.render(false).starts_with("error[M032]"));
    fs::write(folder.path().join("a.toml"), b"title = \"\xe6\"").unwrap();
    let problems = model::overlay(tiny(), folder.path()).unwrap_err();
    assert!(problems.render(false).starts_with("error[M003]"));
}

#[test]
fn every_broken_overlay_gets_its_complaint() {
    for fault in faults("invalid-overlays") {
        let said = match model::overlay(tiny(), &fault) {
            Ok(read) => read.warnings.render(false),
            Err(problems) => problems.render(false),
        };
        assert!(!said.is_empty(), "{fault:?} passed");
        expect_file(&fault.join("expected.stderr"), said.as_bytes());
    }
}

fn faults(kind: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(models(kind)).unwrap();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

#[test]
fn every_model_code_has_a_broken_model_or_overlay() {
    let expected: String = faults("invalid")
        .into_iter()
        .chain(faults("invalid-overlays"))
        .filter_map(|fault| fs::read_to_string(fault.join("expected.stderr")).ok())
        .collect();
    // Those that need no model at all have tests of their own.
    let elsewhere = ["M001", "M003", "M032"];
    let codes = plateau::diagnostic::code::MODEL.iter();
    for code in codes.filter(|code| !elsewhere.contains(&code.id)) {
        assert!(
            expected.contains(&format!("[{}]", code.id)),
            "{} is never said",
            code.id
        );
    }
}

#[test]
fn an_overlay_replaces_names_anchors_and_placement_by_id() {
    let before = tiny();
    let read = model::overlay(tiny(), &models("overlays/whole.toml")).unwrap();
    assert_eq!(read.warnings.render(false), "");
    let after = read.value;
    assert_eq!(after.overlay.as_deref(), Some("The club's own sheet"));
    let second = after.scale.level(2).unwrap();
    assert_eq!(after.scale.text(second).name.get("da"), "Luget");
    assert_eq!(
        after.scale.text(second).label,
        before.scale.text(second).label
    );
    let rotation = &after.practices[1];
    assert_eq!(rotation.placement.plateau, 0);
    assert_eq!(rotation.placement.basis, Basis::Attested);
    assert_eq!(
        rotation.placement.rationale.get("en"),
        "The club's own sheet"
    );
    assert_eq!(rotation.anchors, before.practices[1].anchors);
    assert_eq!(after.plateaus[0].practices, [0, 1]);
    let sharing = &after.practices[2];
    assert_eq!(sharing.anchors[0].get("en"), "They are eaten by snails.");
    assert_eq!(sharing.anchors_basis, Basis::Reconstructed);
    assert_eq!(sharing.placement, before.practices[2].placement);
}

#[test]
fn an_overlay_in_one_language_only_is_warned_of() {
    let read = model::overlay(tiny(), &models("overlays/english-only.toml")).unwrap();
    let said = read.warnings.render(false);
    assert!(said.starts_with("warning[M037]"), "{said}");
    assert!(
        said.contains("5 replaced texts keep the model's wording in `da`"),
        "{said}"
    );
}
