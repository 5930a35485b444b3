//! The report as one HTML file that works offline: responsive, printable, for keyboard and
//! screen reader, its tables sorted and filtered by a short script that the file brings along.
//!
//! Words are escaped by maud wherever they stand; the only markup that is not ours alone is
//! the charts' SVG, which our own code draws. The file's content-security policy allows its
//! own style and script, by hash, and nothing else: even markup that slipped through would
//! neither run nor reach a network.

mod block;
mod embed;
mod figure;
mod number;
pub mod questionnaire;
mod table;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::text::Words;
use crate::view::{Section, View};

use self::number::Notation;
use super::Style;
use super::words::one_line;

/// What sorts, filters and folds; without it the report is complete and in its own order.
const SCRIPT: &str = include_str!("html/script.js");

const STYLE: &str = include_str!("html/style.css");

/// A report as one HTML file, all sections.
pub fn render(view: &View, _style: &Style) -> Vec<u8> {
    let page = Page::new(&view.language);
    document(view, page).into_string().into_bytes()
}

/// What the parts of a page share.
struct Page {
    words: &'static Words,
    notation: Notation,
    ids: usize,
}

impl Page {
    fn new(language: &str) -> Self {
        let words = Words::of(language);
        Self {
            words,
            notation: Notation::of(words),
            ids: 0,
        }
    }

    /// A name that no other element of the page has.
    fn id(&mut self, kind: &str) -> String {
        self.ids += 1;
        format!("{kind}-{}", self.ids)
    }
}

fn document(view: &View, mut page: Page) -> Markup {
    let style = embed::style(view.imprint.accent, STYLE);
    let script = SCRIPT;
    let words = page.words;
    let title = one_line(&view.title);
    let anchors = anchors(&view.sections);
    html! {
        (DOCTYPE)
        html lang=(one_line(&view.language)) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(embed::policy(&style, script));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                @if let Some(author) = &view.imprint.author {
                    meta name="author" content=(one_line(author));
                }
                title { (title) }
                style { (PreEscaped(&style)) }
            }
            body data-sorted=(words.get("html.sorted")) data-up=(words.get("html.up")) data-down=(words.get("html.down"))
                data-unsorted=(words.get("html.unsorted")) data-shown=(words.get("html.shown")) data-none=(words.get("html.none")) {
                a.skip href="#report" { (words.get("html.skip")) }
                (header(view, &title))
                div.layout {
                    @if view.sections.len() > 1 { (contents(view, &anchors, words)) }
                    main id="report" tabindex="-1" {
                        @for (section, anchor) in view.sections.iter().zip(&anchors) {
                            (set(section, anchor, &mut page))
                        }
                    }
                }
                (footer(view, &title, words))
                p.unseen #said role="status" {}
                script { (PreEscaped(script)) }
            }
        }
    }
}

fn header(view: &View, title: &str) -> Markup {
    html! {
        header.cover {
            @if let Some(logo) = &view.imprint.logo {
                img.logo src=(embed::picture(logo)) alt=(one_line(view.imprint.logo_words()));
            }
            @if let Some(organisation) = &view.imprint.organisation {
                p.house { (one_line(organisation)) }
            }
            h1 { (title) }
            @for line in &view.subtitle {
                p.subtitle { (one_line(line)) }
            }
            @if let Some(author) = &view.imprint.author {
                p.author { (one_line(author)) }
            }
        }
    }
}

fn contents(view: &View, anchors: &[String], words: &Words) -> Markup {
    html! {
        nav.contents aria-labelledby="contents-heading" {
            h2 #contents-heading { (words.get("html.contents")) }
            ul {
                @for (section, anchor) in view.sections.iter().zip(anchors) {
                    li { a href={ "#" (anchor) } { (one_line(&section.heading)) } }
                }
            }
        }
    }
}

fn set(section: &Section, anchor: &str, page: &mut Page) -> Markup {
    let heading = format!("{anchor}-heading");
    html! {
        section id=(anchor) aria-labelledby=(heading) {
            h2 id=(heading) { (one_line(&section.heading)) }
            (block::blocks(&section.blocks, block::Rank::SECTION, page))
        }
    }
}

fn footer(view: &View, title: &str, words: &Words) -> Markup {
    let imprint = &view.imprint;
    let names = [imprint.author.as_deref(), imprint.organisation.as_deref()];
    html! {
        footer {
            p {
                (title)
                @for name in names.into_iter().flatten() { " · " (one_line(name)) }
            }
            p { (words.get("html.offline")) }
        }
    }
}

/// The address of each section within the page: its own name, numbered where it comes again.
fn anchors(sections: &[Section]) -> Vec<String> {
    let named = |i: usize| {
        let id = sections[i].id;
        let before = sections[..i].iter().filter(|s| s.id == id).count();
        match before {
            0 => id.to_owned(),
            n => format!("{id}-again-{n}"),
        }
    };
    (0..sections.len()).map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_style_or_script_ends_its_own_element() {
        for block in [STYLE, SCRIPT, questionnaire::STYLE, questionnaire::SCRIPT] {
            assert!(!block.contains("</") && !block.contains("<!--"));
        }
    }
}
