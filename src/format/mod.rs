//! Bytes: a [`View`](crate::view::View) in each output format. A format computes nothing,
//! and makes people's own words inert.

pub mod pdf;
