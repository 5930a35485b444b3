//! Bytes → text: which encoding a file is in, found by looking at all of it once.

use std::fmt;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek};
use std::path::PathBuf;

use encoding_rs_io::DecodeReaderBytesBuilder;

/// What a file's bytes stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// Windows-1252, what older Windows programs call ANSI.
    Windows1252,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Windows1252 => "Windows-1252",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
        })
    }
}

/// Where an answers file's bytes come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A file, read in place.
    File(PathBuf),
    /// Bytes at hand, such as those of standard input.
    Bytes(Vec<u8>),
}

/// How large a file is at most that is read at once.
const SMALL: u64 = 1 << 20;

/// Bytes that can be read from any place.
pub(super) trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

impl Content {
    /// The same content in a form that is best read more than once: what is no regular file,
    /// such as a pipe, and what is small is read into memory.
    pub(super) fn rereadable(self) -> io::Result<Self> {
        match self {
            Self::File(path) => {
                let file = std::fs::metadata(&path)?;
                match file.is_file() && file.len() > SMALL {
                    true => Ok(Self::File(path)),
                    false => Ok(Self::Bytes(std::fs::read(path)?)),
                }
            }
            bytes => Ok(bytes),
        }
    }

    pub(super) fn open(&self) -> io::Result<Box<dyn ReadSeek + '_>> {
        Ok(match self {
            Self::File(path) => Box::new(File::open(path)?),
            Self::Bytes(bytes) => Box::new(Cursor::new(bytes.as_slice())),
        })
    }

    /// The content as UTF-8 without a byte order mark, its lines ending in LF or CRLF.
    pub(super) fn decoded(&self, examined: &Examined) -> io::Result<Box<dyn Read + '_>> {
        let mut bytes = self.open()?;
        io::copy(&mut bytes.by_ref().take(examined.mark), &mut io::sink())?;
        let encoding = match examined.encoding {
            Encoding::Utf8 => None,
            Encoding::Windows1252 => Some(encoding_rs::WINDOWS_1252),
            Encoding::Utf16Le => Some(encoding_rs::UTF_16LE),
            Encoding::Utf16Be => Some(encoding_rs::UTF_16BE),
        };
        let text: Box<dyn Read + '_> = match encoding {
            None => bytes,
            some => Box::new(
                DecodeReaderBytesBuilder::new()
                    .encoding(some)
                    .bom_sniffing(false)
                    .build(bytes),
            ),
        };
        Ok(if examined.cr_lines {
            Box::new(CrToLf(text))
        } else {
            text
        })
    }
}

/// Ends lines in LF where a file ends them in CR alone.
struct CrToLf<R>(R);

impl<R: Read> Read for CrToLf<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.0.read(buffer)?;
        for byte in &mut buffer[..read] {
            if *byte == b'\r' {
                *byte = b'\n';
            }
        }
        Ok(read)
    }
}

/// What a look at all bytes of a file tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Examined {
    /// The first few bytes, by which a file that is no text is known.
    pub start: Vec<u8>,
    pub encoding: Encoding,
    /// How many bytes the byte order mark takes.
    pub mark: u64,
    /// Whether lines end in CR alone.
    pub cr_lines: bool,
    /// Whether there are no bytes but a mark.
    pub empty: bool,
    /// What keeps the bytes from being read as text.
    pub fault: Option<Fault>,
}

/// What keeps bytes from being read as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// No text.
    Binary,
    /// Marked as UTF-8, but on this line it is not.
    BrokenUtf8(u64),
    /// UTF-8 in one place, but on this line Windows-1252.
    Mixed(u64),
    /// In UTF-16, but cut in the middle of a character.
    CutUtf16,
    /// In UTF-32, which hardly any program writes.
    Utf32,
}

/// Looks at all bytes once.
pub(super) fn examine(content: &Content) -> io::Result<Examined> {
    let mut bytes = content.open()?;
    let mut look = Look::default();
    let mut chunk = vec![0; 256 * 1024];
    loop {
        let read = match bytes.read(&mut chunk) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        look.at(&chunk[..read]);
    }
    Ok(look.conclude())
}

