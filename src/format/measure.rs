//! The record as rows: whose number, which number, the number.

mod change;
mod plan;

use std::borrow::Borrow;

use serde::Serialize;

use crate::view::Record;
use crate::view::record::{
    InputRecord, PlateauRecord, PracticeRecord, RoleComparisonRecord, RoleRecord, SpreadRecord,
    UnitAgreementRecord, UnitRecord, WaveRecord,
};

/// One number or word of the record.
#[derive(Default)]
pub(super) struct Row {
    pub wave: String,
    pub unit: String,
    pub role: String,
    pub kind: &'static str,
    pub id: String,
    pub measure: String,
    pub value: Value,
}

/// A number or word.
pub(super) enum Value {
    Whole(u64),
    Number(f64),
    Text(String),
}

impl Default for Value {
    fn default() -> Self {
        Self::Whole(0)
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Whole(number)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Whole(number as u64)
    }
}

impl From<u8> for Value {
    fn from(number: u8) -> Self {
        Self::Whole(number.into())
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::Whole(yes.into())
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// One of the record's words, spelled as in JSON.
fn word(word: impl Serialize) -> Value {
    let spelled = serde_json::to_value(word).ok();
    spelled
        .as_ref()
        .and_then(serde_json::Value::as_str)
        .unwrap_or_default()
        .into()
}

/// Shows every row of a record, in its order. A row is made when it is shown: there may be
/// millions of them.
pub(super) fn each<'r, U>(record: &'r Record<U>, show: &mut dyn FnMut(&Row))
where
    &'r U: IntoIterator<Item: Borrow<UnitRecord>>,
{
    let mut rows = Rows {
        row: Row::default(),
        show,
    };
    rows.about("model", &record.model.id);
    rows.put("version", record.model.version.as_str());
    rows.put("levels", record.model.levels);
    rows.about("privacy", "");
    rows.put("minimum_group", record.privacy.minimum_group);
    rows.put("minimum_comments", record.privacy.minimum_comments);
    rows.put("allow_small_groups", record.privacy.allow_small_groups);
    rows.about("scoring", "");
    rows.put("minimum_coverage", record.scoring.minimum_coverage);
    rows.put("weighting", word(record.scoring.weighting));
    for input in &record.inputs {
        rows.input(input);
    }
    for wave in &record.waves {
        rows.wave(wave);
    }
    for unit in record
        .agreement
        .iter()
        .flat_map(|agreement| &agreement.units)
    {
        rows.agreement(unit);
    }
    if let Some(plan) = &record.plan {
        rows.plan(plan);
    }
    rows.assumptions(&record.what_if);
}

/// What the next rows are about, and who is shown them.
struct Rows<'a> {
    row: Row,
    show: &'a mut dyn FnMut(&Row),
}

