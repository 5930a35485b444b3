//! What disks, pipes, links and kills do to a run: never a panic, never half a file under a
//! report's name, never an old report lost.

mod reading;
mod size;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::support::run::plateau;

const ANSWERS: &str = "praksis;niveau\nPLA-4;3\nPRO-1;2\n";
const OLD: &[u8] = b"the old report";

/// A folder with sound answers in it.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("svar.csv"), ANSWERS).unwrap();
    folder
}

/// Runs a shell's line with the program as `$P`.
fn shell(folder: &Path, line: &str) -> Output {
    Command::new("sh")
        .args(["-c", line])
        .env("P", env!("CARGO_BIN_EXE_plateau"))
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// Everything in a folder by name, without what a killed run could not take away.
fn holds(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let named = entries.map(|entry| (entry.file_name().into_string().unwrap(), entry.path()));
    named
        .filter(|(name, _)| !name.starts_with(".plateau-"))
        .map(|(name, path)| (name, fs::read(path).unwrap()))
        .collect()
}

/// The reports of [`REPORT`], whole.
fn whole() -> BTreeMap<String, Vec<u8>> {
    let folder = folder();
    let run = shell(folder.path(), &format!("exec {REPORT}"));
    assert!(run.status.success(), "{run:?}");
    holds(folder.path())
}

const REPORT: &str = "\"$P\" report svar.csv -o a.md -o b.html -o c.json";
const NAMES: [&str; 3] = ["a.md", "b.html", "c.json"];

/// The most blocks that a shell's limit lets a file have until the run ends well.
const STEPS: usize = 4000;

#[test]
fn killed_at_any_step_of_writing_a_run_leaves_every_report_old_or_whole() {
    let new = whole();
    let (mut step, mut killed) = (0, 0);
    loop {
        assert!(step < STEPS, "the limit never let the run end");
        let folder = folder();
        for name in NAMES {
            fs::write(folder.path().join(name), OLD).unwrap();
        }
        // A file that grows beyond the limit kills who writes it, in the middle of the file.
        let run = shell(folder.path(), &format!("ulimit -f {step}; exec {REPORT}"));
        let found = holds(folder.path());
        if run.status.success() {
            assert_eq!(found, new);
            break;
        }
        assert_eq!(run.status.code(), None, "not killed but {run:?}");
        for name in NAMES {
            assert!(
                found[name] == OLD || found[name] == new[name],
                "{name} is half written after step {step}"
            );
        }
        killed += 1;
        step += 1 + step / 4;
    }
    assert!(killed > 5, "killed {killed} times only");
}

#[test]
fn a_full_disk_is_said_and_leaves_the_old_reports_and_nothing_beside_them() {
    for limit in [0, 16] {
        let folder = folder();
        for name in NAMES {
            fs::write(folder.path().join(name), OLD).unwrap();
        }
        let line = format!("trap '' XFSZ; ulimit -f {limit}; exec {REPORT}");
        let run = shell(folder.path(), &line);
        assert_eq!(run.status.code(), Some(2), "{run:?}");
        let said = String::from_utf8(run.stderr).unwrap();
        assert!(said.contains("error[C001]") && said.contains("cannot be written"));
        assert!(!said.contains(".plateau-"), "{said}");
        let found = holds(folder.path());
        assert!(NAMES.iter().all(|name| found[*name] == OLD));
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1 + NAMES.len()
        );
    }
}

