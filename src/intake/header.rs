//! Header words: what a column is, told from what stands above it.

use std::collections::BTreeMap;
use std::fmt;

use csv::ByteRecord;

use crate::diagnostic::{Diagnostic, Diagnostics, Location, code, nearest};

use super::fold::{fold, text, tidy};
use super::grid::Grid;
use super::personal::{is_personal, is_time};
use super::placed::give_way;
use super::practices::Practices;

/// What a header word says that a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// The unit that a row is about.
    Unit,
    /// The respondent's group.
    Role,
    /// Who answered.
    Respondent,
    /// The point in time.
    Wave,
    /// The practice that a row is about.
    Practice,
    /// The answer.
    Level,
    /// The answer of the one respondent whose file it is.
    Own,
    /// A remark.
    Comment,
    /// What a facilitator or assessor settled on.
    Moderated,
    /// Why it was moderated.
    Reason,
    /// What a reading rests on.
    Evidence,
    /// The day that the evidence is from.
    EvidenceDate,
    /// Where the evidence can be found.
    Source,
    /// Who settled or moderated.
    By,
    /// A practice's name, to help who fills in a sheet.
    Name,
    /// A practice's question, to help who fills in a sheet.
    Question,
    /// What one sees at each level of a practice, to help who answers.
    Anchors,
    /// What people answered, to help who moderates; never an answer itself.
    Answers,
}

/// Every word with its spellings, English first; one entry a word.
static WORDS: &[(Word, &[&str])] = &[
    (Word::Unit, &["unit", "enhed"]),
    (Word::Role, &["role", "rolle"]),
    (Word::Respondent, &["respondent", "id"]),
    (Word::Wave, &["wave", "måling"]),
    (Word::Practice, &["practice", "praksis"]),
    (Word::Level, &["level", "niveau"]),
    (Word::Own, &["your answer", "dit svar"]),
    (Word::Comment, &["comment", "kommentar"]),
    (Word::Moderated, &["moderated", "modereret"]),
    (Word::Reason, &["reason", "begrundelse"]),
    (Word::Evidence, &["evidence", "evidens"]),
    (
        Word::EvidenceDate,
        &["evidence_date", "evidence date", "evidensdato"],
    ),
    (Word::Source, &["source", "kilde"]),
    (Word::By, &["by", "af"]),
    (Word::Name, &["name", "navn"]),
    (Word::Question, &["question", "spørgsmål"]),
    (Word::Anchors, &["what one sees", "kendetegn"]),
    (
        Word::Answers,
        &[
            "answers by level",
            "answers (n)",
            "level of the answers",
            "disputed",
            "svar pr. niveau",
            "svar (n)",
            "svarenes niveau",
            "delte meninger",
        ],
    ),
];

impl Word {
    /// The word that folded text is, if it is one.
    pub(super) fn of(folded: &str) -> Option<Self> {
        let mut words = WORDS.iter();
        let known = words.find(|(_, spelled)| spelled.contains(&folded));
        known.map(|(word, _)| *word)
    }

    /// Whether the column is only there to be read by people.
    pub(super) fn is_aid(self) -> bool {
        matches!(
            self,
            Self::Name | Self::Question | Self::Anchors | Self::Answers
        )
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let spelling = WORDS.iter().find(|(word, _)| word == self);
        f.write_str(spelling.map_or("", |(_, spellings)| spellings[0]))
    }
}

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// What a header word says.
    Word(Word),
    /// Answers to a practice.
    Answer(usize),
    /// Remarks on a practice.
    Remark(usize),
    /// What a survey tool records of people.
    Personal,
    /// Nothing is above it.
    Empty,
    /// Something else.
    Unknown,
}

/// A column's header as written, white space folded, and what it means.
pub(super) struct Column {
    pub header: String,
    pub meaning: Meaning,
}

/// A file's columns.
pub(super) struct Columns {
    pub list: Vec<Column>,
    /// The first column of each word.
    words: [Option<usize>; WORDS.len()],
    /// Columns with answers and their practices.
    pub answers: Vec<(usize, usize)>,
    /// Columns with remarks.
    pub remarks: Vec<usize>,
    /// Practices with the columns of remarks on them.
    pub comments: Vec<(usize, Vec<usize>)>,
    /// Whether respondents' ids are a survey tool's row numbers.
    pub own_numbers: bool,
}

