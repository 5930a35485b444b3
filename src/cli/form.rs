use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{InputArgs, ModelArgs, SelectArgs, form_formats, languages};

/// Arguments of `plateau form`.
#[derive(Debug, Args)]
#[command(
    override_usage = "plateau form [INPUT] -o <FILE>\n       plateau form --moderation <INPUT>... -o <FILE>"
)]
pub struct FormArgs {
    /// An assessment.toml or the folder that holds it [default: the model's plain questionnaire];
    /// with --moderation, answers files too
    #[arg(value_name = "INPUT")]
    pub input: Vec<PathBuf>,
    /// The sheet on which a facilitator settles levels, filled in from the answers
    #[arg(long, requires = "input")]
    pub moderation: bool,
    /// Ask only this plateau (1), discipline (PLA) or practice (PLA-4); may be given several times
    #[arg(
        long,
        value_name = "PART",
        value_delimiter = ',',
        conflicts_with = "moderation"
    )]
    pub only: Vec<String>,
    /// Write the questionnaire for one role, which is then not asked
    #[arg(long, value_name = "ROLE", conflicts_with = "moderation")]
    pub split: Option<String>,
    /// How a .csv or .xlsx questionnaire is laid out
    #[arg(long, value_enum, value_name = "LAYOUT", conflicts_with = "moderation")]
    pub layout: Option<Layout>,
    /// How many rows for respondents a questionnaire of a row each has
    #[arg(long, value_name = "N", conflicts_with = "moderation")]
    pub respondents: Option<u16>,
    /// Which part of the assessment.
    #[command(flatten)]
    pub select: SelectArgs,
    /// The file to write; its ending chooses the format; may be given several times; `-` is
    /// standard output
    #[arg(short, long, value_name = "FILE", required = true)]
    pub output: Vec<PathBuf>,
    /// The format, whatever the file's ending says
    #[arg(long, value_name = "NAME", value_parser = form_formats())]
    pub format: Option<String>,
    /// The form's language (default: the assessment's, else Danish)
    #[arg(long, value_parser = languages())]
    pub lang: Option<String>,
    /// The model.
    #[command(flatten)]
    pub model: ModelArgs,
    /// Count cells of the answers that are no answer as blank
    #[arg(long, requires = "moderation")]
    pub lenient: bool,
}

/// How a questionnaire is laid out as a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Layout {
    /// A row a practice: one assessor's or a workshop's reading of a unit.
    Sheet,
    /// A row a respondent.
    Wide,
    /// A row a practice, and each file is one respondent's.
    Person,
}

impl FormArgs {
    /// What is assessed.
    pub fn input(&self) -> InputArgs {
        InputArgs {
            input: self.input.clone(),
            model: self.model.clone(),
            lenient: self.lenient,
            layout: None,
        }
    }
}
