//! Short texts as numbers, which are compared and told apart without a look at how long they are.

/// So many bytes a text has at most.
const MOST: usize = WORDS * WORD;
const WORDS: usize = 4;
const WORD: usize = size_of::<u64>();

/// By how long a text is: which bits of as many bytes as it has at most are its own.
static OWN: [[u64; WORDS]; MOST + 1] = {
    let mut own = [[0; WORDS]; MOST + 1];
    let mut length = 0;
    while length <= MOST {
        let mut word = 0;
        while word < WORDS {
            let bytes = length.saturating_sub(word * WORD);
            own[length][word] = match bytes {
                0 => 0,
                1..WORD => u64::MAX >> (8 * (WORD - bytes)),
                _ => u64::MAX,
            };
            word += 1;
        }
        length += 1;
    }
    own
};

/// A short text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Short {
    words: [u64; WORDS],
    length: usize,
}

impl Short {
    /// What is no text.
    pub(super) const NONE: Self = Self {
        words: [0; WORDS],
        length: usize::MAX,
    };

    /// So many places are told apart.
    pub(super) const PLACES: usize = 1 << Self::BITS;
    const BITS: u32 = 12;

    /// The first so many bytes of a text; nothing if they are too many, or the text is about to
    /// end.
    #[inline]
    pub(super) fn of(text: &[u8], length: usize) -> Option<Self> {
        let (bytes, own) = (text.first_chunk::<MOST>()?, OWN.get(length)?);
        let mut words = *own;
        for (word, bytes) in words.iter_mut().zip(bytes.as_chunks::<WORD>().0) {
            *word &= u64::from_le_bytes(*bytes);
        }
        Some(Self { words, length })
    }

    /// Where it leads to. Many may lead to one place.
    #[inline]
    pub(super) fn place(self) -> usize {
        const ODD: [u64; WORDS] = [
            0x9e37_79b9_7f4a_7c15,
            0xd6e8_feb8_6659_fd93,
            0xc2b2_ae3d_27d4_eb4f,
            0xff51_afd7_ed55_8ccd,
        ];
        let words = self.words.iter().zip(ODD);
        let mixed = words.fold(0, |mixed, (word, odd)| {
            // The low half of a product knows nothing of a word's high bits.
            let product = (word ^ (word >> 32)).wrapping_mul(odd);
            mixed ^ product.rotate_left(7)
        });
        let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(ODD[0]);
        (mixed >> (u64::BITS - Self::BITS)) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_told_from_every_other() {
        let all: Vec<u8> = (0..=u8::MAX).collect();
        let zeros = [0; 2 * MOST];
        for length in 0..=MOST {
            let text = Short::of(&all, length);
            let mut other = all.clone();
            other[length] ^= 1;
            assert_eq!(Short::of(&other, length), text, "what lies behind it");
            for at in 0..length {
                let mut other = all.clone();
                other[at] ^= 0x80;
                assert_ne!(Short::of(&other, length), text);
            }
            assert_ne!(Short::of(&zeros, length), Some(Short::NONE));
            assert_ne!(Short::of(&zeros, length), Short::of(&zeros, length + 1));
        }
        assert_eq!(Short::of(&all, MOST + 1), None);
        assert_eq!(Short::of(&all[..MOST - 1], 1), None);
    }

    #[test]
    fn places_are_taken_evenly() {
        let mut taken = std::collections::BTreeSet::new();
        for unit in 0..200 {
            for role in ["leder", "medarbejder"] {
                let text = format!("Borgerservice {unit:03},{role},");
                let padded = format!("{text}{}", "x".repeat(MOST));
                taken.extend(Short::of(padded.as_bytes(), text.len()).map(Short::place));
            }
        }
        assert!(taken.len() > 360, "{}", taken.len());
    }
}
