//! Bytes of which only so many are given out at a time.

use std::io::{self, BufRead, Read};

/// A reader that refuses to go on when more is asked of it than was allowed last: whoever gathers
/// what they read into one piece cannot gather more than that.
pub(super) struct Narrow<R> {
    inner: R,
    left: usize,
    refused: bool,
}

impl<R: BufRead> Narrow<R> {
    /// Nothing is allowed yet.
    pub(super) fn new(inner: R) -> Self {
        Self {
            inner,
            left: 0,
            refused: false,
        }
    }

    /// Allows so many bytes from here on.
    pub(super) fn allow(&mut self, bytes: usize) {
        self.left = bytes;
    }

    /// Whether more was asked than was allowed.
    pub(super) fn has_refused(&self) -> bool {
        self.refused
    }
}

impl<R: BufRead> Read for Narrow<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let bytes = self.fill_buf()?;
        let count = bytes.len().min(into.len());
        into[..count].copy_from_slice(&bytes[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Narrow<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let bytes = self.inner.fill_buf()?;
        if self.left == 0 && !bytes.is_empty() {
            self.refused = true;
            return Err(io::Error::other("one piece is too long"));
        }
        Ok(&bytes[..bytes.len().min(self.left)])
    }

    fn consume(&mut self, count: usize) {
        self.left -= count;
        self.inner.consume(count);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_given_out_than_was_allowed() {
        let mut narrow = Narrow::new(&b"abcdef"[..]);
        narrow.allow(4);
        let mut read = Vec::new();
        assert!(narrow.read_to_end(&mut read).is_err() && narrow.has_refused());
        assert_eq!(read, b"abcd");
        narrow.allow(2);
        narrow.read_to_end(&mut read).unwrap();
        assert_eq!(read, b"abcdef");
    }
}
