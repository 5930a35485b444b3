//! The parts of the report, one file a part.

mod agreement;
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
mod own;
pub(super) mod plan;
mod plateaus;
mod practices;
mod result;
mod roles;
mod settled;
mod stages;
mod tailoring;
mod units;
mod what_if;

use super::{Extent, Scene, Section, Topic};

/// Composes a section; none where it has nothing to say.
pub(super) type Compose = fn(&Scene) -> Option<Section>;

/// The sections of a report, in order; `wanted` are those of the full report by their ids, where
/// not all are.
pub(super) fn of(topic: Topic, extent: Extent, wanted: Option<&[String]>) -> Vec<Compose> {
    match (topic, extent) {
        (_, Extent::Numbers) => Vec::new(),
        (Topic::Whole, Extent::Summary) => SUMMARY.to_vec(),
        (Topic::Whole, Extent::Full | Extent::Illustrated) => {
            std::iter::once(what_if::compose as Compose)
                .chain(full(wanted))
                .collect()
        }
        (Topic::Units, _) => UNITS.to_vec(),
        (Topic::Roles, _) => ROLES.to_vec(),
        (Topic::Waves, _) => WAVES.to_vec(),
        (Topic::Plan, _) => PLAN.to_vec(),
    }
}

/// The ids of the full report's sections, in the usual order.
pub fn sections() -> impl Iterator<Item = &'static str> {
    REPORT.iter().map(|part| part.id)
}

/// The parts that are wanted as they are wanted, then those that always stand in a report.
fn full(wanted: Option<&[String]>) -> Vec<Compose> {
    let Some(wanted) = wanted else {
        return REPORT.iter().map(|part| part.compose).collect();
    };
    let named = |id: &String| REPORT.iter().find(|part| part.id == id);
    let is_added = |part: &&Part| part.stays && !wanted.iter().any(|id| id == part.id);
    let added = REPORT.iter().filter(is_added);
    let parts = wanted.iter().filter_map(named).chain(added);
    parts.map(|part| part.compose).collect()
}

/// A section of the full report.
struct Part {
    id: &'static str,
    compose: Compose,
    /// Whether it cannot be left out, as it tells how the numbers came about.
    stays: bool,
}

const fn part(id: &'static str, compose: Compose) -> Part {
    Part {
        id,
        compose,
        stays: false,
    }
}

const fn staying(id: &'static str, compose: Compose) -> Part {
    Part {
        stays: true,
        ..part(id, compose)
    }
}

/// The sections of the summary, in order.
static SUMMARY: &[Compose] = &[
    what_if::compose,
    result::compose,
    plateaus::compose,
    blockers::compose,
    disagreement::compose,
    agreement::compose,
    next::compose,
    notes::compose,
];

/// The sections of the full report, in order: what was reached on one page, then what is
/// behind it, what was found and what to do, then each practice, then how it was made.
static REPORT: &[Part] = &[
    part("result", director::compose),
    part("introduction", own::introduction),
    part("plateaus", stages::compose),
    part("disciplines", disciplines::compose),
    part("disagreement", disagreement::compose_all),
    part("agreement", agreement::compose),
    part("roles", roles::compose),
    part("units", units::compose),
    part("change", change::compose),
    part("findings", findings::compose),
    part("next", plan::compose),
    part("conclusion", own::conclusion),
    staying("moderated", moderated::compose),
    part("settled", settled::compose),
    staying("tailoring", tailoring::compose),
    part("practices", practices::compose),
    staying("notes", notes::compose_last),
    staying("method", method::compose),
];

/// Units side by side.
static UNITS: &[Compose] = &[units::compose, agreement::compose, notes::compose_last];

/// Roles side by side, and what was moderated beside what was answered.
static ROLES: &[Compose] = &[
    roles::compose,
    moderated::compose,
    agreement::compose,
    notes::compose_last,
];

/// Waves side by side.
static WAVES: &[Compose] = &[change::compose, agreement::compose, notes::compose_last];

/// What to do next.
static PLAN: &[Compose] = &[
    plan::compose_followed,
    plan::compose_way,
    plan::compose_first,
    plan::compose_ahead,
    plan::compose_form,
    plan::compose_commands,
    notes::compose_last,
];
