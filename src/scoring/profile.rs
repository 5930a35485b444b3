//! All units' profiles at one point in time.

use crate::assessment::{Assessment, Units};
use crate::intake::WaveResponses;
use crate::model::Model;
use crate::parallel;

use super::common::Nesting;
use super::gate::Judged;
use super::privacy;
use super::slice::PracticeSlice;
use super::tally::pooled_respondents;
use super::{
    Fraction, PlateauScore, Profile, RoleProfile, Score, Shown, StraightLined, Verdict, WaveCard,
    WhatIf, total,
};

/// How many cells (units × practices) a thread scores at once: some tenths of a millisecond.
const CELLS_AT_ONCE: usize = 500;

/// What a wave is scored from.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    pub(super) model: &'a Model,
    pub(super) assessment: &'a Assessment,
    pub(super) wave: &'a WaveResponses,
    /// What is assumed in this wave.
    pub(super) what_if: Option<&'a WhatIf>,
}

/// Scores one wave; `roles` are the groups whose answers are told apart.
pub(super) fn wave_card(given: Given<'_>, nesting: &Nesting, roles: &[usize]) -> WaveCard {
    let Given {
        model,
        assessment,
        wave,
        ..
    } = given;
    let units = &assessment.units;
    let people = People::new(assessment, wave);
    let mut scores = vec![Vec::with_capacity(model.practices.len()); units.len()];
    let mut split: Vec<Vec<RoleProfile>> = (0..units.len())
        .map(|unit| people.roles(unit, roles, model.practices.len()))
        .collect();
    let at_once = CELLS_AT_ONCE.div_ceil(units.len().max(1));
    let practices = parallel::each(model.practices.len(), at_once, |practice| {
        let slice = PracticeSlice::new(given, practice);
        (slice.scores(nesting), slice.role_cells(roles))
    });
    for (of_units, cells) in practices {
        for (scores, score) in scores.iter_mut().zip(of_units) {
            scores.push(score);
        }
        let profiles = split.iter_mut().flatten();
        for (profile, cell) in profiles.zip(cells) {
            profile.cells.push(cell);
        }
    }
    let profiles = scores
        .into_iter()
        .zip(split)
        .enumerate()
        .map(|(unit, (scores, roles))| Profile {
            respondents: people.respondents(unit),
            invited: people.invited[unit],
            roles,
            ..profile(model, unit, scores)
        })
        .collect();
    WaveCard {
        date: None,
        straight_lined: people.straight_lined(assessment, wave.straight_lined),
        profiles,
    }
}

/// What a unit's scores add up to.
fn profile(model: &Model, unit: usize, scores: Vec<Score>) -> Profile {
    let levels = model.scale.len();
    let disciplines: Vec<_> = model
        .disciplines
        .iter()
        .enumerate()
        .map(|(index, discipline)| total::group(index, &discipline.practices, &scores, levels))
        .collect();
    let plateaus = plateaus(model, &scores);
    Profile {
        unit,
        respondents: 0,
        invited: None,
        total: total::total(&disciplines, levels),
        disciplines,
        plateau_reached: plateau_reached(model, &plateaus),
        inversions: inversions(&plateaus),
        plateaus,
        scores,
        roles: Vec::new(),
        change: None,
    }
}

fn plateaus(model: &Model, scores: &[Score]) -> Vec<PlateauScore> {
    model
        .plateaus
        .iter()
        .enumerate()
        .map(|(index, plateau)| {
            let judged = Judged::new(plateau, scores);
            PlateauScore {
                score: total::group(index, &plateau.practices, scores, model.scale.len()),
                verdict: judged.verdict(),
                met: judged.met,
                missed: judged.missed,
                undecided: judged.undecided,
            }
        })
        .collect()
}

/// The number of the highest plateau whose gate and all lower gates are met.
fn plateau_reached(model: &Model, plateaus: &[PlateauScore]) -> usize {
    model
        .plateaus
        .iter()
        .zip(plateaus)
        .take_while(|(_, score)| score.verdict == Verdict::Met)
        .last()
        .map_or(0, |(plateau, _)| plateau.id)
}

