//! What holds for every undertaking.

use plateau::scoring::{Commonness, Figures, Fraction, Profile, Standing, Verdict};
use proptest::prelude::*;

use super::random::{Sample, samples, unit_id};
use crate::support::undertaking::Scored;

fn all_figures(scored: &Scored) -> impl Iterator<Item = &Figures> {
    let scores = scored.card.waves[0]
        .profiles
        .iter()
        .flat_map(|profile| &profile.scores);
    scores.filter_map(|score| score.figures.as_option())
}

/// The same undertaking with one person putting one practice one level higher.
fn raised(sample: &Sample, choice: &prop::sample::Index) -> Option<Sample> {
    let places: Vec<_> = sample
        .said
        .iter()
        .flat_map(|(&at, (counts, _))| {
            let below_highest = 0..counts.len() - 1;
            below_highest
                .filter(|&level| counts[level] > 0)
                .map(move |level| (at, level))
        })
        .collect();
    let &(at, level) = places.get(choice.index(places.len().max(1)))?;
    let mut raised = sample.clone();
    let (counts, _) = raised.said.get_mut(&at)?;
    counts[level] -= 1;
    counts[level + 1] += 1;
    Some(raised)
}

fn not_lower(before: &Option<Fraction>, after: &Option<Fraction>) -> bool {
    before.is_some() == after.is_some() && before <= after
}

/// The profile with unit indices replaced by what does not depend on their order.
fn without_order(scored: &Scored, unit: usize) -> Profile {
    let mut profile = scored.profile(&unit_id(unit)).clone();
    profile.unit = unit;
    // Of two sub-units whose splits would together break their parent's, the first is shown.
    profile.roles.clear();
    for score in &mut profile.scores {
        if let Commonness::PerhapsNot(units) | Commonness::NotCommon(units) = &mut score.commonness
        {
            let named = |&at: &usize| scored.assessment.units[at].id[5..].parse().unwrap();
            *units = units.iter().map(named).collect();
            units.sort_unstable();
        }
    }
    profile
}

/// Whether parts of the same unit have as many raters of a practice, or respondents.
fn has_sibling_ties(sample: &Sample, scored: &Scored) -> bool {
    let said = |own: usize, practice: usize| -> [u64; 2] {
        let roles = 0..=sample.roles;
        let unrated = |role| match sample.said.get(&(own, role, practice)) {
            Some((_, unrated)) => unrated.iter().map(|&people| u64::from(people)).sum(),
            None => 0,
        };
        [
            roles
                .clone()
                .map(|role| sample.raters(own, role, practice))
                .sum(),
            roles.map(unrated).sum(),
        ]
    };
    // As many rated it; or nobody did, and as many were asked.
    let size = |within: &[usize], practice: usize| -> (u64, u64) {
        let sum = |at: usize| within.iter().map(|&own| said(own, practice)[at]).sum();
        match sum(0) {
            0 => (0, sum(1)),
            raters => (raters, 0),
        }
    };
    let sizes = |unit: usize| -> Vec<(u64, u64)> {
        let within = (0..sample.parents.len()).filter(|&own| sample.within(own, unit));
        let within: Vec<usize> = within.collect();
        (0..sample.practices())
            .map(|practice| size(&within, practice))
            .chain([(scored.profile(&unit_id(unit)).respondents, 0)])
            .collect()
    };
    let sizes: Vec<Vec<(u64, u64)>> = (0..sample.parents.len()).map(sizes).collect();
    (0..sizes.len()).any(|a| {
        (0..a)
            .filter(|&b| sample.parents[a] == sample.parents[b])
            .any(|b| {
                let mut pairs = sizes[a].iter().zip(&sizes[b]);
                pairs.any(|(a, b)| *a != (0, 0) && a == b)
            })
    })
}

