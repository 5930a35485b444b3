//! Every file in `tests/answers/invalid` has one fault, and what is said of it stands beside it.
//! `UPDATE=1 cargo test` rewrites what is said.

use std::path::{Path, PathBuf};

use plateau::intake::{Content, Source};

use super::bench::{declared, open, read_with};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/answers/invalid")
}

#[test]
fn every_faulty_file_is_answered_as_written() {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "csv"))
        .collect();
    paths.sort();
    assert!(paths.len() > 20, "only {} files", paths.len());
    let mut differing = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let assessment = match name.starts_with("declared-") {
            true => declared(),
            false => open(),
        };
        let waves = Vec::from_iter(assessment.declared.waves.then_some(0));
        let source = Source {
            content: Content::File(path.clone()),
            name: name.clone(),
            waves,
            folder: None,
        };
        let said = match read_with(assessment, vec![source], false) {
            Ok(_) => "nothing\n".to_owned(),
            Err(problems) => problems.render(false),
        };
        let expected = path.with_extension("stderr");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&expected, &said).unwrap();
        }
        let expected = std::fs::read_to_string(&expected).unwrap_or_default();
        if said != expected || said == "nothing\n" {
            differing.push(format!("--- {name}: expected\n{expected}--- said\n{said}"));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}
