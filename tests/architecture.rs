//! Prose about structure rots: these tests read the `use` lines and the file list instead.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules in pipeline order: each imports only from its left.
const ORDER: &[&str] = &[
    "parallel",
    "diagnostic",
    "model",
    "assessment",
    "intake",
    "scoring",
    "finding",
    "text",
    "chart",
    "view",
    "format",
    "cli",
    "command",
];

/// What an external crate (or a part of the standard library) may be used by: modules, folders or files.
const FENCES: &[(&str, &[&str])] = &[
    ("toml::", &["model", "assessment", "text"]),
    ("encoding_rs", &["intake"]),
    ("csv::", &["intake", "format/csv.rs"]),
    ("comfy_table", &["format/terminal.rs"]),
    ("maud", &["format/html"]),
    ("typst", &["format/pdf"]),
    ("rust_xlsxwriter", &["format/xlsx"]),
    ("plotters", &["chart"]),
    ("png::", &["chart"]),
    ("resvg", &["chart", "assessment/logo.rs"]),
    ("ttf_parser", &["chart"]),
    (
        "clap::",
        &[
            "cli",
            "command/completions.rs",
            "command/mod.rs",
            "command/console.rs",
        ],
    ),
    // Threads for work on many things at once; intake has its own for reading ahead.
    ("thread::scope", &["parallel.rs", "intake"]),
    ("std::fs", &["model", "assessment", "intake", "command"]),
    ("println!", &[]),
    ("print!(", &[]),
    ("io::stdout", &["command"]),
    ("io::stderr", &["command"]),
    ("super::super", &[]),
    ("SystemTime", &[]),
    ("Zoned::now", &[]),
];

fn sources() -> Vec<(String, String)> {
    files("src")
}

/// The Rust files below a folder, by name within it, with their texts.
fn files(folder: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    walk(&root, &mut found);
    found.sort();
    assert!(found.len() > 20, "the files are not where they were");
    found
        .into_iter()
        .map(|path| {
            let name = path
                .strip_prefix(&root)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// The code of a file: without comments and without its unit tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn module(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap_or_default()
}

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|name| *name == module)
}

#[test]
fn no_dependency_looks_for_a_library_of_the_machine() {
    // With none of these in the lock file, on any platform, there is nothing that
    // `PKG_CONFIG=/bin/false` could stop: a Rust toolchain and a C compiler build everything.
    let lock =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    for finder in ["pkg-config", "vcpkg", "system-deps", "cmake", "bindgen"] {
        assert!(!lock.contains(&format!("name = \"{finder}\"")), "{finder}");
    }
}

#[test]
fn a_module_imports_only_from_its_left() {
    let mut faults = Vec::new();
    for (file, text) in sources() {
        let Some(own) = rank(module(&file)) else {
            continue;
        };
        let code = code(&text);
        for (at, _) in code.match_indices("crate::") {
            let rest = &code[at + "crate::".len()..];
            // `use crate::{a::…, b::…}` names several modules at once.
            let names: Vec<&str> = if let Some(group) = rest.strip_prefix('{') {
                group
                    .split('}')
                    .next()
                    .unwrap_or_default()
                    .split(',')
                    .collect()
            } else {
                vec![rest]
            };
            for name in names {
                let name: String = name
                    .trim()
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                if rank(&name).is_some_and(|other| other > own) {
                    faults.push(format!("{file} imports from {name}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn external_crates_stay_inside_their_fences() {
    let mut faults = Vec::new();
    for (file, text) in sources() {
        let code = code(&text);
        for (word, allowed) in FENCES {
            let inside = allowed.iter().any(|place| {
                let rest = file.strip_prefix(place);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
            });
            let used = code.match_indices(word).any(|(at, _)| {
                !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
            });
            if used && !inside {
                faults.push(format!("{file} uses {word}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_number_of_the_shipped_model_stands_in_the_sources() {
    let model = plateau::model::shipped().unwrap().value;
    let practices = model.practices.len();
    let numbers = [
        practices.to_string(),
        (practices * model.scale.len()).to_string(),
    ];
    let mut ids: Vec<&str> = model
        .practices
        .iter()
        .map(|practice| practice.id.as_str())
        .collect();
    ids.push(&model.id);
    let mut faults = Vec::new();
    for (file, text) in sources() {
        let code = code(&text);
        let mut words = code.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'));
        if let Some(word) =
            words.find(|word| numbers.iter().any(|n| n == word) || ids.contains(word))
        {
            faults.push(format!("{file} knows {word}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_source_file_is_longer_than_four_hundred_lines() {
    let long: Vec<String> = ["src", "tests"]
        .into_iter()
        .flat_map(files)
        .filter(|(_, text)| text.lines().count() > 400)
        .map(|(file, text)| format!("{file}: {} lines", text.lines().count()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}
