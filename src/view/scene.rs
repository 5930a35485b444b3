//! Everything a section is composed from, and the phrases that sections share.

use std::ops::Deref;

use super::build::HIDDEN;
use super::phrase::Phrases;
use super::{Block, Depth, Extent, Line, Span, Topic};
use crate::assessment::Assessment;
use crate::finding::Finding;
use crate::finding::plan::{self, Followed, Plan};
use crate::intake::{Evidence, Responses};
use crate::model::Model;
use crate::scoring::{
    Commonness, Figures, Profile, Relevance, Score, Scorecard, Shown, Standing, Undecided, WaveCard,
};
use crate::text::ABSENT;
use crate::view::Selection;

/// One unit at one point in time, with what was read, scored and found.
pub struct Scene<'a> {
    phrases: Phrases<'a>,
    pub(super) assessment: &'a Assessment,
    pub(super) scorecard: &'a Scorecard,
    pub(super) card: &'a WaveCard,
    pub(super) profile: &'a Profile,
    pub(super) responses: &'a Responses,
    pub(super) findings: &'a [Finding],
    pub(super) selection: &'a Selection,
    pub(super) plan: Plan,
    pub(super) followed: Option<Followed>,
}

impl<'a> Deref for Scene<'a> {
    type Target = Phrases<'a>;

    fn deref(&self) -> &Phrases<'a> {
        &self.phrases
    }
}

impl<'a> Scene<'a> {
    /// What `selection` points at.
    ///
    /// # Panics
    /// If the assessment has no such unit or wave.
    pub fn new(
        model: &'a Model,
        assessment: &'a Assessment,
        scorecard: &'a Scorecard,
        responses: &'a Responses,
        findings: &'a [Finding],
        selection: &'a Selection,
    ) -> Self {
        let (wave, unit) = (selection.wave, selection.unit);
        let card = &scorecard.waves[wave];
        let profile = &card.profiles[unit];
        let past = selection.past.as_ref();
        Self {
            phrases: Phrases::new(model, &selection.language),
            assessment,
            scorecard,
            card,
            profile,
            responses,
            findings,
            selection,
            plan: plan::plan(model, assessment, card, unit, findings, selection.pace),
            followed: past.map(|past| plan::follow(profile, findings, past)),
        }
    }

    /// The plateau (an index) to reach next, if there is one left.
    pub(super) fn next_plateau(&self) -> Option<usize> {
        let reached = self.profile.plateau_reached;
        (reached < self.model.plateaus.len()).then_some(reached)
    }

