//! The organisation as a tree.

use crate::model::folded;

/// A part of the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Identity, such as `realkredit`.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The unit it is a part of, an index into [`Units`].
    pub parent: Option<usize>,
    /// How many people were invited to answer, its sub-units' included.
    pub invited: Option<u64>,
    /// Whether the unit was made up to hold answers that name none.
    pub implicit: bool,
    /// Its parts, as indices into [`Units`], in assessment order.
    pub children: Vec<usize>,
}

/// All units in assessment order; no unit is its own ancestor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Units {
    list: Vec<Unit>,
    parents_first: Vec<usize>,
}

impl Units {
    /// A tree of these units. `children` is worked out from `parent`.
    ///
    /// # Errors
    /// The index of a unit that is its own ancestor.
    pub fn new(mut list: Vec<Unit>) -> Result<Self, usize> {
        for unit in &mut list {
            unit.children.clear();
        }
        for index in 0..list.len() {
            if let Some(parent) = list[index].parent {
                list[parent].children.push(index);
            }
        }
        let mut parents_first: Vec<usize> = (0..list.len())
            .filter(|&index| list[index].parent.is_none())
            .collect();
        let mut next = 0;
        while let Some(&unit) = parents_first.get(next) {
            parents_first.extend(&list[unit].children);
            next += 1;
        }
        if parents_first.len() == list.len() {
            return Ok(Self {
                list,
                parents_first,
            });
        }
        let mut reached = vec![false; list.len()];
        for &unit in &parents_first {
            reached[unit] = true;
        }
        Err(reached.iter().position(|&r| !r).unwrap_or(0))
    }

    /// All units in assessment order.
    pub fn list(&self) -> &[Unit] {
        &self.list
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The units that are part of no other, in assessment order.
    pub fn tops(&self) -> impl Iterator<Item = usize> {
        (0..self.list.len()).filter(|&unit| self.list[unit].parent.is_none())
    }

    /// Every unit before its sub-units.
    pub fn parents_first(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.parents_first.iter().copied()
    }

    /// Every unit after its sub-units.
    pub fn children_first(&self) -> impl Iterator<Item = usize> {
        self.parents_first().rev()
    }

    /// The index of the unit with this id; case and white space do not count.
    pub fn find(&self, id: &str) -> Option<usize> {
        let id = folded(id);
        self.list.iter().position(|unit| folded(&unit.id) == id)
    }
}

impl std::ops::Index<usize> for Units {
    type Output = Unit;

    fn index(&self, unit: usize) -> &Unit {
        &self.list[unit]
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn unit(id: usize, parent: Option<usize>) -> Unit {
        Unit {
            id: format!("Unit {id}"),
            name: String::new(),
            parent,
            invited: None,
            implicit: false,
            children: Vec::new(),
        }
    }

    #[test]
    fn sub_units_may_stand_before_the_unit_they_are_part_of() {
        let units = Units::new(vec![unit(0, Some(2)), unit(1, Some(0)), unit(2, None)]).unwrap();
        assert_eq!(units.parents_first().collect::<Vec<_>>(), [2, 0, 1]);
        assert_eq!(units.children_first().collect::<Vec<_>>(), [1, 0, 2]);
        assert_eq!(units.tops().collect::<Vec<_>>(), [2]);
        assert_eq!(
            (&*units[2].children, &*units[0].children),
            (&[0][..], &[1][..])
        );
    }

    #[test]
    fn a_very_deep_tree_is_walked_without_recursion() {
        let deep = 200_000;
        let list = (0..deep).map(|i| unit(i, i.checked_sub(1))).collect();
        let units = Units::new(list).unwrap();
        assert!(units.parents_first().eq(0..deep));
    }

    #[test]
    fn a_unit_in_a_circle_is_no_tree() {
        assert_eq!(Units::new(vec![unit(0, Some(0))]), Err(0));
        assert_eq!(
            Units::new(vec![unit(0, None), unit(1, Some(2)), unit(2, Some(1))]),
            Err(1)
        );
    }

    #[test]
    fn a_unit_is_found_in_any_case_and_spacing() {
        let units = Units::new(vec![unit(0, None), unit(1, None)]).unwrap();
        assert_eq!(units.find(" uNIT\u{a0} 1 "), Some(1));
        assert_eq!(units.find("unit1"), None);
    }
}
