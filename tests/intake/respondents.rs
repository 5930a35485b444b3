//! Who is a respondent, and what was asked of whom.

use plateau::intake::{Evidence, Settled};

use super::bench::{counts, file, open, problems, rated, read, read_with};

#[test]
fn a_wide_row_without_id_is_its_own_respondent() {
    let read = read("PRO-1;PRO-2\n1;2\n1;2\n;\n");
    let wave = &read.responses.waves[0];
    assert_eq!(wave.respondents.of(0, 0), 2);
    assert_eq!(read.detected[0].respondents, 2);
    assert_eq!(counts(wave.tallies.of(0, 0, 0)), [2, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn a_comment_makes_a_respondent_whose_answers_are_blank() {
    let read = read("id;PRO-1;PRO-1 kommentar\na;1;\nb;;noget\nc;;\n");
    let wave = &read.responses.waves[0];
    assert_eq!(wave.respondents.of(0, 0), 2);
    assert_eq!(counts(wave.tallies.of(0, 0, 0)), [1, 0, 0, 0, 0, 0, 1]);
}

#[test]
fn a_practice_with_nothing_but_blanks_was_not_asked() {
    let read = read("id;PRO-1;PRO-2\na;1;\nb;?;\n");
    let tallies = &read.responses.waves[0].tallies;
    assert_eq!(counts(tallies.of(0, 0, 0)), [1, 0, 0, 0, 1, 0, 0]);
    assert_eq!(tallies.of(0, 0, 1).asked(), 0);
}

#[test]
fn who_answered_in_one_file_was_not_asked_what_another_asks() {
    let sources = vec![
        file("a.csv", "id;PRO-1\np;1\nq;2\n"),
        file("b.csv", "id;PRO-2\np;3\nr;n/a\n"),
    ];
    let read = read_with(open(), sources, false).unwrap().value;
    let wave = &read.responses.waves[0];
    assert_eq!(wave.respondents.of(0, 0), 3);
    assert_eq!(counts(wave.tallies.of(0, 0, 0)), [1, 1, 0, 0, 0, 0, 0]);
    assert_eq!(counts(wave.tallies.of(0, 0, 1)), [0, 0, 1, 0, 0, 1, 0]);
}

#[test]
fn of_two_answers_the_last_that_is_not_blank_counts() {
    let text = "id;PRO-1;PRO-2\np;1;1\nq;2;2\np;3;\n";
    let warned = read_with(open(), vec![file("a.csv", text)], false).unwrap();
    assert_eq!(
        warned.warnings.render(false),
        "warning[A032]: 1 practice was answered again by the same respondent; the last counts\n  \
         --> a.csv, row 4\n  help: see row 4\n\n1 warning\n"
    );
    let tallies = &warned.value.responses.waves[0].tallies;
    assert_eq!(counts(tallies.of(0, 0, 0)), [0, 1, 1, 0, 0, 0, 0]);
    assert_eq!(counts(tallies.of(0, 0, 1)), [1, 1, 0, 0, 0, 0, 0]);
}

#[test]
fn the_same_id_in_another_unit_or_wave_is_another_respondent() {
    let read = read("id;unit;wave;PRO-1\np;a;1;1\np;b;1;1\np;a;2;1\n");
    let waves = &read.responses.waves;
    assert_eq!(waves[0].respondents.of(1, 0), 1);
    assert_eq!(waves[0].respondents.of(2, 0), 1);
    assert_eq!(waves[1].respondents.of(1, 0), 1);
}

#[test]
fn a_survey_tools_own_row_number_counts_per_file() {
    let header = "Id;Starttidspunkt;Mail;Navn;PRO-1\n";
    let sources = vec![
        file("a.csv", format!("{header}1;x;y;z;1\n2;x;y;z;2\n")),
        file("b.csv", format!("{header}1;x;y;z;3\n")),
    ];
    let warned = read_with(open(), sources, false).unwrap();
    assert!(warned.warnings.is_empty());
    assert_eq!(warned.value.responses.waves[0].respondents.of(0, 0), 3);
    let model = super::bench::model();
    let taken = &warned.value.detected[0].columns;
    let taken: Vec<_> = taken.iter().map(|c| c.taken.describe(&model)).collect();
    assert!(taken[0].contains("counted per file"), "{}", taken[0]);
    assert_eq!(taken[1..4], ["left alone (personal data)"; 3]);
    assert_eq!(taken[4], "practice PRO-1 (by its id)");
}

#[test]
fn of_two_roles_the_last_counts() {
    let text = "id;rolle;praksis;niveau\np;leder;PRO-1;1\np;;PRO-2;1\np;ansat;PLA-4;1\n";
    let warned = read_with(open(), vec![file("a.csv", text)], false).unwrap();
    let said = warned.warnings.render(false);
    assert!(said.starts_with("warning[A033]: "), "{said}");
    assert!(said.contains("\n  --> a.csv, row 4\n"), "{said}");
    let read = warned.value;
    let roles: Vec<_> = read.assessment.roles.iter().map(|r| &*r.id).collect();
    assert_eq!(roles, ["ansat", "leder"]);
    let wave = &read.responses.waves[0];
    assert_eq!(
        [0, 1, 2].map(|role| wave.respondents.of(0, role)),
        [1, 0, 0]
    );
}

#[test]
fn a_sheet_settles_and_moderates() {
    let read = read(
        "practice,level,evidence,moderated,reason,by\nPRO-1,2,Mødet,,,\n\
         PLA-4,,Planen,\"3,0\",Set på stedet,Kim\nPRO-2,,,,,\n",
    );
    let wave = &read.responses.waves[0];
    let settled = &wave.settled[&(0, 0)];
    assert_eq!(settled.answer, Some(rated(2)));
    assert_eq!(settled.evidence, Some(Evidence::noted("Mødet")));
    assert_eq!(wave.settled.len(), 1);
    let moderated = &wave.moderated[&(0, 2)];
    assert_eq!(moderated.level.number(), 3);
    assert_eq!(moderated.reason, "Set på stedet");
    assert_eq!(moderated.by.as_deref(), Some("Kim"));
    assert_eq!(wave.moderated.len(), 1);
}

#[test]
fn moderated_levels_stand_beside_peoples_answers_and_settled_ones_do_not() {
    let people = || file("people.csv", "id;PRO-1\np;1\n");
    let moderated = file("m.csv", "practice;moderated;reason\nPRO-1;2;Set\n");
    let read = read_with(open(), vec![people(), moderated], false).unwrap();
    assert_eq!(read.value.responses.waves[0].moderated.len(), 1);
    let settled = file("s.csv", "practice;level\nPRO-2;2\nPLA-4;2\n");
    let problems = read_with(open(), vec![settled, people()], false).unwrap_err();
    assert_eq!(
        problems.render(false),
        "error[A019]: a settled level stands beside people's answers for `all`\n  \
         --> s.csv, row 2\n  help: write it in the column `moderated`, with its `reason`\n\n\
         1 error; nothing was written\n"
    );
}

#[test]
fn a_practice_twice_in_a_sheet_is_said() {
    let problems = problems("practice;level\nPRO-1;2\nProcess overview;3\n");
    assert!(
        problems.starts_with("warning[A034]: ") && problems.contains("--> answers.csv, row 3"),
        "{problems}"
    );
}

#[test]
fn what_is_noted_without_a_level_is_kept() {
    let read = read(
        "practice,level,evidence,comment,moderated,reason\nPRO-1,,Mødet,,,\nPRO-2,,,Sent,,\n\
         PLA-4,,Planen,Enigt,3,Set\n",
    );
    let settled = &read.responses.waves[0].settled;
    let noted = |practice| {
        let Settled {
            answer,
            comment,
            evidence,
            ..
        } = &settled[&(0, practice)];
        let text = evidence
            .as_ref()
            .and_then(|evidence| evidence.text.as_deref());
        (*answer, text, comment.as_deref())
    };
    assert_eq!(noted(0), (None, Some("Mødet"), None));
    assert_eq!(noted(1), (None, None, Some("Sent")));
    // The evidence beside a moderated level is that level's.
    assert_eq!(noted(2), (None, None, Some("Enigt")));
}

#[test]
fn a_note_neither_unsettles_a_level_nor_is_lost_by_it() {
    for rows in [["PRO-1,2,", "PRO-1,,Mødet"], ["PRO-1,,Mødet", "PRO-1,2,"]] {
        let text = format!("practice,level,evidence\n{}\n", rows.join("\n"));
        let warned = read_with(open(), vec![file("a.csv", text)], false).unwrap();
        assert_eq!(warned.warnings.render(false), "");
        let settled = &warned.value.responses.waves[0].settled[&(0, 0)];
        assert_eq!(settled.answer, Some(rated(2)), "{rows:?}");
        assert_eq!(settled.evidence, Some(Evidence::noted("Mødet")), "{rows:?}");
    }
    let again = problems("practice,level,evidence\nPRO-1,2,a\nPRO-1,3,\n");
    assert!(
        again.starts_with("warning[A034]") && again.contains("answers.csv, row 3"),
        "{again}"
    );
}

#[test]
fn a_reason_without_a_moderated_level_is_a_comment() {
    let read = read("practice,level,reason\nPRO-1,2,Set på stedet\n");
    let settled = &read.responses.waves[0].settled[&(0, 0)];
    assert_eq!(settled.comment.as_deref(), Some("Set på stedet"));
}

#[test]
fn a_note_may_stand_beside_peoples_answers() {
    let people = file("people.csv", "id;PRO-1\np;1\n");
    let notes = file("s.csv", "practice;level;evidence\nPRO-1;;Mødet\n");
    let read = read_with(open(), vec![people, notes], false).unwrap().value;
    assert_eq!(read.responses.waves[0].settled.len(), 1);
}

#[test]
fn evidence_is_kept_with_its_day_and_source() {
    for day in ["2026-03-12", "12-03-2026", "12.3.2026", "12/03/2026"] {
        let read = read(format!(
            "praksis;niveau;evidens;evidensdato;kilde;af;modereret;begrundelse\n\
             PRO-1;3;Tavlen;{day};Drevet;Bo;;\nPRO-2;;;{day};Drevet;Bo;2;Set\n"
        ));
        let wave = &read.responses.waves[0];
        let evidence = |text: Option<&str>| {
            Some(Evidence {
                text: text.map(str::to_owned),
                date: Some(jiff::civil::date(2026, 3, 12)),
                source: Some("Drevet".to_owned()),
            })
        };
        let settled = &wave.settled[&(0, 0)];
        assert_eq!(settled.evidence, evidence(Some("Tavlen")));
        assert_eq!(settled.by.as_deref(), Some("Bo"));
        let moderated = &wave.moderated[&(0, 1)];
        assert_eq!(moderated.evidence, evidence(None));
        assert!(!wave.settled.contains_key(&(0, 1)));
    }
}

#[test]
fn a_row_of_averages_by_hand_is_nobody_and_that_is_said() {
    let average = |header: &str, rows: &str, last: &str| {
        let text = format!("{header}\n{rows}\n{last}\n");
        let warned = read_with(open(), vec![file("a.csv", text)], false).unwrap();
        let said = warned.warnings.render(false);
        assert!(
            said.contains("1 row was not counted: summary row"),
            "{last}: {said}"
        );
        let wave = &warned.value.responses.waves[0];
        wave.tallies.of(0, 0, 0).counts().iter().sum::<u32>()
    };
    let wide = ("id;PRO-1;PRO-2", "a;1;2\nb;2;2\nc;3;2");
    for last in [
        "Gennemsnit;2;2",
        "GNS.:;2,33;2",
        "Average;2.3;2",
        "I alt;6;6",
        ";Gennemsnit;2",
    ] {
        assert_eq!(average(wide.0, wide.1, last), 3, "{last}");
    }
    let forms = "Id;Starttidspunkt;Fuldførelsestidspunkt;Mail;Navn;PRO-1;PRO-2";
    let row = |id: u8| format!("{id};2026-10-01;2026-10-01;anonymous;;{id};2");
    let rows = format!("{}\n{}", row(1), row(3));
    assert_eq!(average(forms, &rows, ";;;;;2;2"), 2);
    let named = read("enhed;PRO-1\nTotal;1\nDrift;2\n");
    let units: Vec<&str> = named
        .assessment
        .units
        .list()
        .iter()
        .map(|u| &*u.id)
        .collect();
    assert_eq!(units, ["all", "Drift", "Total"], "a unit may be called so");
}
