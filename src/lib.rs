//! plateau: maturity assessments from answers to report.

pub mod assessment;
pub mod chart;
pub mod diagnostic;
pub mod finding;
pub mod intake;
pub mod model;
pub mod scoring;
pub mod text;
pub mod view;
