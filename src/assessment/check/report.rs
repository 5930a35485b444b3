//! How reports look, and what stands in them.

use std::path::Path;

use crate::diagnostic::{Diagnostic, code, nearest, shortened};

use super::Check;
use crate::assessment::file::ReportEntry;
use crate::assessment::{Color, Logo, Report, logo};
use crate::model::folded;
use crate::model::toml::{At, listed};

impl Check<'_> {
    pub(super) fn report(&mut self, entry: &ReportEntry, folder: &Path, known: &[&str]) -> Report {
        let usual = Report::default();
        let report = Report {
            organisation: self.name("the organisation", entry.organisation.as_ref()),
            author: self.name("the author", entry.author.as_ref()),
            logo: entry.logo.as_ref().and_then(|name| self.logo(name, folder)),
            accent: match &entry.accent {
                Some(accent) => self.accent(accent),
                None => usual.accent,
            },
            sections: entry
                .sections
                .as_ref()
                .map(|wanted| self.sections(wanted, known)),
            introduction: self.paragraphs("the introduction", entry.introduction.as_ref()),
            conclusion: self.paragraphs("the conclusion", entry.conclusion.as_ref()),
        };
        if let Some(sections) = &report.sections {
            self.left_out("introduction", entry.introduction.as_ref(), sections);
            self.left_out("conclusion", entry.conclusion.as_ref(), sections);
        }
        report
    }

    /// A name on one line.
    fn name(&mut self, what: &str, name: Option<&At<String>>) -> Option<String> {
        let name = name?;
        self.filled(what, name);
        Some(one_line(name))
    }

    fn paragraphs(&mut self, what: &str, text: Option<&At<String>>) -> Vec<String> {
        let Some(text) = text else { return Vec::new() };
        self.filled(what, text);
        paragraphs(text)
    }

    fn logo(&mut self, name: &At<String>, folder: &Path) -> Option<Logo> {
        if folded(name).is_empty() {
            self.filled("the logo's name", name);
            return None;
        }
        match logo::read(name, &folder.join(name.as_str())) {
            Ok(logo) => Some(logo),
            Err((code, message, help)) => {
                let problem = self.error(code, name, message).help(help);
                self.problems.push(problem);
                None
            }
        }
    }

    fn accent(&mut self, written: &At<String>) -> Color {
        let Some(accent) = Color::parse(written.trim()) else {
            let problem = self
                .error(
                    &code::S028,
                    written,
                    format!("`{}` is no colour", shortened(written)),
                )
                .help(format!(
                    "write a number sign and six hexadecimal digits, such as `{}`",
                    Color::ACCENT
                ));
            self.problems.push(problem);
            return Color::ACCENT;
        };
        let contrast = accent.contrast(Color::WASH);
        if contrast < Color::CONTRAST {
            // Cut, not rounded: 4.49 is not 4.5.
            let contrast = (contrast * 10.0).floor() / 10.0;
            let problem = self
                .error(
                    &code::S029,
                    written,
                    format!(
                        "the contrast of {accent} to the lightest grey is {contrast:.1} : 1, too \
                         little to be read"
                    ),
                )
                .help(format!(
                    "{:.1} : 1 is needed; the nearest darker shade is `{}`",
                    Color::CONTRAST,
                    accent.darkened_on(Color::WASH)
                ));
            self.problems.push(problem);
        }
        accent
    }

    fn sections(&mut self, wanted: &At<Vec<At<String>>>, known: &[&str]) -> Vec<String> {
        if wanted.is_empty() {
            let problem = self
                .error(&code::S030, wanted, "the list of sections is empty")
                .help("leave `sections` out for all of them, in the usual order");
            self.problems.push(problem);
        }
        let mut chosen: Vec<(String, &At<String>)> = Vec::with_capacity(wanted.len());
        for word in wanted.iter() {
            let id = word.trim();
            if !known.contains(&id) {
                let problem = self.no_section(word, known);
                self.problems.push(problem);
            } else if let Some((_, first)) = chosen.iter().find(|(other, _)| other == id) {
                let line = self.line(first);
                let problem = self
                    .error(
                        &code::S016,
                        word,
                        format!("the section `{id}` stands twice"),
                    )
                    .help(format!("it is in line {line} already; take one away"));
                self.problems.push(problem);
            } else {
                chosen.push((id.to_owned(), word));
            }
        }
        chosen.into_iter().map(|(id, _)| id).collect()
    }

    fn no_section(&self, word: &At<String>, known: &[&str]) -> Diagnostic {
        let problem = self.error(
            &code::S030,
            word,
            format!("reports have no section `{}`", shortened(word)),
        );
        let problem = match nearest(word.trim(), known.iter().copied()) {
            Some(near) => problem.help(format!("did you mean `{near}`?")),
            None => problem,
        };
        problem.help(format!("the sections are {}", listed(known)))
    }

    /// Warns of a text that is written but not among the sections.
    fn left_out(&mut self, id: &str, text: Option<&At<String>>, sections: &[String]) {
        let Some(text) = text else { return };
        if !sections.iter().any(|section| section == id) {
            let warning = Diagnostic::warning(
                &code::S031,
                format!("the {id} is written, but no report shows it"),
            );
            let warning = warning.at(self.part.at(text));
            self.problems
                .push(warning.help(format!("add `{id}` to `sections`")));
        }
    }
}

/// A text on one line: every stretch of white space is one space, but for no-break spaces.
fn one_line(text: &str) -> String {
    let words = text.split([' ', '\t', '\n', '\r']);
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A text's paragraphs, which blank lines part.
fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in text.lines().map(one_line) {
        match paragraphs.last_mut() {
            Some(last) if !line.is_empty() && !last.is_empty() => *last += &format!(" {line}"),
            Some(last) if last.is_empty() => *last = line,
            _ => paragraphs.push(String::new()),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_paragraphs_and_line_ends_do_not() {
        let text = "\n  One\n  and a half. \r\n \t \n\n\nTwo.\n";
        assert_eq!(paragraphs(text), ["One and a half.", "Two."]);
        assert_eq!(paragraphs(" \n\n"), [""; 0]);
    }
}
