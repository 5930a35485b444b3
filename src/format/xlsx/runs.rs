//! Words in a cell, each in its own tone.

use rust_xlsxwriter::Format;

use crate::view::{Line, Tone};

use super::legal;
use super::page::{Outcome, Page};

/// Excel keeps a long text of many runs slowly: one of so many bytes is left in one tone.
const LONGEST: usize = 8_000;

impl Page<'_> {
    /// Sets the words of a cell, which stand there already, in their tones: `mark` comes first.
    /// Nothing is done where the line has but one tone or does not keep its words when it is taken
    /// apart: a long text is cut as a whole, what looks like an escape or a formula is one piece.
    pub fn rich(
        &mut self,
        (row, column): (u32, u16),
        line: &Line,
        mark: &str,
        format: &Format,
    ) -> Outcome {
        let text: String = line.iter().map(|span| span.text.as_str()).collect();
        let is_plain = line.iter().all(|span| span.tone == Tone::Plain);
        if is_plain || text.len() >= LONGEST || text.contains("_x") || legal::runs(&text) {
            return Ok(());
        }
        let look = self.look;
        let run = |tone: Tone| match tone {
            Tone::Plain => &look.plain_run,
            Tone::Strong => &look.strong_run,
            Tone::Accent => &look.accent_run,
            Tone::Muted => &look.muted_run,
        };
        let note = self.words.get("xlsx.cut");
        let mut runs = Vec::new();
        if !mark.is_empty() {
            runs.push((run(Tone::Plain), mark.to_owned()));
        }
        for span in line.iter().filter(|span| !span.text.is_empty()) {
            runs.push((run(span.tone), legal::cell(&span.text, note)));
        }
        let runs: Vec<(&Format, &str)> = runs.iter().map(|(f, text)| (*f, text.as_str())).collect();
        self.sheet
            .write_rich_string_with_format(row, column, &runs, format)?;
        Ok(())
    }
}
