//! What is wrong with headers.

use crate::diagnostic::{Diagnostic, Diagnostics, code, nearest};
use crate::intake::fold::fold;
use crate::intake::grid::Grid;
use crate::intake::practices::Practices;

use super::word::WORDS;
use super::{Columns, Meaning, Word, about, excerpt};

impl Columns {
    /// Says what is wrong with the headers; `row` is theirs, and `counts` are the words that
    /// may stand but once.
    pub(in crate::intake) fn fault(
        &self,
        practices: &Practices<'_>,
        counts: &[Word],
        grid: &Grid,
        row: u64,
        problems: &mut Diagnostics,
    ) {
        let mut left_alone = Vec::new();
        for (index, column) in self.list.iter().enumerate() {
            let problem = match (column.meaning, self.earlier(index)) {
                (Meaning::Answer(practice, _), Some(earlier)) => {
                    Some(self.twice(&practices.title(practice), earlier, index))
                }
                (Meaning::Word(word), Some(earlier)) if counts.contains(&word) => {
                    Some(self.twice(&format!("`{word}`"), earlier, index))
                }
                (Meaning::Unclear(one, other), _) => {
                    Some(unclear(&column.header, [one, other], practices))
                }
                (Meaning::Unknown, _) => unknown_practice(&column.header, practices),
                _ => None,
            };
            match problem {
                Some(problem) => problems.push(problem.at(self.place(grid, row, index))),
                None if column.meaning == Meaning::Unknown => left_alone.push(&*column.header),
                None => {}
            }
        }
        for (practice, remarks) in &self.comments {
            let index = remarks[0];
            let is_answered = self.answers.iter().any(|(_, known)| known == practice);
            let is_sure = about(&fold(&self.list[index].header))
                .is_some_and(|named| practices.find(named) == Some(*practice));
            if !self.answers.is_empty() && !is_answered && !is_sure {
                let warning = unanswered(&self.list[index].header, &practices.title(*practice));
                problems.push(warning.at(self.place(grid, row, index)));
            }
        }
        if let Some(warning) = tell_left_alone(&left_alone) {
            problems.push(warning.at(grid.whole()));
        }
    }

    /// Says that no layout fits these columns.
    pub(in crate::intake) fn no_layout(&self, grid: &Grid, row: u64) -> Diagnostic {
        let headers = self.list.iter().map(|column| column.header.as_str());
        let headers: Vec<&str> = headers.filter(|header| !header.is_empty()).collect();
        let message = match self.word(Word::Practice) {
            Some(_) => "there is a column of practices but none of levels",
            None => "no column of this file holds answers to a practice",
        };
        let mut problem = Diagnostic::error(&code::A003, message);
        let is_cut = |header: &&&str| header.ends_with("..") || header.ends_with('…');
        if headers.iter().filter(is_cut).count() * 2 > headers.len() {
            problem = problem.help(
                "the headers are cut off: have the survey tool export the questions' codes or \
                 their whole text",
            );
        }
        problem
            .help(
                "looked for a column a practice, headed by its id, name or question, or for \
                 columns `practice` and `level`",
            )
            .help(format!("found {}", listed(&headers)))
            .at(grid.cell(Some(row), None))
    }

    /// The first column that means the same practice or word as a later one.
    fn earlier(&self, index: usize) -> Option<usize> {
        let first = match self.list[index].meaning {
            Meaning::Word(word) => self.word(word),
            Meaning::Answer(practice, _) => {
                let first = self.answers.iter().find(|(_, known)| *known == practice);
                first.map(|(column, _)| *column)
            }
            _ => None,
        };
        first.filter(|&first| first < index)
    }

    fn twice(&self, what: &str, earlier: usize, index: usize) -> Diagnostic {
        let headers = [earlier, index].map(|i| self.list[i].header.as_str());
        let message = format!("columns {} and {} both hold {what}", earlier + 1, index + 1);
        Diagnostic::error(&code::A006, message).help(format!(
            "they are headed `{}` and `{}`: rename or remove one",
            excerpt(headers[0]),
            excerpt(headers[1])
        ))
    }
}

/// What is wrong with a header that is unknown but looks like a practice.
fn unknown_practice(header: &str, practices: &Practices<'_>) -> Option<Diagnostic> {
    let folded = fold(header);
    let named = about(&folded).unwrap_or(&folded);
    let hint = practices.way_out(named)?;
    let message = format!("`{}` is no practice of the model", excerpt(header));
    Some(Diagnostic::error(&code::A005, message).help(hint))
}

/// What is wrong with a header that names two practices.
fn unclear(header: &str, named: [usize; 2], practices: &Practices<'_>) -> Diagnostic {
    let [one, other] = named.map(|practice| practices.title(practice));
    let message = format!("`{}` names both {one} and {other}", excerpt(header));
    Diagnostic::error(&code::A023, message)
        .help("`[columns]` in `assessment.toml` says which is meant; or name but one in the header")
}

/// That a column holds remarks on a practice of which no column holds answers.
fn unanswered(header: &str, practice: &str) -> Diagnostic {
    let message = format!(
        "`{}` is read as comments on {practice}, of which no column holds answers",
        excerpt(header)
    );
    Diagnostic::warning(&code::A040, message).help(
        "if the answers are in it, tie its header to the practice in `[columns]` in `assessment.toml`",
    )
}

/// Which columns were left alone because nothing is known of them.
fn tell_left_alone(headers: &[&str]) -> Option<Diagnostic> {
    let message = match headers {
        [] => return None,
        [one] => format!("the column `{}` was left alone", excerpt(one)),
        many => format!("{} columns were left alone: {}", many.len(), listed(many)),
    };
    let words = WORDS.iter().filter(|(word, _)| !word.is_aid());
    let words: Vec<&str> = words
        .flat_map(|(_, spellings)| *spellings)
        .copied()
        .collect();
    let near = |header: &&str| {
        let near = nearest(&fold(header), words.iter().copied())?;
        Some(format!("`{}`: did you mean `{near}`?", excerpt(header)))
    };
    let mut warning = Diagnostic::warning(&code::A030, message);
    warning.hints = headers.iter().filter_map(near).take(SHOWN).collect();
    Some(warning.help(
        "`[columns]` in `assessment.toml` ties a header to a practice, or with `\"\"` leaves it alone \
         for good",
    ))
}

/// How many headers are named where there are many.
const SHOWN: usize = 6;

/// Some headers, the rest counted.
fn listed(headers: &[&str]) -> String {
    let shown = headers.iter().take(SHOWN);
    let mut list: Vec<String> = shown
        .map(|header| format!("`{}`", excerpt(header)))
        .collect();
    if headers.len() > SHOWN {
        list.push(format!("{} more", headers.len() - SHOWN));
    }
    match list.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => list.concat(),
    }
}
