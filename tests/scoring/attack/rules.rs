//! What must hold of everything that is shown of a random undertaking.

use proptest::prelude::*;

use super::{Unknowns, asked, named, places, shown, small_sets, talkative};
use crate::scoring::random::{Sample, practice_id, unit_id};
use plateau::scoring::{Comments, Figures};

/// No sum over fewer people than the minimum follows from all that is shown.
pub fn no_small_sum_follows(sample: &Sample) -> Result<(), TestCaseError> {
    let scored = sample.undertaking().score();
    for practice in 0..sample.practices() {
        let unknowns = Unknowns::new(sample, practice);
        let (people, _) = shown(&scored, &unknowns);
        for set in small_sets(&unknowns) {
            prop_assert!(
                !people.tells(&set),
                "{practice}: {:?} {set:?}",
                unknowns.groups
            );
        }
    }
    Ok(())
}

/// Neither how many of a small unit or role are at a level nor their sum follows.
pub fn no_small_group_is_told(sample: &Sample) -> Result<(), TestCaseError> {
    let scored = sample.undertaking().score();
    for practice in 0..sample.practices() {
        let unknowns = Unknowns::new(sample, practice);
        let (_, levels) = shown(&scored, &unknowns);
        for group in named(&unknowns) {
            let people = unknowns.sum(&group, |_| 1);
            if people == 0 || people >= sample.minimum {
                continue;
            }
            prop_assert!(!levels.tells(&unknowns.leveled(&group, |level| level)));
            for number in 1..=sample.levels as u64 {
                let at = |level: u64| u64::from(level == number);
                prop_assert!(!levels.tells(&unknowns.leveled(&group, at)));
            }
        }
    }
    Ok(())
}

/// A unit without its shown parts was asked of nobody or of many.
pub fn no_small_rest_is_left(sample: &Sample) -> Result<(), TestCaseError> {
    let scored = sample.undertaking().score();
    let units = 0..sample.parents.len();
    for practice in 0..sample.practices() {
        let asked = |unit: usize| {
            let score = scored.at(&unit_id(unit), &practice_id(practice));
            let all = |f: &Figures| f.n + f.dont_know + f.not_relevant + f.blank;
            score.figures.as_option().map(all)
        };
        for unit in units.clone() {
            let Some(all) = asked(unit) else { continue };
            let parts = units
                .clone()
                .filter(|&part| sample.parents[part] == Some(unit));
            let rest = all - parts.filter_map(asked).sum::<u64>();
            prop_assert!(
                rest == 0 || rest >= sample.minimum,
                "{unit} {practice}: {rest}"
            );
        }
    }
    Ok(())
}

/// A comment may be that of any of many people who rated.
pub fn a_comment_is_of_many(sample: &Sample, more: u64) -> Result<(), TestCaseError> {
    let minimum = sample.minimum + more;
    let scored = talkative(sample, minimum);
    for practice in 0..sample.practices() {
        let places = places(&scored, sample, practice);
        let people = |own: usize, count: &dyn Fn(usize, usize) -> u64| -> u64 {
            let alike = (0..places.len()).filter(|&unit| places[unit] == places[own]);
            alike
                .flat_map(|unit| (0..=sample.roles).map(move |role| count(unit, role)))
                .sum()
        };
        for own in (0..places.len()).filter(|&own| !places[own].is_empty()) {
            // All who stand in the same reports, and no others, may have written it.
            let raters = people(own, &|unit, role| sample.raters(unit, role, practice));
            let said = |unit, role| sample.said.get(&(unit, role, practice)).map_or(0, asked);
            let enough = match raters {
                0 => people(own, &said),
                raters => raters,
            };
            prop_assert!(enough >= minimum, "{own} {practice}: {enough} {places:?}");
            for &unit in &places[own] {
                let at = scored.at(&unit_id(unit), &practice_id(practice));
                prop_assert!(sample.within(own, unit));
                prop_assert!(at.figures.as_option().is_some_and(|f| f.n >= minimum));
            }
        }
    }
    Ok(())
}

/// All comments of a group that is large enough are shown, by their words.
pub fn comments_are_all_there_and_sorted(sample: &Sample) -> Result<(), TestCaseError> {
    let scored = talkative(sample, 3);
    for unit in 0..sample.parents.len() {
        for practice in 0..sample.practices() {
            let at = scored.at(&unit_id(unit), &practice_id(practice));
            let Comments::Shown(comments) = &at.comments else {
                continue;
            };
            prop_assert!(comments.is_sorted());
            let within = sample
                .said
                .iter()
                .filter(|((own, _, of), _)| *of == practice && sample.within(*own, unit));
            let written: u64 = within.map(|(_, said)| asked(said)).sum();
            prop_assert_eq!(comments.len() as u64, written);
        }
    }
    Ok(())
}

/// Neither a level nor points nor a gap nor a role stands beside what is hidden.
pub fn what_is_hidden_holds_no_number(sample: &Sample) -> Result<(), TestCaseError> {
    let scored = sample.undertaking().score();
    for profile in &scored.card.waves[0].profiles {
        for score in &profile.scores {
            if score.figures.is_hidden() && score.moderated.is_none() {
                prop_assert_eq!(
                    (score.level, &score.points, &score.gap),
                    (None, &None, &None)
                );
            }
            for role in &profile.roles {
                let told = !role.cells[score.practice].is_hidden();
                prop_assert!(!(told && score.figures.is_hidden()));
            }
        }
    }
    Ok(())
}
