//! A unit's parts side by side: how they spread on each practice, whether they share the
//! gate's level, and which of them the others could learn from.

use crate::assessment::Units;
use crate::model::{Level, Model};
use crate::scoring::{Commonness, Fraction, Relevance, Score, WaveCard};

/// A unit's parts side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitComparison {
    /// Every part within the layers looked at, with its layer from 1; a part comes before what
    /// is below it, in assessment order.
    pub parts: Vec<(usize, usize)>,
    /// The parts that are held against each other: those of the last layer, and those above it
    /// that have no parts of their own.
    pub compared: Vec<usize>,
    /// The practices that count for the unit, in model order.
    pub spreads: Vec<Spread>,
}

/// Where a unit's parts stand on a practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    /// The practice.
    pub practice: usize,
    /// The parts with a level that may be shown: lowest level first, then lowest points, then
    /// assessment order.
    pub shown: Vec<PartScore>,
    /// How many parts are hidden.
    pub hidden: usize,
    /// How many parts have no level: nobody rated it, too few did, or it is not relevant.
    pub without_level: usize,
    /// How far the gate's level reaches.
    pub reach: Reach,
    /// The best of the parts, where it is clearly better than the unit as a whole: at least
    /// one level above it, and half a point. Parts of the same level whose points print alike
    /// are equally good.
    pub learn_from: Vec<PartScore>,
}

/// Where a part stands on a practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartScore {
    /// The part.
    pub unit: usize,
    /// Its level.
    pub level: Level,
    /// Its points.
    pub points: Fraction,
    /// How many rated it; absent where the level is settled or moderated and not theirs.
    pub n: Option<u64>,
}

/// How far the gate's level reaches in a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// The whole unit has it, and no part that may be shown falls short.
    Common,
    /// As [`Reach::Common`], but a part falls short by one answer.
    PerhapsCommon,
    /// These parts have it, but the unit as a whole does not, or not all of it.
    Local(Vec<usize>),
    /// No part that may be shown has it.
    Nowhere,
    /// No part may be shown.
    Unseen,
}

impl Spread {
    /// The lowest part.
    pub fn lowest(&self) -> Option<&PartScore> {
        self.shown.first()
    }

    /// The middle part; of two, the lower.
    pub fn middle(&self) -> Option<&PartScore> {
        self.shown.get(self.shown.len().saturating_sub(1) / 2)
    }

    /// The highest part.
    pub fn highest(&self) -> Option<&PartScore> {
        self.shown.last()
    }

    /// How far the highest part is above the lowest, in levels and in points.
    pub fn width(&self) -> Option<(u8, Fraction)> {
        let (low, high) = (self.lowest()?, self.highest()?);
        Some((
            high.level.number() - low.level.number(),
            high.points.minus(&low.points),
        ))
    }
}

/// A unit's parts down to so many layers below it, from the cells that may be shown.
pub fn units_side_by_side(
    model: &Model,
    units: &Units,
    card: &WaveCard,
    unit: usize,
    layers: usize,
) -> UnitComparison {
    let parts = parts(units, unit, layers);
    let is_last =
        |&&(part, layer): &&(usize, usize)| layer == layers || units[part].children.is_empty();
    let compared: Vec<usize> = parts
        .iter()
        .filter(is_last)
        .map(|&(part, _)| part)
        .collect();
    let whole = card.profiles[unit].scores.iter();
    let spreads = whole
        .filter(|score| score.relevance == Relevance::Relevant)
        .map(|score| spread(model, card, score, &compared))
        .collect();
    UnitComparison {
        parts,
        compared,
        spreads,
    }
}

fn parts(units: &Units, unit: usize, layers: usize) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let mut waiting = vec![(unit, 0)];
    while let Some((part, layer)) = waiting.pop() {
        if layer > 0 {
            parts.push((part, layer));
        }
        if layer < layers {
            let below = units[part].children.iter().rev();
            waiting.extend(below.map(|&child| (child, layer + 1)));
        }
    }
    parts
}

fn spread(model: &Model, card: &WaveCard, whole: &Score, compared: &[usize]) -> Spread {
    let practice = whole.practice;
    let (mut shown, mut hidden) = (Vec::new(), 0);
    for &part in compared {
        let score = &card.profiles[part].scores[practice];
        hidden += usize::from(is_unseen(score));
        shown.extend(part_score(part, score));
    }
    shown.sort_by(|a, b| (a.level, &a.points).cmp(&(b.level, &b.points)));
    Spread {
        practice,
        hidden,
        without_level: compared.len() - hidden - shown.len(),
        reach: reach(whole, model.gate_of(practice).level, &shown),
        learn_from: best(whole, &shown),
        shown,
    }
}

/// Whether nothing of a cell may be seen: what is settled or moderated may be.
fn is_unseen(score: &Score) -> bool {
    score.figures.is_hidden() && !is_settled(score)
}

fn is_settled(score: &Score) -> bool {
    score.settled.is_some() || score.moderated.is_some()
}

fn part_score(unit: usize, score: &Score) -> Option<PartScore> {
    if is_unseen(score) {
        return None;
    }
    let figures = score.figures.as_option().filter(|_| !is_settled(score));
    Some(PartScore {
        unit,
        level: score.level?,
        points: score.points.clone()?,
        n: figures.map(|figures| figures.n),
    })
}

fn reach(whole: &Score, gate: Level, shown: &[PartScore]) -> Reach {
    if shown.is_empty() {
        return Reach::Unseen;
    }
    let mut at: Vec<usize> = shown
        .iter()
        .filter(|part| part.level >= gate)
        .map(|part| part.unit)
        .collect();
    at.sort_unstable();
    let whole_is_at = !is_unseen(whole) && whole.level.is_some_and(|level| level >= gate);
    match whole.commonness {
        Commonness::Common => Reach::Common,
        Commonness::PerhapsNot(_) => Reach::PerhapsCommon,
        Commonness::NotAsked if whole_is_at && at.len() == shown.len() => Reach::Common,
        _ if at.is_empty() => Reach::Nowhere,
        _ => Reach::Local(at),
    }
}

fn best(whole: &Score, shown: &[PartScore]) -> Vec<PartScore> {
    let own = whole.level.zip(whole.points.as_ref());
    let (Some((level, points)), Some(best)) = (own, shown.last()) else {
        return Vec::new();
    };
    let ahead = best.points.minus(points);
    if is_unseen(whole) || best.level <= level || ahead < Fraction::new(1, 2) {
        return Vec::new();
    }
    let as_good = |part: &&PartScore| {
        part.level == best.level && part.points.rounded(1) == best.points.rounded(1)
    };
    shown.iter().filter(as_good).cloned().collect()
}
