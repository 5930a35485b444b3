//! The attack through the program itself: two answers files in which people of two small teams
//! answered and wrote each other's things, and everything that every command then says.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::support::run::plateau;
use plateau::format::FORMATS;

const ASSESSMENT: &str = r#"schema = 1
title = "Havnen"
date = 2026-10-01

[[units]]
id = "havnen"
name = "Havnen"
[[units]]
id = "kran"
name = "Kran"
parent = "havnen"
[[units]]
id = "lods"
name = "Lods"
parent = "havnen"
[[units]]
id = "vagt"
name = "Vagt"
parent = "havnen"

[[waves]]
id = "2025"
name = "2025"
date = 2025-10-01
answers = ["2025.csv"]
[[waves]]
id = "2026"
name = "2026"
date = 2026-10-01
answers = ["2026.csv"]

[roles]
leder = "Leder"
medarbejder = "Medarbejder"

[privacy]
minimum_comments = 5
"#;

/// Who is in which team: of `lods` and `vagt` too few to be shown, of both together enough.
const PEOPLE: [(&str, usize); 3] = [("kran", 12), ("lods", 4), ("vagt", 4)];

/// A folder with two waves; in the later one, two people may have `swapped` what they say.
fn write(folder: &Path, swapped: bool) {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join("assessment.toml"), ASSESSMENT).unwrap();
    fs::write(folder.join("2025.csv"), answers(1, false)).unwrap();
    fs::write(folder.join("2026.csv"), answers(2, swapped)).unwrap();
}

fn answers(seed: usize, swapped: bool) -> String {
    let practices = plateau::model::shipped().unwrap().value.practices;
    let mut rows = String::from("respondent;enhed;rolle");
    for practice in &practices {
        write!(rows, ";{};{} kommentar", practice.id, practice.id).unwrap();
    }
    rows.push('\n');
    let team = |&(team, people): &(&'static str, usize)| (0..people).map(move |at| (team, at));
    for (person, (unit, at)) in PEOPLE.iter().flat_map(team).enumerate() {
        let role = if at % 2 == 0 { "leder" } else { "medarbejder" };
        // The first of each of the two small teams are the two who swap: both are leaders.
        let voice = match (unit, at, swapped) {
            ("lods", 0, true) => PEOPLE[0].1 + PEOPLE[1].1,
            ("vagt", 0, true) => PEOPLE[0].1,
            _ => person,
        };
        write!(rows, "p{person};{unit};{role}").unwrap();
        for practice in 0..practices.len() {
            let says = match (voice * 7 + practice * 3 + seed * voice % 5) % 9 {
                0 => "ved ikke".to_owned(),
                1 => String::new(),
                number => ((number + voice) % 5 + 1).to_string(),
            };
            let writes = if practice % 6 == voice % 6 {
                format!("Stemme {voice}")
            } else {
                String::new()
            };
            write!(rows, ";{says};{writes}").unwrap();
        }
        rows.push('\n');
    }
    rows
}

/// Without the digests of the answers files, which differ because the files do. A narrow table
/// breaks them in two; no number has letters, and no word is that long.
fn without_digests(said: &str) -> String {
    let is_digest = |word: &&str| {
        let is_hexadecimal = word.bytes().all(|byte| byte.is_ascii_hexdigit());
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        word.len() >= 16 && is_hexadecimal && !is_number
    };
    let word = |word: &&str| !is_digest(&word.trim_end_matches(|c: char| !c.is_alphanumeric()));
    said.split_inclusive(|c: char| !c.is_alphanumeric())
        .filter(word)
        .collect()
}

#[test]
fn the_program_says_the_same_whoever_of_two_small_teams_said_it() {
    let folder = tempfile::tempdir().unwrap();
    let [one, other] = ["one", "other"].map(|name| folder.path().join(name).join("havnen"));
    write(&one, false);
    write(&other, true);
    let texts = FORMATS.iter().filter(|format| format.is_text);
    let formats: Vec<&str> = texts.map(|format| format.name).collect();
    let commands: [&[&str]; 11] = [
        &["score", "--agreement", "full", "--verbose"],
        &["score", "--unit", "lods", "--verbose"],
        &["score", "--unit", "kran", "--wave", "2025"],
        &["score", "--what-if", "PLA-4=3,PRO-1=5"],
        &["score", "--what-if", "PLA-4=3", "--unit", "vagt"],
        &["report", "--agreement", "full"],
        &[
            "compare",
            "--by",
            "unit",
            "--agreement",
            "full",
            "--verbose",
        ],
        &["compare", "--by", "role", "--verbose"],
        &["compare", "--by", "wave", "--verbose"],
        &["plan", "--at-once", "9", "--iterations", "9", "--verbose"],
        &["form", "--moderation"],
    ];
    let mut compared = 0;
    for command in commands {
        // All other formats of a view are compared in random worlds.
        let own: &[&str] = match command[0] {
            "form" => &["csv"],
            "report" => &formats,
            _ => &["terminal", "json"],
        };
        for format in own {
            let said = [&one, &other].map(|folder| {
                let run = plateau(command.iter().copied()).with([".", "--format", format]);
                let run = run.with(["-o", "-"]).within(folder);
                without_digests(&run.printing_anything().saying_anything().exits(0))
            });
            let [first, second] = &said;
            let line = first.lines().zip(second.lines()).find(|(a, b)| a != b);
            assert!(first == second, "{command:?} as {format}: {line:?}");
            compared += first.len();
        }
    }
    assert!(compared > 100_000, "{compared}");
}
