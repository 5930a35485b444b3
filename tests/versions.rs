//! Answers to an older version of a model, carried over by a mapping.

use std::fs;
use std::path::Path;

use plateau::text::LANGUAGES;

use crate::support::run::plateau;
use crate::support::{expect_file, root};

const FOLDER: &str = "tests/versions";

fn expect(name: &str, said: &str) {
    expect_file(&root(FOLDER).join("expected").join(name), said.as_bytes());
}

/// A copy of the folder in which one file says something else.
fn changed(file: &str, find: &str, write: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(root(FOLDER)).unwrap().map(Result::unwrap) {
        if entry.path().is_file() {
            fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
        }
    }
    let within = |name: &str| folder.path().join(name);
    let model = root("tests/models/valid/tiny").display().to_string();
    let text = fs::read_to_string(within("assessment.toml")).unwrap();
    let text = text.replace("../models/valid/tiny", &model);
    fs::write(within("assessment.toml"), text).unwrap();
    let text = fs::read_to_string(within(file)).unwrap();
    assert!(text.contains(find), "{find}");
    fs::write(within(file), text.replacen(find, write, 1)).unwrap();
    folder
}

fn checked(folder: &Path, code: i32) -> String {
    let path = folder.display().to_string();
    plateau(["check", &path]).printing_anything().exits(code)
}

#[test]
fn what_is_carried_over_is_said_in_every_text_format_and_language() {
    for language in LANGUAGES {
        let code = language.code;
        for format in ["terminal", "markdown", "json", "csv"] {
            let out = plateau(["compare", "--by", "wave", FOLDER])
                .with(["--lang", code, "--format", format])
                .printing_anything()
                .saying("warning[A038]")
                .exits(0);
            expect(&format!("compare.{code}.{format}.txt"), &out);
        }
        let report = plateau(["score", FOLDER, "--lang", code, "--format", "markdown"])
            .printing_anything()
            .saying("warning[A038]")
            .exits(0);
        let method = report.rsplit("\n## ").next().unwrap();
        assert!(
            method.contains("COMPOST-1") && method.contains("SHED-1"),
            "{method}"
        );
    }
    expect(
        "check.txt",
        &checked(&root(FOLDER), 0).replace(&root("").display().to_string(), ""),
    );
}

#[test]
fn merged_answers_count_where_they_are_alike_and_are_blank_where_not() {
    let out = plateau(["score", FOLDER, "--format", "csv", "--wave", "2024"])
        .printing_anything()
        .saying("blank in `Autumn 2024`")
        .exits(0);
    let rows: Vec<&str> = fs::read_to_string(root(FOLDER).join("answers-2024.csv"))
        .unwrap()
        .leak()
        .lines()
        .skip(1)
        .collect();
    let alike = rows.iter().filter(|row| {
        let cells: Vec<&str> = row.split(';').collect();
        cells[2] == cells[3]
    });
    let alike = alike.count();
    assert!(alike > 0 && alike < rows.len());
    assert!(
        out.contains(&format!("2024,all,,practice,SOIL-2,n,{alike}\n")),
        "{out}"
    );
    let blank = rows.len() - alike;
    assert!(out.contains(&format!("2024,all,,practice,SOIL-2,blank,{blank}\n")));
    assert!(out.contains(&format!("2024,,,wave,2024,unmerged,{blank}\n")));
}

#[test]
fn a_split_practice_gives_its_answers_to_each() {
    let folder = changed(
        "from-1-to-2.toml",
        "[[renamed]]\nold = \"BED-1\"\nnew = \"SOIL-1\"\ncomparable = \"fully\"\n\n[[merged]]\nold = \
         [\"WATER-1\", \"COMPOST-1\"]\nnew = \"SOIL-2\"\ncomparable = \"partly\"\n",
        "[[split]]\nold = \"BED-1\"\nnew = [\"SOIL-1\", \"SOIL-2\"]\ncomparable = \"partly\"\n\n\
         [[dropped]]\nold = \"WATER-1\"\n\n[[dropped]]\nold = \"COMPOST-1\"\n",
    );
    let path = folder.path().display().to_string();
    let out = plateau(["score", &path, "--format", "csv", "--wave", "2024"])
        .printing_anything()
        .exits(0);
    let counts = |practice: &str| -> Vec<&str> {
        let start = format!("2024,all,,practice,{practice},count_");
        out.lines()
            .filter_map(|line| line.strip_prefix(&*start))
            .collect()
    };
    assert!(!counts("SOIL-1").is_empty());
    assert_eq!(counts("SOIL-1"), counts("SOIL-2"));
}

