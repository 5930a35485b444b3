//! Any text as `assessment.toml`.
#![no_main]

mod shared;

use std::fs;

use plateau::assessment::{self, Offer};
use shared::MODEL;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("assessment.toml");
    fs::write(&path, bytes).expect("the folder can be written to");
    let offer = Offer {
        languages: &["da", "en"],
        sections: &["result", "plateaus"],
    };
    match assessment::open(&path).and_then(|file| file.resolve(&MODEL, &offer)) {
        Ok(read) => shared::show(&read.warnings),
        Err(problems) => shared::refused(&problems),
    }
});
