use plateau::scoring::{Standing, WhatIf, score_if};

use crate::support::model::model;
use crate::support::undertaking::Undertaking;

#[test]
fn an_assumed_level_counts_as_a_moderated_one_would_and_takes_its_place() {
    let model = model(5)
        .common_plateau(3)
        .practice("A-1")
        .practice("A-2")
        .build();
    let (model, assessment, responses) = Undertaking::of(model)
        .top("a")
        .part("a", "north")
        .rated("north", "A-1", &[0, 6, 0, 0, 0])
        .moderated("a", "A-2", 2)
        .build();
    let unit = assessment.units.find("a").unwrap();
    let three = model.scale.level(3).unwrap();
    let what_if = WhatIf {
        wave: 0,
        unit,
        levels: [(0, three), (1, three)].into(),
    };
    let today = score_if(&model, &assessment, &responses, None);
    let card = score_if(&model, &assessment, &responses, Some(&what_if));
    let assumed = &card.waves[0].profiles[unit];
    assert_eq!(assumed.plateau_reached, 1);
    for (score, before) in assumed
        .scores
        .iter()
        .zip(&today.waves[0].profiles[unit].scores)
    {
        assert_eq!((score.level, score.assumed), (Some(three), Some(three)));
        assert_eq!(score.standing, Standing::Met { margin: None });
        assert_eq!((&score.moderated, &score.figures), (&None, &before.figures));
    }
    let north = assessment.units.find("north").unwrap();
    assert_eq!(
        card.waves[0].profiles[north],
        today.waves[0].profiles[north]
    );
}
