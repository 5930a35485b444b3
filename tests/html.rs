//! The report as one HTML file: what stands in it, and how it works in a browser.

pub mod browser;
pub mod questionnaire;
mod report;

use plateau::format::{Style, find};
use plateau::view::{Block, Figure, Imprint, Line, Section, Span, View};
use sha2::{Digest, Sha256};

use super::formats::sample_view;
use crate::support::hostile::{HOSTILE, TRAPS};
use report::whole;

fn rendered(view: &View) -> String {
    String::from_utf8(
        find("html")
            .unwrap()
            .render(view, &Style::default())
            .unwrap()
            .value
            .into_bytes(),
    )
    .unwrap()
}

fn traps() -> impl Iterator<Item = &'static &'static str> {
    HOSTILE.iter().chain(TRAPS)
}

/// The text between two marks, the first time they come.
fn between<'a>(text: &'a str, from: &str, until: &str) -> &'a str {
    text.split_once(from)
        .unwrap()
        .1
        .split_once(until)
        .unwrap()
        .0
}

/// Every place where people's words can stand holds these.
fn saying(said: &str) -> View<'static> {
    let mut view = sample_view(said);
    view.imprint = Imprint {
        organisation: Some(said.to_owned()),
        author: Some(said.to_owned()),
        ..Imprint::default()
    };
    view.sections.extend(whole("da", said).sections);
    view.sections[0].blocks.push(Block::Figure(Figure {
        svg: "<svg width=\"10\" height=\"10\"><g/></svg>".to_owned(),
        alt: said.to_owned(),
        caption: said.to_owned(),
        wide: true,
    }));
    view
}

/// The tags of a page: their names and those of their attributes.
pub fn tags(html: &str) -> Vec<String> {
    let tag = |piece: &str| {
        let tag = piece.split_once('>').unwrap_or((piece, "")).0;
        // Values stand at each second place between quotes.
        let names: Vec<&str> = tag.split('"').step_by(2).collect();
        names.join("\"\"")
    };
    html.split('<').skip(1).map(tag).collect()
}

#[test]
fn the_policy_allows_the_file_s_own_style_and_script_and_nothing_else() {
    let html = rendered(&whole("da", ""));
    let policy = between(&html, "Content-Security-Policy\" content=\"", "\"").replace("&#39;", "'");
    let hash = |block: &str| format!("'sha256-{}'", base64(&Sha256::digest(block)));
    let style = hash(between(&html, "<style>", "</style>"));
    let script = hash(between(&html, "<script>", "</script>"));
    let expected = format!(
        "default-src 'none'; style-src {style}; script-src {script}; img-src data:; \
         font-src data:; base-uri 'none'; form-action 'none'"
    );
    assert_eq!(policy, expected);
    assert_eq!(html.matches("<style").count(), 1);
    assert_eq!(html.matches("<script").count(), 1);
    // What the policy would refuse, and complain about.
    let body = between(&html, "<body", "<script>");
    for refused in [" style=\"", " onclick=\"", "<style"] {
        assert!(!body.contains(refused), "{refused}");
    }
}

#[test]
fn the_file_fetches_nothing() {
    let html = rendered(&whole("da", ""));
    let outside = html
        .replace("http://www.w3.org/2000/svg", "")
        .replace("url(data:font/woff2;", "");
    for fetch in [
        "http:", "https:", "url(", "@import", "src=", "import(", "fetch(", "<link",
    ] {
        assert!(!outside.contains(fetch), "{fetch}");
    }
}

#[test]
fn people_s_words_make_no_element_and_no_attribute() {
    let calm = tags(&rendered(&saying("rolig")));
    for said in traps() {
        let html = rendered(&saying(said));
        let tags = tags(&html);
        let other = tags.iter().zip(&calm).find(|(tag, calm)| tag != calm);
        assert_eq!((other, tags.len()), (None, calm.len()), "{said:?}");
        let acts = |c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c);
        assert_eq!(html.chars().find(|&c| acts(c)), None, "{said:?}");
    }
}

#[test]
fn the_same_report_gives_the_same_file() {
    for said in traps() {
        assert_eq!(rendered(&saying(said)), rendered(&saying(said)));
    }
}

