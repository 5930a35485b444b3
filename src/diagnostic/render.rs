//! Diagnostics as text for a terminal.

use super::excerpt::{Excerpt, cut, inert, shortened};
use super::{Diagnostic, Diagnostics, Folded, Location, Severity};

/// The most columns of a message or a hint: room for any sentence, not for a pasted file.
const SENTENCE: usize = 600;

/// The least width of the margin in which line numbers stand.
const MARGIN: usize = 2;

impl Diagnostics {
    /// All problems with their places and ways out, a blank line between them, and a line that
    /// counts them; empty if there are none. Colours are ANSI escapes.
    ///
    /// Whatever stands in messages, names and source lines is made inert for a terminal.
    pub fn render(&self, colour: bool) -> String {
        if self.is_empty() {
            return String::new();
        }
        let mut text = String::new();
        for item in self.iter() {
            text += &problem(item, colour);
            text.push('\n');
        }
        text += &self.summary();
        text.push('\n');
        text
    }

    /// How many errors and warnings there are, in words.
    fn summary(&self) -> String {
        let counted = |severity, one: &str| match self.count(severity) {
            0 => None,
            1 => Some(format!("1 {one}")),
            n => Some(format!("{n} {one}s")),
        };
        let counts = [
            counted(Severity::Error, "error"),
            counted(Severity::Warning, "warning"),
        ];
        let mut text = counts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        if self.has_errors() {
            text += "; nothing was written";
        }
        text
    }
}

