//! People who answer a questionnaire, and what the program makes of the same answers as plain CSV.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::run::plateau;

/// What one person says of a practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Level(usize),
    DontKnow,
    NotRelevant,
    Nothing,
}

/// A person's answers to every practice that is asked.
pub struct Person {
    pub unit: &'static str,
    pub role: &'static str,
    pub said: Vec<Said>,
    pub comment: &'static str,
}

/// The undertaking that is asked: units with hostile names, roles, a wave.
pub const SET_UP: &str = r#"
schema = 1
title = "=1+1 Måling <b>&amp;</b> {x} \"y\" #z"
[[units]]
id = "hus"
name = "Huset"
[[units]]
id = "formel"
name = "=HYPERLINK(\"http://x\"); 'a'"
parent = "hus"
[[units]]
id = "bolig"
name = "Bolig, lån og <script>alert(1)</script> med et meget langt navn for en lille enhed"
parent = "hus"
[[waves]]
id = "2026"
name = "Efterår 2026"
date = 2026-10-01
answers = ["svar/"]
[roles]
leder = "Leder"
medarbejder = "Medarbejder"
[tailoring.not_relevant]
PLA-2 = "Findes ikke her."
[privacy]
minimum_group = 3
minimum_comments = 3
"#;

/// Someone of each unit and role, saying everything that can be said; nobody the same.
pub fn people(practices: usize, levels: usize) -> Vec<Person> {
    let person = |number: usize| {
        let said = (0..practices).map(|practice| match (number + practice) % 11 {
            9 => Said::DontKnow,
            10 => Said::NotRelevant,
            7 => Said::Nothing,
            _ => Said::Level((number * 3 + practice * (number % 4 + 1)) % levels + 1),
        });
        Person {
            unit: ["formel", "bolig"][number % 2],
            role: ["leder", "medarbejder"][number / 2 % 2],
            said: said.collect(),
            comment: ["Godt; \"meget\"", "=1+1", "To\nlinjer"][number % 3],
        }
    };
    (0..8).map(person).collect()
}

/// The answers as the plainest of files.
pub fn plain(ids: &[String], people: &[Person]) -> String {
    let mut text = "id;enhed;rolle".to_owned();
    for id in ids {
        text += &format!(";{id}");
    }
    for (number, person) in people.iter().enumerate() {
        text += &format!("\n{number};{};{}", person.unit, person.role);
        for said in &person.said {
            text += &match said {
                Said::Level(level) => format!(";{level}"),
                Said::DontKnow => ";?".to_owned(),
                Said::NotRelevant => ";n/a".to_owned(),
                Said::Nothing => ";".to_owned(),
            };
        }
    }
    text
}

/// An undertaking in a folder of its own; answers belong into `svar/`.
pub fn undertaking(set_up: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("svar")).unwrap();
    fs::write(folder.path().join("assessment.toml"), set_up).unwrap();
    folder
}

/// Every number of an undertaking, without the names and hashes of its files.
pub fn numbers(folder: &Path, options: &[&str]) -> Value {
    let said = plateau(["score", ".", "--format", "json", "--lang", "da"])
        .with(options.iter().copied())
        .within(folder)
        .printing_anything()
        .exits(0);
    let mut numbers: Value = serde_json::from_str(&said).unwrap();
    numbers["inputs"] = Value::Null;
    numbers
}

/// What comes of the same answers as plain CSV.
pub fn expected(set_up: &str, options: &[&str], ids: &[String], people: &[Person]) -> Value {
    let folder = undertaking(set_up);
    fs::write(folder.path().join("svar/alle.csv"), plain(ids, people)).unwrap();
    numbers(folder.path(), options)
}
