//! A plan's files, which people fill in and which are read back.

use crate::support::run::plateau;

const EXAMPLE: &str = "examples/laane-service";

fn written(language: &str) -> String {
    let csv = ["--lang", language, "--format", "csv"];
    plateau(["plan", EXAMPLE])
        .with(csv)
        .printing_anything()
        .exits(0)
}

#[test]
fn the_csv_is_read_back_in_both_languages_and_says_what_became_of_it() {
    for (language, delimiter, done, sentence) in [
        (
            "da",
            ';',
            "gjort",
            "Gjort, men det kan ikke ses i tallene endnu: PRO-3 → 3.",
        ),
        (
            "en",
            ',',
            "done",
            "Done, but it does not show in the figures yet: PRO-3 → 3.",
        ),
    ] {
        let csv = written(language);
        let mut lines: Vec<String> = csv.lines().map(str::to_owned).collect();
        let heads: Vec<&str> = lines[0].split(delimiter).collect();
        let status = heads.iter().position(|head| *head == "Status").unwrap();
        // The cells behind the status are few and plain; those before it may be quoted.
        let from_end = heads.len() - status;
        let mut cells: Vec<String> = lines[1]
            .rsplitn(from_end + 1, delimiter)
            .map(str::to_owned)
            .collect();
        done.clone_into(&mut cells[from_end - 1]);
        cells.reverse();
        lines[1] = cells.join(&delimiter.to_string());
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.csv");
        std::fs::write(&path, lines.join("\n")).unwrap();
        let file = path.to_str().unwrap();
        for command in ["plan", "report"] {
            let said = plateau([command, EXAMPLE, "--plan", file, "--lang", language])
                .with(["-o", "-", "--format", "markdown"])
                .printing_anything()
                .exits(0);
            let said = said.replace("**", "");
            assert!(said.contains(sentence), "{command}: {said}");
        }
        let json = plateau(["plan", EXAMPLE, "--plan", file, "--format", "json"])
            .printing_anything()
            .exits(0);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let followed = &json["plan"]["followed"];
        assert_eq!(followed["actions"][0]["outcome"], "without_effect");
        assert_eq!(followed["actions"][1]["outcome"], "not_addressed");
        assert_eq!(followed["untouched"], serde_json::json!([]));
    }
}

#[test]
fn a_plan_for_another_unit_is_read_with_a_warning() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.csv");
    std::fs::write(&path, written("da")).unwrap();
    let file = path.to_str().unwrap();
    plateau(["plan", EXAMPLE, "--plan", file, "--unit", "realkredit"])
        .printing_anything()
        .saying("warning[P003]")
        .saying("--unit laane-service")
        .exits(0);
}

#[test]
fn last_time_s_plan_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.csv");
    std::fs::write(&path, written("da")).unwrap();
    let file = path.to_str().unwrap();
    plateau(["plan", EXAMPLE, "--plan", file, "-o", file])
        .saying("error[C002]")
        .exits(2);
}

#[test]
fn a_plan_that_is_not_there_is_said_to_be_missing() {
    plateau(["plan", EXAMPLE, "--plan", "no-such-plan.csv"])
        .saying("no-such-plan.csv")
        .exits(2);
}

#[test]
fn the_example_s_first_step_is_its_nearest_blocker() {
    let csv = written("da");
    assert!(
        csv.starts_with('\u{feff}'),
        "Danish spreadsheets need the mark"
    );
    let first = csv.lines().nth(1).unwrap();
    assert!(first.starts_with("1;PRO-3;Forretnings- og driftsstandarder;løft;2;3;"));
}
