//! Any text as what is laid over the model.
#![no_main]

mod shared;

use std::fs;

use plateau::model;
use shared::MODEL;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("overlay.toml");
    fs::write(&path, bytes).expect("the folder can be written to");
    match model::overlay(MODEL.clone(), &path) {
        Ok(read) => {
            shared::show(&read.warnings);
            let laid = read.value;
            assert_eq!(laid.practices.len(), MODEL.practices.len());
            let placed: usize = laid.plateaus.iter().map(|plateau| plateau.practices.len()).sum();
            assert_eq!(placed, laid.practices.len(), "a practice stands on one plateau");
        }
        Err(problems) => shared::refused(&problems),
    }
});
