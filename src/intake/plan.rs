//! A plan that people have filled in since it was made, read back: what was to be done with
//! which practice, and how far it has come. Who owns an action is never read.

mod heads;

use std::borrow::Cow;

use csv::ByteRecord;

use crate::diagnostic::{Diagnostic, Diagnostics, Location, Warned, code};
use crate::model::{Level, Model};

use super::cell::{Cell, Cells};
use super::container::{Flaw, Opening, Rows as _, Stopped, broken_off};
use super::detected::Detected;
use super::encoding::Content;
use super::file::short;
use super::fold::{fold, is_blank, text, tidy};
use super::grid::Grid;
use super::header::excerpt;
use super::practices::Practices;
use super::responses::Answer;
use heads::Heads;

/// A plan made earlier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastPlan {
    /// Its file's name without folders.
    pub name: String,
    /// What was to be done, in the file's order.
    pub actions: Vec<Action>,
}

/// Something that was to be done with a practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Action {
    /// An index into the model's practices.
    pub practice: usize,
    /// What was to be done.
    pub kind: ActKind,
    /// The level to be reached, if it was about one.
    pub to: Option<Level>,
    /// How far it has come.
    pub status: ActionStatus,
}

/// What can be done with a practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActKind {
    /// Bring it up to a level.
    Raise,
    /// Bring parts of a unit up to the level of the rest.
    Spread,
    /// Find out where it stands.
    FindOut,
    /// Agree on where it stands.
    Agree,
    /// Make sure that it does not slip.
    Secure,
}

/// How far an action has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionStatus {
    /// Not begun.
    Waiting,
    /// Begun.
    Underway,
    /// Done.
    Done,
    /// Given up.
    Dropped,
}

impl ActionStatus {
    /// All, in the order in which an action goes through them.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Underway, Self::Done, Self::Dropped];
}

/// The unit and wave that a plan may be about: what answers call them.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The unit's id and name.
    pub unit: [&'a str; 2],
}

/// What each kind of act is called, in the languages of plans.
static ACTS: &[(ActKind, [&str; 2])] = &[
    (ActKind::Raise, ["raise", "løft"]),
    (ActKind::Spread, ["spread", "udbred"]),
    (ActKind::FindOut, ["find out", "afklar"]),
    (ActKind::Agree, ["agree", "bliv enige"]),
    (ActKind::Secure, ["secure", "hold fast"]),
];

/// What each status is called, in the languages of plans.
static STATUSES: &[(ActionStatus, [&str; 2])] = &[
    (ActionStatus::Waiting, ["not started", "ikke begyndt"]),
    (ActionStatus::Underway, ["underway", "i gang"]),
    (ActionStatus::Done, ["done", "gjort"]),
    (ActionStatus::Dropped, ["dropped", "opgivet"]),
];

/// Reads a plan back.
///
/// # Errors
/// Everything in it that cannot be understood.
pub fn past_plan(
    model: &Model,
    about: About<'_>,
    content: Content,
    name: &str,
) -> Result<Warned<PastPlan>, Diagnostics> {
    let mut problems = Diagnostics::new();
    let mut actions = Vec::new();
    if let Err(stopped) = read(model, about, content, name, &mut actions, &mut problems) {
        let placed = match stopped.location {
            Some(_) => *stopped,
            None => stopped.at(Location::File(name.to_owned())),
        };
        problems.push(placed);
    }
    problems.guard(PastPlan {
        name: short(name),
        actions,
    })
}

fn read(
    model: &Model,
    about: About<'_>,
    content: Content,
    name: &str,
    actions: &mut Vec<Action>,
    problems: &mut Diagnostics,
) -> Result<(), Stopped> {
    let practices = Practices::new(model, &[]);
    let opening = Opening {
        heads: Some(|header| Heads::of(header).rank()),
        ..Opening::of(Cow::Owned(content), name, &practices)?
    };
    // A plan is chosen and laid out by the program itself: nothing there is to be told.
    let mut table = opening.table(&mut Detected::new(name))?;
    let grid = Grid {
        file: name.to_owned(),
        sheet: table.sheet.clone(),
    };
    let heads = Heads::of(&table.header);
    heads.fault(&grid, table.row)?;
    let mut reading = Reading {
        model,
        about,
        practices: &practices,
        cells: Cells::new(model),
        heads,
        grid: &grid,
        problems,
    };
    let (mut record, mut flaws) = (ByteRecord::new(), Vec::new());
    loop {
        let next = table.rows.next(&mut record, &mut flaws);
        let Some(row) = next.map_err(|broken| broken_off(&grid, broken))? else {
            return Ok(());
        };
        reading.tell(row, &mut flaws);
        if record.iter().any(|cell| !is_blank(cell)) {
            actions.extend(reading.action(row, &record));
        }
    }
}

/// A plan while its rows are read.
struct Reading<'a, 'p> {
    model: &'a Model,
    about: About<'a>,
    practices: &'a Practices<'a>,
    cells: Cells<'a>,
    heads: Heads,
    grid: &'a Grid,
    problems: &'p mut Diagnostics,
}

