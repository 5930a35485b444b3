//! Which words people write for one and the same thing.

/// What two ways of writing a name have in common: case and white space do not count.
pub fn folded(name: &str) -> String {
    name.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}