#[test]
fn a_folder_of_reports_that_fails_half_way_is_left_as_it_was() {
    /// The blocks that a shell's limit counts in, in bytes.
    const BLOCK: usize = 512;
    let folder = tempfile::tempdir().unwrap();
    let mut answers = "respondent;enhed;PRO-1;PRO-2\n".to_owned();
    for person in 0..18 {
        let unit = ["nord", "syd", "vest"][person / 6];
        answers += &format!("r{person};{unit};{};3\n", 1 + person % 5);
    }
    fs::write(folder.path().join("svar.csv"), answers).unwrap();
    let report = |limit: &str, to: &str| {
        let line = format!("trap '' XFSZ; {limit} exec \"$P\" report svar.csv --per-unit {to}");
        shell(folder.path(), &line)
    };
    assert!(report("", "der").status.success());
    let there = folder.path().join("der");
    let sizes: BTreeMap<String, usize> = holds(&there)
        .into_iter()
        .map(|(name, bytes)| (name, bytes.len()))
        .collect();
    // The parts' reports can be written, but not the one on the whole, which comes last.
    let whole = sizes["overview.html"];
    let parts = sizes.values().filter(|size| **size != whole).max().unwrap();
    let limit = format!("ulimit -f {};", parts.div_ceil(BLOCK));
    assert!(whole > parts.next_multiple_of(BLOCK), "{sizes:?}");
    for name in sizes.keys() {
        fs::write(there.join(name), OLD).unwrap();
    }
    for to in ["der", "nyt/her"] {
        let run = report(&limit, to);
        assert_eq!(run.status.code(), Some(2), "{run:?}");
        let said = String::from_utf8(run.stderr).unwrap();
        assert!(said.contains("error[C001]"), "{said}");
    }
    assert_eq!(fs::read_dir(&there).unwrap().count(), sizes.len());
    assert!(holds(&there).values().all(|bytes| bytes == OLD));
    assert!(!folder.path().join("nyt").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_and_a_folder_nobody_may_write_to_are_said() {
    let folder = folder();
    for target in ["/dev/full", "/proc/report.md"] {
        for format in ["markdown", "json", "csv"] {
            plateau(["score", "svar.csv", "--format", format, "-o", target])
                .within(folder.path())
                .saying("error[C001]")
                .saying(target)
                .exits(2);
        }
    }
    let run = shell(folder.path(), "exec \"$P\" score svar.csv >/dev/full");
    assert_eq!(run.status.code(), Some(2), "{run:?}");
}

#[test]
fn a_reader_who_goes_away_ends_the_run_in_silence() {
    let folder = folder();
    for command in [
        "score svar.csv",
        "score svar.csv --format json",
        "score svar.csv --format csv",
        "check svar.csv",
        "man",
        "model show",
    ] {
        let line = format!("{{ \"$P\" {command}; echo $? >&2; }} | true");
        let run = shell(folder.path(), &line);
        assert_eq!(String::from_utf8(run.stderr).unwrap(), "0\n", "{command}");
    }
}

#[test]
fn an_answers_file_is_never_written_to_by_whatever_name() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name);
    symlink("svar.csv", path("link.csv")).unwrap();
    symlink("link.csv", path("chain.csv")).unwrap();
    symlink(".", path("here")).unwrap();
    for name in [
        "svar.csv",
        "./svar.csv",
        "link.csv",
        "chain.csv",
        "here/svar.csv",
    ] {
        plateau(["score", "svar.csv", "-o", name])
            .within(folder.path())
            .saying("error[C002]")
            .exits(2);
    }
    // Another name of the same file gets a file of its own.
    fs::hard_link(path("svar.csv"), path("other.csv")).unwrap();
    plateau(["score", "svar.csv", "-o", "other.csv"])
        .within(folder.path())
        .exits(0);
    assert_eq!(fs::read_to_string(path("svar.csv")).unwrap(), ANSWERS);
    assert_ne!(fs::read_to_string(path("other.csv")).unwrap(), ANSWERS);
}

#[test]
fn links_as_outputs_keep_pointing_where_they_did() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("real.md"), OLD).unwrap();
    symlink("real.md", path("link.md")).unwrap();
    symlink("circle.md", path("circle.md")).unwrap();
    let score = |name: &str| plateau(["score", "svar.csv", "-o", name]).within(folder.path());
    score("link.md").exits(0);
    assert!(fs::symlink_metadata(path("link.md")).unwrap().is_symlink());
    assert_ne!(fs::read(path("real.md")).unwrap(), OLD);
    score("link.md/x.md").saying("error[C001]").exits(2);
    score(".").saying("error[").exits(2);
}

