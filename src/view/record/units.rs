//! A wave's units, each recorded when it is asked for: all of them at once take more memory than
//! the scores that they are made of.

use std::borrow::Cow;
use std::fmt;

use crate::finding::find;
use crate::intake::WaveResponses;
use crate::parallel;
use crate::scoring::{Profile, WaveCard};

use super::names::Names;
use super::unit::UnitSources;
use super::{Record, UnitRecord, WaveRecord};

/// How many units a thread records at once.
const AT_ONCE: usize = 4;

/// The units of a wave.
#[derive(Clone)]
pub struct UnitRecords<'a>(Source<'a>);

#[derive(Clone)]
enum Source<'a> {
    Recorded(Vec<UnitRecord>),
    Scored(Scored<'a>),
}

/// What the units' records are made of.
#[derive(Clone)]
pub(super) struct Scored<'a> {
    pub names: Names<'a>,
    /// All units' profiles at the same point in time.
    pub card: &'a WaveCard,
    /// Those that are recorded.
    pub profiles: Vec<&'a Profile>,
    pub answers: Option<&'a WaveResponses>,
    /// Whether what people wrote beside their answers is recorded.
    pub has_comments: bool,
}

impl Scored<'_> {
    fn record(&self, at: usize) -> UnitRecord {
        let (names, profile) = (&self.names, self.profiles[at]);
        let sources = UnitSources {
            names,
            card: self.card,
            profile,
            answers: self.answers,
            findings: find(names.model, names.assessment, self.card, profile.unit),
        };
        let mut record = sources.unit();
        if !self.has_comments {
            record.forget_comments();
        }
        record
    }
}

impl<'a> UnitRecords<'a> {
    pub(super) fn scored(scored: Scored<'a>) -> Self {
        Self(Source::Scored(scored))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match &self.0 {
            Source::Recorded(units) => units.len(),
            Source::Scored(scored) => scored.profiles.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The one at an index.
    ///
    /// # Panics
    /// If there is none.
    pub fn at(&self, index: usize) -> Cow<'_, UnitRecord> {
        match &self.0 {
            Source::Recorded(units) => Cow::Borrowed(&units[index]),
            Source::Scored(scored) => Cow::Owned(scored.record(index)),
        }
    }

    /// All of them at once.
    pub fn list(&self) -> Vec<UnitRecord> {
        parallel::each(self.len(), AT_ONCE, |index| self.at(index).into_owned())
    }

    fn forget_comments(&mut self) {
        match &mut self.0 {
            Source::Recorded(units) => units.iter_mut().for_each(UnitRecord::forget_comments),
            Source::Scored(scored) => scored.has_comments = false,
        }
    }
}

impl<'u> IntoIterator for &'u UnitRecords<'_> {
    type Item = Cow<'u, UnitRecord>;
    type IntoIter = Box<dyn Iterator<Item = Self::Item> + 'u>;

    /// All of them, one after the other.
    fn into_iter(self) -> Self::IntoIter {
        Box::new((0..self.len()).map(|index| self.at(index)))
    }
}

impl From<Vec<UnitRecord>> for UnitRecords<'_> {
    fn from(units: Vec<UnitRecord>) -> Self {
        Self(Source::Recorded(units))
    }
}

impl PartialEq for UnitRecords<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.into_iter().eq(other)
    }
}

impl fmt::Debug for UnitRecords<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

impl Record<UnitRecords<'_>> {
    /// The same with all units recorded.
    pub fn in_full(&self) -> Record {
        self.clone().with_units(|units| units.list())
    }

    /// Leaves out what people wrote beside their answers.
    pub fn forget_comments(&mut self) {
        for wave in &mut self.waves {
            wave.units.forget_comments();
        }
    }
}

impl From<Record> for Record<UnitRecords<'_>> {
    fn from(record: Record) -> Self {
        record.with_units(UnitRecords::from)
    }
}

impl<U> Record<U> {
    fn with_units<V>(self, units: impl Fn(U) -> V) -> Record<V> {
        let wave = |wave: WaveRecord<U>| WaveRecord {
            id: wave.id,
            name: wave.name,
            date: wave.date,
            units: units(wave.units),
            model_version: wave.model_version,
            mapping: wave.mapping,
        };
        Record {
            schema: self.schema,
            tool: self.tool,
            model: self.model,
            assessment: self.assessment,
            inputs: self.inputs,
            privacy: self.privacy,
            scoring: self.scoring,
            waves: self.waves.into_iter().map(wave).collect(),
            agreement: self.agreement,
            plan: self.plan,
            what_if: self.what_if,
        }
    }
}
