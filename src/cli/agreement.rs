use clap::{Args, ValueEnum};

/// How much is said of how far people agree.
#[derive(Debug, Clone, Copy, Args)]
pub struct AgreementArgs {
    /// Add agreement over the whole model: Krippendorff's alpha, and ICC(1) and ICC(2) of each practice
    #[arg(long, value_enum, value_name = "WHAT")]
    pub agreement: Option<Agreement>,
}

/// What is said of how far people agree, beside what is said of each practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Agreement {
    /// The whole model
    Full,
}

impl AgreementArgs {
    /// Whether agreement over the whole model is wanted.
    pub fn is_full(self) -> bool {
        self.agreement == Some(Agreement::Full)
    }
}
