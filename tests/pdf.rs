//! PDF: what a reader sees, what a machine can read, and what validators demand.

#![allow(clippy::unwrap_used)]

#[path = "pdf/reports.rs"]
mod reports;

use std::sync::LazyLock;

use lopdf::Document;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use plateau::assessment::Color;
use plateau::format::pdf::render;
use plateau::view::{Align, Block, Card, Column, Table, View};
use reports::{cells, only, practice, radar, say, section, staircase, table, whole};

/// The whole report, typeset once for all tests.
static WHOLE: LazyLock<Vec<u8>> = LazyLock::new(|| pdf("whole", &whole()));

/// A PDF, kept under `target/tmp` to be looked at.
fn pdf(name: &str, view: &View) -> Vec<u8> {
    let rendered = render(view).unwrap();
    std::fs::write(
        format!("{}/{name}.pdf", env!("CARGO_TARGET_TMPDIR")),
        &rendered.value,
    )
    .unwrap();
    rendered.value
}

fn warnings(view: &View) -> Vec<String> {
    let rendered = render(view).unwrap();
    rendered
        .warnings
        .iter()
        .map(|each| each.first.message.clone())
        .collect()
}

/// The words of each page without white space, which extraction invents and loses; those of
/// drawings among them.
pub fn pages(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).unwrap();
    let text = |number: &u32| bare(&document.extract_text(&[*number]).unwrap());
    document.get_pages().keys().map(text).collect()
}

/// A text without white space and without places to break.
pub fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{200b}')
        .collect()
}

/// The headings that a reader's side bar lists.
pub fn marks(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).unwrap();
    let marks = document.get_toc().unwrap().toc.into_iter();
    marks.map(|mark| mark.title).collect()
}

#[track_caller]
fn assert_says(page: &str, words: &str) {
    assert!(page.contains(&bare(words)), "`{words}` is not in\n{page}");
}

#[track_caller]
pub fn assert_valid(bytes: &[u8]) {
    // The validator takes a `\r` that ends a stream's data for a part of the line end that
    // follows it, and then finds the stream too short.
    let miscounts = bytes.windows(11).any(|window| window == b"\r\nendstream");
    for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let options = ValidationOptions::default().profile(profile);
        let mut failures = validate_pdf_bytes(bytes, &options).unwrap().failures;
        failures.retain(|failure| !(miscounts && failure.rule_id.contains(":6.1.7.1:")));
        assert!(failures.is_empty(), "{profile:?}: {failures:#?}");
    }
}

#[test]
fn a_whole_report_is_archivable_and_accessible() {
    assert_valid(&WHOLE);
}

#[test]
fn the_same_report_has_the_same_bytes() {
    assert!(*WHOLE == pdf("again", &whole()));
}

#[test]
fn the_page_for_a_reader_in_a_hurry_is_the_second_and_only_one() {
    let pages = pages(&WHOLE);
    assert_says(
        &pages[0],
        "Sparekassen Østerå A/S Driftsledelse i Låne Service",
    );
    assert_says(&pages[1], "Kort fortalt Plateau 1 er ikke nået");
    assert_says(&pages[1], "Niveauet er det");
    assert_says(&pages[2], "Et plateau er nået");
}

#[test]
fn a_first_page_that_is_too_full_shrinks_its_figure_before_it_overflows() {
    let mut view = whole();
    let blocks = &mut view.sections[0].blocks;
    blocks.insert(2, Block::Figure(staircase(760, 700)));
    blocks.remove(1);
    blocks.push(table(
        "Plateauer",
        &["Plateau", "Snit"],
        (0..5).map(|_| cells(&["Fælles retning", "2,9"])).collect(),
    ));
    let pages = pages(&pdf("full-first-page", &view));
    assert_says(&pages[1], "Fælles retning 2,9 Fælles retning 2,9");
    assert_says(&pages[2], "Et plateau er nået");
}

#[test]
fn every_page_but_the_cover_says_where_it_is() {
    let pages = pages(&WHOLE);
    let count = pages.len();
    for (i, page) in pages.iter().enumerate().skip(1) {
        assert_says(page, &format!("{} / {count}", i + 1));
        assert_says(page, "Låne Service · Efterår 2026");
    }
    assert!(pages[0].contains("Indhold") && !pages[0].contains(&format!("1/{count}")));
}

