//! What was read and scored, ready to be composed into views.

use jiff::civil::Date;

use crate::intake::Read;
use crate::model::Model;
use crate::scoring::{self, Scorecard, WhatIf};
use crate::view::{self, Selection, Supposed, View};

/// Everything that views are composed from.
pub struct Study {
    /// What was assessed by.
    pub model: Model,
    /// What was assessed, and the answers.
    pub read: Read,
    /// The numbers.
    pub scorecard: Scorecard,
    /// What is assumed, if the numbers are those of an assumption.
    pub supposed: Option<Supposed>,
}

impl Study {
    /// Scores what was read; `date` is the report's, where
    /// another than the assessment's is asked for.
    pub fn new(model: Model, mut read: Read, date: Option<Date>) -> Self {
        read.assessment.date = date.or(read.assessment.date);
        let scorecard = scoring::score(&model, &read.assessment, &read.responses);
        Self {
            model,
            read,
            scorecard,
            supposed: None,
        }
    }

    /// The same study if an assumption held.
    pub fn supposing(self, what_if: WhatIf) -> Self {
        let reached = self.scorecard.waves[what_if.wave].profiles[what_if.unit].plateau_reached;
        let Self { model, read, .. } = self;
        let scorecard =
            scoring::score_if(&model, &read.assessment, &read.responses, Some(&what_if));
        Self {
            model,
            read,
            scorecard,
            supposed: Some(Supposed { what_if, reached }),
        }
    }

    /// The view of what `selection` points at.
    pub fn view(&self, selection: &Selection) -> View<'_> {
        view::compose(
            &self.model,
            &self.read.assessment,
            &self.scorecard,
            &self.read.responses,
            selection,
        )
    }
}
