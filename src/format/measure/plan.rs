//! What is planned and what is only assumed, as rows.

use super::{Rows, word};
use crate::view::record::{AssumptionRecord, PlanRecord};

impl Rows<'_> {
    pub(super) fn plan(&mut self, plan: &PlanRecord) {
        plan.wave.clone_into(&mut self.row.wave);
        plan.unit.clone_into(&mut self.row.unit);
        for (iteration, steps) in (1_u64..).zip(&plan.iterations) {
            for step in steps {
                self.about("step", &step.practice);
                self.put("iteration", iteration);
                self.put("step", word(step.step));
                self.maybe("from", step.from);
                self.maybe("to", step.to);
                self.put("reason", word(step.reason));
            }
        }
        if let Some(way) = &plan.way {
            self.about("way", &way.plateau.to_string());
            self.put("practices", way.practices.len());
            self.put("levels", way.levels);
            self.put("answers", way.answers);
            self.put("uncounted", way.uncounted);
            self.put("undecided", way.undecided.len());
        }
        for action in plan.followed.iter().flat_map(|followed| &followed.actions) {
            self.about("action", &action.practice);
            self.put("step", word(action.step));
            self.maybe("to", action.to);
            self.put("status", word(action.status));
            self.put("outcome", word(action.outcome));
        }
    }

    pub(super) fn assumptions(&mut self, assumptions: &[AssumptionRecord]) {
        for assumption in assumptions {
            assumption.wave.clone_into(&mut self.row.wave);
            assumption.unit.clone_into(&mut self.row.unit);
            self.about("what_if", &assumption.practice);
            self.put("level", assumption.level);
        }
    }
}
