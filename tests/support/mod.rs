//! What all integration tests share.

pub mod hostile;
pub mod model;
pub mod organisation;
pub mod run;
pub mod scorecard;
pub mod undertaking;
pub mod waves;

use std::fs;
use std::path::{Path, PathBuf};

/// A path below the repository's root.
pub fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Compares with a kept file, or rewrites it when `UPDATE` is set.
///
/// # Panics
/// If they differ.
pub fn expect_file(path: &Path, actual: &[u8]) {
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, actual).unwrap();
        return;
    }
    let expected = fs::read(path).unwrap_or_default();
    assert!(
        expected == actual,
        "{} is out of date (UPDATE=1 cargo test rewrites it); now:\n{}",
        path.display(),
        String::from_utf8_lossy(actual)
    );
}