impl Reading<'_, '_> {
    fn action(&mut self, row: u64, record: &ByteRecord) -> Option<Action> {
        let practice = self.practice(row, record);
        let kind = self.one_of(row, record, self.heads.step, ACTS, "a kind of step");
        let status = self.one_of(row, record, self.heads.status, STATUSES, "a status");
        self.unit(row, record);
        let practice = practice?;
        let to = self.level(row, record, practice)?;
        let kind = kind?.unwrap_or(match to {
            Some(_) => ActKind::Raise,
            None => ActKind::FindOut,
        });
        if to.is_none() && matches!(kind, ActKind::Raise | ActKind::Spread) {
            let problem = Diagnostic::error(&code::P004, "the row names no level to be reached");
            let problem = problem.help("write the level in the column `to`");
            self.fault(row, self.heads.to, None, problem);
            return None;
        }
        Some(Action {
            practice,
            kind,
            to,
            status: status?.unwrap_or(ActionStatus::Waiting),
        })
    }

    fn practice(&mut self, row: u64, record: &ByteRecord) -> Option<usize> {
        let column = self.heads.practice;
        let Some(words) = filled(record, column) else {
            let problem = Diagnostic::error(&code::A017, "the row names no practice")
                .help("write a practice's id, or take the row out");
            self.fault(row, column, None, problem);
            return None;
        };
        let folded = fold(&words);
        let found = self.practices.find(&folded);
        if found.is_none() {
            let shown = excerpt(&words);
            let hint = self.practices.way_out(&folded);
            let problem = Diagnostic::error(
                &code::A005,
                format!("`{shown}` is no practice of the model"),
            )
            .help(hint.unwrap_or_else(|| "write a practice's id or name".to_owned()));
            self.fault(row, column, Some(shown), problem);
        }
        found
    }

    /// The level to be reached, if the row names one; `None` if it names none there is.
    fn level(&mut self, row: u64, record: &ByteRecord, practice: usize) -> Option<Option<Level>> {
        let column = self.heads.to;
        let Some(words) = filled(record, column) else {
            return Some(None);
        };
        match self.cells.read(practice, words.as_bytes()) {
            Cell::Blank => Some(None),
            Cell::Is(Answer::Rated(level)) => Some(Some(level)),
            _ => {
                let shown = excerpt(&words);
                let highest = self.model.scale.len();
                let message = format!("`{shown}` is not a level");
                let problem = Diagnostic::error(&code::P004, message)
                    .help(format!("write a level from 1 to {highest}"));
                self.fault(row, column, Some(shown), problem);
                None
            }
        }
    }

    /// What a cell names of a list; the inner `None` where it is blank.
    fn one_of<T: Copy>(
        &mut self,
        row: u64,
        record: &ByteRecord,
        column: Option<usize>,
        list: &[(T, [&str; 2])],
        what: &str,
    ) -> Option<Option<T>> {
        let Some(words) = filled(record, column) else {
            return Some(None);
        };
        let folded = fold(&words);
        let mut known = list.iter();
        if let Some((found, _)) = known.find(|(_, names)| names.contains(&folded.as_str())) {
            return Some(Some(*found));
        }
        let shown = excerpt(&words);
        let names = list.iter().flat_map(|(_, names)| names.iter().copied());
        let all: Vec<String> = list
            .iter()
            .map(|(_, [english, danish])| format!("`{english}` (`{danish}`)"))
            .collect();
        let message = format!("`{shown}` is not {what}");
        let problem = Diagnostic::error(&code::P002, message)
            .suggest(&folded, names)
            .help(format!("write one of {}, or nothing", all.join(", ")));
        self.fault(row, column, Some(shown), problem);
        None
    }

    /// Warns where a row was planned for another unit.
    fn unit(&mut self, row: u64, record: &ByteRecord) {
        let column = self.heads.unit;
        let Some(words) = filled(record, column) else {
            return;
        };
        let folded = fold(&words);
        if self.about.unit.iter().all(|name| fold(name) != folded) {
            let shown = excerpt(&words);
            let message = format!("the plan is for `{shown}`, and is held against another unit");
            let problem = Diagnostic::warning(&code::P003, message)
                .help(format!("choose that unit with `--unit {shown}`"));
            self.fault(row, column, Some(shown), problem);
        }
    }

    fn fault(
        &mut self,
        row: u64,
        column: Option<usize>,
        shown: Option<String>,
        problem: Diagnostic,
    ) {
        let header = |index: usize| (index, self.heads.headers[index].clone());
        let place = match self.grid.cell(Some(row), column.map(header)) {
            Location::Cell {
                file,
                sheet,
                row,
                column,
                ..
            } => Location::Cell {
                file,
                sheet,
                row,
                column,
                text: shown,
            },
            other => other,
        };
        self.problems.push(problem.at(place));
    }

    /// Reports cells of the columns that are read that hold no text of their own.
    fn tell(&mut self, row: u64, flaws: &mut Vec<Flaw>) {
        for flaw in flaws.drain(..) {
            let heads = &self.heads;
            let read = [
                heads.unit,
                heads.practice,
                heads.step,
                heads.to,
                heads.status,
            ];
            if read.contains(&Some(flaw.column)) {
                let message = format!("the cell holds {}", flaw.what);
                let problem = Diagnostic::error(&code::P002, message)
                    .help("write the value itself into the cell");
                self.fault(row, Some(flaw.column), None, problem);
            }
        }
    }
}

/// A cell's words, if there are any.
fn filled(record: &ByteRecord, column: Option<usize>) -> Option<String> {
    let cell = record.get(column?).filter(|cell| !is_blank(cell))?;
    Some(tidy(&text(cell)))
}
