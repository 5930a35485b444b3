//! The full report: the same numbers in every format, and nobody else's in a unit's own.

use plateau::format::{FORMATS, Style, find};
use plateau::view::Extent;
use serde_json::Value;

use crate::support::run::plateau;

const EXAMPLE: &str = "examples/laane-service";

fn scored(format: &str) -> String {
    plateau(["score", EXAMPLE, "--lang", "da", "--format", format])
        .printing_anything()
        .exits(0)
}

/// The words of a page, one table row a line, its cells between bars.
pub fn words_of_page(html: &str) -> String {
    let mut words = html.to_owned();
    for (from, until) in [
        ("<style", "</style>"),
        ("<script", "</script>"),
        ("<svg", "</svg>"),
    ] {
        while let Some(start) = words.find(from) {
            let length = words[start..].find(until).unwrap() + until.len();
            words.replace_range(start..start + length, "");
        }
    }
    let mut text = String::new();
    for piece in words.split('<') {
        let (tag, after) = piece.split_once('>').unwrap_or(("", piece));
        text += match tag.split(' ').next().unwrap() {
            "/td" | "/th" => " | ",
            "/tr" | "/p" | "/li" | "/h1" | "/h2" | "/h3" | "/h4" | "/caption" | "/div"
            | "/summary" => "\n",
            _ => "",
        };
        text += after;
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

/// The cells of the row with a practice's level, mean, n, points and standing.
fn row<'a>(text: &'a str, id: &str) -> Vec<&'a str> {
    let rows = text.lines().map(|line| {
        let cells = line.trim_matches(|c| c == '|' || c == ' ').split('|');
        cells.map(str::trim).collect::<Vec<&str>>()
    });
    let mut of_practice = rows.filter(|cells| {
        let first = cells[0].replace("**", "");
        cells.len() == 6 && first.split(' ').next() == Some(id)
    });
    of_practice
        .next()
        .unwrap_or_else(|| panic!("no row of {id}"))
}

fn assert_shows(cell: &str, value: &Value, half: f64) {
    match value.as_f64() {
        None => assert!(cell == "–" || cell == "■", "{cell} for {value}"),
        Some(value) => {
            let shown: f64 = cell.replace(',', ".").parse().unwrap();
            assert!((shown - value).abs() <= half + 1e-9, "{cell} for {value}");
        }
    }
}

#[test]
fn every_practice_has_the_record_s_numbers_in_words_and_on_the_page() {
    let json: Value = serde_json::from_str(&scored("json")).unwrap();
    let wave = json["waves"].as_array().unwrap().last().unwrap();
    let practices = wave["units"][0]["practices"].as_array().unwrap();
    assert!(practices.len() > 3);
    for text in [scored("markdown"), words_of_page(&scored("html"))] {
        for practice in practices {
            let cells = row(&text, practice["id"].as_str().unwrap());
            assert_shows(cells[2], &practice["mean"], 0.05);
            assert_shows(cells[3], &practice["n"], 0.0);
            assert_shows(cells[4], &practice["points"], 0.05);
        }
    }
}

#[test]
fn every_unit_that_may_be_shown_gets_a_report_that_names_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("units");
    let target = target.to_str().unwrap();
    for format in ["html", "json"] {
        plateau(["report", EXAMPLE, "--per-unit", target, "--format", format]).exits(0);
        let mut names: Vec<String> = std::fs::read_dir(target)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(format))
            .collect();
        names.sort();
        let expected = ["erhvervslaan", "overview", "privatlaan", "realkredit"];
        assert_eq!(names, expected.map(|name| format!("{name}.{format}")));
        let own = std::fs::read_to_string(format!("{target}/realkredit.{format}")).unwrap();
        assert!(own.contains("Realkredit"));
        for other in ["Privatlån", "Erhvervslån", "Særlige engagementer"] {
            assert!(!own.contains(other), "{format} {other}");
        }
    }
    let own = std::fs::read_to_string(format!("{target}/realkredit.json")).unwrap();
    let own: Value = serde_json::from_str(&own).unwrap();
    for wave in own["waves"].as_array().unwrap() {
        let units = wave["units"].as_array().unwrap();
        assert!(units.iter().all(|unit| unit["id"] == "realkredit"));
        assert_eq!(units.len(), 1);
    }
}

#[test]
fn a_report_needs_somewhere_to_go() {
    let said = plateau(["report", EXAMPLE]).saying_anything().exits(2);
    assert_eq!(said, "");
}

#[test]
fn a_report_that_cannot_be_made_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let [good, bad] = ["a.md", "a.nonsense"].map(|name| folder.path().join(name));
    plateau([
        "report",
        EXAMPLE,
        "-o",
        good.to_str().unwrap(),
        "-o",
        bad.to_str().unwrap(),
    ])
    .saying_anything()
    .exits(2);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn charts_stand_in_the_formats_that_show_them_and_not_in_the_terminal() {
    let page = scored("html");
    assert!(page.matches("<svg").count() >= 8);
    let words = scored("markdown");
    assert!(words.contains("> Plateau 1 er ikke nået"));
    let terminal = find("terminal").unwrap();
    let all = Style {
        verbose: true,
        ..Style::default()
    };
    assert!(terminal.extent(&Style::default()) < terminal.extent(&all));
    let extents = || FORMATS.iter().map(|format| format.extent(&all));
    assert!(extents().all(|e| e >= terminal.extent(&all) || e == Extent::Numbers));
}
