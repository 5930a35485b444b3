//! Files in other programs' words, as `assessment.toml` explains them.

use std::fs;
use std::path::Path;

use plateau::assessment::{self, Offer};
use plateau::diagnostic::{Diagnostics, Warned};
use plateau::intake::{self, Content, Options, Read, Source};
use tempfile::TempDir;

use super::bench::{counts, model};

const OFFER: Offer<'static> = Offer {
    languages: &["da"],
    sections: &[],
};

/// A folder with answers files, and an `assessment.toml` that names them and goes on with `toml`.
fn folder(toml: &str, files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let answers: Vec<String> = files
        .iter()
        .map(|(name, _)| name.split('/').next().unwrap())
        .map(|name| format!("{name:?}"))
        .collect();
    let answers: std::collections::BTreeSet<String> = answers.into_iter().collect();
    let answers: Vec<String> = answers.into_iter().collect();
    let wave = format!(
        "[[waves]]\nid = \"2026\"\nanswers = [{}]\n",
        answers.join(", ")
    );
    let toml = format!("schema = 1\ntitle = \"x\"\nmodel = \"tiny\"\n{wave}{toml}");
    fs::write(folder.path().join("assessment.toml"), toml).unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Reads what a folder's assessment names.
fn read_folder(folder: &Path) -> Result<Warned<Read>, Diagnostics> {
    let mut warnings = Diagnostics::new();
    let file = assessment::open(folder)?;
    let assessment = file.resolve(&model(), &OFFER)?.take(&mut warnings);
    let files = assessment.waves[0].answers.clone().into_iter();
    let sources = files.map(|file| Source {
        content: Content::File(file.path),
        name: file.name,
        waves: vec![0],
        folder: file.folder,
    });
    let options = Options {
        lenient: false,
        comments: true,
        ..Options::default()
    };
    let read = intake::read(&model(), assessment, sources.collect(), options)?;
    warnings.append(read.warnings);
    Ok(Warned {
        value: read.value,
        warnings,
    })
}

fn read(toml: &str, files: &[(&str, &str)]) -> Result<Warned<Read>, Diagnostics> {
    read_folder(folder(toml, files).path())
}

/// What is read, nothing being wrong.
fn sound(toml: &str, files: &[(&str, &str)]) -> Read {
    let read = read(toml, files).unwrap_or_else(|problems| panic!("{problems}"));
    assert!(read.warnings.is_empty(), "{}", read.warnings.render(false));
    read.value
}

/// What is said of files, whether they are read or not.
fn said(toml: &str, files: &[(&str, &str)]) -> String {
    match read(toml, files) {
        Ok(read) => read.warnings.render(false),
        Err(problems) => problems.render(false),
    }
}

#[test]
fn other_wordings_stand_for_the_answers_that_the_assessment_says() {
    let words = "[answers]\n\"Altid\" = 4\n\"Sjældent\" = 2\n\"Unsure\" = \"dont-know\"\n\
                 \"Ikke aktuelt\" = \"not-relevant\"\n\"9\" = \"dont-know\"\nA01 = 1\n";
    let text = "respondent;PRO-1;PRO-2;PLA-4\n\
                a;ALTID.;unsure;1\nb;  sjældent;Ikke  aktuelt;4 - Altid\nc;9;3;a01\n";
    let plain = "respondent;PRO-1;PRO-2;PLA-4\na;4;?;1\nb;2;n/a;4\nc;?;3;1\n";
    let explained = sound(words, &[("a.csv", text)]).responses;
    let expected = sound("", &[("a.csv", plain)]).responses;
    assert_eq!(explained.waves, expected.waves);
    let tally = explained.waves[0].tallies.of(0, 0, 0);
    assert_eq!(counts(tally), [0, 1, 0, 1, 1, 0, 0]);
}

#[test]
fn a_wording_that_is_not_explained_is_said_with_the_way_to_explain_it() {
    let text = "Email,PRO-1,Finder I fejlene?\na@b.dk,1,Somtimes\n";
    let told = said("[answers]\nSometimes = 2\n", &[("a.csv", text)]);
    assert!(
        told.contains("`Somtimes` is not an answer to PRO-2"),
        "{told}"
    );
    assert!(told.contains("did you mean `sometimes`?"), "{told}");
    assert!(told.contains("`[answers]` in `assessment.toml`"), "{told}");
    let own = said("", &[("a.csv", "respondent;PRO-1\na;Somtimes\n")]);
    assert!(own.contains("A004") && !own.contains("[answers]"), "{own}");
}

#[test]
fn a_wording_that_already_means_another_answer_is_refused_with_its_place() {
    for (wording, meant) in [
        ("3", "2"),
        ("3,0", "\"dont-know\""),
        ("lokal", "3"),
        ("Bliver  bedre.", "1"),
        ("ved ikke", "\"not-relevant\""),
        ("Procesoverblik på trin 2.", "1"),
    ] {
        let toml = format!("[answers]\n\"{wording}\" = {meant}\n");
        let told = said(&toml, &[("a.csv", "praksis;niveau\nPRO-1;1\n")]);
        assert!(told.contains("error[A052]"), "{wording}: {told}");
        assert!(told.contains("assessment.toml:8:1"), "{wording}: {told}");
    }
    let same = "[answers]\n\"Lokal\" = 2\n\"?\" = \"dont-know\"\n";
    sound(same, &[("a.csv", "praksis;niveau\nPRO-1;1\n")]);
}

const UNITS: &str = "[[units]]\nid = \"hele\"\n[[units]]\nid = \"kredit\"\nname = \"Kredit\"\n\
                     parent = \"hele\"\n[[units]]\nid = \"drift\"\nparent = \"hele\"\n\
                     [roles]\nleder = \"Leder\"\n";

const ASKED: &str = "[intake]\nunit = \"Hvilket team er du i?\"\nrole = \"Stilling\"\n\
                     respondent = \"Medarbejdernr.\"\n";

#[test]
fn the_columns_and_words_that_are_named_say_whom_an_answer_is_from() {
    let toml = format!(
        "{UNITS}{ASKED}[intake.units]\n\"Kreditteam Vest\" = \"kredit\"\n\
         \"Kreditteam Øst\" = \"Kredit\"\n[intake.roles]\n\"Chef\" = \"leder\"\n"
    );
    let text = "id;enhed;HVILKET TEAM  er du i?;Stilling;medarbejdernr;PRO-1\n\
                1;x;kreditteam vest;Chef;a;1\n1;y;Kreditteam Øst;;b;2\n\
                1;z;Kredit ;leder;c;3\n1;w;DRIFT;;d;4\n";
    let told = said(&toml, &[("a.csv", text)]);
    assert!(told.contains("`enhed` was left alone"), "{told}");
    let read = read(&toml, &[("a.csv", text)]).unwrap().value;
    let wave = &read.responses.waves[0];
    let people = |unit, role| wave.respondents.of(unit, role);
    assert_eq!([people(1, 0), people(1, 1)], [2, 1], "kredit");
    assert_eq!([people(2, 0), people(2, 1)], [0, 1], "drift");
    assert_eq!(
        [people(0, 0), people(0, 1)],
        [0, 0],
        "nobody is in the whole itself"
    );
}

#[test]
fn words_stand_for_units_that_only_the_answers_name() {
    let toml = "[intake]\nunit = \"Team\"\n[intake.units]\n\"Hold V\" = \"Vest\"\n";
    let text = "Team;PRO-1\nHold V;1\nVest;2\nØst;3\n";
    let read = sound(toml, &[("a.csv", text)]);
    let units: Vec<&str> = read
        .assessment
        .units
        .list()
        .iter()
        .map(|u| &*u.id)
        .collect();
    assert_eq!(units, ["all", "Vest", "Øst"]);
}

#[test]
fn an_unknown_unit_is_said_with_what_is_near_and_how_to_explain_it() {
    let toml = format!("{UNITS}{ASKED}[intake.units]\n\"Kreditteam Vest\" = \"kredit\"\n");
    let head = "Hvilket team er du i?;Stilling;Medarbejdernr.;PRO-1\n";
    let text = format!("{head}Kreditteam Vst;Leder;a;1\nKredti;Ledr;b;1\n");
    let told = said(&toml, &[("a.csv", &text)]);
    assert!(told.contains("did you mean `Kreditteam Vest`?"), "{told}");
    assert!(told.contains("did you mean `kredit`?"), "{told}");
    assert!(told.contains("did you mean `leder`?"), "{told}");
    assert!(
        told.contains("`[intake.units]` says what else they are called"),
        "{told}"
    );
}

#[test]
fn a_column_that_no_file_has_is_an_error_and_one_that_some_lack_a_warning() {
    let toml = format!("{UNITS}[intake]\nunit = \"Team\"\n");
    let with = ("a.csv", "Team;PRO-1\nkredit;1\n");
    let without = ("b.csv", "Teem;PRO-1\nkredit;1\n");
    let usual = ("c.csv", "Enhed;PRO-1\nkredit;1\n");
    let sheet = (
        "d.csv",
        "praksis;enhed;modereret;begrundelse\nPRO-1;kredit;2;Sådan\n",
    );
    sound(&toml, &[with, usual, sheet]);
    let told = said(&toml, &[with, without]);
    assert!(
        told.contains("warning[A050]: the file has no column `Team`"),
        "{told}"
    );
    assert!(told.contains("b.csv"), "{told}");
    let told = said(&toml, &[without, usual]);
    assert!(
        told.contains("error[A050]: no answers file has the column `Team`"),
        "{told}"
    );
    assert!(told.contains("did you mean `Teem`?"), "{told}");
    assert!(told.contains("assessment.toml:"), "{told}");
}

#[test]
fn words_that_no_answer_uses_are_said() {
    let toml = format!(
        "{UNITS}[intake.units]\n\"Kreditten\" = \"kredit\"\n[intake.roles]\n\"Chef\" = \"leder\"\n"
    );
    let text = "enhed;rolle;PRO-1\nKredit;Chef;1\n";
    let told = said(&toml, &[("a.csv", text)]);
    assert!(
        told.contains("warning[A051]: no answer names the unit `Kreditten`"),
        "{told}"
    );
    assert!(!told.contains("Chef"), "{told}");
}

#[test]
fn a_folder_of_one_file_a_person_is_one_input_and_says_what_one_file_of_all_says() {
    let files: Vec<(String, String)> = (0..12)
        .map(|person| {
            let answer = if person % 3 == 0 { "" } else { "2" };
            let text = format!(
                "respondent;PRO-1;PRO-2\np{person};{};{answer}\n",
                1 + person % 4
            );
            (format!("svar/p{person:02}.csv"), text)
        })
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(n, t)| (&**n, &**t)).collect();
    let many = sound("", &files).responses;
    let mut one = "respondent;PRO-1;PRO-2\n".to_owned();
    for (_, text) in &files {
        one += text.lines().nth(1).unwrap();
        one += "\n";
    }
    let one = sound("", &[("alle.csv", &one)]).responses;
    assert_eq!(many.waves, one.waves, "a blank is a blank there too");
    let names: Vec<_> = many.inputs.iter().map(|i| (&*i.name, i.rows)).collect();
    assert_eq!(names, [("svar/", 12)]);
}

