//! Rules of sense: [`AssessmentFile`] and [`Model`] → [`Assessment`], with every problem at once.

mod names;
mod practices;
mod rules;
mod units;
mod waves;

use std::ops::Range;

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span, Warned, code, shortened};
use crate::model::Model;

use super::file::{Day, Placed};
use super::form::in_file_order;
use super::load::{AssessmentFile, ModelChoice, Source, folder, listed};
use super::{Assessment, Declared, folded};

impl AssessmentFile {
    /// The assessment, checked against its model. `languages` are those that reports are written in.
    ///
    /// # Errors
    /// Everything in the file that makes no sense, all at once.
    pub fn resolve(
        self,
        model: &Model,
        languages: &[&str],
    ) -> Result<Warned<Assessment>, Diagnostics> {
        let mut check = Check {
            source: &self.source,
            model,
            problems: self.problems,
        };
        let file = &self.file;
        if let Some(named) = &file.model {
            check.model(&self.choice, named);
        }
        if let Some(title) = &file.title {
            check.filled("the title", title);
        }
        check.language(file.language.as_ref(), languages);
        let date = check.day(file.date.as_ref());
        let units = check.units(&file.units);
        let waves = check.waves(&file.waves, folder(&self.path));
        let roles = check.roles(&file.roles);
        let tailored = check.tailoring(&file.tailoring.not_relevant);
        let targets = check.targets(&file.targets);
        let columns = check.columns(&file.columns);
        let privacy = check.privacy(&file.privacy);
        let rules = check.rules(&file.scoring);
        let problems = in_file_order(check.problems);
        let assessment = Assessment {
            title: file.title.as_ref().map(|title| title.trim().to_owned()),
            language: file.language.as_ref().map(|word| word.to_string()),
            date,
            declared: Declared {
                units: !units.is_empty(),
                waves: !waves.is_empty(),
                roles: !roles.is_empty(),
            },
            units,
            waves,
            roles,
            tailored,
            targets,
            privacy,
            rules,
            columns,
        };
        problems.guard(assessment)
    }
}

/// What every check needs, and the problems found so far.
struct Check<'a> {
    source: &'a Source,
    model: &'a Model,
    problems: Vec<Diagnostic>,
}

impl Check<'_> {
    /// An error at a byte range of the file.
    fn error(
        &self,
        code: &'static Code,
        range: Range<usize>,
        message: impl Into<String>,
    ) -> Diagnostic {
        self.source.at(Diagnostic::error(code, message), range)
    }

    /// The line of a byte range, from 1.
    fn line(&self, range: Range<usize>) -> usize {
        Span::of(&self.source.text, range).line
    }

    fn model(&mut self, choice: &ModelChoice, named: &Placed<String>) {
        let used = &self.model.id;
        if named.trim().is_empty() {
            let problem = self.error(&code::S010, named.range(), "the model has no name");
            self.problems.push(problem);
        } else if matches!(choice, ModelChoice::Named(id) if !id.eq_ignore_ascii_case(used)) {
            let warning = Diagnostic::warning(
                &code::S008,
                format!(
                    "this assessment is made for `{}`, but is read with `{used}`",
                    shortened(named)
                ),
            );
            self.problems.push(self.source.at(warning, named.range()));
        }
    }

    fn language(&mut self, language: Option<&Placed<String>>, known: &[&str]) {
        let Some(language) = language else { return };
        if !known.contains(&language.as_str()) {
            let problem = self
                .error(
                    &code::S009,
                    language.range(),
                    format!("there are no reports in `{}`", shortened(language)),
                )
                .help(format!("the languages are {}", listed(known)));
            self.problems.push(problem);
        }
    }

    /// Refuses a word of nothing but white space; `what` is what it is for.
    fn filled(&mut self, what: &str, word: &Placed<String>) {
        if folded(word).is_empty() {
            let problem = self
                .error(&code::S010, word.range(), format!("{what} is empty"))
                .help("write one, or take the entry away");
            self.problems.push(problem);
        }
    }

    fn day(&mut self, day: Option<&Placed<Day>>) -> Option<Date> {
        let day = day?;
        let date = match (day.0.date, day.0.time) {
            (Some(date), None) => i16::try_from(date.year)
                .ok()
                .zip(
                    i8::try_from(date.month)
                        .ok()
                        .zip(i8::try_from(date.day).ok()),
                )
                .and_then(|(year, (month, day))| Date::new(year, month, day).ok()),
            _ => None,
        };
        if date.is_none() {
            let problem = self
                .error(
                    &code::S024,
                    day.range(),
                    format!("`{}` is not a day", day.0),
                )
                .help("write a year, a month and a day, such as 2026-10-01");
            self.problems.push(problem);
        }
        date
    }
}
