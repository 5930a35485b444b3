//! People's own words that try to be more than words, through the real program into every
//! format: names of units, comments, what settled readings rest on, reasons of moderated levels;
//! and the same words in [`everywhere`] that words can stand.

mod everywhere;
mod fields;
mod outputs;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use calamine::{Data, Reader, Xlsx};
use plateau::diagnostic::{acts, inert};
use serde_json::Value;

use crate::support::hostile;
use crate::support::run::plateau;

/// The unit in which people wrote comments, and the one with a sheet.
const UNITS: [&str; 2] = ["hus", "ark"];
/// What is written of one unit.
const ENDINGS: [&str; 6] = ["md", "html", "pdf", "xlsx", "json", "csv"];

/// The reports on an assessment full of hostile words, and on the same with harmless ones.
static HOSTILE: LazyLock<Reports> = LazyLock::new(|| Reports::on(&written(), &ENDINGS));
static HARMLESS: LazyLock<Reports> =
    LazyLock::new(|| Reports::on(&vec!["ord".to_owned(); written().len()], &["html"]));

struct Reports(tempfile::TempDir);

impl Reports {
    fn on(words: &[String], endings: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        set_up(folder.path(), words);
        for unit in UNITS {
            let names = endings.iter().map(|ending| format!("{unit}.{ending}"));
            let names: Vec<String> = names.collect();
            let outputs = names.iter().flat_map(|name| ["-o", name]);
            plateau(["report", ".", "--unit", unit])
                .with(outputs)
                .within(folder.path())
                .saying_anything()
                .exits(0);
        }
        Self(folder)
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.path().join(name)).unwrap()
    }

    /// Both units' reports as text.
    fn texts(&self, ending: &str) -> String {
        let text = |unit: &str| String::from_utf8(self.bytes(&format!("{unit}.{ending}"))).unwrap();
        UNITS.map(text).join("\n")
    }

    fn json(&self, unit: &str) -> Value {
        let all: Value = serde_json::from_slice(&self.bytes(&format!("{unit}.json"))).unwrap();
        all["waves"][0]["units"][0].clone()
    }
}

/// The hostile words as files can hold them: a text file has no NUL.
fn written() -> Vec<String> {
    hostile::all()
        .map(|words| words.replace('\0', ""))
        .collect()
}

/// Writes an assessment whose every field of people's words holds some of these.
fn set_up(folder: &Path, words: &[String]) {
    let mut setup = "schema = 1\ntitle = \"Fjendtlig\"\nlanguage = \"da\"\n".to_owned();
    let mut add = |id: &str, name: &str, rest: &str| {
        setup += &format!(
            "[[units]]\nid = \"{id}\"\nname = \"{}\"\n{rest}",
            escaped(name)
        );
    };
    add("hus", "Huset", "");
    add("ark", "Arket", "parent = \"hus\"\n");
    for (i, name) in words.iter().enumerate() {
        add(
            &format!("u{i}"),
            &format!("{i} {name}"),
            "parent = \"hus\"\n",
        );
    }
    setup += "[[waves]]\nid = \"2026\"\nanswers = [\"svar.csv\", \"vurdering.csv\"]\n";
    fs::write(folder.join("assessment.toml"), setup).unwrap();

    let mut answers = csv::Writer::from_path(folder.join("svar.csv")).unwrap();
    answers
        .write_record(["id", "enhed", "PRO-1", "PRO-1 kommentar"])
        .unwrap();
    for (i, comment) in words.iter().enumerate() {
        let row = [&*i.to_string(), "hus", "3", comment];
        answers.write_record(row).unwrap();
    }
    answers.flush().unwrap();

    let mut sheet = csv::Writer::from_path(folder.join("vurdering.csv")).unwrap();
    let header = "praksis,enhed,niveau,kommentar,evidens,modereret,begrundelse,af";
    sheet.write_record(header.split(',')).unwrap();
    for (k, id) in practices().iter().enumerate() {
        let (one, other) = said_of(words, k);
        sheet
            .write_record([id, "ark", "2", one, other, "", "", ""])
            .unwrap();
        sheet
            .write_record([id, "hus", "", "", other, "3", one, other])
            .unwrap();
    }
    for i in 0..words.len() {
        let unit = format!("u{i}");
        sheet
            .write_record(["PRO-1", &unit, "2", "", "", "", "", ""])
            .unwrap();
    }
    sheet.flush().unwrap();
}

/// Two of the words for the practice with this index; all practices together have all of them.
fn said_of(words: &[String], practice: usize) -> (&str, &str) {
    let practices = practices().len();
    (
        &words[practice],
        &words[(practice + practices) % words.len()],
    )
}

fn practices() -> Vec<String> {
    let model = plateau::model::shipped().unwrap().value;
    model
        .practices
        .into_iter()
        .map(|practice| practice.id)
        .collect()
}

/// A name within quotes in TOML.
fn escaped(name: &str) -> String {
    let escape = |c: char| match c {
        ' '..='~' if c != '"' && c != '\\' => c.to_string(),
        c => format!("\\U{:08x}", u32::from(c)),
    };
    name.chars().map(escape).collect()
}

