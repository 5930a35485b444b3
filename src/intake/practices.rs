//! What a practice is called in answers: its id, its name, its question, or a mapped header.
//!
//! What is found is an index into the practices of the version that people answered: the
//! model's own, or those of an older version, which a mapping carries over.

mod named;

use std::collections::HashMap;

use crate::assessment::Mapping;
use crate::diagnostic::nearest;
use crate::model::Model;

use super::fold::{fold, is_blank, text};
use super::header::Word;
use super::merging::Merging;

pub use named::By;
pub(super) use named::Named;

use named::{Ids, loosened, tokens};

/// All that practices are called.
pub(super) struct Practices<'m> {
    model: &'m Model,
    /// By folded words; `None` where two practices are called the same.
    called: HashMap<String, Option<(usize, By)>>,
    /// By words folded further, as headers are: see [`named::loosened`].
    loosely: HashMap<String, Option<(usize, By)>>,
    ids: Ids,
    /// Folded questions that are long enough to be told within other words, and whose they are.
    questions: Vec<(String, usize)>,
    /// Folded headers of columns that `assessment.toml` says are not to be read.
    left_alone: Vec<String>,
    /// Folded headers that `assessment.toml` ties to a practice.
    mapped: HashMap<String, usize>,
    /// Folded headers by which `assessment.toml` says whom an answer is from.
    heads: Vec<(String, Word)>,
    /// Folded ids of the disciplines.
    prefixes: Vec<String>,
    /// Where each practice's answers go (see [`super::merging`]); nowhere if they are left out.
    slots: Vec<Vec<usize>>,
    /// The older version that people answered, if they did.
    older: Option<Older<'m>>,
}

/// How many letters a question has at least that is told within other words.
const LONG_ENOUGH: usize = 20;

/// An older version of the model.
struct Older<'m> {
    version: &'m str,
    ids: Vec<&'m str>,
    /// The practice of the model in use whose words may stand in the cells; none if dropped.
    meant: Vec<Option<usize>>,
}

impl<'m> Practices<'m> {
    pub(super) fn new(model: &'m Model, columns: &[(String, usize)]) -> Self {
        let (mut called, mut loosely) = (HashMap::new(), HashMap::new());
        for (index, practice) in model.practices.iter().enumerate() {
            let names = practice.name.all().map(|name| (name, By::Name));
            let questions = practice.question.all().map(|words| (words, By::Question));
            for (words, by) in names.chain(questions) {
                let words = fold(words);
                enter(&mut loosely, loosened(&words).to_owned(), (index, by));
                enter(&mut called, words, (index, by));
            }
        }
        for (index, practice) in model.practices.iter().enumerate() {
            called.insert(fold(&practice.id), Some((index, By::Id)));
        }
        let prefixes = model.disciplines.iter().map(|d| fold(&d.id)).collect();
        let practices = model.practices.iter().enumerate();
        let questions = practices.flat_map(|(index, practice)| {
            let questions = practice.question.all().map(fold);
            let long = questions.filter(|words| words.chars().count() >= LONG_ENOUGH);
            long.map(move |words| (words, index))
        });
        Self {
            questions: questions.collect(),
            model,
            called,
            loosely,
            ids: Ids::of(model.practices.iter().map(|practice| practice.id.as_str())),
            mapped: columns.iter().map(|(h, p)| (fold(h), *p)).collect(),
            left_alone: Vec::new(),
            prefixes,
            heads: Vec::new(),
            slots: (0..model.practices.len()).map(|slot| vec![slot]).collect(),
            older: None,
        }
    }

