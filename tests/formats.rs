//! Every format, on a report built by hand.

pub mod markdown;
pub mod sample;
mod schema;

use std::path::Path;

use plateau::format::{FORMATS, Format, Style, find};
use plateau::view::View;
use serde_json::Value;

pub use crate::support::hostile::HOSTILE;
pub use sample::sample_view;
use sample::{everything, sample_record};

fn rendered(view: &View, format: &str, style: &Style) -> String {
    String::from_utf8(
        find(format)
            .unwrap()
            .render(view, style)
            .unwrap()
            .value
            .into_bytes(),
    )
    .unwrap()
}

fn texts() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(|format| format.is_text)
}

fn plain(view: &View, format: &str) -> String {
    rendered(view, format, &Style::default())
}

/// Whether a terminal or editor would do something with it.
fn acts(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Compares with a file beside this one; `UPDATE=1` writes it.
fn assert_same_as_file(path: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, actual).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected == actual,
        "{} differs; UPDATE=1 cargo test rewrites it:\n{actual}",
        path.display()
    );
}

#[test]
fn each_format_says_what_it_said_before() {
    let view = sample_view("Låneservice");
    for format in texts() {
        let path = format!(
            "tests/formats/expected/{}.{}",
            format.name, format.endings[0]
        );
        assert_same_as_file(&path, &plain(&view, format.name));
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for said in HOSTILE {
        for format in FORMATS {
            let style = Style::default();
            assert_eq!(
                format
                    .render(&sample_view(said), &style)
                    .unwrap()
                    .value
                    .into_bytes(),
                format
                    .render(&sample_view(said), &style)
                    .unwrap()
                    .value
                    .into_bytes(),
            );
        }
    }
}

#[test]
fn no_format_hands_a_terminal_anything_it_acts_on() {
    for said in HOSTILE {
        for format in texts() {
            let text = plain(&sample_view(said), format.name);
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            assert_eq!(text.chars().find(|&c| acts(c)), None, "{said:?} {text}");
        }
    }
}

#[test]
fn a_colourful_terminal_gets_the_same_words_in_the_same_places() {
    for said in HOSTILE {
        let view = sample_view(said);
        let style = Style {
            colour: true,
            verbose: true,
            ..Style::default()
        };
        let colourful = rendered(&view, "terminal", &style);
        assert!(colourful.contains("\u{1b}[1;35mAAA-1\u{1b}[0m"));
        let codes = ["\u{1b}[1m", "\u{1b}[1;35m", "\u{1b}[2m", "\u{1b}[0m"];
        let stripped = codes
            .iter()
            .fold(colourful, |text, code| text.replace(code, ""));
        let style = Style {
            colour: false,
            ..style
        };
        assert_eq!(stripped, rendered(&view, "terminal", &style));
    }
}

#[test]
fn terminal_lines_fit_the_width_except_for_commands() {
    use unicode_width::UnicodeWidthStr;
    let said = "Kundevendt driftsledelsesopfølgning på tværs af afdelingerne";
    for width in [60, 80, 100, 140] {
        let style = Style {
            width,
            verbose: true,
            ..Style::default()
        };
        let text = rendered(&sample_view(said), "terminal", &style);
        for line in text.lines().filter(|line| !line.contains("$ ")) {
            assert!(line.width() <= usize::from(width), "{width}: {line}");
        }
        assert!(text.contains(" 1.309\n"), "{text}");
    }
}

#[test]
fn a_summary_leaves_the_details_out() {
    let view = sample_view("Låneservice");
    let short = plain(&view, "terminal");
    let long = rendered(
        &view,
        "terminal",
        &Style {
            verbose: true,
            ..Style::default()
        },
    );
    assert_eq!(short.matches("Plateauer").count(), 1);
    assert_eq!(long.matches("Plateauer").count(), view.sections.len());
}

#[test]
fn a_hidden_practice_carries_no_figures() {
    let json: Value = serde_json::from_str(&plain(&sample_view("x"), "json")).unwrap();
    let figures = [
        "n",
        "dont_know",
        "not_relevant",
        "blank",
        "coverage",
        "counts",
        "mean",
        "sd",
        "median",
        "share_at_gate",
        "margin",
        "agreement",
    ];
    let practice = &json["waves"][0]["units"][0]["practices"][1];
    assert_eq!(practice["hidden"], true);
    for figure in figures {
        assert_eq!(practice.get(figure), Some(&Value::Null), "{figure}");
    }
    assert_eq!(practice["level"], 3);
    assert_eq!(practice["moderated"]["reason"], "x");

    let csv = plain(&sample_view("x"), "csv");
    let rows: Vec<&str> = csv
        .lines()
        .filter(|row| row.starts_with("1;all;;practice;AAA-2;"))
        .map(|row| row.trim_start_matches("1;all;;practice;AAA-2;"))
        .collect();
    assert_eq!(
        rows,
        [
            "discipline;AAA",
            "plateau;1",
            "hidden;1",
            "status;scored",
            "level;3",
            "moderated_level;3",
            "points;3",
            "standing;not_common",
        ]
    );
}

#[test]
fn a_record_is_of_the_unit_that_was_asked_for() {
    let scope = plateau::view::record::Scope {
        unit: Some(1),
        ..everything()
    };
    let record = sample_record("del", &scope);
    let units: Vec<&str> = record.waves[0]
        .units
        .iter()
        .map(|u| u.id.as_str())
        .collect();
    assert_eq!(units, ["del"]);
    assert_eq!(record.waves[0].units[0].parent.as_deref(), Some("all"));
}

#[test]
fn a_spreadsheet_runs_no_cell() {
    for said in HOSTILE {
        let text = plain(&sample_view(said), "csv");
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b';')
            .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let header: Vec<String> = reader
            .headers()
            .unwrap()
            .iter()
            .map(str::to_owned)
            .collect();
        assert_eq!(header.join(","), "wave,unit,role,kind,id,measure,value");
        let mut seen = false;
        for row in reader.records() {
            let row = row.unwrap();
            for cell in &row {
                let is_number = cell.replace(',', ".").parse::<f64>().is_ok();
                let first = cell.trim_start().chars().next().unwrap_or('x');
                assert!(is_number || !"=+-@".contains(first), "{cell:?}");
                assert!(!cell.contains(['\n', '\r', '\t']), "{cell:?}");
            }
            seen |= &row[1] != "all" && !row[1].is_empty();
        }
        assert!(seen, "the unit {said:?} has no rows");
    }
}

