//! A file's bytes in pieces that end where lines end, and most likely where rows do.

use std::io::{self, Read};

use super::encoding::{Fault, whole_letters};

/// How large a piece is, if it can be: enough for few reads, and little enough for a cache.
pub(super) const ROOM: usize = 512 * 1024;

/// With this many times the room, a piece ends at any line, and with twice as many anywhere.
const URGENT: usize = 4;

/// Bytes read piece by piece.
pub(super) struct Pieces<'a> {
    bytes: Box<dyn Read + Send + 'a>,
    /// Whether lines end in CR alone.
    cr_lines: bool,
    room: usize,
    /// What was read behind the last piece's end.
    tail: Vec<u8>,
    is_at_end: bool,
    error: Option<io::Error>,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(bytes: Box<dyn Read + Send + 'a>, cr_lines: bool) -> Self {
        Self {
            bytes,
            cr_lines,
            room: ROOM,
            tail: Vec::new(),
            is_at_end: false,
            error: None,
        }
    }

    /// The same in pieces of another size.
    pub(super) fn of_size(self, room: usize) -> Self {
        let room = room.max(1);
        Self { room, ..self }
    }

    /// Lets there be nothing more behind so many bytes.
    pub(super) fn read_up_to(&mut self, most: u64) {
        self.bytes = Box::new(std::mem::replace(&mut self.bytes, Box::new(io::empty())).take(most));
    }

    /// Whether there is nothing more.
    pub(super) fn is_at_end(&self) -> bool {
        self.is_at_end && self.tail.is_empty() && self.error.is_none()
    }

    /// Why there is nothing more, if that is not the end; the same however often it is asked.
    pub(super) fn error(&mut self) -> Option<io::Error> {
        let error = self.error.take()?;
        self.error = Some(match Fault::of(&error) {
            Some(fault) => fault.into(),
            None => error.kind().into(),
        });
        Some(error)
    }

    /// Reads the next piece over `piece`; whether there is one.
    pub(super) fn next(&mut self, piece: &mut Vec<u8>) -> bool {
        piece.clear();
        piece.append(&mut self.tail);
        let mut room = self.room;
        loop {
            self.fill(piece, room);
            if self.is_at_end {
                return !piece.is_empty();
            }
            if let Some(cut) = cut(piece, room / self.room) {
                self.tail.extend(&piece[cut..]);
                piece.truncate(cut);
                return true;
            }
            room *= 2;
        }
    }

    fn fill(&mut self, piece: &mut Vec<u8>, room: usize) {
        let Some(missing) = room.checked_sub(piece.len()).filter(|_| !self.is_at_end) else {
            return;
        };
        let old = piece.len();
        piece.reserve(missing);
        let read = self.bytes.by_ref().take(missing as u64).read_to_end(piece);
        self.is_at_end = !matches!(read, Ok(read) if read == missing);
        self.error = read.err();
        if self.cr_lines {
            let returns = piece[old..].iter_mut().filter(|byte| **byte == b'\r');
            returns.for_each(|byte| *byte = b'\n');
        }
    }
}

/// Where a piece ends: behind the last line feed that is outside quotations if the piece begins
/// outside one and all quotation marks are in their place, which is to be seen when it is read.
/// `times` is how many times larger than usual it is already.
fn cut(piece: &[u8], times: usize) -> Option<usize> {
    let quotes = |bytes| memchr::memchr_iter(b'"', bytes).count();
    let mut is_quoted = quotes(piece) % 2 == 1;
    let mut end = piece.len();
    while let Some(line) = memchr::memrchr(b'\n', &piece[..end]) {
        is_quoted ^= quotes(&piece[line + 1..end]) % 2 == 1;
        if !is_quoted {
            return Some(line + 1);
        }
        end = line;
    }
    let last = memchr::memrchr(b'\n', piece).map(|line| line + 1);
    match times {
        0..URGENT => None,
        _ if last.is_some() => last,
        _ => (times > URGENT).then(|| whole_letters(piece)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn all(text: &str, room: usize) -> Vec<String> {
        let mut pieces = Pieces::new(Box::new(text.as_bytes()), false).of_size(room);
        let (mut all, mut piece) = (Vec::new(), Vec::new());
        while pieces.next(&mut piece) {
            all.push(String::from_utf8(piece.clone()).unwrap());
        }
        all
    }

    #[test]
    fn pieces_end_at_lines_outside_quotations() {
        let text = "ab\n\"c\nd\"\nef\ng";
        assert_eq!(all(text, 4), ["ab\n", "\"c\nd\"\n", "ef\n", "g"]);
        for room in 1..20 {
            assert_eq!(all(text, room).concat(), text, "{room}");
        }
    }

    #[test]
    fn a_quotation_that_does_not_end_does_not_take_the_memory() {
        let text = format!("\"{}", "lang\n".repeat(100));
        assert!(all(&text, 10).iter().all(|piece| piece.len() <= 40));
        let text = "å".repeat(500);
        assert!(all(&text, 10).iter().all(|piece| piece.len() <= 80));
    }
}
