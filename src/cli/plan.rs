use std::path::PathBuf;

use clap::Args;
use clap::builder::RangedU64ValueParser;
use jiff::civil::Date;

use super::{InputArgs, OutputArgs, SelectArgs};

/// Arguments of `plateau plan`.
#[derive(Debug, Args)]
pub struct PlanArgs {
    /// What is assessed.
    #[command(flatten)]
    pub input: InputArgs,
    /// The most steps in an iteration
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = RangedU64ValueParser::<u16>::new().range(1..))]
    pub at_once: u16,
    /// How many iterations ahead
    #[arg(long, value_name = "M", default_value_t = 3, value_parser = RangedU64ValueParser::<u16>::new().range(1..))]
    pub iterations: u16,
    /// Last time's plan, filled in since: says what became of it
    #[arg(long, value_name = "FILE")]
    pub plan: Option<PathBuf>,
    /// Which part of it.
    #[command(flatten)]
    pub select: SelectArgs,
    /// What comes out.
    #[command(flatten)]
    pub output: OutputArgs,
    /// The date on the plan, instead of the assessment's
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
}