/// An order of the units in which parents still come before their parts.
fn reordered(sample: &Sample) -> Vec<usize> {
    let mut order = Vec::new();
    let mut waiting: Vec<usize> = (0..sample.parents.len()).collect();
    while !waiting.is_empty() {
        let free = waiting
            .iter()
            .rposition(|&unit| sample.parents[unit].is_none_or(|up| order.contains(&up)));
        order.push(waiting.remove(free.unwrap()));
    }
    order
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn mean_and_level_lie_between_the_lowest_and_the_highest_answer(
        sample in samples(&[1, 5]),
    ) {
        for figures in all_figures(&sample.undertaking().score()) {
            let lowest = figures.counts.iter().position(|&count| count > 0);
            let highest = figures.counts.iter().rposition(|&count| count > 0);
            let (Some(lowest), Some(highest)) = (lowest, highest) else {
                prop_assert_eq!((&figures.mean, figures.median), (&None, None));
                continue;
            };
            let mean = figures.mean.clone().unwrap();
            prop_assert!(Fraction::whole(lowest as i128 + 1) <= mean);
            prop_assert!(mean <= Fraction::whole(highest as i128 + 1));
            let level = figures.median.unwrap().index();
            prop_assert!((lowest..=highest).contains(&level));
            if let Some(agreement) = &figures.agreement {
                prop_assert!((-1.0..=1.0).contains(&agreement.a));
            }
        }
    }

    #[test]
    fn raising_one_answer_lowers_no_score_and_loses_no_gate_where_everything_is_shown(
        sample in samples(&[1]),
        choice in any::<prop::sample::Index>(),
    ) {
        let Some(raised) = raised(&sample, &choice) else { return Ok(()) };
        let (before, after) = (sample.undertaking().score(), raised.undertaking().score());
        let profiles = before.card.waves[0].profiles.iter().zip(&after.card.waves[0].profiles);
        for (before, after) in profiles {
            prop_assert!(not_lower(&before.total.points, &after.total.points));
            prop_assert!(not_lower(&before.total.rescaled, &after.total.rescaled));
            prop_assert!(before.plateau_reached <= after.plateau_reached);
            for (before, after) in before.scores.iter().zip(&after.scores) {
                prop_assert!(before.level <= after.level);
                prop_assert!(not_lower(&before.points, &after.points));
                if let Standing::Met { margin } = before.standing {
                    let Standing::Met { margin: now } = after.standing else {
                        return Err(TestCaseError::fail("a met gate was lost"));
                    };
                    prop_assert!(margin <= now);
                }
            }
            for (before, after) in before.plateaus.iter().zip(&after.plateaus) {
                prop_assert!(before.verdict != Verdict::Met || after.verdict == Verdict::Met);
                prop_assert!(not_lower(&before.score.mean, &after.score.mean));
            }
        }
    }

    #[test]
    fn scores_do_not_depend_on_the_order_of_units_beyond_ties(sample in samples(&[1, 3, 5])) {
        let forth = sample.undertaking().score();
        prop_assume!(!has_sibling_ties(&sample, &forth));
        let back = sample.undertaking_in(&reordered(&sample)).score();
        for unit in 0..sample.parents.len() {
            prop_assert_eq!(without_order(&forth, unit), without_order(&back, unit));
        }
    }

    #[test]
    fn a_total_is_the_sum_over_disciplines_and_over_plateaus(sample in samples(&[1, 5])) {
        let scored = sample.undertaking().score();
        for profile in &scored.card.waves[0].profiles {
            let plateaus = profile.plateaus.iter().map(|plateau| &plateau.score);
            for groups in [profile.disciplines.iter().collect(), plateaus.collect::<Vec<_>>()] {
                let points = groups.iter().filter_map(|group| group.points.as_ref());
                let total = profile.total.points.clone().unwrap_or(Fraction::whole(0));
                prop_assert_eq!(Fraction::sum(points), total);
                let scored: usize = groups.iter().map(|group| group.practices_scored).sum();
                prop_assert_eq!(scored, profile.total.practices_scored);
            }
        }
    }
}
