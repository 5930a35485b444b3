//! What cells of a form take: something of a list, or a day.

use rust_xlsxwriter::{DataValidation, DataValidationRule, ExcelDateTime, Formula, XlsxError};

use crate::format::xlsx::page::{Outcome, Page};
use crate::view::form::{Choice, Entry, FieldKind, Form, List};

/// The most characters of a cell's help; Excel takes 255.
const HELP: usize = 255;
/// The most characters of its title.
const TITLE: usize = 30;
/// The most characters of a list that stands in the rule itself.
const INLINE: usize = 255;
/// How far a unit is indented below the one it is part of; white space is not read.
const STEP: &str = "\u{a0}\u{a0}\u{a0}";

/// The lists that a form's cells take and that are too long for a rule, or hold what would part
/// them there: each is a column of a sheet that is not seen.
pub struct Lists {
    columns: Vec<(List, Vec<String>)>,
    sheet: String,
}

impl Lists {
    /// Those of a form, on a sheet of this name.
    pub fn of(form: &Form, sheet: String) -> Self {
        let of_fields = form.fields.iter().map(|field| field.kind);
        let of_rows = form.rows.iter().filter_map(|row| row.list);
        let taken: Vec<FieldKind> = of_fields.chain(of_rows.map(FieldKind::Choice)).collect();
        let all = [
            List::Levels,
            List::Marks,
            List::Answers,
            List::Units,
            List::Roles,
        ];
        let columns = all
            .into_iter()
            .filter(|list| taken.contains(&FieldKind::Choice(*list)))
            .map(|list| (list, choices(form, list)))
            .filter(|(_, choices)| !fits_a_rule(choices));
        Self {
            columns: columns.collect(),
            sheet,
        }
    }

    /// What the sheet is called.
    pub fn sheet(&self) -> &str {
        &self.sheet
    }

    /// Whether a sheet is needed.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// Writes the sheet.
    pub fn write(&self, page: &mut Page) -> Outcome {
        let plain = page.look.plain_run.clone();
        for (column, (_, choices)) in (0..).zip(&self.columns) {
            for (row, choice) in (0..).zip(choices) {
                match choice.parse::<u32>() {
                    Ok(number) => {
                        page.sheet.write_number(row, column, number)?;
                    }
                    Err(_) => page.text(row, column, choice, &plain)?,
                }
            }
        }
        page.sheet.protect();
        page.sheet.set_hidden(true);
        Ok(())
    }

    /// The rule that a cell takes something of a list.
    fn rule(&self, form: &Form, list: List) -> Result<DataValidation, XlsxError> {
        let mut columns = ('A'..='Z').zip(&self.columns);
        let rule = DataValidation::new();
        match columns.find(|(_, (known, _))| *known == list) {
            None => rule.allow_list_strings(&choices(form, list)),
            Some((column, (_, choices))) => {
                let sheet = self.sheet.replace('\'', "''");
                let last = choices.len();
                let range = format!("='{sheet}'!${column}$1:${column}${last}");
                Ok(rule.allow_list_formula(Formula::new(range)))
            }
        }
    }

    /// Lets a column's cells take what they should; each row's own help comes up where it has one.
    pub fn choose(&self, page: &mut Page, form: &Form, column: u16) -> Outcome {
        let Some(field) = form.fields.get(usize::from(column)) else {
            return Ok(());
        };
        let last = u32::try_from(form.rows.len()).unwrap_or(u32::MAX);
        let words = page.words;
        let finished = |rule: DataValidation, title: &str, help: &str| {
            let levels = matches!(field.kind, FieldKind::Choice(List::Levels));
            let (error, long) = match levels {
                true => ("form.input.choose", "form.input.choose_long"),
                false => (
                    "questionnaire.input.choose",
                    "questionnaire.input.choose_long",
                ),
            };
            let rule = rule
                .set_error_title(words.get(error))?
                .set_error_message(words.get(long))?;
            match help.is_empty() {
                true => Ok(rule),
                false => rule
                    .set_input_title(cut(title, TITLE))?
                    .set_input_message(cut(help, HELP)),
            }
        };
        if let (FieldKind::Choice(list), false) = (field.kind, field.help.is_empty()) {
            let rule = finished(self.rule(form, list)?, &field.heading, &field.help)?;
            page.sheet
                .add_data_validation(1, column, last, column, &rule)?;
            return Ok(());
        }
        for (row, content) in (1..).zip(&form.rows) {
            let list = match content.kind(field) {
                FieldKind::Choice(list) => list,
                _ => continue,
            };
            let title = match content.entries.first() {
                Some(Entry::Words(id)) => id,
                _ => "",
            };
            let rule = finished(self.rule(form, list)?, title, &content.help)?;
            page.sheet
                .add_data_validation(row, column, row, column, &rule)?;
        }
        Ok(())
    }
}

/// What there is to choose from.
fn choices(form: &Form, list: List) -> Vec<String> {
    let levels = (1..=form.levels).map(|level| level.to_string());
    let indented = |choice: &Choice| STEP.repeat(choice.depth) + &choice.name;
    match list {
        List::Levels => levels.collect(),
        List::Marks => levels
            .chain(form.answers.iter().skip(form.levels).cloned())
            .collect(),
        List::Answers => form.answers.clone(),
        List::Units => form.units.iter().map(indented).collect(),
        List::Roles => form.roles.iter().map(indented).collect(),
        List::Nothing => Vec::new(),
    }
}

/// Whether a list may stand in a rule, where a comma parts what there is to choose.
fn fits_a_rule(choices: &[String]) -> bool {
    let joined = choices.join(",");
    let is_whole = |choice: &String| !choice.contains([',', '"', '\u{a0}']);
    joined.encode_utf16().count() <= INLINE && choices.iter().all(is_whole)
}

/// A day of our time, so that a slip of the year is caught.
pub fn day_rule(page: &Page) -> Result<DataValidation, XlsxError> {
    let days = DataValidationRule::Between(
        ExcelDateTime::from_ymd(1950, 1, 1)?,
        ExcelDateTime::from_ymd(2200, 1, 1)?,
    );
    DataValidation::new()
        .allow_date(days)
        .set_error_title(page.words.get("form.input.day"))?
        .set_error_message(page.words.get("form.input.day_long"))
}

/// The beginning of a text, of so many UTF-16 units at most.
fn cut(text: &str, most: usize) -> String {
    let mut room = most;
    let fits = |letter: &char| {
        let left = room.checked_sub(letter.len_utf16());
        room = left.unwrap_or(0);
        left.is_some()
    };
    text.chars().take_while(fits).collect()
}
