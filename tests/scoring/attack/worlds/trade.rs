//! Changes of answers that cancel out in every group that is shown.

use super::super::Unknowns;
use crate::scoring::random::{Sample, practice_id, unit_id};
use crate::support::undertaking::Scored;

/// Unit, role and practice.
type Key = (usize, usize, usize);

/// The shown groups of one practice, each as 1 for every group of unknowns in it.
pub fn rows(scored: &Scored, unknowns: &Unknowns<'_>) -> Vec<Vec<u64>> {
    let mut rows = Vec::new();
    for unit in 0..unknowns.sample.parents.len() {
        let practice = practice_id(unknowns.practice);
        if scored.shows(&unit_id(unit), &practice) {
            rows.push(unknowns.within(unit, None));
        }
        let at = scored.at(&unit_id(unit), &practice).practice;
        let roles = scored.profile(&unit_id(unit)).roles.iter().enumerate();
        let shown = roles.filter(|(_, split)| !split.cells[at].is_hidden());
        rows.extend(shown.map(|(role, _)| unknowns.within(unit, Some(role))));
    }
    rows
}

/// The groups in which one person goes from one level to another, and those in which one comes
/// back, so that every shown group keeps its counts: the first of them is `group`.
pub fn cover(rows: &[Vec<u64>], group: usize, groups: usize) -> Option<(Vec<usize>, Vec<usize>)> {
    let columns: Vec<Vec<u64>> = (0..groups)
        .map(|group| rows.iter().map(|row| row[group]).collect())
        .collect();
    let own = &columns[group];
    if own.iter().all(|&counted| counted == 0) {
        return Some((vec![group], Vec::new()));
    }
    let others = || (0..groups).filter(|&other| other != group);
    if let Some(back) = others().find(|&other| columns[other] == *own) {
        return Some((vec![group], vec![back]));
    }
    for too in others() {
        let both: Vec<u64> = own.iter().zip(&columns[too]).map(|(a, b)| a + b).collect();
        for back in others().filter(|&back| back != too) {
            let last = (back + 1..groups).filter(|&last| last != group && last != too);
            for last in last {
                let returned = columns[back].iter().zip(&columns[last]).map(|(a, b)| a + b);
                if returned.eq(both.iter().copied()) {
                    return Some((vec![group, too], vec![back, last]));
                }
            }
        }
    }
    None
}

/// A change of one answer; levels and other answers by their place.
pub struct Trade {
    pub from: usize,
    pub to: usize,
}

impl Trade {
    /// One person each goes `there` in the second world, and one comes `back`.
    pub fn between(&self, worlds: &mut [Sample; 2], there: &[Key], back: &[Key]) {
        let Self { from, to } = *self;
        let all = there.iter().map(|key| (key, from, to));
        for (key, before, now) in all.chain(back.iter().map(|key| (key, to, from))) {
            for (world, level) in worlds.iter_mut().zip([before, now]) {
                let counts = &mut world.said.get_mut(key).unwrap().0;
                *counts.iter_mut().find(|count| **count > 0).unwrap() -= 1;
                counts[level] += 1;
            }
        }
    }

    /// The same with what is said instead of rating.
    pub fn between_silent(&self, worlds: &mut [Sample; 2], there: &[Key], back: &[Key]) {
        let Self { from, to } = *self;
        let all = there.iter().map(|key| (key, from, to));
        for (key, before, now) in all.chain(back.iter().map(|key| (key, to, from))) {
            for (world, state) in worlds.iter_mut().zip([before, now]) {
                let unrated = &mut world.said.get_mut(key).unwrap().1;
                *unrated.iter_mut().find(|count| **count > 0).unwrap() -= 1;
                unrated[state] += 1;
            }
        }
    }

    /// In the second world, who does not know rates as somebody elsewhere did, who now does not
    /// know. Whether there are two such people.
    pub fn state(worlds: &mut [Sample; 2], silent: Key, rating: Key) -> bool {
        let counts = worlds.each_ref().map(|world| world.said[&rating].0.clone());
        let common = (0..counts[0].len()).find(|&level| counts.iter().all(|of| of[level] > 0));
        let Some(level) = common else { return false };
        let now = &mut worlds[1].said;
        now.get_mut(&rating).unwrap().0[level] -= 1;
        now.get_mut(&rating).unwrap().1[0] += 1;
        now.get_mut(&silent).unwrap().0[level] += 1;
        now.get_mut(&silent).unwrap().1[0] -= 1;
        true
    }
}