#[test]
fn a_long_title_stays_on_one_line_of_the_running_header() {
    let mut view = whole();
    view.title = "Modenhedsvurdering af driftsledelse i Låne Service ".repeat(3);
    view.subtitle[0] = "Låne Service og Kunderådgivning · Efterår 2026 ".repeat(4);
    view.imprint.organisation = Some("Sparekassen Østerå A/S ".repeat(7));
    let bytes = pdf("long-title", &view);
    assert_valid(&bytes);
    let pages = pages(&bytes);
    assert_says(&pages[0], &view.title);
    let count = pages.len();
    for (i, page) in pages.iter().enumerate().skip(1) {
        assert!(!page.contains(&bare(&view.title)), "page {i}");
        assert_eq!(page.matches('…').count(), 3, "page {i}");
        assert_says(page, &format!("… {} / {count}", i + 1));
    }
}

#[test]
fn words_in_charts_and_tables_can_be_extracted() {
    let text = pages(&WHOLE).join(" ");
    for words in [
        "Planlægning",
        "9 af 13 praksisser · snit 2,9",
        "PLA-10 Tavlemøder",
        "Ærlig opfølgning",
    ] {
        assert_says(&text, words);
    }
}

#[test]
fn what_people_write_prints_as_written() {
    let tricks = [
        "#panic(\"x\") *b* _i_ $x$ `rå` @ref <mærke> = ikke en overskrift",
        "#read(\"/etc/passwd\") \\ // ikke en kommentar /* heller ikke */ ~ -- --- ...",
        "=HYPERLINK(\"http://example.com\") <script>alert(1)</script> &amp; \"citat\" 'små'",
    ];
    let mut blocks: Vec<Block> = tricks.iter().map(|trick| say(trick)).collect();
    blocks.push(Block::Note(tricks[0].into()));
    blocks.push(Block::Command(tricks[1].into()));
    blocks.push(table(
        tricks[2],
        &[tricks[0], tricks[1]],
        vec![cells(&[tricks[2], tricks[1]])],
    ));
    blocks.push(Block::Card(Card {
        heading: tricks[0].into(),
        blocks: vec![],
    }));
    let mut view = only(blocks);
    view.title = tricks[0].into();
    view.subtitle = vec![tricks[1].into()];
    view.sections[0].heading = tricks[2].into();
    let bytes = pdf("tricks", &view);
    assert_valid(&bytes);
    let text = pages(&bytes).join(" ");
    for trick in tricks {
        assert_says(&text, trick);
    }
}

#[test]
fn characters_without_a_shape_are_replaced_with_a_warning() {
    let mut figure = radar();
    figure.svg = figure.svg.replace("Kunder", "Kunder 👍");
    let mut blocks = vec![
        say("Godt 👍🏽 – 漢字, Ω, \u{1b}[31mrødt\u{1b}[0m, ﬁn, a\u{30a}ben \u{202e}\u{200d}"),
        Block::Figure(figure),
    ];
    blocks.push(table("😀", &["漢", "字"], vec![cells(&["😀", "\u{7}"])]));
    let view = only(blocks);
    let bytes = pdf("lacking", &view);
    assert_valid(&bytes);
    let text = pages(&bytes).join(" ");
    assert_says(&text, "Ω, □[31mrødt□[0m, fin, åben");
    assert_says(&text, "Kunder □");
    let said = warnings(&view);
    assert_eq!(said.len(), 1);
    assert!(
        said[0].contains("👍 (U+1F44D)") && !said[0].contains('\u{1b}'),
        "{said:?}"
    );
}

#[test]
fn a_table_over_pages_repeats_its_head_and_keeps_its_rows_whole() {
    let rows: Vec<_> = (0..90)
        .map(|i| cells(&[&format!("Række{i} {} ende{i};", practice(i).repeat(3)), "3"]))
        .collect();
    let bytes = pdf(
        "long-table",
        &only(vec![table("Lang", &["Tabelhoved", "Niveau"], rows)]),
    );
    assert_valid(&bytes);
    let pages = pages(&bytes);
    assert!(pages.len() > 3);
    for page in &pages[1..] {
        assert_says(page, "Tabelhoved");
        for i in 0..90 {
            let (start, end) = (format!("Række{i}PLA"), format!("ende{i};"));
            assert_eq!(
                page.contains(&start),
                format!("{page} ").contains(&end),
                "row {i}"
            );
        }
    }
}

