//! What happens to files while they are read, and files that never end.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use serde_json::Value;

use super::{OLD, folder, shell};
use crate::support::run::plateau;

/// A long table of answers, several times as much as is at hand at a time.
fn long() -> String {
    let mut text = "respondent;enhed;PRO-1;PLA-4\n".to_owned();
    for person in 0..60_000 {
        text += &format!("p{person};hold {};{};3\n", person % 7, 1 + person % 5);
    }
    text
}

/// Ends what goes on meanwhile, also where the test fails.
struct Over<'a>(&'a AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[test]
fn a_file_that_changes_while_it_is_read_is_read_or_refused_and_breaks_nothing() {
    let (folder, long, is_over) = (folder(), long(), AtomicBool::new(false));
    let path = folder.path().join("lang.csv");
    fs::write(&path, &long).unwrap();
    thread::scope(|scope| {
        // It is cut short and made whole again in place, as a synchronising program does.
        scope.spawn(|| {
            for step in 0.. {
                if is_over.load(Ordering::Relaxed) {
                    break;
                }
                let kept = long.len() * (step % 7) / 7;
                let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
                file.set_len(kept as u64).unwrap();
                drop(file);
                fs::write(&path, &long).unwrap();
            }
        });
        let _over = Over(&is_over);
        for _ in 0..12 {
            fs::write(folder.path().join("a.md"), OLD).unwrap();
            let run = shell(folder.path(), "exec \"$P\" score lang.csv -o a.md");
            let said = String::from_utf8(run.stderr).unwrap();
            let report = fs::read(folder.path().join("a.md")).unwrap();
            match run.status.code() {
                Some(0) => assert!(report.len() > 1000 && report != OLD),
                Some(2) => assert!(said.contains("error[A0") && report == OLD, "{said}"),
                other => panic!("{other:?}: {said}"),
            }
        }
    });
}

#[test]
fn a_long_pipe_is_read_as_the_file_is_and_hashed_alike() {
    let folder = folder();
    fs::write(folder.path().join("lang.csv"), long()).unwrap();
    let numbers = |line: &str| -> Value {
        let run = shell(folder.path(), &format!("{line} --format json"));
        assert!(run.status.success());
        let mut numbers: Value = serde_json::from_slice(&run.stdout).unwrap();
        numbers["inputs"][0]["name"].take();
        numbers
    };
    let of_file = numbers("\"$P\" score lang.csv");
    assert_eq!(of_file["inputs"][0]["rows"], 60_000);
    assert_eq!(numbers("cat lang.csv | \"$P\" score -"), of_file);
}

#[cfg(target_os = "linux")]
#[test]
fn answers_without_end_are_refused_within_little_memory() {
    let folder = folder();
    for (line, code) in [
        ("\"$P\" score /dev/zero", "error[A002]"),
        (
            "yes 'en sætning' | head -c 300000000 | \"$P\" score -",
            "error[A00",
        ),
    ] {
        let run = shell(folder.path(), &format!("ulimit -v 300000; {line}"));
        let said = String::from_utf8(run.stderr).unwrap();
        assert!(
            run.status.code() == Some(2) && said.contains(code),
            "{said}"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_set_up_or_a_logo_without_end_is_refused_within_little_memory() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name);
    let set_up = |rest: &str| {
        let text = format!("schema = 1\n{rest}\n[[waves]]\nid = \"1\"\nanswers = [\"svar.csv\"]\n");
        fs::write(path("assessment.toml"), text).unwrap();
    };
    for (rest, line) in [
        ("", "score . --overlay /dev/zero"),
        ("[report]\nlogo = \"/dev/zero\"", "score ."),
    ] {
        set_up(rest);
        let run = shell(
            folder.path(),
            &format!("ulimit -v 500000; exec \"$P\" {line}"),
        );
        let said = String::from_utf8(run.stderr).unwrap();
        assert_eq!(run.status.code(), Some(2), "{line}: {said}");
        assert!(said.contains("more than"), "{line}: {said}");
    }
}

#[test]
fn commands_that_are_to_be_copied_name_the_file_and_run_nothing_else() {
    for name in [
        "$(touch fanget).csv",
        "a; touch fanget; b.csv",
        "`touch fanget`.csv",
        "it's & \"x\".csv",
        "=touch fanget.csv",
        "-v.csv|touch fanget",
    ] {
        let folder = folder();
        let given = format!("./{name}");
        let answers = "praksis;niveau\nPLA-4;3\nPRO-1;2\n";
        fs::write(folder.path().join(name), answers).unwrap();
        let mut said = plateau(["plan", &given])
            .within(folder.path())
            .printing_anything()
            .exits(0);
        said += &plateau(["init", &format!("ny {name}")])
            .within(folder.path())
            .printing_anything()
            .exits(0);
        let commands: Vec<&str> = said
            .lines()
            .map(|line| line.trim_start().trim_start_matches("$ "))
            .filter_map(|line| line.strip_prefix("plateau "))
            .collect();
        assert!(commands.len() > 1, "{said}");
        for command in commands {
            // Each word as the shell hands it over, between the marks.
            let run = shell(
                folder.path(),
                &format!("plateau() {{ printf '<%s>' \"$@\"; }}; plateau {command}"),
            );
            let words = String::from_utf8(run.stdout).unwrap();
            let is_named =
                words.contains(&format!("<{given}>")) || words.contains(&format!("<ny {name}>"));
            assert!(run.status.success() && is_named, "{command}: {words}");
        }
        assert!(!folder.path().join("fanget").exists(), "{name}");
    }
}
