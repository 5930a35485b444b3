//! Answers files → responses.

mod bench;
mod cells;
mod faults;
mod files;
mod properties;
mod recurring;
mod respondents;
mod units;