/// Words as the intake keeps them: white space folded, characters without width gone.
fn kept(words: &str) -> String {
    let invisible = |c: &char| {
        matches!(
            c,
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
        )
    };
    let seen: String = words.chars().filter(|c| !invisible(c)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every word as it was kept and is shown where nothing may act.
fn shown() -> Vec<String> {
    written().iter().map(|words| inert(&kept(words))).collect()
}

/// Text without its white space, which formats set anew.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

#[track_caller]
fn assert_says_all(text: &str, times: usize) {
    let text = bare(text);
    for words in shown() {
        let found = text.matches(&bare(&words)).count();
        assert!(
            found >= times,
            "`{words}` is there {found} times in\n{text}"
        );
    }
}

#[test]
fn json_holds_them_as_they_were_kept() {
    let unit = HOSTILE.json("hus");
    let mut expected: Vec<String> = written().iter().map(|words| kept(words)).collect();
    expected.sort();
    assert_eq!(
        unit["practices"][0]["comments"],
        serde_json::json!(expected)
    );
    let words = written();
    let sheet = HOSTILE.json("ark");
    for k in 0..practices().len() {
        let (one, other) = said_of(&words, k);
        let (one, other) = (kept(one), kept(other));
        let moderated = &unit["practices"][k]["moderated"];
        assert_eq!(
            (&moderated["reason"], &moderated["evidence"]),
            (&one.clone().into(), &other.clone().into())
        );
        let settled = &sheet["practices"][k]["settled"];
        assert_eq!(
            (&settled["comment"], &settled["evidence"]),
            (&one.into(), &other.into())
        );
    }
    let text = HOSTILE.texts("json");
    assert_eq!(text.chars().find(|&c| c != '\n' && acts(c)), None);
}

#[test]
fn a_table_of_numbers_holds_none_of_people_s_words() {
    let text = HOSTILE.texts("csv");
    for words in shown().iter().filter(|words| words.len() > 1) {
        assert!(!text.contains(words.as_str()), "{words}");
    }
}

#[test]
fn a_terminal_shows_them_and_acts_on_none() {
    let folder = HOSTILE.0.path();
    let mut text = String::new();
    for unit in UNITS {
        text += &plateau(["score", ".", "-v", "--unit", unit])
            .within(folder)
            .printing_anything()
            .exits(0);
    }
    assert_eq!(text.chars().find(|&c| c != '\n' && acts(c)), None);
    assert_says_all(&text, 3);
}

#[test]
fn markdown_reads_them_back_as_words_alone() {
    let mut text = String::new();
    for unit in UNITS {
        let markdown = String::from_utf8(HOSTILE.bytes(&format!("{unit}.md"))).unwrap();
        assert_eq!(markdown.chars().find(|&c| c != '\n' && acts(c)), None);
        text += &crate::formats::markdown::read_back(&markdown)
            .unwrap()
            .join("\n");
    }
    assert_says_all(&text, 3);
}

#[test]
fn a_page_holds_them_as_words_and_no_tag_more() {
    let page = HOSTILE.texts("html");
    let words = crate::report::words_of_page(&page);
    let words = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(words, |words, (entity, c)| words.replace(entity, c));
    assert_says_all(&words, 3);
    let tags = |page: &str| -> BTreeSet<String> { crate::html::tags(page).into_iter().collect() };
    assert_eq!(tags(&page), tags(&HARMLESS.texts("html")));
}

#[test]
#[ignore = "needs Debian's chromium"]
fn a_browser_runs_none_of_them() {
    let page = |unit: &str| String::from_utf8(HOSTILE.bytes(&format!("{unit}.html"))).unwrap();
    let pages = UNITS.map(|unit| (unit, page(unit)));
    crate::html::browser::check("open", &pages);
}

#[test]
fn the_pdf_prints_what_its_typeface_can_draw_of_them_and_stays_valid() {
    let mut text = String::new();
    for unit in UNITS {
        let bytes = HOSTILE.bytes(&format!("{unit}.pdf"));
        crate::pdf::assert_valid(&bytes);
        text += &crate::pdf::pages(&bytes).concat();
    }
    // A line may end within a word.
    let plain = |text: &str| bare(text).replace(['-', '\u{ad}'], "");
    let text = plain(&text);
    for words in written() {
        let drawn = |c: char| matches!(c, ' '..='~' | '¡'..='ÿ');
        let kept = kept(&words);
        for piece in kept.split(|c| !drawn(c)).map(plain) {
            assert!(text.contains(&piece), "`{piece}` is not in\n{text}");
        }
    }
}

#[test]
fn a_workbook_holds_them_as_text() {
    /// The columns of reasons, evidence and comments.
    const EVIDENCE: [usize; 3] = [7, 8, 11];
    let mut cells = BTreeSet::new();
    for unit in UNITS {
        let bytes = HOSTILE.bytes(&format!("{unit}.xlsx"));
        for (name, xml) in crate::xlsx::parts(bytes.clone()) {
            let runs = ["<f>", "<f ", "<hyperlink", "TargetMode=\"External\""];
            assert_eq!(
                runs.iter().find(|runs| xml.contains(**runs)),
                None,
                "{name}"
            );
        }
        let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        let name = if unit == "hus" {
            "Kommentarer"
        } else {
            "Evidens"
        };
        let sheet = book.worksheet_range(name).unwrap();
        for (_, column, cell) in sheet.used_cells() {
            if let Data::String(text) = cell {
                cells.insert((name, column, text.clone()));
            }
        }
    }
    for words in shown() {
        assert!(
            cells.contains(&("Kommentarer", 3, words.clone())),
            "{words}"
        );
        let said = |column| cells.contains(&("Evidens", column, words.clone()));
        assert!(EVIDENCE.into_iter().any(said), "{words}");
    }
}
