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
        /// Renders a table.
        render: fn(&Form) -> Rendered,
    },
    /// Questionnaires, laid out in the format's own way.
    Questionnaires(fn(&Questionnaire) -> Rendered),
}

/// How a questionnaire is laid out as a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormLayout {
    /// A row a practice and no respondent: one assessor's or a workshop's reading.
    Sheet,
    /// A row a respondent.
    Wide,
}

/// All formats of forms; the first is what standard output gets.
pub static FORM_FORMATS: &[FormFormat] = &[
    FormFormat {
        name: "csv",
        ending: "csv",
        writes: Writes::Tables {
            layout: FormLayout::Wide,
            render: |form| sound(super::csv::form::render(form)),
        },
    },
    FormFormat {
        name: "xlsx",
        ending: "xlsx",
        writes: Writes::Tables {
            layout: FormLayout::Wide,
            render: |form| sound(super::xlsx::form::render(form)),
        },
    },
    FormFormat {
        name: "html",
        ending: "html",
        writes: Writes::Questionnaires(|asked| sound(super::html::questionnaire::render(asked))),
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
