//! The place of a problem, in the terms of the file it is in.

use super::Diagnostic;

/// Where a problem is. File names are those the person gave, never made absolute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// A whole file or folder.
    File(String),
    /// A cell, row or column of a table of answers.
    Cell {
        /// The file.
        file: String,
        /// The sheet, where the file is a workbook.
        sheet: Option<String>,
        /// The row as a spreadsheet counts it, the header being row 1.
        row: Option<u64>,
        /// The column's index from 0 and its header as written.
        column: Option<(usize, String)>,
        /// The cell's own text, to be shown; never a name, an e-mail or a comment.
        text: Option<String>,
    },
    /// A part of a TOML file.
    Text {
        /// The file.
        file: String,
        /// What part of it, with its source line.
        span: Span,
    },
    /// A command-line argument, as typed.
    Argument(String),
}

/// A part of one line of a text file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The line, from 1.
    pub line: usize,
    /// The first character within the line, from 1.
    pub column: usize,
    /// How many characters it covers, at least 1; never reaches past the line.
    pub width: usize,
    /// The whole source line, without its line end.
    pub source: String,
}

impl Span {
    /// The part of `text` that a byte range covers, cut at the end of its first line.
    ///
    /// Bytes outside `text` or within a character are moved to the nearest boundary before.
    pub fn of(text: &str, range: std::ops::Range<usize>) -> Self {
        let start = floor_boundary(text, range.start);
        let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |i| start + i);
        let end = floor_boundary(text, range.end).clamp(start, line_end);
        Self {
            line: text[..start].matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            width: text[start..end].chars().count().max(1),
            source: text[line_start..line_end].trim_end_matches('\r').to_owned(),
        }
    }
}

fn floor_boundary(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What two problems must share, beside their code, to be repeats of each other.
pub(super) fn place(problem: &Diagnostic) -> String {
    match &problem.location {
        Some(Location::Cell {
            file,
            column: Some((index, _)),
            ..
        }) => format!("{file}\n{index}"),
        Some(Location::Cell { file, .. } | Location::File(file)) => {
            format!("{file}\n{}", problem.message)
        }
        Some(Location::Text { file, span }) => {
            format!(
                "{file}\n{}\n{}\n{}",
                span.line, span.column, problem.message
            )
        }
        Some(Location::Argument(argument)) => format!("{argument}\n{}", problem.message),
        None => problem.message.clone(),
    }
}
