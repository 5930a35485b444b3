//! Which practices and which parts of a unit may be held against each other over waves.
//!
//! A part that was there in some of the waves only is left out of those where it was. It can be
//! left out as a whole only, and only where it is shown: what remains is then a sum of shown
//! parts, which anybody could work out from what is shown. Where it may not be shown, it cannot
//! be left out, and no figure is given.

use crate::assessment::{Assessment, Comparable, Weighting};
use crate::model::{Level, Model};
use crate::scoring::weighting;
use crate::scoring::{Figures, Fraction, Score, Scorecard, statistics};

/// A practice in each of several waves, like for like.
#[derive(Debug, Clone, PartialEq)]
pub struct Like {
    /// The practice.
    pub practice: usize,
    /// One entry a wave.
    pub readings: Vec<Reading>,
    /// Parts of the unit (indices, assessment order) that are left out of the waves in which
    /// they were there.
    pub left_out: Vec<usize>,
}

/// Where a practice stands in a wave, without what is left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The settled or moderated level, else the mean.
    pub points: Fraction,
    /// The settled or moderated level, else the low median where coverage suffices.
    pub level: Option<Level>,
    /// What the points are.
    pub from: PointsFrom,
    /// Answers at each level, lowest first, where they are shown.
    pub counts: Option<Vec<u64>>,
}

/// What a practice's points are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointsFrom {
    /// The mean of what people answered.
    Answers,
    /// A settled reading, of the unit as a whole.
    Settled,
    /// A moderated level, of the unit as a whole.
    Moderated,
}

/// Why a practice cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unlike {
    /// It has no points in at least one of the waves.
    NoPoints,
    /// Its answers are hidden in at least one of the waves.
    Hidden,
    /// These parts (indices) were there in some of the waves only and may not be shown, so that
    /// they cannot be left out.
    Parts(Vec<usize>),
    /// Nothing is left of a wave when the parts that were not there in all are left out.
    NothingLeft,
    /// The waves answered different questions.
    Version,
}

impl Reading {
    /// How many rated it, where that may be shown.
    pub fn n(&self) -> Option<u64> {
        self.counts.as_deref().map(statistics::n)
    }
}

/// Every practice of a unit over some waves.
pub(super) fn practices(
    model: &Model,
    assessment: &Assessment,
    scorecard: &Scorecard,
    unit: usize,
    waves: &[usize],
) -> Vec<Result<Like, Unlike>> {
    let Some(&first) = waves.first() else {
        return Vec::new();
    };
    let practices = scorecard.waves[first].profiles[unit].scores.len();
    let of = |practice| {
        let compared = Compared {
            model,
            assessment,
            scorecard,
            unit,
            practice,
        };
        compared.over(waves)
    };
    (0..practices).map(of).collect()
}

/// One practice of a unit.
struct Compared<'a> {
    model: &'a Model,
    assessment: &'a Assessment,
    scorecard: &'a Scorecard,
    unit: usize,
    practice: usize,
}

impl<'a> Compared<'a> {
    fn over(&self, waves: &[usize]) -> Result<Like, Unlike> {
        if self.assessment.comparable(waves, self.practice) == Comparable::Not {
            return Err(Unlike::Version);
        }
        for &wave in waves {
            let score = self.score(wave, self.unit);
            if score.points.is_none() {
                return Err(match score.figures.is_hidden() {
                    true => Unlike::Hidden,
                    false => Unlike::NoPoints,
                });
            }
        }
        let mut left_out = Vec::new();
        self.uneven(self.unit, waves, &mut left_out);
        left_out.sort_unstable();
        self.may_be_left_out(&left_out, waves)?;
        let readings: Result<Vec<Reading>, Unlike> = waves
            .iter()
            .map(|&wave| self.reading(wave, &left_out))
            .collect();
        Ok(Like {
            practice: self.practice,
            readings: readings?,
            left_out,
        })
    }

