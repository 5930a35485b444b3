//! The formats that forms are written in.

use crate::view::form::Form;

/// A format that forms are written in.
pub struct FormFormat {
    /// What `--format` calls it.
    pub name: &'static str,
    /// The file ending that chooses it, without the dot.
    pub ending: &'static str,
    /// Renders a form; the same form gives the same bytes.
    pub render: fn(&Form) -> Vec<u8>,
}

/// All formats of forms; the first is what standard output gets.
pub static FORM_FORMATS: &[FormFormat] = &[
    FormFormat {
        name: "csv",
        ending: "csv",
        render: super::csv::form::render,
    },
    FormFormat {
        name: "xlsx",
        ending: "xlsx",
        render: super::xlsx::form::render,
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