/// Pairs of an earlier and a later plateau where the later has the higher mean.
fn inversions(plateaus: &[PlateauScore]) -> Vec<(usize, usize)> {
    let mean = |index: usize| -> Option<&Fraction> { plateaus[index].score.mean.as_ref() };
    let pairs = (0..plateaus.len())
        .flat_map(|earlier| (earlier + 1..plateaus.len()).map(move |later| (earlier, later)));
    pairs
        .filter(|&(earlier, later)| {
            mean(earlier).is_some_and(|low| mean(later).is_some_and(|high| high > low))
        })
        .collect()
}

/// Who answered at all, and who was invited.
struct People {
    no_role: usize,
    /// unit × role, sub-units included.
    respondents: Vec<u64>,
    splits: Vec<bool>,
    invited: Vec<Option<u64>>,
}

impl People {
    fn new(assessment: &Assessment, wave: &WaveResponses) -> Self {
        let units = &assessment.units;
        let respondents = pooled_respondents(&wave.respondents, units);
        let everyone: Vec<u64> = respondents
            .chunks(assessment.role_count())
            .map(|roles| roles.iter().sum())
            .collect();
        let minimum = assessment.privacy.minimum_group;
        let visible = privacy::shown_units(units, &everyone, minimum);
        Self {
            no_role: assessment.no_role(),
            splits: privacy::shown_splits(units, &visible, &respondents, minimum),
            invited: invited(units, &everyone),
            respondents,
        }
    }

    fn of(&self, unit: usize) -> &[u64] {
        let roles = self.no_role + 1;
        &self.respondents[unit * roles..][..roles]
    }

    fn respondents(&self, unit: usize) -> u64 {
        self.of(unit).iter().sum()
    }

    /// So many of all who answered, where those are enough to be told of.
    fn straight_lined(&self, assessment: &Assessment, people: u64) -> Option<StraightLined> {
        let tops = assessment.units.tops();
        let respondents = tops.map(|unit| self.respondents(unit)).sum();
        let is_shown = people > 0 && respondents >= assessment.privacy.minimum_group;
        is_shown.then_some(StraightLined {
            people,
            respondents,
        })
    }

    /// The roles of a unit, with room for the cells of so many practices.
    fn roles(&self, unit: usize, roles: &[usize], practices: usize) -> Vec<RoleProfile> {
        roles
            .iter()
            .map(|&role| RoleProfile {
                role: (role != self.no_role).then_some(role),
                respondents: match self.splits[unit] {
                    true => Shown::Shown(self.of(unit)[role]),
                    false => Shown::Hidden,
                },
                cells: Vec::with_capacity(practices),
            })
            .collect()
    }
}

/// Who was invited: what a unit declares, else what all its sub-units together do, unless
/// people answer for the unit itself; `everyone` holds the respondents, sub-units included.
fn invited(units: &Units, everyone: &[u64]) -> Vec<Option<u64>> {
    let mut invited: Vec<Option<u64>> = units.list().iter().map(|unit| unit.invited).collect();
    for unit in units.children_first() {
        let parts = &units[unit].children;
        let below: u64 = parts.iter().map(|&part| everyone[part]).sum();
        if invited[unit].is_none() && !parts.is_empty() && below == everyone[unit] {
            invited[unit] = parts.iter().map(|&part| invited[part]).sum();
        }
    }
    invited
}

/// The groups whose answers are told apart: every role, and those without one if there are
/// any; none if nobody in any wave has a role.
pub(super) fn roles_in_use(assessment: &Assessment, waves: &[WaveResponses]) -> Vec<usize> {
    let anybody = |role: usize| {
        waves
            .iter()
            .any(|wave| (0..assessment.units.len()).any(|unit| wave.respondents.of(unit, role) > 0))
    };
    let roles = 0..assessment.roles.len();
    if !roles.clone().any(anybody) {
        return Vec::new();
    }
    roles
        .chain(anybody(assessment.no_role()).then_some(assessment.no_role()))
        .collect()
}
