//! What is wrong, where, and what to do about it.
//!
//! Reading is the only stage that may refuse, and it refuses with [`Diagnostics`]:
//! every problem at once, each with its place and a way out. Repeats fold while they
//! are collected, so a million bad cells take the room of one.

pub mod code;
mod excerpt;
mod location;
mod render;
mod shell;
mod suggestion;

use std::collections::HashMap;

pub use code::Code;
pub use excerpt::{acts, inert, shortened};
pub use location::{Location, Span};
pub use render::column_letters;
pub use shell::shell_word;
pub use suggestion::nearest;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing can be computed or written.
    Error,
    /// The result stands, but the person should know.
    Warning,
}

/// One problem: what, where, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether the problem stops the work.
    pub severity: Severity,
    /// The entry in [`code`] that explains problems of this kind.
    pub code: &'static Code,
    /// One sentence in the person's own words, without a final full stop.
    pub message: String,
    /// Where it is.
    pub location: Option<Location>,
    /// Ways out, most likely first.
    pub hints: Vec<String>,
}

impl Diagnostic {
    /// A problem that stops the work.
    pub fn error(code: &'static Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message.into())
    }

    /// A problem that the person should know of.
    pub fn warning(code: &'static Code, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message.into())
    }

    fn new(severity: Severity, code: &'static Code, message: String) -> Self {
        Self {
            severity,
            code,
            message,
            location: None,
            hints: Vec::new(),
        }
    }

    /// The same problem with its place.
    #[must_use]
    pub fn at(mut self, location: Location) -> Self {
        self.location = Some(location);
        self
    }

    /// The same problem with one more way out.
    #[must_use]
    pub fn help(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// The same problem with a near name to try, if there is one.
    #[must_use]
    pub fn suggest<'a>(self, wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(wrong, candidates) {
            Some(near) => self.help(format!("did you mean `{near}`?")),
            None => self,
        }
    }
}

/// A problem and how many more like it there are in the same place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// The first of them.
    pub first: Diagnostic,
    /// How many more there are beside the first.
    pub more: u64,
}

/// Problems in the order in which they were found, repeats folded.
///
/// Two problems are repeats if they have the same code and lie in the same file and
/// column (or, without a column, say the same thing in the same file); the first
/// [`Diagnostics::SHOWN_PER_PLACE`] different messages of such a place are kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics {
    items: Vec<Folded>,
    places: HashMap<(Severity, &'static str, String), Vec<usize>>,
}

impl Diagnostics {
    /// How many different messages of one kind in one column are kept.
    pub const SHOWN_PER_PLACE: usize = 10;

    /// No problems.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a problem, folding it into an earlier one like it.
    pub fn push(&mut self, problem: Diagnostic) {
        self.fold(problem, 0);
    }

    /// Adds all problems of `other` behind these.
    pub fn append(&mut self, other: Diagnostics) {
        for item in other.items {
            self.fold(item.first, item.more);
        }
    }

    fn fold(&mut self, problem: Diagnostic, more: u64) {
        let place = location::place(&problem);
        let kept = self
            .places
            .entry((problem.severity, problem.code.id, place))
            .or_default();
        let same = kept
            .iter()
            .copied()
            .find(|&i| self.items[i].first.message == problem.message);
        match same.or(kept
            .last()
            .copied()
            .filter(|_| kept.len() >= Self::SHOWN_PER_PLACE))
        {
            Some(i) => self.items[i].more += more + 1,
            None => {
                kept.push(self.items.len());
                self.items.push(Folded {
                    first: problem,
                    more,
                });
            }
        }
    }

    /// The same problems as one meets them reading these files one after the other: those of
    /// whole files and of no file first, the others by their place.
    #[must_use]
    pub fn in_order_of<'a>(self, files: impl IntoIterator<Item = &'a str>) -> Self {
        let files: Vec<&str> = files.into_iter().collect();
        let rank = |name: &str| files.iter().position(|file| *file == name);
        let mut items = self.items;
        items.sort_by_key(|item| match &item.first.location {
            Some(Location::Text { file, span }) => (rank(file), span.line, span.column),
            Some(Location::File(file)) => (rank(file), 0, 0),
            _ => (None, 0, 0),
        });
        let mut all = Self::new();
        for item in items {
            all.fold(item.first, item.more);
        }
        all
    }

    /// The problems, repeats folded.
    pub fn iter(&self) -> impl Iterator<Item = &Folded> {
        self.items.iter()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Whether any of them stops the work.
    pub fn has_errors(&self) -> bool {
        self.items
            .iter()
            .any(|item| item.first.severity == Severity::Error)
    }

    /// How many there are of a severity, repeats counted.
    pub fn count(&self, severity: Severity) -> u64 {
        self.items
            .iter()
            .filter(|item| item.first.severity == severity)
            .map(|item| item.more + 1)
            .sum()
    }

    /// `value` with these as its warnings, or these if any of them is an error.
    pub fn guard<T>(self, value: T) -> Result<Warned<T>, Diagnostics> {
        if self.has_errors() {
            Err(self)
        } else {
            Ok(Warned {
                value,
                warnings: self,
            })
        }
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(problem: Diagnostic) -> Self {
        let mut all = Self::new();
        all.push(problem);
        all
    }
}

impl std::fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.render(false))
    }
}

impl std::error::Error for Diagnostics {}

/// A value that travels with what should be said about it.
#[derive(Debug, Clone)]
pub struct Warned<T> {
    /// What was asked for.
    pub value: T,
    /// What the person should know; holds no errors.
    pub warnings: Diagnostics,
}

impl<T> Warned<T> {
    /// The value, its warnings moved behind `all`.
    pub fn take(self, all: &mut Diagnostics) -> T {
        all.append(self.warnings);
        self.value
    }
}
