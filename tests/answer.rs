//! `plateau answer`: sittings through a pipe, and what is in the sheet afterwards.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::Value;

use crate::support::hostile::HOSTILE;
use crate::support::root;
use crate::support::run::{Run, plateau};

const TINY: &str = "tests/models/valid/tiny";

/// A sitting in which these lines are typed.
fn sitting(folder: &Path, options: &[&str], typed: &str) -> Run {
    plateau(["answer", "-o", "svar.csv"])
        .with(options.iter().copied())
        .within(folder)
        .reading(typed)
        .printing_anything()
}

fn sheet(folder: &Path) -> String {
    fs::read_to_string(folder.join("svar.csv")).unwrap()
}

fn row(folder: &Path, start: &str) -> String {
    let sheet = sheet(folder);
    let found = sheet.lines().find(|line| line.starts_with(start));
    found
        .unwrap_or_else(|| panic!("no {start} in {sheet}"))
        .to_owned()
}

/// What the sheet says of a practice when it is read back.
fn read_back(folder: &Path, options: &[&str]) -> Vec<Value> {
    let said = plateau(["score", "svar.csv", "--format", "json"])
        .with(options.iter().copied())
        .within(folder)
        .printing_anything()
        .exits(0);
    let numbers: Value = serde_json::from_str(&said).unwrap();
    let units = numbers["waves"][0]["units"].as_array().unwrap();
    units[0]["practices"].as_array().unwrap().clone()
}

#[test]
fn what_is_typed_is_in_the_sheet_and_is_read_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let typed =
        "3\nEn bemærkning; med \"anførsel\"\n?\n\n-\nGælder ikke\nLokalt standardiseret\n\ns\n";
    let said = sitting(path, &[], typed).exits(0);
    for shown in [
        "1 af 31 ·",
        "5 af 31 ·",
        "4 af 31 er besvaret og gemt i svar.csv",
    ] {
        assert!(said.contains(shown), "{shown}: {said}");
    }
    assert!(sheet(path).starts_with("\u{feff}praksis;niveau;enhed;måling;kommentar\nPRO-1;3;"));
    assert_eq!(
        sheet(path).lines().count(),
        32,
        "a row for every practice, answered or not"
    );
    let read = read_back(path, &[]);
    let levels: Vec<&Value> = read.iter().map(|practice| &practice["level"]).collect();
    assert_eq!(
        levels[..5],
        [
            &Value::from(3),
            &Value::Null,
            &Value::Null,
            &Value::from(2),
            &Value::Null
        ]
    );
    let comment = &read[0]["settled"]["comment"];
    assert_eq!(comment, "En bemærkning; med \"anførsel\"");
    assert_eq!(read[1]["settled"]["answer"], "dont_know");
    assert_eq!(read[2]["settled"]["answer"], "not_relevant");
}

#[test]
fn a_sitting_goes_on_where_the_last_one_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    sitting(path, &[], "1\n\n2\n\n").exits(0);
    let said = sitting(path, &[], "3\n\n").exits(0);
    assert!(said.contains("2 af 31 er besvaret"), "{said}");
    let asked: Vec<&str> = said
        .lines()
        .filter(|line| line.contains(" af 31 ·"))
        .collect();
    assert!(asked[0].starts_with("3 af 31 ·"), "{asked:?}");
    assert!(row(path, "PRO-3").starts_with("PRO-3;3;"));
    assert!(row(path, "PRO-1").starts_with("PRO-1;1;"));
}

#[test]
fn one_can_go_back_skip_and_jump_and_sees_what_was_said_before() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let typed = "t\n2\nførste\n\nt\nt\n\nKUN-1\n4\n\npro-1\n5\n-\n\n";
    let said = sitting(path, &[], typed).exits(0);
    assert!(said.contains("Dette er det første spørgsmål."), "{said}");
    assert!(said.contains("Svar nu: 2 Lokalt standardiseret"), "{said}");
    assert!(said.contains("Kommentar nu: første"), "{said}");
    assert_eq!(
        row(path, "PRO-1"),
        "PRO-1;5;;;",
        "the comment was taken away"
    );
    assert!(row(path, "KUN-1").starts_with("KUN-1;4;"));
    assert_eq!(
        row(path, "PRO-2"),
        "PRO-2;;;;",
        "what was skipped has no answer"
    );
}

#[test]
fn what_is_no_answer_is_said_and_asked_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let said = sitting(path, &[], "6\n0\n3,5\ntre\nh\n\u{1b}[31mrød\n").exits(0);
    for wrong in ["»6«", "»0«", "»3,5«", "»tre«"] {
        assert!(
            said.contains(&format!("{wrong} er ikke et svar her")),
            "{wrong}"
        );
    }
    assert!(
        said.contains("Det kan du skrive") && !said.contains('\u{1b}'),
        "{said}"
    );
    assert!(said.contains("Intet er besvaret, og intet er skrevet."));
    assert!(!path.join("svar.csv").exists());
}

