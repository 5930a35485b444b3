//! Markdown read back by a parser.

use plateau::diagnostic::inert;
use plateau::view::{Align, Block, Column, Depth, Imprint, Section, Span, Table, Tone, View};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::{HOSTILE, plain, sample_view};

/// What keeps renderers from making links of plain text.
const BREAK: &str = "<!-- -->";

fn events(markdown: &str) -> Vec<Event<'_>> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_SUPERSCRIPT
        | Options::ENABLE_SUBSCRIPT
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    Parser::new_ext(markdown, options).collect()
}

/// The text of each block, and whether any event is one that people's words must not cause.
pub fn read_back(markdown: &str) -> Result<Vec<String>, String> {
    let mut texts = Vec::new();
    let mut text = String::new();
    for event in events(markdown) {
        match event {
            Event::Text(words) => text += &words,
            Event::InlineHtml(html) | Event::Html(html) if html.trim_end() == BREAK => {}
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { id: None, .. }
                | Tag::BlockQuote(None)
                | Tag::List(None)
                | Tag::Item
                | Tag::Strong
                | Tag::CodeBlock(_)
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell
                | Tag::HtmlBlock,
            )
            | Event::HardBreak => {}
            Event::End(pulldown_cmark::TagEnd::Strong | pulldown_cmark::TagEnd::HtmlBlock) => {}
            Event::End(_) => {
                if !text.is_empty() {
                    texts.push(std::mem::take(&mut text));
                }
            }
            other => return Err(format!("{other:?} in {markdown}")),
        }
    }
    Ok(texts)
}

/// Text as a reader should see it: on one line, nothing invisible.
fn seen(text: &str) -> String {
    let words: Vec<String> = text
        .split([' ', '\t', '\n', '\r'])
        .filter(|word| !word.is_empty())
        .map(inert)
        .collect();
    words.join(" ")
}

fn view(spans: &[(String, Tone)]) -> View<'static> {
    let line: Vec<Span> = spans
        .iter()
        .map(|(text, tone)| Span::new(text, *tone))
        .collect();
    let column = |heading: &str| Column {
        heading: heading.to_owned(),
        align: Align::Left,
    };
    View {
        language: "da".to_owned(),
        title: "T".to_owned(),
        subtitle: Vec::new(),
        imprint: Imprint::default(),
        sections: vec![Section {
            id: "s",
            heading: "S".to_owned(),
            depth: Depth::Summary,
            blocks: vec![
                Block::Paragraph(line.clone()),
                Block::Note(line.iter().map(|span| span.text.as_str()).collect()),
                Block::List(vec![line.clone(), line.clone()]),
                Block::Table(Table {
                    caption: String::new(),
                    columns: vec![column("A"), column("B")],
                    rows: vec![vec![line.clone(), line]],
                }),
            ],
        }],
        record: None,
        worksheet: None,
    }
}

/// Text rich in what Markdown reads as markup.
fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "\\", "`", "``", "*", "**", "_", "~~", "[", "]", "(", ")", "](x)", "<b>", "<!--",
            "-->", "&amp;", "&#35;", "|", "#", "-", "+", "=", "===", "1.", "1)", ":", "$", "^",
            "!", "{", "}", "{#a}", "http://", "www.", "a@b.dk", "\n", "\n\n", "\t", "    ", " ",
            "æ", "b", "7", "\"", "'", "[x]", "[^1]", "\u{a0}", "\u{3000}", "\0", "\u{301}", "😀",
            "…", "«", "<", ">", "&", "]:", "---", "[[", "]]", "%", "@", ".", ",", ";", "?", "/",
        ])
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
        "[a-c]{1,3}",
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn tone() -> impl Strategy<Value = Tone> {
    prop::sample::select(vec![Tone::Plain, Tone::Strong, Tone::Accent, Tone::Muted])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn a_parser_reads_the_words_back(spans in prop::collection::vec((nasty(), tone()), 1..4)) {
        let whole: String = spans.iter().map(|(text, _)| text.as_str()).collect();
        let markdown = plain(&view(&spans), "markdown");
        let texts = read_back(&markdown).map_err(TestCaseError::fail)?;
        let seen = seen(&whole);
        let mut expected = vec!["T", "S"];
        if !seen.is_empty() {
            expected.extend([seen.as_str(); 4]);
        }
        expected.extend(["A", "B"]);
        if !seen.is_empty() {
            expected.extend([seen.as_str(); 2]);
        }
        prop_assert_eq!(texts, expected, "{}", markdown);
    }
}

#[test]
fn nothing_people_wrote_becomes_markup_or_a_link() {
    for said in HOSTILE {
        let markdown = plain(&sample_view(said), "markdown");
        let texts = read_back(&markdown).unwrap();
        assert!(texts.contains(&seen(said)), "{said:?} {markdown}");
        let prose = markdown.split("```").step_by(2).collect::<String>();
        for link in ["://", "www.", "@nogen", "@ond", "#12"] {
            assert!(!prose.contains(link), "{link} in {markdown}");
        }
    }
}

#[test]
fn emphasis_survives_where_it_can() {
    let view = view(&[
        ("PRO-3".to_owned(), Tone::Accent),
        (" og ".to_owned(), Tone::Plain),
        ("PRO-4".to_owned(), Tone::Strong),
        (", begge".to_owned(), Tone::Plain),
    ]);
    let markdown = plain(&view, "markdown");
    assert!(
        markdown.contains("\n**PRO-3** og **PRO-4**, begge\n"),
        "{markdown}"
    );
}
