//! What people write beside their answers.

use super::fold::{text, tidy};
use super::people::Person;
use super::reading::{Reading, Row};

impl Reading<'_, '_> {
    /// Takes what the person in a row wrote about practices, each with its columns, where
    /// comments are kept. A row that says nothing of a practice leaves what the person wrote
    /// of it before.
    pub(super) fn comments<'c>(
        &mut self,
        row: Row<'_>,
        person: Option<Person>,
        written: impl IntoIterator<Item = (usize, &'c [usize])>,
    ) {
        let people = &mut self.gathered.people;
        let Some(person) = person.filter(|_| people.keeps_comments()) else {
            return;
        };
        for (practice, columns) in written {
            let cells = columns.iter().filter_map(|&column| row.filled(column));
            let comments: Vec<String> = cells
                .map(|cell| tidy(&text(cell)))
                .filter(|words| !words.is_empty())
                .collect();
            if !comments.is_empty() {
                self.comments += comments.len() as u64;
                for &slot in self.practices.slots(practice) {
                    people.comment(person, slot, comments.clone());
                }
            }
        }
    }
}