#[test]
fn at_the_end_the_unanswered_are_named_and_gone_to() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let model = root(TINY).display().to_string();
    let options = ["--model", &model, "--lang", "en"];
    let said = sitting(path, &options, "1\n\n\n4\n\n\nTended\n\n\n").exits(0);
    assert!(said.contains("2 of 3 are answered"), "{said}");
    assert!(said.contains("Missing: "), "{said}");
    assert!(said.contains("All 3 are answered"), "{said}");
    assert!(said.contains("$ plateau score svar.csv --model"), "{said}");
    let levels: Vec<Value> = read_back(path, &["--model", &model])
        .iter()
        .map(|practice| practice["level"].clone())
        .collect();
    assert_eq!(levels, [1, 2, 4].map(Value::from));
    let again = sitting(path, &options, "").exits(0);
    assert!(again.contains("All 3 are answered"), "{again}");
}

#[test]
fn who_leaves_where_a_comment_is_asked_for_leaves_no_comment() {
    let folder = tempfile::tempdir().unwrap();
    plateau(["answer", "-o", "svar.csv"])
        .within(folder.path())
        .reading("2\nq\n")
        .printing("1 af 31 er besvaret og gemt")
        .exits(0);
    let sheet = fs::read_to_string(folder.path().join("svar.csv")).unwrap();
    assert!(sheet.contains(";2;;"), "{sheet}");
}

/// A sitting that goes on while the test does: what is typed into it, and what it shows.
fn begun(folder: &Path) -> (Child, ChildStdin, BufReader<ChildStdout>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_plateau"))
        .args(["answer", "-o", "svar.csv"])
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (typing, shown) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    (child, typing, BufReader::new(shown))
}

#[test]
fn a_killed_sitting_has_lost_nothing_that_was_answered() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let (mut child, mut typing, mut shown) = begun(path);
    typing.write_all(b"2\nen\n4\n\n5\n").unwrap();
    // The third answer is in once its comment is asked for; then nobody gets to end the sitting.
    let (mut line, mut answers) = (String::new(), 0);
    while answers < 3 {
        line.clear();
        assert!(shown.read_line(&mut line).unwrap() > 0);
        answers += usize::from(line.starts_with("Svar (1–5"));
    }
    let mut question = [0; 9];
    std::io::Read::read_exact(&mut shown, &mut question).unwrap();
    assert_eq!(&question, b"Kommentar");
    child.kill().unwrap();
    child.wait().unwrap();
    let rows = ["PRO-1;2;;;en", "PRO-2;4;;;", "PRO-3;5;;;"];
    assert_eq!(
        sheet(path).lines().skip(1).take(3).collect::<Vec<_>>(),
        rows
    );
    let left: Vec<_> = fs::read_dir(path).unwrap().collect();
    assert_eq!(left.len(), 1, "{left:?}");
    sitting(path, &[], "1\n\n").exits(0);
    assert!(row(path, "PRO-4").starts_with("PRO-4;1;"));
}

#[test]
fn what_somebody_else_writes_into_the_sheet_meanwhile_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let (mut child, mut typing, mut shown) = begun(path);
    typing.write_all(b"2\n\n").unwrap();
    let mut line = String::new();
    while !line.starts_with("2 af 31") {
        line.clear();
        assert!(shown.read_line(&mut line).unwrap() > 0);
    }
    let changed = sheet(path).replace("PLA-4;;;;", "PLA-4;5;;;udefra");
    fs::write(path.join("svar.csv"), changed).unwrap();
    typing.write_all(b"3\nher\ns\n").unwrap();
    drop(typing);
    std::io::copy(&mut shown, &mut std::io::sink()).unwrap();
    assert!(child.wait().unwrap().success());
    for kept in ["PRO-1;2;;;", "PRO-2;3;;;her", "PLA-4;5;;;udefra"] {
        assert_eq!(row(path, &kept[..5]), kept);
    }
}

/// Two units and a wave; a sheet with evidence, remarks, columns of its own and a row of another
/// unit.
fn undertaking() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let set_up = r#"
schema = 1
title = "Måling"
language = "da"
[[units]]
id = "hus"
name = "Huset"
[[units]]
id = "kredit"
name = "Kredit"
parent = "hus"
[[waves]]
id = "2026"
name = "Efterår 2026"
answers = ["svar.csv"]
"#;
    fs::write(folder.path().join("assessment.toml"), set_up).unwrap();
    let kept = "navn,praksis,egen kolonne,niveau,enhed,evidens,bemærkning,kommentar\r\n\
                Proceslandskab,PRO-1,\"a, \"\"b\"\"\",2,kredit,Set,x,'=1+1\r\n\
                ,PRO-1,,,Huset,Tavlen,,\r\n\
                ,PRO-2,,4,,,,\"gammel, ja\"\r\n\
                ,,,,,,,\r\n";
    fs::write(folder.path().join("svar.csv"), kept).unwrap();
    folder
}

