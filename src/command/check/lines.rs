//! What a file is in five lines, and its columns one by one.

use std::fmt::Write;

use crate::assessment::Mapping;
use crate::diagnostic::{column_letters, inert, shortened};
use crate::intake::{By, Detected, DetectedColumn, EachRow, Taken};
use crate::model::Model;

/// How many columns of a kind are named in the five lines.
const NAMED: usize = 6;

/// Files as they are described to a person.
pub(super) struct Describing<'a> {
    pub model: &'a Model,
    pub mappings: &'a [Mapping],
    /// Whether every column is told of.
    pub verbose: bool,
}

impl Describing<'_> {
    /// What a file is, what is read and counted, what is left alone, and what has to be decided.
    pub(super) fn file(&self, file: &Detected, report: &mut String) {
        // Writing to a string cannot fail.
        let _ = writeln!(report, "{}", inert(&file.name));
        line("is", &self.is(file), report);
        line("reads", &self.reads(file), report);
        line("counts", &counts(file), report);
        line("left alone", &left_alone(file), report);
        line("decide", &decide(file), report);
        if self.verbose {
            self.columns(file, report);
        }
        report.push('\n');
    }

    fn is(&self, file: &Detected) -> String {
        let mut parts = vec![layout(file)];
        if let Some(mapping) = self.mapping(file) {
            parts.push(format!(
                "answers to version {}, carried over by {}",
                mapping.from,
                inert(&mapping.name)
            ));
        }
        parts.extend(self.text(file));
        parts.join("; ")
    }

    fn mapping(&self, file: &Detected) -> Option<&Mapping> {
        self.mappings.get(file.mapping?)
    }

    fn text(&self, file: &Detected) -> Option<String> {
        let mut text = Vec::new();
        if let Some(sheet) = &file.sheet {
            text.push(format!(
                "workbook, sheet `{}`, header in row {}",
                inert(&sheet.name),
                sheet.row
            ));
            let others = sheet
                .others
                .iter()
                .map(|other| format!("`{}`", inert(other)));
            let others: Vec<String> = others.collect();
            if !others.is_empty() {
                text.push(format!("not read: {}", others.join(", ")));
            }
            let books = sheet.codebooks.iter();
            let books: Vec<String> = books.map(|book| format!("`{}`", inert(book))).collect();
            if !books.is_empty() {
                text.push(format!("codes as told in {}", books.join(", ")));
            }
        }
        if let Some(encoding) = file.encoding {
            let mark = match file.byte_order_mark {
                true => " with a byte order mark",
                false => "",
            };
            text.push(format!("{encoding}{mark}"));
        }
        if let Some(dialect) = &file.dialect {
            let found = match self.verbose {
                true => format!(" ({})", dialect.found),
                false => String::new(),
            };
            text.push(format!("delimiter {}{found}", dialect.name()));
        }
        (!text.is_empty()).then(|| text.join(", "))
    }

    fn reads(&self, file: &Detected) -> String {
        let practices = file.columns.iter().filter_map(|column| match column.taken {
            Taken::Answer(_, by) | Taken::Carried(_, by) => Some(by),
            _ => None,
        });
        let mut parts = Vec::from_iter(known_by(&practices.collect::<Vec<By>>()));
        let remarks = kind(file, |taken| matches!(taken, Taken::Remark(_)));
        if !remarks.is_empty() {
            parts.push(plural(remarks.len() as u64, "comment column"));
        }
        let words = kind(file, |taken| {
            matches!(taken, Taken::Word(_) | Taken::RowNumber)
        });
        let words: Vec<String> = words
            .iter()
            .map(|column| self.stands_for(column, file))
            .collect();
        parts.extend((!words.is_empty()).then(|| words.join(", ")));
        match file.layout {
            Some(_) if !parts.is_empty() => parts.join("; "),
            _ => "nothing".to_owned(),
        }
    }

    /// A column's header, and what it stands for where that is something else.
    fn stands_for(&self, column: &DetectedColumn, file: &Detected) -> String {
        let header = header(column);
        let stands_for = match column.taken {
            Taken::Word(word) => word.to_string(),
            Taken::RowNumber => "the survey tool's number, counted per file".to_owned(),
            Taken::Carried(old, by) => {
                let mapping = self.mapping(file);
                let id = mapping.and_then(|mapping| mapping.old_ids().nth(old));
                format!("{} by {by}", id.unwrap_or_default())
            }
            other => other.describe(self.model),
        };
        match stands_for.eq_ignore_ascii_case(&header) {
            true => header,
            false => format!("{header} → {stands_for}"),
        }
    }

    /// Every column with what it was taken as.
    fn columns(&self, file: &Detected, report: &mut String) {
        let mut label = "columns";
        for (index, column) in file.columns.iter().enumerate() {
            let letters = column_letters(index);
            let text = self.stands_for(column, file);
            let _ = writeln!(report, "  {label:<12}{letters:<3} {text}");
            label = "";
        }
    }
}

/// A label with its text beside it, in as many lines as it takes; nothing if there is none.
pub(super) fn line(label: &str, text: &str, report: &mut String) {
    let mut label = label;
    for text in wrapped(text) {
        let _ = writeln!(report, "  {label:<12}{text}");
        label = "";
    }
}

