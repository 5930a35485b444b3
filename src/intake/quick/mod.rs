//! Rows read quickly, by all of the machine's cores.
//!
//! What a row means is said in one place, by its layout's reader. Here a text is taken in pieces,
//! and their rows are passed over quickly: cells that have been seen before, byte for byte, mean
//! what they meant then. A row of which anything is not known that way is left to the layout's
//! reader. What a piece's rows say is handed on when all pieces before it have been, so that it
//! makes no difference which thread was faster.
//!
//! Where a piece ends is guessed by its quotation marks. That its rows end just there proves the
//! guess, and with it that the next piece begins with a row; where they do not, reading goes on
//! row by row from there. A test reads hostile files both ways and compares answer by answer.

mod cell;
mod columns;
mod desk;
mod ended;
mod hand;
mod long;
mod named;
mod said;
mod short;
mod turns;
mod whose;
mod wide;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::parallel::processors;

use super::cell::Cells;
use super::encoding::Encoding;
use super::header::Columns;
use super::layout::Reader;
use super::pieces::{Pieces, ROOM};
use super::plainly::Plainly;
use super::practices::Practices;
use super::reading::Reading;
use super::responses::EachRow;
use super::text::Parts;

use columns::Kind;
use desk::{Desk, Noted, Read};
use hand::{Common, Hand};
use said::Notes;
use turns::{InTurn, Leave, LeaveOnFailure};

/// So many threads read at most.
const MOST_THREADS: usize = 4;

/// The smallest piece that is read after a wrong guess.
const SMALL_ROOM: usize = 16 * 1024;

/// So many pieces are read after a wrong guess before all cores are put to it again.
const CAUTIOUS: u64 = 8;

/// How rows of a file are read quickly.
pub(super) struct Quick {
    kinds: Vec<Kind>,
    delimiter: u8,
    /// The size of pieces, if another than usual.
    room: Option<usize>,
}

/// How rows of a file are read quickly, with all that was learnt of it.
pub(super) struct Hands<'a, 'm> {
    quick: &'a Quick,
    practices: &'a Practices<'m>,
    cells: Cells<'m>,
    hands: Vec<Hand<'a, 'm>>,
    /// The size of pieces, and whether the last guess was wrong.
    room: usize,
    was_wrong: bool,
}

/// What all threads share.
struct Shared<'s, 'd, 'r, 'a, 'm> {
    source: Mutex<PieceSource<'s>>,
    desk: InTurn<Desk<'d, 'r, 'a, 'm>>,
    parts: Vec<InTurn<Noted>>,
    is_stopped: AtomicBool,
}

/// Where pieces come from, each with its number.
struct PieceSource<'s> {
    /// The text at hand, which comes first.
    at_hand: Option<Vec<u8>>,
    pieces: Pieces<'s>,
    encoding: Option<Encoding>,
    next: u64,
    most: u64,
}

impl Quick {
    /// How rows of these columns are read quickly, if they can be.
    pub(super) fn of(
        reader: &Reader,
        columns: &Columns,
        practices: &Practices<'_>,
        delimiter: u8,
        room: Option<usize>,
    ) -> Option<Self> {
        let is_tidied = reader.tool.as_ref().is_some_and(|tool| tool.tidy.is_some());
        let each = reader.layout.row;
        let is_of_person = matches!(each, EachRow::Answer | EachRow::Respondent);
        if is_tidied || columns.are_labelled || !is_of_person {
            return None;
        }
        Some(Self {
            kinds: columns::kinds(each, columns, practices)?,
            delimiter,
            room,
        })
    }
}

impl<'a, 'm> Hands<'a, 'm> {
    pub(super) fn new(quick: &'a Quick, practices: &'a Practices<'m>, cells: Cells<'m>) -> Self {
        Self {
            quick,
            practices,
            cells,
            hands: Vec::new(),
            room: quick.room.unwrap_or(ROOM),
            was_wrong: false,
        }
    }

