//! The attack over waves: whatever a change tells follows from what each wave shows by itself,
//! also where parts of a unit come and go.

use proptest::prelude::*;

use super::{Unknowns, named, shown, small_sets};
use crate::scoring::random::{Sample, practice_id, samples, unit_id};
use crate::scoring::waves::turned;
use crate::support::undertaking::fraction;
use crate::support::waves::Waves;
use plateau::scoring::{PointsFrom, Reading};

/// Without the people of these units.
fn without(sample: &Sample, units: &[bool]) -> Sample {
    let mut left = sample.clone();
    for (&(unit, _, _), said) in &mut left.said {
        if units.get(unit).copied().unwrap_or(false) {
            said.0.fill(0);
            said.1 = [0; 3];
        }
    }
    left
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn a_change_tells_nothing_that_the_waves_do_not_show(
        sample in samples(&[3, 5]),
        by in 0..40_usize,
        [gone, new] in comings_and_goings(),
    ) {
        a_change_tells_no_more_than_its_waves(&sample, by, &gone, &new)?;
    }
}

/// Which units take part in one of two waves only: in the first, in the second.
pub fn comings_and_goings() -> impl Strategy<Value = [Vec<bool>; 2]> {
    let some = || prop::collection::vec(prop::bool::weighted(0.25), 9);
    [some(), some()]
}

/// Whatever is told of a change, from one wave to the same turned `by` so much, follows from
/// what the two waves show by themselves.
pub fn a_change_tells_no_more_than_its_waves(
    sample: &Sample,
    by: usize,
    gone: &[bool],
    new: &[bool],
) -> Result<(), TestCaseError> {
    let waves = [without(sample, new), without(&turned(sample, by), gone)];
    let course = Waves::of(waves.each_ref().map(Sample::undertaking)).score();
    let alone = waves.each_ref().map(|wave| wave.undertaking().score());
    for practice in 0..sample.practices() {
        let unknowns = waves.each_ref().map(|wave| Unknowns::new(wave, practice));
        let known = [0, 1].map(|wave: usize| shown(&alone[wave], &unknowns[wave]));
        for unit in 0..sample.parents.len() {
            let Some(change) = &course.profile(1, &unit_id(unit)).change else {
                continue;
            };
            let place = course.model.practice(&practice_id(practice)).unwrap();
            let Ok(moved) = &change.practices[place].moved else {
                continue;
            };
            for (wave, reading) in [&moved.before, &moved.now].into_iter().enumerate() {
                let unknowns = &unknowns[wave];
                let (people, levels) = &known[wave];
                let left_out =
                    |own: usize| moved.left_out.iter().any(|&part| sample.within(own, part));
                let groups = unknowns.of(|own, _| sample.within(own, unit) && !left_out(own));
                let Some(counts) = &reading.counts else {
                    continue;
                };
                if reading.from == PointsFrom::Answers {
                    follows(sample, reading, unknowns, &groups)?;
                }
                prop_assert!(people.tells(&groups));
                for (number, &count) in (1..).zip(counts) {
                    let at = |level: u64| u64::from(level == number);
                    prop_assert_eq!(unknowns.sum(&groups, at), count);
                    prop_assert!(levels.tells(&unknowns.leveled(&groups, at)));
                }
                let people = unknowns.sum(&groups, |_| 1);
                prop_assert!(people >= sample.minimum);
                prop_assert!(!small_sets(unknowns).contains(&groups));
            }
        }
        prop_assert!(named(&unknowns[0]).len() >= sample.parents.len());
    }
    Ok(())
}

/// The mean is that of the people who are not left out.
fn follows(
    sample: &Sample,
    reading: &Reading,
    unknowns: &Unknowns<'_>,
    groups: &[u64],
) -> Result<(), TestCaseError> {
    if sample.weighing_units {
        return Ok(());
    }
    let (sum, n) = (
        unknowns.sum(groups, |level| level),
        unknowns.sum(groups, |_| 1),
    );
    prop_assert_eq!(&reading.points, &fraction(sum.into(), n.into()));
    Ok(())
}

#[test]
fn random_waves_leave_parts_out_and_refuse_to() {
    use plateau::scoring::Unlike;
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let mut seen = [0_usize; 2];
    for by in 0..150 {
        let sample = samples(&[3]).new_tree(&mut runner).unwrap().current();
        let gone: Vec<bool> = (0..9).map(|unit| (unit + by) % 4 == 0).collect();
        let waves = [
            sample.undertaking(),
            without(&turned(&sample, by), &gone).undertaking(),
        ];
        let course = Waves::of(waves).score();
        for profile in &course.card.waves[1].profiles {
            for practice in profile.change.iter().flat_map(|change| &change.practices) {
                match &practice.moved {
                    Ok(moved) => seen[0] += usize::from(!moved.left_out.is_empty()),
                    Err(unlike) => seen[1] += usize::from(matches!(unlike, Unlike::Parts(_))),
                }
            }
        }
    }
    assert!(seen.iter().all(|&cases| cases >= 20), "{seen:?}");
}
