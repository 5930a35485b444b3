//! Tables: a caption, heads, and the numbers that the script sorts by.

use maud::{Markup, html};

use crate::view::{Align, Line, Table};

use super::Page;
use super::block::{inline, search};
use crate::format::words::one_line;

/// From so many rows on, sorting shows something.
const SORTED: usize = 3;

/// Above so many rows, searching is faster than looking.
const SEARCHED: usize = 8;

/// A table in a frame that scrolls sideways where the screen is narrow.
pub(super) fn table(table: &Table, page: &mut Page) -> Markup {
    let id = page.id("table");
    let caption = one_line(&table.caption);
    let named = format!("{id}-caption");
    let heading = heading_column(table);
    html! {
        div.table {
            @if table.rows.len() > SEARCHED {
                (search(&id, page.words.get("html.search_table"), (!caption.is_empty()).then_some(&named)))
            }
            div.scroll tabindex="0" role="group"
                aria-labelledby=[(!caption.is_empty()).then_some(&named)]
                aria-label=[caption.is_empty().then_some(page.words.get("html.table"))] {
                table id=(id) data-sort[table.rows.len() >= SORTED] {
                    @if !caption.is_empty() {
                        caption { span id=(named) { (caption) } }
                    }
                    (heads(table))
                    tbody {
                        @for row in &table.rows {
                            tr {
                                @for (i, cell) in row.iter().enumerate() {
                                    (set(cell, align(table, i), heading == Some(i), page))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn heads(table: &Table) -> Markup {
    let headings: Vec<String> = table.columns.iter().map(|c| one_line(&c.heading)).collect();
    html! {
        @if headings.iter().any(|heading| !heading.is_empty()) {
            thead {
                tr {
                    @for (column, heading) in table.columns.iter().zip(&headings) {
                        // A head without words would name its cells with nothing.
                        @if heading.is_empty() {
                            td {}
                        } @else {
                            th scope="col" class=[number(column.align)] { (heading) }
                        }
                    }
                }
            }
        }
    }
}

fn set(cell: &Line, align: Align, is_heading: bool, page: &Page) -> Markup {
    let value = match align {
        Align::Left => None,
        Align::Right => {
            let text: String = cell.iter().map(|span| span.text.as_str()).collect();
            page.notation.number(&text)
        }
    };
    html! {
        @if is_heading {
            th scope="row" { (inline(cell)) }
        } @else {
            td class=[number(align)] data-value=[value] { (inline(cell)) }
        }
    }
}

fn number(align: Align) -> Option<&'static str> {
    (align == Align::Right).then_some("number")
}

/// The column whose cells say what their rows are about: the first of words.
fn heading_column(table: &Table) -> Option<usize> {
    table.columns.iter().position(|c| c.align == Align::Left)
}

fn align(table: &Table, column: usize) -> Align {
    table.columns.get(column).map_or(Align::Left, |c| c.align)
}
