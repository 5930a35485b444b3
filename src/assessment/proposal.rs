//! What could be worked out of answers files' columns, as a part of `assessment.toml` that a
//! person completes.

use std::fmt::Write;

/// What could be worked out, and what could not. Of what people wrote it holds no word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The answers files, relative to the file to be written, where it is to stand by itself; none
    /// where it becomes a part of an assessment that is there.
    pub answers: Vec<String>,
    /// Headers with the ids of their practices, where they are not known by those.
    pub known: Vec<(String, String)>,
    /// Columns of which nothing is known.
    pub unknown: Vec<UnknownColumn>,
    /// Whether a column tells the unit, and whether one tells the role.
    pub tells: [bool; 2],
}

/// A column of which nothing is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownColumn {
    /// Its header.
    pub header: String,
    /// How many of its cells hold anything.
    pub filled: u64,
    /// How many of those differ; `None` where there are very many.
    pub different: Option<usize>,
    /// Whether there are numbers among those.
    pub numbers: bool,
}

/// A unit or role has at most so many names.
const MOST_NAMES: usize = 25;

impl UnknownColumn {
    /// Whether units or roles may stand in it: few different things, most of them often.
    fn may_group(&self) -> bool {
        let is_few = |different| {
            (2..=MOST_NAMES).contains(&different) && 2 * different as u64 <= self.filled
        };
        !self.numbers && self.different.is_some_and(is_few)
    }

    fn holds(&self) -> String {
        match (self.different, self.filled) {
            (_, 0) => "nothing in it".to_owned(),
            (_, 1) => "something in 1 cell".to_owned(),
            (Some(1), filled) => format!("the same in {filled} cells"),
            (Some(different), filled) if self.numbers => {
                format!("{different} different, numbers among them, in {filled} cells")
            }
            (Some(different), filled) => format!("{different} different in {filled} cells"),
            (None, filled) => format!("very many different in {filled} cells"),
        }
    }
}

impl Proposal {
    /// The text of the file; what a person has to complete stands behind `#`.
    pub fn toml(&self) -> String {
        let mut toml = String::new();
        // Writing to a string cannot fail.
        if !self.answers.is_empty() {
            let answers: Vec<String> = self.answers.iter().map(|file| quoted(file)).collect();
            let answers = answers.join(", ");
            let _ = writeln!(
                toml,
                "schema = 1\n\n[[waves]]\nid = \"1\"\nanswers = [{answers}]\n"
            );
        }
        toml.push_str("# Which columns hold the answers to which practice.\n[columns]\n");
        for (header, id) in &self.known {
            let _ = writeln!(toml, "{} = {}", quoted(header), quoted(id));
        }
        if !self.unknown.is_empty() {
            toml.push_str(
                "# Not known. Write a practice's id between the quotation marks and take the # \
                 away; with\n# nothing between them the column is left alone without a word.\n",
            );
        }
        for column in &self.unknown {
            let header = quoted(&column.header);
            let _ = writeln!(toml, "# {header} = \"\"  # {}", column.holds());
        }
        self.groups(&mut toml);
        toml
    }

    /// The columns that may tell the unit or the role.
    fn groups(&self, toml: &mut String) {
        let columns = self.unknown.iter().filter(|column| column.may_group());
        let columns: Vec<&UnknownColumn> = columns.collect();
        let words = ["unit", "role"].into_iter().zip(self.tells);
        let open: Vec<&str> = words
            .filter(|(_, told)| !told)
            .map(|(word, _)| word)
            .collect();
        if columns.is_empty() || open.is_empty() {
            return;
        }
        let _ = writeln!(
            toml,
            "\n# Does one of these tell the {}? Take the # away before [intake] and that line.\n# [intake]",
            open.join(" or the ")
        );
        for word in open {
            for column in &columns {
                let header = quoted(&column.header);
                let _ = writeln!(toml, "# {word} = {header}  # {}", column.holds());
            }
        }
    }
}

/// Text as a TOML string, whatever is in it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() || is_hidden(letter) => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(letter));
            }
            letter => quoted.push(letter),
        }
    }
    quoted + "\""
}

/// Whether a character is not seen, or turns the order of what is seen.
fn is_hidden(letter: char) -> bool {
    matches!(letter, '\u{a0}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn any_header_is_one_toml_string() {
        for header in [
            "plain",
            "a \"b\" \\ c",
            "\u{1}\n\t\u{202e}",
            "= # [x]",
            "'''",
        ] {
            let text = format!("{} = 1\n# {}", quoted(header), quoted(header));
            let table: toml::Table = toml::from_str(&text).unwrap_or_default();
            assert_eq!(table.keys().next().map(String::as_str), Some(header));
        }
    }
}
