use crate::support::run::plateau;
use plateau::format::FORMATS;

const EXAMPLE: &str = "examples/laane-service";

#[test]
fn an_assumption_is_said_to_be_one_in_every_format_and_language() {
    for (language, mark) in [("da", "Hvad nu hvis?"), ("en", "What if?")] {
        for format in FORMATS.iter().filter(|format| format.is_text) {
            let said = plateau(["score", EXAMPLE, "--what-if", "PRO-3=3,PLA-5=3"])
                .with(["--lang", language, "--format", format.name])
                .printing_anything()
                .exits(0);
            let mark = match format.name {
                "json" => "\"what_if\": [\n    {",
                "csv" => "what_if",
                _ => mark,
            };
            assert!(said.contains(mark), "{} in {language}", format.name);
            if format.name == "html" {
                // On every chart too: a drawing is cut out and passed on by itself.
                let on_charts = [
                    "En antagelse, ikke et resultat",
                    "An assumption, not a result",
                ];
                assert!(on_charts.iter().any(|words| said.contains(words)));
            }
        }
    }
}

#[test]
fn an_assumed_result_is_what_require_judges() {
    let all = "PRO-3=3,PLA-5=3,PRS-2=3,PLA-8=3,PLA-3=3";
    let judged = |assumed: &str, code: i32| {
        plateau(["score", EXAMPLE, "--require", "1", "--what-if", assumed])
            .printing_anything()
            .exits(code)
    };
    judged(all, 0);
    let open = judged("PRO-3=3,PLA-5=3,PRS-2=3,PLA-8=3", 1);
    assert!(open.contains("uafklaret"));
    assert!(!judged(all, 0).contains("Enheden har nået"));
}

#[test]
fn an_assumption_that_cannot_be_made_is_refused() {
    let tailored = "FOR-2=3";
    for (assumed, code) in [
        ("PRO-3", "P005"),
        ("PRO-3=", "P005"),
        ("PRO-3=3,PRO-3=4", "P005"),
        ("PRX-3=3", "P006"),
        ("PRO-3=9", "P006"),
        (tailored, "P007"),
    ] {
        plateau(["score", EXAMPLE, "--what-if", assumed])
            .saying(&format!("error[{code}]"))
            .saying("argument `")
            .exits(2);
    }
}

#[test]
fn a_plan_fits_the_terminal_and_goes_no_faster_than_asked() {
    for language in ["da", "en"] {
        for at_once in ["1", "5", "40"] {
            let said = plateau(["plan", EXAMPLE, "--lang", language, "--at-once", at_once])
                .printing_anything()
                .exits(0);
            // A command is copied whole, so it is never broken.
            let mut words = said.lines().filter(|line| !line.starts_with("    $ "));
            assert_eq!(words.find(|line| line.chars().count() > 80), None);
        }
    }
    plateau(["plan", EXAMPLE, "--at-once", "0"])
        .saying("--at-once")
        .exits(2);
}

#[test]
fn a_plan_of_nothing_or_of_what_is_hidden_is_still_a_plan() {
    let nothing = plateau(["plan", "-"])
        .reading("practice;level\nPRO-1;\n")
        .printing_anything()
        .saying_anything()
        .exits(0);
    assert!(nothing.contains("ikke svaret"));
    let two = "respondent,PRO-1,PRO-3\n1,2,3\n2,2,2\n";
    let hidden = plateau(["plan", "-"])
        .reading(two)
        .printing_anything()
        .saying_anything()
        .exits(0);
    assert!(hidden.contains("PRO-3") && hidden.contains("skjult"));
}
