//! Questionnaires on paper.

use std::collections::BTreeSet;

use plateau::text::LANGUAGES;

use super::people::{SET_UP, undertaking};
use crate::pdf::{assert_valid, bare, marks, pages};
use crate::support::run::plateau;

fn printed(set_up: &str, options: &[&str]) -> Vec<u8> {
    let folder = undertaking(set_up);
    for name in ["form.pdf", "again.pdf"] {
        plateau(["form", ".", "-o", name])
            .with(options.iter().copied())
            .within(folder.path())
            .exits(0);
    }
    let [form, again] =
        ["form.pdf", "again.pdf"].map(|name| std::fs::read(folder.path().join(name)).unwrap());
    assert!(form == again, "the same bytes every time");
    let language = options.last().unwrap_or(&"");
    let kept = format!(
        "{}/questionnaire-{language}.pdf",
        env!("CARGO_TARGET_TMPDIR")
    );
    std::fs::write(kept, &form).unwrap();
    form
}

/// The ids of practices that stand in a text, each once.
fn ids(text: &str) -> BTreeSet<&str> {
    let places = text.match_indices('-').filter_map(|(at, _)| {
        let id = text.get(at.checked_sub(3)?..at + 2)?;
        let (letters, number) = id.split_once('-')?;
        let is_id = letters.bytes().all(|b| b.is_ascii_uppercase());
        (is_id && number.bytes().all(|b| b.is_ascii_digit())).then_some(id)
    });
    places.collect()
}

#[test]
fn every_discipline_begins_a_page_and_every_practice_has_its_boxes() {
    for language in LANGUAGES {
        let bytes = printed(SET_UP, &["--lang", language.code]);
        assert_valid(&bytes);
        let pages = pages(&bytes);
        let text = pages.concat();
        let asked = ids(&text);
        assert_eq!(asked.len(), 30, "{asked:?}");
        assert!(!asked.contains("PLA-2"));
        // In the introduction it stands in small letters.
        let word = ["Ikke relevant", "Not relevant"][usize::from(language.code == "en")];
        assert_eq!(text.matches(&bare(word)).count(), 30, "{text}");
        let marks = marks(&bytes);
        let disciplines = marks.iter().filter(|mark| ids(mark).is_empty());
        assert_eq!(disciplines.count(), 5, "{marks:?}");
        assert!((6..=16).contains(&pages.len()), "{} pages", pages.len());
    }
}

#[test]
fn what_people_named_is_printed_as_it_stands() {
    let bytes = printed(SET_UP, &[]);
    let first = &pages(&bytes)[0];
    for words in [
        "=1+1 Måling <b>&amp;</b> {x} \"y\" #z",
        "<script>alert(1)</script>",
    ] {
        assert!(first.contains(&bare(words)), "{words}: {first}");
    }
}

#[test]
fn a_role_and_a_unit_that_are_known_are_printed_and_not_asked() {
    let bytes = printed(SET_UP, &["--split", "leder", "--unit", "bolig"]);
    let first = &pages(&bytes)[0];
    assert!(first.contains("RolleLeder"), "{first}");
    assert!(
        !first.contains("Medarbejder") && !first.contains("Huset"),
        "{first}"
    );
}
