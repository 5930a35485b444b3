//! `[report]` in `assessment.toml`, from the file to the bytes of every format.

use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook};
use plateau::view;
use tempfile::TempDir;

use crate::formats::HOSTILE;
use crate::pdf::{assert_valid, bare, marks, pages};
use crate::support::root;
use crate::support::run::plateau;

/// A drawing of two shapes, with a comment that is nobody's business.
const DRAWING: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">
<!-- private --><path d="M0 0h20v20H0z" fill="#123456"/><circle cx="30" cy="10" r="8"/></svg>"##;

/// An assessment by the tiny model with a `[report]`, in a folder of its own.
struct Branded {
    folder: TempDir,
}

impl Branded {
    fn new(report: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let near = root("tests/allotments").display().to_string();
        let toml = std::fs::read_to_string(root("tests/allotments/assessment.toml")).unwrap();
        let toml = toml
            .replace("\"../models", &format!("\"{near}/../models"))
            .replace("[\"answers", &format!("[\"{near}/answers"))
            .replace("\"settled", &format!("\"{near}/settled"));
        let toml = format!("{toml}\n[report]\n{report}\n");
        std::fs::write(folder.path().join("assessment.toml"), toml).unwrap();
        std::fs::write(folder.path().join("logo.svg"), DRAWING).unwrap();
        let points = std::fs::read(root("docs/pictures/staircase.png")).unwrap();
        std::fs::write(folder.path().join("logo.png"), points).unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The reports with these endings.
    fn reports<const N: usize>(&self, endings: [&str; N]) -> [Vec<u8>; N] {
        let input = self.folder.path().to_str().unwrap().to_owned();
        let files = endings.map(|ending| self.path(&format!("r.{ending}")));
        let mut run = plateau(["report", &input]).saying_anything();
        for file in &files {
            run = run.with(["-o", file.to_str().unwrap()]);
        }
        run.exits(0);
        files.map(|file| std::fs::read(file).unwrap())
    }
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

/// What follows each of the marks in a text, up to the next `until`.
fn after<'a>(text: &'a str, mark: &str, until: &str) -> Vec<&'a str> {
    let pieces = text.split(mark).skip(1);
    pieces
        .map(|piece| piece.split(until).next().unwrap())
        .collect()
}

