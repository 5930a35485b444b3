//! What a cell means.

use plateau::intake::Answer;

use super::bench::{counts, problems, rated, read};

/// The settled answer of a sheet with one row, whose level is `cell`.
fn settled(cell: &str) -> Option<Answer> {
    let quoted = cell.replace('"', "\"\"");
    let read = read(format!("practice;level\nPRO-1;\"{quoted}\"\n"));
    let settled = &read.responses.waves[0].settled;
    settled.get(&(0, 0)).and_then(|settled| settled.answer)
}

#[test]
fn a_level_is_written_in_many_ways() {
    for cell in [
        "3",
        " 3 ",
        "3.0",
        "3,0",
        "3.00",
        "Fælles standardiseret",
        "  FÆLLES\u{a0}\u{a0}standardiseret. ",
        "Common",
        "Ens i hele enheden",
        "same across the unit",
        "3 - Fælles standardiseret",
        "3 – common",
        "3: Ens i hele enheden",
        "3. Common",
        "Procesoverblik på trin 3.",
        "process overview at step 3",
        "3 - Process overview at step 3",
        "»Fælles standardiseret«",
        "\"Common\"!",
        "(Ens i hele enheden)",
        "Fælles, standardiseret;",
        "3. „Same across-the-unit“",
    ] {
        assert_eq!(settled(cell), Some(rated(3)), "{cell}");
    }
}

#[test]
fn not_knowing_and_not_applying_are_answers() {
    for cell in ["ved ikke", "Ved ikke.", "don't know", "Don’t know", "?"] {
        assert_eq!(settled(cell), Some(Answer::DontKnow), "{cell}");
    }
    for cell in ["ikke relevant", "Not relevant", "N/A", "n/a."] {
        assert_eq!(settled(cell), Some(Answer::NotRelevant), "{cell}");
    }
}

#[test]
fn a_blank_cell_is_not_an_answer() {
    for cell in ["", "  ", "\u{a0}", "\u{200b}", "\t\n"] {
        assert_eq!(settled(cell), None, "{cell:?}");
    }
}

#[test]
fn another_practices_description_is_not_an_answer() {
    let problems = problems("practice;level\nPRO-1;Kapacitetsstyring på trin 3\n");
    assert!(problems.starts_with("error[A004]: "), "{problems}");
    assert!(
        problems.contains("--> answers.csv, row 2, column B `level`\n"),
        "{problems}"
    );
}

#[test]
fn what_may_be_an_address_is_not_shown() {
    let problems = problems("practice;level\nPRO-1;kim@example.org\n");
    assert!(
        problems.contains("A004") && !problems.contains("kim"),
        "{problems}"
    );
}

#[test]
fn with_lenient_a_cell_that_is_no_answer_is_counted_as_blank() {
    use super::bench::{file, open, read_with};
    let text = "respondent;PRO-1;PRO-2\na;three;1\nb;9;2\nc;2;x\n";
    let warned = read_with(open(), vec![file("in/answers.csv", text)], true).unwrap();
    assert_eq!(
        warned.warnings.render(false),
        "warning[A031]: 2 cells are no answer and counted as blank\n  \
         --> in/answers.csv, column B `PRO-1`\n\n\
         warning[A031]: 1 cell is no answer and counted as blank\n  \
         --> in/answers.csv, column C `PRO-2`\n\n2 warnings\n"
    );
    let input = &warned.value.responses.inputs[0];
    assert_eq!(input.name, "answers.csv");
    assert_eq!(input.rejected, [("PRO-1".into(), 2), ("PRO-2".into(), 1)]);
    let tallies = &warned.value.responses.waves[0].tallies;
    assert_eq!(counts(tallies.of(0, 0, 0)), [0, 1, 0, 0, 0, 0, 2]);
    assert_eq!(counts(tallies.of(0, 0, 1)), [1, 1, 0, 0, 0, 0, 1]);
}
