//! Runs the real program and says what must come out.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use super::root;

/// A run of the program to be judged. What is not expected must be empty.
pub struct Run {
    arguments: Vec<String>,
    folder: PathBuf,
    stdin: Vec<u8>,
    stdout: Expected,
    stderr: Expected,
}

enum Expected {
    Empty,
    Anything,
    Containing(Vec<String>),
}

/// `plateau` with these arguments, in the repository's root.
pub fn plateau<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Run {
    Run {
        arguments: arguments.into_iter().map(str::to_owned).collect(),
        folder: root(""),
        stdin: Vec::new(),
        stdout: Expected::Empty,
        stderr: Expected::Empty,
    }
}

impl Run {
    /// With more arguments.
    pub fn with<'a>(mut self, arguments: impl IntoIterator<Item = &'a str>) -> Self {
        self.arguments
            .extend(arguments.into_iter().map(str::to_owned));
        self
    }

    /// Runs in another folder.
    pub fn within(mut self, folder: impl Into<PathBuf>) -> Self {
        self.folder = folder.into();
        self
    }

    /// Gives it something to read on standard input.
    pub fn reading(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.stdin = bytes.into();
        self
    }

    /// Standard output may hold anything; the caller looks.
    pub fn printing_anything(mut self) -> Self {
        self.stdout = Expected::Anything;
        self
    }

    /// Standard output must hold this, and may hold more.
    pub fn printing(mut self, part: &str) -> Self {
        self.stdout = self.stdout.and(part);
        self
    }

    /// Standard error may hold anything.
    pub fn saying_anything(mut self) -> Self {
        self.stderr = Expected::Anything;
        self
    }

    /// Standard error must hold this, and may hold more.
    pub fn saying(mut self, part: &str) -> Self {
        self.stderr = self.stderr.and(part);
        self
    }

    /// Runs it and checks the exit code and both outputs; returns standard output.
    ///
    /// # Panics
    /// If anything is not as expected.
    pub fn exits(self, code: i32) -> String {
        let output = self.execute();
        let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        let line = self.arguments.join(" ");
        let context = format!("plateau {line}\n--- stdout\n{stdout}\n--- stderr\n{stderr}");
        assert_eq!(output.status.code(), Some(code), "exit code of {context}");
        self.stdout.check(&stdout, "standard output", &context);
        self.stderr.check(&stderr, "standard error", &context);
        stdout
    }

    fn execute(&self) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_plateau"))
            .args(&self.arguments)
            .current_dir(&self.folder)
            .env_remove("NO_COLOR")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that refuses its arguments closes standard input unread.
        let _ = child.stdin.take().unwrap().write_all(&self.stdin);
        child.wait_with_output().unwrap()
    }
}

impl Expected {
    fn and(self, part: &str) -> Self {
        let mut parts = match self {
            Self::Containing(parts) => parts,
            _ => Vec::new(),
        };
        parts.push(part.to_owned());
        Self::Containing(parts)
    }

    fn check(&self, text: &str, name: &str, context: &str) {
        match self {
            Self::Empty => assert!(text.is_empty(), "{name} must be empty: {context}"),
            Self::Anything => {}
            Self::Containing(parts) => {
                for part in parts {
                    assert!(
                        text.contains(part.as_str()),
                        "{name} lacks `{part}`: {context}"
                    );
                }
            }
        }
    }
}
