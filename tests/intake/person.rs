//! Files of one respondent each.

use plateau::intake::Layout;

use super::bench::{counts, declared, file, open, problems, read, read_with};

/// A file of one respondent, as `plateau form` writes it and somebody fills it in.
const FILE: &str = "praksis;spørgsmål;kendetegn;dit svar;kommentar\n;Titel;Læs mig;;\n\
                    enhed;Hvor?;;Realkredit;\nPRO-1;a;b;3 - Fælles standardiseret;Godt\n\
                    PRO-2;a;b;ved ikke;\nPLA-4;a;b;;\n";

#[test]
fn a_file_is_one_respondent_and_two_files_are_two() {
    let other = FILE.replace("ved ikke", "2");
    let sources = vec![file("a.csv", FILE), file("b.csv", &other)];
    let read = read_with(open(), sources, false).unwrap().value;
    assert_eq!(read.detected[0].layout, Some(Layout::PERSON));
    assert_eq!(read.detected[0].respondents, 1);
    let wave = &read.responses.waves[0];
    let unit = read.assessment.units.find("Realkredit").unwrap();
    assert_eq!(wave.respondents.of(unit, 0), 2);
    assert_eq!(counts(wave.tallies.of(unit, 0, 0)), [0, 0, 2, 0, 0, 0, 0]);
    assert_eq!(counts(wave.tallies.of(unit, 0, 1)), [0, 1, 0, 0, 1, 0, 0]);
}

#[test]
fn the_same_file_twice_is_told() {
    let sources = vec![file("a.csv", FILE), file("b.csv", FILE)];
    let warned = read_with(open(), sources, false).unwrap();
    let said = warned.warnings.render(false);
    assert!(said.contains("warning[A035]"), "{said}");
}

#[test]
fn what_a_respondent_left_blank_was_asked_all_the_same() {
    let read = read(FILE);
    let tallies = &read.responses.waves[0].tallies;
    let unit = read.assessment.units.find("Realkredit").unwrap();
    assert_eq!(counts(tallies.of(unit, 0, 2)), [0, 0, 0, 0, 0, 0, 1]);
    let without = read_with(
        open(),
        vec![file("a.csv", FILE.replace("PLA-4;a;b;;\n", ""))],
        false,
    );
    let tallies = &without.unwrap().value.responses.waves[0].tallies;
    assert_eq!(tallies.of(unit, 0, 2).asked(), 0, "it has no row");
}

#[test]
fn a_file_that_nobody_filled_in_is_nobody() {
    let empty = "praksis;dit svar\nenhed;Realkredit\nPRO-1;\n";
    let sources = vec![file("a.csv", FILE), file("b.csv", empty)];
    let read = read_with(open(), sources, false).unwrap().value;
    assert_eq!(read.detected[1].respondents, 0);
}

#[test]
fn where_a_respondent_belongs_stands_above_the_answers_and_once() {
    for (rows, said) in [
        ("PRO-1;3\nunit;Realkredit\n", "below the answers"),
        ("unit;Realkredit\nunit;Bolig\nPRO-1;3\n", "the unit twice"),
        ("role;a\nPRO-1;3\nwave;2026\n", "the wave below"),
    ] {
        let text = format!("practice;your answer\n{rows}");
        let said_all = problems(&text);
        assert!(
            said_all.contains("error[A060]") && said_all.contains(said),
            "{said_all}"
        );
    }
}

#[test]
fn a_unit_or_role_that_is_not_declared_is_refused_at_its_own_row() {
    let text = "practice;your answer\nwave;2026\nunit;Nowhere\nPRO-1;3\nPRO-2;4\n";
    let refused = read_with(declared(), vec![file("a.csv", text)], false);
    let said = refused.unwrap_err().render(false);
    assert!(
        said.contains("error[A011]") && said.contains("row 3"),
        "{said}"
    );
    assert_eq!(said.matches("error[").count(), 1, "{said}");
}
