//! What the README and the course show is what comes out.
//!
//! In a fenced block marked `console`, a line that starts with `$ plateau` is run and everything
//! up to the next such line is its output, standard error first; what stands behind `<<<` is typed
//! into it. In one marked `diff FILE`, every
//! line that starts with `-` is replaced in that file by the one with `+` after it: that is how
//! a page fills something in. `UPDATE=1 cargo test` rewrites the outputs.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{expect_file, root};

#[test]
fn the_readme_shows_what_comes_out() {
    expect_page("README.md", &root(""));
}

#[test]
fn the_course_shows_what_comes_out_of_every_step() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("laane-service");
    fs::create_dir(&copy).unwrap();
    for entry in fs::read_dir(root("examples/laane-service")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            fs::copy(&path, copy.join(path.file_name().unwrap())).unwrap();
        }
    }
    expect_page("docs/COURSE.md", folder.path());
    for made in [
        "rapport.pdf",
        "rapport.html",
        "rapport.xlsx",
        "enheder/overview.html",
    ] {
        let size = fs::metadata(folder.path().join(made)).map_or(0, |file| file.len());
        assert!(size > 1000, "{made}: {size} bytes");
    }
}

#[test]
fn the_course_shows_a_mapping_that_works() {
    let course = fs::read_to_string(root("docs/COURSE.md")).unwrap();
    let mapping = fs::read_to_string(root("tests/versions/from-1-to-2.toml")).unwrap();
    let shown = mapping.split_once("schema = 1").unwrap().1;
    assert!(
        course.contains(shown),
        "docs/COURSE.md does not show:\n{shown}"
    );
}

/// Goes through a page from the top, in a folder.
fn expect_page(page: &str, folder: &Path) {
    let path = root(page);
    let text = fs::read_to_string(&path).unwrap();
    let mut commands = 0;
    let mut rewritten = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        rewritten.push_str(line);
        rewritten.push('\n');
        if let Some(file) = line.trim().strip_prefix("```diff ") {
            let mut changes = Vec::new();
            while let Some(line) = lines.next_if(|line| line.trim() != "```") {
                rewritten.push_str(line);
                rewritten.push('\n');
                changes.push(line);
            }
            change(&folder.join(file), &changes);
        }
        if line.trim() != "```console" {
            continue;
        }
        while let Some(line) = lines.next_if(|line| line.trim() != "```") {
            let Some(command) = line.strip_prefix("$ plateau ") else {
                continue;
            };
            commands += 1;
            if !rewritten.ends_with("```console\n") {
                rewritten.push('\n');
            }
            rewritten.push_str(line);
            rewritten.push('\n');
            rewritten.push_str(&output_of(command, folder));
        }
    }
    assert!(commands > 0, "{page} shows no command");
    expect_file(&path, rewritten.as_bytes());
}

/// Replaces each line after a `-` by the one after the `+` that follows.
fn change(file: &Path, changes: &[&str]) {
    let mut text = fs::read_to_string(file).unwrap();
    for pair in changes.chunks(2) {
        let [old, new] = pair else {
            panic!("{}: a line without its other half", file.display());
        };
        let (old, new) = (
            old.strip_prefix('-').unwrap(),
            new.strip_prefix('+').unwrap(),
        );
        assert!(text.contains(old), "{}: {old} is not in it", file.display());
        text = text.replacen(old, new, 1);
    }
    fs::write(file, text).unwrap();
}

fn output_of(command: &str, folder: &Path) -> String {
    let (command, typed) = command.split_once(" <<< ").unwrap_or((command, ""));
    let mut program = Command::new(env!("CARGO_BIN_EXE_plateau"))
        .args(command.split_whitespace())
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that asks nothing leaves it unread.
    let _ = writeln!(program.stdin.take().unwrap(), "{typed}");
    let output = program.wait_with_output().unwrap();
    let said = [output.stderr, output.stdout].concat();
    let text = String::from_utf8(said).unwrap();
    let mut lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}
