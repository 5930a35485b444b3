//! What SECURITY.md promises of itself, and of what the program is built from.

mod supply;

use std::fs;
use std::process::Command;

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

/// The full names of this binary's tests: all of them, or those that are not run unasked.
fn tests(more: &[&str]) -> Vec<String> {
    let own = std::env::current_exe().unwrap();
    let output = Command::new(own).arg("--list").args(more).output().unwrap();
    let listed = String::from_utf8(output.stdout).unwrap();
    let names = listed
        .lines()
        .filter_map(|line| line.strip_suffix(": test"));
    names.map(str::to_owned).collect()
}

#[test]
fn every_promise_names_tests_that_are_run() {
    let (all, ignored) = (tests(&[]), tests(&["--ignored"]));
    let sources = rust_files("tests").join("\n");
    let page = text("SECURITY.md");
    let promises = page.split("## Promises").nth(1).unwrap();
    let promises = promises.split("\n## ").next().unwrap();
    let rows = promises.lines().filter(|line| line.starts_with("| "));
    let rows = rows.filter(|line| !line.starts_with("| promise") && !line.starts_with("| ---"));
    let mut count = 0;
    for row in rows {
        let cells: Vec<&str> = row.split(" | ").collect();
        let [promise, kept_by] = cells[..] else {
            panic!("not a promise and its tests: {row}");
        };
        let named: Vec<&str> = kept_by.split('`').skip(1).step_by(2).collect();
        assert!(!named.is_empty(), "nothing keeps: {promise}");
        for test in named {
            let is_it = |name: &&String| **name == test || name.ends_with(&format!("::{test}"));
            assert_eq!(
                all.iter().filter(is_it).count(),
                1,
                "no test `{test}` keeps: {promise}"
            );
            if ignored.iter().any(|name| is_it(&name)) {
                // What needs another program is run by `.ci/run`, which installs that.
                let (_, name) = test.rsplit_once("::").unwrap();
                let before = sources.split(&format!("fn {name}(")).next().unwrap();
                let reason = before.rsplit("#[ignore = \"").next().unwrap();
                assert!(reason.starts_with("needs Debian's "), "`{test}` is skipped");
            }
            count += 1;
        }
    }
    assert!(count > 40, "the promises are not where they were");
    assert!(text(".ci/run").contains("cargo test --locked --test tests -- --ignored\n"));
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
