//! Blocks: text with its emphasis, and what stands together.

use maud::{Markup, PreEscaped, html};

use crate::view::{Block, Card, Line, Span, Tone};

use super::{Page, figure, table};
use crate::format::words::{one_line, words};

/// From so many cards on, they are folded: a list of headings reads better.
const FOLDED: usize = 6;

/// A card with more blocks than this can be folded.
const SHORT: usize = 4;

/// How deep a heading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rank(u8);

impl Rank {
    /// That of a section.
    pub const SECTION: Self = Self(2);

    const DEEPEST: Self = Self(6);

    fn below(self) -> Self {
        Self(Self::DEEPEST.0.min(self.0 + 1))
    }
}

/// Blocks under a heading of a rank; figures and cards that follow each other stand together.
pub(super) fn blocks(blocks: &[Block], above: Rank, page: &mut Page) -> Markup {
    html! {
        @for run in blocks.chunk_by(stand_together) {
            @match run {
                [Block::Figure(_), ..] => (figures(run, page)),
                [Block::Card(_), ..] => (cards(run, above.below(), page)),
                _ => @for one in run { (block(one, above, page)) },
            }
        }
    }
}

fn stand_together(one: &Block, next: &Block) -> bool {
    match (one, next) {
        (Block::Figure(one), Block::Figure(next)) => !one.wide && !next.wide,
        (Block::Card(_), Block::Card(_)) => true,
        _ => false,
    }
}

fn figures(run: &[Block], page: &mut Page) -> Markup {
    html! {
        div.figures {
            @for one in run { (block(one, Rank::DEEPEST, page)) }
        }
    }
}

fn block(block: &Block, rank: Rank, page: &mut Page) -> Markup {
    match block {
        Block::Paragraph(line) => html! { p { (inline(line)) } },
        Block::List(points) => html! {
            @if !points.is_empty() {
                ul { @for point in points { li { (inline(point)) } } }
            }
        },
        Block::Table(rows) => table::table(rows, page),
        Block::Note(text) => html! { p.note { (one_line(text)) } },
        Block::Command(text) => html! { pre { code { (one_line(text)) } } },
        Block::Figure(drawn) => figure::figure(drawn, page),
        Block::Card(card) => html! { div.cards { (self::card(card, rank.below(), page)) } },
    }
}

fn cards(run: &[Block], rank: Rank, page: &mut Page) -> Markup {
    let cards = run.iter().filter_map(|block| match block {
        Block::Card(card) => Some(card),
        _ => None,
    });
    if run.len() < FOLDED {
        return html! { div.cards { @for card in cards { (self::card(card, rank, page)) } } };
    }
    let id = page.id("cards");
    html! {
        div.folds {
            div.tools hidden {
                (search_box(&id, page.words.get("html.search_cards"), None))
                button type="button" data-fold="open" aria-controls=(id) { (page.words.get("html.open")) }
                button type="button" data-fold="close" aria-controls=(id) { (page.words.get("html.close")) }
            }
            div id=(id) {
                @for card in cards { (fold(card, rank, false, page)) }
            }
        }
    }
}

/// A card as a box if it is short, else one that can be folded.
fn card(card: &Card, rank: Rank, page: &mut Page) -> Markup {
    let is_text =
        |block: &Block| !matches!(block, Block::Table(_) | Block::Figure(_) | Block::Card(_));
    if card.blocks.len() > SHORT || !card.blocks.iter().all(is_text) {
        return fold(card, rank, true, page);
    }
    html! {
        div.card {
            (heading(&card.heading, rank))
            (blocks(&card.blocks, rank, page))
        }
    }
}

fn fold(card: &Card, rank: Rank, is_open: bool, page: &mut Page) -> Markup {
    html! {
        details.card id=(page.id("card")) open[is_open] {
            summary { (heading(&card.heading, rank)) }
            div.folded { (blocks(&card.blocks, rank, page)) }
        }
    }
}

fn heading(text: &str, rank: Rank) -> Markup {
    let text = html! { (one_line(text)) };
    // maud's element names are fixed; the rank is a number of ours.
    let Rank(rank) = rank;
    PreEscaped(format!("<h{rank}>{}</h{rank}>", text.into_string()))
}

/// A row with a search box over a table, shown where the script works.
pub(super) fn search(of: &str, label: &str, described_by: Option<&String>) -> Markup {
    html! { div.tools hidden { (search_box(of, label, described_by)) } }
}

fn search_box(of: &str, label: &str, described_by: Option<&String>) -> Markup {
    let id = format!("{of}-search");
    html! {
        label for=(id) { (label) }
        input id=(id) type="search" autocomplete="off" spellcheck="false"
            data-search=(of) aria-controls=(of) aria-describedby=[described_by];
        p.count role="status" {}
    }
}

/// Words with their emphasis, on one line.
pub(super) fn inline(line: &Line) -> Markup {
    html! { @for run in runs(line) { (toned(&run)) } }
}

/// A line as stretches that differ in tone. A space is part of a stretch only between two of
/// its words.
fn runs(line: &Line) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for (i, word) in words(line).into_iter().enumerate() {
        for (j, piece) in word.into_iter().enumerate() {
            let is_apart = i > 0 && j == 0;
            match runs.last_mut() {
                Some(last) if last.tone == piece.tone => {
                    last.text += if is_apart { " " } else { "" };
                    last.text += &piece.text;
                }
                Some(last) if is_apart && last.tone == Tone::Plain => {
                    last.text += " ";
                    runs.push(piece);
                }
                _ if is_apart && piece.tone == Tone::Plain => {
                    runs.push(Span::plain(format!(" {}", piece.text)));
                }
                _ if is_apart => runs.extend([Span::plain(" "), piece]),
                _ => runs.push(piece),
            }
        }
    }
    runs
}

fn toned(span: &Span) -> Markup {
    html! {
        @match span.tone {
            Tone::Plain => (span.text),
            Tone::Strong => strong { (span.text) },
            Tone::Accent => strong.look { (span.text) },
            Tone::Muted => span.muted { (span.text) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_holds_its_words_and_the_spaces_between_them() {
        let line = vec![
            Span::plain("Enheden "),
            Span::new("har nået\nplateau 1", Tone::Strong),
            Span::new(" PLA-1", Tone::Accent),
            Span::plain(", <nu> "),
        ];
        assert_eq!(
            inline(&line).into_string(),
            "Enheden <strong>har nået plateau 1</strong> <strong class=\"look\">PLA-1</strong>, \
             &lt;nu&gt;"
        );
    }
}
