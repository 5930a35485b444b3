//! The parts of the report, one file a part.

mod blockers;
mod disagreement;
mod disciplines;
mod findings;
mod method;
mod moderated;
mod next;
mod notes;
mod plateaus;
mod result;
mod roles;
mod settled;
mod tailoring;
mod units;

use super::{Scene, Section};

/// Composes a section; none where it has nothing to say.
type Compose = fn(&Scene) -> Option<Section>;

/// Every section, in the report's order: those of the summary first.
pub(super) static SECTIONS: &[Compose] = &[
    result::compose,
    plateaus::compose,
    blockers::compose,
    disagreement::compose,
    next::compose,
    notes::compose,
    findings::compose,
    disciplines::compose,
    units::compose,
    roles::compose,
    moderated::compose,
    settled::compose,
    tailoring::compose,
    method::compose,
];
