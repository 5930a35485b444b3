//! The command line as types, and nothing else.

mod agreement;
mod answer;
mod compare;
mod form;
mod plan;

pub use agreement::{Agreement, AgreementArgs};
pub use answer::AnswerArgs;
pub use compare::{By, CompareArgs};
pub use form::{FormArgs, Layout};
pub use plan::PlanArgs;

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;

use crate::format::FORMATS;
use crate::format::form::FORM_FORMATS;
use crate::format::image::IMAGES;
use crate::text::LANGUAGES;

/// Maturity assessments from answers to report: which plateau a unit has reached, and what holds it back.
#[derive(Debug, Parser)]
#[command(name = "plateau", version, max_term_width = 100)]
#[command(after_help = "\
Thirty seconds to the first result:
  plateau init my-unit            an assessment folder with an empty answer sheet
  plateau score my-unit           what the answers say
  plateau check my-unit           what was read, and every problem in it

Exit codes: 0 done; 1 done, but --require names a plateau that is not reached; 2 nothing written.")]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// How to speak to the person at the terminal.
    #[command(flatten)]
    pub console: ConsoleArgs,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Score answers and print the plateau summary
    Score(ScoreArgs),
    /// Write the full report with its charts, for the whole and for each unit
    Report(ReportArgs),
    /// Set units, roles or waves side by side
    Compare(CompareArgs),
    /// Say what to do next, in plateau order, and what became of the last plan
    Plan(PlanArgs),
    /// Draw one chart, or with --all every chart that applies
    Chart(ChartArgs),
    /// Read everything and report what was detected and every problem; compute nothing
    Check(CheckArgs),
    /// Write the questionnaire, or a sheet to moderate what was answered
    Form(FormArgs),
    /// Answer the questionnaire here, one practice at a time; go on later where you left off
    Answer(AnswerArgs),
    /// Start an assessment folder: a commented assessment.toml and an empty answer sheet
    Init(InitArgs),
    /// Show, check or export the model
    #[command(subcommand)]
    Model(ModelCommand),
    /// Say what a practice, level, finding or diagnostic code means
    Explain(ExplainArgs),
    /// Print a shell completion script
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Print the manual page (roff)
    Man,
}

/// How to speak to the person at the terminal.
#[derive(Debug, Clone, Args)]
pub struct ConsoleArgs {
    /// When to colour; `auto` honours NO_COLOR and colours terminals only
    #[arg(long, value_enum, default_value_t = Colour::Auto, global = true, value_name = "WHEN")]
    pub color: Colour,
    /// Print no warnings
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Arguments of `plateau score`.
#[derive(Debug, Args)]
pub struct ScoreArgs {
    /// What is assessed.
    #[command(flatten)]
    pub input: InputArgs,
    /// Which part of it.
    #[command(flatten)]
    pub select: SelectArgs,
    /// What comes out.
    #[command(flatten)]
    pub output: OutputArgs,
    /// How much is said of agreement.
    #[command(flatten)]
    pub agreement: AgreementArgs,
    /// The date on the report, instead of the assessment's
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// Exit with 1 unless this plateau is reached
    #[arg(long, value_name = "PLATEAU")]
    pub require: Option<usize>,
    /// Levels to assume for practices of the unit, such as PLA-4=3,PRO-3=3
    #[arg(long, value_name = "PRACTICE=LEVEL", value_delimiter = ',')]
    pub what_if: Vec<String>,
}

/// Arguments of `plateau report`.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// What is assessed.
    #[command(flatten)]
    pub input: InputArgs,
    /// Which part of it.
    #[command(flatten)]
    pub select: SelectArgs,
    /// A file to write; its ending chooses the format; may be given several times
    #[arg(short, long, value_name = "FILE", required_unless_present = "per_unit")]
    pub output: Vec<PathBuf>,
    /// A folder for one report on the whole and one on each unit that may be shown
    #[arg(long, value_name = "DIR")]
    pub per_unit: Option<PathBuf>,
    /// The format, whatever a file's ending says [default for --per-unit: html]
    #[arg(long, value_name = "NAME", value_parser = formats())]
    pub format: Option<String>,
    /// The report's language (default: the assessment's, else Danish)
    #[arg(long, value_parser = languages())]
    pub lang: Option<String>,
    /// How much is said of agreement.
    #[command(flatten)]
    pub agreement: AgreementArgs,
    /// The date on the report, instead of the assessment's
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    /// Last time's plan, filled in since: the report says what became of it
    #[arg(long, value_name = "FILE")]
    pub plan: Option<PathBuf>,
}

/// Arguments of `plateau chart`.
#[derive(Debug, Args)]
#[command(
    override_usage = "plateau chart <KIND> <INPUT>... -o <FILE>\n       plateau chart --all <INPUT>... -o <DIR>"
)]
pub struct ChartArgs {
    /// The kind (staircase, profile, radar, distribution, heatmap, gap or trend), then the
    /// answers files, or one assessment.toml or the folder that holds it
    #[arg(required = true, value_name = "WORDS")]
    pub words: Vec<PathBuf>,
    /// Draw every chart that applies, into a folder
    #[arg(long)]
    pub all: bool,
    /// The file to write; its ending chooses the format; with --all the folder
    #[arg(short, long, required = true, value_name = "FILE")]
    pub output: Vec<PathBuf>,
    /// The format, whatever the file's ending says
    #[arg(long, value_name = "NAME", value_parser = images())]
    pub format: Option<String>,
    /// How many points across a PNG is
    #[arg(long, value_name = "POINTS", conflicts_with = "scale")]
    pub width: Option<u32>,
    /// How many points a PNG has for each pixel of the drawing [default: 2]
    #[arg(long, value_name = "FACTOR")]
    pub scale: Option<f64>,
    /// In which order a distribution shows its practices [default: discipline]
    #[arg(long, value_enum, value_name = "ORDER")]
    pub sort: Option<Sort>,
    /// Which part of the assessment.
    #[command(flatten)]
    pub select: SelectArgs,
    /// The chart's language (default: the assessment's, else Danish)
    #[arg(long, value_parser = languages())]
    pub lang: Option<String>,
    /// The model.
    #[command(flatten)]
    pub model: ModelArgs,
    /// Count cells that are no answer as blank
    #[arg(long)]
    pub lenient: bool,
    /// How every answers file is laid out [default: told from each file itself]
    #[arg(long, value_name = "NAME", value_parser = layouts())]
    pub layout: Option<String>,
}

