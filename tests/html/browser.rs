//! The page in a real browser: `browser/check.mjs` drives Chromium.

mod questionnaire;

use std::path::Path;
use std::process::Command;

use super::report::whole;
use super::{TRAPS, rendered, saying};

/// Opens pages in Chromium and does with them what `how` says.
pub fn check(how: &str, pages: &[(&str, String)]) {
    let folder = tempfile::tempdir().unwrap();
    check_in(folder.path(), how, pages);
}

fn check_in(folder: &Path, how: &str, pages: &[(&str, String)]) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/html/browser/check.mjs");
    let mut command = Command::new("node");
    command.arg(script).arg(how);
    for (name, html) in pages {
        let path = folder.join(format!("{name}.html"));
        std::fs::write(&path, html).unwrap();
        command.arg(path);
    }
    let output = command.output().unwrap();
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        output.status.success() && said(&output.stdout) == "all well\n",
        "{}{}",
        said(&output.stdout),
        said(&output.stderr)
    );
}

#[test]
#[ignore = "needs Debian's chromium"]
fn tables_sort_and_filter_and_cards_fold() {
    check("use", &[("da", rendered(&whole("da", "")))]);
    check("use", &[("en", rendered(&whole("en", "")))]);
}

#[test]
#[ignore = "needs Debian's chromium"]
fn an_accessibility_checker_finds_nothing_on_a_phone_or_a_desktop() {
    let pages = [
        ("da", rendered(&whole("da", "En kommentar"))),
        ("en", rendered(&whole("en", "A comment"))),
    ];
    check("axe", &pages);
}

#[test]
#[ignore = "needs Debian's chromium"]
fn a_trap_in_people_s_words_fires_nothing() {
    let names: Vec<String> = (0..TRAPS.len()).map(|i| format!("trap-{i}")).collect();
    let pages: Vec<(&str, String)> = names
        .iter()
        .zip(TRAPS)
        .map(|(name, said)| (name.as_str(), rendered(&saying(said))))
        .collect();
    check("open", &pages);
}

/// Writes PNG and PDF to look at beside the pages.
#[test]
#[ignore = "needs Debian's chromium"]
fn the_page_can_be_looked_at() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("html");
    std::fs::create_dir_all(&folder).unwrap();
    check_in(
        &folder,
        "shot",
        &[("da", rendered(&whole("da", "En kommentar")))],
    );
    for file in ["phone.light.png", "desktop.dark.png", "pdf"] {
        let size = std::fs::metadata(folder.join(format!("da.html.{file}")))
            .unwrap()
            .len();
        assert!(size > 50_000, "{file}");
    }
}
