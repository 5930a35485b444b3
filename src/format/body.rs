//! What a file is to hold.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::view::View;

/// What a file is to hold.
pub enum Body<'v> {
    /// Bytes.
    Whole(Cow<'v, [u8]>),
    /// A report, of which bytes are made as they are written.
    Piecemeal(&'v View<'v>, fn(&View, &mut dyn Write) -> io::Result<()>),
}

impl Body<'_> {
    /// Writes all of it.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write_to(&self, writer: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Whole(bytes) => writer.write_all(bytes),
            Self::Piecemeal(view, write) => write(view, writer),
        }
    }

    /// Its bytes.
    pub fn into_bytes(self) -> Vec<u8> {
        match self {
            Self::Whole(bytes) => bytes.into_owned(),
            Self::Piecemeal(..) => {
                let mut bytes = Vec::new();
                // Nothing goes wrong in writing to memory.
                let _ = self.write_to(&mut bytes);
                bytes
            }
        }
    }
}

impl From<Vec<u8>> for Body<'_> {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Whole(bytes.into())
    }
}

impl<'v> From<&'v [u8]> for Body<'v> {
    fn from(bytes: &'v [u8]) -> Self {
        Self::Whole(bytes.into())
    }
}
