//! What number a cell shows, so that a table can be sorted by it.

use crate::text::Words;

/// How a language writes numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Notation {
    decimal: &'static str,
    thousands: &'static str,
}

impl Notation {
    /// A language's notation.
    pub fn of(words: &'static Words) -> Self {
        Self {
            decimal: words.get("number.decimal"),
            thousands: words.get("number.thousands"),
        }
    }

    /// The number that a text is, with a decimal point and no thousands set apart: `-2.9` for
    /// `−2,9`, `64` for `64 %`. Nothing for any other text.
    pub fn number(self, text: &str) -> Option<String> {
        let text = text.trim();
        let text = text.strip_suffix('%').unwrap_or(text).trim_end();
        let (sign, digits) = match text.strip_prefix(['−', '-']) {
            Some(rest) => ("-", rest),
            None => ("", text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, parts) = match digits.split_once(self.decimal) {
            Some((whole, parts)) => (whole, Some(parts)),
            None => (digits, None),
        };
        let whole = self.whole(whole)?;
        match parts {
            None => Some(format!("{sign}{whole}")),
            Some(parts) if is_digits(parts) => Some(format!("{sign}{whole}.{parts}")),
            Some(_) => None,
        }
    }

    /// The digits of a whole number, in groups of three or in one.
    fn whole(self, text: &str) -> Option<String> {
        let spaced = text.replace(['\u{a0}', '\u{202f}'], self.thousands);
        let groups: Vec<&str> = spaced.split(self.thousands).collect();
        let (first, others) = groups.split_first()?;
        let is_grouped = first.len() <= 3 && others.iter().all(|group| group.len() == 3);
        let is_number = groups.iter().all(|group| is_digits(group));
        (is_number && (others.is_empty() || is_grouped)).then(|| groups.concat())
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_its_language_writes_it() {
        let danish = |text| Notation::of(Words::of("da")).number(text);
        let english = |text| Notation::of(Words::of("en")).number(text);
        assert_eq!(danish("2,9").as_deref(), Some("2.9"));
        assert_eq!(english("2.9").as_deref(), Some("2.9"));
        assert_eq!(danish("−0,3").as_deref(), Some("-0.3"));
        assert_eq!(danish("+1,2").as_deref(), Some("1.2"));
        assert_eq!(danish("64\u{a0}%").as_deref(), Some("64"));
        assert_eq!(danish("1.309").as_deref(), Some("1309"));
        assert_eq!(english("12,345.5").as_deref(), Some("12345.5"));
    }

    #[test]
    fn words_dates_and_the_other_language_s_decimals_are_no_numbers() {
        for text in [
            "",
            "–",
            "skjult",
            "9 af 13",
            "2.9",
            "1. oktober",
            "2026-10-01",
            "1,",
            "-",
        ] {
            assert_eq!(Notation::of(Words::of("da")).number(text), None, "{text}");
        }
    }
}