/// So many bytes tell what kind of file it is.
const START: usize = 128;

/// What has been seen of a file's bytes so far.
#[derive(Default)]
struct Look {
    start: Vec<u8>,
    length: u64,
    utf8: Utf8,
    nul: [u64; 2],
    controls: u64,
    quoted: bool,
    has_lf: bool,
    has_cr: bool,
    /// Whether the byte before may begin a letter in UTF-8.
    lead: bool,
    /// Whether there is a letter of Western Europe in UTF-8.
    has_letter: bool,
}

impl Look {
    fn at(&mut self, chunk: &[u8]) {
        let missing = START - self.start.len().min(START);
        self.start.extend(chunk.iter().take(missing));
        self.utf8.at(chunk);
        for nul in memchr::memchr_iter(0, chunk) {
            self.nul[(self.length as usize + nul) % 2] += 1;
        }
        self.controls += count_controls(chunk);
        self.line_ends(chunk);
        self.letters(chunk);
        self.length += chunk.len() as u64;
    }

    /// Looks for the first letter of Western Europe in UTF-8. In Windows-1252 its first byte is
    /// `Â` or `Ã`, which hardly any word holds.
    fn letters(&mut self, chunk: &[u8]) {
        let is_rest = |byte: Option<&u8>| matches!(byte, Some(0x80..=0xbf));
        if self.has_letter || chunk.is_empty() {
            return;
        }
        let mut leads = memchr::memchr2_iter(0xc2, 0xc3, chunk);
        self.has_letter = self.lead && is_rest(chunk.first());
        self.has_letter |= leads.any(|lead| is_rest(chunk.get(lead + 1)));
        self.lead = matches!(chunk.last(), Some(0xc2 | 0xc3));
    }

    /// Looks for what ends lines, up to the first line feed outside quotations.
    fn line_ends(&mut self, chunk: &[u8]) {
        for &byte in chunk {
            match byte {
                _ if self.has_lf => return,
                b'"' => self.quoted = !self.quoted,
                b'\n' => self.has_lf = !self.quoted,
                b'\r' if !self.quoted => self.has_cr = true,
                _ => {}
            }
        }
    }

    fn conclude(self) -> Examined {
        let (encoding, mark, fault) = self.encoding();
        Examined {
            encoding,
            mark,
            cr_lines: !self.has_lf && self.has_cr,
            empty: self.length <= mark,
            fault,
            start: self.start,
        }
    }

