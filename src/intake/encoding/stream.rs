//! Bytes that can be read but once, such as those of a pipe, of which the beginning is kept.

use std::fmt;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};

use crate::intake::hash::hexadecimal;

use super::{Content, SMALL};

/// Bytes that can be read but once; their beginning can be read again.
#[derive(Clone)]
pub struct Stream(Arc<Shared>);

struct Shared {
    head: Vec<u8>,
    rest: Mutex<Rest>,
}

struct Rest {
    bytes: Box<dyn Read + Send>,
    /// The hash so far; none where there are more bytes than are hashed.
    hash: Option<Sha256>,
    length: u64,
    up_to: u64,
}

impl fmt::Debug for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Stream({} bytes and more)", self.0.head.len())
    }
}

impl PartialEq for Stream {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Stream {}

/// How archives begin, which are read from their end.
const ARCHIVES: [&[u8]; 2] = [b"PK", b"\xd0\xcf\x11\xe0"];

impl Content {
    /// What can be read but once. What is short or an archive is read into memory.
    ///
    /// # Errors
    /// If its beginning cannot be read.
    pub fn streamed(mut bytes: Box<dyn Read + Send>) -> io::Result<Self> {
        let mut head = Vec::new();
        let read = bytes.by_ref().take(SMALL).read_to_end(&mut head)?;
        if ARCHIVES.iter().any(|archive| head.starts_with(archive)) {
            bytes.read_to_end(&mut head)?;
            return Ok(Self::Bytes(head));
        }
        if (read as u64) < SMALL {
            return Ok(Self::Bytes(head));
        }
        let rest = Rest {
            bytes,
            hash: Some(Sha256::new_with_prefix(&head)),
            length: read as u64,
            up_to: u64::MAX,
        };
        Ok(Self::Stream(Stream(Arc::new(Shared {
            head,
            rest: Mutex::new(rest),
        }))))
    }
}

impl Stream {
    fn rest(&self) -> MutexGuard<'_, Rest> {
        self.0.rest.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Has it hashed while it is read, unless there are more bytes.
    pub(in crate::intake) fn hash_up_to(&self, up_to: u64) {
        self.rest().up_to = up_to;
    }

    /// The SHA-256 of all that has been read, in hexadecimal, if it was hashed.
    pub(in crate::intake) fn sha256(&self) -> Option<String> {
        self.rest()
            .hash
            .clone()
            .map(|hash| hexadecimal(&hash.finalize()))
    }

    /// Reads it from its beginning. Only one such reader may read beyond what is kept.
    pub(super) fn open(&self) -> Streamed<'_> {
        Streamed {
            head: &self.0.head,
            stream: self,
        }
    }
}

/// A stream while it is read.
pub(super) struct Streamed<'s> {
    head: &'s [u8],
    stream: &'s Stream,
}

impl Read for Streamed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.head.is_empty() {
            return self.head.read(buffer);
        }
        let mut rest = self.stream.rest();
        let read = rest.bytes.read(buffer)?;
        rest.length += read as u64;
        if rest.length > rest.up_to {
            rest.hash = None;
        }
        if let Some(hash) = &mut rest.hash {
            hash.update(&buffer[..read]);
        }
        Ok(read)
    }
}

impl Seek for Streamed<'_> {
    fn seek(&mut self, _: SeekFrom) -> io::Result<u64> {
        Err(io::ErrorKind::NotSeekable.into())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_is_hashed_while_it_is_read_if_it_is_not_too_long() {
        let bytes = b"abc".repeat(SMALL as usize);
        for (up_to, is_hashed) in [(u64::MAX, true), (bytes.len() as u64 - 1, false)] {
            let content = Content::streamed(Box::new(io::Cursor::new(bytes.clone()))).unwrap();
            let Content::Stream(stream) = &content else {
                panic!("it is long")
            };
            stream.hash_up_to(up_to);
            let mut start = [0; 3];
            content.open().unwrap().read_exact(&mut start).unwrap();
            let mut all = Vec::new();
            content.open().unwrap().read_to_end(&mut all).unwrap();
            assert_eq!((&start, all == bytes), (b"abc", true));
            let whole = hexadecimal(&Sha256::digest(&bytes));
            assert_eq!(stream.sha256(), is_hashed.then_some(whole));
        }
    }

    #[test]
    fn what_is_short_or_an_archive_is_kept() {
        for bytes in [b"a;b".to_vec(), b"PK".repeat(SMALL as usize)] {
            let content = Content::streamed(Box::new(io::Cursor::new(bytes.clone()))).unwrap();
            assert_eq!(content, Content::Bytes(bytes));
        }
    }
}