#[test]
fn csv_has_the_numbers_of_the_record_unrounded() {
    let mut view = sample_view("x");
    assert!(plain(&view, "csv").contains("1;all;;practice;AAA-1;mean;2,4444444444444446\n"));
    view.language = "en".to_owned();
    let csv = plain(&view, "csv");
    assert!(csv.starts_with("wave,unit,role,kind,id,measure,value\n"));
    assert!(csv.contains("1,all,,practice,AAA-1,sd,0.8819171036881971\n"));
    assert!(csv.contains("1,all,x,role_practice,AAA-1,mean,2.5\n"));
    assert!(csv.contains("1,all,,role,,hidden,1\n"));
    assert!(csv.contains("1,all,,blocker,AAA-2,unit,x\n"));
}

#[test]
fn csv_writes_small_and_negative_numbers_out() {
    let mut view = sample_view("x");
    let mut record = sample_record("x", &everything());
    record.waves[0].units[0].practices[0].gap = Some(-1e-7);
    view.record = Some(record.into());
    assert!(plain(&view, "csv").contains(";gap;-0,0000001\n"));
}

#[test]
fn json_gives_people_s_words_back_as_they_were() {
    for said in HOSTILE {
        let json: Value = serde_json::from_str(&plain(&sample_view(said), "json")).unwrap();
        assert_eq!(json["assessment"]["title"], *said);
        assert_eq!(json["waves"][0]["units"][1]["id"], *said);
    }
}

#[test]
fn words_without_numbers_come_in_every_format() {
    for said in HOSTILE {
        let mut view = sample_view(said);
        view.record = None;
        for format in texts() {
            let text = plain(&view, format.name);
            assert!(text.contains("Plateauer"), "{text}");
            assert!(!text.contains('\u{1b}'));
        }
        let json: Value = serde_json::from_str(&plain(&view, "json")).unwrap();
        assert_eq!(json["sections"][0]["id"], "plateaus");
    }
}

#[test]
fn the_published_schema_is_the_one_the_record_has() {
    assert_same_as_file("schema/score.json", &plateau::format::schema());
}

#[test]
fn a_record_s_units_stand_as_if_it_were_written_in_one_piece() {
    let view = sample_view("x");
    let record = view.record.as_ref().unwrap().in_full();
    let whole = serde_json::to_string_pretty(&record).unwrap();
    assert_eq!(plain(&view, "json"), format!("{whole}\n"));
}

#[test]
fn a_record_keeps_to_its_schema() {
    let schema: Value = serde_json::from_str(&plateau::format::schema()).unwrap();
    for said in HOSTILE {
        let json: Value = serde_json::from_str(&plain(&sample_view(said), "json")).unwrap();
        assert_eq!(schema::faults(&schema, &json), Vec::<String>::new());
    }
    let broken = serde_json::json!({"schema": "1"});
    assert!(!schema::faults(&schema, &broken).is_empty());
}
