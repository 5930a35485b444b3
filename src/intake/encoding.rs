//! Bytes → text: which encoding a file is in. Its beginning tells, and what comes behind it is
//! watched while it is read.

mod head;
mod stream;
mod watch;

use std::fmt;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek};
use std::path::PathBuf;

pub(super) use head::{Examined, examine};
pub use stream::Stream;
pub(super) use watch::{Glance, Soundness, Watch, count_lf, whole_letters};

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

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Fault {}

impl From<Fault> for io::Error {
    fn from(fault: Fault) -> Self {
        Self::new(io::ErrorKind::InvalidData, fault)
    }
}

impl Fault {
    /// The fault that is why a text could not be read on, if one is.
    pub(super) fn of(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref::<Self>().copied()
    }
}

/// Where an answers file's bytes come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A file, read in place.
    File(PathBuf),
    /// Bytes at hand.
    Bytes(Vec<u8>),
    /// Bytes that can be read but once, such as those of standard input.
    Stream(Stream),
}

/// How large a file is at most that is read at once.
const SMALL: u64 = 1 << 20;

/// So much of a text can be read again, whatever it is read from, and however it is encoded.
pub(super) const KEPT: u64 = SMALL / 4;

/// Bytes that can be read from any place.
pub(super) trait ReadSeek: Read + Seek + Send {}

impl<T: Read + Seek + Send> ReadSeek for T {}

impl Content {
    /// The same content in a form of which at least the beginning can be read more than once; what
    /// is small is read into memory.
    pub(super) fn rereadable(self) -> io::Result<Self> {
        match self {
            Self::File(path) => {
                let file = std::fs::metadata(&path)?;
                match file.is_file() {
                    true if file.len() > SMALL => Ok(Self::File(path)),
                    true => Ok(Self::Bytes(std::fs::read(path)?)),
                    false => Self::streamed(Box::new(File::open(path)?)),
                }
            }
            bytes => Ok(bytes),
        }
    }

    /// How many bytes there are, if that can be known.
    pub(super) fn length(&self) -> Option<u64> {
        match self {
            Self::File(path) => {
                let file = std::fs::metadata(path).ok().filter(|file| file.is_file());
                file.map(|file| file.len())
            }
            Self::Bytes(bytes) => Some(bytes.len() as u64),
            Self::Stream(_) => None,
        }
    }

    pub(super) fn open(&self) -> io::Result<Box<dyn ReadSeek + '_>> {
        Ok(match self {
            Self::File(path) => Box::new(File::open(path)?),
            Self::Bytes(bytes) => Box::new(Cursor::new(bytes.as_slice())),
            Self::Stream(stream) => Box::new(stream.open()),
        })
    }
}
