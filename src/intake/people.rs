//! Who answered what: the only part of the intake that grows, and with people, not with rows.

use std::collections::{BTreeMap, HashMap};

use super::responses::{Answer, STRAIGHT_LINED_FROM};

/// Where and when an answer belongs, by the indices of [`super::names::Names`]; `None` where
/// answers name none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place {
    pub wave: Option<usize>,
    pub unit: Option<usize>,
}

/// Someone who answered.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    pub place: Place,
    pub role: Option<usize>,
    last_file: Option<usize>,
}

/// What one person said of everything.
pub(super) struct Said<'a> {
    pub person: Person,
    /// By practice; `None` is a blank.
    pub answers: &'a mut [Option<Answer>],
    /// By practice: whether the person was asked.
    pub asked: &'a mut [bool],
    /// By practice, where there are any.
    pub comments: BTreeMap<usize, Vec<String>>,
}

/// Everyone who answered, with their answers.
pub(super) struct People {
    practices: usize,
    persons: Vec<Person>,
    /// Person × practice; `None` is a blank.
    answers: Vec<Option<Answer>>,
    /// Persons by wave, unit, file (where ids count per file) and id.
    known: HashMap<Box<[u8]>, usize>,
    key: Vec<u8>,
    last: Option<(Vec<u8>, usize)>,
    /// Which person answered anything in which file.
    appearances: Vec<(usize, usize)>,
    /// By file, the input that it is of: a folder of files is one.
    inputs: Vec<usize>,
    /// Input × practice: whether anyone answered it there.
    asked: Vec<Vec<bool>>,
    /// Comments by person and practice; `None` where they are not kept.
    comments: Option<HashMap<usize, BTreeMap<usize, Vec<String>>>>,
}

impl People {
    /// Nobody yet; `inputs` says which input each file is of, `comments` whether people's are to be
    /// kept.
    pub(super) fn new(practices: usize, inputs: Vec<usize>, comments: bool) -> Self {
        Self {
            practices,
            persons: Vec::new(),
            answers: Vec::new(),
            known: HashMap::new(),
            key: Vec::new(),
            last: None,
            appearances: Vec::new(),
            asked: vec![vec![false; practices]; inputs.len()],
            inputs,
            comments: comments.then(HashMap::new),
        }
    }

    /// Someone of whom nothing more is known.
    pub(super) fn anonymous(&mut self, place: Place) -> usize {
        self.persons.push(Person {
            place,
            role: None,
            last_file: None,
        });
        self.answers
            .resize(self.answers.len() + self.practices, None);
        self.persons.len() - 1
    }

    /// The respondent with this id; `file` is given where ids count per file.
    pub(super) fn respondent(&mut self, place: Place, file: Option<usize>, id: &str) -> usize {
        let mut key = std::mem::take(&mut self.key);
        key.clear();
        for part in [place.wave, place.unit, file] {
            key.extend(part.map_or(u64::MAX, |part| part as u64).to_le_bytes());
        }
        key.extend(id.as_bytes());
        let person = match &self.last {
            Some((last, person)) if *last == key => *person,
            _ => self.find(place, &key),
        };
        match &mut self.last {
            Some((last, known)) => {
                last.clone_from(&key);
                *known = person;
            }
            None => self.last = Some((key.clone(), person)),
        }
        self.key = key;
        person
    }

    fn find(&mut self, place: Place, key: &[u8]) -> usize {
        match self.known.get(key) {
            Some(&person) => person,
            None => {
                let person = self.anonymous(place);
                self.known.insert(key.into(), person);
                person
            }
        }
    }

    /// Lets a file stand alone: what it asked is told by its own rows, not by what was answered in
    /// it or in its folder.
    pub(super) fn stand_alone(&mut self, file: usize) {
        self.inputs[file] = self.asked.len();
        self.asked.push(vec![false; self.practices]);
    }

    /// Notes that a practice was asked in a file.
    pub(super) fn ask(&mut self, practice: usize, file: usize) {
        self.asked[self.inputs[file]][practice] = true;
    }

