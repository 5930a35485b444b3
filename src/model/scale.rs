//! The ordered levels. Only a [`Scale`] makes a [`Level`], so a level is always one of its own.

use super::{Basis, Text};

/// A step on a scale. Ordinal: levels can be compared, not added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);

impl Level {
    /// Its number, from 1.
    pub fn number(self) -> u8 {
        self.0
    }

    /// Its place in a list with one entry a level, from 0.
    pub fn index(self) -> usize {
        usize::from(self.0) - 1
    }
}

/// The words of a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelText {
    /// Its name, such as `Fælles standardiseret`.
    pub name: Text,
    /// A shorter label for questionnaires, such as `Ens i hele enheden`.
    pub label: Text,
    /// What is true of a practice at this level.
    pub definition: Text,
    /// Whether the source gives the name.
    pub name_basis: Basis,
    /// Whether the source gives the definition.
    pub definition_basis: Basis,
}

/// The ordered levels with their words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    levels: Vec<LevelText>,
}

impl Scale {
    /// The most levels that a scale may have: with the answers that are no level there are then
    /// fewer than a byte can tell apart.
    pub const MOST: usize = 250;

    /// A scale of these levels, lowest first; `None` for fewer than two or more than
    /// [`Scale::MOST`].
    pub fn new(levels: Vec<LevelText>) -> Option<Self> {
        (2..=Self::MOST)
            .contains(&levels.len())
            .then_some(Self { levels })
    }

    /// How many levels there are (K).
    pub fn len(&self) -> usize {
        self.levels.len()
    }

    /// Never: a scale has at least two levels.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// The level with this number, if the scale has it.
    pub fn level(&self, number: u64) -> Option<Level> {
        u8::try_from(number)
            .ok()
            .filter(|&n| n >= 1 && usize::from(n) <= self.levels.len())
            .map(Level)
    }

    /// The level at this place in a list with one entry a level.
    ///
    /// # Panics
    /// If `index` is not below [`Scale::len`].
    pub fn at(&self, index: usize) -> Level {
        assert!(index < self.levels.len(), "no level at {index}");
        Level(u8::try_from(index + 1).unwrap_or(u8::MAX))
    }

    /// All levels, lowest first.
    pub fn levels(&self) -> impl DoubleEndedIterator<Item = Level> + ExactSizeIterator + use<> {
        (0..self.levels.len()).map(|index| Level(u8::try_from(index + 1).unwrap_or(u8::MAX)))
    }

    /// The highest level.
    pub fn highest(&self) -> Level {
        self.at(self.levels.len() - 1)
    }

    /// The level above, if there is one.
    pub fn above(&self, level: Level) -> Option<Level> {
        self.level(u64::from(level.0) + 1)
    }

    /// Gives a level other words.
    pub(super) fn set_text(&mut self, level: Level, text: LevelText) {
        self.levels[level.index()] = text;
    }

    /// The level with this number or, in any language, this name or label; case does not count.
    pub fn named(&self, word: &str) -> Option<Level> {
        let wanted = word.to_lowercase();
        if let Ok(number) = word.parse() {
            return self.level(number);
        }
        self.levels().find(|&level| {
            let text = self.text(level);
            let mut words = text.name.all().chain(text.label.all());
            words.any(|known| known.to_lowercase() == wanted)
        })
    }

    /// A level's words.
    pub fn text(&self, level: Level) -> &LevelText {
        &self.levels[level.index()]
    }
}
