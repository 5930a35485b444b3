use std::path::PathBuf;

use clap::Args;

use super::{InputArgs, SelectArgs, form_formats, languages};

/// Arguments of `plateau form`.
#[derive(Debug, Args)]
pub struct FormArgs {
    /// What is assessed.
    #[command(flatten)]
    pub input: InputArgs,
    /// The sheet on which a facilitator settles levels, filled in from the answers
    #[arg(long, required = true)]
    pub moderation: bool,
    /// Which part of the assessment.
    #[command(flatten)]
    pub select: SelectArgs,
    /// The file to write (.xlsx or .csv); may be given several times; `-` is standard output
    #[arg(short, long, value_name = "FILE", required = true)]
    pub output: Vec<PathBuf>,
    /// The format, whatever the file's ending says
    #[arg(long, value_name = "NAME", value_parser = form_formats())]
    pub format: Option<String>,
    /// The form's language (default: the assessment's, else Danish)
    #[arg(long, value_parser = languages())]
    pub lang: Option<String>,
}
