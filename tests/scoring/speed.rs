//! How large an assessment may be.

use std::time::Instant;

use plateau::scoring::score;

use super::random::{practice_id, unit_id};
use crate::support::model::model;
use crate::support::undertaking::Undertaking;

/// A tree in which every unit has ten parts; 31 practices, two roles and people without one.
fn large(units: usize) -> Undertaking {
    let mut builder = model(5).common_plateau(3);
    for practice in 0..31 {
        builder = builder.practice(&practice_id(practice));
    }
    let mut undertaking = Undertaking::of(builder.build())
        .protecting(5)
        .role("lead")
        .role("staff")
        .top(&unit_id(0));
    for unit in 1..units {
        undertaking = undertaking.part(&unit_id((unit - 1) / 10), &unit_id(unit));
    }
    for unit in 0..units {
        for practice in 0..31 {
            let (unit_id, practice_id) = (unit_id(unit), practice_id(practice));
            let some = |salt: usize| ((unit * 7 + practice * 3 + salt) % 5) as u32;
            let counts = [some(0), some(1) * 2, some(2) * 3, some(3), some(4)];
            undertaking = undertaking
                .rated_as(
                    &unit_id,
                    Some("lead"),
                    &practice_id,
                    &[0, 0, some(3), some(4), 0],
                )
                .rated_as(&unit_id, Some("staff"), &practice_id, &counts)
                .rated(&unit_id, &practice_id, &[0, some(5), 0, 0, 0]);
        }
    }
    undertaking
}

#[test]
#[ignore = "takes long without optimisation; prints what it measures with --nocapture"]
#[allow(clippy::print_stdout)]
fn two_hundred_units_score_in_a_few_milliseconds() {
    let (model, assessment, responses) = large(200).build();
    let mut best = f64::MAX;
    for _ in 0..200 {
        let start = Instant::now();
        let card = score(&model, &assessment, &responses);
        best = best.min(start.elapsed().as_secs_f64() * 1e3);
        drop(card);
    }
    println!("{best:.3} ms");
    assert!(best < 10.0, "{best:.3} ms");
}

#[test]
#[ignore = "takes long without optimisation"]
fn ten_thousand_units_score() {
    let (model, assessment, responses) = large(10_000).build();
    let card = score(&model, &assessment, &responses);
    assert_eq!(card.waves[0].profiles.len(), 10_000);
}