#[test]
fn an_old_practice_that_the_mapping_does_not_name_is_an_error_with_a_way_out() {
    let folder = changed("answers-2024.csv", "WATER-1", "WATTER-1");
    let said = checked(folder.path(), 2);
    assert!(
        said.contains("error[A005]: `WATTER-1` is no practice of the model"),
        "{said}"
    );
    assert!(said.contains("did you mean `WATER-1`?"), "{said}");
    let folder = changed("answers-2024.csv", "SHED-1", "BARN-12");
    let said = checked(folder.path(), 2);
    assert!(
        said.contains("what has become of every practice of version 1.0.0"),
        "{said}"
    );
    let folder = changed("answers-2024.csv", "BED-1", "SOIL-1");
    assert!(checked(folder.path(), 2).contains("error[A005]"));
}

#[test]
fn every_fault_of_a_mapping_is_told_with_its_place() {
    let mapping = "from-1-to-2.toml";
    for (file, find, write, told) in [
        (
            mapping,
            "from = \"1.0.0\"",
            "from = \"1.1.0\"",
            "error[S035]",
        ),
        (mapping, "to = \"2.1.0\"", "to = \"3.0.0\"", "error[S035]"),
        (mapping, "\"allotment\"", "\"garden\"", "error[S035]"),
        (
            mapping,
            "new = \"SOIL-1\"",
            "new = \"SOIL-11\"",
            "did you mean `SOIL-1`?",
        ),
        (
            mapping,
            "new = \"SOIL-1\"",
            "new = \"SOIL-2\"",
            "error[S036]",
        ),
        (mapping, "\"SHED-1\"", "\"BED-1\"", "error[S036]"),
        (mapping, ", \"COMPOST-1\"]", "]", "error[S036]"),
        (
            mapping,
            "= \"COMPOST-1\"",
            "= \"COMPST-1\"",
            "did you mean `COMPOST-1`?",
        ),
        (
            mapping,
            "comparable = \"fully\"",
            "comparable = \"sure\"",
            "error[S006]",
        ),
        (mapping, "comparable = \"fully\"", "", "error[S006]"),
        (mapping, "[[dropped]]", "[[droped]]", "error[S005]"),
        (mapping, "schema = 1", "schema = 9", "error[S004]"),
        (mapping, "[kept]", "[kept", "error[S003]"),
        (
            "assessment.toml",
            "from-1-to-2.toml",
            "gone.toml",
            "error[S033]",
        ),
        (
            "assessment.toml",
            "mapping = \"from-1-to-2.toml\"\n",
            "",
            "error[S034]",
        ),
        ("assessment.toml", "model = \"1.0.0\"\n", "", "error[S034]"),
        (
            "assessment.toml",
            "[\"answers-2026.csv\"]",
            "[\"answers-2024.csv\"]",
            "error[S037]",
        ),
    ] {
        let folder = changed(file, find, write);
        let said = checked(folder.path(), 2);
        assert!(said.contains(told), "{write}: {said}");
    }
}

#[test]
fn a_row_may_not_name_a_wave_of_another_version() {
    let folder = changed("answers-2026.csv", "respondent;", "respondent;wave;");
    let path = folder.path().join("answers-2026.csv");
    let text = fs::read_to_string(&path).unwrap();
    let (header, rows) = text.split_once('\n').unwrap();
    let first = rows.lines().next().unwrap().replacen(';', ";2024;", 1);
    fs::write(&path, format!("{header}\n{first}\n")).unwrap();
    assert!(checked(folder.path(), 2).contains("error[A037]"));
}

#[test]
fn a_comparison_of_waves_fits_eighty_columns_with_two_waves_and_with_eight() {
    let folder = tempfile::tempdir().unwrap();
    let mut answers =
        "respondent;enhed;måling;PRO-1;PRO-2;PRO-3;KUN-1;KUN-2;FOR-1;PLA-1;PRS-1\n".to_owned();
    for wave in 1..=8 {
        for person in 0..24 {
            let level = |at: usize| 1 + (person * 7 + at * 3 + wave * (at % 3)) % 5;
            let levels: Vec<String> = (0..8).map(|at| level(at).to_string()).collect();
            let unit = ["Kundeservice", "Arkiv og bilag"][person % 2];
            answers += &format!(
                "p{person};{unit};Måling {wave} i foråret;{}\n",
                levels.join(";")
            );
        }
    }
    let file = folder.path().join("svar.csv");
    fs::write(&file, answers).unwrap();
    for input in [
        file.display().to_string(),
        "examples/laane-service".to_owned(),
    ] {
        for language in LANGUAGES {
            let out = plateau(["compare", "--by", "wave", &input, "--lang", language.code])
                .printing_anything()
                .exits(0);
            let wide = out.lines().find(|line| line.chars().count() > 80);
            assert_eq!(wide, None, "{input} in {}", language.code);
        }
    }
}
