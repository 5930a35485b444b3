//! The program's own words, a folder of TOML a language, and how numbers and dates are written.
//!
//! Each file holds the words of one area (`report.toml`, `chart.toml`, …); the files of a
//! language are read as one when the program is built. A test checks that every language has
//! the same keys with the same placeholders, and that the program uses every key. A key that is
//! missing all the same stands for itself.

mod number;

use std::fmt::Display;

pub use number::ABSENT;

/// A language of the program's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// Its code, such as `da`.
    pub code: &'static str,
    /// Its words.
    words: Words,
}

/// The language whose words stand in the folder of this name.
macro_rules! language {
    ($code:literal) => {
        Language {
            code: $code,
            words: Words {
                language: $code,
                words: include!(concat!(env!("OUT_DIR"), "/words.", $code, ".rs")),
            },
        }
    };
}

/// Every language, the one to fall back on first.
pub static LANGUAGES: &[Language] = &[language!("da"), language!("en")];

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    language: &'static str,
    /// Keys and their words, by key.
    words: &'static [(&'static str, &'static str)],
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
        let known = LANGUAGES.iter().find(|known| known.code == language);
        &known.unwrap_or(&LANGUAGES[0]).words
    }

    /// The code of the language.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// All keys, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|(key, _)| *key)
    }

    /// The words of a key.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        let found = self.words.binary_search_by_key(&key, |(known, _)| known);
        found.map_or(key, |at| self.words[at].1)
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
            let words = Words::of(language.code);
            assert_eq!(words.language(), language.code);
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

    fn flatten(prefix: &str, table: &toml::Table, into: &mut Vec<(String, String)>) {
        for (key, value) in table {
            let key = format!("{prefix}{key}");
            match value {
                toml::Value::Table(table) => flatten(&format!("{key}."), table, into),
                value => into.push((key, value.as_str().unwrap().to_owned())),
            }
        }
    }

    #[test]
    fn the_words_are_those_that_stand_in_the_files() {
        for language in LANGUAGES {
            let folder = format!("{}/src/text/{}", env!("CARGO_MANIFEST_DIR"), language.code);
            let mut all = Vec::new();
            for file in std::fs::read_dir(folder).unwrap() {
                let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
                flatten("", &text.parse().unwrap(), &mut all);
            }
            all.sort();
            let words = language.words.words.iter();
            let built: Vec<(String, String)> = words
                .map(|(key, words)| (key.to_string(), words.to_string()))
                .collect();
            assert_eq!(built, all);
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
