//! The undertaking: what is assessed, who was asked, when, and under which rules.

mod check;
mod color;
mod file;
mod load;
mod logo;
mod mapping;
mod proposal;
mod report;
mod template;
mod tree;
mod wording;

use std::path::PathBuf;

use jiff::civil::Date;

use crate::model::Level;

pub use color::Color;
pub use file::schema;
pub use load::{AssessmentFile, FILE_NAME, ModelChoice, open};
pub use logo::{Image, Logo};
pub use mapping::{Carried, Comparable, Fate, Mapping, major, mapping_schema};
pub use proposal::{Proposal, UnknownColumn};
pub use report::{Offer, Report};
pub use template::template;
pub use tree::{Unit, Units};
pub use wording::{Meant, Placing, Wording, Words};

/// An undertaking, checked against its model.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// What it is called; `None` if it was made up from an answers file alone.
    pub title: Option<String>,
    /// The language of its reports, if it says so.
    pub language: Option<String>,
    /// The date on its reports.
    pub date: Option<Date>,
    /// The organisation as a tree.
    pub units: Units,
    /// The points in time, in the order declared (or by id, where known only from answers).
    pub waves: Vec<Wave>,
    /// The respondents' groups, in the order declared. People without a role are one more
    /// group, see [`Assessment::no_role`].
    pub roles: Vec<Role>,
    /// For each declared role, the practices that its questionnaire asks; all if none are named.
    pub asked: Vec<Option<Vec<usize>>>,
    /// What was declared in `assessment.toml`; the rest is learnt from the answers.
    pub declared: Declared,
    /// For each practice, why it is tailored away, if it is.
    pub tailored: Vec<Option<String>>,
    /// For each practice, the level aimed at, if any.
    pub targets: Vec<Option<Level>>,
    /// How people's answers are protected.
    pub privacy: Privacy,
    /// How numbers are made.
    pub rules: Rules,
    /// How many months old evidence may be, if there is a limit.
    pub max_age: Option<u16>,
    /// Column headers that stand for a practice, as written, with the practice's index.
    pub columns: Vec<(String, usize)>,
    /// Column headers, as written, of what is not to be read.
    pub left_alone: Vec<String>,
    /// What else stands for an answer in the answers files.
    pub wordings: Vec<Wording>,
    /// Which columns of the answers files say whom an answer is from, and in what words.
    pub placing: Placing,
    /// How answers to older versions of the model are carried over to this one.
    pub mappings: Vec<Mapping>,
    /// How its reports look, and what stands in them.
    pub report: Report,
}

/// Which lists `assessment.toml` fixes. Where one is not declared, whatever the answers name is taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Declared {
    /// Units.
    pub units: bool,
    /// Waves.
    pub waves: bool,
    /// Roles.
    pub roles: bool,
}

/// A point in time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wave {
    /// Identity; `None` for the one wave of answers that name none.
    pub id: Option<String>,
    /// What it is called.
    pub name: String,
    /// When it was.
    pub date: Option<Date>,
    /// Its answers files.
    pub answers: Vec<AnswersFile>,
    /// The version of the model that people answered, where it is not the one in use.
    pub version: Option<String>,
    /// How its answers are carried over to the model in use: an index into
    /// [`Assessment::mappings`].
    pub mapping: Option<usize>,
}

/// A file of answers that a wave names. Whether it is there is seen when it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswersFile {
    /// Its name as written in `assessment.toml`, to be shown.
    pub name: String,
    /// Where it is: the name, put behind the folder of `assessment.toml`.
    pub path: PathBuf,
    /// The folder that it was found in, where the wave names that, as written.
    pub folder: Option<String>,
}

/// A respondents' group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Identity, such as `leder`.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// How people's answers are protected (see METHOD, "Anonymity").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Privacy {
    /// The fewest people whose ratings of a practice are shown as a group.
    pub minimum_group: u64,
    /// The fewest people who rated a practice for its comments to be shown.
    pub minimum_comments: u64,
    /// Whether comments are shown at all.
    pub comments: bool,
    /// Whether `minimum_group` may lie below [`Privacy::FLOOR`]; every report says so.
    pub allow_small_groups: bool,
}

impl Privacy {
    /// The lowest `minimum_group` that needs no `allow_small_groups`.
    pub const FLOOR: u64 = 3;
}

