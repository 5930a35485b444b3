//! Markdown (CommonMark with GitHub's tables).

use crate::view::{Align, Block, Line, Section, Span, Table, Tone, View};

use super::Style;
use super::words::{one_line, words, words_of};

/// What nothing shows and nothing reads across: it keeps `www.`, `://`, `@name` and `#1` from
/// becoming links in renderers that look for them.
const BREAK: &str = "<!-- -->";

/// A report as Markdown, all sections.
pub fn render(view: &View, _style: &Style) -> Vec<u8> {
    let mut blocks = vec![format!("# {}", plain(&view.title))];
    let imprint = &view.imprint;
    let names = [&imprint.organisation, &imprint.author];
    let names: Vec<&str> = names
        .into_iter()
        .filter_map(|name| name.as_deref())
        .collect();
    let mut subtitle: Vec<String> = view.subtitle.iter().map(|line| plain(line)).collect();
    if !names.is_empty() {
        subtitle.push(plain(&names.join(" · ")));
    }
    if !subtitle.is_empty() {
        // A backslash at a line's end breaks the line.
        blocks.push(subtitle.join("\\\n"));
    }
    for section in &view.sections {
        blocks.extend(set(section));
    }
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text.into_bytes()
}

fn set(section: &Section) -> Vec<String> {
    let mut blocks = vec![format!("## {}", plain(&section.heading))];
    blocks.extend(pieces(&section.blocks));
    blocks
}

fn pieces(blocks: &[Block]) -> impl Iterator<Item = String> {
    blocks.iter().map(block).filter(|b| !b.is_empty())
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(line) => inline(line),
        Block::List(points) => {
            let points: Vec<String> = points.iter().map(|p| format!("- {}", inline(p))).collect();
            points.join("\n")
        }
        Block::Table(table) => set_table(table),
        Block::Note(text) => format!("> {}", plain(text)),
        Block::Command(text) => fenced("sh", &one_line(text)),
        // The drawing is no text; its words are.
        Block::Figure(figure) => format!("> {}", plain(words_of(figure))),
        Block::Card(card) => {
            let mut blocks = vec![format!("### {}", plain(&card.heading))];
            blocks.extend(pieces(&card.blocks));
            blocks.join("\n\n")
        }
    }
}

fn set_table(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let headings = table.columns.iter().map(|column| plain(&column.heading));
    let rule = table.columns.iter().map(|column| match column.align {
        Align::Left => "---".to_owned(),
        Align::Right => "---:".to_owned(),
    });
    let mut lines = Vec::new();
    let caption = inline(&[Span::new(&table.caption, Tone::Strong)]);
    if !caption.is_empty() {
        lines.extend([caption, String::new()]);
    }
    lines.push(row(headings.collect()));
    lines.push(row(rule.collect()));
    let cells = |line: &Vec<Line>| line.iter().map(|cell| inline(cell)).collect();
    lines.extend(table.rows.iter().map(|line| row(cells(line))));
    lines.join("\n")
}

/// A block of text that stands as it is, in a language for machines if any, its fence longer than
/// any row of backticks within.
pub(super) fn fenced(language: &str, text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat((longest + 1).max(3));
    format!("{fence}{language}\n{text}\n{fence}")
}

/// Text on one line, with no markup in it.
pub(super) fn plain(text: &str) -> String {
    escaped(&one_line(text))
}

/// A line with its emphasis; what is strong or accented is bold.
fn inline(line: &[Span]) -> String {
    let runs = runs(line);
    let escapes: Vec<String> = escaped_runs(&runs);
    let mut text = String::new();
    for (i, run) in runs.iter().enumerate() {
        let before = text.chars().next_back();
        let after = escapes.get(i + 1).and_then(|next| next.chars().next());
        if run.bold && can_be_bold(&escapes[i], before, after) {
            text += &format!("**{}**", escapes[i]);
        } else {
            text += &escapes[i];
        }
    }
    text
}

/// A stretch of a line, bold or not.
struct Run {
    text: String,
    bold: bool,
}

/// A line as stretches that differ in boldness, words joined by one space. A space is bold
/// only between two bold words, so that no stretch of bold text begins or ends with one.
fn runs(line: &[Span]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (i, word) in words(line).iter().enumerate() {
        for (j, piece) in word.iter().enumerate() {
            let bold = matches!(piece.tone, Tone::Strong | Tone::Accent);
            let last_bold = runs.last().is_some_and(|run| run.bold);
            if i > 0 && j == 0 {
                add(&mut runs, " ", bold && last_bold);
            }
            add(&mut runs, &piece.text, bold);
        }
    }
    runs
}

fn add(runs: &mut Vec<Run>, text: &str, bold: bool) {
    match runs.last_mut() {
        Some(last) if last.bold == bold => last.text += text,
        _ => runs.push(Run {
            text: text.to_owned(),
            bold,
        }),
    }
}

/// Each stretch escaped as a part of the whole line, as what stands around it decides what
/// has to be escaped.
fn escaped_runs(runs: &[Run]) -> Vec<String> {
    let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
    let characters: Vec<char> = whole.chars().collect();
    let mut at = 0;
    runs.iter()
        .map(|run| {
            let start = at;
            at += run.text.chars().count();
            (start..at).map(|i| escape(&characters, i)).collect()
        })
        .collect()
}

/// Whether `**` around `text` is read as emphasis: its ends must be letters or digits, or
/// stand apart from what is outside.
fn can_be_bold(text: &str, before: Option<char>, after: Option<char>) -> bool {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let apart = |c: Option<char>| c.is_none_or(|c| c == ' ' || c.is_ascii_punctuation());
    let visible = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    let (first, last) = (text.chars().next(), text.chars().next_back());
    visible(first)
        && visible(last)
        && (inside(first) || apart(before))
        && (inside(last) || apart(after))
}

/// Text on one line of which nothing is read as markup.
fn escaped(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    (0..characters.len())
        .map(|i| escape(&characters, i))
        .collect()
}

/// The character at a place of a line, so that it is read as itself.
fn escape(line: &[char], at: usize) -> String {
    let c = line[at];
    let next = line.get(at + 1).copied();
    let ends = next.is_none_or(|next| next == ' ');
    match c {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '#' if next.is_some_and(char::is_alphanumeric) => format!("\\#{BREAK}"),
        '@' if !ends => format!("@{BREAK}"),
        ':' if next == Some('/') => format!(":{BREAK}"),
        '.' if is_after_www(&line[..at]) => format!("{BREAK}."),
        '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '|' | '~' | '^' | '$' | '#' => {
            format!("\\{c}")
        }
        '-' | '+' | '=' | ':' if at == 0 && !next.is_some_and(char::is_alphanumeric) => {
            format!("\\{c}")
        }
        '.' | ')' if ends && line[..at].iter().all(char::is_ascii_digit) => format!("\\{c}"),
        c => c.to_string(),
    }
}

fn is_after_www(before: &[char]) -> bool {
    let start = before.len().saturating_sub(3);
    before[start..]
        .iter()
        .map(char::to_ascii_lowercase)
        .eq("www".chars())
}
