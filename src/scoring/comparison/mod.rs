//! Groups side by side: a unit's parts, its roles, and what was moderated beside what was
//! answered.
//!
//! Everything here is made from a scorecard, and so from nothing but what may be shown.

mod moderated;
mod roles;
mod units;

pub use moderated::{ModerationGap, moderation_gaps};
pub use roles::{DisciplineGap, PerceptionGap, RoleComparison, Voice, roles_side_by_side};
pub use units::{PartScore, Reach, Spread, UnitComparison, units_side_by_side};
