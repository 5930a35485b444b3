//! The numbers, checked against METHOD by hand and by random undertakings.

mod answers;
mod attack;
mod comments;
mod gates;
mod hand_calculated;
mod linear;
mod privacy;
mod properties;
mod random;
mod units;
mod waves;
