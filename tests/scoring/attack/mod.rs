//! The attack on anonymity: everything shown is a linear equation over what people of one unit
//! and role answered. No sum over fewer people than the minimum may follow from all of them.
//!
//! The attacker is given more than METHOD's report gives: which roles rate at all in which
//! unit. Break rule 1 or rule 2 in `scoring/privacy` and these tests fail. What is made of the
//! cells by other means than sums is attacked by comparison: in random [`worlds`], and in
//! [`files`] that the program reads.

#[cfg(test)] // not in the fuzz target that shares the rest: it runs the program
mod files;
pub mod rules;
pub mod waves;
pub mod worlds;

use proptest::prelude::*;

use super::linear::Known;
use super::random::{Said, Sample, practice_id, samples, unit_id};
use crate::support::undertaking::{Scored, fraction};
use plateau::scoring::Comments;

/// The unknowns of one practice: a unit's own people of one role, where there are any.
struct Unknowns<'a> {
    sample: &'a Sample,
    practice: usize,
    groups: Vec<(usize, usize)>,
}

impl<'a> Unknowns<'a> {
    fn new(sample: &'a Sample, practice: usize) -> Self {
        let groups = (0..sample.parents.len())
            .flat_map(|unit| (0..=sample.roles).map(move |role| (unit, role)))
            .filter(|&(unit, role)| sample.raters(unit, role, practice) > 0)
            .collect();
        Self {
            sample,
            practice,
            groups,
        }
    }

    fn people(&self, group: usize) -> u64 {
        let (unit, role) = self.groups[group];
        self.sample.raters(unit, role, self.practice)
    }

    /// The true sum of `value` of a level's number over the answers of these groups.
    fn sum(&self, groups: &[u64], value: impl Fn(u64) -> u64) -> u64 {
        let mut sum = 0;
        for (&(unit, role), &counted) in self.groups.iter().zip(groups) {
            let (counts, _) = &self.sample.said[&(unit, role, self.practice)];
            for (number, &count) in (1..).zip(counts) {
                sum += counted * u64::from(count) * value(number);
            }
        }
        sum
    }

    /// 1 for each group that is in a unit (its parts included) and of a role, or of any role.
    fn within(&self, unit: usize, role: Option<usize>) -> Vec<u64> {
        self.of(|own, of| self.sample.within(own, unit) && role.is_none_or(|role| role == of))
    }

    fn of(&self, holds: impl Fn(usize, usize) -> bool) -> Vec<u64> {
        self.groups
            .iter()
            .map(|&(unit, role)| u64::from(holds(unit, role)))
            .collect()
    }

    /// Coefficients over groups, spread over the levels by a value of each level's number.
    fn leveled(&self, groups: &[u64], value: impl Fn(u64) -> u64) -> Vec<u64> {
        let levels = self.sample.levels as u64;
        groups
            .iter()
            .flat_map(|&group| (1..=levels).map(|k| group * value(k)).collect::<Vec<_>>())
            .collect()
    }
}

/// Everything that the scorecard shows of one practice, checked against the truth: sums over
/// people, and sums over people and levels.
fn shown(scored: &Scored, unknowns: &Unknowns<'_>) -> (Known, Known) {
    let (mut people, mut levels) = (Known::default(), Known::default());
    for unit in 0..unknowns.sample.parents.len() {
        let profile = scored.profile(&unit_id(unit));
        let score = scored.at(&unit_id(unit), &practice_id(unknowns.practice));
        if let Some(figures) = score.figures.as_option() {
            let groups = unknowns.within(unit, None);
            people.learn(&groups);
            for (number, &count) in (1..).zip(&figures.counts) {
                let at = |level: u64| u64::from(level == number);
                assert_eq!(unknowns.sum(&groups, at), count);
                levels.learn(&unknowns.leveled(&groups, at));
            }
        }
        for (role, split) in profile.roles.iter().enumerate() {
            let Some(cell) = split.cells[score.practice].as_option() else {
                continue;
            };
            let groups = unknowns.within(unit, Some(role));
            people.learn(&groups);
            levels.learn(&unknowns.leveled(&groups, |_| 1));
            assert_eq!(unknowns.sum(&groups, |_| 1), cell.n);
            if let Some(mean) = &cell.mean {
                levels.learn(&unknowns.leveled(&groups, |level| level));
                let sum = unknowns.sum(&groups, |level| level);
                assert_eq!(*mean, fraction(sum.into(), cell.n.into()));
            }
        }
    }
    (people, levels)
}