#[test]
fn every_name_is_unique_and_every_reference_has_its_name() {
    let html = rendered(&saying("x"));
    let values = |attribute: &str| -> Vec<String> {
        html.split(&format!(" {attribute}=\""))
            .skip(1)
            .flat_map(|rest| rest.split_once('"').unwrap().0.split(' '))
            .map(str::to_owned)
            .collect()
    };
    let ids = values("id");
    let mut unique = ids.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), ids.len());
    assert!(ids.contains(&"plateaus".to_owned()) && ids.contains(&"plateaus-again-1".to_owned()));
    for attribute in [
        "aria-labelledby",
        "aria-controls",
        "aria-describedby",
        "for",
        "data-search",
    ] {
        let references = values(attribute);
        assert!(!references.is_empty(), "{attribute}");
        for name in references {
            assert!(ids.contains(&name), "{attribute} {name}");
        }
    }
    for link in values("href") {
        assert!(
            ids.contains(&link.trim_start_matches('#').to_owned()),
            "{link}"
        );
    }
}

#[test]
fn headings_leave_no_rank_out() {
    let html = rendered(&whole("da", ""));
    let ranks: Vec<u32> = tags(&html)
        .iter()
        .filter_map(|tag| tag.strip_prefix('h')?.split(' ').next()?.parse().ok())
        .collect();
    assert_eq!(ranks[0], 1);
    assert!(ranks.contains(&3));
    for pair in ranks.windows(2) {
        assert!(pair[1] > 1 && pair[1] <= pair[0] + 1, "{ranks:?}");
    }
}

#[test]
fn cells_carry_their_number_as_their_language_writes_it() {
    let danish = rendered(&whole("da", ""));
    assert!(danish.contains("<td class=\"number\" data-value=\"1.3\">1,3</td>"));
    assert!(danish.contains("data-value=\"-0.5\">−0,5</td>"));
    assert!(danish.contains("<td class=\"number\">skjult</td>"));
    let english = rendered(&whole("en", ""));
    assert!(english.contains("<td class=\"number\" data-value=\"1.3\">1.3</td>"));
    assert!(danish.contains("<html lang=\"da\">") && english.contains("<html lang=\"en\">"));
    assert!(danish.contains("Søg i tabellen") && english.contains("Search the table"));
}

#[test]
fn a_table_says_what_it_shows_and_what_its_cells_are_about() {
    let html = rendered(&whole("da", ""));
    let section = between(&html, "<section id=\"disciplines\"", "</section>");
    let table = between(section, "<table ", "</table>");
    let caption = between(table, "<caption>", "</caption>");
    assert!(
        caption.starts_with("<span id=\"table-") && caption.ends_with(">Alle praksisser</span>")
    );
    assert!(table.contains("<th scope=\"col\">Praksis</th>"));
    assert_eq!(table.matches("<th scope=\"row\">").count(), report::ROWS);
}

#[test]
fn many_cards_are_folded_and_a_few_are_open() {
    let html = rendered(&whole("da", ""));
    let section = |id: &str| between(&html, &format!("<section id=\"{id}\""), "</section>");
    assert_eq!(section("cards").matches("<details").count(), report::ROWS);
    assert!(!section("cards").contains(" open>"));
    assert_eq!(section("plateaus").matches(" open>").count(), 3);
    assert_eq!(
        section("summary").matches("<div class=\"card\">").count(),
        2
    );
}

#[test]
fn words_alone_make_a_page() {
    let line: Line = vec![Span::plain("Kun ord.")];
    let view = View {
        language: "fo".into(),
        title: "Ord".into(),
        subtitle: vec![],
        imprint: Imprint::default(),
        sections: vec![Section {
            blocks: vec![Block::Paragraph(line)],
            ..whole("da", "").sections.remove(0)
        }],
        record: None,
        worksheet: None,
    };
    let html = rendered(&view);
    assert!(html.contains("<html lang=\"fo\">") && html.contains("<p>Kun ord.</p>"));
    assert!(!html.contains("<nav"));
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> = bytes
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1))
        .collect();
    let digit = |six: &[u8]| {
        let value = (0..6).fold(0, |value, i| value << 1 | six.get(i).copied().unwrap_or(0));
        char::from(DIGITS[usize::from(value)])
    };
    let mut text: String = bits.chunks(6).map(digit).collect();
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}
