//! The record of an assessment, without its units.

use jiff::civil::Date;

use crate::assessment::{Assessment, Weighting};
use crate::intake::{Input, Responses};
use crate::model::Model;
use crate::scoring::{Scorecard, model_agreement};

use super::mapping::mapping;
use super::names::Names;
use super::units::{Scored, UnitRecords};
use super::{
    AssessmentRecord, InputRecord, ModelAgreementRecord, ModelRecord, NotCountedRecord,
    PrivacyRecord, Record, RejectedRecord, ScoringRecord, ToolRecord, UnitAgreementRecord,
    WaveRecord, WeightingWord,
};

/// The version of the record's form.
const SCHEMA: u32 = 1;

/// What is recorded, and how it is dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope<'a> {
    /// The report's language.
    pub language: &'a str,
    /// The report's date.
    pub date: Option<Date>,
    /// The only unit (an index) to record; `None` for all.
    pub unit: Option<usize>,
    /// The only wave (an index) to record; `None` for all.
    pub wave: Option<usize>,
    /// Whether agreement over the whole model is recorded.
    pub full_agreement: bool,
}

impl Scope<'_> {
    fn has_unit(&self, unit: usize) -> bool {
        self.unit.is_none_or(|only| only == unit)
    }

    fn has_wave(&self, wave: usize) -> bool {
        self.wave.is_none_or(|only| only == wave)
    }
}

/// Every number of an assessment.
pub fn record<'a>(
    model: &'a Model,
    assessment: &'a Assessment,
    responses: &'a Responses,
    scorecard: &'a Scorecard,
    scope: &Scope<'_>,
) -> Record<UnitRecords<'a>> {
    let names = Names { model, assessment };
    let waves = scorecard
        .waves
        .iter()
        .enumerate()
        .filter(|(wave, _)| scope.has_wave(*wave))
        .map(|(wave, card)| {
            let profiles = card.profiles.iter();
            let units = UnitRecords::scored(Scored {
                names,
                card,
                profiles: profiles
                    .filter(|profile| scope.has_unit(profile.unit))
                    .collect(),
                answers: responses.waves.get(wave),
                has_comments: true,
            });
            wave_record(&names, responses, wave, units)
        })
        .collect();
    Record {
        schema: SCHEMA,
        tool: tool(),
        model: ModelRecord::new(model, scope.language),
        assessment: AssessmentRecord {
            title: assessment.title.clone(),
            language: scope.language.to_owned(),
            date: scope.date.map(|date| date.to_string()),
        },
        inputs: responses.inputs.iter().map(input).collect(),
        privacy: privacy(assessment),
        scoring: scoring(assessment),
        waves,
        agreement: scope
            .full_agreement
            .then(|| agreement(&names, scorecard, scope)),
        plan: None,
        what_if: Vec::new(),
    }
}

fn agreement(names: &Names<'_>, scorecard: &Scorecard, scope: &Scope<'_>) -> ModelAgreementRecord {
    let assessment = names.assessment;
    let waves = scorecard.waves.iter().enumerate();
    let units = waves
        .filter(|(wave, _)| scope.has_wave(*wave))
        .flat_map(|(wave, card)| {
            let units = (0..assessment.units.len()).filter(|&unit| scope.has_unit(unit));
            units.map(move |unit| {
                let found = model_agreement(&assessment.units, card, unit);
                UnitAgreementRecord::new(names, names.wave(wave), unit, &found)
            })
        });
    ModelAgreementRecord {
        units: units.collect(),
    }
}

fn wave_record<U>(
    names: &Names<'_>,
    responses: &Responses,
    index: usize,
    units: U,
) -> WaveRecord<U> {
    let (model, assessment) = (names.model, names.assessment);
    let wave = &assessment.waves[index];
    let unmerged = responses.waves.get(index).map_or(0, |wave| wave.unmerged);
    let carried = wave.mapping.map(|mapping| &assessment.mappings[mapping]);
    WaveRecord {
        id: names.wave(index),
        name: wave.name.clone(),
        date: wave.date.map(|date| date.to_string()),
        units,
        model_version: wave.version.as_ref().unwrap_or(&model.version).clone(),
        mapping: carried.map(|carried| mapping(names, carried, unmerged)),
    }
}

fn tool() -> ToolRecord {
    ToolRecord {
        name: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

fn input(input: &Input) -> InputRecord {
    InputRecord {
        name: input.name.clone(),
        sha256: input.sha256.clone(),
        layout: input.layout.name.to_owned(),
        rows: input.rows,
        not_counted: input
            .not_counted
            .iter()
            .map(|(reason, rows)| NotCountedRecord {
                reason: reason.to_string().replace(' ', "_"),
                rows: *rows,
            })
            .collect(),
        rejected: input.rejected.iter().map(|(_, cells)| cells).sum(),
        rejected_columns: input
            .rejected
            .iter()
            .map(|(column, cells)| RejectedRecord {
                column: column.clone(),
                cells: *cells,
            })
            .collect(),
    }
}

fn privacy(assessment: &Assessment) -> PrivacyRecord {
    PrivacyRecord {
        minimum_group: assessment.privacy.minimum_group,
        minimum_comments: assessment.privacy.minimum_comments,
        allow_small_groups: assessment.privacy.allow_small_groups,
    }
}

fn scoring(assessment: &Assessment) -> ScoringRecord {
    ScoringRecord {
        minimum_coverage: assessment.rules.minimum_coverage,
        weighting: match assessment.rules.weighting {
            Weighting::Respondent => WeightingWord::Respondent,
            Weighting::Unit => WeightingWord::Unit,
        },
    }
}