#[test]
fn a_folder_in_the_place_of_one_report_keeps_all_from_being_written() {
    let folder = folder();
    fs::write(folder.path().join("a.md"), OLD).unwrap();
    fs::create_dir(folder.path().join("b.html")).unwrap();
    plateau(["report", "svar.csv", "-o", "a.md", "-o", "b.html"])
        .within(folder.path())
        .saying("error[C001]")
        .saying("`b.html` is a folder")
        .exits(2);
    assert_eq!(fs::read(folder.path().join("a.md")).unwrap(), OLD);
    plateau(["report", "svar.csv", "--per-unit", "a.md"])
        .within(folder.path())
        .saying("error[C001]")
        .exits(2);
    assert_eq!(fs::read(folder.path().join("a.md")).unwrap(), OLD);
}

#[test]
fn a_set_up_nested_a_hundred_thousand_deep_is_refused() {
    const DEEP: usize = 100_000;
    let nested =
        |open: &str, close: &str| format!("title = {}1{}", open.repeat(DEEP), close.repeat(DEEP));
    let keys = vec!["a"; DEEP].join(".") + " = 1";
    for rest in [nested("[", "]"), nested("{a=", "}"), keys] {
        let folder = folder();
        let text = format!("schema = 1\n{rest}\n");
        fs::write(folder.path().join("assessment.toml"), text).unwrap();
        plateau(["score", "."])
            .within(folder.path())
            .saying("error[S00")
            .exits(2);
    }
}

#[test]
fn two_outputs_that_are_one_file_are_refused_however_they_are_written() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("a.md"), OLD).unwrap();
    symlink("a.md", path("link.md")).unwrap();
    symlink(".", path("here")).unwrap();
    fs::create_dir(path("dele")).unwrap();
    for line in [
        "score svar.csv -o a.md -o ./a.md",
        "score svar.csv -o a.md -o link.md",
        "score svar.csv -o b.md -o here/b.md",
        "report svar.csv -o dele/overview.html --per-unit dele",
        "report svar.csv -o dele/overview.html --per-unit here/dele",
        "form -o f.csv -o ./f.csv",
        "chart staircase svar.csv -o c.svg -o here/c.svg",
    ] {
        plateau(line.split(' '))
            .within(folder.path())
            .saying("error[C013]: two outputs go to")
            .exits(2);
    }
    assert_eq!(fs::read(path("a.md")).unwrap(), OLD);
    // Two names of one file get a file each: neither is written into the other.
    fs::hard_link(path("a.md"), path("too.md")).unwrap();
    plateau("score svar.csv -o a.md -o too.md".split(' '))
        .within(folder.path())
        .exits(0);
    assert_eq!(
        fs::read(path("a.md")).unwrap(),
        fs::read(path("too.md")).unwrap()
    );
}

#[test]
fn no_file_of_a_folder_of_reports_or_charts_replaces_what_is_read() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name);
    let set_up = "schema = 1\n[[units]]\nid = \"hus\"\n[[units]]\nid = \"svar\"\nparent = \"hus\"\n\
        [[waves]]\nid = \"1\"\nanswers = [\"svar.csv\"]\n[report]\nlogo = \"radar.svg\"\n";
    fs::write(path("assessment.toml"), set_up).unwrap();
    let answers = "praksis;enhed;niveau\nPLA-4;hus;3\nPLA-4;svar;2\n";
    fs::write(path("svar.csv"), answers).unwrap();
    let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9v9z\"/></svg>";
    fs::write(path("radar.svg"), logo).unwrap();
    for line in [
        "report . --per-unit . --format csv",
        "chart --all . -o . --format svg",
        "score . --format markdown -o assessment.toml",
        "score . --format markdown -o radar.svg",
    ] {
        plateau(line.split(' '))
            .within(folder.path())
            .saying("error[C002]")
            .exits(2);
    }
    assert_eq!(fs::read_to_string(path("svar.csv")).unwrap(), answers);
    assert_eq!(fs::read_to_string(path("radar.svg")).unwrap(), logo);
    assert_eq!(holds(folder.path()).len(), 3);
}
