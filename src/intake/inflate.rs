//! The beginning of what was packed with DEFLATE (RFC 1951), so that a part of an archive can be
//! looked at before anything relies on what it says.

/// Up to `most` bytes of what `packed` unpacks to; fewer where it ends or breaks off before.
pub(super) fn beginning(packed: &[u8], most: usize) -> Vec<u8> {
    let mut bits = Bits { packed, at: 0 };
    let mut out = Vec::new();
    while out.len() < most {
        let last = bits.take(1);
        let block = match bits.take(2) {
            Some(0) => stored(&mut bits, &mut out, most),
            Some(1) => fixed(&mut bits, &mut out, most),
            Some(2) => dynamic(&mut bits, &mut out, most),
            _ => None,
        };
        if block.is_none() || last != Some(0) {
            break;
        }
    }
    out.truncate(most);
    out
}

/// Bits from the lowest of each byte on.
struct Bits<'a> {
    packed: &'a [u8],
    /// The place of the next bit.
    at: usize,
}

impl Bits<'_> {
    fn take(&mut self, count: usize) -> Option<usize> {
        let mut value = 0;
        for place in 0..count {
            let byte = *self.packed.get(self.at / 8)?;
            value |= usize::from(byte >> (self.at % 8) & 1) << place;
            self.at += 1;
        }
        Some(value)
    }
}

/// The longest code, in bits.
const LONGEST: usize = 15;

/// Codes by their lengths, the shorter first.
struct Codes {
    /// How many codes of each length there are.
    counts: [usize; LONGEST + 1],
    /// The symbols in the order of their codes.
    symbols: Vec<usize>,
}

impl Codes {
    /// The codes of symbols whose lengths are these; 0 is no code.
    fn new(lengths: &[usize]) -> Self {
        let mut counts = [0; LONGEST + 1];
        let mut symbols: Vec<usize> = (0..lengths.len()).filter(|&s| lengths[s] > 0).collect();
        symbols.sort_by_key(|&symbol| lengths[symbol]);
        for &symbol in &symbols {
            counts[lengths[symbol]] += 1;
        }
        Self { counts, symbols }
    }

    fn read(&self, bits: &mut Bits<'_>) -> Option<usize> {
        let (mut code, mut first, mut index) = (0, 0, 0);
        for &count in &self.counts[1..] {
            code |= bits.take(1)?;
            if code < first + count {
                return self.symbols.get(index + (code - first)).copied();
            }
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        None
    }
}

fn stored(bits: &mut Bits<'_>, out: &mut Vec<u8>, most: usize) -> Option<()> {
    bits.at = bits.at.next_multiple_of(8);
    let length = bits.take(16)?;
    bits.take(16)?;
    for _ in 0..length.min(most) {
        out.push(u8::try_from(bits.take(8)?).ok()?);
    }
    Some(())
}

fn fixed(bits: &mut Bits<'_>, out: &mut Vec<u8>, most: usize) -> Option<()> {
    let lengths: Vec<usize> = (0..288)
        .map(|symbol| match symbol {
            0..144 => 8,
            144..256 => 9,
            256..280 => 7,
            _ => 8,
        })
        .collect();
    coded(
        bits,
        out,
        most,
        &Codes::new(&lengths),
        &Codes::new(&[5; 30]),
    )
}

/// The order in which the lengths of the codes for lengths stand.
const ORDER: [usize; 19] = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];

fn dynamic(bits: &mut Bits<'_>, out: &mut Vec<u8>, most: usize) -> Option<()> {
    let literals = bits.take(5)? + 257;
    let distances = bits.take(5)? + 1;
    let codes = bits.take(4)? + 4;
    let mut lengths = [0; ORDER.len()];
    for &place in &ORDER[..codes] {
        lengths[place] = bits.take(3)?;
    }
    let codes = Codes::new(&lengths);
    let mut lengths: Vec<usize> = Vec::new();
    while lengths.len() < literals + distances {
        let (length, times) = match codes.read(bits)? {
            16 => (*lengths.last()?, 3 + bits.take(2)?),
            17 => (0, 3 + bits.take(3)?),
            18 => (0, 11 + bits.take(7)?),
            length => (length, 1),
        };
        lengths.extend(std::iter::repeat_n(length, times));
    }
    let (literals, distances) = lengths.split_at(literals);
    coded(
        bits,
        out,
        most,
        &Codes::new(literals),
        &Codes::new(distances),
    )
}

/// The symbol that ends a block.
const END: usize = 256;

fn coded(
    bits: &mut Bits<'_>,
    out: &mut Vec<u8>,
    most: usize,
    literals: &Codes,
    distances: &Codes,
) -> Option<()> {
    while out.len() < most {
        let symbol = literals.read(bits)?;
        if let Ok(byte) = u8::try_from(symbol) {
            out.push(byte);
            continue;
        }
        if symbol == END {
            return Some(());
        }
        let length = match symbol - END - 1 {
            code @ 0..8 => 3 + code,
            28 => 258,
            code => stepped(bits, code, 4)? + 3,
        };
        let distance = match distances.read(bits)? {
            code @ 0..4 => 1 + code,
            code => stepped(bits, code, 2)? + 1,
        };
        for _ in 0..length {
            out.push(*out.get(out.len().checked_sub(distance)?)?);
        }
    }
    Some(())
}

/// What a code stands for where every `group` codes one more bit follows.
fn stepped(bits: &mut Bits<'_>, code: usize, group: usize) -> Option<usize> {
    let extra = code / group - 1;
    let base = (group + code % group) << extra;
    Some(base + bits.take(extra)?)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::{Cursor, Write};

    use super::*;

    /// Packed by an independent program.
    fn packed(text: &[u8]) -> Vec<u8> {
        let mut writer = ::zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = ::zip::write::SimpleFileOptions::default();
        writer.start_file("x", options).unwrap();
        writer.write_all(text).unwrap();
        let bytes = writer.finish().unwrap().into_inner();
        // A local header of 30 bytes and a name of one.
        bytes[31..].to_vec()
    }

    fn rough(length: usize) -> Vec<u8> {
        let step = |state: &mut u32| {
            *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            Some((*state >> 24) as u8)
        };
        std::iter::successors(Some(7u32), |s| {
            Some(s.wrapping_mul(1_664_525).wrapping_add(1_013_904_223))
        })
        .scan(1, |state, _| step(state))
        .take(length)
        .collect()
    }

    #[test]
    fn what_was_packed_unpacks_again() {
        let repeated = b"<si><t>Realkredit</t></si>".repeat(900);
        let mut mixed = repeated.clone();
        mixed.extend(rough(40_000));
        mixed.extend(&repeated);
        for text in [&b"a"[..], b"", &repeated, &rough(70_000), &mixed] {
            assert_eq!(beginning(&packed(text), usize::MAX), text);
            let half = text.len() / 2;
            assert_eq!(beginning(&packed(text), half), &text[..half]);
        }
    }

    #[test]
    fn bytes_that_were_never_packed_do_no_harm() {
        for start in 0..200 {
            let bytes = rough(400);
            let _ = beginning(&bytes[start..], 1000);
        }
    }
}