    fn encoding(&self) -> (Encoding, u64, Option<Fault>) {
        match self.start.as_slice() {
            [0xef, 0xbb, 0xbf, ..] => {
                let fault = self
                    .binary()
                    .or(self.utf8.broken_at().map(Fault::BrokenUtf8));
                (Encoding::Utf8, 3, fault)
            }
            [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => {
                (Encoding::Utf16Le, 4, Some(Fault::Utf32))
            }
            [0xff, 0xfe, ..] => (Encoding::Utf16Le, 2, self.cut_utf16()),
            [0xfe, 0xff, ..] => (Encoding::Utf16Be, 2, self.cut_utf16()),
            [b'%', b'P', b'D', b'F', b'-', ..] => (Encoding::Utf8, 0, Some(Fault::Binary)),
            _ if self.is_every_other_nul(1) => (Encoding::Utf16Le, 0, self.cut_utf16()),
            _ if self.is_every_other_nul(0) => (Encoding::Utf16Be, 0, self.cut_utf16()),
            _ if self.utf8.broken_at().is_none() => (Encoding::Utf8, 0, self.binary()),
            _ => (
                Encoding::Windows1252,
                0,
                self.binary().or_else(|| self.mixed()),
            ),
        }
    }

    /// Most text in UTF-16 is of letters below U+0100, so every other byte is mostly 0.
    fn is_every_other_nul(&self, parity: usize) -> bool {
        let pairs = self.length / 2;
        pairs > 1 && self.nul[parity] * 10 >= pairs * 7 && self.nul[1 - parity] * 20 <= pairs
    }

    fn cut_utf16(&self) -> Option<Fault> {
        (self.length % 2 == 1).then_some(Fault::CutUtf16)
    }

    /// One byte that is not UTF-8 is normal; with letters in UTF-8 beside it, none can be trusted.
    fn mixed(&self) -> Option<Fault> {
        let line = self.utf8.broken_at().filter(|_| self.has_letter);
        line.map(Fault::Mixed)
    }

    fn binary(&self) -> Option<Fault> {
        let nul = self.nul[0] + self.nul[1];
        (nul > 0 || self.controls * 50 > self.length).then_some(Fault::Binary)
    }
}

/// Whether bytes are UTF-8, a chunk at a time.
#[derive(Default)]
struct Utf8 {
    carried: Vec<u8>,
    lines: u64,
    broken: Option<u64>,
}

impl Utf8 {
    fn at(&mut self, mut chunk: &[u8]) {
        while self.broken.is_none() && !self.carried.is_empty() && !chunk.is_empty() {
            self.carried.push(chunk[0]);
            chunk = &chunk[1..];
            match std::str::from_utf8(&self.carried) {
                Ok(_) => self.carried.clear(),
                Err(error) if error.error_len().is_some() => self.broken = Some(self.lines + 1),
                Err(_) => {}
            }
        }
        if self.broken.is_some() {
            return;
        }
        let valid = match std::str::from_utf8(chunk) {
            Ok(_) => chunk.len(),
            Err(error) => error.valid_up_to(),
        };
        self.lines += count_lf(&chunk[..valid]);
        if let Err(error) = std::str::from_utf8(&chunk[valid..]) {
            if error.error_len().is_some() {
                self.broken = Some(self.lines + 1);
            } else {
                self.carried.extend(&chunk[valid..]);
            }
        }
    }

    /// The line of the first byte that is not UTF-8, a character cut off by the end included.
    fn broken_at(&self) -> Option<u64> {
        self.broken
            .or((!self.carried.is_empty()).then_some(self.lines + 1))
    }
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
pub(super) fn count_lf(bytes: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', bytes).count() as u64
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn encoding_of(bytes: &[u8]) -> (Encoding, Option<Fault>) {
        let examined = examine(&Content::Bytes(bytes.to_vec())).unwrap();
        (examined.encoding, examined.fault)
    }

    #[test]
    fn an_encoding_is_known_by_its_bytes() {
        assert_eq!(encoding_of("måling".as_bytes()), (Encoding::Utf8, None));
        assert_eq!(encoding_of(b"m\xe5ling"), (Encoding::Windows1252, None));
        assert_eq!(encoding_of(b"a\0b\0;\0"), (Encoding::Utf16Le, None));
        assert_eq!(encoding_of(b"\0a\0b\0;"), (Encoding::Utf16Be, None));
        assert_eq!(encoding_of(b"\xfe\xff\0a"), (Encoding::Utf16Be, None));
    }

    #[test]
    fn what_is_no_text_is_said_to_be_none() {
        assert_eq!(encoding_of(b"abc\0def").1, Some(Fault::Binary));
        let mixed = "må\nikke\n".bytes().chain(*b"m\xe5");
        let mixed: Vec<u8> = mixed.collect();
        assert_eq!(encoding_of(&mixed).1, Some(Fault::Mixed(3)));
        assert_eq!(
            encoding_of(b"\xef\xbb\xbfa\nb\xe5c").1,
            Some(Fault::BrokenUtf8(2))
        );
    }

    #[test]
    fn a_character_cut_by_a_chunk_is_whole() {
        let mut utf8 = Utf8::default();
        for byte in "å\n€\n😀".bytes() {
            utf8.at(&[byte]);
        }
        assert_eq!(utf8.broken_at(), None);
        utf8.at(b"\xc3");
        assert_eq!(utf8.broken_at(), Some(utf8.lines + 1));
    }
}