impl Columns {
    /// What each column of a header row means.
    pub(super) fn of(header: &ByteRecord, practices: &Practices<'_>) -> Self {
        let mut list: Vec<Column> = header
            .iter()
            .map(|cell| {
                let header = tidy(&text(cell));
                let meaning = meaning(&fold(&header), practices);
                Column { header, meaning }
            })
            .collect();
        give_way(&mut list, practices);
        let own_numbers = list.iter().any(|c| is_time(&fold(&c.header)))
            && practices.named("id").is_none()
            && take_row_numbers(&mut list);
        let mut answers: Vec<(usize, usize)> = Vec::new();
        let mut words = [None; WORDS.len()];
        let mut remarks = Vec::new();
        let mut comments: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, column) in list.iter().enumerate() {
            if let Meaning::Word(word) = column.meaning {
                words[word as usize].get_or_insert(index);
            }
            if matches!(
                column.meaning,
                Meaning::Remark(_) | Meaning::Word(Word::Comment)
            ) {
                remarks.push(index);
            }
            if let Meaning::Remark(practice) = column.meaning {
                comments.entry(practice).or_default().push(index);
            }
            if let Meaning::Answer(practice) = column.meaning
                && answers.iter().all(|&(_, known)| known != practice)
            {
                answers.push((index, practice));
            }
        }
        Self {
            list,
            words,
            answers,
            remarks,
            comments: comments.into_iter().collect(),
            own_numbers,
        }
    }

    /// The first column that a header word stands above.
    pub(super) fn word(&self, word: Word) -> Option<usize> {
        self.words[word as usize]
    }

    /// How many columns mean something.
    pub(super) fn understood(&self) -> usize {
        let known = |column: &&Column| !matches!(column.meaning, Meaning::Unknown | Meaning::Empty);
        self.list.iter().filter(known).count()
    }

    /// How many different things columns mean: a row that names one practice by its id, its
    /// name and its question means one thing.
    pub(super) fn different(&self) -> usize {
        self.answers.len() + self.words.iter().flatten().count()
    }

    /// The place of a column in a file, for a problem.
    pub(super) fn place(&self, grid: &Grid, row: u64, index: usize) -> Location {
        let header = self.list.get(index).map_or("", |c| c.header.as_str());
        grid.cell(Some(row), Some((index, header.to_owned())))
    }

    /// Says what is wrong with the headers; `row` is theirs, and `counts` are the words that
    /// may stand but once.
    pub(super) fn fault(
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
                (Meaning::Answer(practice), Some(earlier)) => {
                    Some(self.twice(&practices.title(practice), earlier, index))
                }
                (Meaning::Word(word), Some(earlier)) if counts.contains(&word) => {
                    Some(self.twice(&format!("`{word}`"), earlier, index))
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
        if let Some(warning) = tell_left_alone(&left_alone) {
            problems.push(warning.at(grid.whole()));
        }
    }

    /// Says that no layout fits these columns.
    pub(super) fn no_layout(&self, grid: &Grid, row: u64) -> Diagnostic {
        let headers = self.list.iter().map(|column| column.header.as_str());
        let headers: Vec<&str> = headers.filter(|header| !header.is_empty()).collect();
        let message = match self.word(Word::Practice) {
            Some(_) => "there is a column of practices but none of levels",
            None => "no column of this file holds answers to a practice",
        };
        Diagnostic::error(&code::A003, message)
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
            Meaning::Answer(practice) => {
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

/// An `Id` beside a survey tool's times is the tool's own row number: it counts per file, and
/// gives way to a column of real ids.
fn take_row_numbers(list: &mut [Column]) -> bool {
    let is_id = |column: &Column| column.meaning == Meaning::Word(Word::Respondent);
    let is_number = |column: &Column| is_id(column) && fold(&column.header) == "id";
    let others = list.iter().any(|c| is_id(c) && !is_number(c));
    let mut taken = false;
    for column in list.iter_mut().filter(|column| is_number(column)) {
        taken = true;
        if others {
            column.meaning = Meaning::Personal;
        }
    }
    taken && !others
}

fn meaning(folded: &str, practices: &Practices<'_>) -> Meaning {
    if folded.is_empty() {
        return Meaning::Empty;
    }
    if let Some(word) = practices.named(folded) {
        return Meaning::Word(word);
    }
    if let Some(practice) = practices.mapped(folded) {
        return Meaning::Answer(practice);
    }
    if let Some(word) = Word::of(folded) {
        return Meaning::Word(word);
    }
    if let Some(practice) = practices.find(folded) {
        return Meaning::Answer(practice);
    }
    let remark = about(folded).and_then(|practice| practices.find(practice));
    match remark {
        Some(practice) => Meaning::Remark(practice),
        None if is_personal(folded) => Meaning::Personal,
        None => Meaning::Unknown,
    }
}

/// What a header such as `pro-1 kommentar` is about.
fn about(folded: &str) -> Option<&str> {
    let words = ["comment", "kommentar"];
    let rest = words.iter().find_map(|word| folded.strip_suffix(word))?;
    Some(rest.trim_end_matches([' ', '-', ':', ',', '(']))
}

/// What is wrong with a header that is unknown but looks like a practice.
fn unknown_practice(header: &str, practices: &Practices<'_>) -> Option<Diagnostic> {
    let folded = fold(header);
    let named = about(&folded).unwrap_or(&folded);
    let hint = practices.way_out(named)?;
    let message = format!("`{}` is no practice of the model", excerpt(header));
    Some(Diagnostic::error(&code::A005, message).help(hint))
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
    Some(warning.help("`[columns]` in `assessment.toml` ties a header to a practice"))
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

/// The beginning of a text that a person wrote, to be shown; nothing of what may be an address.
pub(super) fn excerpt(text: &str) -> String {
    const SHOWN: usize = 40;
    let text = tidy(text);
    if text.contains('@') {
        "…".to_owned()
    } else if text.chars().count() > SHOWN {
        text.chars().take(SHOWN).chain(['…']).collect()
    } else {
        text
    }
}
