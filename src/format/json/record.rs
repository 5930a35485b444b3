//! The record as JSON, its units written at the same time.

use std::io::{self, Write};

use serde::Serialize;

use crate::view::Record;
use crate::view::record::{
    AssessmentRecord, AssumptionRecord, InputRecord, MappingRecord, ModelAgreementRecord,
    ModelRecord, PlanRecord, PrivacyRecord, ScoringRecord, ToolRecord, UnitRecords, WaveRecord,
};

use super::indented::{self, Listed};

/// How deep in a record a unit stands.
const UNIT: usize = 4;

/// A record whose units are written.
#[derive(Serialize)]
struct Whole<'a, U> {
    schema: u32,
    tool: &'a ToolRecord,
    model: &'a ModelRecord,
    assessment: &'a AssessmentRecord,
    inputs: &'a [InputRecord],
    privacy: &'a PrivacyRecord,
    scoring: &'a ScoringRecord,
    waves: Vec<Wave<'a, U>>,
    agreement: &'a Option<ModelAgreementRecord>,
    plan: &'a Option<PlanRecord>,
    what_if: &'a [AssumptionRecord],
}

/// A wave whose units are written.
#[derive(Serialize)]
struct Wave<'a, U> {
    id: &'a str,
    name: &'a str,
    date: &'a Option<String>,
    units: U,
    model_version: &'a str,
    mapping: &'a Option<MappingRecord>,
}

/// Writes a record as JSON.
///
/// # Errors
/// Those of the writer.
pub(super) fn write(record: &Record<UnitRecords<'_>>, writer: &mut impl Write) -> io::Result<()> {
    let Record {
        schema,
        tool,
        model,
        assessment,
        inputs,
        privacy,
        scoring,
        waves,
        agreement,
        plan,
        what_if,
    } = record;
    let whole = Whole {
        schema: *schema,
        tool,
        model,
        assessment,
        inputs,
        privacy,
        scoring,
        waves: waves.iter().map(wave).collect(),
        agreement,
        plan,
        what_if,
    };
    indented::write(&whole, writer)
}

fn wave<'a>(wave: &'a WaveRecord<UnitRecords<'_>>) -> Wave<'a, impl Serialize> {
    let WaveRecord {
        id,
        name,
        date,
        units,
        model_version,
        mapping,
    } = wave;
    Wave {
        id,
        name,
        date,
        units: Listed {
            depth: UNIT,
            count: units.len(),
            value: |at| units.at(at),
        },
        model_version,
        mapping,
    }
}