    fn score(&self, wave: usize, unit: usize) -> &'a Score {
        &self.scorecard.waves[wave].profiles[unit].scores[self.practice]
    }

    /// Whether anybody of a part was asked, as far as is shown.
    fn is_there(&self, wave: usize, part: usize) -> bool {
        let answered = self.scorecard.waves[wave].profiles[part].respondents > 0;
        let asked = |f: &Figures| f.n + f.dont_know + f.not_relevant + f.blank > 0;
        answered && self.score(wave, part).figures.as_option().is_none_or(asked)
    }

    /// The largest parts that were there in some of the waves only. A wave in which no part of
    /// a unit is told apart from the others lacks none of them.
    fn uneven(&self, unit: usize, waves: &[usize], found: &mut Vec<usize>) {
        let parts = &self.assessment.units[unit].children;
        let told_apart = |&wave: &usize| parts.iter().any(|&part| self.is_there(wave, part));
        let waves: Vec<usize> = waves.iter().copied().filter(told_apart).collect();
        for &part in parts {
            let there = waves
                .iter()
                .filter(|&&wave| self.is_there(wave, part))
                .count();
            if there == waves.len() {
                self.uneven(part, &waves, found);
            } else if there > 0 {
                found.push(part);
            }
        }
    }

    /// Only whole shown parts may be left out of people's answers.
    fn may_be_left_out(&self, parts: &[usize], waves: &[usize]) -> Result<(), Unlike> {
        let answered = |&&wave: &&usize| self.points_from(wave) == PointsFrom::Answers;
        let hidden = |&&part: &&usize| {
            let mut waves = waves.iter().filter(answered);
            waves.any(|&wave| {
                self.is_there(wave, part) && self.score(wave, part).figures.is_hidden()
            })
        };
        let hidden: Vec<usize> = parts.iter().filter(hidden).copied().collect();
        match hidden.is_empty() {
            true => Ok(()),
            false => Err(Unlike::Parts(hidden)),
        }
    }

    fn points_from(&self, wave: usize) -> PointsFrom {
        let score = self.score(wave, self.unit);
        match (&score.moderated, &score.settled) {
            (Some(_), _) => PointsFrom::Moderated,
            (None, Some(_)) => PointsFrom::Settled,
            (None, None) => PointsFrom::Answers,
        }
    }

    fn reading(&self, wave: usize, left_out: &[usize]) -> Result<Reading, Unlike> {
        let score = self.score(wave, self.unit);
        let from = self.points_from(wave);
        let rest = Rest::of(self, wave, left_out);
        let counts = rest.as_ref().map(|rest| rest.counts.clone());
        let is_whole = rest.as_ref().is_none_or(|rest| rest.is_whole);
        let (points, level) = match (from, &rest) {
            (PointsFrom::Answers, Some(rest)) if !is_whole => {
                let points = rest.mean(self, wave, left_out).ok_or(Unlike::NothingLeft)?;
                (points, rest.level(self, wave, left_out))
            }
            _ => (score.points.clone().ok_or(Unlike::NoPoints)?, score.level),
        };
        Ok(Reading {
            points,
            level,
            from,
            counts: counts.filter(|counts| statistics::n(counts) > 0),
        })
    }
}

/// What is left of a unit's shown answers without some of its parts.
struct Rest {
    counts: Vec<u64>,
    asked: u64,
    not_relevant: u64,
    /// Whether nothing had to be left out.
    is_whole: bool,
}

impl Rest {
    /// `None` where the unit's answers, or those of a part to leave out, are not shown.
    fn of(compared: &Compared<'_>, wave: usize, left_out: &[usize]) -> Option<Self> {
        let asked = |f: &Figures| f.n + f.dont_know + f.not_relevant + f.blank;
        let whole = compared.score(wave, compared.unit).figures.as_option()?;
        let mut rest = Self {
            counts: whole.counts.clone(),
            asked: asked(whole),
            not_relevant: whole.not_relevant,
            is_whole: true,
        };
        for &part in left_out
            .iter()
            .filter(|&&part| compared.is_there(wave, part))
        {
            let part = compared.score(wave, part).figures.as_option()?;
            for (left, taken) in rest.counts.iter_mut().zip(&part.counts) {
                *left = left.saturating_sub(*taken);
            }
            rest.asked = rest.asked.saturating_sub(asked(part));
            rest.not_relevant = rest.not_relevant.saturating_sub(part.not_relevant);
            rest.is_whole = false;
        }
        Some(rest)
    }

    fn weighted(
        compared: &Compared<'_>,
        wave: usize,
        left_out: &[usize],
    ) -> Option<weighting::Weighted> {
        let counts = |unit: usize| {
            let figures = compared.score(wave, unit).figures.as_option()?;
            (figures.n > 0).then_some(figures.counts.as_slice())
        };
        let units = &compared.assessment.units;
        let mut weighed = weighting::by_unit(units, counts, left_out);
        weighed[compared.unit].take()
    }

    fn mean(&self, compared: &Compared<'_>, wave: usize, left_out: &[usize]) -> Option<Fraction> {
        match compared.assessment.rules.weighting {
            Weighting::Respondent => statistics::mean(&self.counts),
            Weighting::Unit => Some(Self::weighted(compared, wave, left_out)?.mean),
        }
    }

    fn level(&self, compared: &Compared<'_>, wave: usize, left_out: &[usize]) -> Option<Level> {
        let rules = &compared.assessment.rules;
        let relevant = self.asked.saturating_sub(self.not_relevant);
        let coverage = Fraction::new(statistics::n(&self.counts).into(), relevant.max(1).into());
        if coverage.to_f64() < rules.minimum_coverage {
            return None;
        }
        let index = match rules.weighting {
            Weighting::Respondent => statistics::low_median(&self.counts)?,
            Weighting::Unit => Self::weighted(compared, wave, left_out)?.median,
        };
        Some(compared.model.scale.at(index))
    }
}
