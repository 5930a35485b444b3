//! `plateau check`: how every file was understood, and every problem in it.

use std::fmt::Write;

use crate::assessment::{Comparable, Mapping};
use crate::cli::CheckArgs;
use crate::diagnostic::{Diagnostics, inert};
use crate::intake::{Detected, DetectedColumn, EachRow, Layout, Taken};
use crate::model::Model;

use super::console::Console;
use super::{Exit, pipeline};

/// Reads everything and prints what was detected and every problem; computes nothing.
///
/// # Errors
/// If standard output cannot be written. Problems of the input are the command's result.
pub fn run(arguments: &CheckArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let mut problems = Diagnostics::new();
    let mut report = String::new();
    match pipeline::open(&arguments.input, &mut problems) {
        Ok(opened) => {
            let mappings = opened.assessment.mappings.clone();
            let (model, detected, read) = pipeline::inspect(opened, arguments.input.lenient);
            for file in &detected {
                describe(file, &model, &mappings, &mut report);
            }
            for mapping in &mappings {
                carried(mapping, &model, &mut report);
            }
            match read {
                Ok(read) => problems.append(read.warnings),
                Err(found) => problems.append(found),
            }
        }
        Err(error) => match error.downcast::<Diagnostics>() {
            Ok(found) => problems.append(found),
            Err(other) => return Err(other),
        },
    }
    if problems.is_empty() {
        report.push_str("No problems.\n");
    } else {
        report.push_str(&problems.render(console.colours_stdout()));
    }
    console.print(report.as_bytes())?;
    Ok(if problems.has_errors() {
        Exit::Refused
    } else {
        Exit::Done
    })
}

/// What a file is, what is read of it, and what is left alone.
fn describe(file: &Detected, model: &Model, mappings: &[Mapping], report: &mut String) {
    // Writing to a string cannot fail.
    let _ = writeln!(report, "{}", inert(&file.name));
    let mut line = |label: &str, text: &str| {
        let mut label = label;
        for text in wrapped(text) {
            let _ = writeln!(report, "  {label:<12}{text}");
            label = "";
        }
    };
    let mapping = file.mapping.and_then(|mapping| mappings.get(mapping));
    if let Some(mapping) = mapping {
        let text = format!(
            "version {}, carried over by {}",
            mapping.from,
            inert(&mapping.name)
        );
        line("answers", &text);
    }
    line("layout", &layout(file.layout));
    line("text", &text(file));
    line("holds", &holds(file));
    line("comments", &comments(file));
    let read = |wanted: fn(Taken) -> bool| {
        let columns = file.columns.iter().filter(|column| wanted(column.taken));
        columns
            .map(|column| name(column, model, mapping))
            .collect::<Vec<_>>()
    };
    line(
        "read",
        &read(|taken| matches!(taken, Taken::Word(_) | Taken::RowNumber)).join(", "),
    );
    let practices = read(|taken| matches!(taken, Taken::Answer(..) | Taken::Carried(..)));
    line("", &counted("practice", &practices));
    let remarks = read(|taken| matches!(taken, Taken::Remark(_)));
    line("", &counted("comment column", &remarks));
    let personal = read(|taken| matches!(taken, Taken::Personal));
    line("left alone", &reason(&personal, "personal data"));
    let aids = read(|taken| matches!(taken, Taken::Unread(_) | Taken::Empty));
    line("left alone", &reason(&aids, "not needed"));
    let unknown = read(|taken| matches!(taken, Taken::Unknown));
    line("left alone", &reason(&unknown, "unknown: decide"));
    report.push('\n');
}

/// What becomes of every practice of an older version, and how far it may be compared.
fn carried(mapping: &Mapping, model: &Model, report: &mut String) {
    let _ = writeln!(report, "{}", inert(&mapping.name));
    let version = format!("{} to {}", mapping.from, model.version);
    let _ = writeln!(report, "  {:<12}{version}", "carries");
    for entry in &mapping.carried {
        let new: Vec<&str> = entry
            .new
            .iter()
            .map(|&practice| model.practices[practice].id.as_str())
            .collect();
        let new = if new.is_empty() {
            "left out".to_owned()
        } else {
            new.join(", ")
        };
        let comparable = match entry.comparable {
            Comparable::Fully => "comparable",
            Comparable::Partly => "partly comparable",
            Comparable::Not => "not comparable",
        };
        let old = inert(&entry.old.join(", "));
        let _ = writeln!(report, "  {:<12}{old} → {new} ({comparable})", "");
    }
    report.push('\n');
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

fn layout(layout: Option<Layout>) -> String {
    let Some(layout) = layout else {
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

fn text(file: &Detected) -> String {
    let mut parts = Vec::new();
    if let Some(sheet) = &file.sheet {
        parts.push(format!(
            "workbook, sheet `{}`, header in row {}",
            inert(&sheet.name),
            sheet.row
        ));
        if !sheet.others.is_empty() {
            let others: Vec<String> = sheet
                .others
                .iter()
                .map(|o| format!("`{}`", inert(o)))
                .collect();
            parts.push(format!("left alone: {}", others.join(", ")));
        }
    }
    if let Some(encoding) = file.encoding {
        let mark = if file.byte_order_mark {
            " with a byte order mark"
        } else {
            ""
        };
        parts.push(format!("{encoding}{mark}"));
    }
    if let Some(dialect) = &file.dialect {
        parts.push(format!("delimiter {} ({})", dialect.name(), dialect.found));
    }
    parts.join(", ")
}

fn holds(file: &Detected) -> String {
    let rows = plural(file.rows, "row");
    match file.layout.map(|layout| layout.row) {
        Some(EachRow::Question | EachRow::Answer | EachRow::Respondent) => {
            format!("{rows}, {}", plural(file.respondents, "respondent"))
        }
        Some(EachRow::Practice) => rows,
        None => String::new(),
    }
}

/// How many comments there are, and what that asks of whoever passes a report on.
fn comments(file: &Detected) -> String {
    match file.comments {
        0 => String::new(),
        count => format!("{count}, word for word in reports: read them before passing one on"),
    }
}

/// A column's header, and what it stands for where that is something else.
fn name(column: &DetectedColumn, model: &Model, mapping: Option<&Mapping>) -> String {
    let header = if column.header.is_empty() {
        "(no header)".to_owned()
    } else {
        inert(&column.header)
    };
    let stands_for = match column.taken {
        Taken::Word(word) => word.to_string(),
        Taken::Answer(practice, _) => model.practices[practice].id.clone(),
        Taken::Carried(old, _) => {
            let id = mapping.and_then(|mapping| mapping.old_ids().nth(old));
            id.unwrap_or_default().to_owned()
        }
        Taken::RowNumber => "the survey tool's row number, counted per file".to_owned(),
        _ => return header,
    };
    if stands_for.eq_ignore_ascii_case(&header) {
        header
    } else {
        format!("{header} → {stands_for}")
    }
}

fn counted(kind: &str, names: &[String]) -> String {
    if names.is_empty() {
        return String::new();
    }
    format!("{}: {}", plural(names.len() as u64, kind), names.join(", "))
}

fn reason(names: &[String], why: &str) -> String {
    if names.is_empty() {
        return String::new();
    }
    format!("{} ({why})", names.join(", "))
}

fn plural(count: u64, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}
