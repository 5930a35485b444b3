//! A model folder of which one file is any text; the first byte says which.
#![no_main]

mod shared;

use std::fs;
use std::path::Path;

use plateau::model;

const FILES: [&str; 7] = [
    "model.toml",
    "processer.toml",
    "kunder.toml",
    "forbedringer.toml",
    "planlaegning.toml",
    "praestation.toml",
    "text/en.toml",
];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((&which, text)) = bytes.split_first() else {
        return;
    };
    let shipped = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../model/driftsledelse-2024"));
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::create_dir(folder.path().join("text")).expect("the folder can be written to");
    let replaced = usize::from(which) % FILES.len();
    for (index, name) in FILES.into_iter().enumerate() {
        let to = folder.path().join(name);
        match index == replaced {
            true => fs::write(to, text).expect("the folder can be written to"),
            false => drop(fs::copy(shipped.join(name), to).expect("the model is there")),
        }
    }
    match model::load(folder.path()) {
        Ok(read) => shared::show(&read.warnings),
        Err(problems) => shared::refused(&problems),
    }
});
