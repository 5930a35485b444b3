//! The common standard: whether all parts of a unit share the level that a gate asks for.

use crate::assessment::Units;

use super::Commonness;

/// How a unit stands at a gate when looked at as a part of a larger one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Nothing of it may be seen, or there is nothing to see.
    Unseen,
    /// It has answers, but no level can be claimed.
    Unclear,
    /// It is at the gate's level or higher.
    Reaches,
    /// It falls short by one answer only.
    ShortByOne,
    /// It falls short by at least two answers, or by a settled or moderated level.
    Short,
}

/// The tree laid out so that all that is below a unit stands together.
#[derive(Debug)]
pub(super) struct Nesting {
    order: Vec<usize>,
    /// For each unit, where what is below it begins and ends in `order`.
    below: Vec<(usize, usize)>,
}

impl Nesting {
    /// Lays a tree out.
    pub(super) fn new(units: &Units) -> Self {
        let mut sizes = vec![1; units.len()];
        for unit in units.children_first() {
            if let Some(parent) = units[unit].parent {
                sizes[parent] += sizes[unit];
            }
        }
        let mut order = Vec::with_capacity(units.len());
        let mut below = vec![(0, 0); units.len()];
        let mut waiting: Vec<usize> = units.tops().collect();
        while let Some(unit) = waiting.pop() {
            below[unit] = (order.len() + 1, order.len() + sizes[unit]);
            order.push(unit);
            waiting.extend(&units[unit].children);
        }
        Self { order, below }
    }
}

/// One practice's parts, in the order of a [`Nesting`].
#[derive(Debug)]
pub(super) struct Parts<'a> {
    nesting: &'a Nesting,
    /// How many parts with answers come before each place.
    seen: Vec<usize>,
    /// The place of each part that falls short, with the part.
    short: Vec<(usize, Part)>,
}

impl<'a> Parts<'a> {
    /// `parts` holds one entry a unit.
    pub(super) fn new(nesting: &'a Nesting, parts: &[Part]) -> Self {
        let mut seen = vec![0; parts.len() + 1];
        let mut short = Vec::new();
        for (place, &unit) in nesting.order.iter().enumerate() {
            seen[place + 1] = seen[place] + usize::from(parts[unit] != Part::Unseen);
            if matches!(parts[unit], Part::ShortByOne | Part::Short) {
                short.push((place, parts[unit]));
            }
        }
        Self {
            nesting,
            seen,
            short,
        }
    }

    /// Whether all that is below a unit shares the gate's level, given that the unit has it.
    pub(super) fn of(&self, unit: usize) -> Commonness {
        let (begin, end) = self.nesting.below[unit];
        if self.seen[begin] == self.seen[end] {
            return Commonness::SingleLayer;
        }
        let not = self.below(begin, end, Part::Short);
        if !not.is_empty() {
            return Commonness::NotCommon(not);
        }
        let perhaps = self.below(begin, end, Part::ShortByOne);
        if perhaps.is_empty() {
            Commonness::Common
        } else {
            Commonness::PerhapsNot(perhaps)
        }
    }

    /// The parts in this stretch that fall short in this way, in assessment order.
    fn below(&self, begin: usize, end: usize, part: Part) -> Vec<usize> {
        let first = self.short.partition_point(|&(place, _)| place < begin);
        let mut units: Vec<usize> = self.short[first..]
            .iter()
            .take_while(|&&(place, _)| place < end)
            .filter(|&&(_, kind)| kind == part)
            .map(|&(place, _)| self.nesting.order[place])
            .collect();
        units.sort_unstable();
        units
    }
}
