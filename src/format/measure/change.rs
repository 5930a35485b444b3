//! What has changed between waves, and what was carried over from an older version, as rows.

use super::{Rows, word};
use crate::view::record::{ChangeRecord, MappingRecord, PracticeChangeRecord};

impl Rows<'_> {
    pub(super) fn mapping(&mut self, mapping: &MappingRecord) {
        self.put("mapping", mapping.name.as_str());
        self.put("unmerged", mapping.unmerged);
        for carried in &mapping.carried {
            self.about("carried", &carried.old.join(" "));
            self.put("fate", word(carried.fate));
            for new in &carried.new {
                self.put("new", new.as_str());
            }
            self.put("comparable", word(carried.comparable));
        }
    }

    pub(super) fn change(&mut self, change: &ChangeRecord) {
        self.about("change", &change.since);
        self.put("other_version", change.other_version);
        if let Some(panel) = &change.panel {
            self.put("panel", word(panel.kind));
            self.maybe("panel_same", panel.same);
            self.put("panel_before", panel.before);
            self.put("panel_now", panel.now);
        }
        let groups = [
            ("total_change", std::slice::from_ref(&change.total)),
            ("plateau_change", &change.plateaus),
            ("discipline_change", &change.disciplines),
        ];
        for (kind, groups) in groups {
            for group in groups {
                self.about(kind, &group.id);
                self.put("practices", group.practices);
                self.maybe("before", group.before);
                self.maybe("now", group.now);
                self.maybe("difference", group.difference);
            }
        }
        for practice in &change.practices {
            self.practice_change(practice);
        }
        for gate in &change.gates {
            self.about("gate_change", &gate.plateau.to_string());
            self.put("won", gate.won);
            self.put("moved", gate.moved);
            for turn in &gate.practices {
                self.put("practice", turn.practice.as_str());
                self.put("cause", word(turn.cause));
            }
        }
    }

    fn practice_change(&mut self, practice: &PracticeChangeRecord) {
        self.about("practice_change", &practice.id);
        self.put("comparable", word(practice.comparable));
        self.maybe("unlike", practice.unlike.map(word));
        for (when, reading) in [("before", &practice.before), ("now", &practice.now)] {
            if let Some(reading) = reading {
                self.put(when, reading.points);
                self.maybe(&format!("{when}_level"), reading.level);
                self.maybe(&format!("{when}_n"), reading.n);
                self.put(&format!("{when}_from"), word(reading.from));
            }
        }
        self.maybe("difference", practice.difference);
        self.maybe("superiority", practice.superiority);
        if practice.unlike.is_none() {
            self.put("clear", practice.clear);
        }
        for unit in &practice.left_out {
            self.put("left_out", unit.as_str());
        }
    }
}
