//! How many different things stand in columns of which nothing is known. What they are is not kept.

use std::collections::HashSet;

use csv::ByteRecord;

use super::fold::{fold, is_blank, text};
use super::header::{Columns, Meaning};

/// How many different things stand in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variety {
    /// Cells that hold anything.
    pub filled: u64,
    /// How many of those differ; `None` where there are more than are counted.
    pub different: Option<usize>,
    /// Whether there are numbers among those.
    pub numbers: bool,
}

/// More different things than this are not told apart.
const MOST: usize = 40;

/// A table's unknown columns while its rows go by.
pub(super) struct Varieties {
    columns: Vec<(usize, u64, HashSet<String>)>,
}

impl Varieties {
    /// Nothing seen yet.
    pub(super) fn of(columns: &Columns) -> Self {
        let all = columns.list.iter().enumerate();
        let unknown = all.filter(|(_, column)| column.meaning == Meaning::Unknown);
        Self {
            columns: unknown
                .map(|(index, _)| (index, 0, HashSet::new()))
                .collect(),
        }
    }

    /// Takes a row into account.
    pub(super) fn see(&mut self, row: &ByteRecord) {
        for (index, filled, different) in &mut self.columns {
            if let Some(cell) = row.get(*index).filter(|cell| !is_blank(cell)) {
                *filled += 1;
                if different.len() <= MOST {
                    different.insert(fold(&text(cell)));
                }
            }
        }
    }

    /// What was seen, by column.
    pub(super) fn all(self) -> impl Iterator<Item = (usize, Variety)> {
        self.columns.into_iter().map(|(index, filled, different)| {
            let is_number = |cell: &String| cell.parse::<f64>().is_ok();
            let variety = Variety {
                filled,
                numbers: different.iter().any(is_number),
                different: Some(different.len()).filter(|count| *count <= MOST),
            };
            (index, variety)
        })
    }
}
