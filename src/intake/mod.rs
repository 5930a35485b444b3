//! Files → [`Responses`]: encoding and dialect, layout, cell meaning.
//!
//! A file's bytes are looked at once for their encoding, then read row by row, and hashed beside
//! that. Each row goes to the reader of its layout, which hands people's answers and settled
//! readings to one place for all files; rows like those before are passed over quickly (`quick`).
//! Only when the last file is read are answers counted, because only then is it known who
//! answered what last, and what was asked where.

mod ahead;
mod answer_sheet;
mod cell;
mod codebook;
mod comments;
mod container;
mod csv;
mod date;
mod detected;
mod dialect;
mod encoding;
mod file;
mod fold;
mod formula;
mod gathered;
mod grid;
mod guard;
mod happened;
mod hash;
mod header;
mod inflate;
mod inputs;
mod layout;
mod look;
mod merging;
mod names;
mod ods;
mod people;
mod personal;
mod pieces;
mod placed;
mod plainly;
mod plan;
mod practices;
mod quick;
mod reading;
mod recurring;
mod refusal;
mod responses;
mod rows;
mod sheets;
mod tally;
mod text;
mod value;
mod variety;
mod xlsx;
mod zip;

use crate::assessment::Assessment;
use crate::diagnostic::{Diagnostics, Warned};
use crate::model::Model;

pub use answer_sheet::{AnswerSheet, Subject, answer_sheet};
pub use detected::{Detected, DetectedColumn, DetectedSheet, Taken};
pub use dialect::{Dialect, Found};
pub use encoding::{Content, Encoding, Stream};
pub use formula::guarded;
pub use header::Word;
pub use look::look;
pub use plan::{About, ActKind, Action, ActionStatus, PastPlan, past_plan};
pub use practices::By;
pub use recurring::Recurring;
pub use responses::{
    Answer, EachRow, Evidence, Input, Layout, Moderated, NotCounted, Responses,
    STRAIGHT_LINED_FROM, Settled, WaveResponses,
};
pub use tally::{Respondents, Tallies, Tally};
pub use variety::Variety;

use cell::Cells;
use container::Intake;
use file::Desk;
use gathered::Gathered;
use grid::Grid;
use inputs::Inputs;
use layout::LAYOUTS;
use merging::Merging;
use practices::Practices;

/// Every container that answers are read from; of several that recognise a file's first bytes
/// the first is taken, and the last recognises all.
static INTAKES: &[&Intake] = &[&ods::ODS, &xlsx::XLSX, &csv::CSV];

/// An answers file to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Where its bytes come from.
    pub content: Content,
    /// Its name as given or declared, for places of problems; `-` for standard input.
    pub name: String,
    /// The declared waves that list it, as indices into [`Assessment::waves`]; empty where
    /// waves are not declared.
    pub waves: Vec<usize>,
    /// The folder that stands for it and the other files in it: together they are one input.
    pub folder: Option<String>,
}

/// How strictly answers are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether a cell that is no answer counts as blank instead of stopping the work.
    pub lenient: bool,
    /// Whether people's comments are kept; memory grows with them.
    pub comments: bool,
    /// The layout that every file is read by, by its name; told from each file itself if none.
    pub layout: Option<&'static str>,
    /// How the rows of a text are read.
    pub reads: Reads,
    /// How many bytes a file has at most that is hashed; any number where nothing is said. The
    /// hash of a large file takes longer than its reading.
    pub hash_up_to: Option<u64>,
}

/// How the rows of a text are read. It makes no difference but to time: for tests that compare.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reads {
    /// Rows like those before are passed over quickly.
    #[default]
    Quickly,
    /// The same, with so many bytes of the text at hand at a time.
    QuicklyBy(usize),
    /// Every row is taken apart by its layout's reader, which says what rows mean.
    Plainly,
}

/// All layouts that can be read.
pub fn layouts() -> impl Iterator<Item = Layout> {
    LAYOUTS.iter().map(|reader| reader.layout)
}

/// What was read.
#[derive(Debug, Clone)]
pub struct Read {
    /// The undertaking, completed with the units, waves and roles that only the answers name.
    pub assessment: Assessment,
    /// The answers.
    pub responses: Responses,
    /// What was detected in each file.
    pub detected: Vec<Detected>,
}

/// Reads all files.
///
/// # Errors
/// Everything that is wrong with any of them.
pub fn read(
    model: &Model,
    assessment: Assessment,
    sources: Vec<Source>,
    options: Options,
) -> Result<Warned<Read>, Diagnostics> {
    inspect(model, assessment, sources, options).1
}

/// Reads all files, and says what was detected in each even where that fails.
pub fn inspect(
    model: &Model,
    mut assessment: Assessment,
    sources: Vec<Source>,
    options: Options,
) -> (Vec<Detected>, Result<Warned<Read>, Diagnostics>) {
    let names = sources.iter().map(|source| source.name.as_str());
    let mut detected: Vec<Detected> = names.map(Detected::new).collect();
    let mut inputs = Inputs::default();
    let given = assessment.clone();
    let (practices, merging, slots) = practices(model, &given);
    let mut desk = Desk {
        practices,
        cells: Cells::new(model),
        gathered: Gathered::new(
            model,
            &given,
            (merging, slots),
            inputs::of(&sources),
            options.comments,
        ),
        problems: Diagnostics::new(),
        options,
        lengths: sources
            .iter()
            .map(|source| source.content.length())
            .collect(),
        books: Vec::new(),
    };
    let books = codebook::gather(
        &sources,
        &desk.practices[0],
        &mut detected,
        &mut desk.problems,
    );
    desk.books = books;
    desk.cells.explain(&given.wordings, &mut desk.problems);
    placed::call(&given.placing, &mut desk.gathered);
    for (index, source) in sources.into_iter().enumerate() {
        if desk.books.iter().any(|book| book.index == index) {
            continue;
        }
        let (name, folder) = (source.name.clone(), source.folder.clone());
        if let Some(input) = desk.read(source, index, &mut detected[index]) {
            inputs.add(input, &name, folder, &mut desk.problems);
        }
    }
    let mut problems = desk.problems;
    codebook::tell(&desk.books, &detected, &mut problems);
    placed::tell(&given.placing, &detected, &desk.gathered, &mut problems);
    let grids: Vec<Grid> = detected.iter().map(Detected::grid).collect();
    let sum = desk.gathered.sum(&grids, &mut problems);
    assessment.units = sum.units;
    assessment.waves = sum.waves;
    assessment.roles = sum.roles;
    let read = Read {
        assessment,
        responses: Responses {
            inputs: inputs.all(),
            waves: sum.responses,
            recurring: sum.recurring,
        },
        detected: detected.clone(),
    };
    (detected, problems.guard(read))
}

/// What practices are called, in the model and by each mapping, and how many slots answers need.
fn practices<'m>(
    model: &'m Model,
    assessment: &'m Assessment,
) -> (Vec<Practices<'m>>, Merging, usize) {
    let mut slots = model.practices.len();
    let mut merging = Merging::none();
    let heads = placed::heads(&assessment.placing);
    let mut practices = vec![
        Practices::new(model, &assessment.columns)
            .with_heads(&heads)
            .without(&assessment.left_alone),
    ];
    for mapping in &assessment.mappings {
        let own = Merging::of(mapping, &mut slots);
        practices.push(
            Practices::older(model, mapping, &own)
                .with_heads(&heads)
                .without(&assessment.left_alone),
        );
        merging.join(own);
    }
    (practices, merging, slots)
}
