//! Units, waves and roles: declared, or learnt from the answers.

use plateau::assessment::Assessment;

use super::bench::{declared, file, open, read, read_with};

fn units(assessment: &Assessment) -> Vec<(&str, Option<usize>, bool)> {
    let list = assessment.units.list().iter();
    list.map(|u| (&*u.id, u.parent, u.implicit)).collect()
}

#[test]
fn answers_without_unit_belong_to_one_implicit_unit() {
    let read = read("PRO-1\n1\n");
    assert_eq!(units(&read.assessment), [("all", None, true)]);
    assert_eq!(read.assessment.waves.len(), 1);
    assert_eq!(read.assessment.waves[0].id, None);
}

#[test]
fn a_single_unit_stands_alone() {
    let read = read("enhed;PRO-1\nLåne  Service;1\nlåne service ;2\n");
    assert_eq!(units(&read.assessment), [("Låne Service", None, false)]);
    assert_eq!(read.responses.waves[0].respondents.of(0, 0), 2);
}

#[test]
fn several_units_are_parts_of_the_implicit_one_by_code_point() {
    let read = read("enhed;PRO-1\nøst;1\nVest;1\nøst;2\nny;;\n;3\nALL;4\n");
    let expected = [
        ("all", None, true),
        ("Vest", Some(0), false),
        ("øst", Some(0), false),
    ];
    assert_eq!(units(&read.assessment), expected);
    let respondents = &read.responses.waves[0].respondents;
    assert_eq!([0, 1, 2].map(|unit| respondents.of(unit, 0)), [2, 1, 2]);
}

#[test]
fn a_single_unit_beside_answers_without_one_is_a_part() {
    let read = read("enhed;PRO-1\nøst;1\n;1\n");
    let expected = [("all", None, true), ("øst", Some(0), false)];
    assert_eq!(units(&read.assessment), expected);
}

#[test]
fn waves_are_learnt_in_the_order_of_their_ids() {
    let read = read("måling;PRO-1\n2026;1\n2025;2\n2026;3\n");
    let ids: Vec<_> = read
        .assessment
        .waves
        .iter()
        .map(|w| w.id.as_deref())
        .collect();
    assert_eq!(ids, [Some("2025"), Some("2026")]);
    assert_eq!(read.responses.waves[1].respondents.of(0, 0), 2);
}

#[test]
fn declared_units_are_named_by_id_or_name() {
    let mut source = file("a.csv", "enhed;PRO-1\nTEAM-A;1\nHold  bodil.;2\n;3\n");
    source.waves = vec![1];
    let read = read_with(declared(), vec![source], false).unwrap().value;
    let respondents = &read.responses.waves[1].respondents;
    assert_eq!([0, 1, 2].map(|unit| respondents.of(unit, 1)), [1, 1, 1]);
    assert_eq!(read.responses.waves[0].respondents.of(0, 1), 0);
}

#[test]
fn a_wave_cell_decides_over_the_files_wave() {
    let mut source = file("a.csv", "wave;PRO-1\n2025;1\nEfterår 2026;2\n;3\n");
    source.waves = vec![1];
    let read = read_with(declared(), vec![source], false).unwrap().value;
    let people = [0, 1].map(|wave| read.responses.waves[wave].respondents.of(0, 1));
    assert_eq!(people, [1, 2]);
}

#[test]
fn a_file_of_several_waves_must_name_them() {
    let mut source = file("a.csv", "PRO-1\n1\n2\n");
    source.waves = vec![0, 1];
    let problems = read_with(declared(), vec![source], false).unwrap_err();
    let said = problems.render(false);
    let expected = "error[A015]: the row names no wave\n  --> a.csv, row 2\n";
    assert!(said.starts_with(expected), "{said}");
}

#[test]
fn all_problems_of_all_files_are_reported_at_once() {
    let sources = vec![
        file("empty.csv", ""),
        file(
            "a.csv",
            "enhed;rolle;PRO-1\nteam-c;leder;7\nteam-a;ansat;x\n",
        ),
        file("b.csv", "PRO-9\n1\n"),
    ];
    let mut assessment = declared();
    assessment.waves.truncate(1);
    let problems = read_with(assessment, sources, false)
        .unwrap_err()
        .render(false);
    for code in ["A007", "A004", "A005"] {
        assert!(problems.contains(code), "{code} in\n{problems}");
    }
    assert_eq!(problems.matches("A004").count(), 2, "{problems}");
}

#[test]
fn a_mapped_header_stands_for_its_practice() {
    let mut assessment = open();
    assessment.columns = vec![("Hvordan  går det?".into(), 2)];
    let text = "id;hvordan går det?\np;2\n";
    let read = read_with(assessment, vec![file("a.csv", text)], false).unwrap();
    assert_eq!(read.value.responses.waves[0].tallies.of(0, 0, 2).n(), 1);
}
