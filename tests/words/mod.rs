//! Findings, the program's words, and the report composed of them.

#![allow(clippy::unwrap_used)] // a test may fail where it cannot go on

mod finding;
mod fixture;
mod reading;
mod speech;
mod text;
mod view;