/// The texts of a workbook's sheet.
fn cells(file: &Path, sheet: &str) -> Vec<String> {
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    let texts = range.used_cells().filter_map(|(_, _, cell)| match cell {
        Data::String(text) => Some(text.clone()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn sections_stand_in_the_order_wanted_in_every_format_and_method_always() {
    let branded = Branded::new(
        "sections = [\"practices\", \"conclusion\", \"result\", \"introduction\"]\n\
         introduction = \"Why we ask.\"\nconclusion = \"What we do.\"",
    );
    let [md, html, pdf, _] = branded.reports(["md", "html", "pdf", "xlsx"]);
    let expected = [
        "Practice cards",
        "Conclusion",
        "Result",
        "Introduction",
        "Moderated practices",
        "Good to know",
        "Method and data quality",
    ];
    assert_eq!(after(&text(md), "\n## ", "\n"), expected);
    let html = text(html);
    let ids: Vec<&str> = after(&html, "<section id=\"", "\"");
    assert_eq!(
        ids,
        [
            "practices",
            "conclusion",
            "result",
            "introduction",
            "moderated",
            "notes",
            "method"
        ]
    );
    let bookmarks = marks(&pdf);
    let places: Vec<usize> = expected
        .iter()
        .map(|heading| bookmarks.iter().position(|mark| mark == heading).unwrap())
        .collect();
    assert!(places.is_sorted(), "{bookmarks:?}");
    // The page for a reader in a hurry stands alone wherever it comes.
    let pages = pages(&pdf);
    let result = pages
        .iter()
        .position(|page| page.contains(&bare("plots have answered")));
    let next = pages
        .iter()
        .position(|page| page.contains(&bare("Why we ask.")));
    assert!(result.is_none() || result < next, "{result:?} {next:?}");

    let summary = cells(&branded.path("r.xlsx"), "Summary");
    let place = |words: &str| summary.iter().position(|text| text == words);
    assert!(place("Result") < place("Introduction") && place("Why we ask.").is_some());
    assert!(place("Introduction") < place("Conclusion") && place("What we do.").is_some());
    let book: Xlsx<_> = open_workbook(branded.path("r.xlsx")).unwrap();
    assert!(!book.sheet_names().contains(&"Next steps".to_owned()));

    let input = branded.folder.path().to_str().unwrap();
    let said = plateau(["score", input, "-v"]).printing_anything().exits(0);
    let headings: Vec<&str> = said
        .lines()
        .filter(|line| expected.contains(line))
        .collect();
    assert_eq!(headings, expected);
    let short = plateau(["score", input]).printing_anything().exits(0);
    assert!(!short.contains("Why we ask.") && short.contains("Next steps"));
}

#[test]
fn every_section_is_known_by_the_id_that_it_has() {
    let known: Vec<&str> = view::sections().collect();
    let branded = Branded::new("introduction = \"a\"\nconclusion = \"b\"");
    let [html] = branded.reports(["html"]);
    let html = text(html);
    let shown = after(&html, "<section id=\"", "\"");
    let mut places = shown
        .iter()
        .map(|id| known.iter().position(|other| other == id));
    assert!(shown.len() > 10);
    assert!(places.clone().all(|place| place.is_some()), "{shown:?}");
    assert!(places.clone().is_sorted(), "{shown:?}");
    assert_eq!(places.next(), Some(Some(0)));
}

#[test]
fn what_an_organisation_calls_itself_and_says_is_inert_in_every_format() {
    let typst = "#panic(\"x\") #read(\"/etc/passwd\") $x$ *b* `c` @ref <mark>";
    let said: Vec<&str> = HOSTILE.iter().copied().chain([typst]).collect();
    let quoted = |text: &str| toml::Value::from(text).to_string();
    let branded = Branded::new(&format!(
        "organisation = {}\nauthor = {}\nintroduction = {}\nlogo = \"logo.svg\"",
        quoted(&format!("{} {typst}", HOSTILE[7])),
        quoted(HOSTILE[0]),
        quoted(&said.join("\n\n")),
    ));
    let [md, html, pdf, _] = branded.reports(["md", "html", "pdf", "xlsx"]);
    assert_valid(&pdf);
    let printed = pages(&pdf).join(" ");
    for words in [HOSTILE[0], HOSTILE[7], HOSTILE[8], HOSTILE[9], typst] {
        assert!(printed.contains(&bare(words)), "{words}");
    }
    let (html, md) = (text(html), text(md));
    assert_eq!(html.matches("<script").count(), 1);
    assert!(!html.contains("<img src=x") && !md.contains("<script") && !md.contains("<mark"));
    let summary = cells(&branded.path("r.xlsx"), "Summary");
    assert!(summary.contains(&HOSTILE[0].to_owned()), "{summary:?}");
    let mut book: Xlsx<_> = open_workbook(branded.path("r.xlsx")).unwrap();
    let formulas = book.worksheet_formula("Summary").unwrap();
    assert_eq!(formulas.used_cells().count(), 0);
}

#[test]
fn a_logo_stands_on_the_cover_and_says_whose_it_is() {
    for logo in ["logo.svg", "logo.png"] {
        let branded = Branded::new(&format!("logo = \"{logo}\"\norganisation = \"Sunny & Co\""));
        let [html, pdf, _] = branded.reports(["html", "pdf", "xlsx"]);
        assert_valid(&pdf);
        let html = text(html);
        let image = after(&html, "<img ", ">");
        assert_eq!(image.len(), 1);
        assert!(
            image[0].starts_with("class=\"logo\" src=\"data:image/"),
            "{}",
            image[0]
        );
        assert!(image[0].ends_with("alt=\"Sunny &amp; Co\""));
        assert!(!html.contains("http-equiv=\"Content-Security-Policy\" content=\"\""));
        let book = std::fs::read(branded.path("r.xlsx")).unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
        assert!(archive.by_name("xl/media/image1.png").is_ok());
        let mut drawing = String::new();
        let mut part = archive.by_name("xl/drawings/drawing1.xml").unwrap();
        std::io::Read::read_to_string(&mut part, &mut drawing).unwrap();
        assert!(drawing.contains("descr=\"Sunny &amp; Co\""));
    }
}

#[test]
fn an_output_never_overwrites_the_logo() {
    let branded = Branded::new("logo = \"logo.svg\"");
    let input = branded.folder.path().to_str().unwrap();
    let logo = branded.path("logo.svg");
    plateau(["chart", "profile", input, "-o", logo.to_str().unwrap()])
        .saying("logo.svg")
        .exits(2);
    assert_eq!(std::fs::read_to_string(logo).unwrap(), DRAWING);
}

#[test]
fn the_accent_reaches_every_chart_and_every_report() {
    let branded = Branded::new("accent = \"#6a0dad\"");
    let input = branded.folder.path().to_str().unwrap();
    let folder = branded.path("pictures");
    plateau([
        "chart",
        "--all",
        input,
        "--format",
        "svg",
        "-o",
        folder.to_str().unwrap(),
    ])
    .saying_anything()
    .exits(0);
    let pictures: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    assert!(pictures.iter().any(|svg| svg.contains("#6a0dad")));
    let [html, _, md] = branded.reports(["html", "xlsx", "md"]);
    let html = text(html);
    assert!(html.contains("--accent-day:#6a0dad"));
    assert!(html.matches("#6a0dad").count() > 3, "in drawings too");
    let book = std::fs::read(branded.path("r.xlsx")).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
    let mut styles = String::new();
    let mut part = archive.by_name("xl/styles.xml").unwrap();
    std::io::Read::read_to_string(&mut part, &mut styles).unwrap();
    assert!(styles.contains("FF6A0DAD"));
    for made in [html, styles, text(md)].iter().chain(&pictures) {
        assert!(
            !made.to_lowercase().contains("b43c0a"),
            "the usual accent is left"
        );
    }
}

#[test]
fn a_unit_s_own_report_is_branded_as_the_whole() {
    let branded = Branded::new(
        "organisation = \"Sunny & Co\"\nauthor = \"The board\"\nlogo = \"logo.svg\"\n\
         accent = \"#6a0dad\"\nintroduction = \"Why we ask.\"",
    );
    let folder = branded.path("units");
    let input = branded.folder.path().to_str().unwrap();
    plateau(["report", input, "--per-unit", folder.to_str().unwrap()]).exits(0);
    let mut reports = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let html = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for words in [
            "alt=\"Sunny &amp; Co\"",
            "The board",
            "Why we ask.",
            "#6a0dad",
        ] {
            assert!(html.contains(words), "{words}");
        }
        reports += 1;
    }
    assert!(reports > 1);
}
