//! Numbers: what every unit scored at every point in time, and which plateau it has reached.
//!
//! Every figure is defined in METHOD. Scoring is total and pure: it cannot fail, and what
//! may not be shown is left out here, so that no later stage can show it.

mod agreement;
mod camps;
mod change;
mod comments;
mod common;
mod comparison;
mod figures;
mod fraction;
mod gate;
mod model_agreement;
mod privacy;
mod profile;
mod slice;
mod statistics;
mod tally;
mod total;
mod way;
mod weighting;
mod what_if;

pub use camps::{Camp, camps};
pub use change::{
    Cause, Change, Course, GateChange, Group, GroupChange, Like, Moved, Panel, PanelKind,
    PointsFrom, PracticeChange, Reading, Turn, Unlike, clear_superiority, least_move,
};
pub use comparison::{
    DisciplineGap, ModerationGap, PartScore, PerceptionGap, Reach, RoleComparison, Spread,
    UnitComparison, Voice, moderation_gaps, roles_side_by_side, units_side_by_side,
};
pub use fraction::Fraction;
pub use model_agreement::{GroupAgreement, ModelAgreement, model_agreement};
pub use privacy::{Visibility, shown_units};
pub use tally::pooled_raters;
pub use way::{Raise, Way, way};
pub use what_if::WhatIf;

use crate::assessment::Assessment;
use jiff::civil::Date;

use crate::intake::{Answer, Evidence, Moderated, Responses};
use crate::model::{Level, Model};

/// What every unit scored in every wave. The responses must belong to the assessment, and the
/// assessment to the model.
pub fn score(model: &Model, assessment: &Assessment, responses: &Responses) -> Scorecard {
    score_if(model, assessment, responses, None)
}

/// What every unit would score in every wave if an assumption held.
pub fn score_if(
    model: &Model,
    assessment: &Assessment,
    responses: &Responses,
    what_if: Option<&WhatIf>,
) -> Scorecard {
    let nesting = common::Nesting::new(&assessment.units);
    let roles = profile::roles_in_use(assessment, &responses.waves);
    let declared = assessment.waves.iter().map(|wave| wave.date);
    let dates = declared.map(|date| date.or(assessment.date));
    let waves = responses.waves.iter().zip(dates).enumerate();
    let waves = waves.map(|(index, (wave, date))| {
        let given = profile::Given {
            model,
            assessment,
            wave,
            what_if: what_if.filter(|what_if| what_if.wave == index),
        };
        WaveCard {
            date,
            ..profile::wave_card(given, &nesting, &roles)
        }
    });
    let waves = waves.collect();
    let mut scorecard = Scorecard { waves };
    change::add(model, assessment, &responses.recurring, &mut scorecard);
    scorecard
}

impl Scorecard {
    /// Whether a unit has points in a wave.
    pub fn has_points(&self, wave: usize, unit: usize) -> bool {
        self.waves[wave].profiles[unit].total.points.is_some()
    }
}

/// All units' and waves' profiles.
#[derive(Debug, Clone, PartialEq)]
pub struct Scorecard {
    /// One entry a wave, in the assessment's order.
    pub waves: Vec<WaveCard>,
}

/// One wave's profiles.
#[derive(Debug, Clone, PartialEq)]
pub struct WaveCard {
    /// The day that ages are counted to: the wave's, else the assessment's.
    pub date: Option<Date>,
    /// How many people of the whole assessment rated all practices alike; absent where nobody
    /// did, or where too few answered to be shown.
    pub straight_lined: Option<StraightLined>,
    /// One entry a unit, in the assessment's order.
    pub profiles: Vec<Profile>,
}

/// People who gave one and the same level to all the practices they rated, which were many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StraightLined {
    /// How many did.
    pub people: u64,
    /// How many answered anything in the wave.
    pub respondents: u64,
}

