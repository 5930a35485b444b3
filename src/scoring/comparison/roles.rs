//! What a unit's roles see, practice by practice and discipline by discipline.

use crate::model::Model;
use crate::scoring::{Fraction, Profile, Relevance, RoleProfile};

/// A unit's roles side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleComparison {
    /// The practices of which at least two roles may be shown, in model order.
    pub gaps: Vec<PerceptionGap>,
    /// The disciplines that can be compared like for like, in model order.
    pub disciplines: Vec<DisciplineGap>,
    /// The practices of which a role may not be shown, in model order.
    pub hidden: Vec<usize>,
}

/// The two roles that are furthest apart on a practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerceptionGap {
    /// The practice.
    pub practice: usize,
    /// The role with the highest mean; the first of several.
    pub high: Voice,
    /// The role with the lowest mean; the first of several.
    pub low: Voice,
    /// The difference of the two means.
    pub gap: Fraction,
}

/// What one role says of a practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// An index into the assessment's roles; `None` for people without a role.
    pub role: Option<usize>,
    /// How many of the role rated it.
    pub n: u64,
    /// Their mean.
    pub mean: Fraction,
}

/// A discipline as the roles see it, over the practices that every role is shown for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisciplineGap {
    /// An index into the model's disciplines.
    pub discipline: usize,
    /// How many practices are compared.
    pub practices: usize,
    /// Each role with its mean of the practices' means; only roles that may be shown at all.
    pub means: Vec<(Option<usize>, Fraction)>,
    /// The highest of the means − the lowest.
    pub gap: Fraction,
}

/// What a unit's roles see, from the cells that may be shown.
pub fn roles_side_by_side(model: &Model, profile: &Profile) -> RoleComparison {
    let counts = |&practice: &usize| profile.scores[practice].relevance == Relevance::Relevant;
    let practices: Vec<usize> = (0..model.practices.len()).filter(counts).collect();
    let hides = |&practice: &usize| {
        let mut roles = profile.roles.iter();
        roles.any(|role| role.cells[practice].is_hidden())
    };
    let roles: Vec<&RoleProfile> = profile
        .roles
        .iter()
        .filter(|role| practices.iter().any(|&p| voice(role, p).is_some()))
        .collect();
    let disciplines = model.disciplines.iter().enumerate();
    RoleComparison {
        gaps: practices
            .iter()
            .filter_map(|&p| widest(&roles, p))
            .collect(),
        disciplines: disciplines
            .filter_map(|(index, discipline)| {
                let compared = discipline.practices.iter().copied().filter(counts);
                of_discipline(&roles, index, &compared.collect::<Vec<_>>())
            })
            .collect(),
        hidden: practices.iter().copied().filter(hides).collect(),
    }
}

fn voice(role: &RoleProfile, practice: usize) -> Option<Voice> {
    let cell = role.cells[practice].as_option()?;
    Some(Voice {
        role: role.role,
        n: cell.n,
        mean: cell.mean.clone()?,
    })
}

fn widest(roles: &[&RoleProfile], practice: usize) -> Option<PerceptionGap> {
    let voices: Vec<Voice> = roles.iter().filter_map(|r| voice(r, practice)).collect();
    // `max_by` gives the last of several, and the first is wanted.
    let high = voices.iter().rev().max_by(|a, b| a.mean.cmp(&b.mean))?;
    let others = voices.iter().filter(|other| other.role != high.role);
    let low = others.min_by(|a, b| a.mean.cmp(&b.mean))?;
    Some(PerceptionGap {
        practice,
        gap: high.mean.minus(&low.mean),
        high: high.clone(),
        low: low.clone(),
    })
}

/// A discipline over those of these practices that every role is shown for.
fn of_discipline(
    roles: &[&RoleProfile],
    discipline: usize,
    practices: &[usize],
) -> Option<DisciplineGap> {
    if roles.len() < 2 {
        return None;
    }
    let by_practice: Vec<Vec<Fraction>> = practices
        .iter()
        .filter_map(|&practice| {
            let voices = roles.iter().map(|role| Some(voice(role, practice)?.mean));
            voices.collect()
        })
        .collect();
    let means: Vec<(Option<usize>, Fraction)> = roles
        .iter()
        .enumerate()
        .filter_map(|(place, role)| {
            let means = by_practice.iter().map(|means| &means[place]);
            Some((role.role, Fraction::mean(means)?))
        })
        .collect();
    let (_, high) = means.iter().max_by(|a, b| a.1.cmp(&b.1))?;
    let (_, low) = means.iter().min_by(|a, b| a.1.cmp(&b.1))?;
    Some(DisciplineGap {
        discipline,
        practices: by_practice.len(),
        gap: high.minus(low),
        means,
    })
}
