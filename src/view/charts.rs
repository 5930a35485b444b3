//! What charts show: figures of a scorecard with the words that belong to them.

mod course;
mod rows;
mod staircase;
mod units;

use crate::assessment::{Assessment, Privacy};
use crate::chart::{Chart, Figure, Frame, Kind, Levels};
use crate::model::Model;
use crate::scoring::{Course, Profile, Relevance, Score, Scorecard};
use crate::text::Words;

/// What a chart is about.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The model.
    pub model: &'a Model,
    /// The undertaking.
    pub assessment: &'a Assessment,
    /// Its numbers.
    pub scorecard: &'a Scorecard,
    /// The unit, an index into the assessment's units.
    pub unit: usize,
    /// The wave, an index into the assessment's waves.
    pub wave: usize,
    /// The language of the words.
    pub language: &'a str,
}

/// What two readings a gap chart holds against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pairing {
    /// The first two roles that may be shown apart.
    Roles,
    /// The answers and what was settled by moderation.
    Moderated,
    /// The previous wave and this one.
    Waves,
}

/// In which order a distribution shows its practices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As the model does, under their disciplines.
    Discipline,
    /// By the share of answers at the gate's level or higher, the largest first; those without
    /// answers that may be shown are last.
    Share,
}

/// A chart of this kind about a subject.
///
/// # Errors
/// Why there is none, as a key of the charts' words (see [`reason`]).
pub fn chart(kind: Kind, subject: Subject<'_>) -> Result<Chart, &'static str> {
    match kind {
        Kind::Staircase => staircase::compose(subject),
        Kind::Profile => rows::profile(subject),
        Kind::Distribution => distribution(Order::Discipline, subject),
        Kind::Heatmap => units::heatmap(subject),
        Kind::Gap => {
            let pairings = [Pairing::Roles, Pairing::Moderated, Pairing::Waves];
            let mut charts = pairings.into_iter().map(|pairing| gap(pairing, subject));
            charts
                .find(Result::is_ok)
                .unwrap_or(Err("chart.missing.no_pair"))
        }
        Kind::Radar => course::radar(subject),
        Kind::Trend => course::trend(subject),
    }
}

/// A distribution chart in one order.
///
/// # Errors
/// As [`chart`].
pub fn distribution(order: Order, subject: Subject<'_>) -> Result<Chart, &'static str> {
    rows::distribution(order, subject)
}

/// A gap chart of one pairing.
///
/// # Errors
/// As [`chart`].
pub fn gap(pairing: Pairing, subject: Subject<'_>) -> Result<Chart, &'static str> {
    units::gap(pairing, subject)
}

/// A reason for which there is no chart, in words.
pub fn reason(key: &'static str, language: &str) -> &'static str {
    Words::of(language).get(key)
}

impl<'a> Subject<'a> {
    fn words(self) -> &'static Words {
        Words::of(self.language)
    }

    fn profile(self) -> &'a Profile {
        &self.scorecard.waves[self.wave].profiles[self.unit]
    }

    /// The unit over some waves, oldest first, like for like.
    fn course(self, waves: &[usize]) -> Course {
        Course::over(
            self.model,
            self.assessment,
            self.scorecard,
            self.unit,
            waves,
        )
    }

    fn practice_name(self, practice: usize) -> &'a str {
        self.model.practices[practice].name.get(self.language)
    }

    fn unit_name(self, unit: usize) -> &'a str {
        let unit = &self.assessment.units[unit];
        if unit.implicit {
            self.words().get("term.all_answers")
        } else {
            &unit.name
        }
    }

    /// What a wave is called; nothing where the answers name none.
    fn wave_name(self, wave: usize) -> &'a str {
        let wave = &self.assessment.waves[wave];
        wave.id.as_ref().map_or("", |_| &wave.name)
    }

    fn levels(self) -> Levels {
        let scale = &self.model.scale;
        let name = |level| scale.text(level).name.get(self.language).to_owned();
        Levels {
            names: scale.levels().map(name).collect(),
            heading: self.words().get("chart.level_heading").to_owned(),
        }
    }

    /// Unit, wave and respondents, and what else is worth a place there.
    fn subtitle(self, more: &[String]) -> String {
        let (words, profile) = (self.words(), self.profile());
        let respondents = match (profile.respondents, profile.invited) {
            (0, _) => String::new(),
            (n, Some(invited)) => {
                words.fill("chart.respondents_of", &[("n", &n), ("invited", &invited)])
            }
            (n, None) => words.count("chart.respondents", n, &[]),
        };
        let mut parts = vec![
            self.assumption().to_owned(),
            self.unit_name(self.unit).to_owned(),
            self.wave_name(self.wave).to_owned(),
            respondents,
        ];
        parts.extend(more.iter().cloned());
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }

    /// That something in the wave is only assumed, where it is.
    fn assumption(self) -> &'static str {
        let profiles = &self.scorecard.waves[self.wave].profiles;
        let mut scores = profiles.iter().flat_map(|profile| &profile.scores);
        match scores.any(|score| score.assumed.is_some()) {
            true => self.words().get("chart.what_if"),
            false => "",
        }
    }

    fn frame(self, kind: Kind, title: String, more: &[String], description: String) -> Frame {
        let unit = &self.assessment.units[self.unit].id;
        let wave = self.assessment.waves[self.wave]
            .id
            .as_deref()
            .unwrap_or_default();
        Frame {
            id: format!("{}-{unit}-{wave}", kind.name()),
            language: self.words().language().to_owned(),
            date: self.assessment.date,
            title,
            subtitle: self.subtitle(more),
            description,
            notes: Vec::new(),
        }
    }

    /// A chart whose notes end with what is hidden, moderated or left out for the unit.
    fn finish(self, mut frame: Frame, figure: Figure, notes: Vec<String>) -> Chart {
        frame.notes = notes;
        frame.notes.extend(self.small_groups());
        Chart { frame, figure }
    }

    fn small_groups(self) -> Option<String> {
        let minimum = self.assessment.privacy.minimum_group;
        (minimum < Privacy::FLOOR).then(|| {
            self.words().fill(
                "chart.small_groups",
                &[("minimum", &minimum), ("floor", &Privacy::FLOOR)],
            )
        })
    }

    /// How many practices are hidden for the unit, if any is.
    fn hidden_note(self) -> Option<String> {
        let hidden = self
            .profile()
            .scores
            .iter()
            .filter(|score| hides(score))
            .count();
        self.hidden_count("chart.hidden_practices", hidden)
    }

    fn hidden_count(self, key: &str, hidden: usize) -> Option<String> {
        let minimum = self.assessment.privacy.minimum_group;
        (hidden > 0).then(|| {
            self.words()
                .count(key, hidden as u64, &[("minimum", &minimum)])
        })
    }

    /// Which practices were moderated and which do not count, if any.
    fn exceptions(self) -> impl Iterator<Item = String> {
        let name = |keep: fn(&Score) -> bool| {
            let scores = self
                .profile()
                .scores
                .iter()
                .filter(move |score| keep(score));
            let named = |score: &Score| {
                let practice = score.practice;
                format!(
                    "{} {}",
                    self.model.practices[practice].id,
                    self.practice_name(practice)
                )
            };
            scores.map(named).collect::<Vec<String>>()
        };
        let lists = [
            ("chart.assumed", name(|score| score.assumed.is_some())),
            ("chart.moderated", name(|score| score.moderated.is_some())),
            (
                "chart.outside",
                name(|score| score.relevance != Relevance::Relevant),
            ),
        ];
        let words = self.words();
        lists
            .into_iter()
            .filter(|(_, names)| !names.is_empty())
            .map(move |(key, names)| words.fill(key, &[("practices", &words.list(&names))]))
    }
}

/// Whether a practice has nothing to show because it would give too few people away.
fn hides(score: &Score) -> bool {
    score.figures.is_hidden() && score.level.is_none() && score.relevance == Relevance::Relevant
}
