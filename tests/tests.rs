//! All integration tests.

// A test may stop at whatever it did not expect.
#![allow(clippy::unwrap_used)]

mod charts;
