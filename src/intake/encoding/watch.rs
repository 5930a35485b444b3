//! Bytes watched while they are read, a piece at a time: whether they still are the text that
//! they seemed to be.

use super::{Encoding, Fault};

/// What the bytes of a piece are, seen by themselves.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::intake) struct Glance {
    is_ascii: bool,
    /// Up to where it is UTF-8.
    valid: usize,
    nul: Option<usize>,
    controls: u64,
    lines: u64,
    /// Where a letter of Western Europe in UTF-8 stands. In Windows-1252 its first byte is `Â` or
    /// `Ã`, which hardly any word holds. Looked for only where not all is UTF-8.
    letter: Option<usize>,
}

impl Glance {
    /// Of a piece that is known to be UTF-8 throughout, without control characters.
    pub(in crate::intake) fn sound(length: usize, lines: u64, is_ascii: bool) -> Self {
        Self {
            is_ascii,
            valid: length,
            lines,
            ..Self::default()
        }
    }

    pub(in crate::intake) fn of(piece: &[u8]) -> Self {
        let valid = match simdutf8::basic::from_utf8(piece) {
            Ok(_) => piece.len(),
            Err(_) => match std::str::from_utf8(piece) {
                Ok(_) => piece.len(),
                Err(error) => error.valid_up_to(),
            },
        };
        Self {
            is_ascii: piece.is_ascii(),
            valid,
            nul: memchr::memchr(0, piece),
            controls: count_controls(piece),
            lines: count_lf(piece),
            letter: match valid == piece.len() {
                true => None,
                false => letter(piece),
            },
        }
    }
}

/// What the cells of a piece are, looked at one by one.
#[derive(Debug, Default)]
pub(in crate::intake) struct Soundness {
    /// Whether any was beyond ASCII.
    pub is_beyond_ascii: bool,
    /// Whether any holds what sound text hardly does.
    pub is_suspect: bool,
    /// How many lines there are.
    pub lines: u64,
}

impl Soundness {
    /// Begins a piece; cells that were looked at before may stand in it, too.
    pub(in crate::intake) fn begin(&mut self) {
        (self.is_suspect, self.lines) = (false, 0);
    }

    /// Looks at a cell; whether nothing about it is suspect, not even that it has several lines.
    pub(in crate::intake) fn look(&mut self, cell: &[u8]) -> bool {
        if cell.iter().all(|byte| matches!(byte, b' '..=b'~')) {
            return true;
        }
        let lines = count_lf(cell);
        self.lines += lines;
        self.is_beyond_ascii |= !cell.is_ascii();
        let is_sound = memchr::memchr(0, cell).is_none()
            && count_controls(cell) == 0
            && simdutf8::basic::from_utf8(cell).is_ok();
        self.is_suspect |= !is_sound;
        is_sound && lines == 0
    }
}

/// What has been seen of a text's bytes so far.
#[derive(Debug)]
pub(in crate::intake) struct Watch {
    /// Whether a byte order mark says that it is UTF-8.
    is_marked: bool,
    encoding: Encoding,
    /// Whether there was a letter beyond ASCII in UTF-8.
    is_beyond_ascii: bool,
    length: u64,
    controls: u64,
    lines: u64,
    /// The line of the first byte that is not UTF-8.
    broken: u64,
}

impl Watch {
    /// Nothing has been seen yet of a text that is no UTF-16.
    pub(in crate::intake) fn new(is_marked: bool) -> Self {
        Self {
            is_marked,
            encoding: Encoding::Utf8,
            is_beyond_ascii: false,
            length: 0,
            controls: 0,
            lines: 0,
            broken: 0,
        }
    }

    /// The encoding as far as is known.
    pub(in crate::intake) fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Takes the next piece, which begins where the one before ends: its encoding, or how many of
    /// its bytes are sound, and what is wrong behind them.
    ///
    /// Up to the first byte that is not UTF-8 all is ASCII where the text is Windows-1252, which
    /// reads the same: nothing that came before has to be read anew.
    pub(in crate::intake) fn take(
        &mut self,
        piece: &[u8],
        glance: &Glance,
    ) -> Result<Encoding, (usize, Fault)> {
        let mut sound = piece.len();
        let mut fault = None;
        if let Some(nul) = glance.nul {
            (sound, fault) = (nul, Some(Fault::Binary));
        }
        let is_broken = glance.valid < sound;
        if self.encoding == Encoding::Utf8 && is_broken {
            let before = &piece[..glance.valid];
            self.broken = self.lines + count_lf(before) + 1;
            if self.is_marked {
                return Err((glance.valid, Fault::BrokenUtf8(self.broken)));
            }
            if self.is_beyond_ascii || !before.is_ascii() {
                return Err((glance.valid, Fault::Mixed(self.broken)));
            }
            self.encoding = Encoding::Windows1252;
        }
        if self.encoding == Encoding::Windows1252 {
            // All that is beyond ASCII and UTF-8 throughout has such letters, or worse.
            let letter = match glance.valid == piece.len() && !glance.is_ascii {
                true => letter(piece),
                false => glance.letter,
            };
            if let Some(letter) = letter.filter(|letter| *letter < sound) {
                return Err((letter, Fault::Mixed(self.broken)));
            }
        }
        if let Some(fault) = fault {
            return Err((sound, fault));
        }
        self.is_beyond_ascii |= !glance.is_ascii;
        self.length += piece.len() as u64;
        self.controls += glance.controls;
        self.lines += glance.lines;
        Ok(self.encoding)
    }

