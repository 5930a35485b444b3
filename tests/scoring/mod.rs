//! The numbers, checked against METHOD by hand and by random undertakings.

mod answers;
mod attack;
mod comments;
mod comparison;
mod gates;
mod hand_calculated;
mod linear;
mod model_agreement;
mod privacy;
mod properties;
pub mod random;
mod units;
mod waves;
