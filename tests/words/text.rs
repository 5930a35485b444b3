//! Every key the program uses has words, and every key that has words is used.

use std::collections::BTreeSet;
use std::path::Path;

use plateau::finding::FINDINGS;
use plateau::text::{Piece, Words};

/// The string literals of every source file of a room that look like keys.
fn literals(folder: &Path, into: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            literals(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let source = std::fs::read_to_string(path).unwrap();
            let source = source.split("#[cfg(test)]").next().unwrap();
            into.extend(
                source
                    .split('"')
                    .filter(|literal| is_key(literal))
                    .map(str::to_owned),
            );
        }
    }
}

fn is_key(literal: &str) -> bool {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '.';
    literal.contains('.')
        && literal.starts_with(char::is_alphabetic)
        && literal.chars().all(letters)
}

fn used() -> BTreeSet<String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut used = BTreeSet::new();
    for room in ["text", "view", "format"] {
        literals(&src.join(room), &mut used);
    }
    let files = [".toml", ".js", ".css", ".typ"];
    used.retain(|literal| !files.iter().any(|ending| literal.ends_with(ending)));
    used.extend((1..=12).map(|month| format!("month.{month}")));
    for kind in FINDINGS {
        used.extend(["title", "text"].map(|part| format!("kind.{}.{part}", kind.id)));
    }
    used
}

#[test]
fn every_key_that_is_used_has_words() {
    let words = Words::of("da");
    let keys: BTreeSet<&str> = words.keys().collect();
    for key in used() {
        let plural = format!("{key}.other");
        assert!(
            keys.contains(key.as_str()) || keys.contains(plural.as_str()),
            "{key}"
        );
    }
}

#[test]
fn every_key_that_has_words_is_used() {
    let used = used();
    for key in Words::of("da").keys() {
        let stem = key
            .strip_suffix(".one")
            .or_else(|| key.strip_suffix(".other"));
        assert!(
            used.contains(key) || stem.is_some_and(|stem| used.contains(stem)),
            "{key}"
        );
    }
}

#[test]
fn no_placeholder_in_a_finding_explanation_is_left_open() {
    for language in ["da", "en"] {
        let words = Words::of(language);
        for kind in FINDINGS {
            let key = format!("kind.{}.text", kind.id);
            assert!(matches!(words.pieces(&key)[..], [Piece::Words(_)]), "{key}");
        }
    }
}
