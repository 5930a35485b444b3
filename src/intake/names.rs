//! Names of units, waves and roles: those declared, or those learnt from the answers.

use std::collections::HashMap;

use super::fold::{fold, text, tidy};

/// The names of one kind of thing. An index stands for a declared one's place in its list, or
/// for the place in the order in which names were learnt.
pub(super) struct Names {
    declared: bool,
    /// By folded name; `None` where two have the same.
    known: HashMap<String, Option<usize>>,
    /// Of each learnt name the least of its spellings, so that the order of rows does not matter.
    spellings: Vec<String>,
    /// What else things are called, by folded words: the name meant, and whether any cell says so.
    called: HashMap<String, (String, bool)>,
    /// Indices by the very cells that named them: most rows repeat an earlier one,
    seen: HashMap<Box<[u8]>, usize>,
    /// and most of those the one just before.
    last: (Vec<u8>, Option<usize>),
}

/// Why a cell does not name a declared thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotKnown {
    /// Nothing is called so.
    Unknown,
    /// Two are called so.
    Ambiguous,
}

impl Names {
    /// Names to be learnt.
    pub(super) fn to_learn() -> Self {
        Self {
            declared: false,
            known: HashMap::new(),
            spellings: Vec::new(),
            called: HashMap::new(),
            seen: HashMap::new(),
            last: (Vec::new(), None),
        }
    }

    /// Only these, each known by its id and its name.
    pub(super) fn declared<'a>(list: impl IntoIterator<Item = [&'a str; 2]>) -> Self {
        let mut names = Self {
            declared: true,
            ..Self::to_learn()
        };
        let list: Vec<_> = list.into_iter().collect();
        for (index, [_, name]) in list.iter().enumerate() {
            let known = names.known.entry(fold(name)).or_insert(Some(index));
            *known = known.filter(|&other| other == index);
        }
        // An id always means its own, whatever else is called so.
        for (index, [id, _]) in list.iter().enumerate() {
            names.known.insert(fold(id), Some(index));
        }
        names
    }

    /// Takes in what the thing of a name is called besides.
    pub(super) fn call(&mut self, words: &str, meant: &str) {
        self.called.insert(fold(words), (meant.to_owned(), false));
    }

    /// Whether any cell called a thing by these words.
    pub(super) fn was_called(&self, words: &str) -> bool {
        let known = self.called.get(&fold(words));
        known.is_some_and(|(_, was_called)| *was_called)
    }

    /// The index of a name by a cell that named it before.
    pub(super) fn seen(&mut self, cell: &[u8]) -> Option<usize> {
        let (last, found) = &mut self.last;
        if found.is_none() || *last != cell {
            *found = Some(*self.seen.get(cell)?);
            last.clear();
            last.extend(cell);
        }
        *found
    }

    /// The index of a name, which is learnt if it may be.
    pub(super) fn index(&mut self, cell: &[u8]) -> Result<usize, NotKnown> {
        if let Some(index) = self.seen(cell) {
            return Ok(index);
        }
        let mut words = text(cell);
        let mut folded = fold(&words);
        if let Some((meant, was_called)) = self.called.get_mut(&folded) {
            *was_called = true;
            words = meant.clone().into();
            folded = fold(meant);
        }
        let index = match self.known.get(&folded) {
            Some(&index) => index.ok_or(NotKnown::Ambiguous)?,
            None if self.declared => return Err(NotKnown::Unknown),
            None => {
                self.spellings.push(tidy(&words));
                self.known.insert(folded, Some(self.spellings.len() - 1));
                self.spellings.len() - 1
            }
        };
        if let Some(least) = self.spellings.get_mut(index) {
            let spelling = tidy(&words);
            if spelling < *least {
                *least = spelling;
            }
        }
        self.seen.insert(cell.into(), index);
        Ok(index)
    }

    /// The learnt names sorted by code point, and each one's place among them by its index.
    pub(super) fn sorted(&self) -> (Vec<String>, Vec<usize>) {
        let mut order: Vec<usize> = (0..self.spellings.len()).collect();
        order.sort_by(|&a, &b| self.spellings[a].cmp(&self.spellings[b]));
        let mut place = vec![0; order.len()];
        for (position, &index) in order.iter().enumerate() {
            place[index] = position;
        }
        let names = order.iter().map(|&i| self.spellings[i].clone()).collect();
        (names, place)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_in_case_and_space_are_one() {
        for order in [["Team B", "team  b"], ["team  b", "Team B"]] {
            let mut names = Names::to_learn();
            let indices = order.map(|name| names.index(name.as_bytes()).unwrap());
            assert_eq!(indices[0], indices[1]);
            assert_eq!(names.sorted().0, ["Team B"]);
        }
    }

    #[test]
    fn an_id_means_its_own_even_where_another_has_it_as_a_name() {
        let mut names = Names::declared([["a", "b"], ["b", "Bee"], ["c", "Bee"]]);
        assert_eq!(names.index(b" B "), Ok(1));
        assert_eq!(names.index(b"bee"), Err(NotKnown::Ambiguous));
        assert_eq!(names.index(b"d"), Err(NotKnown::Unknown));
    }
}
