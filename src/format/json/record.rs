//! The record as JSON, its units written at the same time.

use serde::Serialize;

use crate::parallel;
use crate::view::Record;
use crate::view::record::{
    AssessmentRecord, AssumptionRecord, InputRecord, MappingRecord, ModelAgreementRecord,
    ModelRecord, PlanRecord, PrivacyRecord, ScoringRecord, ToolRecord, UnitRecord, WaveRecord,
};

use super::indented::{self, Written};

/// How deep in a record a unit stands.
const UNIT: usize = 4;
/// How many units a thread writes at once: some hundred kilobytes.
const AT_ONCE: usize = 4;

/// A record whose units are written.
#[derive(Serialize)]
struct Whole<'a> {
    schema: u32,
    tool: &'a ToolRecord,
    model: &'a ModelRecord,
    assessment: &'a AssessmentRecord,
    inputs: &'a [InputRecord],
    privacy: &'a PrivacyRecord,
    scoring: &'a ScoringRecord,
    waves: Vec<Wave<'a>>,
    agreement: &'a Option<ModelAgreementRecord>,
    plan: &'a Option<PlanRecord>,
    what_if: &'a [AssumptionRecord],
}

/// A wave whose units are written.
#[derive(Serialize)]
struct Wave<'a> {
    id: &'a str,
    name: &'a str,
    date: &'a Option<String>,
    units: Vec<Written>,
    model_version: &'a str,
    mapping: &'a Option<MappingRecord>,
}

/// A record as JSON, with a last line's end.
pub(super) fn written(record: &Record) -> Vec<u8> {
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
    let waves: Vec<Wave<'_>> = waves.iter().map(wave).collect();
    let units = waves.iter().flat_map(|wave| &wave.units);
    let room = units.map(|unit| unit.0.len() + 2 * UNIT + 2).sum::<usize>();
    let whole = Whole {
        schema: *schema,
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
    };
    let mut text = indented::written(&whole, 0, room + (1 << 16));
    text.push(b'\n');
    text
}

fn wave(wave: &WaveRecord) -> Wave<'_> {
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
        units: parallel::each(units.len(), AT_ONCE, |at| unit(&units[at])),
        model_version,
        mapping,
    }
}

fn unit(unit: &UnitRecord) -> Written {
    Written(indented::written(unit, UNIT, 1 << 16))
}
