//! Words and a model's words put together: what every section and every explanation needs.

use super::{Line, Span};
use crate::intake::layouts;
use crate::model::{Basis, Confidence, Influence, Level, Model, Practice, Text};
use crate::text::{Piece, Words, plural};

/// The most ids that one sentence names.
const MOST_IDS: usize = 10;

/// What a layout is called: a survey tool by its own name.
pub fn layout_called<'a>(words: &'a Words, name: &str) -> &'a str {
    let tool = layouts().find(|layout| layout.name == name);
    tool.and_then(|layout| layout.tool)
        .unwrap_or_else(|| match name {
            "sheet" => words.get("layout.sheet"),
            "long" => words.get("layout.long"),
            "person" => words.get("layout.person"),
            _ => words.get("layout.wide"),
        })
}

/// The program's words beside the model's, in one language.
pub struct Phrases<'a> {
    pub(super) model: &'a Model,
    pub(super) words: &'static Words,
}

impl<'a> Phrases<'a> {
    pub(super) fn new(model: &'a Model, language: &str) -> Self {
        Self {
            model,
            words: Words::of(language),
        }
    }

    /// The program's words for a key.
    pub(super) fn word(&self, key: &str) -> String {
        self.words.get(key).to_owned()
    }

    /// A model's words.
    pub(super) fn of(&self, text: &'a Text) -> &'a str {
        text.get(self.words.language())
    }

    /// A key's words with its placeholders filled, each in its own tone.
    pub(super) fn line(&self, key: &str, values: &[(&str, Span)]) -> Line {
        let fill = |piece: Piece| match piece {
            Piece::Words(words) => Some(Span::plain(words)),
            Piece::Placeholder(name) => values
                .iter()
                .find(|(known, span)| *known == name && !span.text.is_empty())
                .map(|(_, span)| span.clone()),
        };
        self.words
            .pieces(key)
            .into_iter()
            .filter_map(fill)
            .collect()
    }

    /// As [`Phrases::line`], in the form for so many; the number itself is `{count}`.
    pub(super) fn count_line(&self, key: &str, count: u64, values: &[(&str, Span)]) -> Line {
        let mut values = values.to_vec();
        values.push(("count", Span::plain(self.words.whole(count))));
        self.line(&plural(key, count), &values)
    }

    /// `PLA-4 Kapacitetsstyring`.
    pub(super) fn practice(&self, practice: usize) -> String {
        let practice = &self.model.practices[practice];
        format!("{} {}", practice.id, self.of(&practice.name))
    }

    /// A practice's id.
    pub(super) fn id(&self, practice: usize) -> &'a str {
        &self.model.practices[practice].id
    }

    /// `PLA-4, PLA-8 og PRO-3`; of many, the first and how many more.
    pub(super) fn ids(&self, practices: &[usize]) -> String {
        self.some_of(practices, |&practice| self.id(practice).to_owned())
    }

    /// The items one after the other; of many, the first and how many more.
    pub(super) fn some_of<T>(&self, items: &[T], name: impl Fn(&T) -> String) -> String {
        let shown = if items.len() > MOST_IDS {
            MOST_IDS - 1
        } else {
            items.len()
        };
        let mut named: Vec<String> = items[..shown].iter().map(name).collect();
        let more = items.len() - shown;
        if more > 0 {
            named.push(self.words.count("list.more", more as u64, &[]));
        }
        self.words.list(&named)
    }

    /// `Plateau 1 (Grundlæggende drift)`.
    pub(super) fn plateau(&self, plateau: usize) -> String {
        let plateau = &self.model.plateaus[plateau];
        let name = self.of(&plateau.name);
        self.words
            .fill("term.plateau_name", &[("id", &plateau.id), ("name", &name)])
    }

    /// `plateau 1`.
    pub(super) fn plateau_number(&self, plateau: usize) -> String {
        let id = self.model.plateaus[plateau].id;
        self.words.fill("term.plateau", &[("id", &id)])
    }

    /// `3 (Fælles standardiseret)`.
    pub(super) fn level(&self, level: Level) -> String {
        format!("{} ({})", level.number(), self.level_name(level))
    }

