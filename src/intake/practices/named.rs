//! The practice that a column's header names, however the survey tool has dressed it.

use std::collections::HashMap;
use std::fmt;

use crate::intake::fold::fold;

use super::Practices;

/// By what a practice was known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// Its id.
    Id,
    /// Its name.
    Name,
    /// Its question.
    Question,
    /// `[columns]` in `assessment.toml`, or a mapping.
    Mapping,
}

impl fmt::Display for By {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::Question => "question",
            Self::Mapping => "mapping",
        })
    }
}

/// What a header names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::intake) enum Named {
    /// No practice.
    None,
    /// One practice, and nothing else.
    One(usize, By),
    /// One practice by its id or its whole question, beside words that are not its own.
    Beside(usize, By),
    /// Two practices or more.
    Several(usize, usize),
}

impl Practices<'_> {
    /// What a folded header names.
    pub(in crate::intake) fn heads(&self, folded: &str) -> Named {
        if let Some(practice) = self.mapped(folded) {
            return Named::One(practice, By::Mapping);
        }
        if let Some((practice, by)) = self.exactly(folded) {
            return Named::One(practice, by);
        }
        let mut ids = self.ids.within(folded);
        let Some((practice, place)) = ids.next() else {
            return match self.loosely(folded) {
                Some((practice, by)) => Named::One(practice, by),
                None => self.asked_within(folded),
            };
        };
        if let Some((other, _)) = ids.find(|(other, _)| *other != practice) {
            return Named::Several(practice, other);
        }
        let rest = [&folded[..place.start], &folded[place.end..]];
        let mut rest = rest.iter().filter_map(|rest| self.loosely(rest));
        match rest.next() {
            None => Named::Beside(practice, By::Id),
            Some((other, _)) if other == practice => Named::One(practice, By::Id),
            Some((other, _)) => Named::Several(practice, other),
        }
    }

    /// The practice whose whole question stands in folded words, before or behind other words,
    /// such as how to answer.
    fn asked_within(&self, folded: &str) -> Named {
        let mut asked = self.questions.iter();
        let mut asked = asked
            .by_ref()
            .filter(|(question, _)| folded.contains(question.as_str()));
        let Some(&(_, practice)) = asked.next() else {
            return Named::None;
        };
        match asked.find(|(_, other)| *other != practice) {
            None => Named::Beside(practice, By::Question),
            Some(&(_, other)) => Named::Several(practice, other),
        }
    }

    /// The practice that is called so but for what survey tools put around a question.
    fn loosely(&self, folded: &str) -> Option<(usize, By)> {
        let find = |words: &str| self.loosely.get(loosened(words)).copied().flatten();
        // Microsoft Forms puts a number behind a question that is asked again, and no space.
        let first = || {
            let first = folded.strip_suffix(|c| matches!(c, '2'..='9'))?;
            (!first.ends_with(|c: char| c.is_ascii_digit() || c == ' ')).then(|| find(first))?
        };
        find(folded).or_else(first)
    }
}

/// Folded words without a number before them, and without marks around and behind them.
pub(super) fn loosened(folded: &str) -> &str {
    const MARKS: [char; 14] = [
        '.', ':', ';', '?', '!', '*', '"', '\'', '(', ')', '[', ']', '-', ' ',
    ];
    let words = folded.trim_start_matches(MARKS);
    let digits = words
        .strip_prefix('q')
        .unwrap_or(words)
        .trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = digits.len() < words.len()
        && words[..words.len() - digits.len()].ends_with(|c: char| c.is_ascii_digit())
        && digits.starts_with(['.', ')', ':']);
    let words = if is_numbered { digits } else { words };
    words.trim_matches(MARKS)
}

/// Practices' ids as they stand within other words.
pub(super) struct Ids {
    /// By the id as it stands, with an underscore for the hyphen, and with neither; `None` where
    /// two practices would be meant.
    spelled: HashMap<String, Option<usize>>,
}

impl Ids {
    /// Those of practices that come in order.
    pub(super) fn of<'a>(ids: impl Iterator<Item = &'a str>) -> Self {
        let mut spelled: HashMap<String, Option<usize>> = HashMap::new();
        for (index, id) in ids.enumerate() {
            let id = fold(id);
            let has = |wanted: fn(char) -> bool| id.contains(wanted);
            if !has(|c| c.is_ascii_digit()) || !has(char::is_alphabetic) {
                continue; // a bare number or word may stand in any sentence
            }
            let spellings = [id.clone(), id.replace('-', "_"), id.replace(['-', '_'], "")];
            for spelling in spellings {
                spelled
                    .entry(spelling)
                    .and_modify(|known| *known = known.filter(|&other| other == index))
                    .or_insert(Some(index));
            }
        }
        Self { spelled }
    }

    /// The practices whose ids stand in folded words as words of their own, and where.
    fn within<'w>(
        &self,
        folded: &'w str,
    ) -> impl Iterator<Item = (usize, std::ops::Range<usize>)> + use<'_, 'w> {
        tokens(folded).filter_map(move |place| {
            let practice = self
                .spelled
                .get(&folded[place.clone()])
                .copied()
                .flatten()?;
            Some((practice, place))
        })
    }
}

/// The words of folded text that may be ids: letters, digits, hyphens and underscores.
pub(super) fn tokens(folded: &str) -> impl Iterator<Item = std::ops::Range<usize>> + use<'_> {
    let is_part = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + folded[from..].find(is_part)?;
            let rest = &folded[start..];
            let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
            from = start + length;
            let behind = &folded[from..];
            // `pla-6.1` is a part of something else.
            let goes_on = behind.starts_with(['.', ','])
                && behind[1..].starts_with(|c: char| c.is_ascii_digit());
            let word = rest[..length].trim_matches(['-', '_']);
            if !word.is_empty() && !goes_on {
                let start = start + rest[..length].find(word).unwrap_or(0);
                return Some(start..start + word.len());
            }
        }
    })
}
