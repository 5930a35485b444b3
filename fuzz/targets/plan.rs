//! Any bytes as a plan that people have filled in.
#![no_main]

mod shared;

use plateau::intake::{About, Content, past_plan};
use shared::MODEL;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let about = About { unit: ["u", "U"] };
    let content = Content::Bytes(bytes.to_vec());
    match past_plan(&MODEL, about, content, "plan.csv") {
        Ok(read) => shared::show(&read.warnings),
        Err(problems) => shared::refused(&problems),
    }
});
