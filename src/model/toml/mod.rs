//! TOML with places, for every file of the program's that people write: values that know where
//! they stand, and everything wrong with a file's form in a person's words.

mod entries;
mod fault;
mod read;

use std::borrow::Cow;
use std::ops::{Deref, Range};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;

use crate::diagnostic::{Location, Span};

pub use entries::Entries;
pub use fault::{Form, Numbered, listed};
pub(super) use read::unreadable;
pub use read::{parse, read_text};

/// A value and where in its file it stands.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent, bound = "T: Deserialize<'de>")]
pub struct At<T>(toml::Spanned<T>);

impl<T> At<T> {
    /// Its place as a range of bytes.
    pub fn range(&self) -> Range<usize> {
        self.0.span()
    }
}

impl<T> Deref for At<T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.0.get_ref()
    }
}

impl<T: PartialEq> PartialEq for At<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.get_ref() == other.0.get_ref()
    }
}

impl<T: JsonSchema> JsonSchema for At<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }
    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// A file's content with what is needed to point into it.
#[derive(Debug, Clone)]
pub struct Part<'a, T> {
    /// The file's name as the person gave it.
    pub name: String,
    /// Its text.
    pub text: Cow<'a, str>,
    /// What it says.
    pub says: T,
}

impl<T> Part<'_, T> {
    /// The place of one of its values.
    pub fn at<V>(&self, value: &At<V>) -> Location {
        place(&self.name, &self.text, value.range())
    }

    /// The line of one of its values, from 1.
    pub fn line<V>(&self, value: &At<V>) -> usize {
        Span::of(&self.text, value.range()).line
    }

    /// One of its texts together with the file it is in.
    pub fn word<'w>(&'w self, at: &'w At<String>) -> Word<'w> {
        Word {
            name: &self.name,
            text: &self.text,
            at,
        }
    }

    /// The file as a whole.
    pub fn whole(&self) -> Location {
        Location::File(self.name.clone())
    }
}

/// A text together with the file it is in.
#[derive(Debug, Clone, Copy)]
pub struct Word<'a> {
    name: &'a str,
    text: &'a str,
    at: &'a At<String>,
}

impl<'a> Word<'a> {
    /// The text itself.
    pub fn as_str(self) -> &'a str {
        self.at
    }

    /// Where it stands.
    pub fn location(self) -> Location {
        place(self.name, self.text, self.at.range())
    }
}

fn place(name: &str, text: &str, range: Range<usize>) -> Location {
    Location::Text {
        file: name.to_owned(),
        span: Span::of(text, range),
    }
}
