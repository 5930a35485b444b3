//! A row a respondent, a column a practice.

use crate::intake::people::{BLANK, Code};
use crate::intake::reading::Reading;

use super::Run;
use super::cell::{Answers, Raw};
use super::columns::Kind;
use super::who::{Names, Who};

/// How rows of respondents are read quickly.
pub(crate) struct Wide {
    kinds: Vec<Kind>,
    delimiter: u8,
    names: Names,
    answers: Answers,
    /// What the row says, by slot.
    said: Vec<Code>,
}

impl Wide {
    pub(super) fn new(kinds: Vec<Kind>, delimiter: u8) -> Self {
        Self {
            kinds,
            delimiter,
            names: Names::new(delimiter),
            answers: Answers::new(),
            said: Vec::new(),
        }
    }

    pub(super) fn run(&mut self, reading: &mut Reading<'_, '_>, row: u64, text: &[u8]) -> Run {
        let mut run = Run::default();
        let Some(place) = reading.known_place() else {
            return run;
        };
        self.said.resize(reading.gathered.people.slots(), BLANK);
        let mut rest = text;
        while let Some(behind) = self.row(reading, Who::at(place), row + run.rows + 1, rest) {
            rest = behind;
            run.rows += 1;
        }
        run.bytes = text.len() - rest.len();
        run
    }

    #[inline]
    fn row<'t>(
        &mut self,
        reading: &mut Reading<'_, '_>,
        mut who: Who<'t>,
        number: u64,
        text: &'t [u8],
    ) -> Option<&'t [u8]> {
        self.said.fill(BLANK);
        let mut rest = text;
        let mut is_remarked = false;
        let mut any = BLANK;
        let last = self.kinds.len().checked_sub(1)?;
        for (column, &kind) in self.kinds.iter().enumerate() {
            let end = if column == last {
                b'\n'
            } else {
                self.delimiter
            };
            rest = match kind {
                Kind::Answer(slot) => {
                    let (answer, rest) = self.answers.at(reading, rest, self.delimiter, end)?;
                    self.said[slot] = answer;
                    any |= answer;
                    rest
                }
                Kind::Remark => {
                    let raw = Raw::at(rest, self.delimiter, end)?;
                    is_remarked |= !raw.is_blank();
                    raw.rest
                }
                kind => self.names.take(kind, &mut who, reading, rest, end)?,
            };
        }
        if is_remarked && reading.gathered.people.keeps_comments() {
            return None;
        }
        if any == BLANK && !is_remarked {
            // With an id the row holds something, though it is nobody's answer.
            return who.respondent.filter(|id| !id.is_blank()).map(|_| rest);
        }
        let person = who.person(reading, number)?;
        let people = &mut reading.gathered.people;
        let again = people.answer_all(person, &self.said, reading.index);
        for _ in 0..again {
            reading.happened.again.at(number);
        }
        Some(rest)
    }
}
