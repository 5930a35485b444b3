//! What answers files say in their own words, as `assessment.toml` explains them.

use crate::diagnostic::Location;
use crate::model::Level;

/// Words of `assessment.toml`, with their place: whether they are of use is seen when the answers
/// are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The words as written.
    pub text: String,
    /// Where they stand.
    pub place: Location,
}

/// Words that stand for an answer beside those that always do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The words.
    pub words: Words,
    /// What they stand for.
    pub meant: Meant,
}

/// What a wording stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// Put at a level.
    Level(Level),
    /// Not able to judge.
    DontKnow,
    /// Does not apply to the unit.
    NotRelevant,
}

impl Meant {
    /// The words of `assessment.toml` for what is no level.
    pub(super) const WORDS: [(&'static str, Self); 2] = [
        ("dont-know", Self::DontKnow),
        ("not-relevant", Self::NotRelevant),
    ];
}

/// Which columns of answers files say whom an answer is from, by their headers, and in what words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Placing {
    /// The column with units.
    pub unit: Option<Words>,
    /// The column with roles.
    pub role: Option<Words>,
    /// The column that tells respondents apart.
    pub respondent: Option<Words>,
    /// The column with waves.
    pub wave: Option<Words>,
    /// What units are called there, with the id or name of each.
    pub units: Vec<(Words, String)>,
    /// What roles are called there, with the id or name of each.
    pub roles: Vec<(Words, String)>,
}