    /// Notes that a person answered or remarked anything in a file.
    pub(super) fn appear(&mut self, person: usize, file: usize) {
        let known = &mut self.persons[person].last_file;
        if *known != Some(file) {
            *known = Some(file);
            self.appearances.push((person, file));
        }
    }

    /// Gives a person a role; whether that differs from an earlier one.
    pub(super) fn role(&mut self, person: usize, role: Option<usize>) -> bool {
        let known = &mut self.persons[person].role;
        let differs = role.is_some() && known.is_some() && *known != role;
        *known = role.or(*known);
        differs
    }

    /// Notes an answer; whether the person had answered before. Then what they commented on
    /// that answer goes with it.
    pub(super) fn answer(
        &mut self,
        person: usize,
        practice: usize,
        answer: Answer,
        file: usize,
    ) -> bool {
        self.asked[self.inputs[file]][practice] = true;
        let cell = &mut self.answers[person * self.practices + practice];
        let again = cell.replace(answer).is_some();
        if again && let Some(theirs) = self.comments.as_mut().and_then(|c| c.get_mut(&person)) {
            theirs.remove(&practice);
        }
        again
    }

    /// Whether comments are kept.
    pub(super) fn keeps_comments(&self) -> bool {
        self.comments.is_some()
    }

    /// Notes what a person wrote about a practice, in place of what they wrote before.
    pub(super) fn comment(&mut self, person: usize, practice: usize, written: Vec<String>) {
        if let Some(comments) = &mut self.comments {
            comments
                .entry(person)
                .or_default()
                .insert(practice, written);
        }
    }

    /// How many bytes of a lasting id stand before the id itself.
    pub(super) const BEFORE_ID: usize = 2 * size_of::<u64>();

    /// Everyone's unit and id as one key, by wave, where the id does not count per file.
    pub(super) fn lasting_ids(&self) -> impl Iterator<Item = (Option<usize>, &[u8])> {
        const PART: usize = size_of::<u64>();
        let anywhere = u64::MAX.to_le_bytes();
        self.known.iter().filter_map(move |(key, &person)| {
            let appears = self.persons[person].last_file.is_some();
            let lasting = key[2 * PART..3 * PART] == anywhere;
            // The file's part is the same for all, so that the id may follow the unit.
            (appears && lasting).then(|| (self.persons[person].place.wave, &key[PART..]))
        })
    }

    /// How many people answered or remarked anything in a file.
    pub(super) fn of_file(&self, file: usize) -> u64 {
        let here = self.appearances.iter().filter(|(_, f)| *f == file);
        here.count() as u64
    }

    /// Every person with what they said.
    pub(super) fn each(mut self, mut visit: impl FnMut(Said<'_>)) {
        self.appearances.sort_unstable();
        let mut asked = vec![false; self.practices];
        for files in self.appearances.chunk_by(|a, b| a.0 == b.0) {
            asked.fill(false);
            for &(_, file) in files {
                for (any, here) in asked.iter_mut().zip(&self.asked[self.inputs[file]]) {
                    *any |= here;
                }
            }
            let person = files[0].0;
            let start = person * self.practices;
            let comments = self.comments.as_mut();
            visit(Said {
                person: self.persons[person],
                answers: &mut self.answers[start..start + self.practices],
                asked: &mut asked,
                comments: comments
                    .and_then(|comments| comments.remove(&person))
                    .unwrap_or_default(),
            });
        }
    }

    /// Where anyone answered.
    pub(super) fn places(&self) -> impl Iterator<Item = Place> {
        self.persons.iter().map(|person| person.place)
    }
}

/// Whether all of many practices were rated alike.
pub(super) fn is_straight_lined(answers: &[Option<Answer>]) -> bool {
    let mut levels = answers.iter().filter_map(|answer| match answer {
        Some(Answer::Rated(level)) => Some(level),
        _ => None,
    });
    let Some(first) = levels.next() else {
        return false;
    };
    let mut rated = 1;
    let alike = levels.inspect(|_| rated += 1).all(|level| level == first);
    alike && rated >= STRAIGHT_LINED_FROM
}
