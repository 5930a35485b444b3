//! What the record says of change between waves.

use schemars::JsonSchema;
use serde::Serialize;

use super::VerdictWord;
use super::names::Names;
use super::unit::verdict;
use crate::assessment::Comparable;
use crate::scoring::{
    Cause, Change, Fraction, GateChange, GroupChange, Moved, Panel, PanelKind, PointsFrom,
    PracticeChange, Reading, Turn, Unlike,
};

/// What has changed in a unit since the wave before, like for like.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ChangeRecord {
    /// The wave it is held against.
    pub since: String,
    /// Whether the model's major version differs between the two.
    pub other_version: bool,
    /// Whether the same people answered, over the whole assessment; `null` where nobody did.
    pub panel: Option<PanelRecord>,
    /// The mean over all practices that are alike.
    pub total: GroupChangeRecord,
    /// The plateaus, lowest first.
    pub plateaus: Vec<GroupChangeRecord>,
    /// The disciplines, in model order.
    pub disciplines: Vec<GroupChangeRecord>,
    /// The practices, in model order.
    pub practices: Vec<PracticeChangeRecord>,
    /// Gates that are met in one of the two waves only.
    pub gates: Vec<GateChangeRecord>,
}

/// Whether the same people answered in two waves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PanelRecord {
    /// What can be said of it.
    pub kind: PanelWord,
    /// How many answered in both; `null` where that would tell of a small group.
    pub same: Option<u64>,
    /// How many answered before.
    pub before: u64,
    /// How many answered now.
    pub now: u64,
}

/// Whether the same people answered in two waves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PanelWord {
    /// Three in four of the smaller wave or more are the same.
    Panel,
    /// Some are the same.
    Partly,
    /// At most one in four of the smaller wave is the same.
    CrossSections,
    /// It cannot be told.
    Untold,
}

/// What has changed in the mean of several practices.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct GroupChangeRecord {
    /// A discipline's id, a plateau's number, or `total`.
    pub id: String,
    /// How many practices are alike and stand behind the means.
    pub practices: usize,
    /// The mean before.
    pub before: Option<f64>,
    /// The mean now.
    pub now: Option<f64>,
    /// The mean now − the mean before.
    pub difference: Option<f64>,
}

/// What has changed in a practice.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PracticeChangeRecord {
    /// Its id.
    pub id: String,
    /// How far the two waves' answers answer the same question.
    pub comparable: ComparableWord,
    /// Why it cannot be compared; `null` where it can.
    pub unlike: Option<UnlikeWord>,
    /// Parts of the unit that were there in one wave only and cannot be left out.
    pub unlike_units: Vec<String>,
    /// Where it was.
    pub before: Option<ReadingRecord>,
    /// Where it is.
    pub now: Option<ReadingRecord>,
    /// Points now − points before.
    pub difference: Option<f64>,
    /// The chance that a random answer of now is higher than one of before, ties half.
    pub superiority: Option<f64>,
    /// Whether it clearly stands elsewhere than before.
    pub clear: bool,
    /// Parts of the unit that are left out because they were there in one wave only.
    pub left_out: Vec<String>,
}

/// Where a practice stands in a wave, without what is left out.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ReadingRecord {
    /// The settled or moderated level, else the mean.
    pub points: f64,
    /// The settled or moderated level, else the low median where coverage suffices.
    pub level: Option<u8>,
    /// How many rated it; `null` where nobody did or it may not be shown.
    pub n: Option<u64>,
    /// What the points are.
    pub from: PointsFromWord,
}

/// What a practice's points are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PointsFromWord {
    /// The mean of what people answered.
    Answers,
    /// A settled reading.
    Settled,
    /// A moderated level.
    Moderated,
}

/// How far answers to two versions of the model may be held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ComparableWord {
    /// They answer the same question.
    Fully,
    /// They answer nearly the same question.
    Partly,
    /// They answer another question and are never compared.
    Not,
}

/// Why a practice cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnlikeWord {
    /// It has no points in at least one of the waves.
    NoPoints,
    /// Its answers are hidden in at least one of the waves.
    Hidden,
    /// Parts of the unit were there in one wave only and may not be shown.
    Parts,
    /// Nothing is left without the parts that were there in one wave only.
    NothingLeft,
    /// The waves answered different questions.
    Version,
}

/// A gate that is met in one of two waves only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GateChangeRecord {
    /// The plateau's number.
    pub plateau: usize,
    /// Whether it is met now; else it was met before.
    pub won: bool,
    /// How it stood before.
    pub before: VerdictWord,
    /// How it stands now.
    pub now: VerdictWord,
    /// Whether anything has moved, beyond what is known, shown or counted.
    pub moved: bool,
    /// The practices that make the difference.
    pub practices: Vec<TurnRecord>,
}

/// A practice that stands otherwise at its gate than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TurnRecord {
    /// The practice.
    pub practice: String,
    /// What makes the difference.
    pub cause: CauseWord,
    /// Its level before.
    pub before: Option<u8>,
    /// Its level now.
    pub now: Option<u8>,
}

