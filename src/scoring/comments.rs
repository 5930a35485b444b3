//! What people wrote about one practice, where it may be shown (METHOD, "Anonymity", rule 4).

use std::collections::BTreeMap;

use crate::assessment::Assessment;

use super::Comments;
use super::privacy::{self, Visibility};
use super::tally::Pooled;

/// What is known of one practice's comments.
pub(super) struct Written<'a> {
    pub practice: usize,
    /// By unit and practice, each unit's own.
    pub comments: &'a BTreeMap<(usize, usize), Vec<String>>,
    pub pooled: &'a Pooled,
}

impl Written<'_> {
    /// The comments of every unit, its sub-units' included; `visible` is what may be shown of
    /// the answers.
    ///
    /// A comment in a unit's list and in none of its sub-units' was written in the rest, so
    /// that rule 1 is applied once more with the larger minimum. Leaving out units whose answers
    /// are hidden only makes a rest larger, and nothing below them has comments shown.
    pub(super) fn shown(&self, assessment: &Assessment, visible: &[Visibility]) -> Vec<Comments> {
        let units = &assessment.units;
        if self.comments.is_empty() {
            return vec![Comments::Shown(Vec::new()); units.len()];
        }
        let each = |people: fn(&Pooled, usize) -> u64| -> Vec<u64> {
            let units = 0..units.len();
            units.map(|unit| people(self.pooled, unit)).collect()
        };
        let (raters, asked) = (each(Pooled::n), each(Pooled::asked));
        let privacy = &assessment.privacy;
        let minimum = privacy.minimum_comments.max(privacy.minimum_group);
        let many = privacy::shown_cells(units, &raters, &asked, minimum);
        let mut comments: Vec<Comments> = (0..units.len())
            .map(|unit| match (visible[unit], many[unit]) {
                (Visibility::Shown, Visibility::Shown) => Comments::Shown(Vec::new()),
                // Nobody could write anything, and that may be said.
                (Visibility::Empty, _) if asked[unit] == 0 => Comments::Shown(Vec::new()),
                _ => Comments::Hidden,
            })
            .collect();
        for unit in 0..units.len() {
            let Some(own) = self.comments.get(&(unit, self.practice)) else {
                continue;
            };
            let mut within = Some(unit);
            while let Some(unit) = within {
                if let Comments::Shown(all) = &mut comments[unit] {
                    all.extend_from_slice(own);
                }
                within = units[unit].parent;
            }
        }
        for comments in &mut comments {
            if let Comments::Shown(all) = comments {
                all.sort_unstable();
            }
        }
        comments
    }
}