#[test]
fn a_survey_tool_s_codes_are_explained_too_and_never_guessed() {
    let text = "id;submitdate;lastpage;PRO1;PLA4\n\
                1;2026-10-01;2;AO03;AO09\n2;2026-10-01;2;AO01;AO04\n";
    let told = said("", &[("a.csv", text)]);
    assert!(told.contains("`AO09` is not an answer to PLA-4"), "{told}");
    assert!(told.contains("`[answers]` in `assessment.toml`"), "{told}");
    let explained = read("[answers]\nAO09 = \"dont-know\"\n", &[("a.csv", text)]).unwrap();
    let told = explained.warnings.render(false);
    assert!(
        told.contains("warning[A055]: 3 cells hold options' codes"),
        "{told}"
    );
    let tallies = &explained.value.responses.waves[0].tallies;
    assert_eq!(counts(tallies.of(0, 0, 2)), [0, 0, 0, 1, 1, 0, 0]);
}

#[test]
fn options_that_stand_highest_first_are_set_right_by_their_codes() {
    let text = "id;submitdate;lastpage;PRO1;PLA4\n\
                1;2026-10-01;2;A1;A2\n2;2026-10-01;2;A4;A3\n";
    let answers = "[answers]\nA1 = 4\nA2 = 3\nA3 = 2\nA4 = 1\n";
    let read = sound(answers, &[("a.csv", text)]);
    let tallies = &read.responses.waves[0].tallies;
    assert_eq!(counts(tallies.of(0, 0, 0)), [1, 0, 0, 1, 0, 0, 0]);
    assert_eq!(counts(tallies.of(0, 0, 2)), [0, 1, 1, 0, 0, 0, 0]);
}

#[test]
fn a_column_is_named_by_its_code_or_its_question_where_both_head_it() {
    let text = "StartDate,Finished,ResponseId,Q1,PLA_4\n\
                Start Date,Finished,Response ID,Hvilket team er du i?,Hvor godt?\n\
                2026-10-01,1,R_1,Vest,3\n2026-10-01,1,R_2,Øst,2\n";
    for header in ["Q1", "Hvilket team er du i?"] {
        let toml = format!("[intake]\nunit = \"{header}\"\n");
        let read = sound(&toml, &[("a.csv", text)]);
        let units: Vec<&str> = read
            .assessment
            .units
            .list()
            .iter()
            .map(|u| &*u.id)
            .collect();
        assert_eq!(units, ["all", "Vest", "Øst"], "{header}");
    }
}
