//! Which groups of people are large enough to be shown (METHOD, "Anonymity: parts and rest").

mod roles;
mod units;

pub(super) use roles::shown_splits;
pub(super) use units::shown_cells;
pub use units::{Visibility, shown_units};

/// Whether a group is empty or large enough: what may be told from everything shown together.
fn holds(people: u64, minimum: u64) -> bool {
    people == 0 || people >= minimum
}