    /// What the practices of an older version are called; answers go where the mapping and
    /// `merging` say.
    pub(super) fn older(model: &'m Model, mapping: &'m Mapping, merging: &Merging) -> Self {
        let ids: Vec<&str> = mapping.old_ids().collect();
        let at = |id: &str| ids.iter().position(|known| *known == id);
        let columns = mapping.columns.iter();
        let mut meant = Vec::with_capacity(ids.len());
        let mut slots = Vec::with_capacity(ids.len());
        for entry in &mapping.carried {
            for old in &entry.old {
                meant.push(entry.new.first().copied());
                slots.push(match merging.slot(old) {
                    Some(slot) => vec![slot],
                    None => entry.new.clone(),
                });
            }
        }
        let called = ids.iter().enumerate();
        let prefix = |id: &&str| fold(id.trim_end_matches(|c: char| c.is_ascii_digit()));
        Self {
            model,
            called: called
                .map(|(at, id)| (fold(id), Some((at, By::Id))))
                .collect(),
            loosely: HashMap::new(),
            ids: Ids::of(ids.iter().copied()),
            questions: Vec::new(),
            mapped: columns
                .filter_map(|(header, id)| Some((fold(header), at(id)?)))
                .collect(),
            left_alone: Vec::new(),
            prefixes: ids.iter().map(prefix).collect(),
            heads: Vec::new(),
            slots,
            older: Some(Older {
                version: &mapping.from,
                ids,
                meant,
            }),
        }
    }

    /// Takes in the headers of columns that are not to be read.
    pub(super) fn without(mut self, columns: &[String]) -> Self {
        self.left_alone = columns.iter().map(|header| fold(header)).collect();
        self
    }

    /// Whether a column with this folded header is not to be read.
    pub(super) fn is_left_alone(&self, folded: &str) -> bool {
        self.left_alone.iter().any(|header| header == folded)
    }

    /// Takes in the folded headers that say whom an answer is from.
    pub(super) fn with_heads(mut self, heads: &[(String, Word)]) -> Self {
        self.heads = heads.to_vec();
        self
    }

    /// What `assessment.toml` says that a column with this folded header holds.
    pub(super) fn head_of(&self, folded: &str) -> Option<Word> {
        let named = self.heads.iter().find(|(head, _)| head == folded);
        named.map(|(_, word)| *word)
    }

    /// Where a practice's answers go.
    pub(super) fn slots(&self, practice: usize) -> &[usize] {
        &self.slots[practice]
    }

    /// The practice of the model in use whose words may stand in a practice's cells; `None`
    /// where they are left out.
    pub(super) fn meant(&self, practice: usize) -> Option<usize> {
        match &self.older {
            None => Some(practice),
            Some(older) => older.meant[practice],
        }
    }

    /// The practice that `assessment.toml` ties to a folded header.
    pub(super) fn mapped(&self, folded: &str) -> Option<usize> {
        self.mapped.get(folded).copied()
    }

    /// The practice that folded words name, such as `pla-6`, `planer` or `pla-6 planer`.
    pub(super) fn find(&self, folded: &str) -> Option<usize> {
        self.mapped(folded)
            .or_else(|| self.exactly(folded).map(|(practice, _)| practice))
    }

    /// The practice that a cell names, if it is not blank.
    pub(super) fn in_cell(&self, cell: &[u8]) -> Option<usize> {
        (!is_blank(cell)).then(|| self.find(&fold(&text(cell))))?
    }

    /// The practice that is called so, and how; the words may stand behind its id.
    fn exactly(&self, folded: &str) -> Option<(usize, By)> {
        self.called.get(folded).copied().flatten().or_else(|| {
            let (id, name) = split(folded)?;
            let (practice, by) = self.called.get(id).copied().flatten()?;
            let (other, _) = self.called.get(name).copied().flatten()?;
            (other == practice).then_some((practice, by))
        })
    }

    /// What to write instead of folded words that look like a practice but name none.
    pub(super) fn way_out(&self, folded: &str) -> Option<String> {
        if let Some(older) = &self.older {
            return self.way_out_of_older(older, folded);
        }
        if self.model.retired.iter().any(|id| fold(id) == folded) {
            return Some("the id was retired, and retired ids are never used again".to_owned());
        }
        if let Some(id) = split(folded).and_then(|(id, _)| self.model.practice(id)) {
            let title = self.title(id);
            return Some(format!("write the id alone, or with its name: `{title}`"));
        }
        if let Some((discipline, number)) = self.as_id(folded) {
            return Some(self.way_out_of_id(discipline, number));
        }
        let near = self.near(folded)?;
        Some(format!("did you mean `{near}`?"))
    }

