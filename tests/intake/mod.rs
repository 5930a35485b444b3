//! Answers files → responses.

mod bench;
mod cells;
mod comments;
mod faults;
mod files;
mod foreign;
mod headers;
mod hostile;
pub mod opendocument;
mod person;
mod properties;
mod quick;
mod recurring;
mod respondents;
mod surveyxact;
mod tools;
mod units;
pub mod workbooks;
