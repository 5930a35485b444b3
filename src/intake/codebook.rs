//! Codebooks: what the variables of a dataset ask, and what the codes in it stand for.
//!
//! SurveyXact writes a dataset of codes, and beside it the labels and the structure: as three
//! files, or as three sheets. They are told apart by their form, and belong to the dataset whose
//! variables they name.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Read as _;
use std::sync::Arc;

use csv::ByteRecord;

use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};

use super::Source;
use super::container::{Opening, Stopped, Table, broken_off};
use super::detected::Detected;
use super::encoding::Content;
use super::fold::{fold, is_blank, text, tidy};
use super::grid::Grid;
use super::practices::Practices;

/// What is known of a dataset's variables.
#[derive(Default)]
pub(super) struct Codebook {
    variables: HashMap<String, Variable>,
}

/// What is known of a variable.
#[derive(Default)]
pub(super) struct Variable {
    /// What it asks.
    pub question: Option<String>,
    /// Which choice of several it stands for.
    pub choice: Option<String>,
    /// What its codes stand for.
    pub labels: Labels,
}

/// What codes stand for.
pub(super) type Labels = Arc<BTreeMap<String, String>>;

/// What rows tell of variables.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// A row a code: variable, code, label; no header.
    Labels,
    /// A row a variable or choice: the variable's, question's and choice's columns.
    Structure([usize; 3]),
}

/// What heads the columns of a structure, folded.
const HEADS: [&str; 3] = ["variablename", "questiontext", "choicetext"];

impl Form {
    /// The form of a table's first rows, if it is a codebook's.
    pub(super) fn of(rows: &[ByteRecord]) -> Option<Self> {
        let first = rows.first()?;
        let place = |head| first.iter().position(|cell| fold(&text(cell)) == head);
        if let [Some(variable), Some(question), Some(choice)] = HEADS.map(place) {
            return Some(Self::Structure([variable, question, choice]));
        }
        (rows.len() > 1 && rows.iter().all(is_label)).then_some(Self::Labels)
    }

    /// How many rows tell nothing of variables.
    fn header(self) -> usize {
        match self {
            Self::Labels => 0,
            Self::Structure(_) => 1,
        }
    }
}

/// Whether a row is a variable, a code and a label, and nothing else.
fn is_label(row: &ByteRecord) -> bool {
    let filled = row.iter().filter(|cell| !is_blank(cell)).count();
    let is_name = |cell: &[u8]| !text(cell).trim().contains(char::is_whitespace);
    let is_code = |cell: &[u8]| text(cell).trim().parse::<i64>().is_ok();
    let is_words = |cell: &[u8]| text(cell).trim().parse::<f64>().is_err();
    filled == 3
        && row.get(0).is_some_and(is_name)
        && row.get(1).is_some_and(is_code)
        && row.get(2).is_some_and(is_words)
}

impl Codebook {
    /// Takes in all rows of a table that has a form.
    pub(super) fn add(&mut self, form: Form, rows: impl Iterator<Item = ByteRecord>) {
        for row in rows.skip(form.header()) {
            let cell = |column: usize| tidy(&text(row.get(column).unwrap_or_default()));
            let [name, first, second] = match form {
                Form::Labels => [0, 1, 2].map(cell),
                Form::Structure(columns) => columns.map(cell),
            };
            if name.is_empty() {
                continue;
            }
            let variable = self.variables.entry(fold(&name)).or_default();
            match form {
                Form::Labels => variable.label(first, second),
                Form::Structure(_) => {
                    variable.question = Some(first).filter(|asked| !asked.is_empty());
                    variable.choice = Some(second).filter(|choice| !choice.is_empty());
                }
            }
        }
    }

    /// Whether most of its variables head a dataset's columns; `headers` are folded.
    pub(super) fn fits(&self, headers: &HashSet<String>) -> bool {
        let known = self.variables.keys();
        let known = known.filter(|name| headers.contains(*name)).count();
        known > 0 && known * 2 >= self.variables.len()
    }

    /// What is known of a variable by its folded name.
    pub(super) fn variable(&self, name: &str) -> Option<&Variable> {
        self.variables.get(name)
    }
}