impl Rows<'_> {
    fn about(&mut self, kind: &'static str, id: &str) {
        self.row.kind = kind;
        id.clone_into(&mut self.row.id);
    }

    fn put(&mut self, measure: &str, value: impl Into<Value>) {
        measure.clone_into(&mut self.row.measure);
        self.row.value = value.into();
        (self.show)(&self.row);
    }

    /// Puts what is known.
    fn maybe(&mut self, measure: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.put(measure, value);
        }
    }

    /// Says that something is hidden; what is not, says nothing.
    fn hidden(&mut self, hidden: bool) {
        if hidden {
            self.put("hidden", hidden);
        }
    }

    fn input(&mut self, input: &InputRecord) {
        self.about("input", &input.name);
        if let Some(sha256) = &input.sha256 {
            self.put("sha256", sha256.as_str());
        }
        self.put("layout", input.layout.as_str());
        self.put("rows", input.rows);
        for rows in &input.not_counted {
            self.put(&format!("not_counted {}", rows.reason), rows.rows);
        }
        self.put("rejected", input.rejected);
        for column in &input.rejected_columns {
            self.put(&format!("rejected {}", column.column), column.cells);
        }
    }

    fn wave<'r, U>(&mut self, wave: &'r WaveRecord<U>)
    where
        &'r U: IntoIterator<Item: Borrow<UnitRecord>>,
    {
        wave.id.clone_into(&mut self.row.wave);
        self.about("wave", &wave.id);
        self.put("model_version", wave.model_version.as_str());
        if let Some(mapping) = &wave.mapping {
            self.mapping(mapping);
        }
        for unit in &wave.units {
            let unit = unit.borrow();
            unit.id.clone_into(&mut self.row.unit);
            self.unit(unit);
        }
    }

    fn unit(&mut self, unit: &UnitRecord) {
        self.about("unit", &unit.id);
        self.maybe("parent", unit.parent.as_deref());
        self.put("respondents", unit.respondents);
        self.maybe("invited", unit.invited);
        self.maybe("points", unit.points);
        self.put("points_max", unit.points_max);
        self.put("points_max_adjusted", unit.points_max_adjusted);
        self.put("practices_scored", unit.practices_scored);
        self.maybe("rescaled", unit.rescaled);
        self.maybe("mean", unit.mean);
        self.put("plateau_reached", unit.plateau_reached);
        self.put("profile_inverted", unit.profile_inverted);
        self.put("hidden_practices", unit.hidden_practices);
        for plateau in &unit.plateaus {
            self.plateau(plateau);
        }
        for discipline in &unit.disciplines {
            self.about("discipline", &discipline.id);
            self.maybe("mean", discipline.mean);
            self.maybe("points", discipline.points);
            self.put("points_max", discipline.points_max);
            self.put("practices", discipline.practices);
        }
        for practice in &unit.practices {
            self.practice(practice);
        }
        for role in &unit.roles {
            self.role(role);
        }
        for spread in unit.comparison.units.iter().flatten() {
            self.spread(spread);
        }
        if let Some(roles) = &unit.comparison.roles {
            self.gaps(roles);
        }
        if let Some(change) = &unit.change {
            self.change(change);
        }
    }

    fn spread(&mut self, spread: &SpreadRecord) {
        self.about("spread", &spread.practice);
        self.put("shown", spread.shown);
        self.put("hidden_parts", spread.hidden);
        self.put("without_level", spread.without_level);
        let parts = [
            ("lowest", &spread.lowest),
            ("middle", &spread.middle),
            ("highest", &spread.highest),
        ];
        for (name, part) in parts {
            let Some(part) = part else { continue };
            self.put(name, part.unit.as_str());
            self.put(&format!("{name}_level"), part.level);
            self.put(&format!("{name}_points"), part.points);
            self.maybe(&format!("{name}_n"), part.n);
        }
        self.put("reach", word(spread.reach));
        for unit in &spread.local {
            self.put("local", unit.as_str());
        }
        for unit in &spread.learn_from {
            self.put("learn_from", unit.as_str());
        }
    }

    fn gaps(&mut self, roles: &RoleComparisonRecord) {
        for practice in &roles.practices {
            self.about("perception_gap", &practice.practice);
            self.put("high", practice.high.role.as_deref().unwrap_or_default());
            self.put("low", practice.low.role.as_deref().unwrap_or_default());
            self.put("gap", practice.gap);
        }
        for discipline in &roles.disciplines {
            self.about("discipline_gap", &discipline.discipline);
            self.put("practices", discipline.practices);
            self.put("gap", discipline.gap);
            for mean in &discipline.means {
                self.row.role = mean.role.clone().unwrap_or_default();
                self.put("mean", mean.mean);
            }
            self.row.role.clear();
        }
    }

    /// Agreement over the whole model; what is undefined says so.
    fn agreement(&mut self, unit: &UnitAgreementRecord) {
        unit.wave.clone_into(&mut self.row.wave);
        unit.unit.clone_into(&mut self.row.unit);
        self.about("agreement", &unit.unit);
        self.defined("alpha", unit.alpha);
        self.put("practices", unit.practices);
        self.put("answers", unit.answers);
        for group in &unit.groups {
            self.about("group_agreement", &group.practice);
            self.put("groups", group.groups);
            self.put("n", group.n);
            self.defined("icc1", group.icc1);
            self.defined("icc2", group.icc2);
        }
    }

    fn defined(&mut self, measure: &str, value: Option<f64>) {
        match value {
            Some(value) => self.put(measure, value),
            None => self.put(measure, "undefined"),
        }
    }

    fn plateau(&mut self, plateau: &PlateauRecord) {
        let gate = &plateau.gate;
        self.about("plateau", &plateau.id.to_string());
        self.maybe("mean", plateau.mean);
        self.put("practices", plateau.practices);
        self.put("gate_level", gate.level);
        self.put("gate_verdict", word(gate.verdict));
        self.put("gate_met", gate.met);
        self.put("gate_missed", gate.missed);
        self.put("gate_undecided", gate.undecided);
        for blocker in &gate.blockers {
            self.about("blocker", &blocker.practice);
            self.put("plateau", plateau.id);
            self.put("reason", word(blocker.reason));
            self.maybe("level", blocker.level);
            self.maybe("distance", blocker.distance);
            for unit in &blocker.units {
                self.put("unit", unit.as_str());
            }
        }
    }

    fn practice(&mut self, practice: &PracticeRecord) {
        self.about("practice", &practice.id);
        self.put("discipline", practice.discipline.as_str());
        self.put("plateau", practice.plateau);
        self.hidden(practice.hidden);
        self.put("status", word(practice.status));
        self.maybe("n", practice.n);
        self.maybe("dont_know", practice.dont_know);
        self.maybe("not_relevant", practice.not_relevant);
        self.maybe("blank", practice.blank);
        self.maybe("coverage", practice.coverage);
        for (level, count) in (1..).zip(practice.counts.iter().flatten()) {
            self.put(&format!("count_{level}"), *count);
        }
        self.maybe("mean", practice.mean);
        self.maybe("sd", practice.sd);
        self.maybe("median", practice.median);
        self.maybe("level", practice.level);
        let settled = practice.settled.as_ref();
        self.maybe(
            "settled_answer",
            settled.and_then(|settled| settled.answer).map(word),
        );
        self.maybe("settled_level", settled.and_then(|settled| settled.level));
        let moderated = practice.moderated.as_ref();
        self.maybe(
            "moderated_level",
            moderated.map(|moderated| moderated.level),
        );
        self.maybe("points", practice.points);
        self.maybe("share_at_gate", practice.share_at_gate);
        self.maybe("margin", practice.margin);
        self.put("standing", word(practice.standing));
        let agreement = practice.agreement.as_ref();
        self.maybe("agreement_a", agreement.map(|agreement| agreement.a));
        self.maybe("agreement_ad", agreement.map(|agreement| agreement.ad));
        self.maybe("target", practice.target);
        self.maybe("gap", practice.gap);
        self.maybe("assumed_level", practice.assumed);
    }

    fn role(&mut self, role: &RoleRecord) {
        let id = role.id.as_deref().unwrap_or_default();
        id.clone_into(&mut self.row.role);
        self.about("role", id);
        match role.respondents {
            Some(respondents) => self.put("respondents", respondents),
            None => self.hidden(true),
        }
        for practice in &role.practices {
            self.about("role_practice", &practice.id);
            self.hidden(practice.hidden);
            self.maybe("n", practice.n);
            self.maybe("mean", practice.mean);
        }
        self.row.role.clear();
    }
}
