//! What SECURITY.md promises of itself, and of what the program is built from.

use std::fs;

use crate::support::root;

fn text(path: &str) -> String {
    fs::read_to_string(root(path)).unwrap()
}

/// The Rust files below a folder.
fn rust_files(folder: &str) -> Vec<String> {
    let mut waiting = vec![root(folder)];
    let mut texts = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(
                fs::read_dir(&path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            texts.push(fs::read_to_string(&path).unwrap());
        }
    }
    texts
}

#[test]
fn every_promise_names_a_test_that_is_there() {
    let tests = rust_files("tests").join("\n");
    let page = text("SECURITY.md");
    let named = page
        .lines()
        .filter(|line| line.starts_with("| ") && line.contains("::"));
    let mut count = 0;
    for line in named {
        let promise = line.split('|').nth(1).unwrap();
        for test in line
            .split('`')
            .skip(1)
            .step_by(2)
            .filter(|word| word.contains("::"))
        {
            let (_, name) = test.rsplit_once("::").unwrap();
            let is_there = tests.contains(&format!("fn {name}("));
            assert!(is_there, "no test `{test}` keeps:{promise}");
            count += 1;
        }
    }
    assert!(count > 20, "the promises are not where they were");
}

#[test]
fn every_dependency_comes_from_the_registry_and_is_pinned() {
    let lock: toml::Table = text("Cargo.lock").parse().unwrap();
    let packages = lock["package"].as_array().unwrap();
    let mut own = Vec::new();
    for package in packages {
        let name = package["name"].as_str().unwrap();
        let Some(source) = package.get("source") else {
            own.push(name);
            continue;
        };
        let registry = "registry+https://github.com/rust-lang/crates.io-index";
        assert_eq!(source.as_str(), Some(registry), "{name}");
        let hash = package["checksum"].as_str().unwrap();
        assert_eq!(hash.len(), 64, "{name}");
    }
    assert_eq!(own, ["plateau"]);
}

#[test]
fn this_crate_has_no_unsafe_code() {
    assert!(text("Cargo.toml").contains("\nunsafe_code = \"forbid\"\n"));
    for code in rust_files("src") {
        assert!(!code.contains("allow(unsafe_code)"));
    }
}