fn problem(item: &Folded, colour: bool) -> String {
    let paint = Paint { colour };
    let problem = &item.first;
    let (word, style) = match problem.severity {
        Severity::Error => ("error", Style::Error),
        Severity::Warning => ("warning", Style::Warning),
    };
    let mut lines = vec![format!(
        "{}: {}",
        paint.with(style, &format!("{word}[{}]", problem.code.id)),
        cut(&problem.message, SENTENCE)
    )];
    if let Some(location) = &problem.location {
        place(location, style, &paint, &mut lines);
    }
    if item.more > 0 {
        lines.push(repeats(problem, item.more));
    }
    for hint in &problem.hints {
        lines.push(format!(
            "  {} {}",
            paint.with(Style::Help, "help:"),
            cut(hint, SENTENCE)
        ));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// The location line and, where there is text to show, the text with carets under it.
fn place(location: &Location, style: Style, paint: &Paint, lines: &mut Vec<String>) {
    let number = match location {
        Location::Text { span, .. } => span.line.to_string(),
        _ => String::new(),
    };
    let margin = number.len().max(MARGIN);
    lines.push(format!("{:margin$}--> {}", "", address(location)));
    let excerpt = match location {
        Location::Text { span, .. } => {
            Excerpt::of(&span.source, span.column.saturating_sub(1), span.width)
        }
        Location::Cell {
            text: Some(text), ..
        } => Excerpt::of(text, 0, usize::MAX),
        _ => return,
    };
    lines.push(format!("{:margin$} |", ""));
    lines.push(
        format!("{number:>margin$} | {}", excerpt.line)
            .trim_end()
            .to_owned(),
    );
    lines.push(format!(
        "{:margin$} | {:before$}{}",
        "",
        "",
        paint.with(style, &"^".repeat(excerpt.width)),
        before = excerpt.before
    ));
}

/// A location in words, without its text.
fn address(location: &Location) -> String {
    match location {
        Location::File(file) => inert(file),
        Location::Text { file, span } => format!("{}:{}:{}", inert(file), span.line, span.column),
        Location::Argument(argument) => format!("argument `{}`", shortened(argument)),
        Location::Cell {
            file,
            sheet,
            row,
            column,
            ..
        } => {
            let mut text = inert(file);
            match (sheet, row, column) {
                (Some(sheet), Some(row), Some((index, _))) => {
                    let column = column_letters(*index);
                    text += &format!(", {}!{column}{row}", sheet_name(sheet));
                }
                _ => {
                    let sheet = sheet.as_ref();
                    text += &sheet.map_or(String::new(), |s| format!(", {}", sheet_name(s)));
                    text += &row.map_or(String::new(), |row| format!(", row {row}"));
                    if let Some((index, _)) = column {
                        text += &format!(", column {}", column_letters(*index));
                    }
                }
            }
            match column {
                Some((_, header)) if !header.is_empty() => {
                    text + &format!(" `{}`", shortened(header))
                }
                _ => text,
            }
        }
    }
}

/// A sheet's name as a spreadsheet writes it before a cell: quoted unless it is one word.
fn sheet_name(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    match name.chars().all(plain) {
        true => shortened(name),
        false => format!("'{}'", shortened(name)),
    }
}

fn repeats(problem: &Diagnostic, more: u64) -> String {
    match &problem.location {
        Some(Location::Cell {
            column: Some((index, _)),
            ..
        }) => format!(
            "  and {more} more like it in column {}",
            column_letters(*index)
        ),
        _ => format!("  and {more} more like it"),
    }
}

/// The letters by which a spreadsheet names the column with this index from 0: `A` … `Z`, `AA` …
pub fn column_letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index;
    loop {
        // A remainder of 26 is below the letters' number.
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
        if rest == 0 {
            return letters.iter().rev().collect();
        }
        rest -= 1;
    }
}

#[derive(Clone, Copy)]
enum Style {
    Error,
    Warning,
    Help,
}

/// Where ANSI's foreground colours begin: black, red, green, yellow, blue, magenta, cyan, white.
const FOREGROUND: u8 = 30;

/// Colours, or none.
struct Paint {
    colour: bool,
}

impl Paint {
    fn with(&self, style: Style, text: &str) -> String {
        let (weight, colour) = match style {
            Style::Error => ("1;", FOREGROUND + 1),
            Style::Warning => ("1;", FOREGROUND + 3),
            Style::Help => ("", FOREGROUND + 6),
        };
        match self.colour {
            true => format!("\u{1b}[{weight}{colour}m{text}\u{1b}[0m"),
            false => text.to_owned(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Span};

    static CODE: Code = Code {
        id: "A004",
        title: "",
        explanation: "",
    };

    fn cell(row: u64, text: &str) -> Location {
        Location::Cell {
            file: "answers.csv".into(),
            sheet: None,
            row: Some(row),
            column: Some((5, "PLA-4".into())),
            text: Some(text.into()),
        }
    }

    fn unreadable(row: u64, text: &str) -> Diagnostic {
        Diagnostic::error(&CODE, format!("`{text}` is not an answer")).at(cell(row, text))
    }

    #[test]
    fn a_cell_is_shown_with_its_row_and_spreadsheet_column() {
        let all = Diagnostics::from(unreadable(3, "three").help("answer with a level"));
        assert_eq!(
            all.render(false),
            "error[A004]: `three` is not an answer
  --> answers.csv, row 3, column F `PLA-4`
   |
   | three
   | ^^^^^
  help: answer with a level

1 error; nothing was written
"
        );
    }

    #[test]
    fn a_workbook_s_cell_is_named_as_a_spreadsheet_does() {
        let within = |sheet: &str, row, column: Option<usize>| {
            address(&Location::Cell {
                file: "answers.xlsx".into(),
                sheet: Some(sheet.into()),
                row,
                column: column.map(|index| (index, "PLA-4".into())),
                text: None,
            })
        };
        let named = |sheet| within(sheet, Some(4), Some(2));
        assert_eq!(named("Svar"), "answers.xlsx, Svar!C4 `PLA-4`");
        assert_eq!(named("Form 1"), "answers.xlsx, 'Form 1'!C4 `PLA-4`");
        assert_eq!(within("Svar", Some(4), None), "answers.xlsx, Svar, row 4");
        assert_eq!(
            within("Svar", None, Some(2)),
            "answers.xlsx, Svar, column C `PLA-4`"
        );
    }

    #[test]
    fn a_part_of_a_toml_file_is_shown_with_its_line_number() {
        let source = "a = 1\nnavn = \"日本\" # x\n";
        let at = source.find('"').unwrap();
        let span = Span::of(source, at..at + 8);
        let all = Diagnostics::from(Diagnostic::warning(&CODE, "odd").at(Location::Text {
            file: "assessment.toml".into(),
            span,
        }));
        assert_eq!(
            all.render(false),
            "warning[A004]: odd
  --> assessment.toml:2:8
   |
 2 | navn = \"日本\" # x
   |        ^^^^^^

1 warning
"
        );
    }

    #[test]
    fn a_long_line_number_widens_the_margin() {
        let source = "\n".repeat(12_344) + "x = 1";
        let span = Span::of(&source, 12_344..12_345);
        let all = Diagnostics::from(Diagnostic::error(&CODE, "no").at(Location::Text {
            file: "a.toml".into(),
            span,
        }));
        assert!(
            all.render(false)
                .contains("     --> a.toml:12345:1\n      |\n12345 | x = 1\n      | ^\n")
        );
    }

    #[test]
    fn repeats_in_a_column_fold() {
        let mut all = Diagnostics::new();
        for row in 2..40 {
            all.push(unreadable(row, "three"));
        }
        all.push(Diagnostic::warning(&CODE, "twice").at(Location::File("a.csv".into())));
        all.push(Diagnostic::warning(&CODE, "twice").at(Location::File("a.csv".into())));
        assert_eq!(
            all.render(false),
            "error[A004]: `three` is not an answer
  --> answers.csv, row 2, column F `PLA-4`
   |
   | three
   | ^^^^^
  and 37 more like it in column F

warning[A004]: twice
  --> a.csv
  and 1 more like it

38 errors, 2 warnings; nothing was written
"
        );
    }

    #[test]
    fn only_the_first_few_different_messages_of_a_column_are_kept() {
        let mut all = Diagnostics::new();
        for row in 2..1_000 {
            all.push(unreadable(row, &format!("word {row}")));
        }
        assert_eq!(all.iter().count(), Diagnostics::SHOWN_PER_PLACE);
        assert_eq!(all.count(Severity::Error), 998);
        assert!(
            all.render(false)
                .contains("and 988 more like it in column F")
        );
    }

    #[test]
    fn without_problems_there_is_nothing_to_say() {
        assert_eq!(Diagnostics::new().render(true), "");
    }

    #[test]
    fn peoples_words_cannot_steer_the_terminal() {
        let text = "\u{1b}]0;x\u{7}\u{202e}\n";
        let all = Diagnostics::from(
            Diagnostic::error(&CODE, text)
                .at(Location::Cell {
                    file: text.into(),
                    sheet: Some(text.into()),
                    row: None,
                    column: Some((0, text.into())),
                    text: Some(text.into()),
                })
                .help(text),
        );
        assert!(
            !all.render(false)
                .chars()
                .any(|c| c != '\n' && c.is_control() || c == '\u{202e}')
        );
    }

    #[test]
    fn colours_change_nothing_but_colours() {
        let all = Diagnostics::from(unreadable(3, "three").help("answer with a level"));
        let mut plain = all.render(true);
        for escape in ["\u{1b}[1;31m", "\u{1b}[36m", "\u{1b}[0m"] {
            assert!(plain.contains(escape));
            plain = plain.replace(escape, "");
        }
        assert_eq!(plain, all.render(false));
    }

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        let letters = [0, 25, 26, 51, 52, 701, 702].map(column_letters);
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
