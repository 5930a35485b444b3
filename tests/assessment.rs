//! `assessment.toml`: every fault there is with its words and place, and what a sound one comes to.

mod report;
mod template;

use std::fs;
use std::path::{Path, PathBuf};

use plateau::assessment::{self, Assessment, ModelChoice, Offer, Weighting};
use plateau::diagnostic::{Diagnostics, Warned, code};
use plateau::model::{Level, Model};
use plateau::view;

use crate::support::expect_file;
use crate::support::model::{danish, model_of};

const LANGUAGES: &[&str] = &["da", "en"];

const BRANDED_LOGO: &str = "tests/assessments/valid/branded/maerke.svg";

/// Three practices in two disciplines, four levels, two plateaus; words that a spreadsheet or a
/// TOML file could stumble over.
fn tiny_model() -> Model {
    let levels = ["Intet", "Noget", "Meget", "Alt"].map(|name| (danish(name), danish(name)));
    let mut model = model_of(levels)
        .common_plateau(3)
        .common_plateau(3)
        .on(1)
        .practice_called("PLAN-1", danish("Planlægning"))
        .on(2)
        .practice_called("PLAN-2", danish("=Opfølgning"))
        .on(1)
        .practice_called("FOLK-1", danish("Oplæring"))
        .build();
    for practice in &mut model.practices {
        let name = practice.name.get("da");
        practice.question = danish(&format!("Hvor \"godt\" går {name}; ærligt?"));
    }
    model.retired = vec!["FOLK-9".to_owned()];
    model
}

fn load(path: &Path) -> Result<Warned<Assessment>, Diagnostics> {
    let sections: Vec<&str> = view::sections().collect();
    let offer = Offer {
        languages: LANGUAGES,
        sections: &sections,
    };
    assessment::open(path)?.resolve(&tiny_model(), &offer)
}

/// The folders below `tests/assessments/KIND`, as a person in the project's folder would name them.
fn fixtures(kind: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(Path::new("tests/assessments").join(kind))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    found.sort();
    assert!(!found.is_empty());
    found
}

/// Compares with what `path` holds, nothing if it is not there.
fn matches(path: &Path, found: &str) {
    if !found.is_empty() || path.exists() {
        expect_file(path, found.as_bytes());
    }
}

#[test]
fn every_fault_is_told_in_its_own_words_with_its_place() {
    for folder in fixtures("invalid") {
        let problems = load(&folder).expect_err(&folder.display().to_string());
        matches(&folder.join("expected.stderr"), &problems.render(false));
    }
}

#[test]
fn a_sound_assessment_loads_with_its_warnings_only() {
    for folder in fixtures("valid") {
        match load(&folder) {
            Ok(sound) => matches(
                &folder.join("expected.stderr"),
                &sound.warnings.render(false),
            ),
            Err(problems) => panic!("{}", problems.render(false)),
        }
    }
}

#[test]
fn every_code_of_the_area_has_a_fixture_that_shows_it() {
    let shown: String = ["invalid", "valid"]
        .iter()
        .flat_map(|kind| fixtures(kind))
        .filter_map(|folder| fs::read_to_string(folder.join("expected.stderr")).ok())
        .collect();
    // S001 and S002 are about files that cannot lie here, and S007 is told by the caller. What
    // S033 says of a missing file is the system's; `versions` shows it.
    let elsewhere = ["S001", "S002", "S007", "S033"];
    for code in code::ASSESSMENT
        .iter()
        .filter(|c| !elsewhere.contains(&c.id))
    {
        assert!(
            shown.contains(&format!("[{}]", code.id)),
            "{} is never shown",
            code.id
        );
    }
}

