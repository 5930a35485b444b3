//! What is read quickly is what is read row by row.

use plateau::assessment::Assessment;
use plateau::intake::{self, Options, Reads};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::bench::{declared, file, model, open};

/// Everything that reading tells: answers, what was detected, and every problem in its place.
fn told(bytes: &[u8], assessment: &Assessment, options: Options) -> String {
    let sources = ["a.csv", "b.csv"].map(|name| file(name, bytes)).to_vec();
    let (detected, read) = intake::inspect(&model(), assessment.clone(), sources, options);
    let read = match read {
        Ok(read) => {
            let warnings = read.warnings.render(false);
            let read = read.value;
            format!("{warnings}\n{:?}\n{:?}", read.assessment, read.responses)
        }
        Err(problems) => problems.render(false),
    };
    format!("{detected:?}\n{read}")
}

/// Reads bytes quickly and row by row, and compares. Rooms of the text are made so small that
/// their borders fall everywhere.
fn is_read_alike(bytes: &[u8], room: usize) -> Result<(), TestCaseError> {
    for assessment in [open(), declared()] {
        for (lenient, comments) in [(false, false), (true, true)] {
            let told = |reads| {
                let options = Options {
                    lenient,
                    comments,
                    reads,
                    ..Options::default()
                };
                told(bytes, &assessment, options)
            };
            let plainly = told(Reads::Plainly);
            prop_assert_eq!(&plainly, &told(Reads::Quickly));
            prop_assert_eq!(&plainly, &told(Reads::QuicklyBy(room)));
        }
    }
    Ok(())
}

static LONG: &[&str] = &[
    "respondent;enhed;rolle;praksis;niveau;kommentar",
    "respondent;enhed;rolle;praksis;niveau",
    "praksis;niveau;respondent;enhed;rolle",
    "Starttidspunkt;id;enhed;måling;praksis;kommentar;niveau",
    "respondent;praksis;niveau;modereret;begrundelse",
    "respondent,unit,role,practice,level,comment",
];

static WIDE: &[&str] = &[
    "respondent;enhed;rolle;PRO-1;PRO-2;PLA-4",
    "enhed;PRO-1;PRO-1 kommentar;PRO-2;måling",
    "id;Mail;Starttidspunkt;enhed;PRO-1;PLA-4;kommentar",
    "PRO-1;PLA-4",
    "respondent,unit,role,PRO-1,PRO-2,PLA-4",
];

/// Cells as people and programs write them, most of them sound.
static CELLS: &[&str] = &[
    "",
    "",
    "",
    "1",
    "2",
    "3",
    "4",
    "1",
    "3",
    "\"2\"",
    "3,0",
    "\"3,0\"",
    "ved ikke",
    "Lokal",
    "\"n/a\"",
    "?",
    "0",
    "7",
    "2.5",
    "tre",
    "PRO-1",
    "PRO-2",
    "PLA-4",
    "\"PRO-1\"",
    "Fejlfinding",
    "PRO-9",
    "r1",
    "r2",
    "r1",
    "r2",
    "\"r1\"",
    "r 3",
    "å1",
    "'=r1",
    "=r1",
    "'Vest",
    "Vest",
    "Øst",
    "team-a",
    "team-a",
    "\"team-b\"",
    "\"Vest, nord\"",
    "all",
    "Gennemsnit",
    "i alt",
    "dep",
    "leder",
    "leder",
    "ansat",
    "2025",
    "2026",
    "\"to\nlinjer\"",
    "\"et \"\"ord\"\"\"",
    "a\"b",
    "\"a\"b",
    " ",
    "\u{a0}",
    "\"\"",
    "\"",
    "x\r",
    "\u{1}end of text\u{1}",
    "\0",
];

static ENDS: &[&str] = &[
    "\n", "\n", "\n", "\n", "\n", "\r\n", "\r\r\n", "\n\n", "\r\n\r\n", ";\n", ";x\n",
];

/// A row in which each cell may be another than the sound one in its place.
type Row = (Vec<Option<&'static str>>, usize, &'static str);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let cell = prop_oneof![9 => Just(None), 1 => select(CELLS).prop_map(Some)];
    vec((vec(cell, 7), 0..40usize, select(ENDS)), 0..40)
}

/// What usually stands below a header, in the row of this number.
fn sound(header: &str, number: usize) -> &'static str {
    let pick = |from: &[&'static str]| from[number % from.len()];
    match header.to_lowercase().as_str() {
        "respondent" | "id" => pick(&["r1", "r1", "r1", "r2", "r2", "r3"]),
        "enhed" | "unit" => pick(&["team-a", "team-a", "team-a", "team-b"]),
        "rolle" | "role" => pick(&["leder", "leder", "leder", ""]),
        "måling" => "2026",
        "praksis" | "practice" => pick(&["PRO-1", "PRO-2", "PLA-4"]),
        "mail" | "starttidspunkt" | "modereret" | "begrundelse" => "",
        "kommentar" | "comment" | "pro-1 kommentar" => pick(&["", "", "", "godt", "\"så, så\""]),
        _ => pick(&["1", "2", "", "4", "ved ikke", "3", "n/a"]),
    }
}

