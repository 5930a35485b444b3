//! One practice across all units of a wave.

use crate::assessment::{Assessment, Weighting};
use crate::intake::{Answer, Evidence, WaveResponses};
use crate::model::{Gate, Level, Model};

use super::common::{Nesting, Part, Parts};
use super::gate::{self, Position};
use super::privacy::{self, Visibility};
use super::profile::Given;
use super::tally::Pooled;
use super::weighting::{self, Weighted};
use super::{
    Comments, Commonness, Figures, Fraction, Relevance, RoleCell, Score, Shown, Undecided, WhatIf,
    comments, figures,
};

/// What is known of one practice before it is scored.
pub(super) struct PracticeSlice<'a> {
    model: &'a Model,
    assessment: &'a Assessment,
    wave: &'a WaveResponses,
    what_if: Option<&'a WhatIf>,
    practice: usize,
    gate: &'a Gate,
    pooled: Pooled,
    visible: Vec<Visibility>,
    splits: Vec<bool>,
    weighted: Vec<Option<Weighted>>,
}

impl<'a> PracticeSlice<'a> {
    /// Pools a practice's answers and decides which of them may be shown.
    pub(super) fn new(given: Given<'a>, practice: usize) -> Self {
        let Given {
            model,
            assessment,
            wave,
            what_if,
        } = given;
        let units = &assessment.units;
        let minimum = assessment.privacy.minimum_group;
        let pooled = Pooled::of(practice, &wave.tallies, units);
        let raters: Vec<u64> = (0..units.len()).map(|unit| pooled.n(unit)).collect();
        let asked: Vec<u64> = (0..units.len()).map(|unit| pooled.asked(unit)).collect();
        let visible = privacy::shown_cells(units, &raters, &asked, minimum);
        let splits = privacy::shown_splits(units, &visible, pooled.raters(), minimum);
        let weighted = match assessment.rules.weighting {
            Weighting::Respondent => vec![None; units.len()],
            Weighting::Unit => {
                let shown = |&unit: &usize| visible[unit] == Visibility::Shown;
                let counts = |unit| Some(unit).filter(shown).map(|unit| pooled.counts(unit));
                weighting::by_unit(units, counts, &[])
            }
        };
        Self {
            model,
            assessment,
            wave,
            what_if,
            practice,
            gate: model.gate_of(practice),
            pooled,
            visible,
            splits,
            weighted,
        }
    }

    /// The practice's score in every unit.
    pub(super) fn scores(&self, nesting: &Nesting) -> Vec<Score> {
        let units = 0..self.assessment.units.len();
        let figures: Vec<Shown<Figures>> = units.clone().map(|unit| self.figures(unit)).collect();
        let positions: Vec<Position> = units
            .clone()
            .map(|unit| self.position(unit, figures[unit].as_option()))
            .collect();
        let parts: Vec<Part> = units
            .clone()
            .map(|unit| gate::part(positions[unit], counts(&figures[unit]), self.gate))
            .collect();
        let parts = Parts::new(nesting, &parts);
        units
            .zip(figures)
            .zip(self.comments())
            .map(|((unit, figures), comments)| Score {
                comments,
                ..self.score(unit, figures, positions[unit], &parts)
            })
            .collect()
    }

    /// What people wrote, in every unit.
    fn comments(&self) -> Vec<Comments> {
        let Some(written) = &self.wave.comments else {
            return vec![Comments::NotKept; self.assessment.units.len()];
        };
        let written = comments::Written {
            practice: self.practice,
            comments: written,
            pooled: &self.pooled,
        };
        written.shown(self.assessment, &self.visible)
    }

    /// What people of these roles answered in every unit: unit × role.
    pub(super) fn role_cells(&self, roles: &[usize]) -> Vec<Shown<RoleCell>> {
        let units = 0..self.assessment.units.len();
        units
            .flat_map(|unit| roles.iter().map(move |&role| self.role_cell(unit, role)))
            .collect()
    }

    /// What a role's people in a unit answered, where that may be told.
    fn role_cell(&self, unit: usize, role: usize) -> Shown<RoleCell> {
        if !self.splits[unit] {
            return Shown::Hidden;
        }
        let (n, sum) = self.pooled.voices(unit, role);
        let mean = (n > 0).then(|| Fraction::new(sum.into(), n.into()));
        Shown::Shown(RoleCell { n, mean })
    }

    fn figures(&self, unit: usize) -> Shown<Figures> {
        if self.visible[unit] == Visibility::Hidden {
            return Shown::Hidden;
        }
        Shown::Shown(figures::figures(
            &self.pooled,
            unit,
            self.weighted[unit].as_ref(),
            &self.model.scale,
            self.gate.level,
        ))
    }

