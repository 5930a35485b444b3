//! All integration tests, in one binary.

// A test may stop at whatever it did not expect.
#![allow(clippy::unwrap_used)]

mod answer;
mod architecture;
mod assessment;
mod bad_input;
mod branding;
mod charts;
mod check;
mod comments;
mod compare;
#[cfg(unix)]
mod faults;
mod form;
mod formats;
mod golden;
mod hostile;
mod html;
mod intake;
mod model;
mod numbers;
mod pdf;
mod pictures;
mod plan;
mod questionnaire;
mod readme;
mod report;
mod scoring;
mod security;
mod straight_lining;
mod suggestions;
mod support;
mod tiny;
mod versions;
mod words;
mod xlsx;
