//! A file's text as UTF-8, whatever it is encoded in.

use std::io::{self, Read};

use encoding_rs::WINDOWS_1252;
use encoding_rs_io::DecodeReaderBytesBuilder;

use super::encoding::{Content, Encoding, Examined, Fault, Glance, KEPT, Watch};
use super::pieces::Pieces;

/// Text without a byte order mark, its lines ending in LF or CRLF; decoded and watched piece by
/// piece.
pub(super) struct Text<'a> {
    pieces: Pieces<'a>,
    encoded: Encoded,
    /// The piece at hand, decoded, and how much of it has been read.
    piece: Vec<u8>,
    at: usize,
    /// What is wrong behind the piece at hand.
    fault: Option<Fault>,
}

/// What pieces of a text are in.
pub(super) enum Encoded {
    /// They are decoded already.
    Not,
    /// UTF-8 or Windows-1252, as is watched.
    Bytewise(Watch),
}

/// The parts of a text, to be read otherwise.
pub(super) struct Parts<'a> {
    /// The text at hand that has not been read.
    pub at_hand: Vec<u8>,
    pub pieces: Pieces<'a>,
    pub encoded: Encoded,
    pub fault: Option<Fault>,
}

impl<'a> Text<'a> {
    /// The text of a file whose beginning has been looked at.
    pub(super) fn of(content: &'a Content, examined: &Examined) -> io::Result<Self> {
        let mut bytes = content.open()?;
        io::copy(&mut bytes.by_ref().take(examined.mark), &mut io::sink())?;
        let utf16 = match examined.encoding {
            Encoding::Utf8 | Encoding::Windows1252 => None,
            Encoding::Utf16Le => Some(encoding_rs::UTF_16LE),
            Encoding::Utf16Be => Some(encoding_rs::UTF_16BE),
        };
        let (bytes, encoded): (Box<dyn Read + Send>, _) = match utf16 {
            None => (bytes, Encoded::Bytewise(Watch::new(examined.mark > 0))),
            Some(encoding) => {
                let decoder = DecodeReaderBytesBuilder::new()
                    .encoding(Some(encoding))
                    .bom_sniffing(false)
                    .build(Even {
                        bytes,
                        is_odd: false,
                    });
                (Box::new(decoder), Encoded::Not)
            }
        };
        let pieces = Pieces::new(bytes, examined.cr_lines);
        Ok(Self::from(Parts {
            at_hand: Vec::new(),
            pieces,
            encoded,
            fault: None,
        }))
    }

    /// The beginning of such a text, which can be read again later.
    pub(super) fn beginning(content: &'a Content, examined: &Examined) -> io::Result<Self> {
        let mut text = Self::of(content, examined)?;
        text.pieces.read_up_to(KEPT);
        Ok(text)
    }

    /// Text that is all at hand.
    pub(super) fn at_hand(text: &'a [u8]) -> Self {
        Self::from(Parts {
            at_hand: Vec::new(),
            pieces: Pieces::new(Box::new(text), false),
            encoded: Encoded::Not,
            fault: None,
        })
    }

    /// The text that these parts make up.
    pub(super) fn from(parts: Parts<'a>) -> Self {
        Self {
            pieces: parts.pieces,
            encoded: parts.encoded,
            piece: parts.at_hand,
            at: 0,
            fault: parts.fault,
        }
    }

    /// Takes it apart.
    pub(super) fn into_parts(mut self) -> Parts<'a> {
        self.piece.drain(..self.at);
        Parts {
            at_hand: self.piece,
            pieces: self.pieces,
            encoded: self.encoded,
            fault: self.fault,
        }
    }

    /// The same, read in pieces of another size.
    pub(super) fn in_pieces_of(self, room: usize) -> Self {
        let pieces = self.pieces.of_size(room);
        Self { pieces, ..self }
    }

    /// What pieces that have not been decoded yet are in, as far as is known; see
    /// [`Encoded::encoding`].
    pub(super) fn encoding(&self) -> Option<Encoding> {
        self.encoded.encoding()
    }

    fn fetch(&mut self) -> io::Result<()> {
        if let Some(fault) = self.fault {
            return Err(fault.into());
        }
        self.at = 0;
        let is_more = self.pieces.next(&mut self.piece);
        if !is_more && let Some(error) = self.pieces.error() {
            return Err(error);
        }
        let Encoded::Bytewise(watch) = &mut self.encoded else {
            return Ok(());
        };
        if !is_more {
            return watch.end().map_or(Ok(()), |fault| Err(fault.into()));
        }
        let taken = watch.take(&self.piece, &Glance::of(&self.piece));
        if let Err((sound, fault)) = taken {
            self.piece.truncate(sound);
            self.fault = Some(fault);
        }
        if watch.encoding() == Encoding::Windows1252 {
            self.piece = decoded(&self.piece);
        }
        match self.fault {
            Some(fault) if self.piece.is_empty() => Err(fault.into()),
            _ => Ok(()),
        }
    }
}

impl Read for Text<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at == self.piece.len() {
            self.fetch()?;
        }
        let read = (&self.piece[self.at..]).read(buffer)?;
        self.at += read;
        Ok(read)
    }
}

impl Encoded {
    /// What a piece that has not been decoded yet is in, as far as is known; `None` if it is.
    pub(super) fn encoding(&self) -> Option<Encoding> {
        match self {
            Self::Not => None,
            Self::Bytewise(watch) => Some(watch.encoding()),
        }
    }
}

/// Text in Windows-1252 as UTF-8.
pub(super) fn decoded(bytes: &[u8]) -> Vec<u8> {
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    text.into_owned().into_bytes()
}

/// Bytes of which there must be an even number.
struct Even<R> {
    bytes: R,
    is_odd: bool,
}

impl<R: Read> Read for Even<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(buffer)?;
        if read == 0 && self.is_odd && !buffer.is_empty() {
            return Err(Fault::CutUtf16.into());
        }
        self.is_odd ^= read % 2 == 1;
        Ok(read)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::intake::encoding::examine;

    #[test]
    fn a_long_text_cut_in_the_middle_of_a_character_is_said_to_be() {
        let text = "måling;2\n".repeat(100_000);
        let mut bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.push(0);
        let content = Content::Bytes(bytes);
        let mut text = Text::of(&content, &examine(&content).unwrap()).unwrap();
        let mut all = Vec::new();
        let error = text.read_to_end(&mut all).unwrap_err();
        assert_eq!(Fault::of(&error), Some(Fault::CutUtf16));
        // It comes again: what is at hand may be read first.
        let error = text.read(&mut [0]).unwrap_err();
        assert_eq!(Fault::of(&error), Some(Fault::CutUtf16));
    }
}
