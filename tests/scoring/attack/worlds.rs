//! The attack by comparison: what somebody in a small group answered is changed, and so are
//! answers elsewhere that cover it up. Everything that anybody can be shown must be the same to
//! the last byte, so that no clever use of it can tell the two worlds apart.

mod shown;
mod trade;

use proptest::prelude::*;

use super::{Unknowns, asked, places, talkative};
use crate::scoring::random::{Sample, practice_id, samples, unit_id};
use crate::scoring::waves::turned;
use crate::support::undertaking::{Scored, Undertaking};
use crate::support::waves::Waves;
use plateau::scoring::Comments;
use shown::{Seen, everything};
use trade::{Trade, cover, rows};

/// One undertaking as it was, and as it might have been.
#[derive(Debug, Clone)]
struct Worlds {
    minimum_comments: u64,
    /// The answers of the wave that differs.
    answers: [Sample; 2],
    /// What somebody wrote: unit and practice, or nothing.
    written: [Option<(usize, usize)>; 2],
    /// What somebody else wrote, in both.
    also_written: Option<(usize, usize)>,
    /// How many answers differ: ratings, other answers, ratings that become other answers.
    trades: [usize; 3],
}

/// Numbers that choose among whatever there is.
pub type Picks = Vec<prop::sample::Index>;

impl Worlds {
    fn new(sample: &Sample, minimum_comments: u64, picks: &Picks) -> Result<Self, TestCaseError> {
        let mut worlds = Self {
            minimum_comments,
            answers: [sample.clone(), sample.clone()],
            written: [None; 2],
            also_written: None,
            trades: [0; 3],
        };
        for practice in 0..sample.practices() {
            let scored = sample.undertaking().score();
            let unknowns = Unknowns::new(sample, practice);
            worlds.trade_ratings(&scored, &unknowns, picks)?;
            worlds.trade_other_answers(&scored, sample, practice, picks);
            worlds.trade_states(&scored, &unknowns, picks);
        }
        worlds.write(picks)?;
        Ok(worlds)
    }

    /// Somebody in a small group rates otherwise; whichever group it is, others can cover it up.
    fn trade_ratings(
        &mut self,
        scored: &Scored,
        unknowns: &Unknowns<'_>,
        picks: &Picks,
    ) -> Result<(), TestCaseError> {
        let rows = rows(scored, unknowns);
        let mut covered = Vec::new();
        for group in 0..unknowns.groups.len() {
            if unknowns.people(group) < unknowns.sample.minimum {
                let found = cover(&rows, group, unknowns.groups.len());
                let who = unknowns.groups[group];
                prop_assert!(
                    found.is_some(),
                    "{who:?} of {:?} stands out",
                    unknowns.groups
                );
                covered.extend(found);
            }
        }
        if covered.is_empty() {
            return Ok(());
        }
        let levels = unknowns.sample.levels;
        let from = picks[0].index(levels);
        let to = (from + 1 + picks[1].index(levels - 1)) % levels;
        let at = |groups: &[usize]| {
            let key = |&group: &usize| {
                let (unit, role) = unknowns.groups[group];
                (unit, role, unknowns.practice)
            };
            groups.iter().map(key).collect::<Vec<_>>()
        };
        let (there, back) = picks[2].get(&covered);
        let (there, back) = (at(there), at(back));
        Trade { from, to }.between(&mut self.answers, &there, &back);
        self.trades[0] += 1;
        Ok(())
    }

    /// Somebody who does not rate says another thing instead, and somebody else the reverse.
    fn trade_other_answers(
        &mut self,
        scored: &Scored,
        sample: &Sample,
        practice: usize,
        picks: &Picks,
    ) {
        let units = 0..sample.parents.len();
        let in_reports = |own: usize| -> Vec<usize> {
            let told = |&unit: &usize| {
                sample.within(own, unit) && scored.shows(&unit_id(unit), &practice_id(practice))
            };
            units.clone().filter(told).collect()
        };
        let silent: Vec<(usize, usize, usize)> = self.answers[0]
            .said
            .iter()
            .filter(|((_, _, of), (_, unrated))| *of == practice && unrated.iter().any(|&n| n > 0))
            .map(|(&key, _)| key)
            .collect();
        if silent.is_empty() {
            return;
        }
        let one = *picks[3].get(&silent);
        let reports = in_reports(one.0);
        let other = silent
            .iter()
            .find(|other| other.0 != one.0 && in_reports(other.0) == reports);
        if other.is_none() && !reports.is_empty() {
            return;
        }
        let from = picks[4].index(3);
        let to = (from + 1 + picks[5].index(2)) % 3;
        let other: Vec<_> = other.into_iter().copied().collect();
        Trade { from, to }.between_silent(&mut self.answers, &[one], &other);
        self.trades[1] += 1;
    }

