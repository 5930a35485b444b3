//! An undertaking in which every field that people fill in holds some of the same words: the
//! model, what is laid over it, the set-up, the answers in any container, the plan.

use std::fs;
use std::path::Path;

use toml::{Table, Value};

use crate::support::root;

/// Words for one field after the other, each with a number behind it that is its own.
pub struct Fields<'a> {
    words: &'a [String],
    turn: usize,
    /// What each field is that has been filled, the number behind its words less one.
    pub filled: Vec<String>,
}

/// How answers are handed over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Container {
    Csv,
    Xlsx,
    Ods,
}

/// The name of the wave with people's answers, which runs choose.
pub const WAVE: &str = "2026";

impl<'a> Fields<'a> {
    /// These words, from this one on.
    pub fn new(words: &'a [String], turn: usize) -> Self {
        Self {
            words,
            turn,
            filled: Vec::new(),
        }
    }

    /// What the next field holds.
    fn next(&mut self, field: &str) -> String {
        let words = &self.words[(self.turn + self.filled.len()) % self.words.len()];
        self.filled.push(field.to_owned());
        format!("{words} {}", self.filled.len())
    }

    /// The next field's words within quotes in TOML.
    fn quoted(&mut self, field: &str) -> String {
        quoted(&self.next(field))
    }

    /// Writes everything into a folder.
    pub fn write(&mut self, folder: &Path, container: Container) {
        self.model(&folder.join("model"));
        self.overlay(&folder.join("overlay.toml"));
        let ids = Ids {
            units: [0; 3].map(|_| self.next("unit id")),
            roles: [0; 2].map(|_| self.next("role id")),
            waves: [self.next("wave id"), WAVE.to_owned()],
            column: self.next("practice's header"),
            wording: self.next("wording"),
        };
        let ending = match container {
            Container::Csv => "csv",
            Container::Xlsx => "xlsx",
            Container::Ods => "ods",
        };
        // A file's name holds neither a slash nor what stands for a folder.
        let name = self.next("file name").replace(['/', '\\', '\0'], "");
        let name: String = name.chars().take(60).collect();
        let files = ["før", "svar", "ark"].map(|kind| format!("{name} {kind}.{ending}"));
        self.set_up(&folder.join("assessment.toml"), &ids, &files);
        let tables = [self.people(&ids, 0), self.people(&ids, 1), self.sheet(&ids)];
        for (file, table) in files.iter().zip(tables) {
            fs::write(folder.join(file), packed(&table, container)).unwrap();
        }
        fs::write(
            folder.join("plan.csv"),
            packed(&self.plan(), Container::Csv),
        )
        .unwrap();
    }

    /// The tiny model in other words.
    fn model(&mut self, folder: &Path) {
        let tiny = root("tests/models/valid/tiny");
        fs::create_dir_all(folder.join("text")).unwrap();
        for file in ["model.toml", "soil.toml", "harvest.toml", "text/da.toml"] {
            let text = fs::read_to_string(tiny.join(file)).unwrap();
            let mut table: Table = text.parse().unwrap();
            let all = file.starts_with("text/");
            for (key, value) in &mut table {
                self.replace(key, value, all);
            }
            fs::write(folder.join(file), toml::to_string(&table).unwrap()).unwrap();
        }
    }

    /// Replaces whatever is a text and no name of something.
    fn replace(&mut self, key: &str, value: &mut Value, all: bool) {
        const TEXTS: [&str; 12] = [
            "title",
            "instruction",
            "licence",
            "status",
            "sources",
            "name",
            "label",
            "definition",
            "summary",
            "question",
            "anchors",
            "rationale",
        ];
        match value {
            Value::String(text) if all || TEXTS.contains(&key) => {
                *text = self.next(&format!("{} {key}", if all { "Danish" } else { "model" }));
            }
            Value::Array(list) if TEXTS.contains(&key) || list.iter().all(Value::is_table) => {
                for value in list {
                    self.replace(key, value, all);
                }
            }
            // What is attested and what is not is said in words of the model's own.
            Value::Table(table) if key != "basis" => {
                for (key, value) in table {
                    self.replace(key, value, all);
                }
            }
            _ => {}
        }
    }

    fn overlay(&mut self, path: &Path) {
        let [title, name, label, danish, anchor] =
            ["title", "name", "label", "Danish name", "anchor"]
                .map(|it| self.quoted(&format!("overlay {it}")));
        let text = format!(
            "schema = 1\nmodel = \"allotment\"\ntitle = {title}\nbasis = \"attested\"\n\
             [levels.4]\nname = {{ en = {name}, da = {danish} }}\nlabel = {{ en = {label} }}\n\
             [practices.SOIL-1]\nanchors = {{ en = [\"a\", \"b\", {anchor}, \"d\"] }}\n"
        );
        fs::write(path, text).unwrap();
    }