#[test]
fn a_cell_longer_than_a_page_is_not_lost() {
    let long = format!(
        "start {} slut",
        "En lang kommentar om ventetid. ".repeat(400)
    );
    let column = |heading: &str| Column {
        heading: heading.into(),
        align: Align::Left,
    };
    let view = only(vec![Block::Table(Table {
        caption: String::new(),
        columns: vec![column("Praksis"), column("Kommentar")],
        rows: vec![cells(&["PLA-1", &long])],
    })]);
    let bytes = pdf("long-cell", &view);
    assert_valid(&bytes);
    assert!(pages(&bytes).join(" ").contains("slut"));
}

#[test]
fn a_wide_table_turns_the_page_with_its_heading() {
    let heads: Vec<String> = (0..26)
        .map(|i| format!("Enhed nummer {i} med langt navn"))
        .collect();
    let heads: Vec<&str> = std::iter::once("Praksis")
        .chain(heads.iter().map(String::as_str))
        .collect();
    let rows = (0..31)
        .map(|i| {
            let name = practice(i);
            let mut row = vec![name.as_str()];
            row.extend(std::iter::repeat_n("2,9 ±1", 26));
            cells(&row)
        })
        .collect();
    let mut view = only(vec![
        say("Først."),
        table("Snit for hver enhed", &heads, rows),
        Block::Note("Note.".into()),
        say("Bagefter."),
    ]);
    view.sections
        .push(section("after", "Efter", vec![say("Igen på højkant.")]));
    let bytes = pdf("wide-table", &view);
    assert_valid(&bytes);
    let document = Document::load_mem(&bytes).unwrap();
    let turned: Vec<bool> = document
        .get_pages()
        .values()
        .map(|id| {
            let page = document.get_dictionary(*id).unwrap();
            let paper: Vec<f32> = page
                .get(b"MediaBox")
                .unwrap()
                .as_array()
                .unwrap()
                .iter()
                .map(|side| side.as_float().unwrap())
                .collect();
            paper[2] > paper[3]
        })
        .collect();
    let text = pages(&bytes);
    assert_eq!(turned.first(), Some(&false));
    assert!(turned[1], "{turned:?}");
    assert_says(&text[1], "Alt i ét Først.");
    assert!(!turned.last().unwrap());
}

#[test]
fn an_empty_report_is_still_a_document() {
    let mut view = only(vec![]);
    assert_valid(&pdf("empty-section", &view));
    view.sections.clear();
    view.language = "xx-unknown".into();
    assert_valid(&pdf("empty", &view));
}

#[test]
fn a_report_in_english_is_in_english() {
    let mut view = whole();
    view.language = "en".into();
    let bytes = pdf("english", &view);
    assert!(pages(&bytes)[0].contains("Contents"));
}

#[test]
fn headings_are_bookmarks_and_the_metadata_names_title_author_and_date() {
    let bytes = &*WHOLE;
    let marks = marks(bytes);
    assert!(
        marks.contains(&"Plateauer".to_owned()) && marks.contains(&practice(0)),
        "{marks:?}"
    );
    let xmp = String::from_utf8_lossy(bytes);
    for words in [
        "Driftsledelse i Låne Service",
        "Kvalitet &amp; Udvikling",
        "2026-10-01",
    ] {
        assert!(xmp.contains(words), "{words}");
    }
}

#[test]
fn an_accent_colour_changes_the_page_and_nothing_else() {
    let mut view = whole();
    view.imprint.accent = Color::parse("#1f4e8c").unwrap();
    let blue = pdf("blue", &view);
    assert!(blue != *WHOLE);
    assert_eq!(pages(&blue), pages(&WHOLE));
}

#[test]
fn only_the_embedded_family_is_in_the_file() {
    let document = Document::load_mem(&WHOLE).unwrap();
    let mut fonts = 0;
    for object in document.objects.values() {
        let Ok(font) = object.as_dict().and_then(|entry| entry.get(b"BaseFont")) else {
            continue;
        };
        let name = String::from_utf8_lossy(font.as_name().unwrap()).into_owned();
        assert!(name.contains("PlateauSans"), "{name}");
        fonts += 1;
    }
    assert!(fonts > 0);
}

#[test]
fn every_figure_says_what_it_shows() {
    let document = Document::load_mem(&WHOLE).unwrap();
    let is_figure = |entry: &&lopdf::Dictionary| {
        entry
            .get(b"S")
            .and_then(lopdf::Object::as_name)
            .is_ok_and(|kind| kind == b"Figure")
    };
    let figures: Vec<_> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(is_figure)
        .collect();
    assert!(figures.len() >= 11, "{}", figures.len());
    assert!(figures.iter().all(|figure| figure.has(b"Alt")));
}
