//! Answers files → responses.

mod bench;
mod cells;
mod comments;
mod faults;
mod files;
mod properties;
mod quick;
mod recurring;
mod respondents;
mod units;
mod workbooks;
