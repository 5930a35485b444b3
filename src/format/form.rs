//! The formats that forms are written in.

use crate::view::form::{Form, Questionnaire};

use super::{Rendered, sound};

/// A format that forms are written in.
pub struct FormFormat {
    /// What `--format` calls it.
    pub name: &'static str,
    /// The file ending that chooses it, without the dot.
    pub ending: &'static str,
    /// What it writes, and how; the same form gives the same bytes.
    pub writes: Writes,
}

/// What a format of forms writes.
#[derive(Clone, Copy)]
pub enum Writes {
    /// Tables to fill in: the moderation sheet, and a questionnaire laid out as a table.
    Tables {
        /// How a questionnaire is laid out, unless another layout is asked for.
        layout: FormLayout,
        /// For how many respondents there are rows where each has one, unless more are asked for.
        respondents: usize,
        /// Renders a table.
        render: fn(&Form) -> Rendered,
    },
    /// Questionnaires, laid out in the format's own way.
    Questionnaires(fn(&Questionnaire) -> Rendered),
    /// Questionnaires in every language that the model speaks, the one asked for first.
    Surveys(fn(&[Questionnaire]) -> Rendered),
}

/// How a questionnaire is laid out as a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormLayout {
    /// A row a practice and no respondent: one assessor's or a workshop's reading.
    Sheet,
    /// A row a respondent.
    Wide,
    /// A row a practice, and the file is one respondent's.
    Person,
}

/// All formats of forms; the first is what standard output gets.
pub static FORM_FORMATS: &[FormFormat] = &[
    FormFormat {
        name: "csv",
        ending: "csv",
        writes: Writes::Tables {
            layout: FormLayout::Wide,
            respondents: 0,
            render: |form| sound(super::csv::form::render(form)),
        },
    },
    FormFormat {
        name: "xlsx",
        ending: "xlsx",
        writes: Writes::Tables {
            layout: FormLayout::Person,
            respondents: 100,
            render: |form| sound(super::xlsx::form::render(form)),
        },
    },
    FormFormat {
        name: "html",
        ending: "html",
        writes: Writes::Questionnaires(|asked| sound(super::html::questionnaire::render(asked))),
    },
    FormFormat {
        name: "pdf",
        ending: "pdf",
        writes: Writes::Questionnaires(super::pdf::render_questionnaire),
    },
    FormFormat {
        name: "limesurvey",
        ending: "txt",
        writes: Writes::Surveys(|languages| sound(super::limesurvey::render(languages))),
    },
    FormFormat {
        name: "markdown",
        ending: "md",
        writes: Writes::Questionnaires(|asked| sound(super::quick_import::render(asked))),
    },
];

/// The format with this name.
pub fn find(name: &str) -> Option<&'static FormFormat> {
    FORM_FORMATS.iter().find(|format| format.name == name)
}

/// The format that a file ending (without the dot, in any case) chooses.
pub fn by_ending(ending: &str) -> Option<&'static FormFormat> {
    let is_it = |format: &&FormFormat| format.ending.eq_ignore_ascii_case(ending);
    FORM_FORMATS.iter().find(is_it)
}