impl Default for Privacy {
    fn default() -> Self {
        Self {
            minimum_group: 5,
            minimum_comments: 10,
            comments: true,
            allow_small_groups: false,
        }
    }
}

/// How numbers are made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rules {
    /// The least share of those asked who must have rated a practice for a level to be claimed.
    pub minimum_coverage: f64,
    /// What weighs the same in a unit with sub-units.
    pub weighting: Weighting,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            minimum_coverage: 0.5,
            weighting: Weighting::Respondent,
        }
    }
}

/// What weighs the same in a unit with sub-units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weighting {
    /// Each respondent.
    Respondent,
    /// Each shown sub-unit, and the rest.
    Unit,
}

impl Assessment {
    /// An undertaking of which nothing is known but the answers to come; `practices` is
    /// the number of practices of the model.
    pub fn implicit(practices: usize) -> Self {
        Self {
            title: None,
            language: None,
            date: None,
            units: Units::default(),
            waves: Vec::new(),
            roles: Vec::new(),
            asked: Vec::new(),
            declared: Declared::default(),
            tailored: vec![None; practices],
            targets: vec![None; practices],
            privacy: Privacy::default(),
            rules: Rules::default(),
            max_age: None,
            columns: Vec::new(),
            left_alone: Vec::new(),
            wordings: Vec::new(),
            placing: Placing::default(),
            mappings: Vec::new(),
            report: Report::default(),
        }
    }

    /// The index of the latest wave: by date where every wave has one, else the last in order.
    pub fn latest_wave(&self) -> Option<usize> {
        self.waves_in_time().last().copied()
    }

    /// All waves, oldest first: by date where every wave has one, else in the order declared.
    pub fn waves_in_time(&self) -> Vec<usize> {
        let mut waves: Vec<usize> = (0..self.waves.len()).collect();
        if self.waves.iter().all(|wave| wave.date.is_some()) {
            waves.sort_by_key(|&wave| self.waves[wave].date);
        }
        waves
    }

    /// The waves before one, oldest first.
    pub fn waves_before(&self, wave: usize) -> Vec<usize> {
        let mut waves = self.waves_in_time();
        let place = waves.iter().position(|&other| other == wave);
        waves.truncate(place.unwrap_or(0));
        waves
    }

    /// How far a practice's answers in some waves may be held against each other.
    pub fn comparable(&self, waves: &[usize], practice: usize) -> Comparable {
        let mapping = |&wave: &usize| self.waves[wave].mapping;
        let mut mappings: Vec<Option<usize>> = waves.iter().map(mapping).collect();
        mappings.dedup();
        if mappings.len() < 2 {
            return Comparable::Fully; // one version throughout
        }
        let carried = mappings.into_iter().flatten();
        let fates = carried.filter_map(|mapping| self.mappings[mapping].comparable(practice));
        fates.max().unwrap_or(Comparable::Fully)
    }

    /// Whether a questionnaire asks a practice: one that is not tailored away and, where it is for
    /// one role only, that the role is asked.
    pub fn asks(&self, role: Option<usize>, practice: usize) -> bool {
        let asked = role.and_then(|role| self.asked.get(role)?.as_ref());
        self.tailored[practice].is_none() && asked.is_none_or(|asked| asked.contains(&practice))
    }

    /// How many groups of respondents there are, those without a role included.
    pub fn role_count(&self) -> usize {
        self.roles.len() + 1
    }

    /// The index of the group of those without a role: one past the last of [`Assessment::roles`].
    pub fn no_role(&self) -> usize {
        self.roles.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_wave_is_told_by_date_if_all_have_one() {
        let wave = |year: Option<i16>| Wave {
            date: year.map(|year| jiff::civil::date(year, 1, 1)),
            ..Wave::default()
        };
        let latest = |years: &[Option<i16>]| {
            let mut assessment = Assessment::implicit(0);
            assessment.waves = years.iter().copied().map(wave).collect();
            assessment.latest_wave()
        };
        assert_eq!(latest(&[Some(2025), Some(2026), Some(2024)]), Some(1));
        assert_eq!(latest(&[Some(2026), Some(2026)]), Some(1));
        assert_eq!(latest(&[Some(2026), None, Some(2025)]), Some(2));
        assert_eq!(latest(&[]), None);
    }
}