/// What makes the difference to how a practice stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CauseWord {
    /// Its level has moved.
    Level,
    /// Whether all parts of the unit have the level.
    Common,
    /// Only whether a level was moderated or settled, or left to the answers.
    Settling,
    /// Only whether enough of those asked rated it.
    Coverage,
    /// Only whether anybody rated it.
    Answered,
    /// Only whether the answers may be shown.
    Hiding,
    /// Only whether it counts.
    Relevance,
    /// Another version of the model asks something else.
    Version,
}

/// A unit's change under permanent names.
pub(super) fn change(names: &Names<'_>, change: &Change) -> ChangeRecord {
    let (model, total) = (names.model, "total".to_owned());
    let plateaus = change.plateaus.iter();
    let disciplines = change.disciplines.iter();
    ChangeRecord {
        since: names.wave(change.since),
        other_version: change.other_version,
        panel: change.panel.as_ref().map(panel),
        total: group(total, &change.total),
        plateaus: plateaus
            .map(|it| group(names.plateau(it.index).to_string(), it))
            .collect(),
        disciplines: disciplines
            .map(|it| group(model.disciplines[it.index].id.clone(), it))
            .collect(),
        practices: change
            .practices
            .iter()
            .map(|it| practice(names, it))
            .collect(),
        gates: change.gates.iter().map(|it| gate(names, it)).collect(),
    }
}

/// A gate won or lost.
pub(super) fn gate(names: &Names<'_>, gate: &GateChange) -> GateChangeRecord {
    let [before, now] = gate.verdicts.map(verdict);
    GateChangeRecord {
        plateau: names.plateau(gate.plateau),
        won: gate.won,
        before,
        now,
        moved: gate.has_movement(),
        practices: gate.turns.iter().map(|it| turn(names, it)).collect(),
    }
}

fn turn(names: &Names<'_>, turn: &Turn) -> TurnRecord {
    let [before, now] = turn
        .levels
        .map(|level| level.map(crate::model::Level::number));
    TurnRecord {
        practice: names.practice(turn.practice),
        cause: match turn.cause {
            Cause::Level => CauseWord::Level,
            Cause::Common => CauseWord::Common,
            Cause::Settling => CauseWord::Settling,
            Cause::Coverage => CauseWord::Coverage,
            Cause::Answered => CauseWord::Answered,
            Cause::Hiding => CauseWord::Hiding,
            Cause::Relevance => CauseWord::Relevance,
            Cause::Version => CauseWord::Version,
        },
        before,
        now,
    }
}

fn panel(panel: &Panel) -> PanelRecord {
    PanelRecord {
        kind: match panel.kind {
            PanelKind::Panel => PanelWord::Panel,
            PanelKind::Partly => PanelWord::Partly,
            PanelKind::CrossSections => PanelWord::CrossSections,
            PanelKind::Untold => PanelWord::Untold,
        },
        same: panel.same,
        before: panel.before,
        now: panel.now,
    }
}

fn group(id: String, group: &GroupChange) -> GroupChangeRecord {
    let mean = |at: usize| group.means.as_ref().map(|means| means[at].to_f64());
    GroupChangeRecord {
        id,
        practices: group.practices,
        before: mean(0),
        now: mean(1),
        difference: group.difference.as_ref().map(Fraction::to_f64),
    }
}

fn practice(names: &Names<'_>, change: &PracticeChange) -> PracticeChangeRecord {
    let moved = change.moved.as_ref().ok();
    let unlike = change.moved.as_ref().err();
    let parts: &[usize] = match unlike {
        Some(Unlike::Parts(parts)) => parts,
        _ => &[],
    };
    PracticeChangeRecord {
        id: names.practice(change.practice),
        comparable: comparable(change.comparable),
        unlike: unlike.map(unlike_word),
        unlike_units: names.units(parts),
        before: moved.map(|moved| reading(&moved.before)),
        now: moved.map(|moved| reading(&moved.now)),
        difference: moved.map(|moved| moved.difference.to_f64()),
        superiority: moved.and_then(|moved| moved.superiority.as_ref().map(Fraction::to_f64)),
        clear: moved.is_some_and(Moved::is_clear),
        left_out: moved.map_or_else(Vec::new, |moved| names.units(&moved.left_out)),
    }
}

/// As in the record.
pub(super) fn comparable(comparable: Comparable) -> ComparableWord {
    match comparable {
        Comparable::Fully => ComparableWord::Fully,
        Comparable::Partly => ComparableWord::Partly,
        Comparable::Not => ComparableWord::Not,
    }
}

/// As in the record.
pub(super) fn reading(reading: &Reading) -> ReadingRecord {
    ReadingRecord {
        points: reading.points.to_f64(),
        level: reading.level.map(crate::model::Level::number),
        n: reading.n(),
        from: match reading.from {
            PointsFrom::Answers => PointsFromWord::Answers,
            PointsFrom::Settled => PointsFromWord::Settled,
            PointsFrom::Moderated => PointsFromWord::Moderated,
        },
    }
}

fn unlike_word(unlike: &Unlike) -> UnlikeWord {
    match unlike {
        Unlike::NoPoints => UnlikeWord::NoPoints,
        Unlike::Hidden => UnlikeWord::Hidden,
        Unlike::Parts(_) => UnlikeWord::Parts,
        Unlike::NothingLeft => UnlikeWord::NothingLeft,
        Unlike::Version => UnlikeWord::Version,
    }
}
