use plateau::intake::Answer;
use plateau::scoring::*;

use super::fixture::*;
use super::reading::*;

#[test]
fn the_result_says_that_no_plateau_is_reached_and_why() {
    let view = danish(wave(vec![
        rated(BAKE, [0, 6, 4, 0]),
        rated(SELL, [0, 0, 10, 0]),
        rated(COUNT, [0, 0, 10, 0]),
    ]));
    assert_eq!(
        said(&view, "result")[..2],
        [
            "Enheden har endnu ikke nået plateau 1 (Varmt brød). 1 af 2 praksisser opfylder \
             ikke kravet: niveau 3 (Fælles).",
            // 2.4 + 3 + 3 = 8.4; (8.4 − 3) ÷ (12 − 3) = 60 %.
            "8,4 af 12 point: 60\u{a0}% af vejen fra bund til top.",
        ]
    );
    assert_eq!(
        row(&view, "blockers", "AB-1"),
        ["AB-1 Bage", "2 → 3", "10", "2 svar"]
    );
    assert_eq!(
        row(&view, "plateaus", "1"),
        ["1 Varmt brød", "2,7 (2)", "ikke opfyldt", "1 af 2"]
    );
}

#[test]
fn the_result_says_which_plateau_is_reached_and_what_the_next_one_lacks() {
    let view = danish(wave(vec![
        rated(BAKE, [0, 0, 10, 0]),
        rated(SELL, [0, 0, 10, 0]),
        empty(COUNT),
    ]));
    assert_eq!(
        said(&view, "result")[..2],
        [
            "Enheden har nået plateau 1 (Varmt brød). Næste er plateau 2 \
             (Godt brød). 1 af 1 praksisser er uafklaret.",
            "6,0 af 8 point (2 af 3 praksisser; højst 12): 67\u{a0}% af vejen fra bund til top.",
        ]
    );
    assert_eq!(
        said(&view, "blockers"),
        ["Kan ikke afgøres: 1 uden vurdering (CD-2)."]
    );
}

#[test]
fn a_unit_on_the_highest_plateau_has_nothing_left_to_reach() {
    let view = danish(wave((0..3).map(|p| rated(p, [0, 0, 10, 0])).collect()));
    assert_eq!(
        said(&view, "result")[0],
        "Enheden har nået plateau 2 (Godt brød). Det er det højeste plateau i modellen."
    );
    assert!(!has(&view, "blockers"));
}

#[test]
fn an_empty_sheet_says_so_and_nothing_else_in_its_summary() {
    let mut card = wave((0..3).map(empty).collect());
    card.profiles[0].respondents = 0;
    let view = danish(card);
    assert_eq!(
        said(&view, "result")[0],
        "Der er ikke svaret på noget endnu."
    );
    assert_eq!(said(&view, "next"), ["plateau check byen"]);
    for absent in ["plateaus", "blockers", "disagreement"] {
        assert!(!has(&view, absent), "{absent}");
    }
}

#[test]
fn a_hidden_practice_shows_no_figure_and_is_counted_as_hidden() {
    let view = danish(wave(vec![
        hidden(BAKE),
        rated(SELL, [0, 0, 10, 0]),
        rated(COUNT, [0, 0, 10, 0]),
    ]));
    let cells = row(&view, "disciplines", "AB-1");
    assert!(
        cells[1..cells.len() - 1].iter().all(|cell| cell == "■"),
        "{cells:?}"
    );
    assert_eq!(
        said(&view, "blockers"),
        ["Kan ikke afgøres: 1 skjult (AB-1)."]
    );
    assert!(
        said(&view, "disciplines")
            .iter()
            .any(|text| text.starts_with("■ er skjult: 1 praksis"))
    );
}

#[test]
fn a_part_of_which_everything_is_hidden_shows_neither_plateau_nor_points() {
    let mut card = wave((0..3).map(|p| rated(p, [0, 0, 10, 0])).collect());
    card.profiles[1] = profile(1, (0..3).map(hidden).collect());
    let view = danish(card);
    assert_eq!(
        row(&view, "units", "Nord")[2..],
        ["■", "■", "■", "0 af 3", "3"]
    );
    assert_eq!(
        row(&view, "units", "Syd")[2..],
        ["2", "9,0", "12", "3 af 3", "0"]
    );
}

#[test]
fn a_practice_that_is_not_common_names_the_units_and_shows_the_gates_anchor() {
    let mut score = rated(BAKE, [0, 0, 10, 0]);
    score.standing = Standing::NotCommon;
    score.commonness = Commonness::NotCommon(vec![1, 2]);
    let view = danish(wave(vec![
        score,
        rated(SELL, [0, 0, 10, 0]),
        rated(COUNT, [0, 0, 10, 0]),
    ]));
    assert_eq!(
        row(&view, "blockers", "AB-1")[3],
        "ikke fælles: Nord og Syd"
    );
    assert_eq!(
        said(&view, "next"),
        [
            "AB-1: få Nord og Syd op på niveau 3: »Bage på trin 3.«",
            "plateau explain AB-1",
            "plateau plan byen",
            "plateau score byen -o rapport.md",
        ]
    );
}

