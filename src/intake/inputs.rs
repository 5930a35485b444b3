//! What was read, as a report lists it: files, and folders of files.
//!
//! A folder may hold a file for each respondent. So that nobody's answers can be told apart, it is
//! one input: one hash, one number of rows, one count of rejected cells a column.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};

use super::Source;
use super::hash::hexadecimal;
use super::responses::Input;

/// By file, the input that it is of, told by the first of its files.
pub(super) fn of(sources: &[Source]) -> Vec<usize> {
    let first = |(index, source): (usize, &Source)| {
        let same = |other: &Source| source.folder.is_some() && other.folder == source.folder;
        sources.iter().position(same).unwrap_or(index)
    };
    sources.iter().enumerate().map(first).collect()
}

/// The inputs so far.
#[derive(Default)]
pub(super) struct Inputs {
    /// Each with its folder, where it is one.
    list: Vec<(Option<String>, Input)>,
    /// Names of files by the hashes of their content.
    names: BTreeMap<String, String>,
}

impl Inputs {
    /// Adds a file, to its folder where it is in one; says so if another has the same content.
    pub(super) fn add(
        &mut self,
        input: Input,
        name: &str,
        folder: Option<String>,
        problems: &mut Diagnostics,
    ) {
        match input
            .sha256
            .as_ref()
            .map(|hash| (hash, self.names.get(hash)))
        {
            Some((_, Some(twin))) => problems.push(same_twice(name, twin)),
            Some((hash, None)) => {
                self.names.insert(hash.clone(), name.to_owned());
            }
            None => {}
        }
        let known = self.list.iter_mut().find(|(known, other)| {
            folder.is_some() && *known == folder && other.layout == input.layout
        });
        match (known, folder) {
            (Some((_, known)), _) => join(known, input),
            (None, Some(folder)) => {
                let name = format!("{folder}/");
                self.list.push((Some(folder), Input { name, ..input }));
            }
            (None, None) => self.list.push((None, input)),
        }
    }

    /// All of them, in the order in which they were met.
    pub(super) fn all(self) -> Vec<Input> {
        self.list.into_iter().map(|(_, input)| input).collect()
    }
}

/// Adds one more file to a folder.
fn join(folder: &mut Input, file: Input) {
    let hashes = folder.sha256.take().zip(file.sha256);
    folder.sha256 =
        hashes.map(|(folder, file)| hexadecimal(&Sha256::digest(format!("{folder}{file}"))));
    folder.rows += file.rows;
    add(&mut folder.not_counted, file.not_counted);
    add(&mut folder.rejected, file.rejected);
}

/// Adds counts of one thing or another to those there are.
fn add<T: PartialEq>(sums: &mut Vec<(T, u64)>, counts: Vec<(T, u64)>) {
    for (thing, count) in counts {
        match sums.iter_mut().find(|(known, _)| *known == thing) {
            Some((_, sum)) => *sum += count,
            None => sums.push((thing, count)),
        }
    }
}

fn same_twice(name: &str, twin: &str) -> Diagnostic {
    let message = format!("`{name}` has the same content as `{twin}`");
    Diagnostic::warning(&code::A035, message)
        .help("leave one of them out, unless both are meant")
        .at(Location::File(name.to_owned()))
}