    /// A level's name.
    pub(super) fn level_name(&self, level: Level) -> &'a str {
        self.of(&self.model.scale.text(level).name)
    }

    /// What one sees at a level of a practice.
    pub(super) fn anchor(&self, practice: &'a Practice, level: Level) -> &'a str {
        practice
            .anchors
            .get(level.index())
            .map_or("", |anchor| self.of(anchor))
    }

    pub(super) fn basis(&self, basis: Basis) -> String {
        self.word(match basis {
            Basis::Attested => "basis.attested",
            Basis::Reconstructed => "basis.reconstructed",
        })
    }

    pub(super) fn confidence(&self, confidence: Confidence) -> String {
        self.word(match confidence {
            Confidence::Low => "confidence.low",
            Confidence::Medium => "confidence.medium",
            Confidence::High => "confidence.high",
        })
    }

    pub(super) fn influence(&self, influence: Influence) -> String {
        self.word(match influence {
            Influence::Limited => "influence.limited",
            Influence::Partial => "influence.partial",
            Influence::Direct => "influence.direct",
        })
    }

    /// What the model's source does not state, with how much of it; none if it states everything.
    pub(super) fn reconstructed(&self) -> Option<String> {
        let part =
            |&(key, _, (some, all)): &Part| self.words.fill(key, &[("some", &some), ("all", &all)]);
        let parts: Vec<String> = self.reconstructed_parts().iter().map(part).collect();
        let list = self.words.list(&parts);
        (!parts.is_empty()).then(|| self.words.fill("reconstructed.line", &[("parts", &list)]))
    }

    /// As [`Phrases::reconstructed`], in a few words.
    pub(super) fn reconstructed_briefly(&self) -> Option<String> {
        let part = |&(_, key, _): &Part| self.word(key);
        let mut parts: Vec<String> = self.reconstructed_parts().iter().map(part).collect();
        parts.dedup();
        let list = self.words.list(&parts);
        (!parts.is_empty()).then(|| self.words.fill("reconstructed.brief", &[("parts", &list)]))
    }

    fn reconstructed_parts(&self) -> Vec<Part> {
        let Model {
            scale,
            plateaus,
            practices,
            ..
        } = self.model;
        let levels = || scale.levels().map(|level| scale.text(level));
        // A model without layers says nothing of their influence.
        let layers = usize::from(!self.model.layers.is_empty());
        let influence = practices.iter().take(practices.len() * layers);
        let mut parts = vec![
            (
                "reconstructed.names",
                "reconstructed.brief_levels",
                share_of(levels().map(|level| level.name_basis)),
            ),
            (
                "reconstructed.definitions",
                "reconstructed.brief_levels",
                share_of(levels().map(|level| level.definition_basis)),
            ),
            (
                "reconstructed.anchors",
                "reconstructed.brief_anchors",
                share_of(practices.iter().map(|practice| practice.anchors_basis)),
            ),
            (
                "reconstructed.links",
                "reconstructed.brief_links",
                share_of(practices.iter().map(|practice| practice.links_basis)),
            ),
            (
                "reconstructed.influence",
                "reconstructed.brief_influence",
                share_of(influence.map(|practice| practice.influence_basis)),
            ),
            (
                "reconstructed.plateau_names",
                "reconstructed.brief_plateaus",
                share_of(plateaus.iter().map(|plateau| plateau.name_basis)),
            ),
            (
                "reconstructed.plateau_definitions",
                "reconstructed.brief_plateaus",
                share_of(plateaus.iter().map(|plateau| plateau.definition_basis)),
            ),
            (
                "reconstructed.plateaus",
                "reconstructed.brief_plateaus",
                share_of(practices.iter().map(|practice| practice.placement.basis)),
            ),
            (
                "reconstructed.gates",
                "reconstructed.brief_gates",
                share_of(plateaus.iter().map(|plateau| plateau.gate.basis)),
            ),
        ];
        parts.retain(|(_, _, (some, _))| *some > 0);
        parts
    }
}

/// A part of a model: the keys of its words in full and in brief, and how many of how many
/// are reconstructed.
type Part = (&'static str, &'static str, (usize, usize));

/// How many are reconstructed, of how many.
fn share_of(bases: impl Iterator<Item = Basis>) -> (usize, usize) {
    bases.fold((0, 0), |(some, all), basis| {
        (some + usize::from(basis == Basis::Reconstructed), all + 1)
    })
}
