//! Any text as the file that carries answers over from an older version of the model.
#![no_main]

mod shared;

use std::fs;

use plateau::assessment::{self, Offer};
use shared::MODEL;

const ASSESSMENT: &str = "schema = 1\n[[waves]]\nid = \"a\"\nanswers = [\"a.csv\"]\n\
    model = \"0.9.0\"\nmapping = \"mapping.toml\"\n";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("assessment.toml");
    fs::write(&path, ASSESSMENT).expect("the folder can be written to");
    fs::write(folder.path().join("mapping.toml"), bytes).expect("the folder can be written to");
    let offer = Offer {
        languages: &["da", "en"],
        sections: &[],
    };
    match assessment::open(&path).and_then(|file| file.resolve(&MODEL, &offer)) {
        Ok(read) => shared::show(&read.warnings),
        Err(problems) => shared::refused(&problems),
    }
});
