//! The sheet for people: where the unit stands, what holds it back, what to do next.

use crate::view::record::{BlockerRecord, PlateauRecord, VerdictWord};
use crate::view::{Depth, Section, View};

use super::charts::{self, Cells};
use super::logo;
use super::look::{Cell, Kind};
use super::page::{Column, Outcome, Page, Table};
use super::prose::{Blocks, Grid};
use super::subject::Subject;
use super::tiles;

/// The columns' widths: an id, a name, six figures.
const WIDTHS: [f64; 8] = [9.0, 32.0, 11.5, 11.5, 11.5, 11.5, 11.5, 11.5];
/// A chart's size in pixels; two stand side by side over [`WIDTHS`].
const CHART: (u32, u32) = (396, 300);
/// The rows that a chart stands over.
const CHART_ROWS: u32 = 16;
/// Where a logo begins: over the last two columns.
const LOGO_COLUMN: u16 = 6;
/// Where the second chart begins.
const SECOND_CHART: u32 = 408;

/// Writes the sheet.
pub fn write(page: &mut Page, subject: &Subject, view: &View) -> Outcome {
    let mut grid = Grid {
        page,
        widths: &WIDTHS,
        row: 0,
    };
    grid.set_widths()?;
    title(&mut grid, view)?;
    grid.row = tiles::write(grid.page, subject, grid.row)? + 1;
    let told = view.sections.iter().filter(|section| is_told(section));
    let (first, rest): (Vec<&Section>, Vec<&Section>) = told.partition(|section| is_first(section));
    for section in first {
        grid.section(section, Blocks::Words)?;
    }
    figures(&mut grid, subject)?;
    blockers(&mut grid, subject, view)?;
    for section in rest {
        grid.section(section, blocks_of(section))?;
    }
    page.sheet.set_freeze_panes(1, 0)?;
    page.sheet.set_screen_gridlines(false);
    Ok(())
}

/// The title with a logo beside it, and who stands behind the report.
fn title(grid: &mut Grid, view: &View) -> Outcome {
    let imprint = &view.imprint;
    let names: Vec<&str> = [&imprint.organisation, &imprint.author]
        .into_iter()
        .filter_map(|name| name.as_deref())
        .collect();
    let mut subtitle = view.subtitle.clone();
    if !names.is_empty() {
        subtitle.push(names.join(" · "));
    }
    let Some(logo) = &imprint.logo else {
        return grid.title(&view.title, &subtitle);
    };
    grid.title_beside(&view.title, &subtitle, (LOGO_COLUMN, logo::TITLE_HEIGHT))?;
    logo::write(grid.page, logo, imprint.logo_words(), LOGO_COLUMN)
}

/// What the report's summary says, its findings in order of weight, and what is said in
/// people's own words.
fn is_told(section: &Section) -> bool {
    (section.depth == Depth::Summary && section.id != "blockers")
        || ["findings", "introduction", "conclusion"].contains(&section.id)
}

/// What is told before the figures.
fn is_first(section: &Section) -> bool {
    ["result", "introduction"].contains(&section.id)
}

/// The plateaus' table is here in numbers already.
fn blocks_of(section: &Section) -> Blocks {
    match section.id {
        "plateaus" => Blocks::Words,
        _ => Blocks::NoCommands,
    }
}

/// The plateaus, the disciplines and their charts.
fn figures(grid: &mut Grid, subject: &Subject) -> Outcome {
    let words = grid.page.words;
    let plateaus = placed(
        grid,
        words.get("plateaus.heading"),
        &plateaus(grid.page, subject),
    )?;
    if subject.unit.mean.is_none() {
        placed(
            grid,
            words.get("xlsx.heading.disciplines"),
            &disciplines(grid.page, subject),
        )?;
        return Ok(());
    }
    let charts_row = grid.row;
    grid.row += CHART_ROWS;
    let disciplines = placed(
        grid,
        words.get("xlsx.heading.disciplines"),
        &disciplines(grid.page, subject),
    )?;
    let drawn = [
        (words.get("xlsx.heading.discipline_means"), disciplines, 0),
        (
            words.get("xlsx.heading.plateau_means"),
            plateaus,
            SECOND_CHART,
        ),
    ];
    for (title, cells, offset) in drawn {
        let Some(names) = cells else { continue };
        let levels = subject.record.model.levels;
        let mut chart = charts::means(title, names, names.column(2), levels);
        chart.set_width(CHART.0).set_height(CHART.1);
        grid.page
            .sheet
            .insert_chart_with_offset(charts_row, 0, &chart, offset, 0)?;
    }
    Ok(())
}

/// Writes a table under a heading; the cells of its names, if it has rows.
fn placed<'a>(
    grid: &mut Grid<'_, 'a>,
    heading: &str,
    table: &Table,
) -> Result<Option<Cells<'a>>, rust_xlsxwriter::XlsxError> {
    grid.heading(heading)?;
    let first = grid.row + 1;
    let end = grid.page.table(grid.row, table)?;
    grid.row = end + 1;
    Ok((end > first).then_some(Cells {
        sheet: grid.page.words.get("xlsx.sheet.summary"),
        column: 1,
        first,
        last: end - 1,
    }))
}

