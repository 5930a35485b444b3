//! The sheet of method: what the numbers rest on, and what is said of it.

use rust_xlsxwriter::FormatAlign;

use crate::view::layout_called;
use crate::view::record::WeightingWord;
use crate::view::{Depth, View};

use super::look::{Cell, Kind};
use super::page::{Column, Outcome, Page, Table};
use super::prose::{Blocks, Grid};
use super::subject::Subject;

/// The columns' widths.
const WIDTHS: [f64; 6] = [38.0, 12.0, 12.0, 14.0, 14.0, 30.0];
/// Parts of the full report that stand on other sheets, in numbers or in words.
const ELSEWHERE: &[&str] = &[
    "plateaus",
    "disciplines",
    "disagreement",
    "agreement",
    "roles",
    "units",
    "change",
    "next",
    "findings",
    "introduction",
    "conclusion",
    "practices",
    "moderated",
    "settled",
];

/// Writes the sheet.
pub fn write(page: &mut Page, subject: &Subject, view: &View) -> Outcome {
    let mut grid = Grid {
        page,
        widths: &WIDTHS,
        row: 0,
    };
    grid.set_widths()?;
    rules(&mut grid, subject)?;
    scale(&mut grid, subject)?;
    inputs(&mut grid, subject)?;
    let details = view
        .sections
        .iter()
        .filter(|section| section.depth == Depth::Detail && !ELSEWHERE.contains(&section.id));
    for section in details {
        let blocks = match section.id {
            "method" => Blocks::Words,
            _ => Blocks::NoCommands,
        };
        grid.section(section, blocks)?;
    }
    page.sheet.set_screen_gridlines(false);
    Ok(())
}

fn rules(grid: &mut Grid, subject: &Subject) -> Outcome {
    let record = subject.record;
    let words = grid.page.words;
    let (privacy, scoring) = (&record.privacy, &record.scoring);
    let model = &record.model;
    let named = format!("{} ({} {})", model.names.title, model.id, model.version);
    let rules = [
        (words.get("xlsx.rule.model"), Cell::text(named), Kind::Words),
        (
            words.get("xlsx.rule.overlay"),
            Cell::words(model.overlay.as_deref()),
            Kind::Words,
        ),
        (
            words.get("xlsx.rule.minimum_coverage"),
            Cell::Number(scoring.minimum_coverage),
            Kind::Share,
        ),
        (
            words.get("xlsx.rule.weighting"),
            Cell::text(match scoring.weighting {
                WeightingWord::Respondent => words.get("xlsx.rule.by_respondent"),
                WeightingWord::Unit => words.get("xlsx.rule.by_unit"),
            }),
            Kind::Words,
        ),
        (
            words.get("xlsx.rule.minimum_group"),
            Cell::count(privacy.minimum_group),
            Kind::Count,
        ),
        (
            words.get("xlsx.rule.minimum_comments"),
            Cell::count(privacy.minimum_comments),
            Kind::Count,
        ),
        (
            words.get("xlsx.rule.allow_small_groups"),
            Cell::text(words.get(if privacy.allow_small_groups {
                "xlsx.rule.yes"
            } else {
                "xlsx.rule.no"
            })),
            Kind::Words,
        ),
        (
            words.get("xlsx.rule.tool"),
            Cell::text(format!("{} {}", record.tool.name, record.tool.version)),
            Kind::Words,
        ),
    ];
    grid.heading(words.get("xlsx.heading.rules"))?;
    let look = grid.page.look;
    let label = look.of(Kind::Words);
    for (name, cell, kind) in rules.iter().filter(|(_, cell, _)| *cell != Cell::Absent) {
        grid.page.text(grid.row, 0, name, label)?;
        match cell {
            Cell::Text(text) => grid.wide_row(grid.row, (1, 5), text, label)?,
            Cell::Number(number) => {
                let format = look.of(*kind).clone();
                let format = format.set_align(FormatAlign::Left).set_indent(1);
                grid.page.wide_number(grid.row, (1, 5), *number, &format)?;
            }
            _ => {}
        }
        grid.row += 1;
    }
    grid.row += 1;
    Ok(())
}

fn scale(grid: &mut Grid, subject: &Subject) -> Outcome {
    let words = grid.page.words;
    let names = &subject.record.model.names.levels;
    let table = Table {
        columns: vec![
            Column::new(words.get("column.name"), WIDTHS[0], Kind::Words),
            Column::new(words.get("column.level"), WIDTHS[1], Kind::Level),
        ],
        rows: (1..=grid.page.levels)
            .map(|level| {
                let name = names.get(level - 1).map(String::as_str);
                vec![Cell::words(name), Cell::count(level)]
            })
            .collect(),
    };
    grid.heading(words.get("model.levels"))?;
    grid.row = grid.page.table(grid.row, &table)? + 1;
    Ok(())
}

fn inputs(grid: &mut Grid, subject: &Subject) -> Outcome {
    let words = grid.page.words;
    let inputs = &subject.record.inputs;
    if inputs.is_empty() {
        return Ok(());
    }
    let table = Table {
        columns: vec![
            Column::new(words.get("column.file"), WIDTHS[0], Kind::Words),
            Column::new(words.get("column.layout"), WIDTHS[1], Kind::Words),
            Column::new(words.get("column.rows"), WIDTHS[2], Kind::Count),
            Column::new(words.get("column.rejected"), WIDTHS[3], Kind::Count),
        ],
        rows: inputs
            .iter()
            .map(|input| {
                vec![
                    Cell::text(input.name.as_str()),
                    Cell::text(layout_called(words, &input.layout)),
                    Cell::count(input.rows),
                    Cell::count(input.rejected),
                ]
            })
            .collect(),
    };
    grid.heading(words.get("xlsx.heading.inputs"))?;
    let first = grid.row;
    grid.row = grid.page.table(first, &table)? + 1;
    let hashes = (4, 5);
    let look = grid.page.look;
    grid.page.wide(first, hashes, "SHA-256", &look.head_words)?;
    let format = look.of(Kind::Words).clone().set_font_size(9);
    for (row, input) in (first + 1..).zip(inputs) {
        grid.wide_row(
            row,
            hashes,
            input.sha256.as_deref().unwrap_or_default(),
            &format,
        )?;
    }
    Ok(())
}
