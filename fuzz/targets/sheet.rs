//! A sheet that is filled in by hand: any bytes as a moderation sheet, and as a sheet that
//! `plateau answer` goes on with.
#![no_main]

mod shared;

use plateau::assessment::Assessment;
use plateau::intake::{self, Answer, Content, Subject};
use shared::MODEL;

const HEADS: [&str; 5] = ["praksis", "niveau", "enhed", "måling", "kommentar"];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    shared::read_answers(bytes);
    let assessment = Assessment::implicit(MODEL.practices.len());
    let about = Subject {
        unit: Some(["all", "Alle"]),
        is_whole: true,
        wave: None,
        is_only_wave: true,
    };
    let read = |bytes: Vec<u8>| {
        let file = (Content::Bytes(bytes), "svar.csv", Vec::new());
        intake::answer_sheet(&MODEL, &assessment, about, file)
    };
    let mut sheet = match read(bytes.to_vec()) {
        Ok(sheet) => {
            shared::show(&sheet.warnings);
            sheet.value
        }
        Err(problems) => return shared::refused(&problems),
    };
    let before = sheet.table.clone();
    let all: Vec<usize> = (0..MODEL.practices.len()).collect();
    sheet.complete(&MODEL, &all, about, HEADS);
    for (row, there) in before.iter().enumerate() {
        assert!(sheet.table[row].starts_with(there), "what is there stays there");
    }
    let answer = MODEL.scale.level(3).map(Answer::Rated).expect("there is a third");
    sheet.set_answer(0, answer, "3");
    sheet.set_comment(0, "=1+1");
    let bytes = plateau::format::csv::table(&sheet.table, sheet.delimiter, sheet.mark);
    match read(bytes) {
        Ok(again) => {
            assert_eq!(again.value.answer(0), Some(answer), "what is written is read back");
            assert_eq!(again.value.comment(0).as_deref(), Some("=1+1"));
        }
        // A row that was about something else may contradict: `answer` writes nothing then.
        Err(problems) => shared::refused(&problems),
    }
});