    pub(super) fn score(&self, practice: usize) -> &'a Score {
        &self.profile.scores[practice]
    }

    /// Whether nobody has answered anything.
    pub(super) fn is_unanswered(&self) -> bool {
        let silent = |score: &Score| !score.figures.is_hidden() && score.level.is_none();
        self.profile.respondents == 0
            && self.profile.total.practices_scored == 0
            && self.profile.scores.iter().all(silent)
    }

    /// How many practices are hidden for a unit.
    pub(super) fn hidden_in(&self, unit: usize) -> usize {
        let scores = &self.card.profiles[unit].scores;
        scores
            .iter()
            .filter(|score| score.figures.is_hidden())
            .count()
    }

    /// What a unit is called.
    pub(super) fn unit_name(&self, unit: usize) -> String {
        let unit = &self.assessment.units[unit];
        if unit.implicit {
            self.word("term.all_answers")
        } else {
            unit.name.clone()
        }
    }

    /// What a wave is called.
    pub(super) fn wave_name(&self, wave: usize) -> String {
        self.assessment.waves[wave].name.clone()
    }

    /// `Nord, Syd og Øst`; of many, the first and how many more.
    pub(super) fn unit_names(&self, units: &[usize]) -> String {
        self.some_of(units, |&unit| self.unit_name(unit))
    }

    /// How deep a section lies that is what a comparison on `topic` is about.
    pub(super) fn depth(&self, topic: Topic) -> Depth {
        let is_summed_up = self.selection.extent == Extent::Summary;
        if is_summed_up && self.selection.topic == topic {
            Depth::Summary
        } else {
            Depth::Detail
        }
    }

    /// What a role is called; `None` is for people without one.
    pub(super) fn role_name(&self, role: Option<usize>) -> String {
        match role {
            Some(role) => self.assessment.roles[role].name.clone(),
            None => self.word("roles.none"),
        }
    }

    /// A statistic that may be undefined.
    pub(super) fn defined(&self, value: Option<f64>) -> String {
        match value {
            Some(value) => self.words.agreement_f64(value),
            None => self.word("agreement.is_undefined"),
        }
    }

    /// ` (n = 38)` where people's answers are what counts and may be shown, else nothing.
    pub(super) fn n(&self, practice: usize) -> Span {
        let score = self.score(practice);
        let n = match (&score.figures, &score.settled) {
            (Shown::Shown(figures), None) if figures.n > 0 => figures.n,
            _ => return Span::plain(""),
        };
        let n = self.words.whole(n);
        Span::plain(self.words.fill("term.n", &[("n", &n)]))
    }

    /// A figure of a practice: hidden, absent, or written.
    pub(super) fn figure(
        &self,
        score: &Score,
        write: impl FnOnce(&Figures) -> Option<String>,
    ) -> String {
        match &score.figures {
            Shown::Hidden => HIDDEN.to_owned(),
            Shown::Shown(figures) => write(figures).unwrap_or_else(|| ABSENT.to_owned()),
        }
    }

    /// How many rated a practice.
    pub(super) fn n_cell(&self, score: &Score) -> String {
        if score.settled.is_some() {
            return ABSENT.to_owned();
        }
        self.figure(score, |figures| Some(self.words.whole(figures.n)))
    }

    /// A practice's level.
    pub(super) fn level_cell(&self, score: &Score) -> String {
        match score.level {
            // What is only assumed never looks like what was found.
            Some(level) if score.assumed.is_some() => format!("({})", level.number()),
            Some(level) => level.number().to_string(),
            None if score.figures.is_hidden() => HIDDEN.to_owned(),
            None => ABSENT.to_owned(),
        }
    }

    /// A practice's points.
    pub(super) fn points_cell(&self, score: &Score) -> String {
        match &score.points {
            None if score.figures.is_hidden() => HIDDEN.to_owned(),
            points => self.words.mean_or_absent(points.as_ref()),
        }
    }

    /// How a practice stands at its gate, in a few words.
    pub(super) fn standing(&self, score: &Score) -> String {
        match &score.standing {
            Standing::Met {
                margin: Some(margin),
            } => self.words.count("standing.met_by", *margin, &[]),
            Standing::Met { margin: None } => self.word("standing.met"),
            Standing::Below { .. } => {
                let what = self.lacks(score);
                self.words.fill("standing.lacking", &[("what", &what)])
            }
            Standing::NotCommon => self.lacks(score),
            Standing::Undecided(reason) => self.word(undecided(*reason)),
            Standing::Outside => self.word(match score.relevance {
                Relevance::TailoredAway => "standing.tailored",
                _ => "standing.not_relevant",
            }),
        }
    }

    /// What a blocker lacks, in a few words.
    pub(super) fn lacks(&self, score: &Score) -> String {
        match (&score.standing, &score.commonness) {
            (Standing::NotCommon, Commonness::NotCommon(units)) => {
                let units = self.unit_names(units);
                self.words.fill("standing.not_common", &[("units", &units)])
            }
            (
                Standing::Below {
                    distance: Some(distance),
                },
                _,
            ) => self.words.count("standing.lacks_answers", *distance, &[]),
            _ => self
                .words
                .count("standing.lacks_levels", self.levels_short(score), &[]),
        }
    }

    fn levels_short(&self, score: &Score) -> u64 {
        let gate = self.model.gate_of(score.practice).level.number();
        let level = score.level.map_or(0, |level| level.number());
        u64::from(gate.saturating_sub(level))
    }

    /// What the mark of a hidden figure means, where `hidden` figures are.
    pub(super) fn hidden_note(&self, key: &str, hidden: usize) -> Option<Block> {
        let minimum = self.words.whole(self.assessment.privacy.minimum_group);
        let values: &[(&str, &dyn std::fmt::Display)] = &[("mark", &HIDDEN), ("minimum", &minimum)];
        (hidden > 0).then(|| Block::Note(self.words.count(key, hidden as u64, values)))
    }

    /// Answers at each level with something between them: `3 · 10 · 18 · 5 · 2`.
    pub(super) fn counts(&self, counts: &[u64], between: &str) -> String {
        let counts: Vec<String> = counts
            .iter()
            .map(|&count| self.words.whole(count))
            .collect();
        counts.join(between)
    }

    /// What a level rests on: its words, and in brackets its day and where it can be found.
    pub(super) fn evidence(&self, evidence: Option<&Evidence>) -> Option<String> {
        let evidence = evidence?;
        let date = evidence.date.map(|date| self.words.date(date));
        let source = evidence.source.as_ref();
        let source = source.map(|source| self.words.fill("evidence.source", &[("source", source)]));
        let about = Vec::from_iter(date.into_iter().chain(source)).join("; ");
        Some(match &evidence.text {
            Some(text) if about.is_empty() => text.clone(),
            Some(text) => format!("{} ({about})", text.trim_end_matches('.')),
            None => about,
        })
    }

    /// A practice in its own tone at the start of a row.
    pub(super) fn practice_cell(&self, practice: usize) -> Line {
        let name = self.of(&self.model.practices[practice].name);
        vec![
            super::build::strong(self.id(practice)),
            Span::plain(format!(" {name}")),
        ]
    }
}

fn undecided(reason: Undecided) -> &'static str {
    match reason {
        Undecided::Unanswered => "standing.unanswered",
        Undecided::ThinlyCovered => "standing.thin",
        Undecided::Hidden => "standing.hidden",
    }
}
