//! The program's own words, a folder of TOML a language, and how numbers and dates are written.
//!
//! Each file holds the words of one area (`report.toml`, `chart.toml`, …); the files of a
//! language are read as one. A test checks that every language has the same keys with the same
//! placeholders, and that the program uses every key. A key that is missing all the same stands
//! for itself.

mod number;

use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::LazyLock;

pub use number::ABSENT;

/// A language of the program's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// Its code, such as `da`.
    pub code: &'static str,
    /// Its words, an area a file.
    files: &'static [&'static str],
}

/// The language whose words stand in the folder of this name.
macro_rules! language {
    ($code:literal) => {
        Language {
            code: $code,
            files: &[
                include_str!(concat!($code, "/report.toml")),
                include_str!(concat!($code, "/plan.toml")),
                include_str!(concat!($code, "/chart.toml")),
                include_str!(concat!($code, "/form.toml")),
                include_str!(concat!($code, "/html.toml")),
                include_str!(concat!($code, "/online.toml")),
                include_str!(concat!($code, "/answer.toml")),
                include_str!(concat!($code, "/xlsx.toml")),
            ],
        }
    };
}

/// Every language, the one to fall back on first.
pub static LANGUAGES: &[Language] = &[language!("da"), language!("en")];

/// The words of every language, in the order of [`LANGUAGES`].
static WORDS: LazyLock<Vec<Words>> = LazyLock::new(|| LANGUAGES.iter().map(Words::read).collect());

/// The words of one language.
#[derive(Debug, PartialEq, Eq)]
pub struct Words {
    language: &'static str,
    words: BTreeMap<String, String>,
}

/// A piece of a text: words as they stand, or the name of what is to be put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words as they stand.
    Words(&'a str),
    /// The name of a placeholder.
    Placeholder(&'a str),
}

impl Words {
    /// The words of a language, or of the first language where there are none in that.
    pub fn of(language: &str) -> &'static Self {
        let known = WORDS.iter().find(|known| known.language == language);
        known.unwrap_or(&WORDS[0])
    }

    fn read(language: &Language) -> Self {
        let mut words = BTreeMap::new();
        for file in language.files {
            // Our own file, which a test reads: without a table, each key stands for itself.
            flatten("", &file.parse().unwrap_or_default(), &mut words);
        }
        Self {
            language: language.code,
            words,
        }
    }

    /// The code of the language.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// All keys, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }

    /// The words of a key.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.get(key).map_or(key, String::as_str)
    }

    /// The pieces of a key's words.
    pub fn pieces<'a>(&'a self, key: &'a str) -> Vec<Piece<'a>> {
        pieces(self.get(key))
    }

    /// The words of a key with its placeholders filled.
    pub fn fill(&self, key: &str, values: &[(&str, &dyn Display)]) -> String {
        let fill = |piece: Piece| match piece {
            Piece::Words(words) => words.to_owned(),
            Piece::Placeholder(name) => values
                .iter()
                .find(|(known, _)| *known == name)
                .map_or_else(String::new, |(_, value)| value.to_string()),
        };
        self.pieces(key).into_iter().map(fill).collect()
    }

    /// As [`Words::fill`], in the form for so many: `key.one` for 1, else `key.other`; the
    /// number itself is `{count}`.
    pub fn count(&self, key: &str, count: u64, values: &[(&str, &dyn Display)]) -> String {
        let number = self.whole(count);
        let mut values = values.to_vec();
        values.push(("count", &number));
        self.fill(&plural(key, count), &values)
    }

    /// The items one after the other: `a, b and c`.
    pub fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        match items {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [first @ .., last] => {
                let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
                let last = last.as_ref();
                self.fill("list.and", &[("first", &first.join(", ")), ("last", &last)])
            }
        }
    }
}

/// The key of the form for so many.
pub fn plural(key: &str, count: u64) -> String {
    let form = if count == 1 { "one" } else { "other" };
    format!("{key}.{form}")
}

fn flatten(prefix: &str, table: &toml::Table, into: &mut BTreeMap<String, String>) {
    for (key, value) in table {
        let key = if prefix.is_empty() {
            key.clone()
        } else {
            format!("{prefix}.{key}")
        };
        match value {
            toml::Value::Table(table) => flatten(&key, table, into),
            toml::Value::String(words) => {
                into.insert(key, words.clone());
            }
            _ => {} // words are strings; the test that compares the keys finds others missing
        }
    }
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((words, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        pieces.push(Piece::Words(words));
        pieces.push(Piece::Placeholder(name));
        rest = after;
    }
    pieces.push(Piece::Words(rest));
    pieces.retain(|piece| *piece != Piece::Words(""));
    pieces
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // a test may fail where it cannot go on
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn placeholders(words: &Words, key: &str) -> BTreeSet<String> {
        let names = words
            .pieces(key)
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Placeholder(name) => Some(name.to_owned()),
                Piece::Words(_) => None,
            });
        names.collect()
    }

    #[test]
    fn every_language_says_the_same_things_about_the_same_things() {
        let base = Words::of(LANGUAGES[0].code);
        assert!(base.keys().count() > 100);
        for language in LANGUAGES {
            let keys = |file: &&str| {
                let mut keys = BTreeMap::new();
                flatten("", &file.parse().unwrap(), &mut keys);
                keys.len()
            };
            let all: usize = language.files.iter().map(keys).sum();
            let words = Words::of(language.code);
            assert_eq!(words.language(), language.code);
            assert_eq!(words.keys().count(), all, "a key in two files");
            assert!(base.keys().eq(words.keys()), "{}: {}", language.code, {
                let ours: BTreeSet<&str> = base.keys().collect();
                let theirs: BTreeSet<&str> = words.keys().collect();
                let apart: Vec<&str> = ours.symmetric_difference(&theirs).copied().collect();
                apart.join(" ")
            });
            for key in base.keys() {
                let code = language.code;
                assert_eq!(
                    placeholders(base, key),
                    placeholders(words, key),
                    "{code} {key}"
                );
            }
        }
    }

    #[test]
    fn every_plural_has_both_forms() {
        let words = Words::of("da");
        let keys: BTreeSet<&str> = words.keys().collect();
        for key in &keys {
            for (form, other) in [("one", "other"), ("other", "one")] {
                if let Some(stem) = key.strip_suffix(&format!(".{form}")) {
                    assert!(keys.contains(format!("{stem}.{other}").as_str()), "{key}");
                }
            }
        }
    }

    #[test]
    fn a_key_without_words_stands_for_itself() {
        assert_eq!(Words::of("da").get("no.such.key"), "no.such.key");
        assert_eq!(Words::of("da").fill("no.such.key", &[]), "no.such.key");
    }

    #[test]
    fn an_unknown_language_falls_back_on_the_first() {
        assert_eq!(Words::of("tlh").language(), LANGUAGES[0].code);
    }

    #[test]
    fn a_text_falls_into_words_and_placeholders() {
        let expected = [
            Piece::Placeholder("a"),
            Piece::Words(" of "),
            Piece::Placeholder("b"),
        ];
        assert_eq!(pieces("{a} of {b}"), expected);
        assert_eq!(pieces("no {end"), [Piece::Words("no {end")]);
    }

    #[test]
    fn one_is_singular_and_the_last_of_a_list_is_joined_by_and() {
        assert_eq!(plural("unit", 1), "unit.one");
        assert_eq!(plural("unit", 0), "unit.other");
        assert_eq!(Words::of("da").list(&["a", "b", "c"]), "a, b og c");
        assert_eq!(Words::of("en").list(&["a", "b"]), "a and b");
    }
}
