//! A part of all people: those whose ids are alike in a few bits of their hash. Each part can be
//! added to without regard to the others.

use std::collections::{BTreeMap, HashMap};

use super::answers::Answers;
use super::index::{IdHasher, Index};
use super::{AT_ONCE, BLANK, Code, People, Said};

/// In so many parts all people are.
pub(in crate::intake) const PARTS: usize = 16;

/// The part that an id is in, by its hash.
pub(in crate::intake) fn part_of(hash: u64) -> usize {
    (hash >> (u64::BITS - PARTS.ilog2())) as usize
}

/// What stands for no role.
pub(in crate::intake) const NO_ROLE: u32 = u32::MAX;

/// What stands for no file.
const NO_FILE: u32 = u32::MAX;

/// The people of a part, with their answers.
pub(in crate::intake) struct Part {
    /// Everyone, with the role, and the last file they answered in.
    index: Index<Stand>,
    answers: Answers,
    /// Who answered anything in which file before their last.
    earlier: Vec<(usize, u32)>,
    /// Comments by person and practice; `None` where they are not kept.
    comments: Option<HashMap<usize, BTreeMap<usize, Vec<String>>>>,
}

#[derive(Clone, Copy)]
struct Stand {
    role: u32,
    file: u32,
}

impl Stand {
    const NEW: Self = Self {
        role: NO_ROLE,
        file: NO_FILE,
    };
}

impl Part {
    /// Nobody yet, whose answers to so many practices have codes up to `most`.
    pub(super) fn new(practices: usize, most: usize, hasher: IdHasher, comments: bool) -> Self {
        Self {
            index: Index::new(hasher),
            answers: Answers::new(practices, most),
            earlier: Vec::new(),
            comments: comments.then(HashMap::new),
        }
    }

    /// How many people there are.
    pub(super) fn len(&self) -> usize {
        self.index.len()
    }

    /// Someone without an id.
    pub(in crate::intake) fn anonymous(&mut self, group: u32) -> usize {
        let person = self.index.add(group, Stand::NEW);
        self.settle_in(person)
    }

    /// The respondent with this id, whose hash and group are given; `likely` is who [`Part::near`]
    /// said it is, if that was asked.
    #[inline]
    pub(in crate::intake) fn respondent(
        &mut self,
        key: (u64, u32),
        id: &[u8],
        likely: usize,
    ) -> usize {
        match self.index.find_or_add(key, id, likely, Stand::NEW) {
            (person, true) => self.settle_in(person),
            (person, false) => person,
        }
    }

    /// Who respondents most likely are, by the hashes of their ids and their groups. What is known
    /// of them is brought near.
    #[inline]
    pub(in crate::intake) fn near(&self, ids: &[(u64, u32)]) -> [usize; AT_ONCE] {
        self.index.near(ids, |person| self.answers.touch(person))
    }

    fn settle_in(&mut self, person: usize) -> usize {
        self.answers.add();
        person
    }

    /// As [`People::appear`].
    #[inline]
    pub(in crate::intake) fn appear(&mut self, person: usize, file: u32) {
        let known = &mut self.index.more_mut(person).file;
        if *known != file {
            if *known != NO_FILE {
                self.earlier.push((person, *known));
            }
            *known = file;
        }
    }

    /// As [`People::role`].
    #[inline]
    pub(in crate::intake) fn role(&mut self, person: usize, role: Option<u32>) -> bool {
        let known = &mut self.index.more_mut(person).role;
        let Some(role) = role else {
            return false;
        };
        let differs = *known != NO_ROLE && *known != role;
        *known = role;
        differs
    }

    /// As [`People::answer`], but for what was asked.
    #[inline]
    pub(in crate::intake) fn answer(
        &mut self,
        person: usize,
        practice: usize,
        answer: Code,
    ) -> bool {
        let again = self.answers.replace(person, practice, answer) != BLANK;
        if again && let Some(theirs) = self.comments.as_mut().and_then(|c| c.get_mut(&person)) {
            theirs.remove(&practice);
        }
        again
    }

    /// Notes answers to practices; `again` is told the place of each that the person had answered
    /// before.
    #[inline]
    pub(in crate::intake) fn answer_each(
        &mut self,
        person: usize,
        answers: impl Iterator<Item = (usize, Code)> + Clone,
        mut again: impl FnMut(usize),
    ) {
        let theirs = self.comments.as_mut();
        match theirs.and_then(|comments| comments.get_mut(&person)) {
            None => self.answers.replace_each(person, answers, again),
            Some(theirs) => {
                let practices = answers.clone();
                self.answers.replace_each(person, answers, |place| {
                    let practice = practices.clone().nth(place);
                    practice.map(|(practice, _)| theirs.remove(&practice));
                    again(place);
                });
            }
        }
    }

    /// Notes answers to all practices at once, those that are not [`BLANK`]; how many the person
    /// had answered before.
    pub(in crate::intake) fn answer_all(&mut self, person: usize, answers: &[Code]) -> u64 {
        if self.answers.begin(person, answers) {
            return 0;
        }
        let given = answers.iter().enumerate();
        let given = given.filter(|(_, answer)| **answer != BLANK);
        given
            .map(|(practice, &answer)| u64::from(self.answer(person, practice, answer)))
            .sum()
    }

    /// As [`People::comment`].
    pub(super) fn comment(&mut self, person: usize, practice: usize, written: Vec<String>) {
        if let Some(comments) = &mut self.comments {
            comments
                .entry(person)
                .or_default()
                .insert(practice, written);
        }
    }

    /// The group and id of everyone who answered.
    pub(super) fn everyone(&self) -> impl Iterator<Item = (u32, &[u8])> {
        (0..self.index.len()).filter_map(|person| {
            let answered = self.index.more(person).file != NO_FILE;
            answered.then(|| (self.index.group(person), self.index.id(person)))
        })
    }

    /// As [`People::of_file`].
    pub(super) fn of_file(&self, file: u32) -> u64 {
        let people = 0..self.index.len();
        let last = people.filter(|&person| self.index.more(person).file == file);
        let before = self.earlier.iter().filter(|(_, earlier)| *earlier == file);
        (last.count() + before.count()) as u64
    }

    /// Every person with what they said.
    pub(super) fn each(mut self, people: &People, visit: &mut impl FnMut(Said<'_>)) {
        self.earlier.sort_unstable();
        let mut earlier = self.earlier.as_slice();
        let mut asked = vec![false; self.answers.practices()];
        let mut answers = vec![BLANK; self.answers.practices()];
        let mut asked_in = None;
        for person in 0..self.index.len() {
            let stand = *self.index.more(person);
            if stand.file == NO_FILE {
                continue;
            }
            let more = earlier.iter().take_while(|(one, _)| *one == person).count();
            let (files, rest) = earlier.split_at(more);
            earlier = rest;
            if asked_in != Some(stand.file) || more > 0 {
                asked.fill(false);
                for (_, file) in files {
                    people.asked_in(*file, &mut asked);
                }
                people.asked_in(stand.file, &mut asked);
            }
            let comments = self.comments.as_mut();
            self.answers.of(person, &mut answers);
            visit(Said {
                place: people.groups.of(self.index.group(person)).0,
                role: (stand.role != NO_ROLE).then_some(stand.role as usize),
                answers: &mut answers,
                asked: &mut asked,
                comments: comments
                    .and_then(|comments| comments.remove(&person))
                    .unwrap_or_default(),
            });
            asked_in = (more == 0).then_some(stand.file);
        }
    }
}
