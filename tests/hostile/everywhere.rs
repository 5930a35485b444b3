//! The same words in every field there is, through every command into every format: each output
//! must stay what it is with harmless words.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use plateau::diagnostic::acts;
use resvg::usvg::roxmltree::Document;

use super::fields::Container;
use super::outputs::Outputs;
use crate::support::hostile;

fn words() -> Vec<String> {
    hostile::all()
        .map(|words| words.replace('\0', ""))
        .collect()
}

/// Every container once, each field with other words in each.
static HOSTILE: LazyLock<[Outputs; 3]> = LazyLock::new(|| {
    let words = words();
    let every = [
        (0, Container::Csv),
        (17, Container::Xlsx),
        (31, Container::Ods),
    ];
    every.map(|(turn, container)| Outputs::of(&words, turn, container))
});
static HARMLESS: LazyLock<Outputs> =
    LazyLock::new(|| Outputs::of(&["ord".to_owned()], 0, Container::Csv));

fn hostile() -> impl Iterator<Item = &'static Outputs> {
    HOSTILE.iter()
}

#[test]
fn every_field_comes_out_somewhere_but_what_is_personal() {
    let mut all: String = HARMLESS
        .said
        .iter()
        .map(|(_, said)| said.as_str())
        .collect();
    for ending in [".md", ".html", ".json", ".csv", ".txt", ".svg", ".tsv"] {
        all.extend(HARMLESS.texts(ending).into_iter().map(|(_, text)| text));
    }
    let (mut seen, mut hidden) = (BTreeSet::new(), BTreeSet::new());
    for (number, field) in (1..).zip(&HARMLESS.fields) {
        let words = format!("ord {number}");
        let mut found = all
            .match_indices(&words)
            .map(|(at, _)| &all[at + words.len()..]);
        let is_seen = found.any(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
        if is_seen { &mut seen } else { &mut hidden }.insert(field.as_str());
    }
    hidden.retain(|field| !seen.contains(field));
    // What tells who somebody is, and what is not read or stands for something else.
    let own = [
        "e-mail",
        "plan owner",
        "plan remark",
        "respondent",
        "unknown cell",
        "wording",
    ];
    assert_eq!(Vec::from_iter(hidden), own);
}

#[track_caller]
fn assert_inert(name: &str, text: &str) {
    let acting = text.char_indices().find(|&(_, c)| c != '\n' && acts(c));
    let around = acting.map(|(at, _)| text[..at].lines().last());
    assert_eq!(acting, None, "{name} behind {around:?}");
}

#[test]
fn whatever_is_said_in_a_terminal_acts_on_none() {
    for outputs in hostile() {
        for (line, said) in &outputs.said {
            assert_inert(line, said);
        }
        for (name, text) in outputs.texts(".txt") {
            assert_inert(&name, &text);
        }
    }
}

#[test]
fn markdown_of_every_kind_is_words_alone() {
    let calm: String = HARMLESS
        .texts(".md")
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    for outputs in hostile() {
        for (name, text) in outputs.texts(".md") {
            assert_inert(&name, &text);
            // How a questionnaire is imported is told in numbered steps.
            let is_step = |line: &&str| calm.contains(&format!("\n{line}\n"));
            let kept = text
                .lines()
                .filter(|line| !line.starts_with(|c: char| c.is_ascii_digit()) || !is_step(line));
            let text: Vec<&str> = kept.collect();
            crate::formats::markdown::read_back(&text.join("\n")).unwrap();
        }
    }
}

#[test]
fn pages_and_questionnaires_have_no_tag_more() {
    let tags = |text: &str| -> BTreeSet<String> { crate::html::tags(text).into_iter().collect() };
    for outputs in hostile() {
        for ((name, text), (_, calm)) in outputs.texts(".html").iter().zip(HARMLESS.texts(".html"))
        {
            assert_inert(name, text);
            let more: Vec<String> = tags(text).difference(&tags(&calm)).cloned().collect();
            assert!(more.is_empty(), "{name} has {more:?}");
        }
    }
}

#[test]
#[ignore = "needs Debian's chromium"]
fn a_browser_runs_nothing_of_any_field() {
    for outputs in hostile() {
        let pages = outputs.texts(".html");
        let pages: Vec<(&str, String)> = pages
            .iter()
            .map(|(name, text)| (name.trim_end_matches(".html"), text.clone()))
            .collect();
        crate::html::browser::check("open", &pages);
    }
}

#[test]
fn drawings_of_every_kind_are_shapes_and_words() {
    for outputs in hostile() {
        for (name, text) in outputs.texts(".svg") {
            assert_inert(&name, &text);
            let document = Document::parse(&text).unwrap_or_else(|fault| panic!("{name}: {fault}"));
            for node in document.descendants().filter(|node| node.is_element()) {
                let tag = node.tag_name().name();
                let known = [
                    "svg", "title", "desc", "style", "g", "path", "rect", "circle", "text",
                ];
                assert!(known.contains(&tag), "{name} has <{tag}>");
                let acts = |name: &str| name.starts_with("on") || name == "href";
                assert!(node.attributes().all(|a| !acts(a.name())), "{name}");
            }
        }
        for (name, bytes) in outputs.files(".png") {
            assert_eq!(kinds_of_chunks(&bytes), ["IDAT", "IEND", "IHDR"], "{name}");
        }
    }
}

/// The kinds of a picture's parts, each once; texts would be one.
fn kinds_of_chunks(png: &[u8]) -> Vec<String> {
    let mut kinds = BTreeSet::new();
    let mut rest = &png[8..];
    while !rest.is_empty() {
        let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        kinds.insert(String::from_utf8(rest[4..8].to_vec()).unwrap());
        rest = &rest[12 + length..];
    }
    kinds.into_iter().collect()
}

#[test]
fn documents_hold_no_action() {
    for outputs in hostile() {
        for (name, bytes) in outputs.files(".pdf") {
            crate::pdf::assert_valid(&bytes);
            let document = lopdf::Document::load_mem(&bytes).unwrap();
            for object in document.objects.values() {
                let said = format!("{object:?}");
                for acts in [
                    "/JavaScript",
                    "/JS",
                    "/URI",
                    "/Launch",
                    "/GoToR",
                    "/SubmitForm",
                    "/ImportData",
                    "/OpenAction",
                    "/EmbeddedFile",
                    "/RichMedia",
                ] {
                    assert!(!said.contains(acts), "{name} has {acts}: {said}");
                }
            }
        }
    }
}

#[test]
fn workbooks_of_every_kind_hold_no_formula_and_no_link() {
    let rules = |bytes: &[u8]| -> BTreeSet<String> {
        let parts = crate::xlsx::parts(bytes.to_vec());
        let formulas = parts
            .iter()
            .flat_map(|(_, xml)| xml.split("<formula1>").skip(1));
        formulas
            .map(|rest| rest.split_once("</formula1>").unwrap().0.to_owned())
            .collect()
    };
    for outputs in hostile() {
        for ((name, bytes), (_, calm)) in outputs.files(".xlsx").iter().zip(HARMLESS.files(".xlsx"))
        {
            for (part, xml) in crate::xlsx::parts(bytes.clone()) {
                for runs in [
                    "<f>",
                    "<f ",
                    "<hyperlink",
                    "External",
                    "<ddeLink",
                    "<oleLink",
                ] {
                    assert!(!xml.contains(runs), "{runs} in {part} of {name}");
                }
            }
            let more: Vec<String> = rules(bytes).difference(&rules(&calm)).cloned().collect();
            // Cells of a sheet, or words within one pair of quotes.
            let is_more = |rule: &&String| {
                let is_list = rule.len() > 1 && rule.starts_with('"') && rule.ends_with('"');
                let is_words = is_list && rule.matches('"').count() == 2;
                !is_words && !rule.ends_with(|c: char| c.is_ascii_digit())
            };
            assert_eq!(more.iter().find(is_more), None, "{name}");
        }
    }
}

#[test]
#[ignore = "needs Debian's LibreOffice"]
fn an_office_program_finds_no_formula_in_any_workbook() {
    let all = hostile().flat_map(|outputs| outputs.files(".xlsx"));
    let (names, books): (Vec<String>, Vec<Vec<u8>>) = all.unzip();
    for (name, text) in names.iter().zip(crate::xlsx::opened::as_flat_xml(&books)) {
        assert!(text.contains("<table:table-cell"), "{name}");
        for runs in [
            "table:formula=",
            "xlink:href=\"http",
            "xlink:href=\"file",
            "dde-source",
        ] {
            assert!(!text.contains(runs), "{runs} in {name}");
        }
    }
}

/// What a spreadsheet must not find at the beginning of a cell.
fn runs(cell: &str) -> bool {
    let is_number = cell.replace(',', ".").parse::<f64>().is_ok();
    !is_number && cell.trim_start().starts_with(['=', '+', '-', '@'])
}

#[test]
fn tables_of_every_kind_run_nothing_in_a_spreadsheet() {
    for outputs in hostile() {
        for (name, text) in outputs.texts(".csv") {
            let text = text.trim_start_matches('\u{feff}');
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(b';')
                .has_headers(false)
                .from_reader(text.as_bytes());
            let mut cells = 0;
            for row in reader.records() {
                for cell in &row.unwrap() {
                    assert!(!runs(cell), "{cell:?} in {name}");
                    assert_inert(&name, cell);
                    cells += 1;
                }
            }
            assert!(cells > 3, "{name} is no table");
        }
    }
}

#[test]
fn json_of_every_kind_is_data_alone() {
    for outputs in hostile() {
        for (name, text) in outputs.texts(".json") {
            assert_inert(&name, &text);
            serde_json::from_str::<serde_json::Value>(&text).unwrap();
        }
    }
}

#[test]
fn a_survey_structure_holds_no_markup_and_no_program() {
    let calm = HARMLESS.texts(".tsv");
    let shape = |text: &str| -> Vec<(String, String)> {
        let rows = text.split("\r\n").filter(|row| !row.is_empty());
        rows.map(|row| {
            let cells: Vec<&str> = row.split('\t').collect();
            assert_eq!(cells.len(), 16, "{row}");
            (cells[2].to_owned(), cells[3].to_owned())
        })
        .collect()
    };
    for outputs in hostile() {
        for ((name, text), (_, calm)) in outputs.texts(".tsv").iter().zip(&calm) {
            assert_eq!(shape(text), shape(calm), "{name}");
            for cell in text.split("\r\n").flat_map(|row| row.split('\t')) {
                let words = ["<p>", "</p>", "<strong>", "</strong>", "<br />"]
                    .iter()
                    .fold(
                        cell.trim_start_matches('\u{feff}').to_owned(),
                        |cell, own| cell.replace(own, ""),
                    );
                assert!(!words.contains(['<', '>', '{', '}', '"']), "{cell}");
                assert_inert(name, &words);
                assert!(!runs(&words), "{cell}");
            }
        }
    }
}
