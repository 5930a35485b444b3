//! Counts of answers and of people: everything the numbers need.

use super::people::{BLANK, Code};
use super::responses::Answer;

/// Counts of people: unit × role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Respondents {
    roles: usize,
    counts: Vec<u64>,
}

impl Respondents {
    /// Nobody in any of `units` × `roles`.
    pub fn new(units: usize, roles: usize) -> Self {
        Self {
            roles,
            counts: vec![0; units * roles],
        }
    }

    /// How many there are in a unit and role.
    pub fn of(&self, unit: usize, role: usize) -> u64 {
        self.counts[unit * self.roles + role]
    }

    /// The count of a unit and role, to change.
    pub fn of_mut(&mut self, unit: usize, role: usize) -> &mut u64 {
        &mut self.counts[unit * self.roles + role]
    }

    /// Adds the counts of others in the same units and roles.
    pub(super) fn add_all(&mut self, more: &Self) {
        let counts = self.counts.iter_mut().zip(&more.counts);
        counts.for_each(|(sum, more)| *sum += more);
    }

    /// How many roles there are, those without a role included.
    pub fn roles(&self) -> usize {
        self.roles
    }
}

/// How often each answer was given: unit × role × practice, dense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tallies {
    units: usize,
    roles: usize,
    practices: usize,
    levels: usize,
    cells: Vec<u32>,
}

/// The states beside the levels: don't know, not relevant, blank.
pub(super) const UNRATED: usize = 3;

impl Tallies {
    /// No answers, for so many units, roles and practices on a scale of so many levels.
    pub fn new(units: usize, roles: usize, practices: usize, levels: usize) -> Self {
        Self {
            units,
            roles,
            practices,
            levels,
            cells: vec![0; units * roles * practices * (levels + UNRATED)],
        }
    }

    /// How many units, roles and practices there are.
    pub fn shape(&self) -> (usize, usize, usize) {
        (self.units, self.roles, self.practices)
    }

    /// How many levels the scale has.
    pub fn levels(&self) -> usize {
        self.levels
    }

    /// The counts of one unit, role and practice.
    pub fn of(&self, unit: usize, role: usize, practice: usize) -> Tally<'_> {
        let start = self.start(unit, role, practice);
        Tally {
            cells: &self.cells[start..start + self.levels + UNRATED],
        }
    }

    /// Counts `times` more of an answer; `None` is a blank.
    pub fn add(
        &mut self,
        unit: usize,
        role: usize,
        practice: usize,
        answer: Option<Answer>,
        times: u32,
    ) {
        let state = match answer {
            Some(Answer::Rated(level)) => level.index(),
            Some(Answer::DontKnow) => self.levels,
            Some(Answer::NotRelevant) => self.levels + 1,
            None => self.levels + 2,
        };
        let start = self.start(unit, role, practice);
        self.cells[start + state] += times;
    }

    /// Adds the counts of `other`'s cell to one of these; both must have the same scale.
    pub fn merge(&mut self, unit: usize, role: usize, practice: usize, other: Tally<'_>) {
        let start = self.start(unit, role, practice);
        for (cell, more) in self.cells[start..].iter_mut().zip(other.cells) {
            *cell += more;
        }
    }

    /// Adds the counts of others in the same units and roles.
    pub(super) fn add_all(&mut self, more: &Self) {
        let cells = self.cells.iter_mut().zip(&more.cells);
        cells.for_each(|(sum, more)| *sum += more);
    }

    /// Counts what one person said of all practices; a blank only where they were asked.
    pub(super) fn count(&mut self, unit: usize, role: usize, answers: &[Code], asked: &[bool]) {
        let states = self.levels + UNRATED;
        let start = self.start(unit, role, 0);
        let tallies = self.cells[start..].chunks_exact_mut(states);
        for (tally, (&answer, &asked)) in tallies.zip(answers.iter().zip(asked)) {
            // Nothing is decided on here: which answers are blank cannot be foreseen.
            let is_blank = answer == BLANK;
            let state = usize::from(answer) + usize::from(is_blank) * states - 1;
            tally[state] += u32::from(asked | !is_blank);
        }
    }

    fn start(&self, unit: usize, role: usize, practice: usize) -> usize {
        ((unit * self.roles + role) * self.practices + practice) * (self.levels + UNRATED)
    }
}

/// The counts of one unit, role and practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally<'a> {
    cells: &'a [u32],
}

impl<'a> Tally<'a> {
    /// Answers at each level, lowest first (c₁ … c_K).
    pub fn counts(self) -> &'a [u32] {
        &self.cells[..self.cells.len() - UNRATED]
    }

    /// How many rated it (n).
    pub fn n(self) -> u64 {
        self.counts().iter().map(|&count| u64::from(count)).sum()
    }

    /// How many answered that they cannot judge.
    pub fn dont_know(self) -> u64 {
        u64::from(self.cells[self.cells.len() - UNRATED])
    }

    /// How many answered that it does not apply.
    pub fn not_relevant(self) -> u64 {
        u64::from(self.cells[self.cells.len() - UNRATED + 1])
    }

    /// How many were asked and left it blank.
    pub fn blank(self) -> u64 {
        u64::from(self.cells[self.cells.len() - UNRATED + 2])
    }

    /// How many were asked.
    pub fn asked(self) -> u64 {
        self.n() + self.dont_know() + self.not_relevant() + self.blank()
    }
}