/// In which order a distribution shows its practices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Sort {
    /// As the model does, under their disciplines.
    Discipline,
    /// By the share of answers at the gate's level or higher.
    Share,
}

impl ChartArgs {
    /// What is assessed: the words, without the kind where one stands before them.
    pub fn input(&self, is_kind_named: bool) -> InputArgs {
        InputArgs {
            input: self.words[usize::from(is_kind_named)..].to_vec(),
            model: self.model.clone(),
            lenient: self.lenient,
            layout: self.layout.clone(),
        }
    }
}

/// Arguments of `plateau check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// What is assessed.
    #[command(flatten)]
    pub input: InputArgs,
    /// Tell of every column what it was taken as
    #[arg(short, long)]
    pub verbose: bool,
    /// Write what could be worked out of the columns, for a person to complete, as a part of
    /// assessment.toml: a new file, or `-` for standard output
    #[arg(long, value_name = "FILE")]
    pub write_mapping: Option<PathBuf>,
}

/// Arguments of `plateau init`.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The folder to make; it must be new or empty
    pub dir: PathBuf,
    /// The model the answer sheet is for.
    #[command(flatten)]
    pub model: ModelArgs,
    /// The language of the comments and the answer sheet
    #[arg(long, value_parser = languages())]
    pub lang: Option<String>,
}

/// What to do with the model.
#[derive(Debug, Subcommand)]
pub enum ModelCommand {
    /// Show the whole model, or one practice or level of it
    Show {
        /// A practice (PLA-4, or its name) or a level (3, or its name).
        id: Option<String>,
        /// The model.
        #[command(flatten)]
        model: ModelArgs,
        /// What comes out.
        #[command(flatten)]
        output: OutputArgs,
    },
    /// Check a model folder against every rule
    Check {
        /// The folder that holds model.toml.
        dir: PathBuf,
        /// An overlay to lay over it first.
        #[arg(long, value_name = "PATH")]
        overlay: Option<PathBuf>,
    },
    /// Write a copy of the built-in model to edit
    Export {
        /// The folder to make; it must be new or empty.
        dir: PathBuf,
    },
}

/// Arguments of `plateau explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// A practice (PLA-4), a level (3), a finding (blocker) or a diagnostic code (A004)
    pub word: String,
    /// The model.
    #[command(flatten)]
    pub model: ModelArgs,
    /// What comes out.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// What is assessed.
#[derive(Debug, Args)]
pub struct InputArgs {
    /// Answers files, or one assessment.toml or the folder that holds it; `-` is standard input
    #[arg(required = true, value_name = "INPUT")]
    pub input: Vec<PathBuf>,
    /// The model.
    #[command(flatten)]
    pub model: ModelArgs,
    /// Count cells that are no answer as blank, and say how many there were
    #[arg(long)]
    pub lenient: bool,
    /// How every answers file is laid out [default: told from each file itself]
    #[arg(long, value_name = "NAME", value_parser = layouts())]
    pub layout: Option<String>,
}

/// The model.
#[derive(Debug, Clone, Args)]
pub struct ModelArgs {
    /// A model folder to use instead of the built-in model
    #[arg(long, value_name = "DIR")]
    pub model: Option<PathBuf>,
    /// Level names, anchors and plateau placement to lay over the model (a file or a folder)
    #[arg(long, value_name = "PATH")]
    pub overlay: Option<PathBuf>,
}

/// Which unit and wave.
#[derive(Debug, Args)]
pub struct SelectArgs {
    /// The unit to report on, by id or name (default: the first top unit)
    #[arg(long, value_name = "ID")]
    pub unit: Option<String>,
    /// The wave to report on, by id or name (default: the latest)
    #[arg(long, value_name = "ID")]
    pub wave: Option<String>,
}

/// What comes out, and in which language.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// Write to a file instead of the terminal; its ending chooses the format; `-` is standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Vec<PathBuf>,
    /// The format, whatever the file's ending says
    #[arg(long, value_name = "NAME", value_parser = formats())]
    pub format: Option<String>,
    /// The report's language (default: the assessment's, else Danish)
    #[arg(long, value_parser = languages())]
    pub lang: Option<String>,
    /// Show everything in the terminal, not only the summary
    #[arg(short, long)]
    pub verbose: bool,
}

fn formats() -> PossibleValuesParser {
    FORMATS.iter().map(|format| format.name).into()
}

fn images() -> PossibleValuesParser {
    IMAGES.iter().map(|image| image.name).into()
}

fn form_formats() -> PossibleValuesParser {
    FORM_FORMATS.iter().map(|format| format.name).into()
}

fn layouts() -> PossibleValuesParser {
    let layouts = crate::intake::layouts().map(|layout| layout.name);
    layouts.collect::<Vec<_>>().into()
}

fn languages() -> PossibleValuesParser {
    LANGUAGES.iter().map(|language| language.code).into()
}
