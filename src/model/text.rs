//! Words in each of a model's languages.

/// Words in one or more languages, base language first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(Vec<(String, String)>);

impl Text {
    /// Words in the base language.
    pub fn new(language: impl Into<String>, words: impl Into<String>) -> Self {
        Self(vec![(language.into(), words.into())])
    }

    /// Adds or replaces the words of a language.
    pub fn set(&mut self, language: &str, words: impl Into<String>) {
        let words = words.into();
        match self.0.iter_mut().find(|(known, _)| known == language) {
            Some(entry) => entry.1 = words,
            None => self.0.push((language.to_owned(), words)),
        }
    }

    /// The words in a language, or in the base language where there are none.
    pub fn get(&self, language: &str) -> &str {
        self.0
            .iter()
            .find(|(known, _)| known == language)
            .map_or(self.0[0].1.as_str(), |(_, words)| words)
    }

    /// Whether there are words in this very language.
    pub fn speaks(&self, language: &str) -> bool {
        self.0.iter().any(|(known, _)| known == language)
    }

    /// The words in every language, base language first.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, words)| words.as_str())
    }
}

/// What two ways of writing a name have in common: case and white space do not count.
pub fn folded(name: &str) -> String {
    name.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}
