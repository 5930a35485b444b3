//! What the rows of a piece say, in few pieces of memory that are used again.

use csv::ByteRecord;

use crate::intake::happened::Happened;
use crate::intake::people::{AT_ONCE, BLANK, Code, IdHasher, PARTS, Part, part_of};

use super::whose::{Standing, Whose};

/// What the rows of a piece say.
pub(super) struct Said {
    hasher: IdHasher,
    /// How many practices there are.
    slots: usize,
    /// How many rows there are.
    pub rows: u32,
    /// How many of them were read quickly.
    pub quick: u32,
    runs: Vec<Run>,
    /// Ids, one behind the other.
    ids: Vec<u8>,
    /// Answers that rows give one by one.
    single: Vec<Single>,
    /// Answers to all practices by run, where a row gives them.
    whole: Vec<Code>,
    /// By practice: whether anyone answered it.
    pub asked: Vec<bool>,
    /// Rows that have to be looked at, in their order.
    pub odd: Vec<Odd>,
    /// Runs by the part that their people are in: their numbers, and where each part's end.
    by_part: Vec<u32>,
    ends: [u32; PARTS],
}

/// Rows of one person that follow each other.
struct Run {
    /// The hash of the id, or for people without one whatever parts them evenly.
    hash: u64,
    /// Where the id ends in the piece's ids; it begins where the one before ends.
    id_end: u32,
    is_named: bool,
    /// See [`Whose`].
    whose: u32,
    /// Where its single answers begin.
    single: u32,
    /// The first row, from 1.
    row: u32,
}

#[derive(Clone, Copy)]
struct Single {
    row: u32,
    slot: u16,
    answer: Code,
}

/// A row that has to be looked at.
pub(super) struct Odd {
    pub record: ByteRecord,
    /// Its number, from 1.
    pub row: u32,
    /// How many runs come before it.
    runs: usize,
}

/// What happened in a part of all people that is worth a word.
#[derive(Default)]
pub(super) struct Notes {
    pub again: Happened,
    pub two_roles: Happened,
}

impl Said {
    pub(super) fn new(slots: usize, hasher: IdHasher) -> Self {
        Self {
            hasher,
            slots,
            rows: 0,
            quick: 0,
            runs: Vec::new(),
            ids: Vec::new(),
            single: Vec::new(),
            whole: Vec::new(),
            asked: vec![false; slots],
            odd: Vec::new(),
            by_part: Vec::new(),
            ends: [0; PARTS],
        }
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        (self.rows, self.quick) = (0, 0);
        self.runs.clear();
        self.ids.clear();
        self.single.clear();
        self.whole.clear();
        self.asked.fill(false);
        self.odd.clear();
    }

    /// Begins a run of rows of one person, who has an id or none.
    #[inline]
    pub(super) fn begin(&mut self, whose: u32, id: Option<&[u8]>) {
        let row = self.rows + 1;
        let hash = match id {
            Some(id) => {
                self.ids.extend_from_slice(id);
                self.hasher.of(id)
            }
            None => u64::from(row) << (u64::BITS - PARTS.ilog2()),
        };
        self.runs.push(Run {
            hash,
            id_end: self.ids.len() as u32,
            is_named: id.is_some(),
            whose,
            single: self.single.len() as u32,
            row,
        });
    }

    /// Adds an answer to the run.
    #[inline]
    pub(super) fn answer(&mut self, slot: u16, answer: Code) {
        self.asked[usize::from(slot)] = true;
        self.single.push(Single {
            row: self.rows + 1,
            slot,
            answer,
        });
    }

    /// Adds answers to all practices to the run, of which there is one a row.
    #[inline]
    pub(super) fn answer_all(&mut self, answers: &[Code]) {
        self.whole.extend_from_slice(answers);
        for (asked, answer) in self.asked.iter_mut().zip(answers) {
            *asked |= *answer != BLANK;
        }
    }