    fn way_out_of_older(&self, older: &Older<'_>, folded: &str) -> Option<String> {
        let version = older.version;
        let head = split(folded).map_or(folded, |(id, _)| id);
        if let Some(near) = nearest(head, older.ids.iter().copied()) {
            return Some(format!("did you mean `{near}`?"));
        }
        let is_new = self.model.practice_named(head).is_some();
        let is_new = is_new || self.model.practice_named(folded).is_some();
        (is_new || self.as_id(folded).is_some() || is_like_id(head)).then(|| {
            format!("the mapping must say what has become of every practice of version {version}")
        })
    }

    /// What to write instead of a discipline's id with a number that names no practice as it stands.
    fn way_out_of_id(&self, discipline: usize, number: &str) -> String {
        let practices = &self.model.disciplines[discipline].practices;
        let ids: Vec<&str> = practices
            .iter()
            .map(|&practice| self.model.practices[practice].id.as_str())
            .collect();
        let meant = ids.iter().find(|id| {
            let digits = id.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            id[digits..] == *number
        });
        match (meant, ids.as_slice()) {
            (Some(id), _) => format!("did you mean `{id}`?"),
            (None, [first, .., last]) => format!("the ids there are go from `{first}` to `{last}`"),
            (None, [only]) => format!("the only id there is `{only}`"),
            (None, []) => "write a practice's id, name or question".to_owned(),
        }
    }

    /// The name nearest to words that name no practice, if one is near.
    fn near(&self, words: &str) -> Option<&'m str> {
        let length = words.chars().count();
        let alike = |name: &&str| {
            let other = name.chars().count();
            length.abs_diff(other) <= other / 4
        };
        let practices = &self.model.practices;
        let ids = practices.iter().map(|practice| practice.id.as_str());
        let names = practices
            .iter()
            .flat_map(|practice| practice.name.all().chain(practice.question.all()));
        nearest(words, ids.chain(names).filter(alike))
    }

    /// The discipline and number that folded words begin with or hold, if they look like an id.
    fn as_id<'w>(&self, folded: &'w str) -> Option<(usize, &'w str)> {
        let head = split(folded).map_or(folded, |(id, _)| id);
        self.as_id_alone(head).or_else(|| {
            let within = tokens(folded).map(|place| &folded[place]);
            within
                // Without a hyphen it may be any word and number.
                .filter(|word| word.contains(['-', '_']) && !self.called.contains_key(*word))
                .find_map(|word| self.as_id_alone(word))
        })
    }

    fn as_id_alone<'w>(&self, head: &'w str) -> Option<(usize, &'w str)> {
        let found = self
            .prefixes
            .iter()
            .enumerate()
            .find_map(|(index, prefix)| {
                let number = head.strip_prefix(prefix.as_str())?;
                Some((index, number.trim_start_matches(['-', '_'])))
            });
        found.filter(|(_, number)| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    }

    /// A practice as people know it: id and name in the base language.
    pub(super) fn title(&self, practice: usize) -> String {
        if let Some(older) = &self.older {
            return format!("{} of version {}", older.ids[practice], older.version);
        }
        let practice = &self.model.practices[practice];
        let name = practice.name.get(self.model.base_language());
        format!("{} {name}", practice.id)
    }
}

/// Enters what a practice is called; what two are called names neither.
fn enter(table: &mut HashMap<String, Option<(usize, By)>>, words: String, called: (usize, By)) {
    if words.is_empty() {
        return;
    }
    table
        .entry(words)
        .and_modify(|known| *known = known.filter(|&(other, _)| other == called.0))
        .or_insert(Some(called));
}

/// Whether a word looks like a practice's id: letters, a hyphen and a number.
fn is_like_id(word: &str) -> bool {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let name = letters.trim_end_matches(['-', '_']);
    letters.len() < word.len() && name.len() < letters.len() && !name.contains(' ')
}

/// An id and the words behind it.
fn split(folded: &str) -> Option<(&str, &str)> {
    let (id, words) = folded.split_once([' ', ':'])?;
    let id = id.trim_end_matches(['.', ')', ']']).trim_start_matches('[');
    let words = words.trim_start_matches(['-', '.', ':', ')', ' ']);
    let bracketed = words
        .strip_prefix('[')
        .and_then(|words| words.strip_suffix(']'));
    Some((id, bracketed.unwrap_or(words)))
}
