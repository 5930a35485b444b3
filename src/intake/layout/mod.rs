//! How a file's rows and columns are to be understood: one file a layout.

mod alchemer;
mod forms;
mod google;
mod head;
mod limesurvey;
mod long;
mod person;
mod qualtrics;
mod refusal;
mod sheet;
mod surveymonkey;
mod surveyxact;
mod typeform;
mod wide;

use std::borrow::Cow;

use csv::ByteRecord;

use crate::diagnostic::{Diagnostic, code};

use super::codebook::Labels;
use super::fold::{is_blank, text};
use super::grid::Grid;
use super::header::{Columns, Meaning, Word};
use super::practices::Practices;
use super::reading::{Reading, Row};
use super::responses::Layout;

use head::{OwnColumns, own};

pub(super) use head::{Head, Heading, Own, Standing, Top};
pub(super) use person::Whose;

/// A layout that can be read.
pub(super) struct Reader {
    pub layout: Layout,
    /// What is particular to a survey tool; none where the first row heads the columns.
    pub tool: Option<Tool>,
    /// The header words that it has a use for.
    pub words: &'static [Word],
    /// Those of them that may stand above one column only.
    pub once: &'static [Word],
    /// Whether columns are of this layout.
    pub recognises: fn(&Columns) -> bool,
    /// Reads one row.
    pub row: fn(&mut Reading<'_, '_>, Row<'_>),
}

impl Reader {
    /// A row without what the survey tool puts around answers, in the columns that are read.
    pub(super) fn tidied<'r>(&self, row: &'r ByteRecord, columns: &Columns) -> Cow<'r, ByteRecord> {
        let tidy = self.tool.as_ref().and_then(|tool| tool.tidy);
        if tidy.is_none() && !columns.are_labelled {
            return Cow::Borrowed(row);
        }
        let cells = row.iter().enumerate();
        let mut tidied: Vec<Cow<'_, [u8]>> = Vec::with_capacity(row.len());
        tidied.extend(cells.map(|(index, cell)| match columns.list.get(index) {
            Some(column) if column.meaning.is_choice() => {
                let cell = tidy.map_or(cell, |tidy| tidy(cell));
                labelled(cell, &column.labels)
            }
            _ => Cow::Borrowed(cell),
        }));
        for (index, column) in columns.list.iter().enumerate() {
            if let Meaning::Choice(first) = column.meaning {
                gather(&mut tidied, first, index);
            }
        }
        let mut row = ByteRecord::new();
        tidied.iter().for_each(|cell| row.push_field(cell));
        Cow::Owned(row)
    }
}