/// A unit's scores at one point in time; its sub-units' answers are included.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// An index into the assessment's units.
    pub unit: usize,
    /// People who answered anything, sub-units included.
    pub respondents: u64,
    /// People who were invited, sub-units included, where that is known.
    pub invited: Option<u64>,
    /// One entry a practice, in model order.
    pub scores: Vec<Score>,
    /// The unit's total.
    pub total: Total,
    /// One entry a discipline, in model order.
    pub disciplines: Vec<GroupScore>,
    /// One entry a plateau, lowest first.
    pub plateaus: Vec<PlateauScore>,
    /// The number of the highest plateau whose gate and all lower gates are met; 0 if none.
    pub plateau_reached: usize,
    /// Pairs of an earlier and a later plateau (indices) where the later has the higher mean.
    pub inversions: Vec<(usize, usize)>,
    /// One entry a role, and a last one for people without a role if there are any; empty if
    /// nobody in any wave has a role.
    pub roles: Vec<RoleProfile>,
    /// What has changed since the wave before; absent where there is none to compare.
    pub change: Option<Change>,
}

/// Something that is known, or that protects somebody and therefore is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown<T> {
    /// May be shown.
    Shown(T),
    /// Would give too few people away.
    Hidden,
}

/// Where a practice stands in a unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// An index into the model's practices.
    pub practice: usize,
    /// What people answered.
    pub figures: Shown<Figures>,
    /// The settled reading of a sheet, if there is one.
    pub settled: Option<Answer>,
    /// The moderated level, if there is one.
    pub moderated: Option<Moderated>,
    /// What the moderated or settled level rests on.
    pub evidence: Option<Evidence>,
    /// The level that is only assumed (see [`WhatIf`]); it takes the place of a settled and a
    /// moderated one, which are then absent.
    pub assumed: Option<Level>,
    /// Whether the practice counts for this unit.
    pub relevance: Relevance,
    /// The assumed, settled or moderated level, else the answers' low median where coverage
    /// suffices.
    pub level: Option<Level>,
    /// The assumed, settled or moderated level, else the answers' mean; absent if there is none or
    /// the practice does not count.
    pub points: Option<Fraction>,
    /// How the practice stands at its plateau's gate.
    pub standing: Standing,
    /// Whether all parts of the unit share the level that the gate asks for.
    pub commonness: Commonness,
    /// The level aimed at.
    pub target: Option<Level>,
    /// Target − points.
    pub gap: Option<Fraction>,
    /// What people wrote about it.
    pub comments: Comments,
}

/// What people wrote about a practice, each comment word for word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Comments {
    /// Nothing was kept.
    #[default]
    NotKept,
    /// All of it, by text, so that the order tells nothing of who wrote when.
    Shown(Vec<String>),
    /// Whether anybody wrote anything may not be known: too few rated the practice.
    Hidden,
}

/// What people answered to one practice.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// How many rated it.
    pub n: u64,
    /// Answers at each level, lowest first.
    pub counts: Vec<u64>,
    /// How many cannot judge.
    pub dont_know: u64,
    /// How many find that it does not apply.
    pub not_relevant: u64,
    /// How many were asked and left it blank.
    pub blank: u64,
    /// n ÷ (asked − not relevant); absent if nobody is left.
    pub coverage: Option<Fraction>,
    /// Σ k·c_k ÷ n, or the mean of the groups' means under unit weighting; absent if n = 0.
    pub mean: Option<Fraction>,
    /// The sample standard deviation; absent if n < 2.
    pub sd: Option<f64>,
    /// The low median: the highest level that more than half reach; absent if n = 0.
    pub median: Option<Level>,
    /// The share who put it at the gate's level or higher; absent if n = 0.
    pub share_at_gate: Option<Fraction>,
    /// How far people agree; absent if n < 2.
    pub agreement: Option<Agreement>,
}

/// How far those who rated a practice agree.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// van der Eijk's A: −1 polarised … 1 agreement.
    pub a: f64,
    /// Mean absolute deviation from the median, in levels.
    pub ad: Fraction,
    /// Whether it is worth talking about: A below 0.2 or AD above K/6.
    pub disputed: bool,
}

