//! How JSON is written: indented by two spaces, and nothing in it that a terminal acts on.

use std::io::{self, Write};

use serde::Serialize;
use serde::ser::SerializeSeq;
use serde_json::ser::{Formatter, Serializer};

use crate::diagnostic::acts;
use crate::parallel;

/// Spaces a level.
const STEP: usize = 2;
/// Lines up to so many levels deep begin in one piece.
const DEEPEST: usize = 24;
/// What stands before a line's own indentation: the comma behind the line before, and its end.
const BEFORE: usize = 2;

/// By depth, all that stands before a key: the end of the line before, the indentation, and a
/// quotation mark.
static LINES: [[u8; BEFORE + DEEPEST * STEP + 1]; DEEPEST + 1] = {
    let mut lines = [[b' '; BEFORE + DEEPEST * STEP + 1]; DEEPEST + 1];
    let mut depth = 0;
    while depth <= DEEPEST {
        lines[depth][0] = b',';
        lines[depth][1] = b'\n';
        lines[depth][BEFORE + depth * STEP] = b'"';
        depth += 1;
    }
    lines
};

/// Writes a value, [`Listed`] ones in the place of lists.
///
/// # Errors
/// Those of the writer.
pub(super) fn write(value: &impl Serialize, writer: &mut impl Write) -> io::Result<()> {
    let mut serializer = Serializer::with_formatter(writer, Indented::at(0));
    // But for the writer only a map with keys that are no strings makes this an error.
    Ok(value.serialize(&mut serializer)?)
}

/// A list whose values are so many levels deep in a document, written on all processors.
pub(super) struct Listed<F> {
    pub depth: usize,
    pub count: usize,
    /// The value at a place.
    pub value: F,
}

impl<V: Serialize, F: Fn(usize) -> V + Sync> Serialize for Listed<F> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.count))?;
        let write = |at, text: &mut Vec<u8>| {
            text.clear();
            let mut serializer = Serializer::with_formatter(text, Indented::at(self.depth));
            // Only a map with keys that are no strings makes this an error.
            let _ = (self.value)(at).serialize(&mut serializer);
        };
        parallel::in_order(self.count, write, |text| {
            list.serialize_element(&Written(text))
        })?;
        list.end()
    }
}

/// Part of a document that was written before, as deep as it stands.
struct Written<'t>(&'t [u8]);

impl Serialize for Written<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

/// Indents as serde's own formatter does, a line in one piece.
struct Indented {
    depth: usize,
    /// Whether the innermost list or table that is being written has anything in it.
    has_value: bool,
    /// Whether a key is being written: its quotation marks are written with what stands beside it.
    is_key: bool,
}

impl Indented {
    fn at(depth: usize) -> Self {
        Self {
            depth,
            has_value: false,
            is_key: false,
        }
    }

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
        self.line_up_to(writer, first, 0)
    }

    /// A quotation mark, unless it stands beside something that it is written with.
    fn quote<W: ?Sized + Write>(&self, writer: &mut W) -> io::Result<()> {
        match self.is_key {
            true => Ok(()),
            false => writer.write_all(b"\""),
        }
    }

    /// The same as [`Indented::line`] with so many of the bytes that stand behind a key's indentation.
    fn line_up_to<W: ?Sized + Write>(
        &self,
        writer: &mut W,
        first: bool,
        more: usize,
    ) -> io::Result<()> {
        let deep = self.depth.saturating_sub(DEEPEST);
        let line = &LINES[self.depth - deep];
        let end = BEFORE + (self.depth - deep) * STEP;
        if deep == 0 {
            return writer.write_all(&line[usize::from(first)..end + more]);
        }
        writer.write_all(&line[usize::from(first)..end])?;
        for _ in 0..deep {
            writer.write_all(&[b' '; STEP])?;
        }
        writer.write_all(&line[end..end + more])
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
        self.is_key = true;
        self.line_up_to(writer, first, 1)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.is_key = false;
        writer.write_all(b"\": ")
    }

    fn begin_string<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.quote(writer)
    }

    fn end_string<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.quote(writer)
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

    fn text(value: &impl Serialize) -> String {
        let mut text = Vec::new();
        write(value, &mut text).unwrap();
        String::from_utf8(text).unwrap()
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
    fn a_list_that_is_written_on_all_processors_stands_as_any_list() {
        let value = |at: usize| json!({"n": [at, 2], "said": "æ\"".repeat(at * 7 % 50)});
        for count in [0, 1, 2, 300] {
            let listed = Listed {
                depth: 3,
                count,
                value,
            };
            let all: Vec<Value> = (0..count).map(value).collect();
            let whole = serde_json::to_string_pretty(&[[&all]]).unwrap();
            assert_eq!(text(&[[&listed]]), whole);
        }
    }
}
