//! Text as a workbook may hold it: nothing that XML forbids or a reader acts on, nothing
//! longer than a cell or a sheet's name may be.

use crate::diagnostic::inert;

/// The most UTF-16 units that a cell holds.
const CELL: usize = 32_767;
/// A sheet's name has fewer UTF-16 units than this.
const SHEET: usize = 32;
/// The most UTF-16 units of people's words in a page's header; Excel takes 255 in all.
const HEADER: usize = 80;
/// What Excel keeps for itself.
const RESERVED: &str = "History";

/// Text for a cell, on as many lines as it has; what does not fit is cut, and `note` says so.
pub fn cell(text: &str, note: &str) -> String {
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| shown(line.strip_suffix('\r').unwrap_or(line)))
        .collect();
    let text = lines.join("\n");
    if length(&text) <= CELL {
        return text;
    }
    let mut text = cut(&text, CELL - length(note));
    text.push_str(note);
    text
}

/// Whether a spreadsheet would run the text if somebody typed it.
pub fn runs(text: &str) -> bool {
    let first = text.trim_start().chars().next();
    first.is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\''))
}

/// Text as a sheet's name; `fallback` where nothing is left of it.
pub fn sheet_name(text: &str, fallback: &str) -> String {
    let shown: String = shown(text)
        .chars()
        .map(|c| match c {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' => ' ',
            c => c,
        })
        .collect();
    let words: Vec<&str> = shown.split_whitespace().collect();
    let name = cut(&words.join(" "), SHEET - 1);
    let name = name.trim_matches(|c: char| c == '\'' || c.is_whitespace());
    match name.is_empty() || name.eq_ignore_ascii_case(RESERVED) {
        true => fallback.to_owned(),
        false => name.to_owned(),
    }
}

/// Text among a file's properties.
pub fn property(text: &str) -> String {
    header(text).replace("&&", "&")
}

/// Text within a page's header, where `&` begins a code.
pub fn header(text: &str) -> String {
    let text = shown(text);
    let short = match length(&text) <= HEADER {
        true => text,
        false => cut(&text, HEADER - 1) + "…",
    };
    short.replace('&', "&&")
}

/// Text on one line without what XML forbids or a reader acts on.
fn shown(text: &str) -> String {
    inert(&text.replace(['\t', '\n'], " ")).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

fn length(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The text's start, of so many UTF-16 units at most.
fn cut(text: &str, units: usize) -> String {
    let mut used = 0;
    text.chars()
        .take_while(|c| {
            used += c.len_utf16();
            used <= units
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_keeps_its_lines_and_loses_what_acts() {
        assert_eq!(cell("a\r\nb\u{1b}\tc\u{fffe}", ""), "a\nb\\u{1b} c\u{fffd}");
    }

    #[test]
    fn a_long_text_is_cut_to_what_a_cell_holds_and_says_so() {
        let long = cell(&"😀".repeat(20_000), " (cut)");
        assert!(long.ends_with("😀 (cut)"));
        assert!(length(&long) <= CELL && length(&long) > CELL - 2);
        let full = "x".repeat(CELL);
        assert_eq!(cell(&full, " (cut)"), full);
    }

    #[test]
    fn a_sheet_s_name_keeps_the_rules() {
        assert_eq!(sheet_name("PLA-4: [a/b]*?", "x"), "PLA-4 a b");
        assert_eq!(sheet_name("''", "x"), "x");
        assert_eq!(sheet_name("history", "x"), "x");
        let name = sheet_name(&"Kundevendt driftsledelse ".repeat(9), "x");
        assert!(length(&name) < SHEET && !name.ends_with(' '));
    }

    #[test]
    fn a_header_has_no_codes_of_people_s_making() {
        assert_eq!(header("Køb & Salg &P"), "Køb && Salg &&P");
    }
}