impl Variable {
    /// Notes what a code stands for. Where two codebooks differ, it stands for neither.
    fn label(&mut self, code: String, label: String) {
        let labels = Arc::make_mut(&mut self.labels);
        labels
            .entry(code)
            .and_modify(|known| {
                if *known != label {
                    *known = format!("{known} / {label}");
                }
            })
            .or_insert(label);
    }
}

/// A codebook among the files that are given.
pub(super) struct Book {
    /// Its file's place among all.
    pub index: usize,
    name: String,
    pub codebook: Arc<Codebook>,
}

/// Enough of a text to tell its form by.
const START: u64 = 64 * 1024;

/// The files that are codebooks, read.
pub(super) fn gather(
    sources: &[Source],
    practices: &Practices<'_>,
    detected: &mut [Detected],
    problems: &mut Diagnostics,
) -> Vec<Book> {
    let mut books = Vec::new();
    for (index, source) in sources.iter().enumerate() {
        let Some(form) = form(source, practices) else {
            continue;
        };
        let mut codebook = Codebook::default();
        let content = source.content.clone();
        let read = opened(
            content,
            &source.name,
            practices,
            &mut detected[index],
            |table| {
                let rows = all(table, &source.name)?;
                codebook.add(form, rows.into_iter());
                Ok(())
            },
        );
        if let Err(stopped) = read {
            let place = Location::File(source.name.clone());
            problems.push(match stopped.location {
                Some(_) => *stopped,
                None => stopped.at(place),
            });
        }
        detected[index].variables = codebook.variables.len();
        books.push(Book {
            index,
            name: source.name.clone(),
            codebook: Arc::new(codebook),
        });
    }
    books
}

/// The form of a file by the beginning of its text. A workbook's sheets are told apart when it is
/// opened.
fn form(source: &Source, practices: &Practices<'_>) -> Option<Form> {
    let mut start = Vec::new();
    if let Content::File(path) = &source.content
        && !path.is_file()
    {
        return None; // what is read but once, such as a pipe, is read as answers
    }
    let bytes = source.content.open().ok()?;
    bytes.take(START).read_to_end(&mut start).ok()?;
    if start.starts_with(b"PK") {
        return None;
    }
    let mut found = None;
    let content = Content::Bytes(start);
    let mut nothing = Detected::new(&source.name);
    opened(
        content,
        &source.name,
        practices,
        &mut nothing,
        |mut table| {
            found = Form::of(&table.top().rows);
            Ok(())
        },
    )
    .ok()?;
    found
}

/// Opens a text as a table.
fn opened(
    content: Content,
    name: &str,
    practices: &Practices<'_>,
    detected: &mut Detected,
    read: impl FnOnce(Table<'_>) -> Result<(), Stopped>,
) -> Result<(), Stopped> {
    let opening = Opening::of(Cow::Owned(content), name, practices)?;
    read((super::csv::CSV.open)(&opening, detected)?)
}

/// A table's rows, its first included.
fn all(mut table: Table<'_>, name: &str) -> Result<Vec<ByteRecord>, Stopped> {
    let grid = Grid {
        file: name.to_owned(),
        sheet: None,
    };
    let mut rows = vec![table.header.clone()];
    let (mut record, mut flaws) = (ByteRecord::new(), Vec::new());
    loop {
        use super::container::Rows as _;
        let next = table.rows.next(&mut record, &mut flaws);
        if next.map_err(|broken| broken_off(&grid, broken))?.is_none() {
            return Ok(rows);
        }
        rows.push(record.clone());
    }
}

/// Says which codebooks belong to none of the files.
pub(super) fn tell(books: &[Book], detected: &[Detected], problems: &mut Diagnostics) {
    let headers = |file: &Detected| -> HashSet<String> {
        file.columns.iter().map(|c| fold(&c.header)).collect()
    };
    let headers: Vec<HashSet<String>> = detected.iter().map(headers).collect();
    for book in books {
        if !headers.iter().any(|headers| book.codebook.fits(headers)) {
            let message = "the file tells what variables and codes mean, but no file has them";
            let problem = Diagnostic::error(&code::A054, message)
                .help("give the dataset that it belongs to as one more input, or leave it out")
                .at(Location::File(book.name.clone()));
            problems.push(problem);
        }
    }
}