/// Takes what was chosen in one of a question's columns into its first; two choices are no answer.
fn gather(cells: &mut [Cow<'_, [u8]>], first: usize, index: usize) {
    let chosen = cells.get_mut(index).map(std::mem::take);
    let Some(chosen) = chosen.filter(|cell| !is_blank(cell)) else {
        return;
    };
    cells[first] = match is_blank(&cells[first]) {
        true => chosen,
        false => Cow::Owned([&cells[first], &b"; "[..], &chosen].concat()),
    };
}

/// What a code stands for, where codes have labels; one that has none stands for nothing.
fn labelled<'c>(cell: &'c [u8], labels: &'c Labels) -> Cow<'c, [u8]> {
    if labels.is_empty() || is_blank(cell) {
        return Cow::Borrowed(cell);
    }
    let words = text(cell);
    let code = words.trim();
    // A spreadsheet program may have made `3` of it, `3.0` or `3,0`.
    let code = code.trim_end_matches(".0").trim_end_matches(",0");
    match labels.get(code) {
        Some(label) => Cow::Borrowed(label.as_bytes()),
        None if code.parse::<i64>().is_ok() => {
            Cow::Owned(format!("{code} (a code without a label)").into_bytes())
        }
        None => Cow::Borrowed(cell),
    }
}

/// A cell → the same without what a survey tool puts around an answer.
pub(super) type Tidy = fn(&[u8]) -> &[u8];

/// A folded cell → the number that it is a survey tool's code for.
pub(super) type Decode = fn(&str) -> Option<&str>;

/// What is particular to the files of a survey tool. Once its columns are told apart, a file is
/// read as [`wide`] is.
pub(super) struct Tool {
    /// What a file of it is known by, for who asked for it in vain.
    pub known_by: &'static str,
    /// What its first rows say of its columns; nothing if another program wrote them.
    pub head: fn(&Top) -> Option<Head>,
    /// A cell without what the tool puts around an answer, if it does.
    pub tidy: Option<Tidy>,
    /// What else a cell may stand for that is no answer as it is, if anything.
    pub decode: Option<Decode>,
}

impl Tool {
    /// A layout of a survey tool that writes answers as they were given.
    const fn reader(
        layout: Layout,
        known_by: &'static str,
        head: fn(&Top) -> Option<Head>,
    ) -> Reader {
        Reader {
            layout,
            tool: Some(Self {
                known_by,
                head,
                tidy: None,
                decode: None,
            }),
            ..wide::WIDE
        }
    }
}

/// All layouts; of several that recognise a file's columns the first is taken.
pub(super) static LAYOUTS: &[Reader] = &[
    long::LONG,
    sheet::SHEET,
    person::PERSON,
    forms::FORMS,
    google::GOOGLE,
    typeform::TYPEFORM,
    alchemer::ALCHEMER,
    qualtrics::QUALTRICS,
    limesurvey::LIMESURVEY,
    surveymonkey::SURVEYMONKEY,
    surveyxact::SURVEYXACT,
    wide::WIDE,
];

/// How a table is to be understood.
pub(super) struct Chosen {
    pub head: Head,
    pub columns: Columns,
    /// The layout that knows the table, if any does.
    pub reader: Option<&'static Reader>,
    /// Whether there is anything in it to be read.
    pub fits: bool,
    /// What the table is instead of answers, if it is seen to be something else.
    pub refusal: Option<Diagnostic>,
}

impl Chosen {
    /// The layout that fits a table's first rows: the one that was asked for, if any was.
    pub(super) fn of(top: &Top, practices: &Practices<'_>, asked: Option<&str>) -> Self {
        let plain = top.rows.first().map_or_else(Head::default, Head::plain);
        let columns = Columns::headed(&plain, practices);
        let candidates = LAYOUTS
            .iter()
            .filter(|reader| asked.is_none_or(|name| name == reader.layout.name));
        for reader in candidates {
            let Some(tool) = &reader.tool else {
                if (reader.recognises)(&columns) {
                    // A summary may begin with the one question that it is about.
                    let refusal = (columns.different() <= 1).then(|| refusal::of(top));
                    let refusal = refusal.flatten();
                    return Self {
                        head: plain,
                        columns,
                        reader: Some(reader),
                        fits: refusal.is_none(),
                        refusal,
                    };
                }
                continue;
            };
            if let Some(head) = (tool.head)(top) {
                let columns = Columns::headed(&head, practices);
                return Self {
                    fits: (reader.recognises)(&columns),
                    head,
                    columns,
                    reader: Some(reader),
                    refusal: None,
                };
            }
        }
        Self {
            head: plain,
            columns,
            reader: None,
            fits: false,
            refusal: refusal::of(top),
        }
    }
}

impl Chosen {
    /// The problem that a table is not laid out as was asked for.
    pub(super) fn not_as(&self, asked: Option<&str>, grid: &Grid) -> Option<Diagnostic> {
        let asked = LAYOUTS
            .iter()
            .find(|reader| asked == Some(reader.layout.name))?;
        let tool = asked.tool.as_ref().filter(|_| self.reader.is_none())?;
        let name = asked.layout.tool.unwrap_or(asked.layout.name);
        let problem = Diagnostic::error(
            &code::A024,
            format!("the file is not laid out as {name} does"),
        )
        .help(format!(
            "a file of {name} is known by this: {}",
            tool.known_by
        ))
        .help("leave `--layout` out, and `plateau check` says what the file is");
        Some(problem.at(grid.whole()))
    }
}

/// Whether each row is about one practice.
fn is_row_a_practice(columns: &Columns) -> bool {
    let has = |word| columns.word(word).is_some();
    has(Word::Practice) && (has(Word::Level) || has(Word::Moderated))
}
