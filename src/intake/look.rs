//! A look at files without reading an answer: what their columns are, and how many different
//! things stand in those that are not known.

use std::borrow::Cow;

use csv::ByteRecord;

use crate::assessment::Assessment;
use crate::diagnostic::{Diagnostics, Location};
use crate::model::Model;

use super::Source;
use super::container::{Opening, Rows as _, Stopped, Table, broken_off};
use super::detected::Detected;
use super::file::called;
use super::fold::is_blank;
use super::guard::Guard;
use super::layout::Chosen;
use super::variety::Varieties;

/// Looks at files; `layout` is the one that was asked for, if any was.
///
/// # Errors
/// Whatever keeps one of them from being opened and gone through.
pub fn look(
    model: &Model,
    assessment: &Assessment,
    sources: Vec<Source>,
    layout: Option<&'static str>,
) -> Result<Vec<Detected>, Diagnostics> {
    let (practices, ..) = super::practices(model, assessment);
    let mut problems = Diagnostics::new();
    let mut all = Vec::new();
    for source in sources {
        let mut detected = Detected::new(&source.name);
        let called = called(assessment, &source.waves);
        let looked = Opening::of(Cow::Owned(source.content), &source.name, &practices[called])
            .and_then(|opening| through(&Opening { layout, ..opening }, &mut detected));
        if let Err(stopped) = looked {
            let location = stopped.location.clone();
            problems.push(stopped.at(location.unwrap_or(Location::File(source.name))));
        }
        detected.mapping = called.checked_sub(1);
        all.push(detected);
    }
    problems.guard(all).map(|warned| warned.value)
}

fn through(opening: &Opening<'_>, detected: &mut Detected) -> Result<(), Stopped> {
    let mut table = opening.table(detected)?;
    let chosen = Chosen::of(&table.top(), opening.practices, opening.layout);
    detected.take(&chosen);
    match &chosen.refusal {
        Some(refusal) => Err(Box::new(refusal.clone())),
        None => count(&mut table, &chosen, detected),
    }
}

/// Goes through a table's rows and notes how many there are, how many are no respondents', and how
/// many different things stand in columns that are not known.
pub(super) fn count(
    table: &mut Table<'_>,
    chosen: &Chosen,
    detected: &mut Detected,
) -> Result<(), Stopped> {
    table.rows.skip(chosen.head.rows - 1);
    let mut guard = Guard::of(&chosen.head);
    let mut varieties = Varieties::of(&chosen.columns);
    let (mut record, mut flaws) = (ByteRecord::new(), Vec::new());
    loop {
        let next = table.rows.next(&mut record, &mut flaws);
        let Some(row) = next.map_err(|broken| broken_off(&detected.grid(), broken))? else {
            break;
        };
        flaws.clear();
        if record.iter().all(is_blank) {
            continue;
        }
        detected.rows += 1;
        if !guard.turns_away(row, &record) {
            varieties.see(&record);
        }
    }
    detected.not_counted = guard.not_counted();
    detected.vary(varieties);
    Ok(())
}
