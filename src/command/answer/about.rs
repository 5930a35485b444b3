//! What a sheet is answered about: by the options, else as the assessment has it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::assessment::{AnswersFile, Assessment};
use crate::cli::AnswerArgs;
use crate::command::pipeline;
use crate::diagnostic::Diagnostics;
use crate::intake::Subject;

/// What is answered about.
pub struct About {
    /// The unit; `None` for what answers without a unit belong to.
    pub unit: Option<Named>,
    /// The wave, if there are waves.
    pub wave: Option<Named>,
    /// The declared waves that list the sheet.
    pub listed: Vec<usize>,
    /// Whether rows that name no unit are about this one.
    is_whole: bool,
    /// Whether rows that name no wave are of this one.
    is_only_wave: bool,
}

/// A unit or a wave.
pub struct Named {
    /// Its place in the assessment, where it is declared.
    pub index: Option<usize>,
    /// What it is called.
    pub name: String,
    id: String,
}

impl About {
    /// The unit and wave that the options name, else the first top unit and the latest wave.
    /// Where none are declared, any name will do.
    ///
    /// # Errors
    /// A unit or wave that the assessment does not have.
    pub fn of(arguments: &AnswerArgs, assessment: &Assessment) -> Result<Self, Diagnostics> {
        let mut problems = Diagnostics::new();
        let asked = |wanted: &Option<String>| {
            wanted.as_ref().map(|name| Named {
                index: None,
                name: name.clone(),
                id: name.clone(),
            })
        };
        let unit = match assessment.declared.units {
            false => asked(&arguments.unit),
            true => {
                let unit = pipeline::unit(arguments.unit.as_deref(), assessment, &mut problems);
                unit.map(|index| {
                    let unit = &assessment.units[index];
                    named(index, Some(&unit.id), &unit.name)
                })
            }
        };
        let wave = match assessment.declared.waves {
            false => asked(&arguments.wave),
            true => {
                let wave = pipeline::wave(arguments.wave.as_deref(), assessment, &mut problems);
                wave.map(|index| {
                    let wave = &assessment.waves[index];
                    named(index, wave.id.as_ref(), &wave.name)
                })
            }
        };
        if problems.has_errors() {
            return Err(problems);
        }
        let index = |of: &Option<Named>| of.as_ref().and_then(|named| named.index);
        let mut tops = assessment.units.tops();
        let top = tops.next().filter(|_| tops.next().is_none());
        let listed = listed(assessment, &arguments.output);
        Ok(Self {
            is_whole: match index(&unit) {
                None => unit.is_none(),
                declared => declared == top,
            },
            is_only_wave: match index(&wave) {
                None => wave.is_none(),
                Some(wave) => {
                    listed == [wave] || (listed.is_empty() && assessment.waves.len() == 1)
                }
            },
            unit,
            wave,
            listed,
        })
    }

    /// The same, as a sheet is told.
    pub fn subject(&self) -> Subject<'_> {
        Subject {
            unit: self
                .unit
                .as_ref()
                .map(|unit| [unit.id.as_str(), unit.name.as_str()]),
            is_whole: self.is_whole,
            wave: self
                .wave
                .as_ref()
                .map(|wave| [wave.id.as_str(), wave.name.as_str()]),
            is_only_wave: self.is_only_wave,
        }
    }
}

fn named(index: usize, id: Option<&String>, name: &str) -> Named {
    Named {
        index: Some(index),
        name: name.to_owned(),
        id: id.map_or(name, String::as_str).to_owned(),
    }
}

/// The declared waves that list a sheet, by itself or by the folder that it is in.
fn listed(assessment: &Assessment, sheet: &Path) -> Vec<usize> {
    let folder = |path: &Path| -> Option<PathBuf> {
        let folder = path.parent()?;
        let here = folder.as_os_str().is_empty();
        fs::canonicalize(if here { Path::new(".") } else { folder }).ok()
    };
    let place = folder(sheet);
    let is_it = |answers: &AnswersFile| {
        let same = folder(&answers.path) == place;
        same && (answers.folder.is_some() || answers.path.file_name() == sheet.file_name())
    };
    let waves = 0..assessment.waves.len();
    waves
        .filter(|&wave| assessment.waves[wave].answers.iter().any(is_it))
        .collect()
}
