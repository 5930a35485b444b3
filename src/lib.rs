//! plateau: maturity assessments from answers to report.

pub mod assessment;
pub mod diagnostic;
pub mod finding;
pub mod format;
pub mod intake;
pub mod model;
pub mod scoring;
pub mod view;
