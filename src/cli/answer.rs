use std::path::PathBuf;

use clap::Args;

use super::{ModelArgs, languages};

/// Arguments of `plateau answer`.
#[derive(Debug, Args)]
pub struct AnswerArgs {
    /// An assessment.toml, or the folder that holds one [default: the model alone]
    #[arg(value_name = "INPUT")]
    pub input: Option<PathBuf>,
    /// The sheet (.csv) that the answers go into; one that is there is gone on with
    #[arg(short, long, value_name = "FILE", required = true)]
    pub output: PathBuf,
    /// The unit that is answered about, by id or name (default: the first top unit)
    #[arg(long, value_name = "ID")]
    pub unit: Option<String>,
    /// The wave that is answered, by id or name (default: the latest)
    #[arg(long, value_name = "ID")]
    pub wave: Option<String>,
    /// Ask only about these plateaus (1), disciplines (PLA) or practices (PLA-4)
    #[arg(long, value_name = "PART", value_delimiter = ',')]
    pub only: Vec<String>,
    /// The language of questions and answers (default: the assessment's, else Danish)
    #[arg(long, value_parser = languages())]
    pub lang: Option<String>,
    /// The model.
    #[command(flatten)]
    pub model: ModelArgs,
}