fn plateaus(page: &Page, subject: &Subject) -> Table {
    let words = page.words;
    let width = WIDTHS[2];
    Table {
        columns: vec![
            Column::new(words.get("column.plateau"), width, Kind::Name),
            Column::new(words.get("column.name"), width, Kind::Words),
            Column::new(words.get("xlsx.column.mean"), width, Kind::Mean),
            Column::new(words.get("column.gate"), width, Kind::Ordinal),
            Column::new(words.get("column.met"), width, Kind::Count),
            Column::new(words.get("xlsx.column.missed"), width, Kind::Count),
            Column::new(words.get("column.undecided"), width, Kind::Count),
            Column::new(words.get("xlsx.column.verdict"), width, Kind::Words),
        ],
        rows: subject
            .unit
            .plateaus
            .iter()
            .map(|plateau| plateau_row(page, subject, plateau))
            .collect(),
    }
}

fn plateau_row(page: &Page, subject: &Subject, plateau: &PlateauRecord) -> Vec<Cell> {
    let gate = &plateau.gate;
    let [met, missed, undecided] =
        ["verdict.met", "verdict.missed", "verdict.undecided"].map(|key| page.words.get(key));
    vec![
        Cell::count(plateau.id),
        Cell::text(subject.plateau(plateau.id)),
        Cell::number(plateau.mean),
        Cell::level(Some(gate.level)),
        Cell::count(gate.met),
        Cell::count(gate.missed),
        Cell::count(gate.undecided),
        match gate.verdict {
            VerdictWord::Met => Cell::text(met),
            VerdictWord::Missed => Cell::Accent(missed.to_owned()),
            VerdictWord::Undecided => Cell::text(undecided),
        },
    ]
}

fn disciplines(page: &Page, subject: &Subject) -> Table {
    let words = page.words;
    let width = WIDTHS[2];
    let rows = subject.unit.disciplines.iter().map(|discipline| {
        vec![
            Cell::text(discipline.id.as_str()),
            Cell::text(subject.discipline(&discipline.id)),
            Cell::number(discipline.mean),
            Cell::number(discipline.points),
            Cell::count(discipline.points_max),
            Cell::count(discipline.practices),
        ]
    });
    Table {
        columns: vec![
            Column::new(words.get("xlsx.column.id"), width, Kind::Name),
            Column::new(words.get("column.discipline"), width, Kind::Words),
            Column::new(words.get("xlsx.column.mean"), width, Kind::Mean),
            Column::new(words.get("column.points"), width, Kind::Mean),
            Column::new(words.get("xlsx.column.maximum"), width, Kind::Count),
            Column::new(words.get("xlsx.figure.scored"), width, Kind::Count),
        ],
        rows: rows.collect(),
    }
}

/// What stands between the unit and its next plateau, with what the report says about it.
fn blockers(grid: &mut Grid, subject: &Subject, view: &View) -> Outcome {
    let said = view
        .sections
        .iter()
        .find(|section| section.id == "blockers");
    let blockers = subject.next().map(|next| &next.gate.blockers);
    if let Some(blockers) = blockers.filter(|blockers| !blockers.is_empty()) {
        let heading = said.map_or(grid.page.words.get("xlsx.heading.blockers"), |said| {
            said.heading.as_str()
        });
        grid.heading(heading)?;
        blockers_table(grid, subject, blockers)?;
        for block in said.iter().flat_map(|said| &said.blocks) {
            if Blocks::Words.has(block) {
                grid.block(block, Blocks::Words)?;
            }
        }
        grid.row += 1;
    } else if let Some(said) = said {
        grid.section(said, Blocks::Words)?;
    }
    Ok(())
}

fn blockers_table(grid: &mut Grid, subject: &Subject, blockers: &[BlockerRecord]) -> Outcome {
    let words = grid.page.words;
    let gate = subject.next().map(|next| next.gate.level);
    let width = WIDTHS[2];
    let units = |blocker: &BlockerRecord| {
        let named = blocker.units.iter().map(|id| {
            let unit = subject.wave.units.iter().find(|unit| unit.id == *id);
            unit.map_or(id.as_str(), |unit| unit.name.as_str())
        });
        named.collect::<Vec<_>>().join(", ")
    };
    let table = Table {
        columns: vec![
            Column::new(words.get("xlsx.column.id"), width, Kind::Name),
            Column::new(words.get("column.practice"), width, Kind::Words),
            Column::new(words.get("xlsx.column.lacks_levels"), width, Kind::Level),
            Column::new(words.get("column.gate"), width, Kind::Ordinal),
            Column::new(words.get("xlsx.column.lacks"), width, Kind::Count),
        ],
        rows: blockers
            .iter()
            .map(|blocker| {
                vec![
                    Cell::text(blocker.practice.as_str()),
                    Cell::text(subject.practice(&blocker.practice)),
                    Cell::level(blocker.level),
                    Cell::level(gate),
                    Cell::counted(blocker.distance),
                ]
            })
            .collect(),
    };
    let first = grid.row;
    grid.row = grid.page.table(first, &table)?;
    let look = grid.page.look;
    let rest = (5, 7);
    grid.page.wide(
        first,
        rest,
        words.get("xlsx.column.falls_short_in"),
        &look.head_words,
    )?;
    let format = look.of(Kind::Words);
    for (row, blocker) in (first + 1..).zip(blockers) {
        let units = units(blocker);
        grid.wide_row(row, rest, &units, format)?;
    }
    Ok(())
}
