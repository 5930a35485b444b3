//! Results on standard output, diagnostics on standard error.

use std::io::{self, BufRead, ErrorKind, IsTerminal, Read, Write};

use crate::cli::{Colour, ConsoleArgs};
use crate::diagnostic::{Diagnostics, inert};
use crate::format::{Body, Style};

use super::Exit;
use super::progress::Progress;

/// The person at the terminal, and how they want to be spoken to.
pub struct Console {
    colour: Colour,
    quiet: bool,
}

impl Console {
    /// A console as asked for on the command line.
    pub fn new(arguments: &ConsoleArgs) -> Self {
        Self {
            colour: arguments.color,
            quiet: arguments.quiet,
        }
    }

    /// How to set text for standard output.
    pub fn style(&self, verbose: bool) -> Style {
        Style {
            colour: self.colours(io::stdout().is_terminal()),
            verbose,
            ..Style::default()
        }
    }

    /// Writes a result to standard output.
    ///
    /// # Errors
    /// If standard output cannot be written; a closed pipe is told apart in [`Console::failure`].
    pub fn print(&self, bytes: &[u8]) -> io::Result<()> {
        self.print_body(&bytes.into())
    }

    /// As [`Console::print`], of what may be made while it is written.
    ///
    /// # Errors
    /// As [`Console::print`].
    pub fn print_body(&self, body: &Body<'_>) -> io::Result<()> {
        let mut stdout = io::stdout().lock();
        body.write_to(&mut stdout)?;
        stdout.flush()
    }

    /// Asks for a line of standard input; `None` where there are no more. What no terminal has
    /// shown while it was typed is shown behind the question.
    ///
    /// # Errors
    /// If standard input cannot be read, or standard output not written.
    pub fn ask(&self, question: &str) -> io::Result<Option<String>> {
        const LONGEST: u64 = 1 << 16;
        self.print(question.as_bytes())?;
        let stdin = io::stdin();
        let mut line = Vec::new();
        stdin.lock().take(LONGEST).read_until(b'\n', &mut line)?;
        let is_over = line.is_empty();
        let line = String::from_utf8_lossy(&line);
        let line = line.trim_end_matches(['\r', '\n']);
        if is_over || !stdin.is_terminal() {
            self.print(format!("{}\n", inert(line)).as_bytes())?;
        }
        Ok((!is_over).then(|| line.to_owned()))
    }

    /// Says what the person should know; errors are always said.
    pub fn warn(&self, problems: &Diagnostics) {
        if problems.is_empty() || (self.quiet && !problems.has_errors()) {
            return;
        }
        let text = problems.render(self.colours(io::stderr().is_terminal()));
        // Nothing can be said about standard error being closed.
        let _ = io::stderr().write_all(text.as_bytes());
    }

    /// Whether problems on standard output are to be coloured.
    pub fn colours_stdout(&self) -> bool {
        self.colours(io::stdout().is_terminal())
    }

    /// Long work in so many steps, to be watched at a terminal.
    pub fn progress(&self, steps: usize) -> Progress {
        Progress::new(steps, self.quiet)
    }

    /// Says why the run stops, and how it ends.
    pub fn failure(&self, error: &anyhow::Error) -> Exit {
        if let Some(problems) = error.downcast_ref::<Diagnostics>() {
            self.warn(problems);
            return Exit::Refused;
        }
        if let Some(failure) = error.downcast_ref::<io::Error>()
            && failure.kind() == ErrorKind::BrokenPipe
        {
            return Exit::Done;
        }
        let _ = writeln!(io::stderr(), "error: {error:#}");
        Exit::Refused
    }

    fn colours(&self, terminal: bool) -> bool {
        match self.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => {
                terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            }
        }
    }
}

/// Prints what clap has to say: help and version on standard output, the rest on standard error.
pub fn usage(error: &clap::Error) -> Exit {
    let _ = error.print();
    match error.exit_code() {
        0 => Exit::Done,
        _ => Exit::Refused,
    }
}
