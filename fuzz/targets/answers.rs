//! Any bytes as an answers file, whatever container they look like.
#![no_main]

mod shared;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shared::read_answers(bytes));
