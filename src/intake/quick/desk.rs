//! Where pieces that have been read are handed in, in their order.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::intake::encoding::{Encoding, Fault};
use crate::intake::people::Part;
use crate::intake::plainly::Plainly;
use crate::intake::reading::Reading;
use crate::intake::text::Encoded;

use super::hand::Hand;
use super::said::Notes;
use super::turns::InTurn;

/// Where pieces that have been read are handed in.
pub(super) struct Desk<'d, 'r, 'a, 'm> {
    pub reading: &'d mut Reading<'a, 'm>,
    pub plainly: &'d mut Plainly<'r>,
    pub encoded: Encoded,
    /// The last row so far.
    pub row: u64,
    /// How many rows held anything.
    pub filled: u64,
    /// The text that cannot be read quickly, once there is some, and all behind it.
    pub left: Option<Vec<u8>>,
    /// What is wrong behind that text.
    pub fault: Option<Fault>,
}

/// A part of all people, and what happened in it.
pub(super) type Noted = (Part, Notes);

/// A piece as it was read.
pub(super) struct Read {
    pub number: u64,
    /// The encoding that was taken for granted; `None` if it was text already.
    pub encoding: Option<Encoding>,
    /// Where the row begins that does not end in it.
    pub unfinished: Option<usize>,
}

impl<'m> Desk<'_, '_, '_, 'm> {
    /// Takes a piece in; behind how many rows what its people say is to be told to the parts, if
    /// that has not been done here.
    pub(super) fn take(
        &mut self,
        hand: &mut Hand<'_, 'm>,
        mut read: Read,
        parts: &[InTurn<Noted>],
        is_stopped: &AtomicBool,
    ) -> Option<u64> {
        if self.is_misread(hand, read.encoding) {
            hand.decode(self.encoded.encoding());
            read.unfinished = hand.read();
        }
        if let Some(left) = &mut self.left {
            left.extend_from_slice(hand.text());
            return None;
        }
        while hand.common.whose.look_up(self.reading) {
            read.unfinished = hand.read();
        }
        let (said, before) = (&hand.common.said, self.row);
        self.reading
            .gathered
            .people
            .ask_all(&said.asked, self.reading.index);
        self.row += u64::from(said.rows);
        self.filled += u64::from(said.quick);
        if let Some(at) = read.unfinished {
            self.left = Some(hand.text()[at..].to_vec());
        } else if self.fault.is_some() {
            self.left = Some(Vec::new());
        }
        is_stopped.fetch_or(self.left.is_some(), Ordering::Relaxed);
        if said.odd.is_empty() {
            return Some(before);
        }
        self.look_at(hand, read.number, parts, before);
        hand.common.whose.forget_odd();
        None
    }

    /// Whether a piece is in another encoding than it was read in, or not all of it is sound.
    fn is_misread(&mut self, hand: &mut Hand<'_, 'm>, read_as: Option<Encoding>) -> bool {
        let (Encoded::Bytewise(watch), Some(read_as)) = (&mut self.encoded, read_as) else {
            return false;
        };
        if self.fault.is_some() {
            // Nothing behind it is read.
            hand.truncate(0);
            return true;
        }
        match watch.take(hand.as_found(), &hand.glance) {
            Ok(encoding) => encoding != read_as,
            Err((sound, fault)) => {
                hand.truncate(sound);
                self.fault = Some(fault);
                true
            }
        }
    }

    /// Hands on what a piece's rows say, and has those looked at that have to be.
    fn look_at(&mut self, hand: &Hand<'_, 'm>, number: u64, parts: &[InTurn<Noted>], before: u64) {
        let mut turns: Vec<_> = parts.iter().map(|part| part.at(number)).collect();
        let mut notes = Vec::with_capacity(turns.len());
        let people = &mut self.reading.gathered.people;
        for (part, turn) in people.parts.iter_mut().zip(&mut turns) {
            std::mem::swap(part, &mut turn.thing().0);
            notes.push(std::mem::take(&mut turn.thing().1));
        }
        let (said, whose) = (&hand.common.said, &hand.common.whose);
        let file = self.reading.index as u32;
        let mut told = 0;
        for odd in said.odd.iter().map(Some).chain([None]) {
            let parts = &mut self.reading.gathered.people.parts;
            told = said.tell_until(odd, told, (parts, &mut notes), whose, file, before);
            if let Some(odd) = odd {
                let row = before + u64::from(odd.row);
                let is_filled = self.plainly.take(self.reading, row, &odd.record, &[]);
                self.filled += u64::from(is_filled);
            }
        }
        let people = &mut self.reading.gathered.people;
        for ((part, turn), notes) in people.parts.iter_mut().zip(&mut turns).zip(notes) {
            std::mem::swap(part, &mut turn.thing().0);
            turn.thing().1 = notes;
        }
        turns.into_iter().for_each(super::turns::Turn::end);
    }
}