    fn set_up(&mut self, path: &Path, ids: &Ids, files: &[String; 3]) {
        let mut text = "schema = 1\nlanguage = \"da\"\nmodel = \"./model\"\n".to_owned();
        let mut add = |line: String| text += &(line + "\n");
        let q = quoted;
        add(format!("title = {}", self.quoted("title")));
        for (at, id) in ids.units.iter().enumerate() {
            add(format!(
                "[[units]]\nid = {}\nname = {}",
                q(id),
                self.quoted("unit name")
            ));
            if at > 0 {
                add(format!("parent = {}", q(&ids.units[0])));
            }
        }
        for (at, id) in ids.waves.iter().enumerate() {
            let answers = match at {
                0 => q(&files[0]),
                _ => format!("{}, {}", q(&files[1]), q(&files[2])),
            };
            add(format!(
                "[[waves]]\nid = {}\nname = {}\ndate = {}-10-01\nanswers = [{answers}]",
                q(id),
                self.quoted("wave name"),
                2025 + at
            ));
        }
        add("[roles]".to_owned());
        for id in &ids.roles {
            add(format!("{} = {}", q(id), self.quoted("role name")));
        }
        add(format!(
            "[tailoring.not_relevant]\nHARVEST-1 = {}",
            self.quoted("tailoring reason")
        ));
        add(format!("[columns]\n{} = \"SOIL-2\"", q(&ids.column)));
        add(format!("[answers]\n{} = 3", q(&ids.wording)));
        add("[privacy]\nminimum_group = 3\nminimum_comments = 3".to_owned());
        add("[report]".to_owned());
        for key in ["organisation", "author", "introduction", "conclusion"] {
            add(format!("{key} = {}", self.quoted(key)));
        }
        fs::write(path, text).unwrap();
    }

    /// People of every unit and role: who they are, what they say of two practices and write of
    /// one, and columns that are not read.
    fn people(&mut self, ids: &Ids, turn: usize) -> Vec<Vec<String>> {
        let unknown = format!(
            "{} og noget, som ingen praksis hedder noget i retning af",
            self.next("unknown header")
        );
        let heads = [
            "id",
            "enhed",
            "rolle",
            "SOIL-1",
            "SOIL-1 kommentar",
            &ids.column,
        ];
        let mut table = vec![heads.map(str::to_owned).to_vec()];
        table[0].extend(["E-mail".to_owned(), unknown]);
        for person in 0..12_usize {
            let level = (1 + (person + turn) % 4).to_string();
            table.push(vec![
                self.next("respondent"),
                ids.units[1 + person % 2].clone(),
                ids.roles[person / 2 % 2].clone(),
                level,
                self.next("comment"),
                if person < 6 {
                    ids.wording.clone()
                } else {
                    "2".to_owned()
                },
                self.next("e-mail"),
                self.next("unknown cell"),
            ]);
        }
        table
    }

    /// Settled readings and moderated levels with all that is said of them.
    fn sheet(&mut self, ids: &Ids) -> Vec<Vec<String>> {
        let heads = "praksis,enhed,niveau,kommentar,evidens,kilde,modereret,begrundelse,af";
        let mut table = vec![heads.split(',').map(str::to_owned).collect()];
        for unit in &ids.units[1..] {
            let row = ["SOIL-1", unit, ""].map(str::to_owned);
            let rest = [
                String::new(),
                self.next("evidence"),
                self.next("source"),
                "3".to_owned(),
            ];
            table.push([&row[..], &rest, &[self.next("reason"), self.next("by")]].concat());
        }
        table
    }

    /// Last time's plan, filled in.
    fn plan(&mut self) -> Vec<Vec<String>> {
        let heads = "praksis;skridt;til;ansvarlig;frist;status;bemærkning";
        let mut table = vec![heads.split(';').map(str::to_owned).collect()];
        for (practice, status) in [("SOIL-1", "i gang"), ("SOIL-2", "gjort")] {
            let cells = [
                practice,
                "løft",
                "3",
                &self.next("plan owner"),
                "",
                status,
                &self.next("plan remark"),
            ];
            table.push(cells.map(str::to_owned).to_vec());
        }
        table
    }
}

/// What stands in several places.
struct Ids {
    units: [String; 3],
    roles: [String; 2],
    waves: [String; 2],
    /// A header that stands for a practice.
    column: String,
    /// What stands for a level.
    wording: String,
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", super::escaped(words))
}

/// A table as a file's bytes. Neither kind of workbook can hold a control character.
fn packed(table: &[Vec<String>], container: Container) -> Vec<u8> {
    let plain = |cell: &String| -> String {
        let keeps = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
        cell.chars().filter(keeps).collect()
    };
    let rows: Vec<Vec<String>> = match container {
        Container::Csv => table.to_vec(),
        _ => table
            .iter()
            .map(|row| row.iter().map(plain).collect())
            .collect(),
    };
    match container {
        Container::Csv => {
            let mut writer = csv::WriterBuilder::new()
                .delimiter(b';')
                .from_writer(Vec::new());
            for row in rows {
                writer.write_record(row).unwrap();
            }
            writer.into_inner().unwrap()
        }
        Container::Xlsx => crate::intake::workbooks::one(&rows),
        Container::Ods => crate::intake::opendocument::one(&rows),
    }
}