#[test]
fn the_full_assessment_says_what_its_file_says() {
    let sound = load(Path::new("tests/assessments/valid/full/assessment.toml"))
        .unwrap()
        .value;
    assert_eq!(sound.title.as_deref(), Some("Låne Service"));
    assert_eq!(
        sound.date.map(|date| date.to_string()).as_deref(),
        Some("2026-10-01")
    );
    let units: Vec<_> = sound
        .units
        .list()
        .iter()
        .map(|u| (&*u.id, u.parent, u.invited))
        .collect();
    assert_eq!(
        units,
        [
            ("realkredit", Some(1), Some(12)),
            ("laane-service", None, None),
            ("erhverv", Some(1), Some(0))
        ]
    );
    let roles: Vec<_> = sound.roles.iter().map(|role| &*role.id).collect();
    assert_eq!(roles, ["medarbejder", "leder", "anden"], "the file's order");
    assert_eq!(sound.waves[0].name, "2025");
    let files: Vec<_> = sound.waves[1]
        .answers
        .iter()
        .map(|f| (&*f.name, f.path.clone()))
        .collect();
    assert_eq!(
        files,
        [
            (
                "svar.csv",
                PathBuf::from("tests/assessments/valid/full/svar.csv")
            ),
            (
                "../flere.csv",
                PathBuf::from("tests/assessments/valid/full/../flere.csv")
            ),
            ("/tmp/x.csv", PathBuf::from("/tmp/x.csv")),
        ]
    );
    assert_eq!(sound.tailored[2].as_deref(), Some("Vi har ingen nye folk."));
    let targets: Vec<_> = sound.targets.iter().map(|t| t.map(Level::number)).collect();
    assert_eq!(targets, [Some(3), Some(4), Some(3)]);
    assert_eq!(sound.columns, [("Hvordan planlægger I?".to_owned(), 0)]);
    assert_eq!(sound.privacy.minimum_group, 12);
    assert_eq!(
        sound.privacy.minimum_comments, 12,
        "never below minimum_group"
    );
    assert_eq!(sound.rules.minimum_coverage, 1.0);
    assert_eq!(sound.rules.weighting, Weighting::Unit);
    assert!(sound.declared.units && sound.declared.waves && sound.declared.roles);
}

#[test]
fn a_folder_of_answers_stands_for_its_files_in_the_order_of_their_names() {
    let sound = load(Path::new("tests/assessments/valid/folder")).unwrap();
    let files = &sound.value.waves[0].answers;
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "svar-2026/A.CSV",
            "svar-2026/b.csv",
            "svar-2026/c.txt",
            "mere.csv"
        ]
    );
    assert!(files[0].path.is_file());
    let folders: Vec<_> = files.iter().map(|file| file.folder.as_deref()).collect();
    let folder = Some("svar-2026");
    assert_eq!(folders, [folder, folder, folder, None]);
}

#[test]
fn a_folder_and_its_file_are_the_same_assessment() {
    let folder = Path::new("tests/assessments/valid/full");
    let by_folder = load(folder).unwrap().value;
    let by_file = load(&folder.join("assessment.toml")).unwrap().value;
    assert_eq!(format!("{by_folder:?}"), format!("{by_file:?}"));
}

#[test]
fn what_is_not_there_is_told_with_a_way_to_start() {
    let empty = tempfile::tempdir().unwrap();
    let folder = empty.path().join("ny");
    let missing = assessment::open(&folder).unwrap_err().render(false);
    assert!(missing.contains("error[S001]: there is no `"), "{missing}");
    fs::create_dir(&folder).unwrap();
    let bare = assessment::open(&folder).unwrap_err().render(false);
    assert!(bare.contains("holds no `assessment.toml`"), "{bare}");
    assert!(bare.contains("plateau init"), "{bare}");
}

#[test]
fn bytes_that_are_not_utf_8_are_told_with_their_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("assessment.toml");
    fs::write(&file, b"schema = 1\ntitle = \"L\xe5ne\"\n").unwrap();
    let problem = assessment::open(&file).unwrap_err().render(false);
    assert!(
        problem.contains("error[S002]: the text in line 2 is not"),
        "{problem}"
    );
}

#[test]
fn a_byte_order_mark_does_not_matter() {
    let folder = tempfile::tempdir().unwrap();
    let sound = fs::read_to_string("tests/assessments/valid/full/assessment.toml").unwrap();
    fs::write(
        folder.path().join("assessment.toml"),
        format!("\u{feff}{sound}"),
    )
    .unwrap();
    assert!(load(folder.path()).is_ok());
}