/// The groups that have a name: units with and without what is below, as a whole and by role.
fn named(unknowns: &Unknowns<'_>) -> Vec<Vec<u64>> {
    let mut named = Vec::new();
    for unit in 0..unknowns.sample.parents.len() {
        named.push(unknowns.within(unit, None));
        named.push(unknowns.of(|own, _| own == unit));
        for role in 0..=unknowns.sample.roles {
            named.push(unknowns.within(unit, Some(role)));
            named.push(unknowns.of(|own, of| own == unit && of == role));
        }
    }
    named
}

/// An undertaking in which everybody who was asked wrote something of their own, for groups of
/// at least so many to be shown.
fn talkative(sample: &Sample, minimum_comments: u64) -> Scored {
    let mut undertaking = sample.undertaking().keeping_comments(minimum_comments);
    for (&(unit, role, practice), said) in &sample.said {
        for person in 0..asked(said) {
            let words = format!("{unit} {role} {person}");
            undertaking = undertaking.commented(&unit_id(unit), &practice_id(practice), &words);
        }
    }
    undertaking.score()
}

fn asked((counts, unrated): &Said) -> u64 {
    counts
        .iter()
        .chain(unrated)
        .map(|&count| u64::from(count))
        .sum()
}

/// The units in whose reports a comment on a practice stands, by the unit it was written in.
fn places(scored: &Scored, sample: &Sample, practice: usize) -> Vec<Vec<usize>> {
    let units = 0..sample.parents.len();
    let shown = |unit: usize| match &scored.at(&unit_id(unit), &practice_id(practice)).comments {
        Comments::Shown(comments) => Some(comments),
        _ => None,
    };
    units
        .clone()
        .map(|own| {
            let mark = format!("{own} ");
            let holds = |&unit: &usize| {
                shown(unit).is_some_and(|all| all.iter().any(|words| words.starts_with(&mark)))
            };
            units.clone().filter(holds).collect()
        })
        .collect()
}

/// Every set of groups with fewer people than the minimum.
fn small_sets(unknowns: &Unknowns<'_>) -> Vec<Vec<u64>> {
    let mut sets = vec![(vec![0; unknowns.groups.len()], 0)];
    for group in 0..unknowns.groups.len() {
        for at in 0..sets.len() {
            let people = sets[at].1 + unknowns.people(group);
            if people < unknowns.sample.minimum {
                let mut more = sets[at].0.clone();
                more[group] = 1;
                sets.push((more, people));
            }
        }
    }
    sets.into_iter().skip(1).map(|(set, _)| set).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_sum_over_fewer_people_than_the_minimum_follows_from_all_that_is_shown(
        sample in samples(&[3, 5]),
    ) {
        rules::no_small_sum_follows(&sample)?;
    }

    #[test]
    fn no_answers_of_a_small_named_group_follow_from_all_that_is_shown(
        sample in samples(&[3, 5]),
    ) {
        rules::no_small_group_is_told(&sample)?;
    }

    #[test]
    fn nothing_that_few_people_said_instead_of_rating_can_be_subtracted(
        sample in samples(&[3, 5]),
    ) {
        rules::no_small_rest_is_left(&sample)?;
    }

    #[test]
    fn a_comment_may_be_anybody_s_of_many_people_who_rated(
        sample in samples(&[3, 5]),
        more in 0..6_u64,
    ) {
        rules::a_comment_is_of_many(&sample, more)?;
    }

    #[test]
    fn comments_are_all_there_and_in_no_order_of_people(sample in samples(&[3])) {
        rules::comments_are_all_there_and_sorted(&sample)?;
    }

    #[test]
    fn a_hidden_cell_holds_no_number(sample in samples(&[3, 5])) {
        rules::what_is_hidden_holds_no_number(&sample)?;
    }
}

#[test]
fn random_undertakings_show_and_hide_units_and_splits() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let mut seen = [0_usize; 4];
    for _ in 0..100 {
        let sample = samples(&[5]).new_tree(&mut runner).unwrap().current();
        let scored = sample.undertaking().score();
        for profile in &scored.card.waves[0].profiles {
            for score in &profile.scores {
                let Some(figures) = score.figures.as_option() else {
                    seen[0] += 1;
                    continue;
                };
                seen[1] += usize::from(figures.n > 0);
                for role in profile.roles.iter().take(1).filter(|_| figures.n > 0) {
                    let hidden = role.cells[score.practice].is_hidden();
                    seen[if hidden { 2 } else { 3 }] += 1;
                }
            }
        }
    }
    assert!(seen.iter().all(|&cases| cases >= 50), "{seen:?}");
}
