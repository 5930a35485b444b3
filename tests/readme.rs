//! What the README shows is what comes out.
//!
//! In a fenced block marked `console`, a line that starts with `$ plateau` is run in the
//! repository's root and everything up to the next such line is its output, standard error
//! first. `UPDATE=1 cargo test` rewrites the outputs.

use std::process::Command;

use crate::support::{expect_file, root};

#[test]
fn the_readme_shows_what_comes_out() {
    let path = root("README.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let mut commands = 0;
    let mut rewritten = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        rewritten.push_str(line);
        rewritten.push('\n');
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
            rewritten.push_str(&output_of(command));
        }
    }
    assert!(commands > 0, "the README shows no command");
    expect_file(&path, rewritten.as_bytes());
}

fn output_of(command: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_plateau"))
        .args(command.split_whitespace())
        .current_dir(root(""))
        .output()
        .unwrap();
    let said = [output.stderr, output.stdout].concat();
    let text = String::from_utf8(said).unwrap();
    let mut lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}
