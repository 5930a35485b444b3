//! Everyone's answers, two in a byte where the scale is short enough.

use crate::intake::people::{BLANK, Code};

/// Answers by person and practice.
pub(super) struct Answers {
    practices: usize,
    is_packed: bool,
    /// How many bytes there are of each person.
    stride: usize,
    bytes: Vec<u8>,
}

/// The most that half a byte holds.
const HALF: Code = 0x0f;

impl Answers {
    /// Nobody's answers to so many practices, by codes up to `most`.
    pub(super) fn new(practices: usize, most: usize) -> Self {
        let is_packed = most <= usize::from(HALF);
        Self {
            practices,
            is_packed,
            stride: if is_packed {
                practices.div_ceil(2)
            } else {
                practices
            },
            bytes: Vec::new(),
        }
    }

    /// Makes room for one more person, who has not answered yet.
    pub(super) fn add(&mut self) {
        self.bytes.resize(self.bytes.len() + self.stride, BLANK);
    }

    /// Something of a person's, wherever it lies nearby; nothing for nobody.
    #[inline]
    pub(super) fn touch(&self, person: usize) -> u8 {
        self.bytes
            .get(person * self.stride)
            .copied()
            .unwrap_or(BLANK)
    }

    /// Puts an answer in the place of the one there was, which is returned.
    #[inline]
    pub(super) fn replace(&mut self, person: usize, practice: usize, answer: Code) -> Code {
        let own = &mut self.bytes[person * self.stride..][..self.stride];
        if !self.is_packed {
            return std::mem::replace(&mut own[practice], answer);
        }
        replace_half(own, practice, answer)
    }

    /// Puts answers to practices in the place of those there were; `again` is told the place of
    /// each that was not the first.
    #[inline]
    pub(super) fn replace_each(
        &mut self,
        person: usize,
        answers: impl Iterator<Item = (usize, Code)>,
        mut again: impl FnMut(usize),
    ) {
        let own = &mut self.bytes[person * self.stride..][..self.stride];
        for (place, (practice, answer)) in answers.enumerate() {
            let before = match self.is_packed {
                true => replace_half(own, practice, answer),
                false => std::mem::replace(&mut own[practice], answer),
            };
            if before != BLANK {
                again(place);
            }
        }
    }

    /// Puts all answers there that a person who has not answered yet gives; whether it is one.
    #[inline]
    pub(super) fn begin(&mut self, person: usize, answers: &[Code]) -> bool {
        let own = &mut self.bytes[person * self.stride..][..self.stride];
        if own.iter().any(|&byte| byte != 0) {
            return false;
        }
        match self.is_packed {
            true => {
                let (pairs, last) = answers.as_chunks::<2>();
                for (byte, [low, high]) in own.iter_mut().zip(pairs) {
                    *byte = low | high << 4;
                }
                if let ([last], Some(byte)) = (last, own.last_mut()) {
                    *byte = *last;
                }
            }
            false => own.copy_from_slice(answers),
        }
        true
    }

    /// Writes a person's answers over `answers`.
    #[inline]
    pub(super) fn of(&self, person: usize, answers: &mut [Code]) {
        let own = &self.bytes[person * self.stride..][..self.stride];
        if !self.is_packed {
            answers.copy_from_slice(own);
            return;
        }
        for (pair, byte) in answers.chunks_mut(2).zip(own) {
            pair[0] = byte & HALF;
            if let Some(high) = pair.get_mut(1) {
                *high = byte >> 4;
            }
        }
    }

    /// How many practices there are.
    pub(super) fn practices(&self) -> usize {
        self.practices
    }
}

#[inline]
fn replace_half(own: &mut [u8], practice: usize, answer: Code) -> Code {
    let byte = &mut own[practice / 2];
    let shift = practice % 2 * 4;
    let before = *byte >> shift & HALF;
    *byte = *byte & !(HALF << shift) | answer << shift;
    before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_kept_alike_whether_two_share_a_byte_or_not() {
        for practices in [1, 2, 5, 33] {
            let [mut packed, mut plain] = [8, 40].map(|most| Answers::new(practices, most));
            for answers in [&mut packed, &mut plain] {
                (0..3).for_each(|_| answers.add());
                let all: Vec<Code> = (0..practices).map(|at| (at % 9) as Code).collect();
                assert!(answers.begin(1, &all));
                let is_blank = all.iter().all(|&answer| answer == BLANK);
                assert_eq!(answers.begin(1, &all), is_blank);
                assert_eq!(answers.replace(1, practices - 1, 8), all[practices - 1]);
                assert_eq!(answers.replace(1, practices - 1, 3), 8);
            }
            let of = |answers: &Answers, person| {
                let mut all = vec![9; practices];
                answers.of(person, &mut all);
                all
            };
            for person in 0..3 {
                assert_eq!(of(&packed, person), of(&plain, person), "{practices}");
            }
            assert_eq!(of(&packed, 2), vec![BLANK; practices]);
        }
    }
}
