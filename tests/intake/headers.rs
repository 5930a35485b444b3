//! Columns → practices: by id, name or question, however a survey tool has dressed them.

use plateau::intake::{By, Taken};

use super::bench::{problems, read};

/// What one header is taken as, beside a column that is known.
fn taken(beside: &str, header: &str) -> Taken {
    let quoted = header.replace('"', "\"\"");
    let read = read(format!("id;{beside};\"{quoted}\"\np;1;\n"));
    read.detected[0].columns[2].taken
}

#[test]
fn an_id_counts_wherever_it_stands_as_a_word_of_its_own() {
    for header in [
        "PRO-1",
        "[PRO-1]",
        "PRO_1",
        "PRO1",
        "pro\u{2011}1",
        "3. [PRO-1] How do you work?",
        "Forretning [PRO-1 Arbejdet]",
        "How is the work (PRO-1)?",
        "PRO-1: Procesoverblik?",
        "3. PRO-1 – Kender I processerne?",
    ] {
        assert_eq!(taken("PLA-4", header), Taken::Answer(0, By::Id), "{header}");
    }
}

#[test]
fn a_name_or_question_counts_in_whatever_dress() {
    for (header, by) in [
        ("Procesoverblik", By::Name),
        ("“Process overview”", By::Name),
        ("12. procesoverblik:", By::Name),
        ("Q3: Process overview *", By::Name),
        ("Kender I\u{a0}processerne", By::Question),
        ("7) KENDER I PROCESSERNE ?", By::Question),
        ("Do you know the processes?2", By::Question),
        ("Kender I processerne? Vælg ét svar.", By::Question),
        (
            "Processer: Kender I processerne?\n\nVælg ét svar",
            By::Question,
        ),
        ("Hvor er I i dag? >> Procesoverblik", By::Name),
        ("Hvor er I i dag? [Procesoverblik]", By::Name),
    ] {
        assert_eq!(taken("PLA-4", header), Taken::Answer(0, by), "{header}");
    }
}

#[test]
fn a_header_with_an_id_that_asks_for_words_is_a_remark() {
    for header in [
        "PRO-1 kommentar",
        "Kommentarer til PRO-1",
        "Uddyb gerne [PRO-1]",
        "PRO-1: hvorfor?",
        "Please explain your answer to PRO1",
        "Procesoverblik - kommentar",
        "Begrundelse (PRO-1)",
        "Kender I processerne? Uddyb gerne dit svar",
    ] {
        assert_eq!(taken("PRO-1", header), Taken::Remark(0), "{header}");
    }
}

#[test]
fn remarks_without_answers_are_said_where_they_are_a_guess() {
    let said = problems("id;PLA-4;PRO-1: how is feedback used?\np;1;3\n");
    assert!(said.starts_with("warning[A040]"), "{said}");
    assert_eq!(problems("id;PLA-4;PRO-1 kommentar\np;1;fint\n"), "");
}

#[test]
fn what_only_looks_like_a_practice_is_none() {
    for header in [
        "Afdelingspro-1",
        "PRO-1.2",
        "Afsnit PRO-12x og resten",
        "Version PRO-1-2",
        "Kommentarer til PRO-1 og PRO-2",
    ] {
        let said = problems(format!("id;PLA-4;{header}\np;1;\n"));
        assert!(said.starts_with("warning[A030]"), "{header}: {said}");
    }
}

#[test]
fn a_header_that_names_two_practices_is_refused() {
    for header in [
        "PRO-1 og PRO-2",
        "PRO-2: Procesoverblik",
        "Fejlfinding [PRO-1]",
    ] {
        let said = problems(format!("id;PLA-4;{header}\np;1;\n"));
        assert!(said.starts_with("error[A023]"), "{header}: {said}");
        let named = ["PRO-1 Procesoverblik", "PRO-2 Fejlfinding"];
        assert!(named.iter().all(|name| said.contains(name)), "{said}");
    }
}

#[test]
fn an_id_within_a_header_that_the_model_does_not_have_is_refused() {
    for header in ["3. [PRO-9] How?", "How (PRO_7)?", "PRO9"] {
        let said = problems(format!("id;PLA-4;{header}\np;1;\n"));
        assert!(said.starts_with("error[A005]"), "{header}: {said}");
    }
}

#[test]
fn one_practice_in_two_dresses_is_refused() {
    let said = problems("id;Do you know the processes?;Do you know the processes?2\np;1;2\n");
    assert!(said.starts_with("error[A006]"), "{said}");
}

#[test]
fn headers_that_a_survey_tool_cut_off_are_said_to_be() {
    let said = problems(
        "Response ID;Date submitted;Last page;Kender I..;Finder I..;Styrer I..;Andet..;Mere..\n1;2026-10-01;1;1;2;3;x;y\n",
    );
    assert!(said.contains("the headers are cut off"), "{said}");
    let said = problems("id;Hvordan går det?\n1;godt\n");
    assert!(!said.contains("cut off"), "{said}");
}

#[test]
fn two_choices_of_one_question_are_no_answer() {
    let text = "Respondent ID,Collector ID,Kender I processerne?,\n,,Lokal,Fælles standardiseret\n\
                1,7,Lokal,\n2,7,,Fælles standardiseret\n3,7,Lokal,Fælles standardiseret\n";
    let said = problems(text);
    assert!(said.contains("row 5"), "{said}");
    assert!(!said.contains("row 4") && !said.contains("row 3"), "{said}");
}
