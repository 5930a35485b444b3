//! The tests' attack and what it is made with.

#[path = "../../../tests/scoring/attack/mod.rs"]
pub mod attack;
#[path = "../../../tests/scoring/linear.rs"]
pub mod linear;
#[path = "../../../tests/scoring/random.rs"]
pub mod random;
#[path = "../../../tests/scoring/waves.rs"]
pub mod waves;
