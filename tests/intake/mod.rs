//! Answers files → responses.

mod bench;
mod cells;
mod comments;
mod faults;
mod files;
mod foreign;
mod properties;
mod recurring;
mod respondents;
mod units;
mod workbooks;
