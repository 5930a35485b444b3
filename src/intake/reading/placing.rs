//! Where and when a row belongs, and in which role its respondent answered.

use crate::diagnostic::{Diagnostic, code};
use crate::intake::fold::text;
use crate::intake::header::{Word, excerpt};
use crate::intake::names::NotKnown;
use crate::intake::people::Place;

use super::{Reading, Row};

impl Reading<'_, '_> {
    /// Where and when a row belongs.
    pub(in crate::intake) fn place(&mut self, row: Row<'_>) -> Option<Place> {
        let wave = self.wave(row, Word::Wave);
        let unit = self.unit(row, Word::Unit);
        Some(Place {
            wave: wave?,
            unit: unit?,
        })
    }

    /// The wave that a row names in the column of a header word, else the one that is known
    /// without.
    pub(in crate::intake) fn wave(&mut self, row: Row<'_>, at: Word) -> Option<Option<usize>> {
        let cell = self.filled(row, at);
        if let Some(wave) = self.known_wave(cell) {
            return Some(wave);
        }
        let Some(cell) = cell else {
            if !self.gathered.assessment.declared.waves {
                self.gathered.without_wave = Some((self.index, row.number));
                return Some(None);
            }
            let problem = Diagnostic::error(&code::A015, "the row names no wave")
                .help("several waves are possible: name one in a column `wave`");
            self.fault(row, at, problem);
            return None;
        };
        match self.gathered.waves.index(cell) {
            Ok(wave) if self.is_of_another_version(wave) => {
                let message = "the wave in this row answered another version of the model";
                let problem = Diagnostic::error(&code::A037, message)
                    .help("put its answers in a file of their own, listed by that wave");
                self.fault(row, at, problem);
                None
            }
            Ok(wave) => Some(Some(wave)),
            Err(why) => self.unknown(row, at, Word::Wave, why),
        }
    }

    /// Whether a row's wave is carried over in another way than the waves that list the file.
    pub(super) fn is_of_another_version(&self, wave: usize) -> bool {
        let declared = &self.gathered.assessment.waves;
        let mapping = |wave: usize| declared.get(wave).and_then(|wave| wave.mapping);
        matches!(self.waves.first(), Some(&listed) if mapping(listed) != mapping(wave))
    }

    /// The unit that a row names in the column of a header word, else the one that is known
    /// without.
    pub(in crate::intake) fn unit(&mut self, row: Row<'_>, at: Word) -> Option<Option<usize>> {
        let cell = self.filled(row, at);
        if let Some(unit) = self.known_unit(cell) {
            return Some(unit);
        }
        if let Some(cell) = cell {
            return match self.gathered.units.index(cell) {
                Ok(unit) => Some(Some(unit)),
                Err(why) => self.unknown(row, at, Word::Unit, why),
            };
        }
        let problem = Diagnostic::error(&code::A012, "the row names no unit")
            .help("there are several top units: name one in a column `unit`");
        self.fault(row, at, problem);
        None
    }

    /// The role that a row names in the column of a header word, if it names one.
    pub(in crate::intake) fn role(&mut self, row: Row<'_>, at: Word) -> Option<Option<usize>> {
        match self.filled(row, at) {
            None => Some(None),
            Some(cell) => match self.gathered.roles.index(cell) {
                Ok(role) => Some(Some(role)),
                Err(why) => self.unknown(row, at, Word::Role, why),
            },
        }
    }

    fn unknown<T>(&mut self, row: Row<'_>, at: Word, word: Word, why: NotKnown) -> Option<T> {
        let shown = self.filled(row, at).map(|cell| excerpt(&text(cell)))?;
        let (kind, names) = match word {
            Word::Unit => (&code::A011, self.gathered.unit_names()),
            Word::Role => (&code::A013, self.gathered.role_names()),
            _ => (&code::A014, self.gathered.wave_names()),
        };
        let problem = match why {
            NotKnown::Unknown => {
                let message = format!("`{shown}` is no {word} of this assessment");
                let more = match word {
                    Word::Wave => String::new(),
                    _ => format!("; `[intake.{word}s]` says what else they are called"),
                };
                Diagnostic::error(kind, message)
                    .suggest(&shown, names.iter().copied())
                    .help(format!("`assessment.toml` lists the {word}s{more}"))
            }
            NotKnown::Ambiguous => {
                let message = format!("`{shown}` is the name of more than one {word}");
                Diagnostic::error(kind, message).help("write the id, which only one has")
            }
        };
        self.fault_in_cell(row, at, problem, shown);
        None
    }
}