    /// Reads the text behind the row with this number; returns what is left of it, behind which
    /// row, and how many rows held anything.
    pub(super) fn read<'s>(
        &mut self,
        reading: &mut Reading<'_, 'm>,
        plainly: &mut Plainly<'_>,
        text: Parts<'s>,
        row: u64,
    ) -> (Parts<'s>, u64, u64) {
        if text.fault.is_some() {
            return (text, row, 0);
        }
        let is_alone = self.was_wrong || text.pieces.is_at_end();
        let hands = match is_alone {
            true => 1,
            false => processors(),
        };
        let hands = hands.min(MOST_THREADS);
        self.engage(hands, reading);
        let people = &mut reading.gathered.people;
        let empty = people.empty_parts();
        let parts = std::mem::replace(&mut people.parts, empty);
        let noted = |part| InTurn::new((part, Notes::default()));
        let shared = Shared {
            source: Mutex::new(PieceSource {
                at_hand: Some(text.at_hand),
                pieces: text.pieces.of_size(self.room),
                encoding: text.encoded.encoding(),
                next: 0,
                most: if self.was_wrong { CAUTIOUS } else { u64::MAX },
            }),
            desk: InTurn::new(Desk {
                reading,
                plainly,
                encoded: text.encoded,
                row,
                filled: 0,
                left: None,
                fault: None,
            }),
            parts: parts.into_iter().map(noted).collect(),
            is_stopped: AtomicBool::new(false),
        };
        if let [hand, others @ ..] = &mut self.hands[..hands] {
            thread::scope(|scope| {
                for hand in others {
                    scope.spawn(|| shared.work(hand));
                }
                shared.work(hand);
            });
        }
        let (text, row, filled, was_wrong) = shared.conclude();
        self.learn_from(was_wrong);
        (text, row, filled)
    }

    /// Sees that there are so many hands.
    fn engage(&mut self, hands: usize, reading: &Reading<'_, 'm>) {
        while self.hands.len() < hands {
            self.hands.push(Hand::new(
                &self.quick.kinds,
                self.quick.delimiter,
                self.practices,
                self.cells.clone(),
                &reading.gathered.people,
            ));
        }
    }

    /// Makes pieces smaller after a wrong guess, so that little is read in vain.
    fn learn_from(&mut self, was_wrong: bool) {
        let usual = self.quick.room.unwrap_or(ROOM);
        self.room = match was_wrong {
            true => (self.room / 4).max(SMALL_ROOM.min(usual)),
            false => usual,
        };
        self.was_wrong = was_wrong;
    }
}

impl PieceSource<'_> {
    /// Gives a hand the next piece; its number, and what it is in if it is not text already.
    fn next(&mut self, hand: &mut Hand<'_, '_>) -> Option<(u64, Option<Encoding>)> {
        if self.next == self.most {
            return None;
        }
        let encoding = match self.at_hand.take() {
            Some(at_hand) => {
                hand.raw = at_hand;
                None
            }
            None if self.pieces.next(&mut hand.raw) => self.encoding,
            None => return None,
        };
        hand.begin(self.pieces.is_at_end());
        self.next += 1;
        Some((self.next - 1, encoding))
    }
}

impl<'s, 'm> Shared<'s, '_, '_, '_, 'm> {
    /// Reads pieces as long as there are any.
    fn work(&self, hand: &mut Hand<'_, 'm>) {
        let mut things: Vec<&dyn Leave> = vec![&self.desk];
        things.extend(self.parts.iter().map(|part| part as &dyn Leave));
        let _leave = LeaveOnFailure(things);
        while let Some((number, encoding)) = self.next(hand) {
            hand.decode(encoding);
            let unfinished = hand.read();
            if let Some(encoding) = encoding {
                hand.glance(encoding, unfinished.is_none());
            }
            let read = Read {
                number,
                encoding,
                unfinished,
            };
            let mut turn = self.desk.at(number);
            let desk = turn.thing();
            let before = desk.take(hand, read, &self.parts, &self.is_stopped);
            let file = desk.reading.index as u32;
            let found = desk.encoded.encoding();
            turn.end();
            if encoding.is_some() && encoding != found {
                self.source().encoding = found;
            }
            let Some(before) = before else { continue };
            let Common { said, whose, .. } = &hand.common;
            for (part, people) in self.parts.iter().enumerate() {
                let mut turn = people.at(number);
                let (people, notes) = turn.thing();
                said.tell(part, (people, notes), whose, file, before);
                turn.end();
            }
        }
    }

    /// What is left of the text, behind which row; how many rows held anything; and whether a
    /// guess was wrong.
    fn conclude(self) -> (Parts<'s>, u64, u64, bool) {
        let source = self.source.into_inner();
        let source = source.unwrap_or_else(PoisonError::into_inner);
        let desk = self.desk.into_inner();
        let parts = &mut desk.reading.gathered.people.parts;
        for (part, noted) in parts.iter_mut().zip(self.parts) {
            let notes;
            (*part, notes) = noted.into_inner();
            desk.reading.happened.again.join(notes.again);
            desk.reading.happened.two_roles.join(notes.two_roles);
        }
        let was_wrong = desk.left.is_some();
        let text = Parts {
            at_hand: desk.left.unwrap_or_default(),
            pieces: source.pieces,
            encoded: desk.encoded,
            fault: desk.fault,
        };
        (text, desk.row, desk.filled, was_wrong)
    }

    fn next(&self, hand: &mut Hand<'_, '_>) -> Option<(u64, Option<Encoding>)> {
        let mut source = self.source();
        match self.is_stopped.load(Ordering::Relaxed) {
            true => None,
            false => source.next(hand),
        }
    }

    fn source(&self) -> MutexGuard<'_, PieceSource<'s>> {
        self.source.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