    /// What is wrong with the text as a whole, when all of it has been seen.
    pub(in crate::intake) fn end(&self) -> Option<Fault> {
        (self.controls * 50 > self.length).then_some(Fault::Binary)
    }
}

/// How many of the bytes hold whole letters, where the last may be cut by the end and all are
/// UTF-8.
pub(in crate::intake) fn whole_letters(bytes: &[u8]) -> usize {
    let end = &bytes[bytes.len().saturating_sub(3)..];
    let cut = (1..=end.len()).find(|&back| {
        let first = end[end.len() - back];
        let length = match first {
            0xc2..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf4 => 4,
            _ => 0,
        };
        length > back
    });
    bytes.len() - cut.unwrap_or(0)
}

fn letter(bytes: &[u8]) -> Option<usize> {
    let is_rest = |at: usize| matches!(bytes.get(at), Some(0x80..=0xbf));
    memchr::memchr2_iter(0xc2, 0xc3, bytes).find(|lead| is_rest(lead + 1))
}

/// How many control characters there are that hardly stand in text.
fn count_controls(bytes: &[u8]) -> u64 {
    let is_control = |byte: u8| matches!(byte, 0x01..=0x08 | 0x0e..=0x19 | 0x1c..=0x1f);
    // So few at a time that a byte holds their count: then many are looked at in one step.
    let parts = bytes.chunks(192);
    let counts = parts.map(|part| {
        part.iter()
            .map(|&byte| u8::from(is_control(byte)))
            .sum::<u8>()
    });
    counts.map(u64::from).sum()
}

/// How many line feeds there are.
pub(in crate::intake) fn count_lf(bytes: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', bytes).count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(watch: &mut Watch, piece: &[u8]) -> Result<Encoding, (usize, Fault)> {
        watch.take(piece, &Glance::of(piece))
    }

    #[test]
    fn a_stray_byte_late_in_plain_text_makes_it_windows_1252() {
        let mut watch = Watch::new(false);
        assert_eq!(taken(&mut watch, b"a;b\n"), Ok(Encoding::Utf8));
        assert_eq!(taken(&mut watch, b"m\xe5l\n"), Ok(Encoding::Windows1252));
        assert_eq!(taken(&mut watch, b"a\n"), Ok(Encoding::Windows1252));
        let mixed = Err((3, Fault::Mixed(2)));
        assert_eq!(
            taken(&mut watch, "ok måling\n".as_bytes()),
            mixed.map_err(|(_, f)| (4, f))
        );
    }

    #[test]
    fn a_stray_byte_behind_letters_in_utf8_is_a_fault_with_its_line() {
        let mut watch = Watch::new(false);
        assert_eq!(taken(&mut watch, "mål\n".as_bytes()), Ok(Encoding::Utf8));
        assert_eq!(taken(&mut watch, b"\nab\xe5"), Err((3, Fault::Mixed(3))));
        let mut marked = Watch::new(true);
        assert_eq!(
            taken(&mut marked, b"a\nb\xe5c"),
            Err((3, Fault::BrokenUtf8(2)))
        );
        assert_eq!(
            taken(&mut Watch::new(false), b"a\0b"),
            Err((1, Fault::Binary))
        );
    }

    #[test]
    fn a_letter_is_not_cut() {
        for (text, whole) in [("ab", 2), ("å", 2), ("a€", 4), ("😀", 4)] {
            assert_eq!(whole_letters(text.as_bytes()), whole);
        }
        for (text, cut, whole) in [("aå", 2, 1), ("a€", 3, 1), ("a€", 2, 1), ("a😀", 4, 1)] {
            assert_eq!(whole_letters(&text.as_bytes()[..cut]), whole);
        }
    }
}