    /// Somebody who rates no longer does, and somebody else in the same groups does instead:
    /// hidden cells change their n. Only where that hides and shows the same.
    fn trade_states(&mut self, scored: &Scored, unknowns: &Unknowns<'_>, picks: &Picks) {
        let practice = unknowns.practice;
        let rows = rows(scored, unknowns);
        let column = |group: usize| rows.iter().map(move |row| row[group]).collect::<Vec<_>>();
        let silent = |&group: &usize| {
            let (unit, role) = unknowns.groups[group];
            let (_, unrated) = &self.answers[0].said[&(unit, role, practice)];
            unrated[0] > 0 && self.answers[1].said[&(unit, role, practice)].1[0] > 0
        };
        let groups = 0..unknowns.groups.len();
        let pairs = groups.clone().filter(silent).flat_map(|silent| {
            let others = groups.clone().filter(move |&other| other != silent);
            others.map(move |other| (silent, other))
        });
        let pairs: Vec<(usize, usize)> = pairs.filter(|&(a, b)| column(a) == column(b)).collect();
        if pairs.is_empty() {
            return;
        }
        let &(silent, rating) = picks[6].get(&pairs);
        let key = |group: usize| {
            let (unit, role) = unknowns.groups[group];
            (unit, role, practice)
        };
        let mut after = self.answers.clone();
        if !Trade::state(&mut after, key(silent), key(rating)) {
            return;
        }
        let [before, now] = after
            .each_ref()
            .map(|world| self.hides(&talkative(world, self.minimum_comments)));
        if before == now {
            self.answers = after;
            self.trades[2] += 1;
        }
    }

    /// Which cells are hidden: that much is told.
    fn hides(&self, scored: &Scored) -> Vec<bool> {
        let profiles = scored.card.waves[0].profiles.iter();
        let hides = profiles.flat_map(|profile| {
            let cells = profile.scores.iter().flat_map(|score| {
                let comments = score.comments == Comments::Hidden;
                [score.figures.is_hidden(), comments]
            });
            let roles = profile.roles.iter().flat_map(|role| &role.cells);
            cells.chain(roles.map(|cell| cell.is_hidden()))
        });
        hides.collect()
    }

    /// Somebody in a small unit wrote something, or somebody in another unit did.
    fn write(&mut self, picks: &Picks) -> Result<(), TestCaseError> {
        let sample = &self.answers[0];
        let practice = picks[7].index(sample.practices());
        let places = places(&talkative(sample, self.minimum_comments), sample, practice);
        let people = |unit: usize| -> u64 {
            let said = |role| sample.said.get(&(unit, role, practice)).map_or(0, asked);
            (0..=sample.roles).map(said).sum()
        };
        let writers: Vec<usize> = (0..places.len()).filter(|&unit| people(unit) > 0).collect();
        if writers.is_empty() {
            return Ok(());
        }
        let one = *picks[8].get(&writers);
        let other = writers
            .iter()
            .find(|&&other| other != one && places[other] == places[one]);
        if people(one) < self.minimum_comments && !places[one].is_empty() {
            prop_assert!(other.is_some(), "only unit {one} can have written it");
        }
        if other.is_some() || places[one].is_empty() {
            self.written = [Some(one), other.copied()].map(|unit| Some((unit?, practice)));
            self.also_written = Some((*picks[9].get(&writers), practice));
        }
        Ok(())
    }

    fn undertaking(&self, world: usize) -> Undertaking {
        let mut undertaking = self.answers[world]
            .undertaking()
            .keeping_comments(self.minimum_comments);
        let written = [
            (self.written[world], "Vi venter på hinanden."),
            (self.also_written, "Det går godt."),
        ];
        for (place, words) in written {
            if let Some((unit, practice)) = place {
                undertaking = undertaking.commented(&unit_id(unit), &practice_id(practice), words);
            }
        }
        undertaking
    }

    /// The world as one of two waves, beside a wave that is the same in both worlds.
    fn seen(&self, world: usize, beside: &Sample, is_later: bool, picks: &Picks) -> Seen {
        let (this, beside) = (self.undertaking(world), beside.undertaking());
        let waves = match is_later {
            true => [beside, this],
            false => [this, beside],
        };
        everything(&Waves::of(waves), usize::from(is_later), picks)
    }
}

/// Enough of them.
pub fn picks() -> impl Strategy<Value = Picks> {
    prop::collection::vec(any::<prop::sample::Index>(), 16)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_a_small_group_answered_everything_that_is_shown_is_the_same(
        sample in samples(&[3, 5]),
        more in 0..6_u64,
        by in 0..40_usize,
        is_later in any::<bool>(),
        picks in picks(),
    ) {
        both_worlds_look_alike(&sample, more, by, is_later, &picks)?;
    }
}

/// Everything that is shown is the same, whichever of two worlds is true.
pub fn both_worlds_look_alike(
    sample: &Sample,
    more: u64,
    by: usize,
    is_later: bool,
    picks: &Picks,
) -> Result<(), TestCaseError> {
    let worlds = Worlds::new(sample, sample.minimum + more, picks)?;
    let beside = turned(sample, by);
    let seen = |world| worlds.seen(world, &beside, is_later, picks);
    if let Some(difference) = seen(0).difference(&seen(1)) {
        let answers = &worlds.answers;
        return Err(TestCaseError::fail(format!("{difference}\n{answers:?}")));
    }
    Ok(())
}

#[test]
fn random_worlds_differ_in_every_way() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let mut seen = [0_usize; 4];
    for _ in 0..100 {
        let sample = samples(&[3, 5]).new_tree(&mut runner).unwrap().current();
        let picks = picks().new_tree(&mut runner).unwrap().current();
        let worlds = Worlds::new(&sample, sample.minimum, &picks).unwrap();
        for (seen, more) in seen.iter_mut().zip(worlds.trades) {
            *seen += more;
        }
        seen[3] += usize::from(worlds.written[0] != worlds.written[1]);
    }
    assert!(seen.iter().all(|&cases| cases >= 15), "{seen:?}");
}