#[test]
fn a_settled_reading_claims_no_number_of_people() {
    let mut score = empty(BAKE);
    score.settled = Some(Answer::Rated(level(1)));
    score.level = Some(level(1));
    score.points = Some(Fraction::whole(1));
    score.standing = Standing::Below { distance: None };
    let mut card = wave(vec![
        score,
        rated(SELL, [0, 0, 9, 0]),
        rated(COUNT, [0, 0, 9, 0]),
    ]);
    card.profiles[0].respondents = 0;
    let view = danish(card);
    assert_eq!(
        row(&view, "blockers", "AB-1"),
        ["AB-1 Bage", "1 → 3", "–", "2 niveauer"]
    );
    assert!(
        said(&view, "result")
            .iter()
            .any(|text| text.starts_with("Bygger på en samlet"))
    );
    assert_eq!(
        said(&view, "findings")[0],
        "AB-1 Bage ligger på niveau 1 i den samlede vurdering, og kravet er 3."
    );
}

#[test]
fn a_disputed_practice_shows_how_many_answered_what() {
    let view = danish(wave(vec![
        disputed(BAKE, [4, 1, 0, 7], -0.215),
        rated(SELL, [0, 0, 10, 0]),
        rated(COUNT, [0, 0, 10, 0]),
    ]));
    assert_eq!(
        said(&view, "disagreement")[..2],
        [
            "Tal om disse; de mest delte først (i parentes antal svar på niveau 1–4):",
            "AB-1 Bage: 5 ser niveau 1–2, 7 ser niveau 4 (4\u{a0}·\u{a0}1\u{a0}·\u{a0}0\u{a0}·\u{a0}7)",
        ]
    );
}

#[test]
fn a_moderated_level_stands_beside_the_answers_with_the_difference_and_the_reason() {
    let (assessment, wave) = eventful();
    let view = composed(&assessment, wave, "da");
    assert_eq!(
        row(&view, "moderated", "AB-1"),
        [
            "AB-1 Bage",
            "1",
            "10",
            "2",
            "+1",
            "Drøftet på workshoppen",
            "–"
        ]
    );
    assert_eq!(
        row(&view, "roles", "CD-1"),
        ["CD-1 Sælge", "■", "3,0 (6)", "–"]
    );
    assert_eq!(row(&view, "settled", "CD-1")[1..3], ["3", "Set på stedet"]);
    assert_eq!(row(&view, "tailoring", "CD-2")[1], "Der tælles ikke her.");
}

#[test]
fn the_made_up_unit_is_called_all_answers_and_the_made_up_wave_nothing() {
    let mut assessment = assessment();
    let mut units = assessment.units.list().to_vec();
    units[0].implicit = true;
    assessment.units = plateau::assessment::Units::new(units).unwrap();
    assessment.title = None;
    assessment.waves[0].id = None;
    let card = wave((0..3).map(|p| rated(p, [0, 0, 10, 0])).collect());
    let view = composed(&assessment, card, "da");
    assert_eq!(view.title, "Bageriet");
    assert_eq!(
        view.subtitle,
        ["Alle svar · 2. oktober 2026", "Bageriet, version 1.0.0"]
    );
}

#[test]
fn peoples_own_words_pass_through_unchanged() {
    let mut assessment = assessment();
    assessment.title = Some("<b>{n}</b> | =1+1".to_owned());
    assessment.tailored[BAKE] = Some("[x](y) {practice}".to_owned());
    let mut score = rated(BAKE, [0, 0, 10, 0]);
    score.relevance = Relevance::TailoredAway;
    let card = wave(vec![
        score,
        rated(SELL, [0, 0, 9, 0]),
        rated(COUNT, [0, 0, 9, 0]),
    ]);
    let view = composed(&assessment, card, "da");
    assert_eq!(view.title, "<b>{n}</b> | =1+1");
    assert_eq!(row(&view, "tailoring", "AB-1")[1], "[x](y) {practice}");
}

#[test]
fn rejected_answers_are_told_by_file_and_column() {
    let view = danish(wave((0..3).map(|p| rated(p, [0, 0, 10, 0])).collect()));
    let texts = said(&view, "method");
    assert!(
        texts
            .iter()
            .any(|t| t == "svar.csv, kolonne »Bage«: 2 celler kunne ikke læses som svar.")
    );
    assert!(
        said(&view, "result")
            .iter()
            .any(|t| t.starts_with("2 celler kunne ikke læses"))
    );
}
