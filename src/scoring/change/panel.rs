//! Whether the same people answered in two waves.

use crate::assessment::Assessment;
use crate::intake::Recurring;
use crate::scoring::{Fraction, Scorecard};

/// Whether the same people answered in two waves, over the whole assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Panel {
    /// What can be said of it.
    pub kind: PanelKind,
    /// How many answered in both; absent where that number, or how many answered in one wave
    /// only, would be that of a small group.
    pub same: Option<u64>,
    /// How many answered before.
    pub before: u64,
    /// How many answered now.
    pub now: u64,
}

/// Whether the same people answered in two waves, by the share of the smaller wave that
/// answered in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PanelKind {
    /// Three in four or more are the same.
    Panel,
    /// Some are the same.
    Partly,
    /// At most one in four is the same.
    CrossSections,
    /// It cannot be told: more than one in ten have no id that means the same person in another
    /// wave, or the waves are too small to say it without telling of few.
    Untold,
}

/// Who answered in both of two waves; `None` if nobody answered in one of them.
pub(in crate::scoring) fn panel(
    assessment: &Assessment,
    scorecard: &Scorecard,
    recurring: &Recurring,
    [before, now]: [usize; 2],
) -> Option<Panel> {
    let people = |wave: usize| -> u64 {
        let profiles = &scorecard.waves[wave].profiles;
        let tops = assessment.units.tops();
        tops.map(|unit| profiles[unit].respondents).sum()
    };
    let (earlier, later) = (people(before), people(now));
    if earlier == 0 || later == 0 {
        return None;
    }
    let minimum = assessment.privacy.minimum_group;
    let known = |wave: usize, all: u64| 10 * recurring.known(wave) >= 9 * all;
    let told = earlier.min(later) >= 2 * minimum && known(before, earlier) && known(now, later);
    let same = recurring.same(before, now).min(earlier).min(later);
    let holds = |people: u64| people == 0 || people >= minimum;
    Some(Panel {
        kind: if told {
            kind(same, earlier.min(later))
        } else {
            PanelKind::Untold
        },
        same: (told && holds(same) && holds(earlier - same) && holds(later - same)).then_some(same),
        before: earlier,
        now: later,
    })
}

fn kind(same: u64, of: u64) -> PanelKind {
    let share = Fraction::new(same.into(), of.into());
    if share >= Fraction::new(3, 4) {
        PanelKind::Panel
    } else if share <= Fraction::new(1, 4) {
        PanelKind::CrossSections
    } else {
        PanelKind::Partly
    }
}
