//! Who answered what: the only part of the intake that grows, and with people, not with rows.

mod index;

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::RandomState;

use index::Index;

use super::responses::{Answer, STRAIGHT_LINED_FROM};

/// Where and when an answer belongs, by the indices of [`super::names::Names`]; `None` where
/// answers name none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place {
    pub wave: Option<usize>,
    pub unit: Option<usize>,
}

/// An answer in one byte: a tally's state plus one (see [`super::responses::Tallies`]), 0 for a
/// blank.
pub(super) type Code = u8;

/// What stands for a blank.
pub(super) const BLANK: Code = 0;

/// What one person said of everything.
pub(super) struct Said<'a> {
    pub place: Place,
    pub role: Option<usize>,
    /// By practice.
    pub answers: &'a mut [Code],
    /// By practice: whether the person was asked.
    pub asked: &'a mut [bool],
    /// By practice, where there are any.
    pub comments: BTreeMap<usize, Vec<String>>,
}

/// Everyone who answered, with their answers.
pub(super) struct People {
    practices: usize,
    levels: usize,
    /// Everyone, each in the group of their place and the reach of their id.
    index: Index,
    groups: Interned<(Place, Reach)>,
    /// By person: the role, and the last file they answered in.
    stands: Vec<Stand>,
    /// Person × practice.
    answers: Vec<Code>,
    /// Who answered anything in which file before their last.
    earlier: Vec<(usize, usize)>,
    /// By file, the input that it is of: a folder of files is one.
    inputs: Vec<usize>,
    /// Input × practice: whether anyone answered it there.
    asked: Vec<Vec<bool>>,
    /// Comments by person and practice; `None` where they are not kept.
    comments: Option<HashMap<usize, BTreeMap<usize, Vec<String>>>>,
}

/// Where an id means the same person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Reach {
    /// In every file.
    Files,
    /// In this one only.
    File(usize),
    /// Nowhere: there is no id.
    None,
}

#[derive(Clone, Copy)]
struct Stand {
    role: u32,
    file: u32,
}

/// What stands for no role and for no file.
const NONE: u32 = u32::MAX;

impl People {
    /// Nobody yet, on a scale of so many levels; `inputs` says which input each file is of,
    /// `comments` whether people's are to be kept.
    pub(super) fn new(practices: usize, levels: usize, inputs: Vec<usize>, comments: bool) -> Self {
        Self {
            practices,
            levels,
            index: Index::new(),
            groups: Interned::default(),
            stands: Vec::new(),
            answers: Vec::new(),
            earlier: Vec::new(),
            asked: vec![vec![false; practices]; inputs.len()],
            inputs,
            comments: comments.then(HashMap::new),
        }
    }

    /// How many answers each person may give.
    pub(super) fn slots(&self) -> usize {
        self.practices
    }

    /// What stands for an answer.
    pub(super) fn code(&self, answer: Answer) -> Code {
        let state = match answer {
            Answer::Rated(level) => level.index(),
            Answer::DontKnow => self.levels,
            Answer::NotRelevant => self.levels + 1,
        };
        // A scale has so few levels that every state has its code.
        Code::try_from(state + 1).unwrap_or(Code::MAX)
    }

    /// Someone of whom nothing more is known.
    pub(super) fn anonymous(&mut self, place: Place) -> usize {
        let group = self.groups.number((place, Reach::None));
        let person = self.index.add(group);
        self.settle_in(person)
    }

    /// The respondent with this id; `file` is given where ids count per file.
    pub(super) fn respondent(&mut self, place: Place, file: Option<usize>, id: &[u8]) -> usize {
        let reach = file.map_or(Reach::Files, Reach::File);
        let group = self.groups.number((place, reach));
        match self.index.find_or_add(group, id) {
            (person, true) => self.settle_in(person),
            (person, false) => person,
        }
    }

