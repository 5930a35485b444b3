//! Rules of sense: [`AssessmentFile`] and [`Model`] → [`Assessment`], with every problem at once.

mod carried;
mod folder;
mod names;
mod practices;
mod questionnaire;
mod report;
mod rules;
mod units;
mod waves;
mod wording;

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Warned, code, shortened};
use crate::model::Model;
use crate::model::folded;
use crate::model::toml::{At, Part, listed};

use super::file::{Day, File};
use super::load::{AssessmentFile, ModelChoice, folder};
use super::{Assessment, Declared, Offer};

impl AssessmentFile {
    /// The assessment, checked against its model; `offer` is what its reports may be.
    ///
    /// # Errors
    /// Everything in the file that makes no sense, all at once.
    pub fn resolve(self, model: &Model, offer: &Offer) -> Result<Warned<Assessment>, Diagnostics> {
        let mut check = Check {
            part: &self.part,
            model,
            problems: self.problems,
            answered: self.answered,
        };
        let file = &self.part.says;
        if let Some(named) = &file.model {
            check.model(&self.choice, named);
        }
        if let Some(title) = &file.title {
            check.filled("the title", title);
        }
        check.language(file.language.as_ref(), offer.languages);
        let date = check.day(file.date.as_ref());
        let units = check.units(&file.units);
        let (mappings, carrying) = check.mappings(&file.waves, folder(&self.path));
        let waves = check.waves(&file.waves, &carrying, folder(&self.path));
        check.one_version_a_file(&file.waves, &waves, folder(&self.path));
        let roles = check.roles(&file.roles);
        let asked = check.questionnaire(&file.questionnaire, &roles);
        let tailored = check.tailoring(&file.tailoring.not_relevant);
        let targets = check.targets(&file.targets);
        let (columns, left_alone) = check.columns(&file.columns);
        let wordings = check.wordings(&file.answers);
        let placing = check.placing(&file.intake, &units, &roles);
        let privacy = check.privacy(&file.privacy);
        let rules = check.rules(&file.scoring);
        let max_age = check.max_age(file.evidence.max_age.as_ref());
        let report = check.report(&file.report, folder(&self.path), offer.sections);
        let problems = check.problems.in_order_of([self.part.name.as_str()]);
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
            asked,
            tailored,
            targets,
            privacy,
            rules,
            max_age,
            columns,
            left_alone,
            wordings,
            placing,
            mappings,
            report,
        };
        problems.guard(assessment)
    }
}

/// What every check needs, and the problems found so far.
struct Check<'a> {
    part: &'a Part<'static, File>,
    model: &'a Model,
    problems: Diagnostics,
    /// Whether anyone may have answered yet.
    answered: bool,
}

impl Check<'_> {
    /// An error at a value of the file.
    fn error<V>(
        &self,
        code: &'static Code,
        value: &At<V>,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::error(code, message).at(self.part.at(value))
    }

    /// The line of a value, from 1.
    fn line<V>(&self, value: &At<V>) -> usize {
        self.part.line(value)
    }

    fn model(&mut self, choice: &ModelChoice, named: &At<String>) {
        let used = &self.model.id;
        if named.trim().is_empty() {
            let problem = self.error(&code::S010, named, "the model has no name");
            self.problems.push(problem);
        } else if matches!(choice, ModelChoice::Named(id) if !id.eq_ignore_ascii_case(used)) {
            let warning = Diagnostic::warning(
                &code::S008,
                format!(
                    "this assessment is made for `{}`, but is read with `{used}`",
                    shortened(named)
                ),
            );
            self.problems.push(warning.at(self.part.at(named)));
        }
    }

    fn language(&mut self, language: Option<&At<String>>, known: &[&str]) {
        let Some(language) = language else { return };
        if !known.contains(&language.as_str()) {
            let problem = self
                .error(
                    &code::S009,
                    language,
                    format!("there are no reports in `{}`", shortened(language)),
                )
                .help(format!("the languages are {}", listed(known)));
            self.problems.push(problem);
        }
    }

    /// Refuses a word of nothing but white space; `what` is what it is for.
    fn filled(&mut self, what: &str, word: &At<String>) {
        if folded(word).is_empty() {
            let problem = self
                .error(&code::S010, word, format!("{what} is empty"))
                .help("write one, or take the entry away");
            self.problems.push(problem);
        }
    }

    fn day(&mut self, day: Option<&At<Day>>) -> Option<Date> {
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
                .error(&code::S024, day, format!("`{}` is not a day", day.0))
                .help("write a year, a month and a day, such as 2026-10-01");
            self.problems.push(problem);
        }
        date
    }
}
