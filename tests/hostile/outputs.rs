//! Everything that the program writes and says of an undertaking whose every field holds some
//! words.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::fields::{Container, Fields, WAVE};

/// Everything that the program writes of one undertaking.
pub struct Outputs {
    folder: TempDir,
    /// What each command said on standard output and standard error.
    pub said: Vec<(String, String)>,
    /// What each field is, the number behind its words less one.
    pub fields: Vec<String>,
}

const LAID: [&str; 2] = ["--overlay", "overlay.toml"];
const FILES: [&str; 18] = [
    "report . --plan plan.csv -o r.md -o r.html -o r.json -o r.csv -o r.txt",
    "report . -o u.pdf -o u.xlsx --lang en",
    "report . --per-unit dele --format markdown",
    "plan . -o p.csv -o p.md -o p.html -o p.xlsx",
    "compare . --by unit -o s.md -o s.html -o s.xlsx",
    "compare . --by role -o t.md",
    "compare . --by wave -o v.md",
    "chart --all . -o tegninger --format svg",
    "chart profile . -o profil.png -o profil.pdf",
    "report . -o e.md --lang en",
    "form . -o e.html --lang en",
    "form . -o f.csv",
    "form . -o f.xlsx",
    "form . -o f.html",
    "form . -o f.pdf",
    "form . -o f.tsv --format limesurvey",
    "form . -o ask.md",
    "form --moderation . -o m.csv -o m.xlsx",
];
const SAID: [&str; 16] = [
    "score . -v",
    "score . --format json",
    "compare . --by unit -v",
    "compare . --by role -v",
    "plan . -v",
    "check . -v",
    "check . --write-mapping -",
    "explain SOIL-1",
    "explain 4",
    "model show",
    "model show --lang en",
    "explain HARVEST-1",
    "explain HARVEST-1 --lang en",
    "explain SOIL-1 --lang en",
    "explain 1 --lang en",
    "explain 4 --lang en",
];

impl Outputs {
    /// What comes of these words, the first field holding this one of them.
    pub fn of(words: &[String], turn: usize, container: Container) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut fields = Fields::new(words, turn);
        fields.write(folder.path(), container);
        let mut said = Vec::new();
        for line in FILES.iter().chain(&SAID) {
            let mut words: Vec<&str> = line.split(' ').collect();
            words.extend(LAID);
            if matches!(words[0], "score" | "report" | "plan" | "chart") {
                words.extend(["--wave", WAVE]);
            }
            if matches!(words[0], "explain" | "model") {
                words.extend(["--model", "model"]);
            }
            said.push(((*line).to_owned(), run(folder.path(), &words)));
        }
        Self {
            folder,
            said,
            fields: fields.filled,
        }
    }

    /// All files that were written and end so, by name.
    pub fn files(&self, ending: &str) -> Vec<(String, Vec<u8>)> {
        let mut waiting = vec![self.folder.path().to_owned()];
        let mut files = Vec::new();
        while let Some(folder) = waiting.pop() {
            for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
                let path = entry.path();
                let within = path.strip_prefix(self.folder.path()).unwrap();
                let name = within.to_str().unwrap().to_owned();
                // Answers files have blanks in their names.
                match path.is_dir() {
                    true if name != "model" => waiting.push(path),
                    false if name.ends_with(ending) && !is_given(&name) => {
                        files.push((name, fs::read(&path).unwrap()));
                    }
                    _ => {}
                }
            }
        }
        files.sort();
        assert!(!files.is_empty(), "no {ending}");
        files
    }

    /// The same as text.
    pub fn texts(&self, ending: &str) -> Vec<(String, String)> {
        let files = self.files(ending).into_iter();
        files
            .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
            .collect()
    }
}

/// Whether a file was not written by the program.
fn is_given(name: &str) -> bool {
    ["før.", "svar.", "ark."]
        .iter()
        .any(|kind| name.contains(kind))
        || name == "plan.csv"
}

/// What a run that must end well says, on both its outputs.
fn run(folder: &Path, words: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_plateau"))
        .args(words)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let [out, error] =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    assert!(output.status.success(), "{words:?}: {out}{error}");
    out + &error
}
