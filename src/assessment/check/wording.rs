//! What answers files say in their own words: of answers, and of whom they are from.

use crate::diagnostic::{code, shortened};

use super::Check;
use crate::assessment::file::{IntakeEntry, MeantEntry};
use crate::assessment::{Meant, Placing, Role, Units, Wording, Words};
use crate::model::folded;
use crate::model::toml::{At, Entries};

impl Check<'_> {
    /// The wordings of answers.
    pub(super) fn wordings(&mut self, entries: &Entries<At<MeantEntry>>) -> Vec<Wording> {
        let mut wordings = Vec::with_capacity(entries.len());
        for (words, entry) in entries.iter() {
            self.filled("a wording", words);
            self.once(entries, words, "given a meaning");
            if let Some(meant) = self.meant(entry) {
                let words = self.words(words);
                wordings.push(Wording { words, meant });
            }
        }
        wordings
    }

    fn meant(&mut self, entry: &At<MeantEntry>) -> Option<Meant> {
        let scale = &self.model.scale;
        let (meant, shown) = match &**entry {
            MeantEntry::Level(number) => {
                let level = u64::try_from(*number).ok().and_then(|n| scale.level(n));
                (level.map(Meant::Level), number.to_string())
            }
            MeantEntry::Word(word) => {
                let known = Meant::WORDS.iter().find(|(known, _)| *known == word);
                (known.map(|(_, meant)| *meant), shortened(word))
            }
        };
        if meant.is_none() {
            let [dont_know, not_relevant] = Meant::WORDS.map(|(word, _)| word);
            let problem = self
                .error(&code::S038, entry, format!("`{shown}` is no answer"))
                .suggest(&shown, [dont_know, not_relevant])
                .help(format!(
                    "write a level from 1 to {} without quotation marks, \"{dont_know}\" or \
                     \"{not_relevant}\"",
                    scale.len()
                ));
            self.problems.push(problem);
        }
        meant
    }

    /// Which columns say whom an answer is from, and in what words.
    pub(super) fn placing(
        &mut self,
        entry: &IntakeEntry,
        units: &Units,
        roles: &[Role],
    ) -> Placing {
        let units = units.list().iter();
        let units: Vec<[&str; 2]> = units.map(|unit| [&*unit.id, &*unit.name]).collect();
        let roles: Vec<[&str; 2]> = roles.iter().map(|role| [&*role.id, &*role.name]).collect();
        Placing {
            unit: self.header(entry.unit.as_ref()),
            role: self.header(entry.role.as_ref()),
            respondent: self.header(entry.respondent.as_ref()),
            wave: self.header(entry.wave.as_ref()),
            units: self.called("unit", &entry.units, &units),
            roles: self.called("role", &entry.roles, &roles),
        }
    }

    fn header(&mut self, header: Option<&At<String>>) -> Option<Words> {
        let header = header?;
        self.filled("a column header", header);
        Some(self.words(header))
    }

    /// What things of a `kind` are called; `known` are the ids and names of those declared.
    fn called(
        &mut self,
        kind: &str,
        entries: &Entries<At<String>>,
        known: &[[&str; 2]],
    ) -> Vec<(Words, String)> {
        let mut called = Vec::with_capacity(entries.len());
        for (words, meant) in entries.iter() {
            self.filled(&format!("the wording of a {kind}"), words);
            self.once(entries, words, &format!("taken for a {kind}"));
            let place = |word: &str| known.iter().position(|pair| is_one_of(pair, word));
            let found = place(meant);
            if place(words).is_some_and(|own| found != Some(own)) {
                let message = format!("`{}` is another {kind} itself", shortened(words));
                let problem = self.error(&code::S039, words, message);
                self.problems
                    .push(problem.help("take the entry away, or give one of them another name"));
            } else if found.is_none() && (!known.is_empty() || folded(meant).is_empty()) {
                let problem = self
                    .error(
                        &code::S039,
                        meant,
                        format!("there is no {kind} `{}`", shortened(meant)),
                    )
                    .suggest(meant, known.iter().flatten().copied())
                    .help(format!("write the id or the name of a {kind} of this file"));
                self.problems.push(problem);
            }
            called.push((self.words(words), meant.trim().to_owned()));
        }
        called
    }

    fn words(&self, words: &At<String>) -> Words {
        Words {
            text: words.to_string(),
            place: self.part.at(words),
        }
    }
}

fn is_one_of(names: &[&str; 2], word: &str) -> bool {
    names.iter().any(|name| folded(name) == folded(word))
}