    /// Adds a row that has to be looked at; `rows` is how many it ends, itself included.
    pub(super) fn look_at(&mut self, record: ByteRecord, rows: u32) {
        self.rows += rows;
        self.odd.push(Odd {
            record,
            row: self.rows,
            runs: self.runs.len(),
        });
    }

    /// Sorts runs by the part that their people are in.
    pub(super) fn sort(&mut self) {
        let mut ends = [0; PARTS];
        for run in &self.runs {
            ends[part_of(run.hash)] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += std::mem::replace(end, sum);
        }
        self.by_part.resize(self.runs.len(), 0);
        for (number, run) in self.runs.iter().enumerate() {
            let at = &mut ends[part_of(run.hash)];
            self.by_part[*at as usize] = number as u32;
            *at += 1;
        }
        self.ends = ends;
    }

    /// Hands on to a part what its people say; `before` is how many rows come before the piece.
    pub(super) fn tell(
        &self,
        part: usize,
        noted: (&mut Part, &mut Notes),
        whose: &Whose,
        file: u32,
        before: u64,
    ) {
        let (people, notes) = noted;
        let start = part.checked_sub(1).map_or(0, |before| self.ends[before]);
        let numbers = &self.by_part[start as usize..self.ends[part] as usize];
        let mut ids = [(0, 0); AT_ONCE];
        for numbers in numbers.chunks(AT_ONCE) {
            for (id, number) in ids.iter_mut().zip(numbers) {
                let run = &self.runs[*number as usize];
                if let Standing::Known { named, .. } = whose.standing(run.whose) {
                    *id = (run.hash, named);
                }
            }
            let likely = people.near(&ids[..numbers.len()]);
            for (&number, likely) in numbers.iter().zip(likely) {
                self.tell_run(
                    (number as usize, likely),
                    people,
                    notes,
                    whose,
                    file,
                    before,
                );
            }
        }
    }

    /// Hands on what all runs from `from` on say that come before a row that has to be looked at,
    /// or all the rest; returns how many that makes.
    pub(super) fn tell_until(
        &self,
        odd: Option<&Odd>,
        from: usize,
        (parts, notes): (&mut [Part], &mut [Notes]),
        whose: &Whose,
        file: u32,
        before: u64,
    ) -> usize {
        let until = odd.map_or(self.runs.len(), |odd| odd.runs);
        for number in from..until {
            let part = part_of(self.runs[number].hash);
            self.tell_run(
                (number, 0),
                &mut parts[part],
                &mut notes[part],
                whose,
                file,
                before,
            );
        }
        until
    }

    #[inline]
    fn tell_run(
        &self,
        (number, likely): (usize, usize),
        part: &mut Part,
        notes: &mut Notes,
        whose: &Whose,
        file: u32,
        before: u64,
    ) {
        let run = &self.runs[number];
        let Standing::Known {
            named,
            anonymous,
            role,
        } = whose.standing(run.whose)
        else {
            return;
        };
        let person = match run.is_named {
            true => part.respondent((run.hash, named), self.id(number), likely),
            false => part.anonymous(anonymous),
        };
        part.appear(person, file);
        let row = before + u64::from(run.row);
        if part.role(person, role) {
            notes.two_roles.at(row);
        }
        if !self.whole.is_empty() {
            let answers = &self.whole[number * self.slots..][..self.slots];
            for _ in 0..part.answer_all(person, answers) {
                notes.again.at(row);
            }
        }
        let end = self.runs.get(number + 1).map(|next| next.single as usize);
        let single = &self.single[run.single as usize..end.unwrap_or(self.single.len())];
        let answers = single.iter().map(|it| (usize::from(it.slot), it.answer));
        part.answer_each(person, answers, |place| {
            notes.again.at(before + u64::from(single[place].row));
        });
    }

    fn id(&self, run: usize) -> &[u8] {
        let start = run
            .checked_sub(1)
            .map_or(0, |before| self.runs[before].id_end);
        &self.ids[start as usize..self.runs[run].id_end as usize]
    }
}
