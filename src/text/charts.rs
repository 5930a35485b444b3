//! The words of charts.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::scoring::Fraction;

/// The words of charts in one language.
#[derive(Debug)]
pub struct Words {
    language: &'static str,
    decimal_mark: char,
    table: BTreeMap<String, String>,
}

static LANGUAGES: LazyLock<[Words; 2]> = LazyLock::new(|| {
    [
        Words::load("da", ',', include_str!("charts.da.toml")),
        Words::load("en", '.', include_str!("charts.en.toml")),
    ]
});

impl Words {
    /// The words in a language; in the first one where there are none in it.
    pub fn of(language: &str) -> &'static Self {
        LANGUAGES
            .iter()
            .find(|words| words.language == language)
            .unwrap_or(&LANGUAGES[0])
    }

    fn load(language: &'static str, decimal_mark: char, text: &str) -> Self {
        // The texts are compiled in, and a test reads them.
        let table = toml::from_str(text).unwrap_or_default();
        Self {
            language,
            decimal_mark,
            table,
        }
    }

    /// The language's code.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The words of a key, or the key itself where there are none.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.table.get(key).map_or(key, String::as_str)
    }

    /// The words of a key with each `{name}` replaced.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut rest = self.get(key);
        let mut filled = String::with_capacity(rest.len());
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, after)) = after.split_once('}') else {
                break;
            };
            let value = values.iter().find(|(known, _)| *known == name);
            filled.push_str(value.map_or("", |(_, value)| value));
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    /// The words of a key for a number of things: `KEY_one` for one, `KEY_many` else. The
    /// number itself is `{n}`.
    pub fn count(&self, key: &str, n: usize, values: &[(&str, &str)]) -> String {
        let key = format!("{key}_{}", if n == 1 { "one" } else { "many" });
        let n = n.to_string();
        let mut values = values.to_vec();
        values.push(("n", &n));
        self.fill(&key, &values)
    }

    /// A number with so many decimals, rounded half away from zero on the exact value.
    pub fn decimal(&self, number: &Fraction, decimals: u32) -> String {
        let scaled = number.rounded(decimals);
        let ten = 10_i128.pow(decimals);
        let sign = if scaled < 0 { "−" } else { "" };
        let (whole, rest) = (scaled.abs() / ten, scaled.abs() % ten);
        if decimals == 0 {
            return format!("{sign}{whole}");
        }
        let width = decimals as usize;
        format!("{sign}{whole}{}{rest:0width$}", self.decimal_mark)
    }

    /// A difference with its sign: `+0,3`, `−1,2`, `0,0`.
    pub fn difference(&self, number: &Fraction, decimals: u32) -> String {
        let words = self.decimal(number, decimals);
        if number.rounded(decimals) > 0 {
            format!("+{words}")
        } else {
            words
        }
    }

    /// Things in a row: `a`, `a og b`, `a, b og c`.
    pub fn list<S: AsRef<str>>(&self, things: &[S]) -> String {
        match things {
            [] => String::new(),
            [one] => one.as_ref().to_owned(),
            [first @ .., last] => {
                let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
                format!("{} {} {}", first.join(", "), self.get("and"), last.as_ref())
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_keys_and_the_same_blanks() {
        let blanks = |text: &str| {
            let mut names: Vec<String> = text
                .split('{')
                .skip(1)
                .map(|part| part.split('}').next().unwrap().to_owned())
                .collect();
            names.sort();
            names
        };
        let [danish, english] = &*LANGUAGES;
        assert!(danish.table.len() > 20);
        assert!(danish.table.keys().eq(english.table.keys()));
        for (key, words) in &danish.table {
            assert_eq!(blanks(words), blanks(english.get(key)), "{key}");
        }
    }

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        let words = Words::of("da");
        assert_eq!(words.decimal(&Fraction::new(23, 20), 1), "1,2");
        assert_eq!(words.decimal(&Fraction::new(-1, 20), 1), "−0,1");
        assert_eq!(words.difference(&Fraction::new(1, 4), 1), "+0,3");
        assert_eq!(words.difference(&Fraction::new(1, 100), 1), "0,0");
        assert_eq!(Words::of("en").decimal(&Fraction::new(185, 2), 1), "92.5");
    }

    #[test]
    fn blanks_are_filled_and_a_number_chooses_its_form() {
        let words = Words::of("da");
        assert_eq!(words.list(&["a", "b", "c"]), "a, b og c");
        let one = words.count("hidden_practices", 1, &[("minimum", "5")]);
        let many = words.count("hidden_practices", 2, &[("minimum", "5")]);
        assert!(
            one.contains('1') && one.contains('5') && !one.contains('{'),
            "{one}"
        );
        assert!(many.contains('2') && one != many, "{many}");
    }
}
