//! Who answered what: the only part of the intake that grows, and with people, not with rows.

mod answers;
mod index;
mod part;

use std::collections::{BTreeMap, HashMap};
use std::thread;

use foldhash::fast::RandomState;

pub(super) use index::{AT_ONCE, IdHasher};
pub(super) use part::{NO_ROLE, PARTS, Part, part_of};

use crate::parallel::processors;

use super::responses::{Answer, STRAIGHT_LINED_FROM, WaveResponses};
use super::tally::UNRATED;

/// Where and when an answer belongs, by the indices of [`super::names::Names`]; `None` where
/// answers name none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place {
    pub wave: Option<usize>,
    pub unit: Option<usize>,
}

/// An answer in one byte: a tally's state plus one (see [`super::tally::Tallies`]), 0 for a
/// blank.
pub(super) type Code = u8;

/// What stands for a blank.
pub(super) const BLANK: Code = 0;

/// A person among all, by the part that holds them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Person {
    part: usize,
    number: usize,
}

/// So many people are summed up by several threads.
const MANY: usize = 50_000;

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
    /// Places, and how far ids reach there.
    pub groups: Interned<(Place, Reach)>,
    /// By file, the input that it is of: a folder of files is one.
    inputs: Vec<usize>,
    /// Input × practice: whether anyone answered it there.
    asked: Vec<Vec<bool>>,
    /// Everyone, each in the part that their id is of.
    pub parts: Vec<Part>,
    pub hasher: IdHasher,
    measure: Measure,
    keeps_comments: bool,
    anonymous: usize,
}

/// How many answers each person may give, on a scale of so many levels.
#[derive(Clone, Copy)]
struct Measure {
    practices: usize,
    levels: usize,
}

/// Where an id means the same person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Reach {
    /// In every file.
    Files,
    /// In this one only.
    File(usize),
    /// Nowhere: there is no id.
    None,
}

impl People {
    /// Nobody yet, on a scale of so many levels; `inputs` says which input each file is of,
    /// `comments` whether people's are to be kept.
    pub(super) fn new(practices: usize, levels: usize, inputs: Vec<usize>, comments: bool) -> Self {
        let mut people = Self {
            groups: Interned::default(),
            asked: vec![vec![false; practices]; inputs.len()],
            inputs,
            parts: Vec::new(),
            hasher: IdHasher::default(),
            measure: Measure { practices, levels },
            keeps_comments: comments,
            anonymous: 0,
        };
        people.parts = people.empty_parts();
        people
    }

    /// Parts with nobody in them.
    pub(super) fn empty_parts(&self) -> Vec<Part> {
        let most = self.levels() + UNRATED;
        let part = || Part::new(self.slots(), most, self.hasher.clone(), self.keeps_comments);
        std::iter::repeat_with(part).take(PARTS).collect()
    }

    /// How many answers each person may give.
    pub(super) fn slots(&self) -> usize {
        self.measure.practices
    }

    /// How many levels the scale has.
    pub(super) fn levels(&self) -> usize {
        self.measure.levels
    }

    /// What stands for an answer.
    pub(super) fn code(&self, answer: Answer) -> Code {
        code(answer, self.measure.levels)
    }

    /// Someone of whom nothing more is known.
    pub(super) fn anonymous(&mut self, place: Place) -> Person {
        let group = self.groups.number((place, Reach::None));
        let part = self.anonymous % PARTS;
        self.anonymous += 1;
        Person {
            part,
            number: self.parts[part].anonymous(group),
        }
    }

    /// The respondent with this id; `file` is given where ids count per file.
    pub(super) fn respondent(&mut self, place: Place, file: Option<usize>, id: &[u8]) -> Person {
        let reach = file.map_or(Reach::Files, Reach::File);
        let group = self.groups.number((place, reach));
        let hash = self.hasher.of(id);
        let part = part_of(hash);
        Person {
            part,
            number: self.parts[part].respondent((hash, group), id, 0),
        }
    }

    /// Lets a file stand alone: what it asked is told by its own rows, not by what was answered in
    /// it or in its folder.
    pub(super) fn stand_alone(&mut self, file: usize) {
        self.inputs[file] = self.asked.len();
        self.asked.push(vec![false; self.measure.practices]);
    }

    /// Notes that a practice was asked in a file.
    pub(super) fn ask(&mut self, practice: usize, file: usize) {
        self.asked[self.inputs[file]][practice] = true;
    }

    /// Notes that practices were asked in a file.
    pub(super) fn ask_all(&mut self, practices: &[bool], file: usize) {
        let known = &mut self.asked[self.inputs[file]];
        for (known, asked) in known.iter_mut().zip(practices) {
            *known |= asked;
        }
    }

