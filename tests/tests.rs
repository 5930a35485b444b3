//! All integration tests.

#[cfg(feature = "pdf")]
mod pdf;
