//! `plateau`: maturity assessments from answers to report.
//!
//! The ten-minute tour follows an answer through the program:
//!
//! ```text
//! model/*.toml ──load──> Model ──────────┐
//! assessment.toml ─load─> Assessment ────┤
//! answers (csv, xlsx) ─read─> Responses ─┴─score─> Scorecard ─find─> Findings ─compose─> View ─render─> bytes
//! ```
//!
//! Answers → numbers → claims → words → bytes. Only reading may refuse; once a [`model::Model`],
//! an [`assessment::Assessment`] and [`intake::Responses`] exist they are valid, and everything
//! behind them is a total function. The modules below stand in the order of the pipeline, and
//! each imports only from those above it; a test reads the `use` lines and keeps it so.

pub mod parallel;

pub mod diagnostic;

pub mod model;

pub mod assessment;

pub mod intake;

pub mod scoring;

pub mod finding;

pub mod text;

pub mod chart;

pub mod view;

pub mod format;

pub mod cli;

mod command;

pub use command::Exit;

/// Runs the program with the arguments of a command line, the program's name first, and
/// returns the process exit code.
pub fn run(arguments: impl IntoIterator<Item = std::ffi::OsString>) -> u8 {
    command::run(arguments).code()
}