    /// Notes that a person answered or remarked anything in a file. Files come one after the
    /// other.
    pub(super) fn appear(&mut self, person: Person, file: usize) {
        self.parts[person.part].appear(person.number, file as u32);
    }

    /// Gives a person a role; whether that differs from an earlier one.
    pub(super) fn role(&mut self, person: Person, role: Option<usize>) -> bool {
        self.parts[person.part].role(person.number, role.map(|role| role as u32))
    }

    /// Notes an answer; whether the person had answered before. Then what they commented on
    /// that answer goes with it.
    pub(super) fn answer(
        &mut self,
        person: Person,
        practice: usize,
        answer: Code,
        file: usize,
    ) -> bool {
        self.ask(practice, file);
        self.parts[person.part].answer(person.number, practice, answer)
    }

    /// Whether comments are kept.
    pub(super) fn keeps_comments(&self) -> bool {
        self.keeps_comments
    }

    /// Notes what a person wrote about a practice, in place of what they wrote before.
    pub(super) fn comment(&mut self, person: Person, practice: usize, written: Vec<String>) {
        self.parts[person.part].comment(person.number, practice, written);
    }

    /// Everyone's place and id, where the id does not count per file.
    pub(super) fn lasting_ids(&self) -> impl Iterator<Item = (Place, &[u8])> {
        let everyone = self.parts.iter().flat_map(Part::everyone);
        everyone.filter_map(|(group, id)| {
            let (place, reach) = *self.groups.of(group);
            (reach == Reach::Files).then_some((place, id))
        })
    }

    /// How many people answered or remarked anything in a file.
    pub(super) fn of_file(&self, file: usize) -> u64 {
        self.parts
            .iter()
            .map(|part| part.of_file(file as u32))
            .sum()
    }

    /// What every person said, summed up by `add`, from nothing on; on all cores where there are
    /// many people.
    pub(super) fn sum(
        mut self,
        nothing: impl Fn() -> Vec<WaveResponses> + Sync,
        add: impl Fn(&mut [WaveResponses], Said<'_>) + Sync,
    ) -> Vec<WaveResponses> {
        let mut parts = std::mem::take(&mut self.parts);
        let people: usize = parts.iter().map(Part::len).sum();
        let threads = match people >= MANY {
            true => processors(),
            false => 1,
        };
        let share = PARTS.div_ceil(threads.clamp(1, PARTS));
        let of = |parts: Vec<Part>| {
            let mut sums = nothing();
            parts
                .into_iter()
                .for_each(|part| part.each(&self, &mut |said| add(&mut sums, said)));
            sums
        };
        thread::scope(|scope| {
            let others = parts.split_off(share);
            let mut others = others.into_iter().peekable();
            let mut threads = Vec::new();
            while others.peek().is_some() {
                let share: Vec<Part> = others.by_ref().take(share).collect();
                threads.push(scope.spawn(|| of(share)));
            }
            let mut sums = of(parts);
            for thread in threads {
                match thread.join() {
                    Ok(more) => sums
                        .iter_mut()
                        .zip(more)
                        .for_each(|(sum, more)| sum.add(more)),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            sums
        })
    }

    /// What was asked in files, added to what is there.
    fn asked_in(&self, file: u32, asked: &mut [bool]) {
        let here = &self.asked[self.inputs[file as usize]];
        for (any, here) in asked.iter_mut().zip(here) {
            *any |= here;
        }
    }

    /// Where anyone answered.
    pub(super) fn places(&self) -> impl Iterator<Item = Place> {
        self.groups.list.iter().map(|(place, _)| *place)
    }
}

/// What stands for an answer on a scale of so many levels.
pub(super) fn code(answer: Answer, levels: usize) -> Code {
    let state = match answer {
        Answer::Rated(level) => level.index(),
        Answer::DontKnow => levels,
        Answer::NotRelevant => levels + 1,
    };
    // A scale has so few levels that every state has its code.
    Code::try_from(state + 1).unwrap_or(Code::MAX)
}

/// Values by small numbers.
pub(super) struct Interned<T> {
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
    pub(super) fn number(&mut self, value: T) -> u32 {
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
    let levels = Code::try_from(levels).unwrap_or(Code::MAX);
    // To the end, as that takes less time than it does to find out where to stop.
    let (mut least, mut most, mut times) = (Code::MAX, BLANK, 0);
    // So few at once that a byte counts them.
    for answers in answers.chunks(usize::from(u8::MAX)) {
        let mut rated = 0_u8;
        for &code in answers {
            let is_rated = code != BLANK && code <= levels;
            least = least.min(if is_rated { code } else { Code::MAX });
            most = most.max(if is_rated { code } else { BLANK });
            rated += u8::from(is_rated);
        }
        times += usize::from(rated);
    }
    least == most && times >= STRAIGHT_LINED_FROM
}
