//! What has changed between waves, like for like.
//!
//! Everything here is worked out from what each wave shows, so that it cannot tell more than
//! the waves side by side do.

mod course;
mod gates;
mod like;
mod panel;
mod superiority;

pub use course::{Course, Group};
pub use gates::{Cause, GateChange, Turn};
pub use like::{Like, PointsFrom, Reading, Unlike};
pub(super) use panel::panel;
pub use panel::{Panel, PanelKind};

use super::Fraction;
use super::Scorecard;
use crate::assessment::{Assessment, Comparable};
use crate::intake::Recurring;
use crate::model::Model;

/// What has changed between the waves follows from what each of them shows.
pub(super) fn add(
    model: &Model,
    assessment: &Assessment,
    recurring: &Recurring,
    scorecard: &mut Scorecard,
) {
    for wave in 0..scorecard.waves.len() {
        let before = 0..scorecard.waves.len();
        let panels: Vec<Option<Panel>> = before
            .map(|before| panel(assessment, scorecard, recurring, [before, wave]))
            .collect();
        let units = 0..scorecard.waves[wave].profiles.len();
        let changes: Vec<Option<Change>> = units
            .map(|unit| change(model, assessment, scorecard, unit, wave, &panels))
            .collect();
        let profiles = scorecard.waves[wave].profiles.iter_mut();
        for (profile, change) in profiles.zip(changes) {
            profile.change = change;
        }
    }
}

/// What has changed in a unit since the wave before.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The wave it is held against: the latest before in which the unit has points.
    pub since: usize,
    /// Whether the model's major version differs between the two.
    pub other_version: bool,
    /// One entry a practice, in model order.
    pub practices: Vec<PracticeChange>,
    /// One entry a discipline, in model order.
    pub disciplines: Vec<GroupChange>,
    /// One entry a plateau, lowest first.
    pub plateaus: Vec<GroupChange>,
    /// Over all practices that are alike.
    pub total: GroupChange,
    /// Gates that are met in one of the two waves only, lowest first.
    pub gates: Vec<GateChange>,
    /// Whether the same people answered, over the whole assessment; absent where nobody did.
    pub panel: Option<Panel>,
}

/// What has changed in a practice.
#[derive(Debug, Clone, PartialEq)]
pub struct PracticeChange {
    /// An index into the model's practices.
    pub practice: usize,
    /// How far the two waves' answers answer the same question.
    pub comparable: Comparable,
    /// The two waves, if they can be held against each other.
    pub moved: Result<Moved, Unlike>,
}

/// Two waves of one practice.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// Where it was.
    pub before: Reading,
    /// Where it is.
    pub now: Reading,
    /// Points now − points before.
    pub difference: Fraction,
    /// The chance that a random answer of now is higher than one of before, ties half; absent
    /// where either has no answers that may be shown.
    pub superiority: Option<Fraction>,
    /// Parts of the unit (indices, assessment order) that are left out because they were there
    /// in one of the waves only.
    pub left_out: Vec<usize>,
}

/// What has changed in the mean of several practices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupChange {
    /// An index into the model's disciplines or plateaus; 0 for the total.
    pub index: usize,
    /// How many practices are alike and stand behind the means.
    pub practices: usize,
    /// The means before and now; absent if no practice is alike.
    pub means: Option<[Fraction; 2]>,
    /// The mean now − the mean before.
    pub difference: Option<Fraction>,
}

/// How far a practice must move, in levels, for it to be said that it has moved.
pub fn least_move() -> Fraction {
    Fraction::new(1, 2)
}

/// The chance that a later answer is higher from which on it is clear that a practice has gone
/// up; one minus this, or less, is clearly down.
pub fn clear_superiority() -> Fraction {
    Fraction::new(3, 5)
}

impl Moved {
    /// Whether it is clear that the practice stands elsewhere than it did: people's answers by
    /// half a level and more often than not by chance, or a settled or moderated level in both
    /// waves by a whole level.
    pub fn is_clear(&self) -> bool {
        let size = self.difference.magnitude();
        match (self.before.from, self.now.from, &self.superiority) {
            (PointsFrom::Answers, PointsFrom::Answers, Some(superiority)) => {
                let down = Fraction::whole(1).minus(&clear_superiority());
                let agrees = match self.difference.is_negative() {
                    true => *superiority <= down,
                    false => *superiority >= clear_superiority(),
                };
                size >= least_move() && agrees
            }
            (PointsFrom::Answers, _, _) | (_, PointsFrom::Answers, _) => false,
            _ => size >= Fraction::whole(1),
        }
    }
}

/// What has changed in a unit between a wave and the one before it; `None` where there is none
/// before it with points, or none in it.
pub(super) fn change(
    model: &Model,
    assessment: &Assessment,
    scorecard: &Scorecard,
    unit: usize,
    wave: usize,
    panels: &[Option<Panel>],
) -> Option<Change> {
    let has_points = |wave: usize| scorecard.has_points(wave, unit);
    let before = assessment.waves_before(wave);
    let since = before.into_iter().rfind(|&wave| has_points(wave))?;
    if !has_points(wave) {
        return None;
    }
    let course = Course::over(model, assessment, scorecard, unit, &[since, wave]);
    let moved = |practice: usize, like: &Like| {
        let [before, now] = like.readings.as_slice() else {
            return Err(Unlike::NoPoints);
        };
        let superiority = match (&before.counts, &now.counts) {
            (Some(before), Some(now)) => superiority::superiority(before, now),
            _ => None,
        };
        debug_assert_eq!(like.practice, practice);
        Ok(Moved {
            difference: now.points.minus(&before.points),
            superiority,
            before: before.clone(),
            now: now.clone(),
            left_out: like.left_out.clone(),
        })
    };
    let practices = course.practices.iter().enumerate();
    let practices = practices.map(|(practice, like)| PracticeChange {
        practice,
        comparable: assessment.comparable(&[since, wave], practice),
        moved: match like {
            Ok(like) => moved(practice, like),
            Err(unlike) => Err(unlike.clone()),
        },
    });
    Some(Change {
        since,
        other_version: !course.breaks.is_empty(),
        practices: practices.collect(),
        disciplines: course.disciplines.iter().map(group).collect(),
        plateaus: course.plateaus.iter().map(group).collect(),
        total: group(&course.total),
        gates: gates::gates(
            model,
            assessment,
            [since, wave].map(|wave| (wave, &scorecard.waves[wave].profiles[unit])),
        ),
        panel: panels.get(since).cloned().flatten(),
    })
}

fn group(group: &Group) -> GroupChange {
    let means = match group.means.as_slice() {
        [Some(before), Some(now)] => Some([before.clone(), now.clone()]),
        _ => None,
    };
    GroupChange {
        index: group.index,
        practices: group.practices,
        difference: means.as_ref().map(|[before, now]| now.minus(before)),
        means,
    }
}
