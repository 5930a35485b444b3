//! How JSON is written: indented by two spaces, and nothing in it that a terminal acts on.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::diagnostic::acts;

/// A line's end with the indentation of the deepest line that is written in one piece.
const LINE: &[u8] = b",\n                                                                ";
/// Spaces a level.
const STEP: usize = 2;

/// A value as it stands so many levels deep in a document. A value of [`Written`] bytes stands
/// as it was written.
pub(super) fn written(value: &impl Serialize, depth: usize, room: usize) -> Vec<u8> {
    let mut text = Vec::with_capacity(room);
    let indented = Indented {
        depth,
        has_value: false,
    };
    let mut serializer = Serializer::with_formatter(&mut text, indented);
    // Only a map with keys that are no strings, or a failing writer, makes this an error.
    let _ = value.serialize(&mut serializer);
    text
}

/// Part of a document that was written before, as deep as it stands.
pub(super) struct Written(pub Vec<u8>);

impl Serialize for Written {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

/// Indents as serde's own formatter does, a line in one piece.
struct Indented {
    depth: usize,
    /// Whether the innermost list or table that is being written has anything in it.
    has_value: bool,
}

impl Indented {
    fn open<W: ?Sized + Write>(&mut self, writer: &mut W, mark: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.has_value = false;
        writer.write_all(mark)
    }

    fn close<W: ?Sized + Write>(&mut self, writer: &mut W, mark: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if self.has_value {
            self.line(writer, true)?;
        }
        writer.write_all(mark)
    }

    /// A new line, after a comma unless it is the first.
    fn line<W: ?Sized + Write>(&self, writer: &mut W, first: bool) -> io::Result<()> {
        let from = usize::from(first);
        let spaces = self.depth * STEP;
        let at_once = LINE.len().min(2 + spaces);
        writer.write_all(&LINE[from..at_once])?;
        for _ in at_once..2 + spaces {
            writer.write_all(b" ")?;
        }
        Ok(())
    }
}

impl Formatter for Indented {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.line(writer, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.open(writer, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.line(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }

    /// A text in which serde has escaped the ASCII control characters but the last.
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        const LAST: u8 = 0x7f;
        if fragment.bytes().all(|byte| byte < LAST) {
            return writer.write_all(fragment.as_bytes());
        }
        let mut rest = fragment;
        while let Some(at) = rest.find(acts) {
            let (inert, from) = rest.split_at(at);
            writer.write_all(inert.as_bytes())?;
            let mut characters = from.chars();
            for character in characters.by_ref().take(1) {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    write!(writer, "\\u{unit:04x}")?;
                }
            }
            rest = characters.as_str();
        }
        writer.write_all(rest.as_bytes())
    }

    fn write_byte_array<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        value: &[u8],
    ) -> io::Result<()> {
        writer.write_all(value)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn text(value: &Value) -> String {
        String::from_utf8(written(value, 0, 0)).unwrap()
    }

    #[test]
    fn values_stand_as_serde_indents_them() {
        let mut value = json!({"a": [], "b": {}, "c": [1.5, null, "x\ty", [true], {"d": "æ\""}]});
        // Deeper than a line is written in one piece.
        for _ in 0..50 {
            assert_eq!(text(&value), serde_json::to_string_pretty(&value).unwrap());
            value = json!([value, {"deeper": 1}]);
        }
    }

    #[test]
    fn what_a_terminal_acts_on_is_escaped_and_nothing_else() {
        let said = "a\u{7f}b\u{202e}\u{9b}c\u{e0041}æ€\u{1f600}";
        assert_eq!(
            text(&json!(said)),
            "\"a\\u007fb\\u202e\\u009bc\\udb40\\udc41æ€\u{1f600}\""
        );
        assert_eq!(
            serde_json::from_str::<Value>(&text(&json!(said))).unwrap(),
            said
        );
    }

    #[test]
    fn what_was_written_before_stands_as_it_was() {
        let inner = json!({"n": [1, 2]});
        let outer = [[Written(written(&inner, 2, 0))]];
        let whole = serde_json::to_string_pretty(&[[&inner]]).unwrap();
        assert_eq!(String::from_utf8(written(&outer, 0, 0)).unwrap(), whole);
    }
}
