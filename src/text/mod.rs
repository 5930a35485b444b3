//! The program's own words, one file a language, and how numbers are written in it.

pub mod charts;