    /// Where the practice stands: tailoring before assumed before moderated before settled
    /// before answers.
    fn position(&self, unit: usize, figures: Option<&Figures>) -> Position {
        let at = (unit, self.practice);
        if self.assessment.tailored[self.practice].is_some() {
            return Position::Outside;
        }
        if let Some(level) = self.assumed(unit) {
            return Position::Settled(level);
        }
        if let Some(moderated) = self.wave.moderated.get(&at) {
            return Position::Settled(moderated.level);
        }
        match self.settled(at) {
            Some(Answer::Rated(level)) => return Position::Settled(level),
            Some(Answer::NotRelevant) => return Position::Outside,
            Some(Answer::DontKnow) => return Position::Undecided(Undecided::Unanswered),
            None => {}
        }
        let Some(figures) = figures else {
            return Position::Undecided(Undecided::Hidden);
        };
        let Some(level) = figures.median else {
            return if figures.dont_know == 0 && figures.not_relevant > 0 {
                Position::Outside
            } else {
                Position::Undecided(Undecided::Unanswered)
            };
        };
        if self.thinly_covered(figures) {
            return Position::Undecided(Undecided::ThinlyCovered);
        }
        let grouped = self.weighted[unit]
            .as_ref()
            .is_some_and(|weighted| weighted.grouped);
        Position::Answered { level, grouped }
    }

    /// The level that is assumed for the practice in a unit.
    fn assumed(&self, unit: usize) -> Option<Level> {
        self.what_if?.level(unit, self.practice)
    }

    /// The settled reading; a note without one settles nothing.
    fn settled(&self, at: (usize, usize)) -> Option<Answer> {
        self.wave.settled.get(&at)?.answer
    }

    /// What a moderated level rests on, else what is noted for the practice.
    fn evidence(&self, at: (usize, usize)) -> Option<Evidence> {
        let moderated = self.wave.moderated.get(&at);
        let settled = self.wave.settled.get(&at);
        let moderated = moderated.and_then(|moderated| moderated.evidence.clone());
        moderated.or_else(|| settled?.evidence.clone())
    }

    /// The nearest floating-point number of a quotient is compared, because that of 1 ÷ 10 is
    /// the very number that a written minimum of 0.1 becomes.
    fn thinly_covered(&self, figures: &Figures) -> bool {
        figures
            .coverage
            .as_ref()
            .is_some_and(|share| share.to_f64() < self.assessment.rules.minimum_coverage)
    }

    fn score(
        &self,
        unit: usize,
        figures: Shown<Figures>,
        position: Position,
        parts: &Parts<'_>,
    ) -> Score {
        let commonness = if gate::asks_for_common(position, self.gate) {
            parts.of(unit)
        } else {
            Commonness::NotAsked
        };
        let at = (unit, self.practice);
        let assumed = self.assumed(unit).filter(|_| position != Position::Outside);
        let settled = self.settled(at).filter(|_| assumed.is_none());
        let moderated = self.wave.moderated.get(&at).cloned();
        let target = self.assessment.targets[self.practice];
        let points = points(position, settled, figures.as_option());
        let gap = target
            .zip(points.as_ref())
            .map(|(target, points)| Fraction::whole(target.number()).minus(points));
        Score {
            practice: self.practice,
            settled,
            moderated: moderated.filter(|_| assumed.is_none()),
            assumed,
            evidence: self.evidence(at).filter(|_| assumed.is_none()),
            relevance: self.relevance(position),
            level: position.level(),
            points,
            standing: gate::standing(position, counts(&figures), self.gate, &commonness),
            commonness,
            target,
            gap,
            figures,
            comments: Comments::default(),
        }
    }

    fn relevance(&self, position: Position) -> Relevance {
        match position {
            Position::Outside if self.assessment.tailored[self.practice].is_some() => {
                Relevance::TailoredAway
            }
            Position::Outside => Relevance::NotRelevant,
            _ => Relevance::Relevant,
        }
    }
}

/// The settled or moderated level, else the shown answers' mean, where the practice counts.
fn points(
    position: Position,
    settled: Option<Answer>,
    figures: Option<&Figures>,
) -> Option<Fraction> {
    match position {
        Position::Outside => None,
        Position::Settled(level) => Some(Fraction::whole(level.number())),
        Position::Undecided(_) if settled.is_some() => None,
        Position::Undecided(_) | Position::Answered { .. } => figures?.mean.clone(),
    }
}

fn counts(figures: &Shown<Figures>) -> Option<&[u64]> {
    figures.as_option().map(|figures| figures.counts.as_slice())
}