    fn settle_in(&mut self, person: usize) -> usize {
        self.stands.push(Stand {
            role: NONE,
            file: NONE,
        });
        self.answers
            .resize(self.answers.len() + self.practices, BLANK);
        person
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

    /// Notes that a person answered or remarked anything in a file. Files come one after the
    /// other.
    pub(super) fn appear(&mut self, person: usize, file: usize) {
        let known = &mut self.stands[person].file;
        if *known != file as u32 {
            if *known != NONE {
                self.earlier.push((person, *known as usize));
            }
            *known = file as u32;
        }
    }

    /// Gives a person a role; whether that differs from an earlier one.
    pub(super) fn role(&mut self, person: usize, role: Option<usize>) -> bool {
        let known = &mut self.stands[person].role;
        let Some(role) = role.map(|role| role as u32) else {
            return false;
        };
        let differs = *known != NONE && *known != role;
        *known = role;
        differs
    }

    /// Notes an answer; whether the person had answered before. Then what they commented on
    /// that answer goes with it.
    pub(super) fn answer(
        &mut self,
        person: usize,
        practice: usize,
        answer: Code,
        file: usize,
    ) -> bool {
        self.asked[self.inputs[file]][practice] = true;
        let cell = &mut self.answers[person * self.practices + practice];
        let again = std::mem::replace(cell, answer) != BLANK;
        if again && let Some(theirs) = self.comments.as_mut().and_then(|c| c.get_mut(&person)) {
            theirs.remove(&practice);
        }
        again
    }

    /// As [`People::answer`], of all practices at once, those that are not [`BLANK`]; how many
    /// the person had answered before.
    pub(super) fn answer_all(&mut self, person: usize, answers: &[Code], file: usize) -> u64 {
        let start = person * self.practices;
        let before = &mut self.answers[start..start + self.practices];
        let mut again = 0;
        for (before, now) in before.iter().zip(answers) {
            again += u64::from(*before != BLANK && *now != BLANK);
        }
        if again > 0 && self.comments.is_some() {
            for (practice, &answer) in answers.iter().enumerate() {
                if answer != BLANK {
                    self.answer(person, practice, answer, file);
                }
            }
            return again;
        }
        let asked = &mut self.asked[self.inputs[file]];
        for ((before, asked), &now) in before.iter_mut().zip(asked).zip(answers) {
            *before = if now == BLANK { *before } else { now };
            *asked |= now != BLANK;
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

    /// Everyone's place and id, where the id does not count per file.
    pub(super) fn lasting_ids(&self) -> impl Iterator<Item = (Place, &[u8])> {
        (0..self.index.len()).filter_map(|person| {
            let (place, reach) = *self.groups.of(self.index.group(person));
            let is_lasting = reach == Reach::Files && self.stands[person].file != NONE;
            is_lasting.then(|| (place, self.index.id(person)))
        })
    }

    /// How many people answered or remarked anything in a file.
    pub(super) fn of_file(&self, file: usize) -> u64 {
        let last = self.stands.iter().filter(|it| it.file == file as u32);
        let before = self.earlier.iter().filter(|(_, earlier)| *earlier == file);
        (last.count() + before.count()) as u64
    }

    /// Every person with what they said.
    pub(super) fn each(mut self, mut visit: impl FnMut(Said<'_>)) {
        self.earlier.sort_unstable();
        let mut earlier = self.earlier.as_slice();
        let mut asked = vec![false; self.practices];
        let mut asked_in = None;
        for (person, answers) in self.answers.chunks_exact_mut(self.practices).enumerate() {
            let stand = self.stands[person];
            if stand.file == NONE {
                continue;
            }
            let more = earlier.iter().take_while(|(one, _)| *one == person).count();
            let (files, rest) = earlier.split_at(more);
            earlier = rest;
            if asked_in != Some(stand.file) || more > 0 {
                asked.fill(false);
                let files = files.iter().map(|(_, file)| *file);
                for file in files.chain([stand.file as usize]) {
                    for (any, here) in asked.iter_mut().zip(&self.asked[self.inputs[file]]) {
                        *any |= here;
                    }
                }
            }
            let comments = self.comments.as_mut();
            visit(Said {
                place: self.groups.of(self.index.group(person)).0,
                role: (stand.role != NONE).then_some(stand.role as usize),
                answers,
                asked: &mut asked,
                comments: comments
                    .and_then(|comments| comments.remove(&person))
                    .unwrap_or_default(),
            });
            asked_in = (more == 0).then_some(stand.file);
        }
    }

    /// Where anyone answered.
    pub(super) fn places(&self) -> impl Iterator<Item = Place> {
        self.groups.list.iter().map(|(place, _)| *place)
    }
}

/// Values by small numbers.
struct Interned<T> {
    list: Vec<T>,
    numbers: HashMap<T, u32, RandomState>,
    last: Option<(T, u32)>,
}

impl<T> Default for Interned<T> {
    fn default() -> Self {
        Self {
            list: Vec::new(),
            numbers: HashMap::default(),
            last: None,
        }
    }
}

impl<T: Copy + Eq + std::hash::Hash> Interned<T> {
    /// The number of a value, which is given one if it has none.
    fn number(&mut self, value: T) -> u32 {
        match self.last {
            Some((last, number)) if last == value => number,
            _ => {
                let next = self.list.len() as u32;
                let number = *self.numbers.entry(value).or_insert(next);
                if number == next {
                    self.list.push(value);
                }
                self.last = Some((value, number));
                number
            }
        }
    }

    fn of(&self, number: u32) -> &T {
        &self.list[number as usize]
    }
}

/// Whether all of many practices were rated alike, on a scale of so many levels.
pub(super) fn is_straight_lined(answers: &[Code], levels: usize) -> bool {
    let is_level = |code: &&Code| (1..=levels).contains(&usize::from(**code));
    let mut rated = answers.iter().filter(is_level);
    let Some(first) = rated.next() else {
        return false;
    };
    let mut times = 1;
    let is_alike = rated.inspect(|_| times += 1).all(|level| level == first);
    is_alike && times >= STRAIGHT_LINED_FROM
}
