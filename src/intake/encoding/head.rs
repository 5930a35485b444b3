//! What the beginning of a file tells of it.

use std::io::{self, Read};

use super::watch::{Glance, Watch, whole_letters};
use super::{Content, Encoding, Fault, SMALL};

/// What a look at the beginning of a file tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::intake) struct Examined {
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

/// So many bytes tell what kind of file it is.
const START: usize = 128;

/// Looks at the beginning of a file.
pub(in crate::intake) fn examine(content: &Content) -> io::Result<Examined> {
    let mut head = Vec::new();
    content.open()?.take(SMALL).read_to_end(&mut head)?;
    let is_whole = (head.len() as u64) < SMALL || content.length() == Some(SMALL);
    Ok(judge(&head, is_whole))
}

fn judge(head: &[u8], is_whole: bool) -> Examined {
    let cut = (is_whole && head.len() % 2 == 1).then_some(Fault::CutUtf16);
    let (encoding, mark, fault) = match head {
        [0xef, 0xbb, 0xbf, text @ ..] => {
            let (encoding, fault) = bytewise(text, true, is_whole);
            (encoding, 3, fault)
        }
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => {
            (Encoding::Utf16Le, 4, Some(Fault::Utf32))
        }
        [0xff, 0xfe, ..] => (Encoding::Utf16Le, 2, cut),
        [0xfe, 0xff, ..] => (Encoding::Utf16Be, 2, cut),
        [b'%', b'P', b'D', b'F', b'-', ..] => (Encoding::Utf8, 0, Some(Fault::Binary)),
        _ if is_every_other_nul(head, 1) => (Encoding::Utf16Le, 0, cut),
        _ if is_every_other_nul(head, 0) => (Encoding::Utf16Be, 0, cut),
        _ => {
            let (encoding, fault) = bytewise(head, false, is_whole);
            (encoding, 0, fault)
        }
    };
    Examined {
        start: head[..head.len().min(START)].to_vec(),
        encoding,
        mark,
        cr_lines: ends_in_cr(head),
        empty: head.len() as u64 <= mark,
        fault,
    }
}

/// Text of which a letter is one byte or, in UTF-8, several.
fn bytewise(text: &[u8], is_marked: bool, is_whole: bool) -> (Encoding, Option<Fault>) {
    let text = match is_whole {
        true => text,
        false => &text[..whole_letters(text)],
    };
    let mut watch = Watch::new(is_marked);
    let taken = watch.take(text, &Glance::of(text));
    let fault = match taken {
        Err((_, fault)) => Some(fault),
        Ok(_) => watch.end(),
    };
    (watch.encoding(), fault)
}

/// Most text in UTF-16 is of letters below U+0100, so every other byte is mostly 0.
fn is_every_other_nul(head: &[u8], parity: usize) -> bool {
    let mut nul = [0, 0];
    for at in memchr::memchr_iter(0, head) {
        nul[at % 2] += 1;
    }
    let pairs = head.len() / 2;
    pairs > 1 && nul[parity] * 10 >= pairs * 7 && nul[1 - parity] * 20 <= pairs
}

/// Whether lines end in CR alone: one comes, outside quotations, before any line feed.
fn ends_in_cr(head: &[u8]) -> bool {
    let (mut is_quoted, mut has_cr) = (false, false);
    for &byte in head {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => return false,
            b'\r' if !is_quoted => has_cr = true,
            _ => {}
        }
    }
    has_cr
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
        let mixed: Vec<u8> = b"m\xe5\n".iter().copied().chain("må".bytes()).collect();
        assert_eq!(encoding_of(&mixed).1, Some(Fault::Mixed(1)));
        assert_eq!(
            encoding_of(b"\xef\xbb\xbfa\nb\xe5c").1,
            Some(Fault::BrokenUtf8(2))
        );
        assert_eq!(
            encoding_of("å".repeat(2).as_bytes()[..3].into()).1,
            Some(Fault::Mixed(1))
        );
    }

    #[test]
    fn a_character_cut_where_the_beginning_ends_is_whole() {
        let odd = format!("a{}", "å".repeat(SMALL as usize / 2));
        let examined = examine(&Content::Bytes(odd.into_bytes())).unwrap();
        assert_eq!((examined.encoding, examined.fault), (Encoding::Utf8, None));
    }
}