#[test]
fn everything_else_in_the_sheet_stays() {
    let folder = undertaking();
    let path = folder.path();
    let said = sitting(path, &["."], "5\nny\n").saying_anything().exits(0);
    assert!(said.contains("Huset · Efterår 2026"), "{said}");
    assert!(
        said.contains("1 af 31 er besvaret"),
        "a row without a unit is the house's: {said}"
    );
    let expected = "navn,praksis,egen kolonne,niveau,enhed,evidens,bemærkning,kommentar\n\
                    Proceslandskab,PRO-1,\"a, \"\"b\"\"\",2,kredit,Set,x,'=1+1\n\
                    ,PRO-1,,5,Huset,Tavlen,,ny\n\
                    ,PRO-2,,4,,,,\"gammel, ja\"\n\
                    ,,,,,,,\n\
                    ,PRO-3,,,hus,,,\n";
    assert!(sheet(path).starts_with(expected), "{}", sheet(path));
    assert!(
        !sheet(path).starts_with('\u{feff}'),
        "a mark that was not there"
    );
    sitting(path, &[".", "--unit", "Kredit"], "")
        .saying_anything()
        .exits(0);
    assert!(
        sheet(path).starts_with(expected),
        "asking alone writes nothing"
    );
    sitting(path, &[".", "--unit", "Kredit", "--only", "PRO-2"], "3\n\n")
        .saying_anything()
        .exits(0);
    assert!(row(path, ",PRO-2,,3").starts_with(",PRO-2,,3,kredit,"));
    plateau(["check", "."])
        .within(path)
        .printing_anything()
        .exits(0);
}

#[test]
fn a_sheet_without_a_column_for_units_gets_one_for_a_part() {
    let folder = undertaking();
    let path = folder.path();
    fs::write(path.join("svar.csv"), "praksis;niveau\nPRO-1;2\n").unwrap();
    sitting(
        path,
        &[".", "--unit", "kredit", "--only", "PRO-1"],
        "4\nher\n",
    )
    .exits(0);
    assert_eq!(
        sheet(path),
        "praksis;niveau;enhed;kommentar\nPRO-1;2;;\nPRO-1;4;kredit;her\n"
    );
}

#[test]
fn a_file_that_is_no_sheet_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let others: &[(&[u8], &str)] = &[
        (b"respondent;PRO-1;PRO-2\n1;2;3\n", "error[C025]"),
        (b"indkob;antal\nmel;2\n", "error[C025]"),
        (b"respondent;praksis;niveau\n1;PRO-1;2\n", "error[C025]"),
        (b"praksis;niveau\nPRO-1;tre\n", "error[A004]"),
        (b"praksis;niveau\nXXX-1;3\n", "error[A005]"),
        (b"praksis;niveau\n\"PRO-1;3\n", "error[A009]"),
        (b"PK\x03\x04\x00\x00", "error[A002]"),
        (b"", "error[A007]"),
    ];
    for (bytes, code) in others {
        fs::write(path.join("svar.csv"), bytes).unwrap();
        plateau(["answer", "-o", "svar.csv"])
            .within(path)
            .reading("3\n\n")
            .saying(code)
            .exits(2);
        assert_eq!(fs::read(path.join("svar.csv")).unwrap(), *bytes, "{code}");
    }
}

#[test]
fn nothing_but_a_csv_file_of_ones_own_is_written() {
    let folder = undertaking();
    let path = folder.path();
    for (arguments, code) in [
        (vec!["answer", "-o", "svar.xlsx"], "error[C003]"),
        (vec!["answer", "-o", "-"], "error[C003]"),
        (vec!["answer", "-o", "nowhere/svar.csv"], "error[C001]"),
        (vec!["answer", "svar.csv", "-o", "ny.csv"], "error[C024]"),
        (
            vec!["answer", ".", "-o", "ny.csv", "--unit", "kredi"],
            "error[C005]",
        ),
        (
            vec!["answer", ".", "-o", "ny.csv", "--wave", "2027"],
            "error[C006]",
        ),
        (
            vec!["answer", ".", "-o", "ny.csv", "--only", "XXX"],
            "error[C022]",
        ),
    ] {
        plateau(arguments).within(path).saying(code).exits(2);
        assert!(!path.join("ny.csv").exists());
    }
}

#[test]
fn what_is_written_as_a_comment_is_words_and_reads_back_as_typed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    for said in HOSTILE {
        let _ = fs::remove_file(path.join("svar.csv"));
        // One line is one comment; what cannot be typed on a line is not.
        let line: String = said.chars().filter(|c| !matches!(c, '\n' | '\r')).collect();
        let shown = sitting(path, &[], &format!("3\n{line}\n")).exits(0);
        assert!(
            !shown.contains('\u{1b}') && !shown.contains('\u{202e}'),
            "{said:?}"
        );
        let parts = line.split(|c: char| c.is_whitespace() || c.is_control());
        let unseen = ['\u{200b}', '\u{feff}'];
        let words: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let expected = words.join(" ").replace(unseen, "").trim().to_owned();
        let read = read_back(path, &[]);
        assert_eq!(read[0]["settled"]["comment"], *expected, "{said:?}");
        let cell = row(path, "PRO-1").split_once(";3;;;").unwrap().1.to_owned();
        let first = cell.trim_start_matches('"').chars().next().unwrap();
        assert!(!"=+-@".contains(first), "{cell}");
    }
}
