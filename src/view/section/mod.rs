//! The parts of the report, one file a part.

mod blockers;
mod carried;
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

use super::{Extent, Scene, Section, Topic};

/// Composes a section; none where it has nothing to say.
pub(super) type Compose = fn(&Scene) -> Option<Section>;

/// The sections of a report, in order.
pub(super) fn of(topic: Topic, extent: Extent) -> &'static [Compose] {
    match (topic, extent) {
        (Topic::Whole, Extent::Summary) => SUMMARY,
        (Topic::Whole, Extent::Full | Extent::Illustrated) => REPORT,
        (Topic::Units, _) => UNITS,
        (Topic::Roles, _) => ROLES,
        (Topic::Waves, _) => WAVES,
    }
}

/// The sections of the summary, in order.
static SUMMARY: &[Compose] = &[
    result::compose,
    plateaus::compose,
    blockers::compose,
    disagreement::compose,
    next::compose,
    notes::compose,
];

/// The sections of the full report, in order: what was reached on one page, then what is
/// behind it, then how it was made.
static REPORT: &[Compose] = &[
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

/// Units side by side.
static UNITS: &[Compose] = &[units::compose, notes::compose_last];

/// Roles side by side.
static ROLES: &[Compose] = &[roles::compose, notes::compose_last];

/// Waves side by side.
static WAVES: &[Compose] = &[change::compose, notes::compose_last];
