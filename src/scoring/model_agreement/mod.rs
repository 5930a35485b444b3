//! Agreement over the whole model: one figure a unit, and how much a practice is a matter of
//! which group one is in. Both from shown practices and groups only.

mod alpha;
mod icc;

use crate::assessment::Units;

use super::{Relevance, Score, WaveCard, statistics};

/// How far a unit's people agree over the whole model.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelAgreement {
    /// Krippendorff's ordinal α; absent where it is undefined.
    pub alpha: Option<f64>,
    /// The practices that α rests on: shown, and rated by at least two.
    pub practices: usize,
    /// Their answers.
    pub answers: u64,
    /// One entry a practice that counts and may be shown, in model order.
    pub groups: Vec<GroupAgreement>,
}

/// How much of a practice's spread lies between groups.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupAgreement {
    /// The practice.
    pub practice: usize,
    /// The lowest groups that may be shown, a rest being one.
    pub groups: usize,
    /// How many rated it.
    pub n: u64,
    /// ICC(1), the share of the spread that lies between groups; absent where undefined.
    pub icc1: Option<f64>,
    /// ICC(2), how reliably the groups' means differ; absent where undefined.
    pub icc2: Option<f64>,
}

/// Agreement over the whole model in a unit (an index into the assessment's units).
pub fn model_agreement(units: &Units, card: &WaveCard, unit: usize) -> ModelAgreement {
    let scores = card.profiles[unit].scores.iter();
    let shown: Vec<(&Score, &[u64])> = scores
        .filter(|score| score.relevance == Relevance::Relevant)
        .filter_map(|score| Some((score, counts(score)?)))
        .collect();
    let tables: Vec<&[u64]> = shown
        .iter()
        .map(|(_, counts)| *counts)
        .filter(|counts| statistics::n(counts) > 1)
        .collect();
    ModelAgreement {
        alpha: alpha::ordinal(&tables),
        practices: tables.len(),
        answers: tables.iter().map(|counts| statistics::n(counts)).sum(),
        groups: shown
            .iter()
            .map(|(score, _)| by_group(units, card, unit, score.practice))
            .collect(),
    }
}

/// The answers at each level, where they may be shown and there are any.
fn counts(score: &Score) -> Option<&[u64]> {
    let figures = score.figures.as_option().filter(|figures| figures.n > 0)?;
    Some(&figures.counts)
}

fn by_group(units: &Units, card: &WaveCard, unit: usize, practice: usize) -> GroupAgreement {
    let groups = lowest_groups(units, card, unit, practice);
    let (icc1, icc2) = icc::one_way(&groups);
    GroupAgreement {
        practice,
        groups: groups.len(),
        n: groups.iter().map(|counts| statistics::n(counts)).sum(),
        icc1,
        icc2,
    }
}

/// The answers of the parts that everything shown is a sum of: a shown unit without its shown
/// sub-units, where anybody is left.
fn lowest_groups(units: &Units, card: &WaveCard, unit: usize, practice: usize) -> Vec<Vec<u64>> {
    let of = |unit: usize| counts(&card.profiles[unit].scores[practice]);
    let mut groups = Vec::new();
    let mut waiting = vec![unit];
    while let Some(unit) = waiting.pop() {
        let mut rest = of(unit).unwrap_or_default().to_vec();
        for &part in &units[unit].children {
            let Some(counts) = of(part) else { continue };
            for (left, taken) in rest.iter_mut().zip(counts) {
                *left = left.saturating_sub(*taken);
            }
            waiting.push(part);
        }
        if statistics::n(&rest) > 0 {
            groups.push(rest);
        }
    }
    groups
}
