//! What each subcommand does. The only place where stages are put in a row, where anything
//! is printed, and where files are written.

mod answer;
mod chart;
mod check;
mod compare;
mod completions;
mod console;
mod explain;
mod form;
mod init;
mod model;
mod output;
mod pipeline;
mod plan;
mod progress;
mod report;
mod score;
mod staging;
mod study;
mod typed;
mod what_if;

use std::ffi::OsString;

use clap::Parser;

use crate::cli::{Cli, Command};
use crate::diagnostic::Diagnostics;
use console::Console;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Everything asked for was done.
    Done,
    /// Everything was done, but a plateau that was required is not reached.
    NotReached,
    /// Nothing was written.
    Refused,
}

impl Exit {
    /// The process exit code.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::NotReached => 1,
            Self::Refused => 2,
        }
    }
}

/// Runs the program with the arguments of a command line, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => return console::usage(&error),
    };
    let mut console = Console::new(&cli.console);
    match dispatch(&cli.command, &mut console) {
        Ok(exit) => exit,
        Err(error) => console.failure(&error),
    }
}

fn dispatch(command: &Command, console: &mut Console) -> anyhow::Result<Exit> {
    match command {
        Command::Score(arguments) => score::run(arguments, console),
        Command::Report(arguments) => report::run(arguments, console),
        Command::Compare(arguments) => compare::run(arguments, console),
        Command::Plan(arguments) => plan::run(arguments, console),
        Command::Chart(arguments) => chart::run(arguments, console),
        Command::Check(arguments) => check::run(arguments, console),
        Command::Form(arguments) => form::run(arguments, console),
        Command::Answer(arguments) => answer::run(arguments, console),
        Command::Init(arguments) => init::run(arguments, console),
        Command::Model(arguments) => model::run(arguments, console),
        Command::Explain(arguments) => explain::run(arguments, console),
        Command::Completions { shell } => completions::shell(*shell, console),
        Command::Man => completions::manual(console),
    }
}

/// Stops with one problem.
fn refuse<T>(problem: crate::diagnostic::Diagnostic) -> anyhow::Result<T> {
    Err(Diagnostics::from(problem).into())
}