/// Text in lines that fit beside their label, broken between words; none for none.
fn wrapped(text: &str) -> Vec<String> {
    const WIDTH: usize = 66;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn layout(file: &Detected) -> String {
    if file.variables > 0 {
        let variables = plural(file.variables as u64, "variable");
        return format!("codebook: what {variables} and their codes mean");
    }
    let Some(layout) = file.layout else {
        return "not an answers file".to_owned();
    };
    let row = match layout.row {
        EachRow::Practice => "a row a practice, no respondent",
        EachRow::Question => "a row a practice, one respondent's file",
        EachRow::Answer => "a row an answer",
        EachRow::Respondent => "a row a respondent, a column a practice",
    };
    format!("{}: {row}", layout.tool.unwrap_or(layout.name))
}

/// How many practices there are, and by what they were known.
fn known_by(columns: &[By]) -> Option<String> {
    let total = plural(columns.len() as u64, "practice");
    let all = [By::Id, By::Name, By::Question, By::Mapping].into_iter();
    let ways = all.map(|by| (by, columns.iter().filter(|other| **other == by).count()));
    let ways: Vec<(By, usize)> = ways.filter(|(_, count)| *count > 0).collect();
    match ways.as_slice() {
        [] => None,
        [(by, _)] => Some(format!("{total} by {by}")),
        many => {
            let ways = many.iter().map(|(by, count)| format!("{count} by {by}"));
            Some(format!("{total} ({})", ways.collect::<Vec<_>>().join(", ")))
        }
    }
}

fn counts(file: &Detected) -> String {
    let rows = plural(file.rows, "row");
    let row = file.layout.map(|layout| layout.row).filter(|_| file.read);
    let mut parts = match (row, file.respondents) {
        _ if file.rows == 0 => return "nothing".to_owned(),
        (None | Some(EachRow::Practice), _) => vec![rows],
        (Some(_), 0) => vec![format!("nobody in {rows}")],
        (Some(_), people) => vec![format!("{} in {rows}", plural(people, "respondent"))],
    };
    let not_counted = file.not_counted.iter();
    let not_counted: Vec<String> = not_counted
        .map(|(why, rows)| format!("{rows} {why}"))
        .collect();
    if !not_counted.is_empty() {
        parts.push(format!("not counted: {}", not_counted.join(", ")));
    }
    if file.comments > 0 {
        parts.push(format!(
            "{}, word for word in reports: read them before passing one on",
            plural(file.comments, "comment")
        ));
    }
    parts.join("; ")
}

fn left_alone(file: &Detected) -> String {
    let personal = kind(file, |taken| matches!(taken, Taken::Personal));
    let tools = kind(file, |taken| {
        matches!(taken, Taken::Tools | Taken::Standing)
    });
    let aids = kind(file, |taken| {
        matches!(taken, Taken::Unread(_) | Taken::Empty)
    });
    let decided = kind(file, |taken| matches!(taken, Taken::LeftAlone));
    let parts = [
        (personal, "personal data"),
        (tools, "the survey tool's own"),
        (aids, "not needed"),
        (decided, "as decided"),
    ];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(columns, _)| !columns.is_empty())
        .map(|(columns, why)| format!("{} ({why})", named(columns, header)))
        .collect();
    match parts.is_empty() {
        true => "nothing".to_owned(),
        false => parts.join("; "),
    }
}

fn decide(file: &Detected) -> String {
    let unclear = kind(file, |taken| matches!(taken, Taken::Unclear(..)));
    let unknown = kind(file, |taken| matches!(taken, Taken::Unknown));
    let mut parts = Vec::new();
    if !unclear.is_empty() {
        parts.push(format!(
            "which practice is meant: {}",
            named(&unclear, quoted)
        ));
    }
    if !unknown.is_empty() {
        let columns = plural(unknown.len() as u64, "column");
        parts.push(format!(
            "{columns} not known, so not read: {}",
            named(&unknown, quoted)
        ));
    }
    match parts.is_empty() {
        true => "nothing".to_owned(),
        false => parts.join("; "),
    }
}

fn kind(file: &Detected, wanted: impl Fn(Taken) -> bool) -> Vec<&DetectedColumn> {
    let columns = file.columns.iter();
    columns.filter(|column| wanted(column.taken)).collect()
}

/// The first few columns by their headers, the rest counted.
fn named(columns: &[&DetectedColumn], written: fn(&DetectedColumn) -> String) -> String {
    let shown = columns.iter().take(NAMED).map(|column| written(column));
    let names: Vec<String> = shown.collect();
    if columns.len() > NAMED {
        return format!("{} and {} more", names.join(", "), columns.len() - NAMED);
    }
    names.join(", ")
}

fn header(column: &DetectedColumn) -> String {
    match column.header.is_empty() {
        true => "(no header)".to_owned(),
        false => shortened(&column.header),
    }
}

/// Headers that a person has to find in a file.
fn quoted(column: &DetectedColumn) -> String {
    format!("`{}`", header(column))
}

pub(super) fn plural(count: u64, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}
