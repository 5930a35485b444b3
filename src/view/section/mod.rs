//! The parts of the report, one file a part.

mod blockers;
mod change;
mod director;
mod disagreement;
mod disciplines;
mod figure;
mod findings;
mod method;
mod moderated;
mod next;
mod notes;
mod plan;
mod plateaus;
mod practices;
mod result;
mod roles;
mod settled;
mod stages;
mod tailoring;
mod units;

use super::{Scene, Section};

/// Composes a section; none where it has nothing to say.
pub(super) type Compose = fn(&Scene) -> Option<Section>;

/// The sections of the summary, in order.
pub(super) static SUMMARY: &[Compose] = &[
    result::compose,
    plateaus::compose,
    blockers::compose,
    disagreement::compose,
    next::compose,
    notes::compose,
];

/// The sections of the full report, in order: what was reached on one page, then what is
/// behind it, then how it was made.
pub(super) static REPORT: &[Compose] = &[
    director::compose,
    stages::compose,
    disciplines::compose,
    disagreement::compose_all,
    roles::compose,
    units::compose,
    change::compose,
    plan::compose,
    findings::compose,
    practices::compose,
    moderated::compose,
    settled::compose,
    tailoring::compose,
    notes::compose_last,
    method::compose,
];