fn text(header: &str, rows: &[Row], same_ends: Option<&str>) -> String {
    let delimiter = if header.contains(';') { ";" } else { "," };
    let headers: Vec<&str> = header.split(delimiter).collect();
    let mut text = format!("{header}{}", same_ends.unwrap_or("\n"));
    for (cells, number, end) in rows {
        let named = headers.iter().zip(cells);
        let cells = named.map(|(header, cell)| cell.unwrap_or_else(|| sound(header, *number)));
        text += &cells.collect::<Vec<_>>().join(delimiter);
        text += same_ends.unwrap_or(end);
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 192, ..Default::default() })]

    #[test]
    fn hostile_rows_are_read_alike_quickly_and_row_by_row(
        header in prop_oneof![select(LONG), select(WIDE)],
        rows in rows(),
        same_ends in prop_oneof![Just(None), select(&["\n", "\r\n", "\r"][..]).prop_map(Some)],
        front in select(&["", "", "", "\u{feff}", "\u{feff}\u{feff}", "sep=;\n", "\n\n"][..]),
        back in select(&["", "", "\"", "r9", "\u{1}end of text\u{1}"][..]),
        room in 16..200usize,
        as_utf16 in prop::bool::weighted(0.1),
        broken_at in proptest::option::weighted(0.1, any::<prop::sample::Index>()),
    ) {
        let text = format!("{front}{}{back}", text(header, &rows, same_ends));
        let mut bytes = match as_utf16 {
            true => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            false => text.into_bytes(),
        };
        if let Some(at) = broken_at {
            let at = at.index(bytes.len());
            bytes[at] = 0xe5;
        }
        is_read_alike(&bytes, room)?;
    }

    #[test]
    fn sound_rows_are_read_alike_quickly_and_row_by_row(
        header in prop_oneof![select(LONG), select(WIDE)],
        numbers in vec(0..40usize, 1..200),
        end in select(&["\n", "\r\n"][..]),
        room in 16..400usize,
    ) {
        let rows: Vec<Row> = numbers.iter().map(|&n| (vec![None; 7], n, end)).collect();
        is_read_alike(text(header, &rows, Some(end)).as_bytes(), room)?;
    }
}

#[test]
fn what_comes_late_in_a_long_text_is_read_alike_quickly_and_row_by_row() {
    let rows = |letter: &str| -> Vec<u8> {
        let row = |n: u32| {
            format!(
                "r{n};team-{letter};leder;PRO-{};{};\n",
                1 + n % 2,
                1 + n % 4
            )
        };
        let header = format!("{}\n", LONG[0]);
        let rows: String = (0..45_000).map(row).collect();
        (header + &rows).into_bytes()
    };
    let utf16 = |text: &[u8]| -> Vec<u8> {
        let text = String::from_utf8(text.to_vec()).unwrap();
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    };
    let (plain, danish) = (rows("a"), rows("å"));
    let marked = [b"\xef\xbb\xbf", &*plain].concat();
    let latin = [&plain[..60], b"r1;V\xe5g;leder;PRO-1;3;\n", &plain[60..]].concat();
    let late: [(Vec<u8>, &[u8], &str); 9] = [
        (plain.clone(), b"r1;V\xe5g;leder;PRO-1;3;\n", "Windows1252"),
        (danish.clone(), b"r1;V\xe5g;leder;PRO-1;3;\n", "A008"),
        (marked, b"r1;V\xe5g;leder;PRO-1;3;\n", "A008"),
        (latin, "r1;Våg;leder;PRO-1;3;\n".as_bytes(), "A008"),
        (danish.clone(), b"r1;a\0;leder;PRO-1;3;\n", "A002"),
        (danish.clone(), b"r1;team;leder;PRO-1;\"3;\n", "A009"),
        (danish.clone(), b"r1;team;leder;PRO-1;seks;\n", "A004"),
        (utf16(&danish), b"r", "A008"),
        (utf16(&plain), b"r\x00x", "A008"),
    ];
    for (text, more, expected) in late {
        let text = [&*text, more].concat();
        let told = |reads| {
            let options = Options {
                reads,
                ..Options::default()
            };
            told(&text, &open(), options)
        };
        let plainly = told(Reads::Plainly);
        assert!(plainly.contains(expected), "{expected}");
        for reads in [Reads::Quickly, Reads::QuicklyBy(100_000)] {
            let quickly = told(reads);
            let differs = quickly
                .chars()
                .zip(plainly.chars())
                .position(|(a, b)| a != b);
            let differs = differs.unwrap_or_default().saturating_sub(200);
            let from = |told: &str| told.chars().skip(differs).take(700).collect::<String>();
            let (quick, plain) = (from(&quickly), from(&plainly));
            assert!(
                quickly == plainly,
                "{expected} {reads:?}:\n{quick}\n\n{plain}"
            );
        }
    }
}