/// Whether a practice counts for a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relevance {
    /// It counts.
    Relevant,
    /// The assessment leaves it out, with a reason.
    TailoredAway,
    /// All who answered say that it does not apply.
    NotRelevant,
}

/// How a practice stands at its plateau's gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// At the gate's level or higher.
    Met {
        /// How many would have to drop below before it fails; absent for settled and
        /// moderated levels and under unit weighting.
        margin: Option<u64>,
    },
    /// Below the gate's level.
    Below {
        /// How many would have to rate it at the gate's level instead of below for it to
        /// pass; absent as `margin` is.
        distance: Option<u64>,
    },
    /// High enough on the whole, but not the same way everywhere; the units are in
    /// [`Commonness::NotCommon`].
    NotCommon,
    /// It cannot be said.
    Undecided(Undecided),
    /// It neither blocks nor counts.
    Outside,
}

/// Why it cannot be said how a practice stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undecided {
    /// Nobody rated it.
    Unanswered,
    /// Too few of those asked rated it.
    ThinlyCovered,
    /// The answers are hidden.
    Hidden,
}

/// Whether all parts of a unit share the level that a gate asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Commonness {
    /// The question does not arise: the unit is below the level, or the gate does not ask, or
    /// a settled or moderated level answers it.
    NotAsked,
    /// No part below may be shown or has answers.
    SingleLayer,
    /// No shown part falls short.
    Common,
    /// These parts (indices of units) fall short by one answer only.
    PerhapsNot(Vec<usize>),
    /// These parts (indices of units) fall short by at least two answers, or by a settled or
    /// moderated level.
    NotCommon(Vec<usize>),
}

/// A unit's total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// Σ points; absent if no practice is scored.
    pub points: Option<Fraction>,
    /// K × practices of the model.
    pub points_max: u64,
    /// K × practices scored.
    pub points_max_adjusted: u64,
    /// How many practices are scored.
    pub practices_scored: usize,
    /// (points − m) ÷ (K·m − m) for m scored practices; absent if m = 0.
    pub rescaled: Option<Fraction>,
    /// points ÷ m; absent if m = 0.
    pub mean: Option<Fraction>,
}

/// A discipline's or plateau's score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupScore {
    /// An index into the model's disciplines or plateaus.
    pub index: usize,
    /// Mean of its scored practices' points; absent if none is scored.
    pub mean: Option<Fraction>,
    /// Σ of its scored practices' points; absent if none is scored.
    pub points: Option<Fraction>,
    /// K × its practices.
    pub points_max: u64,
    /// How many of its practices are scored.
    pub practices_scored: usize,
}

/// A plateau's score and gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlateauScore {
    /// The mean and what is behind it.
    pub score: GroupScore,
    /// The gate's verdict.
    pub verdict: Verdict,
    /// Practices (indices, model order) that meet the gate.
    pub met: Vec<usize>,
    /// Practices that miss it, below or not common: the blockers.
    pub missed: Vec<usize>,
    /// Practices of which it cannot be said.
    pub undecided: Vec<usize>,
}

/// A gate's verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Every practice that counts is at the gate's level or higher.
    Met,
    /// At least one practice misses it.
    Missed,
    /// None misses it, but of some it cannot be said, or none counts.
    Undecided,
}

/// One role's answers within a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleProfile {
    /// An index into the assessment's roles; `None` for people without a role.
    pub role: Option<usize>,
    /// People of the role who answered anything.
    pub respondents: Shown<u64>,
    /// One entry a practice, in model order.
    pub cells: Vec<Shown<RoleCell>>,
}

/// One role's answers to one practice; `mean` is absent if n = 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleCell {
    /// How many rated it.
    pub n: u64,
    /// Their mean.
    pub mean: Option<Fraction>,
}

impl<T> Shown<T> {
    /// What may be shown, if it may.
    pub fn as_option(&self) -> Option<&T> {
        match self {
            Self::Shown(value) => Some(value),
            Self::Hidden => None,
        }
    }

    /// Whether it is hidden.
    pub fn is_hidden(&self) -> bool {
        matches!(self, Self::Hidden)
    }
}