#[test]
fn a_model_is_named_by_id_or_by_path() {
    let folder = tempfile::tempdir().unwrap();
    let choice = |model: &str| {
        let toml = format!("schema = 1\ntitle = \"x\"\nmodel = '{model}'\n");
        fs::write(folder.path().join("assessment.toml"), toml).unwrap();
        assessment::open(folder.path()).unwrap()
    };
    assert_eq!(choice("tiny").model(), &ModelChoice::Named("tiny".into()));
    assert_eq!(
        choice("./m").model(),
        &ModelChoice::Path(folder.path().join("m"))
    );
    assert_eq!(
        choice("..").model(),
        &ModelChoice::Path(folder.path().join(".."))
    );
    let unknown =
        Diagnostics::from(choice("driftsledelse-2204").unknown_model(["driftsledelse-2024"]));
    let told = unknown.render(false);
    assert!(
        told.contains("error[S007]") && told.contains(":3:9"),
        "{told}"
    );
    assert!(
        told.contains("did you mean `driftsledelse-2024`?"),
        "{told}"
    );
}

#[test]
fn a_very_deep_tree_of_units_is_read() {
    let deep = 5_000;
    let mut toml = "schema = 1\ntitle = \"x\"\nmodel = \"tiny\"\n".to_owned();
    for unit in 0..deep {
        toml += &format!("[[units]]\nid = \"u{unit}\"\n");
        if unit + 1 < deep {
            toml += &format!("parent = \"u{}\"\n", unit + 1);
        }
    }
    toml += "[[waves]]\nid = \"1\"\nanswers = [\"a.csv\"]\n";
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("assessment.toml"), &toml).unwrap();
    let units = load(folder.path()).unwrap().value.units;
    assert_eq!(units.tops().collect::<Vec<_>>(), [deep - 1]);
    assert!(units.parents_first().eq((0..deep).rev()));

    let circle = toml.replace(
        &format!("id = \"u{}\"\n", deep - 1),
        &format!("id = \"u{}\"\nparent = \"u0\"\n", deep - 1),
    );
    fs::write(folder.path().join("assessment.toml"), circle).unwrap();
    let told = load(folder.path()).unwrap_err().render(false);
    assert!(
        told.contains("`u0` in `u1` in `u2` in `u3` in `u4` in `u5` in … in `u0`"),
        "{told}"
    );
}

#[test]
fn the_schema_in_the_repository_is_the_one_that_is_generated() {
    matches(Path::new("schema/assessment.json"), &assessment::schema());
    matches(
        Path::new("schema/mapping.json"),
        &assessment::mapping_schema(),
    );
}

#[test]
fn every_code_has_an_id_of_its_own_and_says_something() {
    let mut ids = std::collections::BTreeSet::new();
    for code in code::all() {
        assert!(ids.insert(code.id), "{} is used twice", code.id);
        assert!(
            code.explanation.len() > 60 && code.explanation.ends_with('.'),
            "{}",
            code.id
        );
        assert!(
            !code.title.is_empty() && !code.title.ends_with('.'),
            "{}",
            code.id
        );
        assert_eq!(code::find(&code.id.to_lowercase()), Some(code));
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn no_change_to_a_file_makes_reading_panic(
        from in 0.0..1.0_f64,
        length in 0_usize..40,
        with in "[a-zæ0-9\\[\\]\"=\\n.# -]{0,12}",
    ) {
        let sound = fs::read_to_string("tests/assessments/valid/full/assessment.toml").unwrap();
        let letters: Vec<char> = sound.chars().collect();
        let start = (letters.len() as f64 * from) as usize;
        let end = (start + length).min(letters.len());
        let changed: String =
            letters[..start].iter().copied().chain(with.chars()).chain(letters[end..].iter().copied()).collect();
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("assessment.toml"), changed).unwrap();
        if let Err(problems) = load(folder.path()) {
            proptest::prop_assert!(problems.has_errors());
            proptest::prop_assert!(problems.render(false).contains("assessment.toml"));
        }
    }
}
