//! What findings are made of.

use schemars::JsonSchema;
use serde::Serialize;

use crate::scoring::StraightLined;

/// A practice that a fragile gate hangs on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FragilePracticeRecord {
    /// Its id.
    pub practice: String,
    /// How many would have to drop below the gate's level before it fails.
    pub margin: u64,
}

/// A practice and the day its evidence is from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DatedPracticeRecord {
    /// Its id.
    pub practice: String,
    /// The day, as `YYYY-MM-DD`.
    pub date: String,
}

/// A plateau and its mean.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PlateauMeanRecord {
    /// Its number.
    pub plateau: usize,
    /// The mean of its scored practices' points.
    pub mean: f64,
}

/// People who gave one and the same level to all the practices they rated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StraightLinedRecord {
    /// How many did.
    pub people: u64,
    /// How many answered anything in the wave.
    pub respondents: u64,
}

impl StraightLinedRecord {
    pub(super) fn new(straight: StraightLined) -> Self {
        let StraightLined {
            people,
            respondents,
        } = straight;
        Self {
            people,
            respondents,
        }
    }
}
