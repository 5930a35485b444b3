//! The columns of a plan that are read.

use csv::ByteRecord;

use crate::diagnostic::{Diagnostic, code};
use crate::intake::container::{Rank, Stopped};
use crate::intake::fold::{fold, text, tidy};
use crate::intake::grid::Grid;

/// What each header that is read is called, English first.
const UNIT: [&str; 2] = ["unit", "enhed"];
const PRACTICE: [&str; 2] = ["practice", "praksis"];
const STEP: [&str; 2] = ["step", "skridt"];
const TO: [&str; 2] = ["to", "til"];
const STATUS: [&str; 2] = ["status", "status"];

/// The columns that are read; what else a plan holds is people's own.
pub(super) struct Heads {
    pub(super) headers: Vec<String>,
    pub(super) unit: Option<usize>,
    pub(super) practice: Option<usize>,
    pub(super) step: Option<usize>,
    pub(super) to: Option<usize>,
    pub(super) status: Option<usize>,
}

impl Heads {
    pub(super) fn of(header: &ByteRecord) -> Self {
        let headers: Vec<String> = header.iter().map(|cell| tidy(&text(cell))).collect();
        let place = |words: [&str; 2]| {
            let mut folded = headers.iter().map(|header| fold(header));
            folded.position(|header| words.contains(&header.as_str()))
        };
        Self {
            unit: place(UNIT),
            practice: place(PRACTICE),
            step: place(STEP),
            to: place(TO),
            status: place(STATUS),
            headers,
        }
    }

    /// Whether a plan can be read by them, and how many there are.
    pub(super) fn rank(&self) -> Rank {
        let known = [self.unit, self.practice, self.step, self.to, self.status];
        Rank {
            fits: self.practice.is_some() && self.status.is_some(),
            different: known.into_iter().flatten().count(),
            rows: 1,
            ..Rank::default()
        }
    }

    /// Refuses what cannot be a plan's header.
    pub(super) fn fault(&self, grid: &Grid, row: u64) -> Result<(), Stopped> {
        let lacking: Vec<String> = [(self.practice, PRACTICE), (self.status, STATUS)]
            .into_iter()
            .filter(|(place, _)| place.is_none())
            .map(|(_, words)| format!("`{}`", words[0]))
            .collect();
        if lacking.is_empty() {
            return Ok(());
        }
        let message = format!("the plan has no column {}", lacking.join(" and none "));
        let problem = Diagnostic::error(&code::P001, message).at(grid.cell(Some(row), None));
        Err(Box::new(problem.help(
            "give the file that `plateau plan -o plan.csv` wrote, with its header row",
        )))
    }
}
