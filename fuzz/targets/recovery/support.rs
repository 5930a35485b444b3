//! What the tests build undertakings with.

#[path = "../../../tests/support/model.rs"]
pub mod model;
#[path = "../../../tests/support/undertaking.rs"]
pub mod undertaking;
#[path = "../../../tests/support/waves.rs"]
pub mod waves;
