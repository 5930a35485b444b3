use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::{AgreementArgs, InputArgs, OutputArgs, SelectArgs};

/// Arguments of `plateau compare`.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// What is assessed.
    #[command(flatten)]
    pub input: InputArgs,
    /// What stands side by side
    #[arg(long, value_enum)]
    pub by: By,
    /// Which part of it.
    #[command(flatten)]
    pub select: SelectArgs,
    /// What comes out.
    #[command(flatten)]
    pub output: OutputArgs,
    /// How many layers of sub-units stand side by side [default: 1]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..))]
    pub layers: Option<u8>,
    /// How much is said of agreement.
    #[command(flatten)]
    pub agreement: AgreementArgs,
    /// The date on the report, instead of the assessment's
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
}

/// What stands side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// The units within the chosen one
    Unit,
    /// The roles of those who answered
    Role,
    /// The points in time
    Wave,
}
